// Goes through the deliveries that a search has to look at, in parts each of which takes some tens of milliseconds, however long
// history is and however little is found: by hundreds and thousands of rows first, then, where hardly any is found and the summaries of
// `deliveries` know which pages may hold one, by hours, days and weeks. How large a part is follows from the parts before it
// (domain/search-pace.ts).
import { type Kysely, sql } from 'kysely';
import { statesOf } from '../domain/delivery-filter.ts';
import { weekOf } from '../domain/history-week.ts';
import { createSearchPace, type Way } from '../domain/search-pace.ts';
import { lowestIdAt, timeOfId } from '../lib/ids.ts';
import { asksForEvents, marked } from './delivery-conditions.ts';
import { endedStates, placesOf, queuedStates } from './delivery-places.ts';
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
  /** How many rows were looked at so far, and about how many are left. */
  done(): Promise<{ readonly looked: number; readonly left: number }>;
  /** A few rows here and there in what is left. None where what was looked at is more than any sample. */
  samples(): AsyncGenerator<Sample, void, undefined>;
}

export interface Sample {
  readonly part: Wanted;
  readonly rows: number;
}

/** Where their events are read with them, for each of them so many at most; where they are more, each is looked up by itself. */
const eventsOfRow = 3;
const rowsOneByOne = 1_500;
/** Fewer than one in so many are worth asking the summaries; these lead to stretches of some 400 rows. */
const sparseShare = 1_000;
const sparseRows = 10_000;
/** A first look by summaries is at so many deliveries of all, and at no more than some parts of those that have to be looked at. */
const rowsOfFirstLook = 20_000;
const partsOfFirstLook = 4;
const samples = 7;
const rowsOfSampleMost = 500;
/** From one sample to the next, so that a few of them are spread over all history, too. */
const sampleStride = 3;
/** Of what waits there are no summaries: so many are looked at one by one in such a stretch. */
const waitingOfPart = 3_000;
/** The times of an event and of its deliveries differ by less, unless a delivery came later. */
const slackMs = 60_000;

export function createWalk(kysely: Kysely<DB>, wanted: Wanted, order: Order): Walk {
  const waiting = queuedStates.filter((state) => statesOf(wanted)?.includes(state) ?? true);
  const needsEvents = asksForEvents(wanted, waiting.length > 0);
  const knowsMarks = marked(wanted).length > 0;
  const cameByTime = endsByTime(order === 'desc' ? wanted.below : wanted.above);
  const pace = createSearchPace();
  let range = rangeOf(wanted);
  let looked = 0;
  let wentByTime = cameByTime;
  let last: string | null | undefined;
  let under: { readonly way: Way; readonly begunAt: number; readonly coversMs: number } | null = null;

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
    const end = await boundary(kysely, rest(), pace.rows, order);
    const reached = { ...range, ...(end === null ? {} : upTo(end, order)) };
    const eventWindow = needsEvents ? await windowOf(reached, pace.rows) : undefined;
    if (eventWindow === null) {
      const rows = Math.min(pace.rows, rowsOneByOne);
      looked += rows;
      return partTo(await boundary(kysely, rest(), rows, order));
    }
    looked += pace.rows;
    return partTo(end, eventWindow && { eventWindow });
  };

  const nearer = (one: string, other: string | null): string =>
    other === null || (order === 'desc' ? one > other : one < other) ? one : other;

  /** null: too many events, as where few of them have deliveries of this kind. */
  const windowOf = async ({ atLeast, above, below }: IdRange, rows: number): Promise<IdRange | null> => {
    const from = atLeast ?? above ?? (await lastOfAll());
    if (from === null) return null;
    const window = {
      atLeast: lowestIdAt(timeOfId(from) - slackMs),
      ...(below !== undefined && { below: lowestIdAt(timeOfId(below) + slackMs) }),
    };
    const eventsMax = rows * eventsOfRow;
    return (await hasMoreEvents(kysely, wanted.environmentId, window, eventsMax)) ? null : window;
  };

  /** Within one week, since each look reads all its summaries. */
  const byTime = async (first: string): Promise<Part> => {
    wentByTime = true;
    const end = nearer(
      endByTime(await endOfLook(timeOfId(first))),
      await boundary(kysely, { ...rest(), states: waiting }, waitingOfPart, order),
    );
    const final = await lastOfAll();
    return partTo(final === null || nearer(end, final) === final ? null : end, { isSparse: true });
  };

  const endOfLook = async (fromMs: number): Promise<number> => {
    const isDown = order === 'desc';
    const week = weekOf(isDown ? fromMs - 1 : fromMs);
    const weekEnd = isDown ? week.fromMs : week.toMs;
    const wantedEnd =
      pace.spanMs === null ? await endOfFirstLook() : fromMs + (isDown ? -1 : 1) * pace.spanMs;
    if (wantedEnd === null) return weekEnd;
    return Math.round(isDown ? Math.max(weekEnd, wantedEnd) : Math.min(weekEnd, wantedEnd));
  };

  const endOfFirstLook = async (): Promise<number | null> => {
    const all = { environmentId: wanted.environmentId, states: endedStates, ...range };
    const ofAll = await boundary(kysely, all, rowsOfFirstLook, order);
    const own = await boundary(kysely, rest(), pace.rows * partsOfFirstLook, order);
    const id = own === null ? ofAll : nearer(own, ofAll);
    return id === null ? null : timeOfId(id);
  };

  const goesByTime = (found: number): boolean =>
    knowsMarks &&
    pace.timeHelps &&
    (looked > 0 || cameByTime) &&
    found * sparseShare <= Math.max(looked, sparseRows);

  return {
    async next(found) {
      const begunAt = performance.now();
      if (under) pace.took(under.way, begunAt - under.begunAt, under.coversMs);
      const first = knowsMarks ? await boundary(kysely, rest(), 1, order) : null;
      const way = first !== null && goesByTime(found) ? 'time' : 'rows';
      const made = await (first !== null && way === 'time' ? byTime(first) : byRows());
      const coversMs =
        first === null || made.end === null ? 0 : Math.abs(timeOfId(made.end) - timeOfId(first));
      under = { way, begunAt, coversMs };
      return made;
    },
    async done() {
      const left = await expected(kysely, rest());
      return {
        looked: wentByTime ? Math.max(looked, (await expected(kysely, wanted)) - left) : looked,
        left,
      };
    },
    async *samples() {
      const [first, final] = [await boundary(kysely, rest(), 1, 'desc'), await lastOfAll()];
      if (wentByTime || first === null || final === null) return;
      const [to, from] = [timeOfId(first), timeOfId(final)];
      for (let taken = 1; taken <= samples; taken++) {
        const number = (taken * sampleStride) % samples;
        const below = lowestIdAt(Math.round(to - ((to - from) * (number + 0.5)) / samples));
        const rows = Math.min(pace.rows, rowsOfSampleMost);
        const atLeast = await boundary(kysely, { ...rest(), below }, rows, 'desc');
        if (atLeast === null) continue;
        const eventWindow = needsEvents ? await windowOf({ atLeast, below }, rows) : null;
        const part = { ...rest(), below, atLeast, ...(eventWindow && { eventWindow }) };
        yield { part, rows };
      }
    },
  };
}

const rangeOf = ({ atLeast, above, below }: IdRange): IdRange => ({
  ...(atLeast !== undefined && { atLeast }),
  ...(above !== undefined && { above }),
  ...(below !== undefined && { below }),
});

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
