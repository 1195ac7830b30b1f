// Policies by the API, one by one: what each refuses and where, what it leaves alone, and that two at once cannot get past it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../harness/http.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let receiver: Receiver;

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
});

const url = 'https://lms.xyzbank.com/api/loan-updates';

/** An organization of our own profile but for these policies, with a small directory. */
async function under(policies: object, environment = 'PRODUCTION'): Promise<Tenant> {
  const tenant = await signpost.tenant({ environment, organization: { policies } });
  await tenant.knows('departments', 'Loans', 'HR');
  await tenant.knows('source-systems', 'LoanManagement', 'HRPortal');
  await tenant.knows('business-units', 'Retail');
  return tenant;
}

const create = (tenant: Tenant, settings: object = {}) =>
  tenant.call('POST', '/webhooks', { name: 'Receiver', url, ...settings });
const status = async (answer: ReturnType<Tenant['call']>) => (await answer).status;

describe('changeOnlyWhileDisabled (G11, G12)', () => {
  it('keeps an enabled webhook from being changed and deleted, and a disabled one is both', async () => {
    const tenant = await under({ changeOnlyWhileDisabled: true });
    const { id } = await tenant.webhook(url);
    const path = `/webhooks/${id}`;
    const before = (await tenant.call('GET', path)).body;
    refusal(await tenant.call('PATCH', path, { description: 'x' }), 'webhook_enabled');
    refusal(await tenant.call('DELETE', path), 'webhook_enabled');
    refusal(await tenant.call('DELETE', `${path}?confirm=Receiver`), 'webhook_enabled');
    expect((await tenant.call('GET', path)).body).toEqual(before);

    await tenant.call('POST', `${path}/disable`);
    expect((await tenant.call('PATCH', path, { description: 'x' })).body.description).toBe('x');
    refusal(await tenant.call('DELETE', path), 'confirmation_required');
    expect(await status(tenant.call('DELETE', `${path}?confirm=Receiver`))).toBe(204);
  });

  it('lets secrets be reset and copies be made meanwhile (G14)', async () => {
    const tenant = await under({ changeOnlyWhileDisabled: true });
    const { id } = await tenant.webhook(url);
    expect(await status(tenant.call('POST', `/webhooks/${id}/rotate-secret`))).toBe(200);
    expect(await status(tenant.call('POST', `/webhooks/${id}/duplicate`))).toBe(201);
  });

  it('is not got past by a change or a deletion that comes together with the enabling', async () => {
    const tenant = await under({ changeOnlyWhileDisabled: true });
    for (let round = 0; round < 10; round += 1) {
      const { id } = await tenant.webhook(url, { status: 'disabled' });
      const path = `/webhooks/${id}`;
      const [enabled, changed, deleted] = await Promise.all([
        tenant.call('POST', `${path}/enable`),
        tenant.call('PATCH', path, { description: 'changed' }),
        tenant.call('DELETE', `${path}?confirm=Receiver`),
      ]);
      if (changed.status === 200) expect(changed.body.status).toBe('disabled');
      else if (changed.status !== 404) refusal(changed, 'webhook_enabled');
      // Whoever came first decided: it works, or it is gone.
      expect([enabled.status, deleted.status]).toEqual(enabled.status === 200 ? [200, 409] : [404, 204]);
    }
  });

  it('is off in our own profile', async () => {
    const tenant = await under({});
    const { id } = await tenant.webhook(url);
    expect(await status(tenant.call('PATCH', `/webhooks/${id}`, { description: 'x' }))).toBe(200);
    expect(await status(tenant.call('DELETE', `/webhooks/${id}?confirm=Receiver`))).toBe(204);
  });
});

