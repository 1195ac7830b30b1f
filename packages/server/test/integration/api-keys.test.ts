// API keys: their expiry, when they were last used, and how often they may call; and how often one address may be wrong
// about who it is (N16).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../harness/http.ts';
import { createManualClock, type ManualClock } from '../harness/manual-clock.ts';
import { goodPassword, setUp } from '../harness/people.ts';
import { caller, startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

let clock: ManualClock;
let signpost: TestSignpost;
let tenant: Tenant;
let keys: string;

async function start(config = {}): Promise<void> {
  clock = createManualClock();
  signpost = await startSignpost({ clock, config });
  tenant = await signpost.tenant();
  keys = `/api/v1/applications/${tenant.appId}/envs/PRODUCTION/keys`;
}
afterEach(() => signpost.stop());

const hour = 3_600_000;
const inHours = (hours: number) => new Date(clock.now() + hours * hour).toISOString();
const make = async (body: object) =>
  (await signpost.call('POST', keys, { name: 'k', scopes: ['events:read', 'webhooks:write'], ...body })).body;
const listed = async (id: string) =>
  (await signpost.call('GET', keys)).body.data.find((key: { id: string }) => key.id === id);
const events = () => `/api/v1/applications/${tenant.appId}/envs/PRODUCTION/events`;

describe('a key', () => {
  beforeEach(() => start());

  it('is refused from the moment it expires, in every way of calling, and is listed as expired', async () => {
    const { id, key, expiresAt } = await make({ expiresAt: inHours(1) });
    expect(expiresAt).toBe(inHours(1));
    const call = caller(signpost.app.url, key);
    const context = `/v4/applications/${tenant.appId}/envs/PRODUCTION/webhooks/`;
    expect((await call('GET', events())).status).toBe(200);
    expect((await call('GET', '/api/v1/topics')).status).toBe(200);
    expect((await call('GET', context)).status).toBe(403);
    expect(await listed(id)).toMatchObject({ status: 'active', expiresAt });
    clock.advance(hour);
    refusal(await call('GET', events()), 'unauthenticated');
    refusal(await call('GET', '/api/v1/topics'), 'unauthenticated');
    refusal(await call('GET', '/api/v1/organizations'), 'unauthenticated');
    expect((await call('GET', context)).status).toBe(401);
    expect(await listed(id)).toMatchObject({ status: 'expired', expiresAt });
  });

  it('does not expire unless told to, and not in the past', async () => {
    expect(await make({})).toMatchObject({ expiresAt: null });
    expect(await make({ expiresAt: null })).toMatchObject({ expiresAt: null });
    for (const expiresAt of [inHours(-1), new Date(clock.now()).toISOString()]) {
      const refused = await signpost.call('POST', keys, { name: 'k', scopes: ['events:read'], expiresAt });
      expect(refusal(refused, 'invalid_field').path).toBe('expiresAt');
    }
    const unreadable = await signpost.call('POST', keys, {
      name: 'k',
      scopes: ['events:read'],
      expiresAt: 'soon',
    });
    expect(refusal(unreadable, 'invalid_field').path).toBe('expiresAt');
  });

  it('shows when it was last used, to the minute', async () => {
    const { id, key } = await make({});
    const call = caller(signpost.app.url, key);
    expect(await listed(id)).toMatchObject({ lastUsedAt: null });
    const shown = (at: string) =>
      until(async () => {
        clock.advance(5_000);
        return (await listed(id)).lastUsedAt === at;
      }, `a last use at ${at}`);
    const first = new Date(clock.now()).toISOString();
    await call('GET', events());
    await shown(first);
    await call('GET', events());
    clock.advance(60_000);
    const second = new Date(clock.now()).toISOString();
    await call('GET', events());
    await shown(second);
  });

  it('has its last use written when the server stops', async () => {
    const { id, key } = await make({});
    await caller(signpost.app.url, key)('GET', events());
    const usedAt = new Date(clock.now()).toISOString();
    const again = await startSignpost({ databaseUrl: signpost.databaseUrl, clock });
    const read = async () =>
      (await again.call('GET', keys)).body.data.find((one: { id: string }) => one.id === id).lastUsedAt;
    expect(await read()).toBeNull();
    const stopping = signpost;
    signpost = { ...again, stop: async () => {} };
    await stopping.app.stop();
    expect(await read()).toBe(usedAt);
    await again.stop();
    await stopping.stop();
  });

  it('stands in the audit log with what it changes, also by the Ignisign-compatible API', async () => {
    const { id, key } = await make({});
    const call = caller(signpost.app.url, key);
    const base = `/api/v1/applications/${tenant.appId}/envs/PRODUCTION`;
    await call('POST', `${base}/webhooks`, { name: 'w', url: 'https://receiver.invalid/' });
    await call('POST', `/v4/applications/${tenant.appId}/envs/PRODUCTION/webhooks`, {
      url: 'https://other.invalid/',
    });
    const { body } = await signpost.call('GET', `/api/v1/audit?action=webhook.created&actor=${id}`);
    expect(body.data.map((entry: { after: { url: string } }) => entry.after.url)).toEqual([
      'https://other.invalid/',
      'https://receiver.invalid/',
    ]);
    expect(body.data[0].actor).toEqual({ kind: 'key', id, name: 'k' });
  });
});

describe('the rate of a key', () => {
  beforeEach(() => start({ requestsPerSecond: 4 }));

  it('is told when it comes near, refused when it is over, and comes back', async () => {
    const answers = [];
    for (let index = 0; index < 5; index++) answers.push(await tenant.call('GET', '/events'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429]);
    expect(answers.map(({ headers }) => headers.get('ratelimit-remaining'))).toEqual([
      null,
      null,
      '1',
      '0',
      '0',
    ]);
    const last = answers[4];
    if (!last) throw new Error('There is no fifth answer.');
    expect(refusal(last, 'rate_limited')).toMatchObject({ limit: 4, retryAfterSeconds: 1 });
    const names = ['retry-after', 'ratelimit-limit', 'ratelimit-reset'];
    expect(names.map((name) => last.headers.get(name))).toEqual(['1', '4', '1']);
    clock.advance(1_000);
    expect((await tenant.call('GET', '/events')).status).toBe(200);
  });

  it('holds for events and the Ignisign-compatible API too, and for each key by itself, but not for the root key', async () => {
    for (let index = 0; index < 4; index++) await tenant.send();
    refusal(await tenant.call('POST', '/events', { type: 'signer.signed', content: {} }), 'rate_limited');
    const path = `/v4/applications/${tenant.appId}/envs/PRODUCTION/webhooks`;
    const vendor = await caller(signpost.app.url, tenant.key)('GET', path);
    expect([vendor.status, vendor.body.code]).toEqual([429, 'RATE_LIMITED']);
    const other = await make({});
    expect((await caller(signpost.app.url, other.key)('GET', events())).status).toBe(200);
    for (let index = 0; index < 6; index++) expect((await signpost.call('GET', keys)).status).toBe(200);
  });
});

describe('an address that is wrong again and again', () => {
  beforeEach(() => start({ trustedProxies: ['127.0.0.0/8'] }));

  const trySignIn = (address: string, email: string, password: string) =>
    caller(signpost.app.url, null)(
      'POST',
      '/api/v1/auth/sign-in',
      { email, password },
      { 'x-forwarded-for': address },
    );

  it('must wait, whatever accounts it tries; right ones do not count, and others go on', async () => {
    const { email } = await setUp(signpost);
    for (let index = 0; index < 3; index++)
      expect((await trySignIn('203.0.113.1', email, goodPassword)).status).toBe(200);
    const statuses = await Promise.all(
      Array.from({ length: 61 }, async (_, index) => trySignIn('203.0.113.1', `p${index}@xyzbank.com`, 'x')),
    );
    expect(statuses.filter(({ status }) => status === 401)).toHaveLength(60);
    const refused = await trySignIn('203.0.113.1', email, goodPassword);
    expect(refusal(refused, 'too_many_attempts').retryAfterSeconds).toBe(1);
    expect((await trySignIn('203.0.113.2', email, goodPassword)).status).toBe(200);
    clock.advance(1_000);
    expect((await trySignIn('203.0.113.1', email, goodPassword)).status).toBe(200);
  });
});
