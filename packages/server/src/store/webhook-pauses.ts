// What every change of a webhook's status brings with it: what waits for it is held, released or cancelled, and its new
// state is kept for explaining. Leased deliveries are left to their node: it sees the change when it records, or before
// it sends.
import { sql, type Transaction } from 'kysely';
import type { DB } from './schema.gen.ts';

type Webhooks = readonly string[];

export const holdWaiting = (transaction: Transaction<DB>, webhooks: Webhooks) =>
  sql`
    WITH waiting AS (
      UPDATE queue SET held = true WHERE webhook_id = ANY (${webhooks}::uuid[]) AND owner IS NULL AND NOT held
      RETURNING delivery_id, environment_id
    )
    UPDATE deliveries d SET state = 'held', next_attempt_at = NULL FROM waiting w
    WHERE d.environment_id = w.environment_id AND d.id = w.delivery_id`.execute(transaction);

export const releaseHeld = (transaction: Transaction<DB>, webhooks: Webhooks, now: Date) =>
  sql`
    WITH released AS (
      UPDATE queue SET held = false, due_at = greatest(due_at, ${now})
      WHERE webhook_id = ANY (${webhooks}::uuid[]) AND owner IS NULL AND held
      RETURNING delivery_id, environment_id, due_at
    )
    UPDATE deliveries d SET state = 'pending', next_attempt_at = r.due_at FROM released r
    WHERE d.environment_id = r.environment_id AND d.id = r.delivery_id`.execute(transaction);

export const cancelWaiting = (transaction: Transaction<DB>, webhooks: Webhooks, now: Date) =>
  sql`
    WITH dropped AS (
      DELETE FROM queue WHERE webhook_id = ANY (${webhooks}::uuid[]) AND owner IS NULL RETURNING delivery_id, environment_id
    )
    UPDATE deliveries d SET state = 'cancelled', next_attempt_at = NULL, finished_at = ${now} FROM dropped x
    WHERE d.environment_id = x.environment_id AND d.id = x.delivery_id`.execute(transaction);

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
