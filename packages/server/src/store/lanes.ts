// Lanes: one for each webhook. What waits for a webhook is taken lane by lane, within what the webhook and its receiver bear:
// `maxPerSecond` and `maxConcurrent` over all nodes, pauses after signs of trouble, and after a pause few at a time first.
// Whatever comes to wait wakes its lane by a trigger of the queue; the claim sets when to look at a lane again.
import { type Transaction as KyselyTransaction, sql } from 'kysely';
import type { Database, Statement, Transaction } from './database.ts';
import { plainArray } from './packing.ts';
import type { DB } from './schema.gen.ts';

/** What attempts said about one webhook, as far as its lane is concerned. */
export interface LaneReport {
  readonly webhookId: string;
  /** Signs of trouble since the last answer that was fine; 0: the last one was fine. */
  readonly strikes: number;
  /** The receiver says itself that it is overloaded: it is slowed down, not cut off. */
  readonly overloaded: boolean;
  /** What it asks for; 0 where it asks for nothing. */
  readonly pauseMs: number;
}

/** From so many strikes on a lane pauses. Overload counts as all of them at once. */
export const strikesToPause = 10;
/** The first pause; each one after it is twice as long, up to the longest. */
const pauseMs = 1_000;
const pauseMsMax = 60_000;
/** Where halving begins when a receiver is overloaded, and where a lane that opens again is as good as open. */
const widthMax = 64;
/** A lane that waits for a place among those that run is looked at so often at least. */
export const placeWaitMs = 1_000;

/**
 * SQL of common table expressions that write down what attempts said: lanes pause, and open step by step. Lanes are locked in
 * the order of their ids.
 * @param first the number of the first of four parameters: see `laneValues`
 * @param now SQL of the present
 * @param others SQL of webhooks for which something comes to wait in the same statement: their lanes are locked with the rest
 */
export const reportToLanes = (first: number, now: string, others?: string) => `
lanes_locked AS MATERIALIZED (
  SELECT l.* FROM lanes l
  WHERE l.webhook_id = ANY ($${first}::uuid[])${others === undefined ? '' : ` OR l.webhook_id IN (${others})`}
  ORDER BY l.webhook_id FOR NO KEY UPDATE
), reported AS MATERIALIZED (
  SELECT l.*, r.strikes AS new_strikes, r.overloaded, r.asked_ms,
         r.strikes > 0 AND l.strikes + r.strikes >= ${strikesToPause} AS troubled,
         -- What was under way when a pause began does not make it longer.
         coalesce(l.resumes_at <= ${now}, true) AS awake
  FROM unnest($${first}::uuid[], $${first + 1}::int[], $${first + 2}::int[], $${first + 3}::float8[])
       AS r (webhook_id, strikes, overloaded, asked_ms)
  JOIN lanes_locked l ON l.webhook_id = r.webhook_id
), judged AS MATERIALIZED (
  SELECT webhook_id, new_strikes = 0 AS fine,
         CASE WHEN new_strikes = 0 THEN 0 ELSE least(strikes + new_strikes, 1000) END AS strikes,
         CASE WHEN new_strikes = 0 THEN 0 WHEN troubled AND awake THEN least(pauses + 1, 20) ELSE pauses END AS pauses,
         CASE WHEN NOT troubled THEN CASE WHEN resumes_at > ${now} THEN resumes_at END
              WHEN awake THEN ${now} + greatest(asked_ms, least(${pauseMsMax}, ${pauseMs} * 2 ^ least(pauses, 10))) * interval '1 millisecond'
              ELSE greatest(resumes_at, ${now} + asked_ms * interval '1 millisecond') END AS resumes_at,
         CASE WHEN new_strikes = 0 THEN CASE WHEN width * 2 < ${widthMax} THEN width * 2 END
              WHEN NOT (troubled AND awake) THEN width
              WHEN overloaded = 1 THEN greatest(1, coalesce(width, ${widthMax}) / 2)
              ELSE 1 END AS width
  FROM reported
), lanes_told AS (
  UPDATE lanes l SET strikes = j.strikes, pauses = j.pauses, resumes_at = j.resumes_at, width = j.width,
    -- A place became free: whoever waits for one need not wait longer.
    next_at = CASE WHEN l.next_at <= ${now} + ${placeWaitMs} * interval '1 millisecond' THEN greatest(${now}, j.resumes_at)
                   ELSE greatest(l.next_at, j.resumes_at) END
  FROM judged j WHERE l.webhook_id = j.webhook_id
)`;

export function laneValues(reports: readonly LaneReport[]): readonly string[] {
  return [
    plainArray(reports.map(({ webhookId }) => webhookId)),
    plainArray(reports.map(({ strikes }) => strikes)),
    plainArray(reports.map(({ overloaded }) => (overloaded ? 1 : 0))),
    plainArray(reports.map(({ pauseMs: asked }) => asked)),
  ];
}

// Whoever changes the turns of a webhook's envelopes touches its lane first, in a statement of its own: what comes after it
// sees all that others changed before, and a claim that does not see this change leaves the lane alone.
const touch: Statement = {
  name: 'lanes_touch',
  text: `
WITH locked AS MATERIALIZED (
  SELECT webhook_id FROM lanes WHERE webhook_id = ANY ($1::uuid[]) OR webhook_id = ANY ($2::uuid[])
  ORDER BY webhook_id FOR NO KEY UPDATE
)
UPDATE lanes l SET touched_by = pg_current_xact_id(), touched_at = now() FROM locked
WHERE l.webhook_id = locked.webhook_id AND l.webhook_id = ANY ($1::uuid[])`,
};

