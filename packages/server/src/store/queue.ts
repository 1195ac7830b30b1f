// The queue: what waits. Claiming moves what is due from it, lane by lane, into leases of one node; setting aside and releasing
// move it back.
// Hot statements have literal states, so that their partial indexes are always used.

import type { Trigger } from '../domain/delivery.ts';
import type { Severity } from '../domain/event.ts';
import type { EventFacts } from '../domain/stored-event.ts';
import type { Database, Statement } from './database.ts';
import { endedColumns } from './ended.ts';
import { isEventOf } from './joined-event.ts';
import { placeWaitMs } from './lanes.ts';
import { entriesOf, entryColumns, holds, letGo, queueColumns } from './leases.ts';
import { plainArray } from './packing.ts';

/** A delivery whose lease this node has, with everything that its attempt needs but the webhook's settings. */
export interface ClaimedRow {
  readonly lease: number;
  readonly position: number;
  readonly delivery_id: string;
  readonly environment_id: number;
  readonly event_id: string;
  readonly webhook_id: string;
  readonly attempt: number;
  readonly step: number;
  readonly trigger: Trigger;
  readonly sender_id: string | null;
  readonly type: string;
  readonly severity: Severity;
  readonly occurred_at: Date;
  readonly facts: EventFacts | null;
  readonly content: Buffer;
}

export interface ClaimLimits {
  readonly count: number;
  /** Of event contents, together; a first one that is larger is claimed all the same. What goes beyond is given back. */
  readonly bytes: number;
  /** How many more of each webhook's deliveries the node takes, by webhook; `roomOfRest` for those that are not named. */
  readonly room: ReadonlyMap<string, number>;
  readonly roomOfRest: number;
}

/** What there is to be done, seen from afar. */
export interface QueueLook {
  /** Milliseconds until a lane is to be looked at next (0 or less: now); null when nothing waits. */
  readonly dueInMs: number | null;
  /** Webhooks whose receivers show signs of trouble: what comes for them goes through their lanes. */
  readonly strained: readonly string[];
}

export interface QueueStore {
  /** Leases due deliveries to the node within the limits, those of different webhooks in turn. */
  claim(nodeId: number, limits: ClaimLimits, now: Date | null): Promise<readonly ClaimedRow[]>;
  /** @param full webhooks that are passed over: the node has no room for them */
  look(full: readonly string[], now: Date | null): Promise<QueueLook>;
  /**
   * Takes leased deliveries out of work, unattempted: held where the webhook is disabled, cancelled where it was deleted.
   * Answers what became of each whose lease the node had.
   */
  setAside(
    nodeId: number,
    deliveryIds: readonly string[],
    now: Date | null,
  ): Promise<ReadonlyMap<string, SetAside>>;
  /** Gives the named leases back, unattempted. */
  release(nodeId: number, deliveryIds: readonly string[]): Promise<void>;
}

/** `wanted`: its webhook is enabled, whatever an old snapshot says; the lease was given back. */
export type SetAside = 'held' | 'cancelled' | 'wanted';

/** Lanes that one claim looks at. */
const lanesMax = 100;
/** Of each of several lanes at least so many are looked for, so that few large ones are still taken in batches. */
const perLaneMin = 16;
const present = 'coalesce($3::timestamptz, now())';
const afterMs = (milliseconds: string) => `${present} + (${milliseconds}) * interval '1 millisecond'`;

