// What becomes of an organization's webhooks when its plan changes. Without webhooks in the plan all that are enabled are
// disabled, and what waits for them is held; with them again, exactly these are enabled and what was held is due at once.
// So nothing is lost: events go on being stored, and those that came in between can be routed again.
import { sql, type Transaction } from 'kysely';
import type { DB } from './schema.gen.ts';

export async function excludeWebhooks(
  transaction: Transaction<DB>,
  organizationId: string,
  now: Date,
): Promise<void> {
  await lockAndTell(transaction, organizationId);
  const { rows } = await sql<{ id: string }>`
    UPDATE webhooks SET status = 'disabled', disabled_reason = 'plan', updated_at = ${now}
    WHERE status = 'enabled' AND ${ownedBy(organizationId)} RETURNING id`.execute(transaction);
  const ids = rows.map(({ id }) => id);
  await keepStates(transaction, ids);
  // Leased ones are left to their node: it sees the change when it records, or before it sends.
  await sql`
    WITH waiting AS (
      UPDATE queue SET held = true WHERE webhook_id = ANY (${ids}::uuid[]) AND owner IS NULL AND NOT held
      RETURNING delivery_id, environment_id
    )
    UPDATE deliveries d SET state = 'held', next_attempt_at = NULL FROM waiting w
    WHERE d.environment_id = w.environment_id AND d.id = w.delivery_id`.execute(transaction);
}

export async function admitWebhooks(
  transaction: Transaction<DB>,
  organizationId: string,
  now: Date,
): Promise<void> {
  await lockAndTell(transaction, organizationId);
  const { rows } = await sql<{ id: string }>`
    UPDATE webhooks SET status = 'enabled', disabled_reason = NULL, updated_at = ${now}
    WHERE disabled_reason = 'plan' AND ${ownedBy(organizationId)} RETURNING id`.execute(transaction);
  const ids = rows.map(({ id }) => id);
  await keepStates(transaction, ids);
  await sql`
    WITH released AS (
      UPDATE queue SET held = false, due_at = greatest(due_at, ${now})
      WHERE webhook_id = ANY (${ids}::uuid[]) AND owner IS NULL AND held
      RETURNING delivery_id, environment_id, due_at
    )
    UPDATE deliveries d SET state = 'pending', next_attempt_at = r.due_at FROM released r
    WHERE d.environment_id = r.environment_id AND d.id = r.delivery_id`.execute(transaction);
}

/** The webhooks first and then their environments: the order in which a change of one webhook takes its locks. */
async function lockAndTell(transaction: Transaction<DB>, organizationId: string): Promise<void> {
  await sql`SELECT FROM webhooks WHERE ${ownedBy(organizationId)} ORDER BY id FOR UPDATE`.execute(
    transaction,
  );
  await sql`SELECT organization_changed(${organizationId})`.execute(transaction);
}

const ownedBy = (organizationId: string) => sql<boolean>`
  deleted_at IS NULL AND environment_id IN (
    SELECT e.id FROM environments e JOIN applications a ON a.id = e.application_id WHERE a.organization_id = ${organizationId})`;

/** What routing looks at, from the present version on: events are explained by what decided about them. */
const keepStates = (transaction: Transaction<DB>, ids: readonly string[]) =>
  sql`
    INSERT INTO webhook_states (environment_id, webhook_id, version, state)
    SELECT w.environment_id, w.id, e.version,
           json_build_object('name', w.name, 'status', w.status, 'kind', w.kind, 'firing', w.firing, 'events', w.events, 'routing', w.routing)
    FROM webhooks w JOIN environments e ON e.id = w.environment_id WHERE w.id = ANY (${ids}::uuid[])`.execute(
    transaction,
  );
