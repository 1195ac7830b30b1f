// What every change of a webhook's status brings with it: what waits for it is held, released or cancelled, and its new
// state is kept for explaining. Leased deliveries are left to their node: it sees the change when it records, or before
// it sends.
import { sql, type Transaction } from 'kysely';
import { endedColumns } from './ended.ts';
import { isEventOf } from './joined-event.ts';
import { lockLanes } from './lanes.ts';
import type { DB } from './schema.gen.ts';

type Webhooks = readonly string[];

export async function holdWaiting(transaction: Transaction<DB>, webhooks: Webhooks): Promise<void> {
  await lockLanes(transaction, webhooks);
  await sql`UPDATE queue SET held = true WHERE webhook_id = ANY (${webhooks}::uuid[]) AND NOT held`.execute(
    transaction,
  );
}

/** What was held becomes due at once. */
export async function releaseHeld(
  transaction: Transaction<DB>,
  webhooks: Webhooks,
  now: Date,
): Promise<void> {
  await lockLanes(transaction, webhooks);
  await sql`
    UPDATE queue SET held = false, due_at = greatest(due_at, ${now})
    WHERE webhook_id = ANY (${webhooks}::uuid[]) AND held`.execute(transaction);
}

export async function cancelWaiting(
  transaction: Transaction<DB>,
  webhooks: Webhooks,
  now: Date,
): Promise<void> {
  await lockLanes(transaction, webhooks);
  await sql`
    WITH dropped AS (DELETE FROM queue WHERE webhook_id = ANY (${webhooks}::uuid[]) RETURNING *), unordered AS (
      DELETE FROM envelope_turns WHERE webhook_id = ANY (${webhooks}::uuid[])
    )
    INSERT INTO deliveries (${sql.raw(endedColumns)})
    SELECT x.environment_id, x.delivery_id, x.event_id, x.webhook_id, coalesce(e.type, ''), 'cancelled', x.attempt - 1,
           x.last_status, x.last_error, ${now}
    FROM dropped x LEFT JOIN events e ON ${sql.raw(isEventOf('e', 'x'))}`.execute(transaction);
}

/** Whoever enables a webhook says that it works again: what failed before counts for nothing, and its lane pauses no more. */
export async function forgetFailures(transaction: Transaction<DB>, webhooks: Webhooks): Promise<void> {
  // In the order of those who record attempts: lanes first.
  await relaxLanes(transaction, webhooks);
  await sql`
    UPDATE webhook_health SET consecutive_failures = 0
    WHERE webhook_id = ANY (${webhooks}::uuid[]) AND consecutive_failures > 0`.execute(transaction);
}

/** Pauses of the lanes end, and what waits in them may go. */
export async function relaxLanes(transaction: Transaction<DB>, webhooks: Webhooks): Promise<void> {
  await lockLanes(transaction, webhooks);
  await sql`
    UPDATE lanes l SET strikes = 0, pauses = 0, width = NULL, resumes_at = NULL,
      -- Looked at at once; whoever looks finds out when something is due.
      next_at = 'epoch'
    WHERE webhook_id = ANY (${webhooks}::uuid[]) AND (strikes > 0 OR width IS NOT NULL OR resumes_at IS NOT NULL)`.execute(
    transaction,
  );
}

/** The webhooks want no order of envelopes any more: nothing waits for its turn. Their lanes see that this changed. */
export async function dissolveTurns(transaction: Transaction<DB>, webhooks: Webhooks): Promise<void> {
  await lockLanes(transaction, webhooks);
  await sql`
    WITH touched AS (
      UPDATE lanes SET touched_by = pg_current_xact_id(), touched_at = now() WHERE webhook_id = ANY (${webhooks}::uuid[])
    ), gone AS (DELETE FROM envelope_turns WHERE webhook_id = ANY (${webhooks}::uuid[]))
    UPDATE queue SET blocked = false
    WHERE EXISTS (SELECT FROM envelope_turns WHERE webhook_id = ANY (${webhooks}::uuid[]))
      AND webhook_id = ANY (${webhooks}::uuid[]) AND blocked`.execute(transaction);
}

/** What routing looks at, from the present version on: events are explained by what decided about them. */
export const keepStates = (transaction: Transaction<DB>, webhooks: Webhooks) =>
  sql`
    INSERT INTO webhook_states (environment_id, webhook_id, version, state)
    SELECT w.environment_id, w.id, e.version, CASE WHEN w.deleted_at IS NULL THEN
           json_build_object('name', w.name, 'status', w.status, 'kind', w.kind, 'firing', w.firing, 'events', w.events, 'routing', w.routing,
           'payload', json_build_object('dialect', w.payload->'dialect', 'options', w.payload->'options')) END
    FROM webhooks w JOIN environments e ON e.id = w.environment_id WHERE w.id = ANY (${webhooks}::uuid[])`.execute(
    transaction,
  );
