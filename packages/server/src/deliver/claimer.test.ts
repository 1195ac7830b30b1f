import { expect, it } from 'vitest';
import { systemClock } from '../lib/clock.ts';
import { silentLog } from '../observe/log.ts';
import type { ClaimedRow, ClaimLimits, QueueStore } from '../store/queue.ts';
import { createClaimer } from './claimer.ts';
import { createSlots, type Slots } from './slots.ts';

/** A queue whose answers a test gives, one by one. */
function scriptedQueue() {
  const claims: ((rows: readonly ClaimedRow[]) => void)[] = [];
  const limits: ClaimLimits[] = [];
  const released: string[] = [];
  const queue: QueueStore = {
    claim: (_nodeId, limit) =>
      new Promise((resolve) => {
        limits.push(limit);
        claims.push(resolve);
      }),
    look: async () => ({ dueInMs: null, strained: [] }),
    setAside: async () => new Map(),
    release: async (_nodeId, ids) => void released.push(...ids),
  };
  return { queue, claims, limits, released };
}

const rowOf = (id: string) =>
  ({ delivery_id: id, webhook_id: 'webhook', content: Buffer.alloc(10) }) as unknown as ClaimedRow;

const holding = (id: string, webhookId = 'another') => ({ id, webhookId, bytes: 10 });

function arrange(slots: Slots, renewLeases: (held: readonly string[]) => Promise<number> = async () => 0) {
  const scripted = scriptedQueue();
  const claimer = createClaimer({
    queue: scripted.queue,
    slots,
    clock: systemClock,
    log: silentLog,
    nodeId: () => 1,
    sqlNow: () => null,
    renewLeases,
    begin: (rows) => slots.take(rows.map((row) => holding(row.delivery_id, row.webhook_id))),
  });
  return { ...scripted, claimer };
}

const slotsOf = (countMax: number) => createSlots({ countMax, bytesMax: 1_000, onFree: () => {} });

it('keeps the slots of a claim from births until the claim is answered', async () => {
  const slots = slotsOf(4);
  slots.hold(holding('born-before'));
  const { claimer, claims, limits } = arrange(slots);
  await claimer.start();
  expect(limits).toMatchObject([{ count: 3, bytes: 990 }]);
  expect(slots.hold(holding('born-meanwhile'))).toBe(false);
  claims[0]?.([rowOf('claimed')]);
  await expect.poll(() => [...slots.held()]).toEqual(['born-before', 'claimed']);
  expect(slots.hold(holding('born-afterwards'))).toBe(true);
  await claimer.stop();
});

it('gives a claimed delivery back that is held already: nobody would work for the lease', async () => {
  const slots = slotsOf(4);
  slots.hold(holding('running'));
  const { claimer, claims, released } = arrange(slots);
  await claimer.start();
  claims[0]?.([rowOf('running'), rowOf('fresh')]);
  await expect.poll(() => released).toEqual(['running']);
  expect(slots.held()).toEqual(['running', 'fresh']);
  await claimer.stop();
});

it('compares leases once more when another answer is lost during the comparison', async () => {
  const renewals: ((released: number) => void)[] = [];
  const { claimer, claims } = arrange(slotsOf(4), () => new Promise((resolve) => renewals.push(resolve)));
  claimer.reconcile();
  await claimer.start();
  await expect.poll(() => renewals.length).toBe(1);
  claimer.reconcile();
  renewals[0]?.(0);
  await expect.poll(() => claims.length).toBe(1);
  expect(claimer.reconciling).toBe(true);
  claims[0]?.([]);
  await expect.poll(() => renewals.length).toBe(2);
  renewals[1]?.(0);
  await expect.poll(() => claimer.reconciling).toBe(false);
  claims[1]?.([]);
  await claimer.stop();
});

it('compares leases after a claim that failed, since it may have been committed', async () => {
  const slots = slotsOf(4);
  let renewals = 0;
  const { queue } = scriptedQueue();
  let claims = 0;
  const claimer = createClaimer({
    queue: {
      ...queue,
      claim: async () => {
        claims += 1;
        if (claims === 1) throw new Error('the answer got lost');
        return [];
      },
    },
    slots,
    clock: systemClock,
    log: silentLog,
    nodeId: () => 1,
    sqlNow: () => null,
    renewLeases: async () => ++renewals,
    begin: () => new Set(),
  });
  await claimer.start();
  await expect.poll(() => renewals, { timeout: 3_000 }).toBe(1);
  await claimer.stop();
});
