// What a webhook goes through after it was created: changes at the same time, pauses, copies, keys of another kind.
import { createPublicKey, verify } from 'node:crypto';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../harness/http.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import type { ReceivedRequest } from '../harness/recorded.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

let signpost: TestSignpost;
let receiver: Receiver;
let tenant: Tenant;

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
  tenant = await signpost.tenant();
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
});

const url = 'https://lms.example.com/hooks';
const header = ({ headers }: ReceivedRequest, name: string) => String(headers[name]);

describe('credentials that were saved (N10)', () => {
  const bearer = { auth: { type: 'bearer', token: 'the-receivers-token' } };

  it('are not sent to another server on the word of somebody who does not know them', async () => {
    const own = receiver.url('/own');
    const { id } = await tenant.webhook(own, bearer);
    const elsewhere = url;
    const refused = await tenant.call('PATCH', `/webhooks/${id}`, { url: elsewhere });
    expect(refusal(refused, 'credentials_required')).toMatchObject({ path: 'auth.token', because: 'url' });
    const tried = await tenant.call('POST', `/webhooks/${id}/test`, { settings: { url: elsewhere } });
    expect(refusal(tried, 'credentials_required').path).toBe('auth.token');
    expect((await tenant.call('GET', `/webhooks/${id}`)).body.url).toBe(own);
    const given = await tenant.call('PATCH', `/webhooks/${id}`, { url: elsewhere, ...bearer });
    expect(given.body).toMatchObject({ url: elsewhere, auth: { type: 'bearer', tokenSet: true } });
    const path = await tenant.call('PATCH', `/webhooks/${id}`, { url: `${elsewhere}/other` });
    expect(path.status).toBe(200);
    const none = await tenant.call('PATCH', `/webhooks/${id}`, { url: own, auth: { type: 'none' } });
    expect(none.body).toMatchObject({ url: own, auth: { type: 'none' } });
  });
});

