// From an accepted event to a recorded delivery: what a receiver gets, what happens when it fails, and what the log shows.
import { createSecretKey } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sign } from '../../src/dialects/standard-webhooks.ts';
import { createManualClock } from '../harness/manual-clock.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type TestSignpost } from '../harness/signpost.ts';

const clock = createManualClock();
let signpost: TestSignpost;
let receiver: Receiver;

beforeAll(async () => {
  receiver = await startReceiver();
  signpost = await startSignpost({ clock, sqlNow: clock.sqlNow, random: () => 0.5 });
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
});

it('delivers an event with the bytes that were sent, and shows exactly what went over the wire (G2, G3, I21)', async () => {
  const tenant = await signpost.tenant();
  const { id } = await tenant.webhook(receiver.url('/exact'), {
    delivery: { headers: { 'X-Team': 'loans' } },
  });
  const content = '{"z":1.0,"a":"\\u00e9é","big":12345678901234567890}';
  const recorded = signpost.recorded();
  const event = `{"id":"event-1","type":"envelope.completed","envelopeId":"E 1","content":${content}}`;
  const accepted = await tenant.call('POST', '/events', event);
  expect(accepted.body).toEqual({ id: 'event-1', deliveries: 1 });
  const request = await receiver.next('/exact');
  await recorded;

  const text = request.body.toString();
  expect(text).toContain(`"data":${content}}`);
  expect(JSON.parse(text)).toMatchObject({
    id: 'event-1',
    type: 'envelope.completed',
    envelope: { id: 'E 1' },
  });
  const [delivery] = await tenant.deliveries();
  expect(delivery).toMatchObject({ eventId: 'event-1', webhookId: id, status: 'succeeded', attempts: 1 });
  const log = (await tenant.call('GET', `/deliveries/${delivery?.id}`)).body.attemptLog;
  expect(log).toHaveLength(1);
  expect(log[0].request.body).toBe(text);
  expect(log[0].request.headers.flat()).toEqual(request.rawHeaders);
  expect(log[0].response).toMatchObject({ status: 200 });
});

it('retries by the schedule from the end of the attempt, signs each attempt anew, and keeps the id (E8, I25, N1, N6)', async () => {
  const tenant = await signpost.tenant();
  await tenant.webhook(receiver.url('/twice'), { delivery: { retrySchedule: ['10s', '1m'] } });
  receiver.answer('/twice', { status: 503, times: 2 });
  await tenant.send({ id: 'retried' });
  await receiver.count('/twice', 1);
  await settled(tenant, { attempts: 1 });
  expect((await tenant.deliveries())[0]).toMatchObject({ status: 'pending', attempts: 1 });

  clock.advance(9_000);
  expect(receiver.requests('/twice')).toHaveLength(1);
  clock.advance(1_000);
  await settled(tenant, { attempts: 2 });
  clock.advance(60_000);
  await settled(tenant, { attempts: 3 });

  const requests = receiver.requests('/twice');
  expect(requests).toHaveLength(3);
  const ids = requests.map(({ headers }) => headers['webhook-id']);
  expect(new Set(ids)).toEqual(new Set(['retried']));
  expect(new Set(requests.map(({ headers }) => headers['webhook-signature'])).size).toBe(3);
  expect((await tenant.deliveries())[0]).toMatchObject({ status: 'succeeded', attempts: 3 });
});

it('fails a delivery when its schedule is used up, and sends it again when asked (I22, I23)', async () => {
  const tenant = await signpost.tenant();
  await tenant.webhook(receiver.url('/down'), { delivery: { retrySchedule: ['1s'] } });
  receiver.answer('/down', { status: 500, times: 2 });
  await tenant.send();
  await settled(tenant, { attempts: 1 });
  clock.advance(1_000);
  const [failed] = await settled(tenant, { status: 'failed' });
  expect(failed).toMatchObject({ attempts: 2, lastStatus: 500, nextAttemptAt: null });

  const held = receiver.hold('/down');
  const answer = await tenant.call('POST', `/deliveries/${failed?.id}/resend`);
  expect(answer).toMatchObject({ status: 202, body: { status: 'pending' } });
  held.release();
  await settled(tenant, { status: 'succeeded', attempts: 3 });
  const log = (await tenant.call('GET', `/deliveries/${failed?.id}`)).body.attemptLog;
  expect(log.map((attempt: { trigger: string }) => attempt.trigger)).toEqual(['manual', 'auto', 'auto']);
});