/** @param others webhooks for which something comes to wait in the same transaction: their lanes are locked with the rest */
export const touchLanes = (
  transaction: Transaction,
  webhookIds: readonly string[],
  others: readonly string[] = [],
) => transaction.query(touch, [plainArray(webhookIds), plainArray(others)]);

/**
 * Lanes are locked after their webhooks and before what waits in them, and those of several webhooks in the order of their ids:
 * whoever changes what waits begins with this, so that nobody waits in a circle.
 */
export const lockLanes = (transaction: KyselyTransaction<DB>, webhookIds: readonly string[]) =>
  sql`SELECT FROM lanes WHERE webhook_id = ANY (${[...webhookIds]}::uuid[]) ORDER BY webhook_id FOR NO KEY UPDATE`.execute(
    transaction,
  );

/** SQL: those in `left` have left their envelopes' order; the next of each envelope has its turn. */
const nextTurn = `
SELECT DISTINCT ON (t.webhook_id, t.envelope_id) t.delivery_id
FROM gone JOIN envelope_turns t ON t.webhook_id = gone.webhook_id AND t.envelope_id = gone.envelope_id AND t.turn > gone.turn
WHERE NOT EXISTS (SELECT FROM gone g WHERE g.delivery_id = t.delivery_id)
ORDER BY t.webhook_id, t.envelope_id, t.turn`;

const leave: Statement = {
  name: 'lanes_leave_turns',
  text: `
WITH gone AS MATERIALIZED (
  DELETE FROM envelope_turns WHERE delivery_id = ANY ($1::uuid[]) RETURNING webhook_id, envelope_id, turn, delivery_id
), freed AS MATERIALIZED (${nextTurn})
UPDATE queue q SET blocked = false FROM freed f
WHERE q.blocked AND q.delivery_id = f.delivery_id`,
};

/** These deliveries ended: the next of their envelopes has its turn. Their lanes must have been touched before. */
export const leaveTurns = (transaction: Transaction, deliveryIds: readonly string[]) =>
  transaction.query(leave, [plainArray(deliveryIds)]);

const straying: Statement = {
  name: 'lanes_straying_turns',
  text: `

WITH absent AS MATERIALIZED (
  SELECT t.webhook_id, t.delivery_id FROM envelope_turns t
  WHERE t.delivery_id > $1::uuid AND NOT EXISTS (SELECT FROM queue q WHERE q.delivery_id = t.delivery_id)
  ORDER BY t.delivery_id LIMIT $2::int
)
SELECT webhook_id, delivery_id, EXISTS (SELECT FROM leases l WHERE a.delivery_id = ANY (l.delivery_ids)) AS leased FROM absent a
ORDER BY delivery_id`,
};

const wakeMissed: Statement = {
  name: 'lanes_wake_missed',
  text: `
WITH missed AS MATERIALIZED (
  SELECT l.webhook_id, h.due_at FROM lanes l
  CROSS JOIN LATERAL (
    SELECT greatest(q.due_at, l.resumes_at) AS due_at FROM queue q
    WHERE q.webhook_id = l.webhook_id AND NOT q.held AND NOT q.blocked ORDER BY q.due_at LIMIT 1
  ) h
  WHERE l.next_at IS NULL OR l.next_at > greatest(h.due_at, coalesce($1::timestamptz, now()) + interval '5 seconds')
  ORDER BY l.webhook_id FOR NO KEY UPDATE OF l SKIP LOCKED
)
UPDATE lanes l SET next_at = m.due_at FROM missed m WHERE l.webhook_id = m.webhook_id RETURNING l.webhook_id`,
};

const unordered: Statement = {
  name: 'lanes_unordered_turns',
  text: `
WITH unwanted AS MATERIALIZED (
  SELECT l.webhook_id FROM lanes l JOIN webhooks w ON w.id = l.webhook_id
  WHERE EXISTS (SELECT FROM envelope_turns t WHERE t.webhook_id = l.webhook_id)
    AND w.delivery->>'ordering' IS DISTINCT FROM 'per-envelope'
), gone AS (
  DELETE FROM envelope_turns t USING unwanted u WHERE t.webhook_id = u.webhook_id
)
UPDATE queue q SET blocked = false FROM unwanted u WHERE q.webhook_id = u.webhook_id AND q.blocked`,
};

const strayingMax = 500;
const lowestId = '00000000-0000-0000-0000-000000000000';

export interface LaneUpkeep {
  /** Wakes lanes that sleep although something is due in them; ends turns of deliveries that are gone. Answers how many of each. */
  mend(now: Date | null): Promise<{ readonly woken: number; readonly turns: number }>;
}

/** For what only a lost race, or a removal of history, leaves behind. */
export function createLaneUpkeep(database: Database): LaneUpkeep {
  return {
    async mend(now) {
      const woken = (await database.query(wakeMissed, [now])).length;
      await database.query(unordered, []);
      let turns = 0;
      for (let after = lowestId; ; ) {
        const rows = await database.query<Turn & { leased: boolean }>(straying, [after, strayingMax]);
        const stray = rows.filter((row) => !row.leased);
        if (stray.length > 0) await database.transaction((transaction) => end(transaction, stray));
        turns += stray.length;
        if (rows.length < strayingMax) return { woken, turns };
        after = rows.at(-1)?.delivery_id ?? after;
      }
    },
  };
}

interface Turn {
  readonly webhook_id: string;
  readonly delivery_id: string;
}

async function end(transaction: Transaction, turns: readonly Turn[]): Promise<void> {
  await touchLanes(transaction, [...new Set(turns.map((row) => row.webhook_id))]);
  await leaveTurns(
    transaction,
    turns.map((row) => row.delivery_id),
  );
}
