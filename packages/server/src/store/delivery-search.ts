// Finds deliveries in a history of any size in bounded time. What a filter asks for beside what indexes know is looked for
// slice by slice; when the time is up the page ends early and says how far it looked. Indexes for every filter would cost
// each delivery that succeeds; decision 0023 has the numbers.
import { type Kysely, sql } from 'kysely';
import type { DeliveryState } from '../domain/delivery.ts';
import { timeOfId } from '../lib/ids.ts';
import { type IdRange, inOrder, type Order, placesOf, type Wanted } from './delivery-places.ts';
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

/** Deliveries that are looked at in one go. */
const sliceRows = 10_000;
/** After so long no further slice is begun. */
const searchMs = 120;

/** One page, or less where the time was up. */
export async function search(
  kysely: Kysely<DB>,
  wanted: Wanted,
  limit: number,
  order: Order = 'desc',
): Promise<Found> {
  const begun = performance.now();
  const rows: DeliveryRow[] = [];
  for (let range: IdRange = wanted; ; ) {
    const end = await boundary(kysely, { ...wanted, ...range }, sliceRows, order);
    const slice = { ...wanted, ...range, ...(end === null ? {} : upTo(end, order)) };
    rows.push(...(await find(kysely, slice, limit + 1 - rows.length, order)));
    if (rows.length > limit)
      return { rows: rows.slice(0, limit), next: rows[limit - 1]?.id ?? null, searchedTo: null };
    if (end === null) return { rows, next: null, searchedTo: null };
    if (performance.now() - begun > searchMs) return { rows, next: end, searchedTo: new Date(timeOfId(end)) };
    range = { ...range, ...behind(end, order) };
  }
}

/** The range that ends with `id`, and the one behind it. */
const upTo = (id: string, order: Order): IdRange =>
  order === 'desc' ? { atLeast: id } : { below: next(id) };
export const behind = (id: string, order: Order): IdRange =>
  order === 'desc' ? { below: id } : { above: id };

/** The id that follows. */
const next = (id: string): string => {
  const hex = (BigInt(`0x${id.replaceAll('-', '')}`) + 1n).toString(16).padStart(32, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};

/** The id of the delivery up to which `count` of them are looked at; null when there are fewer, or they are found at once. */
async function boundary(
  kysely: Kysely<DB>,
  wanted: Wanted,
  count: number,
  order: Order,
): Promise<string | null> {
  if (wanted.id ?? wanted.ids ?? wanted.eventIds) return null;
  const ends = placesOf(wanted).map(
    ({ looked }) => sql`(${looked} ORDER BY id ${sql.raw(order)} OFFSET ${sql.lit(count - 1)} LIMIT 1)`,
  );
  if (ends.length === 0) return null;
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM (${sql.join(ends, sql` UNION ALL `)}) AS ends ORDER BY id ${sql.raw(order)} LIMIT 1`.execute(
    kysely,
  );
  return rows[0]?.id ?? null;
}

export interface Count {
  readonly count: number;
  /** True: about so many. */
  readonly isEstimate: boolean;
}

/** Counted exactly up to here; further would cost more than anybody reads. */
export const countMax = 10_000;
/** Looked at for a count. */
const countedRows = 50_000;

/** Exact up to 10,000 and as far as the newest 50,000 that have to be looked at tell; else what the planner expects. */
export async function count(kysely: Kysely<DB>, wanted: Wanted): Promise<Count> {
  if (placesOf(wanted).length === 0) return { count: 0, isEstimate: false };
  const end = await boundary(kysely, wanted, countedRows, 'desc');
  const counted = await countUpTo(kysely, end === null ? wanted : { ...wanted, atLeast: end }, countMax + 1);
  if (end === null && counted <= countMax) return { count: counted, isEstimate: false };
  return { count: Math.max(counted, await expected(kysely, wanted)), isEstimate: true };
}

export async function countUpTo(kysely: Kysely<DB>, wanted: Wanted, max: number): Promise<number> {
  const places = placesOf(wanted).map(({ found }) => sql`(${found} LIMIT ${sql.lit(max)})`);
  if (places.length === 0) return 0;
  const { rows } = await sql<{ total: number }>`
    SELECT least(count(*), ${sql.lit(max)}) AS total FROM (${sql.join(places, sql` UNION ALL `)}) AS counted`.execute(
    kysely,
  );
  return rows[0]?.total ?? 0;
}

interface Plan {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: { readonly 'Plan Rows': number } }];
}

async function expected(kysely: Kysely<DB>, wanted: Wanted): Promise<number> {
  const places = placesOf(wanted).map(({ found }) => sql`(${found})`);
  const { rows } = await sql<Plan>`EXPLAIN (FORMAT JSON) ${sql.join(places, sql` UNION ALL `)}`.execute(
    kysely,
  );
  return Math.round(rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0);
}