it('sends a succeeded delivery again, but never beside a running attempt (I24)', async () => {
  const tenant = await signpost.tenant();
  await tenant.webhook(receiver.url('/again'));
  await tenant.send();
  const [delivery] = await settled(tenant, { status: 'succeeded' });
  const held = receiver.hold('/again');
  const resend = () => tenant.call('POST', `/deliveries/${delivery?.id}/resend`);
  expect((await resend()).status).toBe(202);
  await receiver.count('/again', 2);
  expect(await resend()).toMatchObject({ status: 409, body: { error: { code: 'delivery_in_progress' } } });
  held.release();
  await settled(tenant, { status: 'succeeded', attempts: 2 });
});

it('holds what waits while a webhook is disabled, and releases it when it is enabled again (G13, N7)', async () => {
  const tenant = await signpost.tenant();
  const { id } = await tenant.webhook(receiver.url('/paused'), { delivery: { retrySchedule: ['1h'] } });
  receiver.answer('/paused', { status: 500, times: 1 });
  await tenant.send();
  await settled(tenant, { attempts: 1 });
  expect((await tenant.call('POST', `/webhooks/${id}/disable`)).body.status).toBe('disabled');
  expect((await tenant.deliveries())[0]).toMatchObject({ status: 'held' });
  clock.advance(2 * 3600_000);
  expect((await tenant.send()).deliveries).toBe(0);
  expect(receiver.requests('/paused')).toHaveLength(1);

  await tenant.call('POST', `/webhooks/${id}/enable`);
  await settled(tenant, { status: 'succeeded', attempts: 2 });
});

it('holds the retry of an attempt that was running when its webhook was disabled', async () => {
  const tenant = await signpost.tenant();
  const { id } = await tenant.webhook(receiver.url('/running'));
  const held = receiver.hold('/running', { status: 500 });
  await tenant.send();
  await receiver.count('/running', 1);
  await tenant.call('POST', `/webhooks/${id}/disable`);
  held.release();
  await settled(tenant, { status: 'held', attempts: 1 });
});

it('cancels what waits when a webhook is deleted, and keeps its history', async () => {
  const tenant = await signpost.tenant();
  const { id } = await tenant.webhook(receiver.url('/deleted'));
  receiver.answer('/deleted', { status: 500, times: 1 });
  await tenant.send();
  await settled(tenant, { attempts: 1 });
  expect((await tenant.call('DELETE', `/webhooks/${id}?confirm=Receiver`)).status).toBe(204);
  const [delivery] = await tenant.deliveries();
  expect(delivery).toMatchObject({ status: 'cancelled', attempts: 1 });
  const resend = await tenant.call('POST', `/deliveries/${delivery?.id}/resend`);
  expect(resend).toMatchObject({ status: 409, body: { error: { code: 'delivery_not_sendable' } } });
});

it('disables a webhook whose receiver answers 410 Gone', async () => {
  const tenant = await signpost.tenant();
  const { id } = await tenant.webhook(receiver.url('/gone'));
  receiver.answer('/gone', { status: 410 });
  await tenant.send();
  await settled(tenant, { status: 'failed', attempts: 1 });
  await expect
    .poll(async () => (await tenant.call('GET', `/webhooks/${id}`)).body)
    .toMatchObject({ status: 'disabled', disabledReason: 'gone' });
});

it('never counts a redirect as delivered and never follows it', async () => {
  const tenant = await signpost.tenant();
  await tenant.webhook(receiver.url('/moved'), { delivery: { retrySchedule: [] } });
  receiver.answer('/moved', { status: 307, headers: { location: receiver.url('/elsewhere') } });
  await tenant.send();
  expect((await settled(tenant, { status: 'failed' }))[0]).toMatchObject({ lastStatus: 307 });
  expect(receiver.requests('/elsewhere')).toHaveLength(0);
});

it('routes by event type, topic and exception, each webhook to its own URL (E2, E5, E6)', async () => {
  const tenant = await signpost.tenant();
  await tenant.webhook(receiver.url('/signers'), { events: { mode: 'only', types: ['signer.*'] } });
  await tenant.webhook(receiver.url('/completed'), {
    events: { mode: 'only', types: ['envelope.completed'] },
  });
  await tenant.webhook(receiver.url('/most'), { events: { mode: 'all', except: ['signer.viewed'] } });
  const count = async (type: string) => (await tenant.send({ type })).deliveries;
  expect(await count('signer.viewed')).toBe(1);
  expect(await count('signer.signed')).toBe(2);
  expect(await count('envelope.completed')).toBe(2);
  expect(await count('form.submitted')).toBe(1);
  await receiver.count('/signers', 2);
  await receiver.count('/completed', 1);
  await receiver.count('/most', 3);
});

