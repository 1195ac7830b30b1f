// Puts a delivery back to work: one that waits is brought forward, one that ended begins its schedule anew.
// Never beside a running attempt of the same delivery.
import { sql } from 'kysely';
import type { Database } from './database.ts';

export type ResendResult =
  | { readonly kind: 'queued' }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'in_progress' }
  | { readonly kind: 'webhook_disabled' }
  | { readonly kind: 'webhook_deleted' };

export interface ResendStore {
  resend(environmentId: number, deliveryId: string, now: Date): Promise<ResendResult>;
}

interface Found {
  readonly owner: number | null;
  readonly waiting: boolean;
  readonly status: string;
  readonly deleted: boolean;
}

export function createResendStore({ kysely }: Database): ResendStore {
  return {
    resend: (environmentId, deliveryId, now) =>
      kysely.transaction().execute(async (transaction) => {
        // The queue before the delivery: the same order in which attempts are recorded.
        await sql`SELECT 1 FROM queue WHERE delivery_id = ${deliveryId} FOR UPDATE`.execute(transaction);
        const { rows } = await sql<Found>`
          SELECT q.owner, q.delivery_id IS NOT NULL AS waiting, w.status, w.deleted_at IS NOT NULL AS deleted
          FROM deliveries d JOIN webhooks w ON w.id = d.webhook_id LEFT JOIN queue q ON q.delivery_id = d.id
          WHERE d.environment_id = ${environmentId} AND d.id = ${deliveryId} FOR UPDATE OF d`.execute(
          transaction,
        );
        const refusal = refuse(rows[0]);
        if (refusal) return refusal;
        const queued = await sql`
          INSERT INTO queue AS q (delivery_id, environment_id, event_id, webhook_id, attempt, trigger, due_at)
          SELECT id, environment_id, event_id, webhook_id, attempts + 1, 'manual', ${now} FROM deliveries
          WHERE environment_id = ${environmentId} AND id = ${deliveryId}
          ON CONFLICT (delivery_id) DO UPDATE SET due_at = ${now}, trigger = 'manual' WHERE q.owner IS NULL
          RETURNING q.delivery_id`.execute(transaction);
        if (queued.rows.length === 0) return { kind: 'in_progress' };
        await sql`
          UPDATE deliveries SET state = 'pending', next_attempt_at = ${now}, finished_at = NULL
          WHERE environment_id = ${environmentId} AND id = ${deliveryId}`.execute(transaction);
        await sql`SELECT pg_notify('signpost_queue', '')`.execute(transaction);
        return { kind: 'queued' };
      }),
  };
}

function refuse(found: Found | undefined): ResendResult | null {
  if (!found) return { kind: 'not_found' };
  if (found.deleted) return { kind: 'webhook_deleted' };
  if (found.owner !== null) return { kind: 'in_progress' };
  if (found.status !== 'enabled') return { kind: 'webhook_disabled' };
  return null;
}
