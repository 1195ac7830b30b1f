// What a live tail keeps for a client that takes nothing is bounded, and what it leaves out is counted (I32, N19).
import { expect, it } from 'vitest';
import { limit } from '../domain/limits.ts';
import { systemClock } from '../lib/clock.ts';
import { silentLog } from '../observe/log.ts';
import type { DeliveryRecord } from '../store/delivery-history.ts';
import { openTail, type TailEvent } from './tail.ts';

const delivery = (id: string): DeliveryRecord => ({
  id,
  eventId: `event of ${id}`,
  webhookId: 'w',
  type: 'signer.signed',
  state: 'succeeded',
  attempts: 1,
  nextAttemptAt: null,
  lastStatus: 200,
  lastError: null,
  finishedAt: new Date(0),
  severity: 'info',
  envelope: null,
  lastDurationMs: 1,
});

const store = {
  among: async (_environmentId: number, _filter: object, ids: readonly string[]) => ids.map(delivery),
  waitingAfter: async () => [],
  after: async () => ({ deliveries: [], others: 0 }),
};

/** A client that takes each batch only when it is asked to. */
function slowClient() {
  const batches: { readonly events: readonly TailEvent[]; readonly take: () => void }[] = [];
  let arrived = Promise.withResolvers<void>();
  return {
    client: {
      send: (events: readonly TailEvent[]) =>
        new Promise<void>((take) => {
          batches.push({ events, take });
          arrived.resolve();
        }),
      end: () => {},
      mayStay: async () => true,
    },
    async next() {
      if (batches.length === 0) await arrived.promise;
      arrived = Promise.withResolvers<void>();
      const batch = batches.shift();
      if (batch === undefined) throw new Error('Nothing arrived.');
      return batch;
    },
  };
}

it('tells a slow client how much it missed, and goes on with what was kept', async () => {
  const { client, next } = slowClient();
  const request = { environmentId: 1, filter: {}, after: null, owner: 'o' };
  const tail = openTail(request, client, { store, clock: systemClock, log: silentLog });
  tail.changed(['first']);
  const first = await next();
  expect(first.events).toEqual([{ kind: 'delivery', delivery: delivery('first') }]);
  const max = limit('tail_waiting_max');
  const many = Array.from({ length: max + 700 }, (_, n) => `id-${String(n).padStart(5, '0')}`);
  tail.changed(many.slice(0, 900));
  tail.changed(many.slice(900));
  first.take();
  const told: TailEvent[] = [];
  while (told.length < max + 1) {
    const batch = await next();
    told.push(...batch.events);
    batch.take();
  }
  expect(told[0]).toEqual({ kind: 'gap', count: 700 });
  const ids = told.flatMap((event) => (event.kind === 'delivery' ? [event.delivery.id] : []));
  expect(ids).toEqual(many.slice(0, max));
  tail.close();
});

it('shows each state of a delivery once', async () => {
  const { client, next } = slowClient();
  const request = { environmentId: 1, filter: {}, after: null, owner: 'o' };
  const tail = openTail(request, client, { store, clock: systemClock, log: silentLog });
  tail.changed(['same']);
  (await next()).take();
  tail.changed(['same', 'other']);
  const second = await next();
  expect(second.events).toEqual([{ kind: 'delivery', delivery: delivery('other') }]);
  second.take();
  tail.close();
});
