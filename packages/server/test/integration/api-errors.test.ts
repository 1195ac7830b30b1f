// Every refusal has the one form, with a code of the registry and a remedy; what belongs to somebody else is not there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isScope } from '../../src/domain/access.ts';
import { type ErrorCode, errorRegistry } from '../../src/domain/errors.ts';
import { exampleOf } from '../harness/examples.ts';
import { rawRequest, refusal } from '../harness/http.ts';
import { routes } from '../harness/routes.ts';
import { caller, startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let tenant: Tenant;
let stranger: Tenant;

beforeAll(async () => {
  signpost = await startSignpost();
  [tenant, stranger] = await Promise.all([signpost.tenant(), signpost.tenant()]);
});
afterAll(() => signpost.stop());

const anyId = '01900000-0000-7000-8000-000000000000';
const baseOf = ({ appId }: Tenant, environment = 'PRODUCTION') =>
  `/api/v1/applications/${appId}/envs/${environment}`;

/** Every route below an application and environment that a key may call, with a body that would be right. */
const tenantRoutes = routes
  .filter(({ access }) => access !== null && isScope(access))
  .map(({ method, path, body }) => {
    const below = path.replace('/api/v1/applications/{appId}/envs/{env}', '').replaceAll(/\{\w+\}/g, anyId);
    return [method, below, body === null ? undefined : (exampleOf(body) as object)] as const;
  });

describe('without a valid key', () => {
  const wrongKeys = [
    ['none', {}],
    ['another scheme', { authorization: 'Basic cm9vdDo=' }],
    ['an empty one', { authorization: 'Bearer ' }],
    ['two', { authorization: 'Bearer a b' }],
    ['nonsense', { authorization: 'Bearer nonsense' }],
    ['one of an application that does not exist', { authorization: 'Bearer skv2_production_nobody_abc' }],
    ['a part that is no id', { authorization: 'Bearer skv2_production_é_abc' }],
  ] as const;
  it.each(wrongKeys)('(%s) the answer is 401', async (_name, headers) => {
    const answer = await rawRequest(signpost.app.url, { path: `${baseOf(tenant)}/events`, headers });
    refusal(answer, 'unauthenticated');
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it('every route answers 401, before it looks at the body', async () => {
    for (const [method, path] of tenantRoutes) {
      const answer = await rawRequest(signpost.app.url, { method, path: baseOf(tenant) + path, body: '{' });
      refusal(answer, 'unauthenticated');
    }
  });

  it('a key with one letter changed is none, and a revoked key is none any more', async () => {
    const { body } = await signpost.call('POST', `${baseOf(tenant)}/keys`, {
      name: 'k',
      scopes: ['events:read'],
    });
    const get = (key: string) => caller(signpost.app.url, key)('GET', `${baseOf(tenant)}/events`);
    expect((await get(body.key)).status).toBe(200);
    refusal(await get(`${body.key.slice(0, -1)}!`), 'unauthenticated');
    refusal(await get(body.key.replace('production', 'test')), 'unauthenticated');
    expect((await signpost.call('DELETE', `${baseOf(tenant)}/keys/${body.id}`)).status).toBe(204);
    refusal(await get(body.key), 'unauthenticated');
    refusal(await caller(signpost.app.url, body.key)('GET', '/api/v1/event-types'), 'unauthenticated');
    refusal(await signpost.call('DELETE', `${baseOf(tenant)}/keys/${body.id}`), 'not_found');
  });

  it('a key is shown once, and its scopes are held to the list', async () => {
    const make = (body: object) => signpost.call('POST', `${baseOf(tenant)}/keys`, body);
    const { key } = (await make({ name: 'k', scopes: ['events:read'] })).body;
    expect(key).toMatch(/^skv2_production_[A-Za-z0-9-]+_[A-Za-z0-9]{40}$/);
    const listed = await signpost.call('GET', `${baseOf(tenant)}/keys`);
    expect(JSON.stringify(listed.body)).not.toContain(key.slice(-40));
    refusal(await make({ name: 'k', scopes: [] }), 'invalid_field');
    refusal(await make({ name: 'k', scopes: ['events:read', 'events:read'] }), 'invalid_field');
    expect(refusal(await make({ name: 'k', scopes: ['everything'] }), 'invalid_field').path).toBe(
      'scopes[0]',
    );
  });
});

describe('with a key', () => {
  it('every route of another application answers 404, never 403, and tells nothing of what is there', async () => {
    for (const [method, path, body] of tenantRoutes) {
      const key = caller(signpost.app.url, stranger.key);
      const foreign = refusal(await key(method, baseOf(tenant) + path, body), 'not_found');
      const missing = refusal(
        await key(method, `/api/v1/applications/appId_none/envs/PRODUCTION${path}`, body),
        'not_found',
      );
      expect(foreign).toEqual(missing);
    }
  });

  it("every route of the same application's other environments answers 404", async () => {
    for (const [method, path, body] of tenantRoutes) {
      const key = caller(signpost.app.url, tenant.key);
      refusal(await key(method, baseOf(tenant, 'TEST') + path, body), 'not_found');
    }
  });

  it('the objects of another tenant are not found by their ids, for every route that has one', async () => {
    // Where there is everything, test inboxes too.
    const environment = 'STAGING';
    const [tenant, stranger] = await Promise.all([
      signpost.tenant({ environment }),
      signpost.tenant({ environment }),
    ]);
    const webhook = await tenant.webhook('http://127.0.0.1:9/', { alerts: { afterConsecutiveFailures: 1 } });
    const failed = signpost.recorded();
    await tenant.send({ id: 'theirs' });
    await failed;
    await signpost.app.look();
    const [alert] = (await tenant.call('GET', '/alerts')).body.data;
    await tenant.call('PUT', '/envelopes/theirs', { title: 'Secret' });
    const [delivery] = await tenant.deliveries();
    const source = (await tenant.call('POST', '/sources', { platform: 'documenso', name: 's', secret: 's' }))
      .body;
    const inbox = (await tenant.call('POST', '/inboxes')).body;
    const replay = (await tenant.call('POST', '/deliveries/resend', { filter: {} })).body;
    const objects = [
      `/events/theirs`,
      `/replays/${replay.id}`,
      `/inboxes/${inbox.id}`,
      `/envelopes/theirs`,
      `/deliveries/${delivery?.id}`,
      `/webhooks/${webhook.id}`,
      `/sources/${source.id}`,
      `/alerts/${alert.id}`,
    ];
    // Registering an envelope makes one of one's own, whatever others call theirs.
    const routes = tenantRoutes.filter(([method, path]) => method !== 'PUT' && path.includes(anyId));
    for (const [method, path, body] of routes) {
      const theirs = objects.find((object) => object.split('/')[1] === path.split('/')[1]) ?? '';
      refusal(await stranger.call(method, path.replace(/^\/\w+\/[^/]+/, theirs), body), 'not_found');
    }
    expect((await tenant.call('GET', `/webhooks/${webhook.id}`)).body.status).toBe('enabled');
    expect((await tenant.call('GET', `/sources/${source.id}`)).status).toBe(200);
    expect((await tenant.call('GET', `/alerts/${alert.id}`)).body.state).toBe('open');
    expect((await stranger.call('GET', `/alerts?webhookId=${webhook.id}`)).body.data).toEqual([]);
    expect((await stranger.call('GET', `/events?q=theirs`)).body.data).toEqual([]);
    expect((await stranger.call('GET', `/events?webhookId=${webhook.id}`)).body.data).toEqual([]);
    expect((await stranger.call('GET', `/deliveries?webhookId=${webhook.id}`)).body.data).toEqual([]);
    refusal(await stranger.call('GET', '/deliveries?eventId=theirs'), 'not_found');
  });

  it('a route outside of its scopes answers 403 with the scope', async () => {
    const reader = await signpost.tenant({ scopes: ['webhooks:read'] });
    expect((await reader.call('GET', '/webhooks')).status).toBe(200);
    for (const [method, path, body] of tenantRoutes.filter(
      ([, path]) => !/^\/(webhook|tests|alerts|replays|inboxes)/.test(path),
    )) {
      // What is to be sent again must be said before anything else is judged.
      const sent =
        path.startsWith('/deliveries/resend') || path.startsWith('/replays') ? { filter: {} } : body;
      const { scope } = refusal(await reader.call(method, path, sent), 'scope_missing');
      expect(scope).toMatch(/^(events|sources|webhooks):(read|write)$/);
    }
    expect(refusal(await reader.call('POST', '/webhooks', {}), 'scope_missing').scope).toBe('webhooks:write');
  });

  it('an environment that does not exist is named', async () => {
    for (const environment of ['production', 'PROD', '%00', '__proto__']) {
      const answer = await signpost.call('GET', `${baseOf(tenant, environment)}/events`);
      expect(refusal(answer, 'unknown_environment').path).toBe('env');
    }
  });
});

describe('organizations and applications', () => {
  it('are created, renamed and listed in pages', async () => {
    const { body } = await signpost.call('POST', '/api/v1/organizations', { name: 'Anton & Söhne' });
    const path = `/api/v1/organizations/${body.id}`;
    expect((await signpost.call('PATCH', path, { name: 'Anton' })).body.name).toBe('Anton');
    expect((await signpost.call('PATCH', path, {})).body.name).toBe('Anton');
    expect((await signpost.call('GET', path)).body).toMatchObject({ id: body.id, name: 'Anton' });
    for (const name of ['b', 'c', 'a']) {
      await signpost.call('POST', `${path}/applications`, { id: `appId_page-${name}`, name });
    }
    const first = (await signpost.call('GET', `${path}/applications?limit=2`)).body;
    const rest = (await signpost.call('GET', `${path}/applications?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.data, ...rest.data].map(({ name }: { name: string }) => name).sort()).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(rest.nextCursor).toBeNull();
  });

  it('an application id that is taken, by anybody, is a conflict', async () => {
    const [one, two] = [tenant.organizationId, stranger.organizationId];
    const create = (org: string) =>
      signpost.call('POST', `/api/v1/organizations/${org}/applications`, { id: 'appId_taken', name: 'x' });
    expect((await create(one)).status).toBe(201);
    refusal(await create(one), 'already_exists');
    refusal(await create(two), 'already_exists');
  });

  it.each(['appId_', 'appId_a_b', 'appId_é', 'x', 'appId_a\0', `appId_${'a'.repeat(65)}`])(
    'the application id %j is refused',
    async (id) => {
      const path = `/api/v1/organizations/${tenant.organizationId}/applications`;
      expect(refusal(await signpost.call('POST', path, { id, name: 'x' }), 'invalid_field').path).toBe('id');
    },
  );
});

describe('what is no route', () => {
  const noRoutes: [string, string][] = [
    ['GET', '/'],
    ['GET', '/api/v1'],
    ['GET', '/api/v2/organizations'],
    ['PUT', '/api/v1/organizations'],
    ['OPTIONS', '/api/v1/organizations'],
    ['TRACE', '/healthz'],
    ['QUERY', '/healthz'],
    ['PROPFIND', '/'],
    ['POST', '/healthz'],
    ['OPTIONS', '*'],
    ['GET', '//'],
    ['GET', '/api/v1/%zz'],
    ['GET', '/api/v1/organizations/%ff'],
    ['GET', `/api/v1/organizations/${'a'.repeat(400)}`],
    ['GET', '/api/v1/organizations/../../etc/passwd'],
    ['GET', '/in/some-token'],
  ];
  it.each(noRoutes)('%s %s answers 404 in the one form', async (method, path) => {
    refusal(await rawRequest(signpost.app.url, { method, path }), 'route_not_found');
  });

  it('an answer to a wrong inbound URL does not repeat its secret', async () => {
    const { text } = await rawRequest(signpost.app.url, { path: '/in/the-secret-token/x?key=other-secret' });
    expect(text).not.toContain('secret');
  });

  it('HEAD answers like GET, without a body', async () => {
    const headers = { authorization: `Bearer ${tenant.key}` };
    const path = `${baseOf(tenant)}/webhooks`;
    expect(await rawRequest(signpost.app.url, { method: 'HEAD', path, headers })).toMatchObject({
      status: 200,
      text: '',
    });
    expect(await rawRequest(signpost.app.url, { method: 'HEAD', path })).toMatchObject({
      status: 401,
      text: '',
    });
  });
});

describe('parameters', () => {
  const wrong: [string, ErrorCode, string][] = [
    ['/events?limit=0', 'invalid_field', 'limit'],
    ['/events?limit=201', 'invalid_field', 'limit'],
    ['/events?limit=1.5', 'invalid_field', 'limit'],
    ['/events?limit=abc', 'invalid_field', 'limit'],
    ['/events?limit=', 'invalid_field', 'limit'],
    ['/events?limit=1&limit=2', 'invalid_field', 'limit'],
    ['/events?foo=1', 'unknown_field', 'foo'],
    ['/events?__proto__=1', 'unknown_field', '__proto__'],
    ['/events?cursor=', 'invalid_cursor', 'cursor'],
    ['/events?cursor=abc', 'invalid_cursor', 'cursor'],
    ['/events?cursor=%00', 'invalid_cursor', 'cursor'],
    ['/events?from=yesterday', 'invalid_field', 'from'],
    ['/events?from=2016-12-31T23:59:60Z', 'invalid_field', 'from'],
    ['/events?to=2026-01-01T00:00:00%2B01', 'invalid_field', 'to'],
    ['/events?status=lost', 'invalid_field', 'status'],
    ['/events?webhookId=1', 'invalid_field', 'webhookId'],
    [`/events?webhookId=urn:uuid:${anyId}`, 'invalid_field', 'webhookId'],
    ['/events?q=', 'invalid_field', 'q'],
    ['/events?q=a%00', 'invalid_field', 'q'],
    ['/events?type=a%00', 'invalid_field', 'type'],
    ['/events?envelopeId=%00', 'invalid_field', 'envelopeId'],
    ['/deliveries?eventId=%00', 'invalid_field', 'eventId'],
    ['/deliveries?type=%00', 'invalid_field', 'type'],
    ['/deliveries?status=unmatched', 'invalid_field', 'status[0]'],
    [`/deliveries?webhookId=${anyId}x`, 'invalid_field', 'webhookId'],
  ];
  it.each(wrong)('%s is refused by name', async (path, code, field) => {
    expect(refusal(await tenant.call('GET', path), code).path).toBe(field);
  });

  it.each(['%00', 'a%00', '..', 'a.b', '%F0%9F%98%80', "';--", anyId.toUpperCase(), 'x'.repeat(290)])(
    'an id such as %s is not found, wherever an id stands',
    async (id) => {
      for (const list of ['events', 'deliveries', 'webhooks', 'sources']) {
        const path = `${baseOf(tenant)}/${list}/${id === '..' ? '%2E%2E%2Fx' : id}`;
        const headers = { authorization: `Bearer ${tenant.key}` };
        refusal(await rawRequest(signpost.app.url, { path, headers }), 'not_found');
      }
      const root = { authorization: 'Bearer root-key-of-the-tests' };
      const app = { path: `/api/v1/applications/appId_${id}/envs/TEST/keys`, headers: root };
      if (!id.includes('..')) refusal(await rawRequest(signpost.app.url, app), 'not_found');
    },
  );

  it('times far away give empty lists', async () => {
    for (const query of ['from=9999-12-31T00:00:00Z', 'to=0001-01-01T00:00:00Z']) {
      expect(await tenant.call('GET', `/events?${query}`)).toMatchObject({ status: 200, body: { data: [] } });
      expect(await tenant.call('GET', `/deliveries?${query}`)).toMatchObject({
        status: 200,
        body: { data: [] },
      });
    }
  });
});

it('every code of the registry has a status of 4xx or 5xx, a whole sentence, and a remedy', () => {
  for (const [code, { status, message, remedy }] of Object.entries(errorRegistry)) {
    expect(code).toMatch(/^[a-z0-9_]+$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(message).toMatch(/\.$/);
    expect(remedy).toMatch(/\.$/);
  }
});
