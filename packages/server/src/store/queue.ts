// The queue: what waits. Claiming moves what is due from it into leases of one node; setting aside and releasing move it back.
// Hot statements have literal states, so that their partial indexes are always used.

import type { Trigger } from '../domain/delivery.ts';
import type { Severity } from '../domain/event.ts';
import type { EventFacts } from '../domain/stored-event.ts';
import type { Database, Statement } from './database.ts';
import { endedColumns } from './ended.ts';
import { entriesOf, entryColumns, holds, letGo, queueColumns } from './leases.ts';
import { plainArray } from './packing.ts';

/** A delivery whose lease this node has, with everything that its attempt needs but the webhook's settings. */
export interface ClaimedRow {
  readonly lease: number;
  readonly position: number;
  readonly delivery_id: string;
  readonly environment_id: number;
  readonly event_id: string;
  readonly webhook_id: string;
  readonly attempt: number;
  readonly step: number;
  readonly trigger: Trigger;
  readonly sender_id: string | null;
  readonly type: string;
  readonly severity: Severity;
  readonly occurred_at: Date;
  readonly facts: EventFacts | null;
  readonly content: Buffer;
}

export interface ClaimLimits {
  readonly count: number;
  /** Of event contents, together; a first one that is larger is claimed all the same. */
  readonly bytes: number;
}

export interface QueueStore {
  /** Leases due deliveries to the node within the limits, the longest due first. */
  claim(nodeId: number, limits: ClaimLimits, now: Date | null): Promise<readonly ClaimedRow[]>;
  /** Milliseconds until the next delivery is due (0 or less: one is); null when none waits. */
  nextDueMs(now: Date | null): Promise<number | null>;
  /**
   * Takes leased deliveries out of work, unattempted: held where the webhook is disabled, cancelled where it was deleted.
   * Answers what became of each whose lease the node had.
   */
  setAside(
    nodeId: number,
    deliveryIds: readonly string[],
    now: Date | null,
  ): Promise<ReadonlyMap<string, SetAside>>;
  /** Gives the named leases back, unattempted. */
  release(nodeId: number, deliveryIds: readonly string[]): Promise<void>;
}

/** `wanted`: its webhook is enabled, whatever an old snapshot says; the lease was given back. */
export type SetAside = 'held' | 'cancelled' | 'wanted';

const claimDue: Statement = {
  name: 'queue_claim',
  text: `
WITH me AS MATERIALIZED (
  -- Keeps the node from being declared dead before this commits; without the row nothing is leased.
  SELECT id FROM nodes WHERE id = $1::int FOR KEY SHARE
), due AS MATERIALIZED (
  SELECT environment_id, delivery_id, event_id, due_at FROM queue
  WHERE EXISTS (SELECT FROM me) AND NOT held AND due_at <= coalesce($3::timestamptz, now())
  ORDER BY due_at LIMIT $2::int
  FOR UPDATE SKIP LOCKED
), picked AS MATERIALIZED (
  SELECT d.environment_id, d.delivery_id, e.sender_id, e.type, e.severity, e.occurred_at, e.facts, e.content,
         sum(octet_length(e.content)) OVER (ORDER BY d.due_at, d.delivery_id) - octet_length(e.content) AS bytes_before
  FROM due d JOIN events e ON e.environment_id = d.environment_id AND e.id = d.event_id
), taken AS (
  DELETE FROM queue q USING picked p
  WHERE q.environment_id = p.environment_id AND q.delivery_id = p.delivery_id AND p.bytes_before < $4::bigint
  RETURNING q.environment_id, q.delivery_id, q.event_id, q.webhook_id, q.attempt, q.step, q.trigger, q.due_at, q.last_status,
            q.last_error, p.sender_id, p.type, p.severity, p.occurred_at, p.facts, p.content
), placed AS MATERIALIZED (
  SELECT *, row_number() OVER (PARTITION BY environment_id ORDER BY due_at, delivery_id) AS position FROM taken
), leased AS (
  INSERT INTO leases (node_id, environment_id, size, delivery_ids, event_ids, webhook_ids, due_at, attempts, steps, triggers,
                      last_statuses, last_errors)
  SELECT $1::int, environment_id, count(*), array_agg(delivery_id ORDER BY position), array_agg(event_id ORDER BY position),
         array_agg(webhook_id ORDER BY position), array_agg(due_at ORDER BY position), array_agg(attempt ORDER BY position),
         array_agg(step ORDER BY position), array_agg(trigger ORDER BY position), array_agg(last_status ORDER BY position),
         array_agg(last_error ORDER BY position)
  FROM placed GROUP BY environment_id
  RETURNING id, environment_id
)
SELECT l.id AS lease, p.position, p.delivery_id, p.environment_id, p.event_id, p.webhook_id, p.attempt, p.step, p.trigger,
       p.sender_id, p.type, p.severity, p.occurred_at, p.facts, p.content
FROM placed p JOIN leased l ON l.environment_id = p.environment_id ORDER BY p.due_at, p.delivery_id`,
};

