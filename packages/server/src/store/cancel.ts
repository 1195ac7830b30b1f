// Ends a delivery that waits, unattempted. What a node works for right now is left to it.
import { sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import { endedColumns } from './ended.ts';
import { entriesOf, holds } from './leases.ts';
import type { DB } from './schema.gen.ts';

export type CancelResult = 'cancelled' | 'in_progress' | 'ended' | 'not_found';

export interface CancelStore {
  cancel(environmentId: number, deliveryId: string, now: Date): Promise<CancelResult>;
}

/** A delivery that moves from table to table just while it is looked for is found at the next look. */
const looksMax = 5;

export function createCancelStore({ kysely }: Database): CancelStore {
  return {
    async cancel(environmentId, id, now) {
      for (let look = 0; look < looksMax; look++) {
        const result = await kysely
          .transaction()
          .execute((transaction) => cancel(transaction, environmentId, id, now));
        if (result !== 'not_found') return result;
      }
      return 'not_found';
    },
  };
}

async function cancel(
  transaction: Transaction<DB>,
  environmentId: number,
  id: string,
  now: Date,
): Promise<CancelResult> {
  const dropped = await sql`
    WITH dropped AS (DELETE FROM queue WHERE environment_id = ${environmentId} AND delivery_id = ${id} RETURNING *)
    INSERT INTO deliveries (${sql.raw(endedColumns)})
    SELECT x.environment_id, x.delivery_id, x.event_id, x.webhook_id, coalesce(e.type, ''), 'cancelled', x.attempt - 1,
           x.last_status, x.last_error, ${now}
    FROM dropped x LEFT JOIN events e ON e.environment_id = x.environment_id AND e.id = x.event_id
    RETURNING id`.execute(transaction);
  if (dropped.rows.length > 0) return 'cancelled';
  const { rows } = await sql<{ leased: boolean; ended: boolean }>`
    SELECT EXISTS (SELECT FROM leases l, ${sql.raw(entriesOf('l'))}
                   WHERE l.environment_id = ${environmentId} AND entry.delivery_id = ${id} AND ${sql.raw(holds('l'))}) AS leased,
           EXISTS (SELECT FROM deliveries WHERE environment_id = ${environmentId} AND id = ${id}) AS ended`.execute(
    transaction,
  );
  if (rows[0]?.leased) return 'in_progress';
  return rows[0]?.ended ? 'ended' : 'not_found';
}