describe('routing: one-default (E13, E14)', () => {
  const policies = { routing: 'one-default', defaultReceives: 'unrouted' };
  const loans = { routing: { departments: ['Loans'] } };
  const management = { routing: { requestFrom: ['LoanManagement'] } };

  it('takes one default webhook; every other names a department or a Request From', async () => {
    const tenant = await under(policies);
    const first = await create(tenant, { name: 'Everything else' });
    expect(first).toMatchObject({ status: 201, body: { routing: { receives: 'unrouted' } } });
    const second = await create(tenant, { routing: { businessUnits: ['Retail'] } });
    expect(refusal(second, 'routing_required')).toMatchObject({
      path: 'routing',
      webhooks: [{ id: first.body.id, name: 'Everything else' }],
    });
    expect(second.body.error.message).toContain('Everything else');
    expect(await create(tenant, loans)).toMatchObject({
      status: 201,
      body: { routing: { receives: 'matching' } },
    });
    expect(await status(create(tenant, management))).toBe(201);
    expect((await tenant.call('GET', '/webhooks')).body.data).toHaveLength(3);
  });

  it('asks it too of a change that would take the last department or Request From away', async () => {
    const tenant = await under(policies);
    const { id } = await tenant.webhook(url, loans);
    const path = `/webhooks/${id}`;
    const only = await tenant.call('PATCH', path, { routing: { departments: [] } });
    expect(only.body.routing).toMatchObject({ departments: [], receives: 'unrouted' });
    const back = await tenant.call('PATCH', path, management);
    expect(back.body.routing).toMatchObject({ requestFrom: ['LoanManagement'], receives: 'matching' });
    await tenant.webhook(url);
    refusal(await tenant.call('PATCH', path, { routing: { requestFrom: [] } }), 'routing_required');
    const exchanged = { routing: { requestFrom: [], departments: ['HR'] } };
    expect(await status(tenant.call('PATCH', path, exchanged))).toBe(200);
  });

  it('leaves the default webhook changeable, and its place free when it is deleted', async () => {
    const tenant = await under(policies);
    const { id } = await tenant.webhook(url);
    const path = `/webhooks/${id}`;
    expect(await status(tenant.call('PATCH', path, { name: 'Rest', routing: { triggers: ['page'] } }))).toBe(
      200,
    );
    await tenant.call('POST', `${path}/disable`);
    refusal(await create(tenant), 'routing_required');
    await tenant.call('DELETE', `${path}?confirm=Rest`);
    expect(await status(create(tenant))).toBe(201);
  });

  it('counts each environment by itself, and no callouts', async () => {
    const tenant = await under(policies);
    await tenant.webhook(url);
    expect(await status(create(tenant, { kind: 'callout' }))).toBe(201);
    const base = `/api/v1/applications/${tenant.appId}/envs/TEST`;
    expect(await status(signpost.call('POST', `${base}/webhooks`, { name: 'x', url }))).toBe(201);
  });

  it('asks it of copies, which can be given other filters', async () => {
    const tenant = await under(policies);
    const { id } = await tenant.webhook(url);
    refusal(await tenant.call('POST', `/webhooks/${id}/duplicate`), 'routing_required');
    const copy = await tenant.call('POST', `/webhooks/${id}/duplicate`, loans);
    expect(copy).toMatchObject({
      status: 201,
      body: { routing: { departments: ['Loans'], receives: 'matching' } },
    });
    expect(await status(tenant.call('POST', `/webhooks/${copy.body.id}/duplicate`))).toBe(201);
  });

  it('lets only one of many through that come at the same moment, created or changed', async () => {
    const tenant = await under(policies);
    const specific = await Promise.all(Array.from({ length: 3 }, () => tenant.webhook(url, loans)));
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => create(tenant)),
      ...specific.map(({ id }) => tenant.call('PATCH', `/webhooks/${id}`, { routing: { departments: [] } })),
    ]);
    expect(answers.filter((answer) => answer.status < 300)).toHaveLength(1);
    for (const answer of answers) if (answer.status >= 300) refusal(answer, 'routing_required');
  });

  it('leaves webhooks from before the policy alone until their filters change', async () => {
    const tenant = await under({});
    const [one] = [await tenant.webhook(url), await tenant.webhook(url)];
    await signpost.call('PATCH', `/api/v1/organizations/${tenant.organizationId}`, { policies });
    expect(await status(tenant.call('PATCH', `/webhooks/${one.id}`, { name: 'Renamed' }))).toBe(200);
    expect(refusal(await create(tenant), 'routing_required').webhooks).toHaveLength(2);
  });

  it('open lets any number be without filters', async () => {
    const tenant = await under({ routing: 'open' });
    for (let at = 0; at < 3; at += 1) expect(await status(create(tenant))).toBe(201);
  });
});

