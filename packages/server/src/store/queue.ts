// The queue: what is still to be done. Deliveries are leased to one node at a time; `owner` and the attempt number fence
// what a node may record. Hot statements have literal states, so that their partial indexes are always used.

import type { Trigger } from '../domain/delivery.ts';
import type { Severity } from '../domain/event.ts';
import type { EventFacts } from '../domain/stored-event.ts';
import type { Database, Statement } from './database.ts';
import { plainArray } from './packing.ts';

/** A delivery whose lease this node has, with everything that its attempt needs but the webhook's settings. */
export interface ClaimedRow {
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
  readonly facts: EventFacts;
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
  /** Milliseconds until the next unleased delivery is due (0 or less: one is); null when none waits. */
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
  SELECT delivery_id, environment_id, event_id, due_at FROM queue
  WHERE EXISTS (SELECT FROM me) AND owner IS NULL AND NOT held AND due_at <= coalesce($3::timestamptz, now())
  ORDER BY due_at LIMIT $2::int
  FOR UPDATE SKIP LOCKED
), picked AS MATERIALIZED (
  SELECT d.delivery_id, e.sender_id, e.type, e.severity, e.occurred_at, e.facts, e.content,
         sum(octet_length(e.content)) OVER (ORDER BY d.due_at, d.delivery_id) - octet_length(e.content) AS bytes_before
  FROM due d JOIN events e ON e.environment_id = d.environment_id AND e.id = d.event_id
)
UPDATE queue q SET owner = $1::int FROM picked p WHERE q.delivery_id = p.delivery_id AND p.bytes_before < $4::bigint
RETURNING q.delivery_id, q.environment_id, q.event_id, q.webhook_id, q.attempt, q.step, q.trigger,
          p.sender_id, p.type, p.severity, p.occurred_at, p.facts, p.content`,
};

const nextDue: Statement = {
  name: 'queue_next_due',
  text: `
SELECT extract(epoch FROM due_at - coalesce($1::timestamptz, now()))::float8 * 1000 AS due_in_ms
FROM queue WHERE owner IS NULL AND NOT held ORDER BY due_at LIMIT 1`,
};

const releaseNamed: Statement = {
  name: 'queue_release',
  text: 'UPDATE queue SET owner = NULL WHERE owner = $1::int AND delivery_id = ANY ($2::uuid[])',
};

const setNamedAside: Statement = {
  name: 'queue_set_aside',
  text: `
WITH mine AS MATERIALIZED (
  -- The webhook is locked: a change of it that is under way is waited for, so that nothing stays held for an enabled one.
  SELECT q.delivery_id, q.environment_id,
         CASE WHEN w.deleted_at IS NOT NULL OR (w.status <> 'enabled' AND w.pending_fate = 'skip') THEN 'cancelled'
              WHEN w.status <> 'enabled' THEN 'held' ELSE 'wanted' END AS fate
  FROM queue q JOIN webhooks w ON w.id = q.webhook_id
  WHERE q.owner = $1::int AND q.delivery_id = ANY ($2::uuid[])
  FOR UPDATE OF q FOR SHARE OF w
), dropped AS (
  DELETE FROM queue q USING mine m WHERE q.delivery_id = m.delivery_id AND m.fate = 'cancelled'
), freed AS (
  UPDATE queue q SET owner = NULL, held = m.fate = 'held' FROM mine m WHERE q.delivery_id = m.delivery_id AND m.fate <> 'cancelled'
), shown AS (
  UPDATE deliveries d
  SET state = m.fate, next_attempt_at = NULL,
      finished_at = CASE WHEN m.fate = 'cancelled' THEN coalesce($3::timestamptz, now()) END
  FROM mine m WHERE d.environment_id = m.environment_id AND d.id = m.delivery_id AND m.fate <> 'wanted'
)
SELECT delivery_id, fate FROM mine`,
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
