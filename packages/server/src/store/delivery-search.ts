// Finds and counts deliveries in a history of any size in bounded time. What a filter asks for beside what indexes know is
// looked for part by part (delivery-walk.ts); when the time is up the page ends early and says how far it looked. Indexes for
// every filter would cost each delivery that succeeds; decision 0028 has the numbers.
import { type Kysely, sql } from 'kysely';
import type { DeliveryState } from '../domain/delivery.ts';
import { timeOfId } from '../lib/ids.ts';
import { inOrder, placesOf } from './delivery-places.ts';
import { createWalk, type Walk } from './delivery-walk.ts';
import type { Order, Wanted } from './delivery-wanted.ts';
import type { DB } from './schema.gen.ts';

export interface DeliveryRow {
  readonly id: string;
  readonly event_id: string;
  readonly sender_id: string | null;
  readonly severity: string | null;
  readonly envelope_id: string | null;
  readonly external_id: string | null;
  readonly webhook_id: string;
  readonly type: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly next_attempt_at: Date | null;
  readonly last_status: number | null;
  readonly last_error: string | null;
  readonly finished_at: Date | null;
  readonly duration_ms: number | null;
}

/** In order. */
export async function find(
  kysely: Kysely<DB>,
  wanted: Wanted,
  limit: number,
  order: Order = 'desc',
): Promise<readonly DeliveryRow[]> {
  if (placesOf(wanted).length === 0) return [];
  const { environmentId } = wanted;
  const { rows } = await sql<DeliveryRow>`
    SELECT d.id, d.event_id, d.webhook_id, d.type, d.state, d.attempts, d.next_attempt_at, d.last_status, d.last_error,
           d.finished_at, e.sender_id, e.severity, e.envelope_id,
           coalesce(e.facts #>> '{envelope,externalId}', v.external_id) AS external_id,
           CASE WHEN d.duration_ms IS NOT NULL OR d.attempts = 0 THEN d.duration_ms
                ELSE (SELECT a.duration_ms FROM attempts a WHERE a.delivery_id = d.id AND a.number = d.attempts) END AS duration_ms
    FROM (${inOrder(wanted, order, limit)}) AS d
    LEFT JOIN events e ON e.environment_id = ${environmentId} AND e.id = d.event_id
    LEFT JOIN envelopes v ON v.environment_id = ${environmentId} AND v.id = e.envelope_id
    ORDER BY d.id ${sql.raw(order)}`.execute(kysely);
  return rows;
}

export interface Found {
  readonly rows: readonly DeliveryRow[];
  /** The id after which to go on; null: nothing is left. */
  readonly next: string | null;
  /** Where the time was up before the page was full. */
  readonly searchedTo: Date | null;
}

/** After so long no further stretch is begun. */
const searchMs = 120;

/** One page, or less where the time was up. */
export async function search(
  kysely: Kysely<DB>,
  wanted: Wanted,
  limit: number,
  order: Order = 'desc',
): Promise<Found> {
  const begun = performance.now();
  const walk = createWalk(kysely, wanted, order);
  const rows: DeliveryRow[] = [];
  for (;;) {
    const { part, end } = await walk.next(rows.length);
    rows.push(...(await find(kysely, part, limit + 1 - rows.length, order)));
    if (rows.length > limit)
      return { rows: rows.slice(0, limit), next: rows[limit - 1]?.id ?? null, searchedTo: null };
    if (end === null) return { rows, next: null, searchedTo: null };
    if (performance.now() - begun > searchMs) return { rows, next: end, searchedTo: new Date(timeOfId(end)) };
  }
}

export interface Count {
  readonly count: number;
  /** True: about so many. */
  readonly isEstimate: boolean;
}

/** Counted exactly up to here; further would cost more than anybody reads. */
export const countMax = 10_000;

/**
 * Exact up to 10,000, as far as can be told before `until` (of `performance.now()`); else as many as what was looked at, and
 * samples of what was not, let expect of all.
 */
export async function count(kysely: Kysely<DB>, wanted: Wanted, until: number): Promise<Count> {
  if (placesOf(wanted).length === 0) return { count: 0, isEstimate: false };
  const walk = createWalk(kysely, wanted, 'desc');
  const begun = performance.now();
  const enough = begun + (until - begun) * shareOfCounting;
  for (let counted = 0; ; ) {
    const { part, end } = await walk.next(counted);
    counted += await countUpTo(kysely, part, partMax);
    if (end === null) return { count: counted, isEstimate: false };
    if (counted > countMax || performance.now() > enough)
      return { count: await expectedOfAll(kysely, walk, counted, until), isEstimate: true };
  }
}

/** Of the time for a count; what is left is for samples. */
const shareOfCounting = 0.6;

/**
 * What is newest may be unlike the rest: a department that is new, an hour in which a receiver was down. What samples found of
 * the rest says more; where they found hardly anything, what was looked at before says as much as one of them.
 */
async function expectedOfAll(
  kysely: Kysely<DB>,
  walk: Walk,
  counted: number,
  until: number,
): Promise<number> {
  const { looked, left } = await walk.done();
  const shares: number[] = [];
  let found = 0;
  for await (const { part, rows } of walk.samples()) {
    const matches = await countUpTo(kysely, part, rows);
    found += matches;
    shares.push(matches / rows);
    if (performance.now() > until) break;
  }
  if (found < tellingMatches) shares.push(counted / looked);
  return counted + Math.round((left * shares.reduce((sum, share) => sum + share, 0)) / shares.length);
}

const tellingMatches = 20;

/** More than is in any part of a walk, but for very many of what was expected to be rare. */
const partMax = 100_000;

export async function countUpTo(kysely: Kysely<DB>, wanted: Wanted, max: number): Promise<number> {
  const places = placesOf(wanted).map(({ found }) => sql`(${found} LIMIT ${sql.lit(max)})`);
  if (places.length === 0) return 0;
  const { rows } = await sql<{ total: number }>`
    SELECT least(count(*), ${sql.lit(max)}) AS total FROM (${sql.join(places, sql` UNION ALL `)}) AS counted`.execute(
    kysely,
  );
  return rows[0]?.total ?? 0;
}