const nextDue: Statement = {
  name: 'queue_next_due',
  text: `
SELECT extract(epoch FROM due_at - coalesce($1::timestamptz, now()))::float8 * 1000 AS due_in_ms
FROM queue WHERE NOT held ORDER BY due_at LIMIT 1`,
};

/** SQL: the named deliveries that the node has, their leases locked. */
const named = `
locked AS MATERIALIZED (
  SELECT * FROM leases WHERE node_id = $1::int AND delivery_ids && $2::uuid[] ORDER BY id FOR UPDATE
), mine AS MATERIALIZED (
  SELECT l.id AS lease, entry.position, ${entryColumns('l')}
  FROM locked l, ${entriesOf('l')} WHERE ${holds('l')} AND entry.delivery_id = ANY ($2::uuid[])
)`;

const releaseNamed: Statement = {
  name: 'queue_release',
  text: `
WITH ${named}, freed AS (
  INSERT INTO queue (${queueColumns}) SELECT ${queueColumns} FROM mine
), ${letGo('mine', 'locked')}
SELECT`,
};

const setNamedAside: Statement = {
  name: 'queue_set_aside',
  text: `
WITH ${named}, judged AS MATERIALIZED (
  -- The webhook is locked: a change of it that is under way is waited for, so that nothing stays held for an enabled one.
  SELECT m.*, CASE WHEN w.deleted_at IS NOT NULL OR (w.status <> 'enabled' AND w.pending_fate = 'skip') THEN 'cancelled'
                   WHEN w.status <> 'enabled' THEN 'held' ELSE 'wanted' END AS fate
  FROM mine m JOIN webhooks w ON w.id = m.webhook_id FOR SHARE OF w
), freed AS (
  INSERT INTO queue (${queueColumns}, held) SELECT ${queueColumns}, fate = 'held' FROM judged WHERE fate <> 'cancelled'
), cancelled AS (
  INSERT INTO deliveries (${endedColumns})
  SELECT j.environment_id, j.delivery_id, j.event_id, j.webhook_id, coalesce(e.type, ''), 'cancelled', j.attempt - 1,
         j.last_status, j.last_error, coalesce($3::timestamptz, now())
  FROM judged j LEFT JOIN events e ON e.environment_id = j.environment_id AND e.id = j.event_id WHERE fate = 'cancelled'
), ${letGo('judged', 'locked')}
SELECT delivery_id, fate FROM judged`,
};

export function createQueueStore(database: Database): QueueStore {
  return {
    claim: (nodeId, { count, bytes }, now) =>
      database.query<ClaimedRow>(claimDue, [nodeId, count, now, bytes]),
    nextDueMs: async (now) =>
      (await database.query<{ due_in_ms: number }>(nextDue, [now]))[0]?.due_in_ms ?? null,
    setAside: async (nodeId, deliveryIds, now) => {
      const values = [nodeId, plainArray(deliveryIds), now];
      const rows = await database.query<{ delivery_id: string; fate: SetAside }>(setNamedAside, values);
      return new Map(rows.map((row) => [row.delivery_id, row.fate]));
    },
    release: async (nodeId, deliveryIds) => {
      await database.query(releaseNamed, [nodeId, plainArray(deliveryIds)]);
    },
  };
}
