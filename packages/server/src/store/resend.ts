// Puts deliveries back to work: one that waits is brought forward, one that ended begins its schedule anew.
// Never beside a running attempt of the same delivery.
import { sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import { attemptColumns } from './ended.ts';
import { lockLanes } from './lanes.ts';
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

export interface DeliveryRef {
  readonly environmentId: number;
  readonly id: string;
}

interface DeliveryRefs {
  readonly environmentId: number;
  readonly ids: readonly string[];
}

/** A delivery that moves from table to table just while it is looked for is found at the next look. */
const looksMax = 5;

export function createResendStore({ kysely }: Pick<Database, 'kysely'>): ResendStore {
  return {
    resend: (environmentId, id, now) =>
      untilFound(kysely, (transaction) => resend(transaction, { environmentId, id }, now)),
  };
}

/** @param send answers null where what it looked for stood nowhere */
export async function untilFound<R>(
  kysely: Database['kysely'],
  send: (transaction: Transaction<DB>) => Promise<R | null>,
): Promise<R | { readonly kind: 'not_found' }> {
  for (let look = 0; look < looksMax; look++) {
    const result = await kysely.transaction().execute(send);
    if (result !== null) return result;
  }
  return { kind: 'not_found' };
}

/** null when it stood nowhere where it was looked for. */
export async function resend(
  transaction: Transaction<DB>,
  delivery: DeliveryRef,
  now: Date,
): Promise<ResendResult | null> {
  await lockLanesOf(transaction, { environmentId: delivery.environmentId, ids: [delivery.id] });
  const waiting = await lock(transaction, 'queue', 'delivery_id', delivery);
  const found = waiting ?? (await lock(transaction, 'deliveries', 'id', delivery));
  if (!found) return (await isLeased(transaction, delivery)) ? { kind: 'in_progress' } : null;
  if (found.deleted) return { kind: 'webhook_deleted' };
  if (found.status !== 'enabled') return { kind: 'webhook_disabled' };
  // Whoever asks for it wants to see it now, also where the receiver was left alone for a while.
  await relaxLanes(transaction, [found.webhook_id]);
  const refs = { environmentId: delivery.environmentId, ids: [delivery.id] };
  await (waiting ? bringForward(transaction, refs, now) : beginAnew(transaction, refs, now));
  await noteResent(transaction, delivery, found);
  await sql`SELECT pg_notify('signpost_queue', '')`.execute(transaction);
  return { kind: 'queued' };
}

/** The audit log tells who sent it, where somebody did and not a program of a vendor's. */
export const noteResent = (
  transaction: Transaction<DB>,
  { environmentId, id }: DeliveryRef,
  { event_id, webhook_id }: Pick<Found, 'event_id' | 'webhook_id'>,
) =>
  sql`
    SELECT audit_resent(${environmentId}, ${id}, (SELECT type FROM events WHERE environment_id = ${environmentId} AND id = ${event_id}),
                        ${JSON.stringify({ event_id, webhook_id })})`.execute(transaction);

/** Before the deliveries themselves, wherever they stand. */
async function lockLanesOf(
  transaction: Transaction<DB>,
  { environmentId, ids }: DeliveryRefs,
): Promise<void> {
  const { rows } = await sql<{ webhook_id: string }>`
    SELECT webhook_id FROM queue WHERE environment_id = ${environmentId} AND delivery_id = ANY (${[...ids]}::uuid[])
    UNION SELECT webhook_id FROM deliveries WHERE environment_id = ${environmentId} AND id = ANY (${[...ids]}::uuid[])`.execute(
    transaction,
  );
  await lockLanes(
    transaction,
    rows.map((row) => row.webhook_id),
  );
}

interface Found {
  readonly event_id: string;
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
    SELECT d.event_id, w.id AS webhook_id, w.status, w.deleted_at IS NOT NULL AS deleted FROM ${sql.table(table)} d JOIN webhooks w ON w.id = d.webhook_id
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

const bringForward = (transaction: Transaction<DB>, { environmentId, ids }: DeliveryRefs, now: Date) =>
  sql`
    UPDATE queue SET due_at = ${now}, trigger = 'manual'
    WHERE environment_id = ${environmentId} AND delivery_id = ANY (${[...ids]}::uuid[])`.execute(transaction);

/** The attempt that ended it goes to those before it. */
const beginAnew = (transaction: Transaction<DB>, { environmentId, ids }: DeliveryRefs, now: Date) =>
  sql`
    WITH resumed AS (
      DELETE FROM deliveries WHERE environment_id = ${environmentId} AND id = ANY (${[...ids]}::uuid[]) RETURNING *
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

/** What became of each; one that was found nowhere is moving from table to table right now, or does not exist. */
export async function resendMany(
  transaction: Transaction<DB>,
  environmentId: number,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, ResendResult['kind']>> {
  const results = new Map<string, ResendResult['kind']>();
  if (ids.length === 0) return results;
  await lockLanesOf(transaction, { environmentId, ids });
  const places = [
    ['queue', 'delivery_id', bringForward],
    ['deliveries', 'id', beginAnew],
  ] as const;
  for (const [table, idColumn, send] of places) {
    const found = await lockFree(transaction, table, idColumn, { environmentId, ids });
    for (const one of found) results.set(one.id, judge(one));
    const sendable = found.filter((one) => judge(one) === 'queued').map(({ id }) => id);
    if (sendable.length > 0) await send(transaction, { environmentId, ids: sendable }, now);
  }
  const missing = ids.filter((id) => !results.has(id));
  for (const id of await known(transaction, { environmentId, ids: missing })) results.set(id, 'in_progress');
  await sql`SELECT pg_notify('signpost_queue', '')`.execute(transaction);
  return results;
}

const judge = ({ deleted, status }: Found): 'queued' | 'webhook_deleted' | 'webhook_disabled' =>
  deleted ? 'webhook_deleted' : status === 'enabled' ? 'queued' : 'webhook_disabled';

/** Those that nobody else is changing: what others hold is not waited for, so that nobody waits in a circle. */
async function lockFree(
  transaction: Transaction<DB>,
  table: 'queue' | 'deliveries',
  idColumn: 'delivery_id' | 'id',
  { environmentId, ids }: DeliveryRefs,
): Promise<readonly (Found & { readonly id: string })[]> {
  const { rows } = await sql<Found & { id: string }>`
    SELECT d.${sql.ref(idColumn)} AS id, d.event_id, w.id AS webhook_id, w.status, w.deleted_at IS NOT NULL AS deleted
    FROM ${sql.table(table)} d JOIN webhooks w ON w.id = d.webhook_id
    WHERE d.environment_id = ${environmentId} AND d.${sql.ref(idColumn)} = ANY (${[...ids]}::uuid[])
    FOR UPDATE OF d SKIP LOCKED`.execute(transaction);
  return rows;
}

/** Those that stand somewhere, if only in a lease. */
async function known(
  transaction: Transaction<DB>,
  { environmentId, ids }: DeliveryRefs,
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    SELECT entry.delivery_id AS id FROM leases l, ${sql.raw(entriesOf('l'))}
    WHERE l.environment_id = ${environmentId} AND entry.delivery_id = ANY (${[...ids]}::uuid[])
    UNION SELECT delivery_id FROM queue WHERE environment_id = ${environmentId} AND delivery_id = ANY (${[...ids]}::uuid[])
    UNION SELECT id FROM deliveries WHERE environment_id = ${environmentId} AND id = ANY (${[...ids]}::uuid[])`.execute(
    transaction,
  );
  return rows.map(({ id }) => id);
}
