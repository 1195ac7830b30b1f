// Goes through the deliveries that a search has to look at, in parts each of which takes a few tens of milliseconds at most,
// however long history is and however little is found: by thousands of rows first, then, where hardly any is found and the
// summaries of `deliveries` know which pages may hold one, by days and weeks.
import { type Kysely, sql } from 'kysely';
import { statesOf } from '../domain/delivery-filter.ts';
import { weekOf } from '../domain/history-week.ts';
import { lowestIdAt, timeOfId } from '../lib/ids.ts';
import { asksForEvents, marked } from './delivery-conditions.ts';
import { placesOf, queuedStates } from './delivery-places.ts';
import type { IdRange, Order, Wanted } from './delivery-wanted.ts';
import type { DB } from './schema.gen.ts';

export interface Part {
  readonly part: Wanted;
  /** The id with which it ends; null: nothing is left behind it. */
  readonly end: string | null;
}

export interface Walk {
  /** @param found in the parts before, all together */
  next(found: number): Promise<Part>;
  /** About which part of all was looked at: above 0, at most 1. */
  share(): Promise<number>;
}

/** Deliveries that are looked at in one go, and events that may be read for them. */
const rowsOfPart = 10_000;
const eventsOfPart = 3 * rowsOfPart;
/** Where the event of each has to be looked up by itself. */
const rowsOneByOne = 1_500;
/** Fewer than one in so many are worth asking the summaries; these lead to stretches of some 400 rows. */
const sparseShare = 1_000;
const dayMs = 24 * 3600 * 1000;
/** Of what waits there are no summaries: so many are looked at one by one in such a stretch. */
const waitingOfPart = 1_000;
/** The times of an event and of its deliveries differ by less, unless a delivery came later. */
const slackMs = 60_000;

export function createWalk(kysely: Kysely<DB>, wanted: Wanted, order: Order): Walk {
  const knowsMarks = marked(wanted).length > 0;
  const waiting = queuedStates.filter((state) => statesOf(wanted)?.includes(state) ?? true);
  let range: IdRange = wanted;
  let looked = 0;
  let lastWasByTime = endsByTime(order === 'desc' ? wanted.below : wanted.above);
  let last: string | null | undefined;

  const rest = (): Wanted => ({ ...wanted, ...range });
  const lastOfAll = async () => {
    last ??= await boundary(kysely, rest(), 1, order === 'desc' ? 'asc' : 'desc');
    return last;
  };
  const partTo = (end: string | null, more: Partial<Wanted> = {}): Part => {
    const part = { ...rest(), ...(end === null ? {} : upTo(end, order)), ...more };
    if (end !== null) range = { ...range, ...behind(end, order) };
    return { part, end };
  };

  const byRows = async (): Promise<Part> => {
    const end = await boundary(kysely, rest(), rowsOfPart, order);
    const eventWindow = asksForEvents(wanted, waiting.length > 0) ? await windowOf(end) : undefined;
    if (eventWindow === null) {
      looked += rowsOneByOne;
      return partTo(await boundary(kysely, rest(), rowsOneByOne, order));
    }
    looked += rowsOfPart;
    return partTo(end, eventWindow && { eventWindow });
  };

  const nearer = (one: string, other: string | null): string =>
    other === null || (order === 'desc' ? one > other : one < other) ? one : other;

  /** null: too many events, as where few of them have deliveries of this kind. */
  const windowOf = async (end: string | null): Promise<IdRange | null> => {
    const { atLeast, above, below } = { ...range, ...(end === null ? {} : upTo(end, order)) };
    const from = atLeast ?? above ?? (await lastOfAll());
    if (from === null) return null;
    const window = {
      atLeast: lowestIdAt(timeOfId(from) - slackMs),
      ...(below !== undefined && { below: lowestIdAt(timeOfId(below) + slackMs) }),
    };
    return (await hasMoreEvents(kysely, wanted.environmentId, window, eventsOfPart)) ? null : window;
  };

  /** A day first, in case that it was only lately rare; then what is left of a week: a look at its summaries reads them all. */
  const byTime = async (): Promise<Part> => {
    const [first, final] = [await boundary(kysely, rest(), 1, order), await lastOfAll()];
    if (first === null || final === null) return partTo(null, { isSparse: true });
    const at = timeOfId(first);
    const week = weekOf(order === 'desc' ? at - 1 : at);
    const day = at + (order === 'desc' ? -dayMs : dayMs);
    const span = lastWasByTime ? (order === 'desc' ? week.fromMs : week.toMs) : day;
    lastWasByTime = true;
    const end = nearer(
      endByTime(span),
      await boundary(kysely, { ...rest(), states: waiting }, waitingOfPart, order),
    );
    return partTo(nearer(end, final) === final ? null : end, { isSparse: true });
  };

  return {
    async next(found) {
      const isSparse = (looked > 0 || lastWasByTime) && found * sparseShare <= Math.max(looked, rowsOfPart);
      return knowsMarks && isSparse ? byTime() : byRows();
    },
    async share() {
      const left = await expected(kysely, rest());
      const done = lastWasByTime ? Math.max(looked, (await expected(kysely, wanted)) - left) : looked;
      return done / (done + left);
    },
  };
}

/** An id that no delivery has, and no filter by time: a part by time ended there, of this search or of the page before. */
const endByTime = (ms: number): string => lowestIdAt(ms).replace(/0$/, '1');
const endsByTime = (id: string | undefined): boolean => id?.endsWith('-0000-0000-000000000001') ?? false;

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

async function hasMoreEvents(
  kysely: Kysely<DB>,
  environmentId: number,
  { atLeast, below }: IdRange,
  count: number,
): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM events WHERE environment_id = ${environmentId} AND id >= ${atLeast}
    ${below === undefined ? sql`` : sql`AND id < ${below}`} OFFSET ${sql.lit(count)} LIMIT 1`.execute(kysely);
  return rows.length > 0;
}

interface Plan {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: { readonly 'Plan Rows': number } }];
}

/** How many the planner thinks have to be looked at. */
async function expected(kysely: Kysely<DB>, wanted: Wanted): Promise<number> {
  const places = placesOf(wanted).map(({ looked }) => sql`(${looked})`);
  const { rows } = await sql<Plan>`EXPLAIN (FORMAT JSON) ${sql.join(places, sql` UNION ALL `)}`.execute(
    kysely,
  );
  return rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
}