describe('requireRequestFrom (E15, E16, E20)', () => {
  const known = ['LoanManagement', 'HRPortal'];

  it('asks an envelope for a Request From of the directory, and names the known ones', async () => {
    const tenant = await under({ requireRequestFrom: true });
    for (const body of [{}, { requestFrom: [] }, { department: 'Loans' }]) {
      const details = refusal(await tenant.call('PUT', '/envelopes/loan-1', body), 'missing_field');
      expect(details).toMatchObject({ path: 'requestFrom', known, policy: 'requireRequestFrom' });
    }
    const unknown = await tenant.call('PUT', '/envelopes/loan-1', { requestFrom: ['Payroll'] });
    const { path, known: shown } = refusal(unknown, 'unknown_directory_name');
    expect([path, shown]).toEqual(['requestFrom[0]', known]);
    expect(await status(tenant.call('GET', '/envelopes/loan-1'))).toBe(404);
    expect(await status(tenant.call('PUT', '/envelopes/loan-1', { requestFrom: ['HRPortal'] }))).toBe(200);
  });

  it('asks the events of an envelope that nobody registered; those of a registered one inherit', async () => {
    const tenant = await under({ requireRequestFrom: true });
    await tenant.webhook(receiver.url('/hr'), { routing: { requestFrom: ['HRPortal'] } });
    await tenant.call('PUT', '/envelopes/known', { requestFrom: ['HRPortal'] });
    const post = (body: object) => tenant.call('POST', '/events', body);
    const event = { type: 'signer.signed', content: 1 };
    const refused = await post({ ...event, envelopeId: 'unknown', routing: { department: 'HR' } });
    expect(refusal(refused, 'missing_field')).toMatchObject({ path: 'routing.requestFrom', known });
    const many = await post([
      { ...event, envelopeId: 'known' },
      { ...event, envelopeId: 'unknown' },
      { ...event, envelope: { title: 'x' } },
    ]);
    expect(refusal(many, 'missing_field')).toMatchObject({
      path: '[1].routing.requestFrom',
      indexes: [1, 2],
    });
    expect((await tenant.call('GET', '/events')).body.data).toEqual([]);

    expect(await tenant.send({ envelopeId: 'known' })).toMatchObject({ deliveries: 1 });
    expect(await tenant.send({ envelopeId: 'known', type: 'envelope.completed' })).toMatchObject({
      deliveries: 1,
    });
    const own = { envelopeId: 'unknown', routing: { requestFrom: ['HRPortal'] } };
    expect(await tenant.send(own)).toMatchObject({ deliveries: 1 });
    // What concerns no envelope has no Request From to name.
    expect(await tenant.send({ type: 'application.settings_updated' })).toMatchObject({ deliveries: 0 });
    expect((await tenant.call('GET', '/envelopes/known')).body.status).toBe('completed');
  });

  it('takes what platforms send, which know nothing of it', async () => {
    const tenant = await under({ requireRequestFrom: true });
    const source = await tenant.call('POST', '/sources', { platform: 'documenso', name: 'd', secret: 's' });
    const post = await fetch(source.body.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-documenso-secret': 's' },
      body: JSON.stringify({
        event: 'DOCUMENT_SENT',
        payload: { id: 1, title: 'Loan', recipients: [] },
        createdAt: '2026-01-31T10:00:00.000Z',
      }),
    });
    expect(post.status).toBe(200);
    expect((await tenant.call('GET', '/events')).body.data).toMatchObject([{ type: 'envelope.sent' }]);
  });
});

