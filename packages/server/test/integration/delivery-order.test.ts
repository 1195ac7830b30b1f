// Ordering per envelope: the deliveries of one envelope to one webhook go out in order, one at a time; others do not wait.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createManualClock } from '../harness/manual-clock.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

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

const ordered = { delivery: { ordering: 'per-envelope', retrySchedule: ['10s'] } };
const of = (envelopeId: string, ...ids: readonly string[]) =>
  ids.map((id) => ({ id, type: 'signer.signed', envelopeId, content: {} }));
const arrived = (path: string) => receiver.requests(path).map(({ headers }) => headers['webhook-id']);
const post = async (tenant: Tenant, events: readonly object[]) =>
  expect((await tenant.call('POST', '/events', events)).status).toBe(202);

/** The states of the tenant's deliveries by the ids of their events, once all are as told. */
async function settle(tenant: Tenant, wanted: Readonly<Record<string, string>>): Promise<void> {
  await expect
    .poll(async () => Object.fromEntries((await tenant.deliveries()).map((d) => [d.eventId, d.status])))
    .toEqual(wanted);
}

it('sends the deliveries of an envelope in the order of their events, one at a time (N5)', async () => {
  const tenant = await signpost.tenant();
  await tenant.webhook(receiver.url('/in-order'), ordered);
  const gate = receiver.hold('/in-order');
  await post(tenant, of('E', '1', '2', '3'));
  await post(tenant, of('E', '4'));
  await receiver.count('/in-order', 1);
  expect(arrived('/in-order')).toEqual(['1']);
  gate.release();
  await settle(tenant, { 1: 'succeeded', 2: 'succeeded', 3: 'succeeded', 4: 'succeeded' });
  expect(arrived('/in-order')).toEqual(['1', '2', '3', '4']);
});

it('lets a failing one hold only the later ones of its own envelope (N5)', async () => {
  const tenant = await signpost.tenant();
  await tenant.webhook(receiver.url('/own'), ordered);
  receiver.answer('/own', { status: 500, times: 1 });
  await post(tenant, of('A', 'a1'));
  await settle(tenant, { a1: 'pending' });
  await post(tenant, [
    ...of('A', 'a2'),
    ...of('B', 'b1', 'b2'),
    { id: 'x', type: 'signer.signed', content: {} },
  ]);
  await settle(tenant, { a1: 'pending', a2: 'pending', b1: 'succeeded', b2: 'succeeded', x: 'succeeded' });
  expect(arrived('/own')).not.toContain('a2');

  clock.advance(10_000);
  await settle(tenant, {
    a1: 'succeeded',
    a2: 'succeeded',
    b1: 'succeeded',
    b2: 'succeeded',
    x: 'succeeded',
  });
  expect(arrived('/own').slice(-2)).toEqual(['a1', 'a2']);
});

it('goes on with the next one when a delivery is given up (N5)', async () => {
  const tenant = await signpost.tenant();
  await tenant.webhook(receiver.url('/given-up'), {
    delivery: { ...ordered.delivery, retrySchedule: [] },
  });
  receiver.answer('/given-up', { status: 500, times: 1 });
  await post(tenant, of('E', '1', '2'));
  await settle(tenant, { 1: 'failed', 2: 'succeeded' });
});

it('goes on with the next one when a person cancels the one that fails (N5)', async () => {
  const tenant = await signpost.tenant();
  await tenant.webhook(receiver.url('/cancelled'), ordered);
  receiver.answer('/cancelled', { status: 500, times: 1 });
  await post(tenant, of('E', '1'));
  await expect.poll(async () => (await tenant.deliveries())[0]?.attempts).toBe(1);
  await post(tenant, of('E', '2'));
  const failing = (await tenant.deliveries()).find((d) => d.eventId === '1');
  expect((await tenant.call('POST', `/deliveries/${failing?.id}/cancel`)).status).toBe(200);
  await settle(tenant, { 1: 'cancelled', 2: 'succeeded' });
});

it('holds the order over a disabled webhook, and over what is skipped (N5, N7)', async () => {
  const tenant = await signpost.tenant();
  const { id } = await tenant.webhook(receiver.url('/paused'), ordered);
  receiver.answer('/paused', { status: 500, times: 1 });
  await post(tenant, of('E', '1', '2'));
  await settle(tenant, { 1: 'pending', 2: 'pending' });
  await tenant.call('POST', `/webhooks/${id}/disable`, {});
  await settle(tenant, { 1: 'held', 2: 'held' });
  await tenant.call('POST', `/webhooks/${id}/enable`, {});
  clock.advance(10_000);
  await settle(tenant, { 1: 'succeeded', 2: 'succeeded' });
  expect(arrived('/paused')).toEqual(['1', '1', '2']);

  receiver.answer('/paused', { status: 500, times: 1 });
  await post(tenant, of('E', '3', '4'));
  await expect.poll(() => arrived('/paused')).toEqual(['1', '1', '2', '3']);
  await settle(tenant, { 1: 'succeeded', 2: 'succeeded', 3: 'pending', 4: 'pending' });
  await tenant.call('POST', `/webhooks/${id}/disable`, { pending: 'skip' });
  await settle(tenant, { 1: 'succeeded', 2: 'succeeded', 3: 'cancelled', 4: 'cancelled' });
  receiver.answer('/paused', { status: 200 });
  await tenant.call('POST', `/webhooks/${id}/enable`, {});
  await post(tenant, of('E', '5'));
  await expect.poll(() => arrived('/paused').at(-1)).toBe('5');
});

it('lets everything go when the webhook wants no order any more (N5)', async () => {
  const tenant = await signpost.tenant();
  const { id } = await tenant.webhook(receiver.url('/unordered'), ordered);
  receiver.answer('/unordered', { status: 500, times: 1 });
  await post(tenant, of('E', '1', '2', '3'));
  await expect.poll(() => arrived('/unordered')).toEqual(['1']);
  await expect.poll(async () => (await tenant.deliveries()).map((d) => d.attempts).sort()).toEqual([0, 0, 1]);
  await tenant.call('PATCH', `/webhooks/${id}`, { delivery: { ordering: 'none' } });
  await settle(tenant, { 1: 'pending', 2: 'succeeded', 3: 'succeeded' });
});

it('keeps the order of many envelopes over three nodes, whoever takes them (N5)', {
  timeout: 60_000,
}, async () => {
  const shared = await startSignpost();
  const others = await Promise.all([1, 2].map(() => startSignpost({ databaseUrl: shared.databaseUrl })));
  const tenant = await shared.tenant();
  await tenant.webhook(receiver.url('/many'), { delivery: { ordering: 'per-envelope' } });
  const envelopes = Array.from({ length: 20 }, (_, index) => `E${index}`);
  for (let round = 0; round < 10; round++) {
    const events = envelopes.flatMap((envelope) => of(envelope, `${envelope}-${round}`));
    await post(tenant, events);
  }
  await receiver.count('/many', 200, 30_000);
  for (const envelope of envelopes) {
    const ids = arrived('/many').filter((id) => String(id).startsWith(`${envelope}-`));
    expect(ids).toEqual(Array.from({ length: 10 }, (_, round) => `${envelope}-${round}`));
  }
  await Promise.all([...others, shared].map((node) => node.stop()));
});
