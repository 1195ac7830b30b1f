// What becomes of an organization's webhooks when its plan changes. Without webhooks in the plan all that are enabled are
// disabled, and what waits for them is held; with them again, exactly these are enabled and what was held is due at once.
// So nothing is lost: events go on being stored, and those that came in between can be routed again.
import { sql, type Transaction } from 'kysely';
import type { DB } from './schema.gen.ts';
import { forgetFailures, holdWaiting, keepStates, releaseHeld } from './webhook-pauses.ts';

export async function excludeWebhooks(
  transaction: Transaction<DB>,
  organizationId: string,
  now: Date,
): Promise<void> {
  await lockAndTell(transaction, organizationId);
  const { rows } = await sql<{ id: string }>`
    UPDATE webhooks
    SET status = 'disabled', disabled_reason = 'plan', disabled_at = ${now}, pending_fate = 'hold', revision = revision + 1,
        updated_at = ${now}
    WHERE status = 'enabled' AND ${ownedBy(organizationId)} RETURNING id`.execute(transaction);
  const webhooks = rows.map(({ id }) => id);
  await keepStates(transaction, webhooks);
  await holdWaiting(transaction, webhooks);
}

export async function admitWebhooks(
  transaction: Transaction<DB>,
  organizationId: string,
  now: Date,
): Promise<void> {
  await lockAndTell(transaction, organizationId);
  const { rows } = await sql<{ id: string }>`
    UPDATE webhooks
    SET status = 'enabled', disabled_reason = NULL, disabled_at = NULL, revision = revision + 1, updated_at = ${now}
    WHERE disabled_reason = 'plan' AND ${ownedBy(organizationId)} RETURNING id`.execute(transaction);
  const webhooks = rows.map(({ id }) => id);
  await keepStates(transaction, webhooks);
  await forgetFailures(transaction, webhooks);
  await releaseHeld(transaction, webhooks, now);
}

/** The webhooks first and then their environments: the order in which a change of one webhook takes its locks. */
export async function lockAndTell(transaction: Transaction<DB>, organizationId: string): Promise<void> {
  await sql`SELECT FROM webhooks WHERE ${ownedBy(organizationId)} ORDER BY id FOR NO KEY UPDATE`.execute(
    transaction,
  );
  await sql`SELECT organization_changed(${organizationId})`.execute(transaction);
}

export const ownedBy = (organizationId: string) => sql<boolean>`
  deleted_at IS NULL AND environment_id IN (
    SELECT e.id FROM environments e JOIN applications a ON a.id = e.application_id WHERE a.organization_id = ${organizationId})`;
