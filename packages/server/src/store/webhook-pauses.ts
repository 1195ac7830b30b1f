// What every change of a webhook's status brings with it: what waits for it is held, released or cancelled, and its new
// state is kept for explaining. Leased deliveries are left to their node: it sees the change when it records, or before
// it sends.
import { sql, type Transaction } from 'kysely';
import { endedColumns } from './ended.ts';
import type { DB } from './schema.gen.ts';

type Webhooks = readonly string[];

export const holdWaiting = (transaction: Transaction<DB>, webhooks: Webhooks) =>
  sql`UPDATE queue SET held = true WHERE webhook_id = ANY (${webhooks}::uuid[]) AND NOT held`.execute(
    transaction,
  );

/** What was held becomes due at once. */
export const releaseHeld = (transaction: Transaction<DB>, webhooks: Webhooks, now: Date) =>
  sql`
    UPDATE queue SET held = false, due_at = greatest(due_at, ${now})
    WHERE webhook_id = ANY (${webhooks}::uuid[]) AND held`.execute(transaction);

export const cancelWaiting = (transaction: Transaction<DB>, webhooks: Webhooks, now: Date) =>
  sql`
    WITH dropped AS (DELETE FROM queue WHERE webhook_id = ANY (${webhooks}::uuid[]) RETURNING *)
    INSERT INTO deliveries (${sql.raw(endedColumns)})
    SELECT x.environment_id, x.delivery_id, x.event_id, x.webhook_id, coalesce(e.type, ''), 'cancelled', x.attempt - 1,
           x.last_status, x.last_error, ${now}
    FROM dropped x LEFT JOIN events e ON e.environment_id = x.environment_id AND e.id = x.event_id`.execute(
    transaction,
  );

/** Whoever enables a webhook says that it works again: what failed before counts for nothing. */
export const forgetFailures = (transaction: Transaction<DB>, webhooks: Webhooks) =>
  sql`
    UPDATE webhook_health SET consecutive_failures = 0
    WHERE webhook_id = ANY (${webhooks}::uuid[]) AND consecutive_failures > 0`.execute(transaction);

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
