// Sends an event to a webhook that somebody chose, whatever routing says of it. An event has one delivery to a webhook at most:
// where there is one already, that is sent again, so that nobody who asks twice makes two.
import { sql, type Transaction } from 'kysely';
import type { Actor } from './actor.ts';
import type { Database } from './database.ts';
import { entriesOf, holds } from './leases.ts';
import { noteResent, type ResendResult, resend, untilFound } from './resend.ts';
import type { DB } from './schema.gen.ts';
import { relaxLanes } from './webhook-pauses.ts';

/** Who made a delivery by hand, and when. */
export interface ByHand {
  readonly deliveryId: string;
  readonly webhookId: string;
  /** What it was called then. */
  readonly webhookName: string;
  readonly at: string;
  readonly by: Pick<Actor, 'kind' | 'id' | 'name'>;
}

export interface Elsewhere {
  readonly environmentId: number;
  /** Ours, whatever id the sender chose. */
  readonly eventId: string;
  readonly webhookId: string;
  /** What the delivery is to be called, if there is none yet. */
  readonly newId: string;
  readonly by: ByHand['by'];
}

export type ElsewhereResult =
  | Exclude<ResendResult, { kind: 'queued' }>
  | { readonly kind: 'webhook_not_found' }
  /** Under the id that was offered, or under that of the delivery that there was. */
  | { readonly kind: 'queued'; readonly deliveryId: string };

export interface ElsewhereStore {
  sendElsewhere(elsewhere: Elsewhere, now: Date): Promise<ElsewhereResult>;
}

export function createElsewhereStore({ kysely }: Pick<Database, 'kysely'>): ElsewhereStore {
  return {
    sendElsewhere: (elsewhere, now) =>
      untilFound(kysely, (transaction) => sendElsewhere(transaction, elsewhere, now)),
  };
}

/** null when the delivery that there is stood nowhere where it was looked for. */
async function sendElsewhere(
  transaction: Transaction<DB>,
  elsewhere: Elsewhere,
  now: Date,
): Promise<ElsewhereResult | null> {
  const { environmentId, webhookId, newId } = elsewhere;
  const webhook = await find(transaction, elsewhere);
  if (!webhook) return { kind: 'webhook_not_found' };
  if (webhook.deleted_at !== null) return { kind: 'webhook_deleted' };
  if (webhook.status !== 'enabled') return { kind: 'webhook_disabled' };
  if (!(await lockEvent(transaction, elsewhere))) return { kind: 'not_found' };
  const present = await deliveryTo(transaction, elsewhere);
  if (present !== null) {
    const result = await resend(transaction, { environmentId, id: present }, now);
    return result?.kind === 'queued' ? { kind: 'queued', deliveryId: present } : result;
  }
  // Whoever asks for it wants to see it now, also where the receiver was left alone for a while.
  await relaxLanes(transaction, [webhookId]);
  await add(transaction, elsewhere, webhook.name, now);
  const about = { event_id: elsewhere.eventId, webhook_id: webhookId };
  await noteResent(transaction, { environmentId, id: newId }, about);
  await sql`SELECT pg_notify('signpost_queue', '')`.execute(transaction);
  return { kind: 'queued', deliveryId: newId };
}

const find = (transaction: Transaction<DB>, { environmentId, webhookId }: Elsewhere) =>
  transaction
    .selectFrom('webhooks')
    .select(['name', 'status', 'deleted_at'])
    .where('environment_id', '=', environmentId)
    .where('id', '=', webhookId)
    .executeTakeFirst();

/** Two who send the same event somewhere, or route it again, take turns. By a comparison of rows: decision 0029. */
async function lockEvent(
  transaction: Transaction<DB>,
  { environmentId, eventId }: Elsewhere,
): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM events WHERE (environment_id, id) >= (${environmentId}, ${eventId}::uuid)
      AND (environment_id, id) <= (${environmentId}, ${eventId}::uuid) FOR UPDATE`.execute(transaction);
  return rows.length > 0;
}

/** Wherever it stands. */
async function deliveryTo(
  transaction: Transaction<DB>,
  { environmentId, eventId, webhookId }: Elsewhere,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM deliveries
    WHERE environment_id = ${environmentId} AND event_id = ${eventId} AND webhook_id = ${webhookId}
    UNION ALL SELECT delivery_id FROM queue
    WHERE environment_id = ${environmentId} AND event_id = ${eventId} AND webhook_id = ${webhookId}
    UNION ALL SELECT entry.delivery_id FROM leases l, ${sql.raw(entriesOf('l'))}
    WHERE l.environment_id = ${environmentId} AND ${sql.raw(holds('l'))}
      AND entry.event_id = ${eventId} AND entry.webhook_id = ${webhookId}
    LIMIT 1`.execute(transaction);
  return rows[0]?.id ?? null;
}

/** In no order of envelopes: what people send by hand waits for nothing. */
async function add(
  transaction: Transaction<DB>,
  { environmentId, eventId, webhookId, newId, by }: Elsewhere,
  webhookName: string,
  now: Date,
): Promise<void> {
  const entry: ByHand = { deliveryId: newId, webhookId, webhookName, at: now.toISOString(), by };
  await sql`
    INSERT INTO queue (environment_id, delivery_id, event_id, webhook_id, trigger, due_at)
    VALUES (${environmentId}, ${newId}, ${eventId}, ${webhookId}, 'manual', ${now})`.execute(transaction);
  await sql`
    UPDATE events SET delivery_count = delivery_count + 1,
      by_hand = coalesce(by_hand, '[]'::jsonb) || jsonb_build_array(${JSON.stringify(entry)}::jsonb)
    WHERE environment_id = ${environmentId} AND id = ${eventId}`.execute(transaction);
}