it('does not deliver an event to a webhook that was created after it', async () => {
  const tenant = await signpost.tenant();
  expect((await tenant.send()).deliveries).toBe(0);
  await tenant.webhook(receiver.url('/late'));
  expect((await tenant.send()).deliveries).toBe(1);
  await receiver.count('/late', 1);
  const unmatched = (await tenant.call('GET', '/events?status=unmatched')).body.data;
  expect(unmatched).toHaveLength(1);
});

it('signs with the old and the new secret during the overlap, and with the new one alone after it (G14, N2)', async () => {
  const tenant = await signpost.tenant();
  const { id, secret: first } = await tenant.webhook(receiver.url('/rotated'));
  const rotate = async (body?: object) =>
    (await tenant.call('POST', `/webhooks/${id}/rotate-secret`, body)).body;
  const second = await rotate({ graceSeconds: 3600 });
  expect(second.secret).toMatch(/^whsec_/);
  expect(Date.parse(second.overlapEndsAt)).toBe(clock.now() + 3600_000);
  await tenant.send();
  expect(await signers('/rotated', { first, second: second.secret })).toEqual(['second', 'first']);

  clock.advance(3600_000);
  await tenant.send();
  expect(await signers('/rotated', { first, second: second.secret })).toEqual(['second']);

  const third = await rotate({ graceSeconds: 0 });
  await tenant.send();
  expect(await signers('/rotated', { second: second.secret, third: third.secret })).toEqual(['third']);
  expect(JSON.stringify((await tenant.call('GET', `/webhooks/${id}`)).body)).not.toContain('whsec_');
});

it('keeps at most four earlier secrets, the newest ones', async () => {
  const tenant = await signpost.tenant();
  const { id, secret } = await tenant.webhook(receiver.url('/often'));
  const secrets: Record<string, string> = { s0: secret };
  for (const name of ['s1', 's2', 's3', 's4', 's5']) {
    secrets[name] = (await tenant.call('POST', `/webhooks/${id}/rotate-secret`)).body.secret;
  }
  await tenant.send();
  expect(await signers('/often', secrets)).toEqual(['s5', 's4', 's3', 's2', 's1']);
});

it('goes on delivering when the clock is set back', async () => {
  const tenant = await signpost.tenant();
  await tenant.webhook(receiver.url('/back'));
  await tenant.send();
  clock.set(clock.now() - 3600_000);
  await tenant.send();
  await receiver.count('/back', 2);
  clock.set(clock.now() + 3600_000);
});

type Tenant = Awaited<ReturnType<TestSignpost['tenant']>>;

/** Many: the second is needed seldom, and tests reckon with the time that they set. */
const looksPerSecond = 75;

/** The tenant's deliveries, as soon as the newest of them looks as expected. */
async function settled(tenant: Tenant, expected: object): Promise<readonly { id: string }[]> {
  let looks = 0;
  const look = () => {
    looks += 1;
    // A node that meets another statement at a lane looks again after a second, which only passes here when it is made to.
    if (looks % looksPerSecond === 0) clock.advance(1_000);
    return tenant.deliveries();
  };
  await expect
    .poll(look, { timeout: 5_000, interval: 10 })
    .toEqual(expect.arrayContaining([expect.objectContaining(expected)]));
  return tenant.deliveries();
}

/** Which of the named secrets signed the next request, in the order of its signatures. */
async function signers(path: string, secrets: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { headers, body } = await receiver.next(path);
  const id = String(headers['webhook-id']);
  const timestamp = Number(headers['webhook-timestamp']);
  const signatures = String(headers['webhook-signature']).split(' ');
  const names = Object.entries(secrets).map(([name, secret]) => {
    const key = createSecretKey(Buffer.from(secret.slice('whsec_'.length), 'base64'));
    return [sign({ id, timestamp, body, keys: [{ key }] }), name] as const;
  });
  return signatures.map((signature) => new Map(names).get(signature) ?? 'unknown');
}

it('has the end recorded at once where others of its webhook wait for it', async () => {
  const tenant = await signpost.tenant();
  const recordedOf = async (path: string, delivery: object) => {
    const { id } = await tenant.webhook(receiver.url(path), { delivery });
    const recorded = signpost.recorded(({ webhookId }) => webhookId === id);
    await tenant.send({ type: 'signer.signed', envelopeId: 'E-waited' });
    return (await recorded).isAwaited;
  };
  receiver.answer('/unwell', { status: 503 });
  expect(await recordedOf('/nobody', {})).toBe(false);
  expect(await recordedOf('/places', { maxConcurrent: 1 })).toBe(true);
  expect(await recordedOf('/order', { ordering: 'per-envelope' })).toBe(true);
  expect(await recordedOf('/unwell', {})).toBe(true);
});
