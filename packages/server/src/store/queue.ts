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

export interface QueueStore {
  /** Leases up to `count` due deliveries to the node, the longest due first. */
  claim(nodeId: number, count: number, now: Date | null): Promise<readonly ClaimedRow[]>;
  /** Milliseconds until the next unleased delivery is due (0 or less: one is); null when none waits. */
  nextDueMs(now: Date | null): Promise<number | null>;
  /** Gives leases back that the node does not hold in memory: left over from answers that got lost. */
  releaseUnheld(nodeId: number, held: readonly string[]): Promise<number>;
  /** Takes leased deliveries out of work, unattempted: their webhook was disabled, or deleted. */
  setAside(
    nodeId: number,
    deliveryIds: readonly string[],
    as: 'held' | 'cancelled',
    now: Date | null,
  ): Promise<void>;
  /** Gives the named leases back, unattempted. */
  release(nodeId: number, deliveryIds: readonly string[]): Promise<void>;
}

const claimDue: Statement = {
  name: 'queue_claim',
  text: `
WITH me AS MATERIALIZED (
  -- Keeps the node from being declared dead before this commits; without the row nothing is leased.
  SELECT id FROM nodes WHERE id = $1::int FOR KEY SHARE
), due AS MATERIALIZED (
  SELECT delivery_id FROM queue
  WHERE EXISTS (SELECT FROM me) AND owner IS NULL AND NOT held AND due_at <= coalesce($3::timestamptz, now())
  ORDER BY due_at LIMIT $2::int
  FOR UPDATE SKIP LOCKED
), claimed AS (
  UPDATE queue q SET owner = $1::int FROM due WHERE q.delivery_id = due.delivery_id
  RETURNING q.delivery_id, q.environment_id, q.event_id, q.webhook_id, q.attempt, q.step, q.trigger
)
SELECT c.*, e.sender_id, e.type, e.severity, e.occurred_at, e.facts, e.content
FROM claimed c JOIN events e ON e.environment_id = c.environment_id AND e.id = c.event_id`,
};

const nextDue: Statement = {
  name: 'queue_next_due',
  text: `
SELECT extract(epoch FROM due_at - coalesce($1::timestamptz, now()))::float8 * 1000 AS due_in_ms
FROM queue WHERE owner IS NULL AND NOT held ORDER BY due_at LIMIT 1`,
};

const releaseNotHeld: Statement = {
  name: 'queue_release_unheld',
  text: 'UPDATE queue SET owner = NULL WHERE owner = $1::int AND delivery_id <> ALL ($2::uuid[]) RETURNING delivery_id',
};

const releaseNamed: Statement = {
  name: 'queue_release',
  text: 'UPDATE queue SET owner = NULL WHERE owner = $1::int AND delivery_id = ANY ($2::uuid[])',
};

const holdNamed: Statement = {
  name: 'queue_hold',
  text: `
WITH mine AS (
  UPDATE queue SET owner = NULL, held = true WHERE owner = $1::int AND delivery_id = ANY ($2::uuid[])
  RETURNING environment_id, delivery_id
)
UPDATE deliveries d SET state = 'held', next_attempt_at = NULL FROM mine m
WHERE d.environment_id = m.environment_id AND d.id = m.delivery_id`,
};

const cancelNamed: Statement = {
  name: 'queue_cancel',
  text: `
WITH mine AS (
  DELETE FROM queue WHERE owner = $1::int AND delivery_id = ANY ($2::uuid[]) RETURNING environment_id, delivery_id
)
UPDATE deliveries d SET state = 'cancelled', next_attempt_at = NULL, finished_at = coalesce($3::timestamptz, now())
FROM mine m WHERE d.environment_id = m.environment_id AND d.id = m.delivery_id`,
};

export function createQueueStore(database: Database): QueueStore {
  return {
    claim: (nodeId, count, now) => database.query<ClaimedRow>(claimDue, [nodeId, count, now]),
    nextDueMs: async (now) =>
      (await database.query<{ due_in_ms: number }>(nextDue, [now]))[0]?.due_in_ms ?? null,
    releaseUnheld: async (nodeId, held) => {
      const rows = await database.query(releaseNotHeld, [nodeId, plainArray(held)]);
      return rows.length;
    },
    setAside: async (nodeId, deliveryIds, as, now) => {
      if (as === 'held') await database.query(holdNamed, [nodeId, plainArray(deliveryIds)]);
      else await database.query(cancelNamed, [nodeId, plainArray(deliveryIds), now]);
    },
    release: async (nodeId, deliveryIds) => {
      await database.query(releaseNamed, [nodeId, plainArray(deliveryIds)]);
    },
  };
}