describe('requireBusinessUnit (C3)', () => {
  it('asks every webhook for one, when it is created and when its filters change', async () => {
    const tenant = await under({ requireBusinessUnit: true });
    for (const settings of [{}, { routing: { businessUnits: [] } }, { routing: { departments: ['HR'] } }]) {
      const details = refusal(await create(tenant, settings), 'missing_field');
      expect(details).toMatchObject({ path: 'routing.businessUnits', policy: 'requireBusinessUnit' });
    }
    const { id } = await tenant.webhook(url, { routing: { businessUnits: ['Retail'] } });
    const without = await tenant.call('PATCH', `/webhooks/${id}`, { routing: { businessUnits: [] } });
    expect(refusal(without, 'missing_field').path).toBe('routing.businessUnits');
    expect(await status(tenant.call('PATCH', `/webhooks/${id}`, { routing: { departments: ['HR'] } }))).toBe(
      200,
    );
    const unknown = refusal(
      await create(tenant, { routing: { businessUnits: ['Retial'] } }),
      'unknown_directory_name',
    );
    expect(unknown.problems).toHaveLength(1);
  });
});

describe('requireHttps (I26)', () => {
  it('refuses http in PRODUCTION, with all else that is wrong, and nowhere else', async () => {
    const tenant = await under({ requireHttps: true });
    const details = refusal(await create(tenant, { url: receiver.url('/x') }), 'url_refused');
    expect(details).toMatchObject({ path: 'url', policy: 'requireHttps' });
    const two = await create(tenant, {
      url: 'HTTP://lms.xyzbank.com',
      events: { mode: 'only', types: ['x'] },
    });
    expect(two.body.error.details.problems).toHaveLength(2);
    const { id } = await tenant.webhook(url);
    refusal(await tenant.call('PATCH', `/webhooks/${id}`, { url: receiver.url('/x') }), 'url_refused');
    const testing = await under({ requireHttps: true }, 'TEST');
    expect(await status(create(testing, { url: receiver.url('/x') }))).toBe(201);
    const base = `/api/v1/applications/${testing.appId}/envs/TEST`;
    const [copied] = (await testing.call('GET', '/webhooks')).body.data;
    const toProduction = { environment: 'PRODUCTION' };
    const copy = await signpost.call('POST', `${base}/webhooks/${copied.id}/duplicate`, toProduction);
    expect(refusal(copy, 'url_refused').policy).toBe('requireHttps');
  });

  it('refuses a token URL by http too', async () => {
    const tenant = await under({ requireHttps: true });
    const client = { type: 'oauth2', grant: 'client_credentials', clientId: 'c', clientSecret: 's' };
    const answer = await create(tenant, { auth: { ...client, tokenUrl: receiver.url('/token') } });
    expect(refusal(answer, 'url_refused')).toMatchObject({ path: 'auth.tokenUrl', policy: 'requireHttps' });
  });

  it('leaves other settings of a webhook from before the policy changeable', async () => {
    const tenant = await under({});
    const { id } = await tenant.webhook(receiver.url('/x'));
    const policies = { requireHttps: true, requireBusinessUnit: true, authTypes: ['basic'] };
    await signpost.call('PATCH', `/api/v1/organizations/${tenant.organizationId}`, { policies });
    expect(await status(tenant.call('PATCH', `/webhooks/${id}`, { name: 'Renamed' }))).toBe(200);
  });
});

