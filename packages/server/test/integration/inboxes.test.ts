// Test inboxes: the whole loop without another server, from what is accepted to what is shown (issue 7; decision 0022).
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { limit } from '../../src/domain/limits.ts';
import { createTestDatabase } from '../harness/database.ts';
import { refusal } from '../harness/http.ts';
import { createManualClock } from '../harness/manual-clock.ts';
import { caller, startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

let signpost: TestSignpost;
let tenant: Tenant;

/** Loopback is closed: what is delivered to an inbox is not let through a hole. */
beforeAll(async () => {
  signpost = await startSignpost({ config: { allowCidrs: [] } });
});
/** Each may have only so many. */
beforeEach(async () => {
  tenant = await signpost.tenant({ environment: 'TEST' });
});
afterAll(() => signpost.stop());

async function makeInbox(settings?: object, of = tenant) {
  const { status, body } = await of.call('POST', '/inboxes', settings);
  expect(status, JSON.stringify(body)).toBe(201);
  return body as { id: string; url: string };
}
// biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape
const requestsOf = async ({ id }: { id: string }, of = tenant): Promise<any[]> =>
  (await of.call('GET', `/inboxes/${id}/requests`)).body.data;
const requestOf = async (inbox: { id: string }, request: { id: string }) =>
  (await tenant.call('GET', `/inboxes/${inbox.id}/requests/${request.id}`)).body;
const post = (url: string, body: string | Buffer = '{}', headers = {}) =>
  fetch(url, { method: 'POST', body: body as string, headers });

async function delivered(settings: object, webhookSettings: object = {}) {
  const inbox = await makeInbox(settings);
  const webhook = await tenant.webhook(inbox.url, webhookSettings);
  const recorded = signpost.recorded(({ webhookId }) => webhookId === webhook.id);
  const event = await tenant.send({ content: { name: 'Ada', about: 'inbox' } });
  await recorded;
  return { inbox, webhook, event };
}

describe('a delivery to an inbox', () => {
  it('is shown with the very bytes and headers, and its signature verifies by the libraries of receivers (N1)', async () => {
    const { inbox, webhook, event } = await delivered({});
    const [request, ...others] = await requestsOf(inbox);
    expect(others).toEqual([]);
    expect(request).toMatchObject({
      webhookId: webhook.id,
      method: 'POST',
      eventId: event.id,
      test: false,
      signature: 'verified',
      answeredStatus: 200,
      bodyTruncated: false,
    });
    const { headers, body, bodyEncoding } = await requestOf(inbox, request);
    expect(bodyEncoding).toBe('utf8');
    expect(() => new Verifier(webhook.secret).verify(body, Object.fromEntries(headers))).not.toThrow();
    const [delivery] = await tenant.deliveries(`?webhookId=${webhook.id}`);
    const { attemptLog: attempts } = (await tenant.call('GET', `/deliveries/${delivery?.id}`)).body;
    expect(attempts[0]).toMatchObject({ outcome: 'succeeded', request: { url: inbox.url, headers, body } });
    expect(attempts[0].response.body).toBe('{"received":true}');
  });

  it('fails as the inbox is told, is tried again, and gets through once it is told otherwise (E8)', async () => {
    const { inbox, webhook } = await delivered(
      { answer: { status: 500, body: '{"reason":"down"}' } },
      { delivery: { retrySchedule: ['1s'] } },
    );
    const deliveries = `?webhookId=${webhook.id}`;
    expect((await tenant.deliveries(deliveries))[0]).toMatchObject({ status: 'pending', attempts: 1 });
    const patched = await tenant.call('PATCH', `/inboxes/${inbox.id}`, { answer: { status: 204 } });
    expect(patched.body.answer).toEqual({ status: 204, delaySeconds: 0, body: '{"reason":"down"}' });
    await until(
      async () => (await tenant.deliveries(deliveries))[0]?.status === 'succeeded' || null,
      'the retry',
    );
    const requests = await requestsOf(inbox);
    expect(requests.map(({ answeredStatus }) => answeredStatus)).toEqual([204, 500]);
    expect(requests[0].eventId).toBe(requests[1].eventId);
    expect(requests[0].signature).toBe('verified');
  });

  it('runs into the time limit of the webhook when the inbox waits longer', async () => {
    const { inbox, webhook } = await delivered(
      { answer: { delaySeconds: 30 } },
      { delivery: { timeoutSeconds: 1, retrySchedule: [] } },
    );
    const [delivery] = await tenant.deliveries(`?webhookId=${webhook.id}`);
    expect(delivery).toMatchObject({ status: 'failed' });
    const { attemptLog: attempts } = (await tenant.call('GET', `/deliveries/${delivery?.id}`)).body;
    expect(attempts[0].error).toEqual({ kind: 'timeout', message: expect.stringContaining('1 s') });
    expect((await requestsOf(inbox))[0]).toMatchObject({ answeredAfterSeconds: 30 });
  });

  it('is answered as the format of the webhook wants it, where nothing else was said', async () => {
    const { inbox, webhook } = await delivered({}, { payload: { dialect: 'ignisign' } });
    expect((await tenant.deliveries(`?webhookId=${webhook.id}`))[0]?.status).toBe('succeeded');
    const global = await tenant.webhook(inbox.url, { payload: { dialect: 'esignglobal' } });
    const { body } = await tenant.call('POST', `/webhooks/${global.id}/test`);
    expect(body).toMatchObject({
      outcome: 'succeeded',
      response: { body: '{"code":"200","msg":"success"}' },
    });
  });

  it('keeps no credential: history does not either', async () => {
    const basic = { type: 'basic', username: 'lms', password: 'correct horse' };
    const { inbox } = await delivered({}, { auth: basic });
    const custom = await tenant.webhook(inbox.url, {
      auth: { type: 'custom', name: 'X-Own', value: 'hunter22' },
    });
    await tenant.call('POST', `/webhooks/${custom.id}/test`);
    const requests = await requestsOf(inbox);
    const shown = await Promise.all(requests.map((request: { id: string }) => requestOf(inbox, request)));
    const headers = shown.flatMap((request) => request.headers);
    expect(headers).toContainEqual(['authorization', '[redacted]']);
    expect(headers).toContainEqual(['X-Own', '[redacted]']);
    expect(JSON.stringify(shown)).not.toMatch(/hunter22|correct horse|bG1zOmNvcnJlY3Q/);
  });

  it('can be a test, also before the webhook is saved, and is marked as one (L27)', async () => {
    const inbox = await makeInbox();
    const { body } = await tenant.call('POST', '/webhooks/test', { settings: { name: 'w', url: inbox.url } });
    expect(body).toMatchObject({ outcome: 'succeeded', timing: { connectMs: null } });
    expect(await requestsOf(inbox)).toMatchObject([{ test: true, signature: 'verified' }]);
  });

  it('fails with a reason once the inbox is gone, which then belongs to no URL', async () => {
    const { inbox, webhook } = await delivered({}, { delivery: { retrySchedule: [] } });
    expect((await tenant.call('DELETE', `/inboxes/${inbox.id}`)).status).toBe(204);
    refusal(await tenant.call('GET', `/inboxes/${inbox.id}`), 'not_found');
    expect((await post(inbox.url)).status).toBe(404);
    const { body } = await tenant.call('POST', `/webhooks/${webhook.id}/test`);
    expect(body).toMatchObject({ outcome: 'failed', error: { kind: 'blocked' } });
  });
});

describe('whatever else comes', () => {
  it('is judged by the webhooks that send there: none, a forged signature, a true one, an old one', async () => {
    const inbox = await makeInbox();
    const signatureOf = async () => (await requestsOf(inbox))[0].signature;
    expect(await (await post(inbox.url)).text()).toBe('{"received":true}');
    expect(await signatureOf()).toBe('unknown');
    const webhook = await tenant.webhook(inbox.url);
    const sign = (secret: string, at = new Date()) => ({
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Verifier(secret).sign('evt_1', at, '{"a":1}'),
    });
    const cases = [
      ['unsigned', {}, null],
      ['wrong', sign(`whsec_${Buffer.alloc(32).toString('base64')}`), null],
      ['verified', sign(webhook.secret), webhook.id],
      ['stale', sign(webhook.secret, new Date(Date.now() - 600_000)), webhook.id],
    ] as const;
    for (const [wanted, headers, webhookId] of cases) {
      expect((await post(inbox.url, '{"a":1}', headers)).status).toBe(200);
      expect((await requestsOf(inbox))[0]).toMatchObject({ signature: wanted, webhookId });
    }
  });

  it('verifies by either secret during an overlap, and by a key pair', async () => {
    const inbox = await makeInbox();
    const { id } = await tenant.webhook(inbox.url);
    await tenant.call('POST', `/webhooks/${id}/rotate-secret`, { scheme: 'ed25519' });
    await tenant.call('POST', `/webhooks/${id}/test`);
    await tenant.call('POST', `/webhooks/${id}/end-overlap`);
    await tenant.call('POST', `/webhooks/${id}/test`);
    const requests = await requestsOf(inbox);
    expect(requests.map(({ signature }) => signature)).toEqual(['verified', 'verified']);
    const { headers } = await requestOf(inbox, requests[0]);
    expect(Object.fromEntries(headers)['webhook-signature']).toMatch(/^v1a,\S+$/);
  });

  it('is kept by any method and of any bytes, and shown with its path', async () => {
    const inbox = await makeInbox();
    await fetch(`${inbox.url}?x=1`, { method: 'PUT', body: Buffer.from([0, 255]) });
    const [request] = await requestsOf(inbox);
    const path = new URL(inbox.url).pathname;
    expect(request).toMatchObject({ method: 'PUT', path: `${path}?x=1`, bodyBytes: 2 });
    expect(await requestOf(inbox, request)).toMatchObject({ body: 'AP8=', bodyEncoding: 'base64' });
  });

  it('is cut at the limit, after its signature was judged', async () => {
    const inbox = await makeInbox();
    const { secret } = await tenant.webhook(inbox.url);
    const max = limit('inbox_body_bytes_max');
    const body = 'x'.repeat(max + 10);
    const headers = {
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
      'webhook-signature': new Verifier(secret).sign('evt_1', new Date(), body),
    };
    await post(inbox.url, body, headers);
    const [request] = await requestsOf(inbox);
    expect(request).toMatchObject({ bodyBytes: max + 10, bodyTruncated: true, signature: 'verified' });
    expect((await requestOf(inbox, request)).body).toHaveLength(max);
  });
});

describe('what is kept', () => {
  it('is so many, of the newest, and no more in a second than the limit; more are told to come back', async () => {
    const clock = createManualClock();
    const held = await startSignpost({ clock, sqlNow: clock.sqlNow });
    const own = await held.tenant({ environment: 'TEST' });
    const inbox = await makeInbox({}, own);
    const perSecond = limit('inbox_requests_per_second_max');
    const kept = limit('inbox_requests_kept_max');
    for (let number = 0; number <= kept; number++) {
      if (number % perSecond === 0) clock.advance(1000);
      expect((await post(`${inbox.url}?${number}`)).status).toBe(200);
    }
    const { body } = await own.call('GET', `/inboxes/${inbox.id}`);
    expect(body.requests).toBe(kept);
    const oldest = (await own.call('GET', `/inboxes/${inbox.id}/requests?limit=${kept}`)).body.data.at(-1);
    expect(oldest.path).toMatch(/\?1$/);
    const answers = await Promise.all(Array.from({ length: perSecond + 1 }, () => post(inbox.url)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    clock.advance(limit('inbox_request_seconds_max') * 1000 + 1);
    expect(await requestsOf(inbox, own)).toEqual([]);
    expect((await own.call('GET', `/inboxes/${inbox.id}`)).body).toMatchObject({
      requests: 0,
      lastRequestAt: null,
    });
    await held.stop();
  });

  it('is told anew only when something came, and is gone when the inbox is emptied', async () => {
    const inbox = await makeInbox();
    await post(inbox.url);
    const path = `/inboxes/${inbox.id}/requests`;
    const etag = (await tenant.call('GET', path)).headers.get('etag') ?? '';
    const again = () => tenant.call('GET', path, undefined, { 'if-none-match': etag });
    expect((await again()).status).toBe(304);
    await post(inbox.url);
    expect((await again()).status).toBe(200);
    expect((await tenant.call('DELETE', path)).status).toBe(204);
    expect(await requestsOf(inbox)).toEqual([]);
    const organization = `/api/v1/organizations/${tenant.organizationId}`;
    const { data } = (await signpost.call('GET', `${organization}/audit?objectId=${inbox.id}`)).body;
    expect(data.map(({ action }: never) => action)).toEqual(['inbox.updated', 'inbox.created']);
    expect(JSON.stringify(data)).not.toContain(new URL(inbox.url).pathname);
  });
});

describe('an inbox', () => {
  it('has an address that cannot be guessed, says who sends to it, and can be renamed', async () => {
    const inbox = await makeInbox({ name: 'Loans' });
    expect(inbox.url).toMatch(new RegExp(`^${signpost.app.url}/inbox/[A-Za-z0-9]{32}$`));
    expect(inbox.url).not.toBe((await makeInbox()).url);
    const { id } = await tenant.webhook(inbox.url, { name: 'LMS' });
    const { body } = await tenant.call('PATCH', `/inboxes/${inbox.id}`, { name: 'Loans in test' });
    expect(body).toMatchObject({ name: 'Loans in test', webhooks: [{ id, name: 'LMS' }], requests: 0 });
    expect((await fetch(`${signpost.app.url}/inbox/${'A'.repeat(32)}`, { method: 'POST' })).status).toBe(404);
  });

  it('takes no answer out of bounds', async () => {
    const answers = [
      { status: 101 },
      { status: 600 },
      { delaySeconds: 31 },
      { delaySeconds: -1 },
      { body: 5 },
    ];
    for (const answer of answers) {
      const details = refusal(await tenant.call('POST', '/inboxes', { answer }), 'invalid_field');
      expect(details.path).toBe(`answer.${Object.keys(answer)[0]}`);
    }
    refusal(await tenant.call('POST', '/inboxes', { answer: { statuscode: 1 } }), 'unknown_field');
  });

  it('is limited in number', async () => {
    const own = await signpost.tenant({ environment: 'TEST' });
    const max = limit('inboxes_per_environment_max');
    const answers = await Promise.all(Array.from({ length: max + 2 }, () => own.call('POST', '/inboxes')));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(max);
    for (const answer of answers.filter(({ status }) => status !== 201)) refusal(answer, 'limit_reached');
  });

  it('is for the webhooks of its environment only: in others its URL is one like any other', async () => {
    const inbox = await makeInbox();
    for (const environment of ['TEST', 'STAGING']) {
      const other = await signpost.tenant({ environment });
      const answer = await other.call('POST', '/webhooks', { name: 'w', url: inbox.url });
      expect(refusal(answer, 'url_refused').path).toBe('url');
    }
    expect(await requestsOf(inbox)).toEqual([]);
  });

  it('is nothing for PRODUCTION: neither made there nor sent to from there', async () => {
    const production = await signpost.tenant({ environment: 'PRODUCTION' });
    refusal(await production.call('POST', '/inboxes'), 'no_inbox_in_production');
    const { url } = await makeInbox();
    const details = refusal(await production.call('POST', '/webhooks', { name: 'w', url }), 'url_refused');
    expect(details.reason).toContain('test inbox');
  });

  it('shows contents to whoever may read events, and to nobody else', async () => {
    const inbox = await makeInbox();
    const base = `/api/v1/applications/${tenant.appId}/envs/TEST`;
    const keyWith = async (...scopes: string[]) =>
      caller(signpost.app.url, (await signpost.call('POST', `${base}/keys`, { name: 'k', scopes })).body.key);
    const path = `${base}/inboxes/${inbox.id}/requests`;
    refusal(await (await keyWith('webhooks:read', 'webhooks:write'))('GET', path), 'scope_missing');
    expect((await (await keyWith('events:read'))('GET', path)).status).toBe(200);
  });
});

it('works on every node, by the address that another of them gave it', async () => {
  const other = await startSignpost({ databaseUrl: signpost.databaseUrl, config: { allowCidrs: [] } });
  const inbox = await makeInbox();
  const path = `/api/v1/applications/${tenant.appId}/envs/TEST/webhooks`;
  const call = caller(other.app.url, tenant.key);
  const created = await until(async () => {
    const answer = await call('POST', path, { name: 'w', url: inbox.url });
    return answer.status === 201 ? answer : null;
  }, 'the other node to know of the inbox');
  const { body } = await call('POST', `${path}/${created.body.id}/test`);
  expect(body.outcome).toBe('succeeded');
  expect(await requestsOf(inbox)).toHaveLength(1);
  await other.stop();
});

it('does not hold up a stop while it waits to answer: what it was sent is sent again, what others posted is answered', async () => {
  const database = await createTestDatabase();
  const held = await startSignpost({ databaseUrl: database.url });
  const own = await held.tenant({ environment: 'TEST' });
  const inbox = await makeInbox({ answer: { delaySeconds: 30 } }, own);
  await own.webhook(inbox.url, { delivery: { timeoutSeconds: 60 } });
  const posted = post(inbox.url);
  const { id } = await own.send();
  await until(async () => (await requestsOf(inbox, own)).length === 2, 'both requests');
  await own.call('PATCH', `/inboxes/${inbox.id}`, { answer: { delaySeconds: 0 } });
  const stoppingAt = performance.now();
  await held.stop();
  expect(performance.now() - stoppingAt).toBeLessThan(25_000);
  expect((await posted).status).toBe(200);
  const next = await startSignpost({ databaseUrl: database.url });
  const call = caller(next.app.url, own.key);
  const deliveries = `/api/v1/applications/${own.appId}/envs/TEST/deliveries?eventId=${id}`;
  const delivery = await until(async () => {
    const { data } = (await call('GET', deliveries)).body;
    return data[0]?.status === 'succeeded' ? data[0] : null;
  }, 'the delivery');
  expect(delivery.attempts).toBe(1);
  await next.stop();
  await database.drop();
});