/** $1 node, $2 count, $3 now, $4 full lanes, $5/$6 others with deliveries of this node and their room, $7 room of the rest. */
const claimDue: Statement = {
  name: 'queue_claim',
  text: `
WITH me AS MATERIALIZED (
  -- Keeps the node from being declared dead before this commits; without the row nothing is leased.
  SELECT id FROM nodes WHERE id = $1::int FOR KEY SHARE
), ready AS MATERIALIZED (
  SELECT l.webhook_id, l.resumes_at, l.tokens, l.refilled_at, l.dozes, (w.delivery->>'maxPerSecond')::float8 AS rate,
         least(l.width, (w.delivery->>'maxConcurrent')::int) AS width,
         coalesce(($6::int[])[array_position($5::uuid[], l.webhook_id)], $7::int) AS room
  FROM lanes l JOIN webhooks w ON w.id = l.webhook_id
  WHERE EXISTS (SELECT FROM me) AND l.next_at <= ${present} AND l.webhook_id <> ALL ($4::uuid[])
    -- Whatever others claimed from it is seen by this statement: else it would be counted wrong.
    AND (l.touched_by IS NULL OR pg_visible_in_snapshot(l.touched_by, pg_current_snapshot())
         OR l.touched_at < now() - interval '1 minute')
  ORDER BY l.next_at LIMIT ${lanesMax} FOR NO KEY UPDATE OF l SKIP LOCKED
), leased_now AS MATERIALIZED (
  SELECT u.webhook_id, count(*) AS count FROM leases x, unnest(x.webhook_ids) WITH ORDINALITY AS u (webhook_id, position)
  WHERE EXISTS (SELECT FROM ready WHERE width IS NOT NULL) AND u.position <> ALL (x.ended)
    AND u.webhook_id IN (SELECT webhook_id FROM ready WHERE width IS NOT NULL)
  GROUP BY u.webhook_id
), weighed AS MATERIALIZED (
  SELECT r.webhook_id, r.rate, r.room, r.dozes, coalesce(r.resumes_at > ${present}, false) AS paused, r.resumes_at,
         r.width - coalesce((SELECT n.count FROM leased_now n WHERE n.webhook_id = r.webhook_id), 0) AS places,
         -- A tenth of a second's worth at once, so that no second gets two seconds' worth.
         greatest(1, r.rate / 10) AS burst,
         CASE WHEN r.rate IS NOT NULL THEN least(greatest(1, r.rate / 10),
           r.tokens + r.rate * greatest(0, extract(epoch FROM ${present} - r.refilled_at))::float8) END AS tokens,
         greatest($2::int * 2 / count(*) OVER (), ${perLaneMin}) AS fair
  FROM ready r
), allowed AS MATERIALIZED (
  SELECT *, CASE WHEN paused THEN 0 ELSE greatest(0, least($2::int, room, fair, places, floor(tokens)))::int END AS count
  FROM weighed
), found AS MATERIALIZED (
  SELECT q.* FROM allowed a CROSS JOIN LATERAL (
    SELECT environment_id, delivery_id, event_id, webhook_id, due_at FROM queue
    WHERE webhook_id = a.webhook_id AND NOT held AND NOT blocked AND due_at <= ${present}
    ORDER BY due_at LIMIT a.count FOR UPDATE SKIP LOCKED
  ) q
), due AS MATERIALIZED (
  -- In turn: the first of each lane, then the second of each.
  SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY webhook_id ORDER BY due_at) AS turn FROM found) AS numbered
  ORDER BY turn, due_at LIMIT $2::int
), taken AS (
  DELETE FROM queue q USING due d WHERE q.environment_id = d.environment_id AND q.delivery_id = d.delivery_id
  RETURNING q.environment_id, q.delivery_id, q.event_id, q.webhook_id, q.attempt, q.step, q.trigger, q.due_at, q.last_status,
            q.last_error, d.turn
), placed AS MATERIALIZED (
  SELECT *, row_number() OVER (PARTITION BY environment_id ORDER BY turn, due_at, delivery_id) AS position FROM taken
), leased AS (
  INSERT INTO leases (node_id, environment_id, size, delivery_ids, event_ids, webhook_ids, due_at, attempts, steps, triggers,
                      last_statuses, last_errors)
  SELECT $1::int, environment_id, count(*), array_agg(delivery_id ORDER BY position), array_agg(event_id ORDER BY position),
         array_agg(webhook_id ORDER BY position), array_agg(due_at ORDER BY position), array_agg(attempt ORDER BY position),
         array_agg(step ORDER BY position), array_agg(trigger ORDER BY position), array_agg(last_status ORDER BY position),
         array_agg(last_error ORDER BY position)
  FROM placed GROUP BY environment_id
  RETURNING id, environment_id
), counted AS MATERIALIZED (
  SELECT webhook_id, count(*) AS taken FROM placed GROUP BY webhook_id
), looked AS MATERIALIZED (
  SELECT a.*, c.taken, (
    SELECT q.due_at FROM queue q WHERE q.webhook_id = a.webhook_id AND NOT q.held AND NOT q.blocked
    ORDER BY q.due_at OFFSET c.taken LIMIT 1) AS next_due_at
  FROM allowed a CROSS JOIN LATERAL (
    SELECT coalesce((SELECT taken FROM counted t WHERE t.webhook_id = a.webhook_id), 0) AS taken
  ) c
), moved AS (
  UPDATE lanes l SET touched_by = pg_current_xact_id(), touched_at = now(), refilled_at = ${present},
    tokens = coalesce(k.tokens - k.taken, 0),
    -- What comes to wait just now may not be seen yet: before a lane sleeps for long it dozes, and is looked at once more.
    dozes = NOT k.paused AND coalesce(k.next_due_at > ${present}, true),
    next_at = CASE
      WHEN k.paused THEN k.resumes_at
      WHEN k.next_due_at IS NULL AND k.dozes AND k.taken = 0 THEN NULL
      WHEN k.next_due_at IS NULL THEN ${afterMs('1000')}
      WHEN k.next_due_at > ${present} AND k.dozes AND k.taken = 0 THEN k.next_due_at
      WHEN k.next_due_at > ${present} THEN least(k.next_due_at, ${afterMs('1000')})
      WHEN k.tokens - k.taken < 1 THEN ${afterMs('(greatest(1, k.burst / 2) - k.tokens + k.taken) / k.rate * 1000')}
      WHEN k.places <= k.taken THEN ${afterMs(`${placeWaitMs}`)}
      ELSE ${present} END
  FROM looked k WHERE l.webhook_id = k.webhook_id
)
SELECT l.id AS lease, p.position, p.delivery_id, p.environment_id, p.event_id, p.webhook_id, p.attempt, p.step, p.trigger
FROM placed p JOIN leased l ON l.environment_id = p.environment_id ORDER BY p.turn, p.due_at, p.delivery_id`,
};

