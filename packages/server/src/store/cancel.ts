// Ends a delivery that waits, unattempted. What a node works for right now is left to it.
import type { Database, Statement, Transaction } from './database.ts';
import { endedColumns } from './ended.ts';
import { isEventOf } from './joined-event.ts';
import { leaveTurns, touchLanes } from './lanes.ts';
import { entriesOf, holds } from './leases.ts';

export type CancelResult = 'cancelled' | 'in_progress' | 'ended' | 'not_found';

export interface CancelStore {
  cancel(environmentId: number, deliveryId: string, now: Date): Promise<CancelResult>;
}

const findTurn: Statement = {
  name: 'cancel_turn',
  text: 'SELECT webhook_id FROM envelope_turns WHERE delivery_id = $1',
};

const drop: Statement = {
  name: 'cancel_drop',
  text: `
WITH dropped AS (DELETE FROM queue WHERE environment_id = $1 AND delivery_id = $2 RETURNING *)
INSERT INTO deliveries (${endedColumns})
SELECT x.environment_id, x.delivery_id, x.event_id, x.webhook_id, coalesce(e.type, ''), 'cancelled', x.attempt - 1,
       x.last_status, x.last_error, $3
FROM dropped x LEFT JOIN events e ON ${isEventOf('e', 'x')}
RETURNING id`,
};

const find: Statement = {
  name: 'cancel_find',
  text: `
SELECT EXISTS (SELECT FROM leases l, ${entriesOf('l')}
               WHERE l.environment_id = $1 AND entry.delivery_id = $2 AND ${holds('l')}) AS leased,
       EXISTS (SELECT FROM deliveries WHERE environment_id = $1 AND id = $2) AS ended`,
};

const wake: Statement = { name: 'cancel_wake', text: `SELECT pg_notify('signpost_queue', '')` };

/** A delivery that moves from table to table just while it is looked for is found at the next look. */
const looksMax = 5;

export function createCancelStore(database: Database): CancelStore {
  return {
    async cancel(environmentId, id, now) {
      for (let look = 0; look < looksMax; look++) {
        const result = await database.transaction((transaction) =>
          cancel(transaction, environmentId, id, now),
        );
        if (result !== 'not_found') return result;
      }
      return 'not_found';
    },
  };
}

async function cancel(
  transaction: Transaction,
  environmentId: number,
  id: string,
  now: Date,
): Promise<CancelResult> {
  const [turn] = await transaction.query<{ webhook_id: string }>(findTurn, [id]);
  if (turn) await touchLanes(transaction, [turn.webhook_id]);
  const dropped = await transaction.query(drop, [environmentId, id, now]);
  if (dropped.length > 0) {
    if (turn) {
      await leaveTurns(transaction, [id]);
      await transaction.query(wake, []);
    }
    return 'cancelled';
  }
  const [found] = await transaction.query<{ leased: boolean; ended: boolean }>(find, [environmentId, id]);
  if (found?.leased) return 'in_progress';
  return found?.ended ? 'ended' : 'not_found';
}
