// What of an alert's steps is told: each step is written down with its facts, for events, and for mails to each address.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { AlertFacts, AlertStep } from '../domain/alert.ts';
import type { EnvironmentName } from '../domain/environment.ts';
import { foldEmail } from '../domain/person.ts';
import type { NewId } from '../lib/ids.ts';
import type { DB } from './schema.gen.ts';
import type { WatchRow } from './watch-row.ts';

/** What every part of a step works with. */
export interface StepContext {
  readonly transaction: Transaction<DB>;
  readonly row: WatchRow;
  readonly newId: NewId;
  readonly mailTo: readonly string[] | null;
}

export interface NewStep {
  readonly alertId: string;
  readonly step: AlertStep;
  readonly facts: AlertFacts;
  readonly announces: boolean;
  /** Null: nobody is mailed. */
  readonly mailAt: Date | null;
}

export async function addStep(
  { transaction, row, mailTo }: StepContext,
  { alertId, step, facts, announces, mailAt }: NewStep,
) {
  const { environment_id } = row;
  const { rows } = await sql<{ steps: number }>`
    UPDATE alerts SET steps = steps + 1 WHERE environment_id = ${environment_id} AND id = ${alertId} RETURNING steps`.execute(
    transaction,
  );
  const number = rows[0]?.steps ?? 1;
  const own = { environment_id, alert_id: alertId, number };
  await transaction
    .insertInto('alert_steps')
    .values({ ...own, step, at: row.now, facts: JSON.stringify(facts), unannounced: announces })
    .execute();
  if (mailTo === null || mailAt === null) return;
  const recipients = await recipientsOf(transaction, row, mailTo);
  if (recipients.length === 0) return;
  await transaction
    .insertInto('alert_mails')
    .values(recipients.map((recipient) => ({ ...own, ...recipient, due_at: mailAt })))
    .execute();
}

async function recipientsOf(transaction: Transaction<DB>, row: WatchRow, operators: readonly string[]) {
  const { organization_id, environment, recipients, settings } = row;
  const administrators = recipients.administrators
    ? await administratorsOf(transaction, organization_id, environment)
    : [];
  return distinct([
    ...[...administrators, ...operators].map((recipient) => ({ recipient, is_own: false })),
    ...[...recipients.emails, ...settings.emails].map((recipient) => ({ recipient, is_own: true })),
  ]);
}

/**
 * Of the organization, as far as they are that in this environment (null: whatever the environment); where it has none, those
 * of the whole server.
 */
export async function administratorsOf(
  executor: Kysely<DB>,
  organizationId: string,
  environment: EnvironmentName | null,
): Promise<readonly string[]> {
  const { rows } = await sql<{ email: string }>`
    WITH administrators AS (
      SELECT p.email FROM members m JOIN people p ON p.id = m.person_id
      WHERE m.organization_id = ${organizationId} AND p.disabled_at IS NULL
      AND coalesce(m.environment_roles ->> ${environment}::text, m.role) IN ('admin', 'super_admin')
    )
    SELECT email FROM administrators UNION ALL
    SELECT email FROM people WHERE super_admin AND disabled_at IS NULL AND NOT EXISTS (SELECT FROM administrators)`.execute(
    executor,
  );
  return rows.map(({ email }) => email);
}

/** Each address once, however it is written. */
function distinct<T extends { readonly recipient: string }>(recipients: readonly T[]): readonly T[] {
  return [...new Map(recipients.map((one) => [foldEmail(one.recipient), one])).values()];
}

/** A mail that was put off because there had just been one need not be sent any more. Whether others were, of this streak. */
export async function dropUnbegun({ transaction, row }: StepContext, alertId: string): Promise<boolean> {
  await sql`
    DELETE FROM alert_mails WHERE environment_id = ${row.environment_id} AND alert_id = ${alertId} AND sent_at IS NULL
    AND tries = 0 AND due_at > ${row.now}`.execute(transaction);
  const { rows } = await sql`
    SELECT FROM alert_mails WHERE environment_id = ${row.environment_id} AND alert_id = ${alertId} AND number > coalesce((
      SELECT max(number) FROM alert_steps
      WHERE environment_id = ${row.environment_id} AND alert_id = ${alertId} AND step = 'recovered'), 0) LIMIT 1`.execute(
    transaction,
  );
  return rows.length > 0;
}