// Apart from the claim: decision 0029.
const readEvents: Statement = {
  name: 'queue_events',
  text: `
SELECT row, sender_id, type, severity, occurred_at, facts, content FROM (
  SELECT w.row, e.*, sum(octet_length(e.content)) OVER (ORDER BY w.row) - octet_length(e.content) AS bytes_before
  FROM unnest($1::int[], $2::uuid[]) WITH ORDINALITY AS w (environment_id, event_id, row)
  JOIN events e ON e.environment_id = w.environment_id AND e.id = w.event_id
) AS read WHERE bytes_before < $3::bigint`,
};

const look: Statement = {
  name: 'queue_look',
  text: `
SELECT (SELECT extract(epoch FROM next_at - coalesce($1::timestamptz, now()))::float8 * 1000 FROM lanes
        WHERE next_at IS NOT NULL AND webhook_id <> ALL ($2::uuid[]) ORDER BY next_at LIMIT 1) AS due_in_ms,
       array(SELECT webhook_id FROM lanes WHERE strikes > 0 OR width IS NOT NULL) AS strained`,
};

/** SQL: the named deliveries that the node has, their leases locked. */
const named = `
locked AS MATERIALIZED (
  SELECT * FROM leases WHERE node_id = $1::int AND delivery_ids && $2::uuid[] ORDER BY id FOR UPDATE
), mine AS MATERIALIZED (
  SELECT l.id AS lease, entry.position, ${entryColumns('l')}
  FROM locked l, ${entriesOf('l')} WHERE ${holds('l')} AND entry.delivery_id = ANY ($2::uuid[])
)`;

const releaseNamed: Statement = {
  name: 'queue_release',
  text: `
WITH ${named}, freed AS (
  INSERT INTO queue (${queueColumns}) SELECT ${queueColumns} FROM mine
), ${letGo('mine', 'locked')}
SELECT`,
};

