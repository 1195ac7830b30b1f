// What retention does to the rows of the database, in steps that are short enough to be in nobody's way.
import { type HistoryWeek, idsOf, weekOf } from '../domain/history-week.ts';
import { retentionReason } from '../domain/retention.ts';
import { lowestIdAt, timeOfId } from '../lib/ids.ts';
import type { Database, Statement, Transaction } from './database.ts';
import { endedColumns } from './ended.ts';
import { isEventOf } from './joined-event.ts';
import { entriesOf, holds } from './leases.ts';
import { plainArray } from './packing.ts';
import { dropWeek, listHistoryWeeks } from './partitions.ts';

export interface RetentionStore {
  /** The present, by the database's clock unless one is given. */
  now(given: Date | null): Promise<Date>;
  /** The weeks of which there is history, the oldest first. */
  weeks(): Promise<readonly HistoryWeek[]>;
  /**
   * Cancels waiting deliveries, the first so many after `after`: held ones of events before `heldMs`, others of events before
   * `waitingMs`. What a node has leased is left alone.
   */
  cancel(
    after: string,
    cuts: { readonly heldMs: number; readonly waitingMs: number },
    deliveriesMax: number,
    now: Date,
  ): Promise<Cancelled>;
  /** Whether a delivery that has not ended needs the week, or others were cancelled in it since. */
  isNeeded(week: HistoryWeek, cancelledSince: Date): Promise<boolean>;
  /** Drops a week that nothing needs, with whatever belongs to its events in later weeks. */
  drop(week: HistoryWeek): Promise<void>;
  /**
   * Takes waiting deliveries whose events are gone out of the queue: nobody could send them any more, and every claim would
   * find them again. There are none, unless something was sent again in the very moment in which its week was dropped.
   */
  dropOrphans(beforeId: string): Promise<number>;
}

export interface Cancelled {
  /** Each with its webhook. */
  readonly webhookIds: readonly string[];
  /** Where to go on; null when there are no more. */
  readonly next: string | null;
}

const presentTime: Statement = { name: '', text: 'SELECT coalesce($1::timestamptz, now()) AS now' };

const cancelWaiting: Statement = {
  name: 'retention_cancel',
  text: `
WITH old AS MATERIALIZED (
  SELECT environment_id, delivery_id FROM queue
  WHERE delivery_id > $1::uuid AND (held AND event_id < $2::uuid OR event_id < $3::uuid)
  ORDER BY delivery_id LIMIT $4::int FOR UPDATE SKIP LOCKED
), dropped AS (
  DELETE FROM queue q USING old WHERE q.environment_id = old.environment_id AND q.delivery_id = old.delivery_id
  RETURNING q.environment_id, q.delivery_id, q.event_id, q.webhook_id, q.attempt, q.last_status
), shown AS (
  INSERT INTO deliveries (${endedColumns})
  SELECT q.environment_id, q.delivery_id, q.event_id, q.webhook_id, e.type, 'cancelled', q.attempt - 1, q.last_status,
         '${retentionReason}', $5::timestamptz
  FROM dropped q JOIN events e ON ${isEventOf('e', 'q')}
)
SELECT delivery_id, event_id, webhook_id FROM dropped ORDER BY delivery_id`,
};

const noteCancelled: Statement = {
  name: 'retention_note_cancelled',
  text: `
INSERT INTO retained_weeks AS w (from_id, cancelled, cancelled_at)
SELECT from_id, count(*), $2 FROM unnest($1::uuid[]) AS from_id GROUP BY from_id ORDER BY from_id
ON CONFLICT (from_id) DO UPDATE SET cancelled = w.cancelled + excluded.cancelled, cancelled_at = excluded.cancelled_at`,
};

const findNeed: Statement = {
  name: 'retention_needed',
  text: `
SELECT EXISTS (SELECT FROM queue WHERE delivery_id >= $1::uuid AND delivery_id < $2::uuid)
    OR EXISTS (SELECT FROM queue WHERE event_id >= $1::uuid AND event_id < $2::uuid)
    OR EXISTS (
      SELECT FROM leases l, ${entriesOf('l')} WHERE ${holds('l')}
      AND (entry.delivery_id >= $1::uuid AND entry.delivery_id < $2::uuid OR entry.event_id >= $1::uuid AND entry.event_id < $2::uuid))
    OR EXISTS (SELECT FROM retained_weeks WHERE from_id = $1::uuid AND cancelled_at > $3) AS needed`,
};

// An event that was routed again has deliveries of a later week: they go with it.
const removeLater: Statement = {
  name: 'retention_remove_later',
  text: `
WITH gone AS MATERIALIZED (
  SELECT environment_id, id FROM deliveries WHERE event_id >= $1::uuid AND event_id < $2::uuid AND id >= $2::uuid LIMIT $3::int
), attempted AS (
  DELETE FROM attempts a USING gone WHERE a.delivery_id = gone.id
), delivered AS (
  DELETE FROM deliveries d USING gone WHERE d.environment_id = gone.environment_id AND d.id = gone.id
)
SELECT count(*) AS removed FROM gone`,
};
const removedAtOnce = 500;

const removeOrphans: Statement = {
  name: 'retention_orphans',
  text: 'DELETE FROM queue WHERE event_id >= $1::uuid AND event_id < $2::uuid RETURNING delivery_id',
};
const dropNote: Statement = {
  name: 'retention_drop_note',
  text: 'DELETE FROM retained_weeks WHERE from_id = $1',
};

const lowestId = '00000000-0000-0000-0000-000000000000';

export function createRetentionStore(database: Database): RetentionStore {
  const dropOrphans = async (fromId: string, toId: string) =>
    (await database.query(removeOrphans, [fromId, toId])).length;
  return {
    async now(given) {
      const [row] = await database.query<{ now: Date }>(presentTime, [given]);
      return row?.now ?? new Date(0);
    },
    weeks: () => listHistoryWeeks(database),
    cancel: (after, { heldMs, waitingMs }, deliveriesMax, now) =>
      database.transaction((transaction) =>
        cancel(transaction, [after, lowestIdAt(heldMs), lowestIdAt(waitingMs), deliveriesMax, now]),
      ),
    async isNeeded(week, cancelledSince) {
      const [row] = await database.query<{ needed: boolean }>(findNeed, [...idsOf(week), cancelledSince]);
      return row?.needed ?? true;
    },
    async drop(week) {
      const ids = idsOf(week);
      await dropWeek(database, week, async () => {
        while ((await removed(database, removeLater, [...ids, removedAtOnce])) === removedAtOnce);
      });
      await dropOrphans(...ids);
      await database.query(dropNote, [ids[0]]);
    },
    dropOrphans: (beforeId) => dropOrphans(lowestId, beforeId),
  };
}

interface CancelledRow {
  readonly delivery_id: string;
  readonly event_id: string;
  readonly webhook_id: string;
}

async function cancel(
  transaction: Transaction,
  values: [string, string, string, number, Date],
): Promise<Cancelled> {
  const rows = await transaction.query<CancelledRow>(cancelWaiting, values);
  const weeks = rows.map(({ event_id }) => idsOf(weekOf(timeOfId(event_id)))[0]);
  if (rows.length > 0) await transaction.query(noteCancelled, [plainArray(weeks), values[4]]);
  const next = rows.length < values[3] ? null : (rows.at(-1)?.delivery_id ?? null);
  return { webhookIds: rows.map(({ webhook_id }) => webhook_id), next };
}

async function removed(
  database: Database,
  statement: Statement,
  values: readonly unknown[],
): Promise<number> {
  return (await database.query<{ removed: number }>(statement, values))[0]?.removed ?? 0;
}