describe('changes of one webhook at the same time (ETag)', () => {
  it('with If-Match only the first of two is made; the other is told to read again', async () => {
    const { id } = await tenant.webhook(url);
    const path = `/webhooks/${id}`;
    const etag = (await tenant.call('GET', path)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"\d+"$/);
    const change = (body: object) => tenant.call('PATCH', path, body, { 'if-match': etag });
    const answers = await Promise.all([change({ name: 'One' }), change({ description: 'Two' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const lost = answers.find(({ status }) => status === 412);
    expect(refusal(lost ?? answers[0], 'precondition_failed').path).toBe('If-Match');
    const now = await tenant.call('GET', path);
    expect(now.body.name === 'One').not.toBe(now.body.description === 'Two');
    expect((await tenant.call('PATCH', path, {}, { 'if-match': now.headers.get('etag') ?? '' })).status).toBe(
      200,
    );
  });

  it('without it neither undoes what the other did', async () => {
    const { id } = await tenant.webhook(url);
    const change = (body: object) => tenant.call('PATCH', `/webhooks/${id}`, body);
    const changes = [
      { name: 'New' },
      { description: 'new' },
      { delivery: { timeoutSeconds: 7 } },
      { delivery: { maxPerSecond: 3 } },
      { alerts: { disableAfter: null } },
    ];
    const answers = await Promise.all(changes.map(change));
    expect(answers.map(({ status }) => status)).toEqual(changes.map(() => 200));
    expect((await tenant.call('GET', `/webhooks/${id}`)).body).toMatchObject({
      name: 'New',
      description: 'new',
      delivery: { timeoutSeconds: 7, maxPerSecond: 3 },
      alerts: { disableAfter: null },
    });
  });

  it.each(['/enable', '/disable', '/rotate-secret', '/end-overlap'])(
    'an outdated ETag keeps POST %s and DELETE from being done',
    async (step) => {
      const { id } = await tenant.webhook(url);
      const stale = { 'if-match': '"99"' };
      refusal(await tenant.call('POST', `/webhooks/${id}${step}`, undefined, stale), 'precondition_failed');
      const gone = tenant.call('DELETE', `/webhooks/${id}?confirm=Receiver`, undefined, stale);
      refusal(await gone, 'precondition_failed');
      expect((await tenant.call('GET', `/webhooks/${id}`)).body.revision).toBe(1);
    },
  );

  it('takes a list, a weak tag and *, and refuses what is no tag', async () => {
    const { id } = await tenant.webhook(url);
    const change = (tag: string) => tenant.call('PATCH', `/webhooks/${id}`, {}, { 'if-match': tag });
    expect((await change('"7", W/"1"')).status).toBe(200);
    expect((await change('*')).status).toBe(200);
    refusal(await change('"not-ours"'), 'precondition_failed');
    expect(refusal(await change('1'), 'invalid_field').path).toBe('If-Match');
  });
});

describe('authentication to the receiver (E17, L19, L20, L21)', () => {
  it.each([
    ['basic', { type: 'basic', username: 'loans', password: 'pa55-wörd' }, 'authorization', 'Basic '],
    ['custom', { type: 'custom', name: 'X-Api-Key', value: 'k-4711-secret' }, 'x-api-key', 'k-4711-secret'],
    ['bearer', { type: 'bearer', token: 'tok-4711-secret' }, 'authorization', 'Bearer tok-4711-secret'],
  ])('%s is sent, and its secret is shown nowhere', async (name, auth, headerName, starts) => {
    const own = await signpost.tenant();
    const created = await own.webhook(receiver.url(`/auth-${name}`), { auth });
    await own.send();
    expect(header(await receiver.next(`/auth-${name}`), headerName)).toContain(starts);
    const delivery = await until(async () => (await own.deliveries('?status=succeeded'))[0], 'the delivery');
    const secret = Object.values(auth).at(-1) ?? '';
    const answers = [
      created,
      await own.call('GET', `/webhooks/${created.id}`),
      await own.call('GET', '/webhooks'),
      await own.call('GET', `/deliveries/${delivery.id}`),
    ];
    const shown = JSON.stringify(answers);
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(Buffer.from(`loans:${secret}`).toString('base64'));
    expect(shown).toContain('[redacted]');
  });
});

describe('a pause (N7)', () => {
  const failing = async (own: Tenant, path: string) => {
    receiver.answer(path, { status: 500, times: 1 });
    const webhook = await own.webhook(receiver.url(path));
    await own.send();
    await until(async () => (await own.deliveries())[0]?.attempts === 1, 'the first attempt');
    return webhook;
  };

  it('holds what waits, and sends it when the webhook is enabled again', async () => {
    const own = await signpost.tenant();
    const { id } = await failing(own, '/pause-hold');
    await own.call('POST', `/webhooks/${id}/disable`, { pending: 'hold' });
    expect(await own.deliveries()).toMatchObject([{ status: 'held' }]);
    await own.call('POST', `/webhooks/${id}/enable`);
    expect(await own.deliveries()).toMatchObject([{ status: 'pending' }]);
  });

  it('or skips it', async () => {
    const own = await signpost.tenant();
    const { id } = await failing(own, '/pause-skip');
    await own.call('POST', `/webhooks/${id}/disable`, { pending: 'skip' });
    expect(await own.deliveries()).toMatchObject([{ status: 'cancelled', attempts: 1 }]);
    await own.call('POST', `/webhooks/${id}/enable`);
    expect(await own.deliveries()).toMatchObject([{ status: 'cancelled' }]);
  });

  it('skips also what was being attempted when it began', async () => {
    const own = await signpost.tenant();
    const { id } = await own.webhook(receiver.url('/pause-running'));
    const held = receiver.hold('/pause-running', { status: 500 });
    await own.send();
    await receiver.count('/pause-running', 1);
    await own.call('POST', `/webhooks/${id}/disable`, { pending: 'skip' });
    held.release();
    const delivery = await until(async () => {
      const [found] = await own.deliveries();
      return found?.status === 'cancelled' && found;
    }, 'its end');
    expect(delivery).toMatchObject({ status: 'cancelled', attempts: 1 });
  });

  it('refuses another fate', async () => {
    const { id } = await tenant.webhook(url);
    const answer = await tenant.call('POST', `/webhooks/${id}/disable`, { pending: 'drop' });
    expect(refusal(answer, 'invalid_field').path).toBe('pending');
  });
});

it('a webhook can be created disabled: no event goes to it until it is enabled', async () => {
  const own = await signpost.tenant();
  const { id, status } = await own.webhook(receiver.url('/later'), { status: 'disabled' });
  expect(status).toBe('disabled');
  expect(await own.send()).toMatchObject({ deliveries: 0 });
  await own.call('POST', `/webhooks/${id}/enable`);
  expect(await own.send()).toMatchObject({ deliveries: 1 });
});

it('events do not go to a callout, and explain says why (L2, N4)', async () => {
  const own = await signpost.tenant();
  await own.webhook(receiver.url('/callout'), { kind: 'callout' });
  const { id, deliveries } = await own.send();
  expect(deliveries).toBe(0);
  const { body } = await own.call('GET', `/events/${id}/explain`);
  expect(JSON.stringify(body)).toContain('callout');
});

describe('a copy (all but secrets)', () => {
  const settings = {
    name: 'Loans',
    description: 'd',
    events: { mode: 'only', types: ['signer.*'] },
    delivery: { timeoutSeconds: 9, headers: { 'X-Team': 'loans' }, retrySchedule: ['1m'] },
    auth: { type: 'basic', username: 'u', password: 'secret-of-the-original' },
    alerts: { emails: ['a@example.com'] },
  };

  it('has the settings, is disabled, and says which secrets it lacks', async () => {
    const original = await tenant.webhook(url, settings);
    const { status, body } = await tenant.call('POST', `/webhooks/${original.id}/duplicate`);
    expect(status).toBe(201);
    const { id: _, auth: _auth, name: _name, disabledAt: _at, secret, notCopied, ...rest } = body;
    expect(original).toMatchObject({
      ...rest,
      status: 'enabled',
      disabledReason: null,
      ...changing(original),
    });
    expect(body).toMatchObject({ name: 'Loans (copy)', status: 'disabled', auth: { type: 'none' } });
    expect([notCopied, secret === original.secret]).toEqual([['auth'], false]);
    const given = await tenant.call('POST', `/webhooks/${original.id}/duplicate`, {
      name: 'Other',
      auth: { type: 'bearer', token: 't' },
    });
    expect(given.body).toMatchObject({
      name: 'Other',
      auth: { type: 'bearer', tokenSet: true },
      notCopied: [],
    });
  });

  const changing = ({ createdAt, updatedAt, signing }: Record<string, unknown>) => ({
    createdAt,
    updatedAt,
    signing,
  });

  it('goes to another environment only by who may act in all of them', async () => {
    const original = await tenant.webhook(url, { name: 'Loans' });
    const body = { environment: 'TEST' };
    refusal(await tenant.call('POST', `/webhooks/${original.id}/duplicate`, body), 'root_key_required');
    const app = `/api/v1/applications/${tenant.appId}/envs`;
    const path = `${app}/PRODUCTION/webhooks/${original.id}/duplicate`;
    const copied = await signpost.call('POST', path, body);
    expect(copied).toMatchObject({ status: 201, body: { name: 'Loans' } });
    const there = await signpost.call('GET', `${app}/TEST/webhooks/${copied.body.id}`);
    expect(there.body).toMatchObject({ url, name: 'Loans' });
  });

  it('is checked like a new webhook: what DEVELOPMENT may send to, PRODUCTION may not', async () => {
    const local = await startSignpost({ config: { allowCidrs: [] } });
    const own = await local.tenant({ environment: 'PRODUCTION' });
    const { id } = await own.webhook(url);
    const path = `/api/v1/applications/${own.appId}/envs/PRODUCTION/webhooks/${id}/duplicate`;
    refusal(await local.call('POST', path, { auth: { type: 'basic' } }), 'missing_field');
    refusal(await local.call('POST', path, { environment: 'NOWHERE' }), 'invalid_field');
    await local.stop();
  });
});

describe('signing by a key pair (N1)', () => {
  const isSigned = (request: ReceivedRequest, publicKey: string) => {
    const raw = Buffer.from(publicKey.slice('whpk_'.length), 'base64');
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') },
      format: 'jwk',
    });
    const text = `${header(request, 'webhook-id')}.${header(request, 'webhook-timestamp')}.`;
    const signed = Buffer.concat([Buffer.from(text), request.body]);
    return header(request, 'webhook-signature')
      .split(' ')
      .filter((part) => part.startsWith('v1a,'))
      .some((part) => verify(null, signed, key, Buffer.from(part.slice(4), 'base64')));
  };

  it('is verified with the public key, which can be read at any time; the private one never', async () => {
    const own = await signpost.tenant();
    const created = await own.webhook(receiver.url('/ed25519'), { signing: { scheme: 'ed25519' } });
    expect(created.secret).toBeNull();
    const { signing } = (await own.call('GET', `/webhooks/${created.id}`)).body;
    expect(signing).toMatchObject({ scheme: 'ed25519', publicKey: expect.stringMatching(/^whpk_.{43}=$/) });
    await own.send();
    const request = await receiver.next('/ed25519');
    expect(isSigned(request, signing.publicKey)).toBe(true);
    const other = await own.webhook(url, { signing: { scheme: 'ed25519' } });
    expect(isSigned(request, (other['signing'] as { publicKey: string }).publicKey)).toBe(false);
  });

  it('takes over from a secret with an overlap in which both sign, until it is ended (N2, G14)', async () => {
    const own = await signpost.tenant();
    const { id, secret } = await own.webhook(receiver.url('/to-ed25519'));
    const rotated = (await own.call('POST', `/webhooks/${id}/rotate-secret`, { scheme: 'ed25519' })).body;
    expect(rotated).toMatchObject({ secret: null, signing: { overlapEndsAt: rotated.overlapEndsAt } });
    await own.send();
    const both = await receiver.next('/to-ed25519');
    expect(isSigned(both, rotated.signing.publicKey)).toBe(true);
    expect(() =>
      new Verifier(secret).verify(both.body, both.headers as Record<string, string>),
    ).not.toThrow();
    const ended = (await own.call('POST', `/webhooks/${id}/end-overlap`)).body;
    expect(ended.signing).toMatchObject({ scheme: 'ed25519', overlapEndsAt: null });
    await own.send();
    expect(header(await receiver.next('/to-ed25519'), 'webhook-signature')).toMatch(/^v1a,\S+$/);
  });
});
