// Lets history end: cancels what waits beyond its time, drops the weeks that are over, and forgets what belonged to them.
// Everything is done in short steps, each of which can be begun again; what is in the way is left for the next turn.
import { type HistoryWeek, idsOf } from '../domain/history-week.ts';
import { decidedSince, isOver, type RetentionCuts, retentionCuts } from '../domain/retention.ts';
import type { Log } from '../observe/log.ts';
import type { Forgetting, Forgotten, Place } from '../store/forgetting.ts';
import type { RetentionStore } from '../store/retention.ts';
import type { Task } from './housekeeper.ts';

export interface RetentionOptions {
  readonly store: RetentionStore;
  readonly forgetting: Forgetting;
  readonly log: Log;
  /** The time where a test holds the clock; null: the database's own, so that no node with a wrong clock drops anything. */
  readonly sqlNow: () => Date | null;
  /** History is kept for so many days at least. */
  readonly days: number;
}

const everyMs = 3_600_000;
const deliveriesMax = 1_000;
const rowsMax = 2_000;
const lowestId = '00000000-0000-0000-0000-000000000000';

export function createRetention({ store, forgetting, log, sqlNow, days }: RetentionOptions): Task {
  async function run(mayGoOn: () => boolean): Promise<void> {
    const now = await store.now(sqlNow());
    const cuts = retentionCuts(now.getTime(), days);
    await cancel(cuts, now, mayGoOn);
    await dropWeeks(cuts, mayGoOn);
    await forget(cuts, mayGoOn);
  }

  async function cancel(cuts: RetentionCuts, now: Date, mayGoOn: () => boolean): Promise<void> {
    const webhooks = new Set<string>();
    let deliveries = 0;
    for (let after: string | null = lowestId; after !== null && mayGoOn(); ) {
      const { webhookIds, next } = await store.cancel(after, cuts, deliveriesMax, now);
      for (const id of webhookIds) webhooks.add(id);
      deliveries += webhookIds.length;
      after = next;
    }
    if (deliveries === 0) return;
    const fields = { deliveries, webhooks: webhooks.size, days };
    log.warn(
      fields,
      'deliveries that still waited were cancelled: their events are older than history is kept',
    );
  }

  async function dropWeeks(cuts: RetentionCuts, mayGoOn: () => boolean): Promise<void> {
    for (const week of await store.weeks()) {
      if (!isOver(week, cuts) || !mayGoOn()) return;
      const from = new Date(week.fromMs).toISOString().slice(0, 10);
      if (await store.isNeeded(week, new Date(cuts.cancelledMs))) {
        log.debug(
          { from },
          'a week of history is over, and stays for deliveries that have not ended, or just were cancelled',
        );
      } else {
        await store.drop(week);
        log.info({ from, days }, 'a week of history was dropped');
      }
    }
  }

  /** Once for each week that goes: what belonged to events older than any that is left. */
  async function forget(cuts: RetentionCuts, mayGoOn: () => boolean): Promise<void> {
    const [oldest] = await store.weeks();
    if (!oldest) return;
    const [oldestId] = idsOf(oldest);
    const orphans = await store.dropOrphans(oldestId);
    if (orphans > 0) log.warn({ orphans }, 'deliveries were taken out of the queue: their events are gone');
    if ((await forgetting.doneBefore()) >= oldestId) return;
    const removed = {
      eventKeys: await pages(mayGoOn, (after) => forgetting.eventKeys(after, oldestId, rowsMax)),
      envelopes: await pages(mayGoOn, (after) =>
        forgetting.envelopes(after, new Date(cuts.envelopeMs), rowsMax),
      ),
      webhookStates: await pages(mayGoOn, (after) =>
        forgetting.webhookStates(after, decidedBefore(oldest), rowsMax),
      ),
      replayDeliveries: await pages(mayGoOn, (after) =>
        forgetting.replayDeliveries(after, oldestId, rowsMax),
      ),
      replays: await pages(mayGoOn, (after) => forgetting.replays(after, new Date(oldest.fromMs), rowsMax)),
    };
    if (!mayGoOn()) return;
    await forgetting.markDone(oldestId);
    log.info(removed, 'what belonged to dropped history was forgotten');
  }

  return { name: 'retention', everyMs, run };
}

const decidedBefore = (oldest: HistoryWeek) => new Date(decidedSince(oldest.fromMs));

/** From page to page of a table; answers how many rows were removed. */
async function pages(
  mayGoOn: () => boolean,
  look: (after: Place | null) => Promise<Forgotten>,
): Promise<number> {
  let sum = 0;
  for (let after: Place | null | undefined; after !== null && mayGoOn(); ) {
    const { removed, next } = await look(after ?? null);
    sum += removed;
    after = next;
  }
  return sum;
}