const setNamedAside: Statement = {
  name: 'queue_set_aside',
  text: `
WITH ${named}, judged AS MATERIALIZED (
  -- The webhook is locked: a change of it that is under way is waited for, so that nothing stays held for an enabled one.
  SELECT m.*, CASE WHEN w.deleted_at IS NOT NULL OR (w.status <> 'enabled' AND w.pending_fate = 'skip') THEN 'cancelled'
                   WHEN w.status <> 'enabled' THEN 'held' ELSE 'wanted' END AS fate
  FROM mine m JOIN webhooks w ON w.id = m.webhook_id FOR SHARE OF w
), freed AS (
  INSERT INTO queue (${queueColumns}, held) SELECT ${queueColumns}, fate = 'held' FROM judged WHERE fate <> 'cancelled'
), cancelled AS (
  INSERT INTO deliveries (${endedColumns})
  SELECT j.environment_id, j.delivery_id, j.event_id, j.webhook_id, coalesce(e.type, ''), 'cancelled', j.attempt - 1,
         j.last_status, j.last_error, coalesce($3::timestamptz, now())
  FROM judged j LEFT JOIN events e ON ${isEventOf('e', 'j')} WHERE fate = 'cancelled'
), ${letGo('judged', 'locked')}
SELECT delivery_id, fate FROM judged`,
};

/** The webhooks for which there is no room. */
export const fullOf = (room: ReadonlyMap<string, number>): readonly string[] =>
  [...room].filter(([, more]) => more <= 0).map(([webhookId]) => webhookId);

type EventColumn = 'sender_id' | 'type' | 'severity' | 'occurred_at' | 'facts' | 'content';
type LeasedRow = Omit<ClaimedRow, EventColumn>;
type EventRow = Pick<ClaimedRow, EventColumn> & { readonly row: number };

const claimValues = (nodeId: number, { count, room, roomOfRest }: ClaimLimits, now: Date | null) => {
  const others = [...room].filter(([, more]) => more > 0);
  return [
    nodeId,
    count,
    now,
    plainArray(fullOf(room)),
    plainArray(others.map(([webhookId]) => webhookId)),
    plainArray(others.map(([, more]) => more)),
    roomOfRest,
  ];
};

/** Those of the leased whose contents are together within the bytes; one at least. */
async function withEvents(
  database: Database,
  leased: readonly LeasedRow[],
  bytes: number,
): Promise<readonly ClaimedRow[]> {
  const events = await database.query<EventRow>(readEvents, [
    plainArray(leased.map((row) => row.environment_id)),
    plainArray(leased.map((row) => row.event_id)),
    Math.max(1, bytes),
  ]);
  const eventOf = new Map(events.map(({ row, ...event }) => [row, event]));
  return leased.flatMap((row, index) => {
    const event = eventOf.get(index + 1);
    return event ? [{ ...row, ...event }] : [];
  });
}

export function createQueueStore(database: Database): QueueStore {
  const release = async (nodeId: number, deliveryIds: readonly string[]) => {
    await database.query(releaseNamed, [nodeId, plainArray(deliveryIds)]);
  };
  return {
    claim: async (nodeId, limits, now) => {
      const leased = await database.query<LeasedRow>(claimDue, claimValues(nodeId, limits, now));
      if (leased.length === 0) return [];
      const claimed = await withEvents(database, leased, limits.bytes);
      if (claimed.length < leased.length) {
        const kept = new Set(claimed.map((row) => row.delivery_id));
        await release(
          nodeId,
          leased.map((row) => row.delivery_id).filter((id) => !kept.has(id)),
        );
      }
      return claimed;
    },
    look: async (full, now) => {
      const [row] = await database.query<{ due_in_ms: number | null; strained: string[] }>(look, [
        now,
        plainArray(full),
      ]);
      return { dueInMs: row?.due_in_ms ?? null, strained: row?.strained ?? [] };
    },
    setAside: async (nodeId, deliveryIds, now) => {
      const values = [nodeId, plainArray(deliveryIds), now];
      const rows = await database.query<{ delivery_id: string; fate: SetAside }>(setNamedAside, values);
      return new Map(rows.map((row) => [row.delivery_id, row.fate]));
    },
    release,
  };
}