describe('authTypes and requiredFields (E12, E17, G8)', () => {
  it('take only the allowed authentication, and ask for it where none would not do', async () => {
    const tenant = await under({ authTypes: ['basic', 'bearer'] });
    const custom = { auth: { type: 'custom', name: 'X-Key', value: 'k' } };
    const { path, reason } = refusal(await create(tenant, custom), 'invalid_field');
    expect([path, reason]).toEqual(['auth.type', 'must be one of basic, bearer in this organization']);
    expect(refusal(await create(tenant), 'invalid_field').path).toBe('auth.type');
    const { id } = await tenant.webhook(url, { auth: { type: 'bearer', token: 't' } });
    const none = { auth: { type: 'none' } };
    expect(refusal(await tenant.call('PATCH', `/webhooks/${id}`, none), 'invalid_field').path).toBe(
      'auth.type',
    );
    expect(await status(tenant.call('PATCH', `/webhooks/${id}`, { name: 'x' }))).toBe(200);
  });

  it('name every field that was not said, and only when a webhook is created', async () => {
    const requiredFields = ['events', 'routing.triggers', 'auth'];
    const tenant = await under({ requiredFields });
    const { problems } = refusal(await create(tenant), 'missing_field');
    expect(problems.map(({ path }: { path: string }) => path)).toEqual(requiredFields);
    const said = {
      events: { mode: 'all' },
      routing: { triggers: ['page', 'integration'] },
      auth: { type: 'none' },
    };
    const { id } = await tenant.webhook(url, said);
    expect(await status(tenant.call('PATCH', `/webhooks/${id}`, { name: 'x' }))).toBe(200);
    expect(await status(tenant.call('POST', `/webhooks/${id}/duplicate`))).toBe(201);
    expect(await status(create(tenant, { kind: 'callout', auth: { type: 'none' } }))).toBe(201);
  });
});

describe('what a new webhook starts with', () => {
  it('comes from the policies, and what it says itself stands', async () => {
    const tenant = await under({ defaultRetrySchedule: ['1m', '5m'], defaultReceives: 'unrouted' });
    expect((await create(tenant)).body).toMatchObject({
      delivery: { retrySchedule: ['1m', '5m'], timeoutSeconds: 15 },
      routing: { receives: 'unrouted' },
    });
    const own = { delivery: { retrySchedule: [] }, routing: { receives: 'matching' } };
    expect((await create(tenant, own)).body).toMatchObject(own);
  });

  it('is the receiver format with its rule for answers too; another format brings its own', async () => {
    const success = { status: '2xx', body: { path: 'code', equals: '200' } };
    const tenant = await under({ defaultDialect: 'esignglobal', defaultSuccess: success });
    const events = { mode: 'only', types: ['signer.signed'] };
    expect((await create(tenant, { events })).body).toMatchObject({
      payload: { dialect: 'esignglobal' },
      delivery: { success },
    });
    const other = await create(tenant, { payload: { dialect: 'ignisign' } });
    expect(other.body).toMatchObject({ payload: { dialect: 'ignisign' }, delivery: { success: '200' } });
    const chosen = await create(tenant, { events, delivery: { success: '2xx' } });
    expect(chosen.body.delivery.success).toBe('2xx');
  });

  it('events without a mode are read as the policy says, and later as the webhook has it (I5)', async () => {
    const optIn = await under({ defaultEventsMode: 'only' });
    const created = await create(optIn, { events: { types: ['signer.*'] } });
    expect(created.body.events).toEqual({ mode: 'only', types: ['signer.*'] });
    const optOut = await under({ defaultEventsMode: 'all' });
    const { body } = await create(optOut, { events: { except: ['signer.*'] } });
    expect(body.events).toEqual({ mode: 'all', except: ['signer.*'] });
    expect(refusal(await create(optOut, { events: { types: ['signer.*'] } }), 'invalid_field').path).toBe(
      'events.types',
    );
    await optOut.call('PATCH', `/webhooks/${body.id}`, {
      events: { mode: 'only', types: ['signer.signed'] },
    });
    const changed = await optOut.call('PATCH', `/webhooks/${body.id}`, { events: { types: ['form.*'] } });
    expect(changed.body.events).toEqual({ mode: 'only', types: ['form.*'] });
  });
});
