// Puts a delivery back to work: one that waits is brought forward, one that ended begins its schedule anew.
// Never beside a running attempt of the same delivery.
import { sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import { attemptColumns } from './ended.ts';
import { entriesOf, holds } from './leases.ts';
import type { DB } from './schema.gen.ts';
import { relaxLanes } from './webhook-pauses.ts';

export type ResendResult =
  | { readonly kind: 'queued' }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'in_progress' }
  | { readonly kind: 'webhook_disabled' }
  | { readonly kind: 'webhook_deleted' };

export interface ResendStore {
  resend(environmentId: number, deliveryId: string, now: Date): Promise<ResendResult>;
}

interface DeliveryRef {
  readonly environmentId: number;
  readonly id: string;
}

/** A delivery that moves from table to table just while it is looked for is found at the next look. */
const looksMax = 5;

export function createResendStore({ kysely }: Database): ResendStore {
  return {
    async resend(environmentId, id, now) {
      const delivery = { environmentId, id };
      for (let look = 0; look < looksMax; look++) {
        const result = await kysely
          .transaction()
          .execute((transaction) => resend(transaction, delivery, now));
        if (result !== null) return result;
      }
      return { kind: 'not_found' };
    },
  };
}

/** null when it stood nowhere where it was looked for. */
async function resend(
  transaction: Transaction<DB>,
  delivery: DeliveryRef,
  now: Date,
): Promise<ResendResult | null> {
  const waiting = await lock(transaction, 'queue', 'delivery_id', delivery);
  const found = waiting ?? (await lock(transaction, 'deliveries', 'id', delivery));
  if (!found) return (await isLeased(transaction, delivery)) ? { kind: 'in_progress' } : null;
  if (found.deleted) return { kind: 'webhook_deleted' };
  if (found.status !== 'enabled') return { kind: 'webhook_disabled' };
  // Whoever asks for it wants to see it now, also where the receiver was left alone for a while.
  await relaxLanes(transaction, [found.webhook_id]);
  await (waiting ? bringForward(transaction, delivery, now) : beginAnew(transaction, delivery, now));
  await sql`SELECT pg_notify('signpost_queue', '')`.execute(transaction);
  return { kind: 'queued' };
}

interface Found {
  readonly webhook_id: string;
  readonly status: string;
  readonly deleted: boolean;
}

async function lock(
  transaction: Transaction<DB>,
  table: 'queue' | 'deliveries',
  idColumn: 'delivery_id' | 'id',
  { environmentId, id }: DeliveryRef,
): Promise<Found | undefined> {
  const { rows } = await sql<Found>`
    SELECT w.id AS webhook_id, w.status, w.deleted_at IS NOT NULL AS deleted FROM ${sql.table(table)} d JOIN webhooks w ON w.id = d.webhook_id
    WHERE d.environment_id = ${environmentId} AND d.${sql.ref(idColumn)} = ${id} FOR UPDATE OF d`.execute(
    transaction,
  );
  return rows[0];
}

async function isLeased(transaction: Transaction<DB>, { environmentId, id }: DeliveryRef): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM leases l, ${sql.raw(entriesOf('l'))}
    WHERE l.environment_id = ${environmentId} AND entry.delivery_id = ${id} AND ${sql.raw(holds('l'))}`.execute(
    transaction,
  );
  return rows.length > 0;
}

const bringForward = (transaction: Transaction<DB>, { environmentId, id }: DeliveryRef, now: Date) =>
  sql`
    UPDATE queue SET due_at = ${now}, trigger = 'manual'
    WHERE environment_id = ${environmentId} AND delivery_id = ${id}`.execute(transaction);

/** The attempt that ended it goes to those before it. */
const beginAnew = (transaction: Transaction<DB>, { environmentId, id }: DeliveryRef, now: Date) =>
  sql`
    WITH resumed AS (
      DELETE FROM deliveries WHERE environment_id = ${environmentId} AND id = ${id} RETURNING *
    ), logged AS (
      INSERT INTO attempts (environment_id, delivery_id, number, outcome, status, error, ${sql.raw(attemptColumns)})
      SELECT environment_id, id, attempts, CASE state WHEN 'succeeded' THEN 'succeeded' ELSE 'failed' END, last_status,
             last_error, ${sql.raw(attemptColumns)}
      FROM resumed WHERE url IS NOT NULL
    )
    INSERT INTO queue (environment_id, delivery_id, event_id, webhook_id, attempt, trigger, due_at, last_status, last_error)
    SELECT environment_id, id, event_id, webhook_id, attempts + 1, 'manual', ${now}, last_status, last_error FROM resumed`.execute(
    transaction,
  );
