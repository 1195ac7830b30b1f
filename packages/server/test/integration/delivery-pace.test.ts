// What a webhook and its receiver bear: limits over all nodes, pauses after trouble, and that nobody else is held up.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createManualClock } from '../harness/manual-clock.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { startTally } from '../harness/tally.ts';
import { until } from '../harness/until.ts';

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());

const events = (count: number) =>
  Array.from({ length: count }, () => ({ type: 'signer.signed', content: {} }));
const post = async (tenant: Tenant, count: number) =>
  expect((await tenant.call('POST', '/events', events(count))).status).toBe(202);
const times = (path: string) => receiver.requests(path).map(({ arrivedAt }) => arrivedAt);

describe('over two nodes', { timeout: 60_000 }, () => {
  let nodes: readonly TestSignpost[];
  let tenant: Tenant;
  beforeAll(async () => {
    const first = await startSignpost();
    nodes = [first, await startSignpost({ databaseUrl: first.databaseUrl })];
    tenant = await first.tenant();
  });
  afterAll(async () => {
    for (const node of [...nodes].reverse()) await node.stop();
  });

  it('a webhook gets as many requests a second as it bears, and no more (N6)', async () => {
    await tenant.webhook(receiver.url('/rate'), { delivery: { maxPerSecond: 20 } });
    await post(tenant, 60);
    await receiver.count('/rate', 60, 15_000);
    const at = times('/rate');
    const tookMs = (at.at(-1) ?? 0) - (at[0] ?? 0);
    // 60 of them, the first two at once: 2.9 s if they come as evenly as can be.
    expect(tookMs).toBeGreaterThan(2_700);
    const busiest = Math.max(...at.map((from) => at.filter((x) => x >= from && x < from + 1_000).length));
    expect(busiest).toBeLessThanOrEqual(24);
  });

  it('a webhook has never more requests at the same time than it bears (N6)', async () => {
    const slow = await startTally(30);
    const own = await nodes[0]?.tenant();
    if (!own) throw new Error('There is no node.');
    await own.webhook(slow.url, { delivery: { maxConcurrent: 3 } });
    let most = 0;
    await post(own, 60);
    await until(
      () => {
        most = Math.max(most, slow.open);
        return slow.counts.size === 60;
      },
      'all of them',
      20_000,
    );
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(3);
    expect(slow.duplicates()).toBe(0);
    await slow.stop();
  });
});

describe('a receiver in trouble', () => {
  const clock = createManualClock();
  let signpost: TestSignpost;
  beforeAll(async () => {
    signpost = await startSignpost({ clock, sqlNow: clock.sqlNow, random: () => 0.5 });
  });
  afterAll(() => signpost.stop());

  /** Whoever sleeps may have begun to just after the clock was moved: it is moved again. */
  const advanceUntil = async (ms: number, path: string, wanted: number) =>
    until(() => {
      clock.advance(ms);
      return receiver.requests(path).length >= wanted;
    }, `${wanted} requests to ${path}`);
  const attempts = async (tenant: Tenant) => (await tenant.deliveries()).map((d) => d.attempts).sort();

  it('is left alone for as long as it asks, and everything else that goes to it waits too (N6)', async () => {
    const tenant = await signpost.tenant();
    await tenant.webhook(receiver.url('/asks'), { delivery: { retrySchedule: ['5s', '5s'] } });
    receiver.answer('/asks', { status: 429, headers: { 'Retry-After': '120' }, times: 1 });
    await post(tenant, 1);
    await expect.poll(() => attempts(tenant)).toEqual([1]);
    const [delivery] = await tenant.deliveries();
    expect(Date.parse(String(delivery?.nextAttemptAt)) - clock.now()).toBe(120_000);

    await post(tenant, 1);
    clock.advance(119_000);
    expect(receiver.requests('/asks')).toHaveLength(1);
    await advanceUntil(1_000, '/asks', 3);
  });

  it.each([429, 502, 503, 504])('is slowed down by an answer of %i without a time (N6)', async (status) => {
    const path = `/slow-${status}`;
    const tenant = await signpost.tenant();
    await tenant.webhook(receiver.url(path), { delivery: { retrySchedule: ['1h'] } });
    receiver.answer(path, { status, times: 1 });
    await post(tenant, 1);
    await expect.poll(() => attempts(tenant)).toEqual([1]);
    await post(tenant, 1);
    await tenant.deliveries();
    expect(receiver.requests(path)).toHaveLength(1);
    await advanceUntil(1_000, path, 2);
  });

  it('is not slowed down by an answer that only says that it does not like an event (N6)', async () => {
    const tenant = await signpost.tenant();
    await tenant.webhook(receiver.url('/dislikes'), { delivery: { retrySchedule: ['1h'] } });
    receiver.answer('/dislikes', { status: 500 });
    for (let n = 1; n <= 30; n++) {
      await post(tenant, 1);
      await receiver.count('/dislikes', n);
    }
  });

  it('that does not answer is tried now and then, and gets what waits when it is back (N6)', async () => {
    const tenant = await signpost.tenant();
    const { id } = await tenant.webhook(receiver.url('/gone'), { delivery: { retrySchedule: ['1h'] } });
    receiver.answer('/gone', { fault: 'reset' });
    let recorded = 0;
    const off = signpost.app.recorded.on(({ webhookId }) => {
      if (webhookId === id) recorded += 1;
    });
    await post(tenant, 10);
    await expect.poll(() => recorded).toBe(10);
    off();
    receiver.answer('/gone', { status: 200 });
    const before = receiver.requests('/gone').length;
    await post(tenant, 50);
    await tenant.deliveries();
    expect(receiver.requests('/gone')).toHaveLength(before);
    // One at a time first, then twice as many with each answer.
    await advanceUntil(1_000, '/gone', before + 50);
    expect((await tenant.call('GET', `/webhooks/${id}`)).body.health).toMatchObject({
      consecutiveFailures: 0,
    });
  });

  it('is tried at once when somebody asks for it (N6, N9)', async () => {
    const tenant = await signpost.tenant();
    await tenant.webhook(receiver.url('/asked'), { delivery: { retrySchedule: ['1h'] } });
    receiver.answer('/asked', { status: 503, headers: { 'Retry-After': '3000' }, times: 1 });
    await post(tenant, 1);
    await expect.poll(() => attempts(tenant)).toEqual([1]);
    const [delivery] = await tenant.deliveries();
    expect((await tenant.call('POST', `/deliveries/${delivery?.id}/resend`)).status).toBe(202);
    await receiver.count('/asked', 2);
  });
});

it('a dead webhook with a long backlog does not hold the others up, not even at the same address (N6)', {
  timeout: 60_000,
}, async () => {
  const signpost = await startSignpost({ config: { concurrency: 16 } });
  const tenant = await signpost.tenant();
  const only = (...types: readonly string[]) => ({ events: { mode: 'only', types } });
  receiver.answer('/dead', { fault: 'hang' });
  await tenant.webhook(receiver.url('/dead'), { delivery: { timeoutSeconds: 30 }, ...only('signer.signed') });
  await tenant.webhook(receiver.url('/well'), only('signer.declined'));
  for (let n = 0; n < 5; n++) await post(tenant, 1_000);
  await receiver.count('/dead', 4);
  for (let n = 1; n <= 50; n++) {
    const event = { type: 'signer.declined', content: {} };
    expect((await tenant.call('POST', '/events', event)).status).toBe(202);
    await receiver.count('/well', n);
  }
  expect(receiver.requests('/dead').length).toBeLessThan(16);
  await signpost.stop();
});
