// The rows of a list that is followed live: what changed stands in its place, what is new on top or waits to be shown. Pure;
// whatever comes, it holds no more than a bounded number of rows.
import type { Delivery } from '../../api/types.ts';

export interface LiveRows {
  /** The newest first. */
  readonly rows: readonly Delivery[];
  /** New ones that wait to be shown, the newest first. */
  readonly waiting: readonly Delivery[];
  /** How many wait, also those that are not kept. */
  readonly count: number;
  /** Whether there may be others that nobody told of. */
  readonly isMore: boolean;
  /** Shown, though the filter does not find them any more. */
  readonly gone: ReadonlySet<string>;
  /** How many new ones came since it is followed. */
  readonly came: number;
  /** Ids below were not listed, or were counted before; '': none. */
  readonly floor: string;
}

export interface News {
  readonly told: readonly Delivery[];
  readonly left: readonly string[];
  readonly isMissed: boolean;
}

export const rowsMax = 50;

const newestFirst = (a: Delivery, b: Delivery) => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/** @param news what was told since the list was asked for */
export function begin(listed: readonly Delivery[], news: News, came = 0): LiveRows {
  const rows = listed.slice(0, rowsMax);
  const floor = rows.length < rowsMax ? '' : (rows.at(-1)?.id ?? '');
  const listedOnly = { rows, waiting: [], count: 0, isMore: false, gone: new Set<string>(), came: 0, floor };
  return { ...merge(listedOnly, { ...news, isMissed: false }, false), came };
}

/** @param held new ones wait: whoever reads must not lose the place */
export function merge(live: LiveRows, news: News, held: boolean): LiveRows {
  const told = new Map(news.told.map((delivery) => [delivery.id, delivery]));
  const known = new Set([...live.rows, ...live.waiting].map(({ id }) => id));
  const fresh = [...told.values()].filter(({ id }) => !known.has(id) && id > live.floor);
  const left = new Set(news.left);
  const waiting = live.waiting.filter(({ id }) => !left.has(id));
  const next = {
    rows: updated(live.rows, told),
    waiting: [...updated(waiting, told), ...fresh].sort(newestFirst),
    count: live.count - (live.waiting.length - waiting.length) + fresh.length,
    isMore: live.isMore || news.isMissed,
    gone: withLeft(live, left, told),
    came: live.came + fresh.length,
    floor: live.floor,
  };
  return held ? bounded(next) : showAll(next);
}

export function showAll({ rows, waiting, gone, ...rest }: LiveRows): LiveRows {
  const all = [...waiting, ...rows].filter(({ id }) => !gone.has(id)).sort(newestFirst);
  const shown = all.slice(0, rowsMax);
  const floor = all.length > shown.length ? (shown.at(-1)?.id ?? '') : rest.floor;
  return { ...rest, rows: shown, waiting: [], count: 0, gone: new Set(), floor };
}

/** Of those that wait the newest are kept, as many as can be shown. */
function bounded(live: LiveRows): LiveRows {
  if (live.waiting.length <= rowsMax) return live;
  const waiting = live.waiting.slice(0, rowsMax);
  return { ...live, waiting, floor: waiting.at(-1)?.id ?? live.floor };
}

function updated(rows: readonly Delivery[], told: ReadonlyMap<string, Delivery>): readonly Delivery[] {
  return rows.some(({ id }) => told.has(id)) ? rows.map((row) => told.get(row.id) ?? row) : rows;
}

function withLeft(
  { rows, gone }: LiveRows,
  left: ReadonlySet<string>,
  told: ReadonlyMap<string, Delivery>,
): ReadonlySet<string> {
  const leaving = rows.filter(({ id }) => left.has(id)).map(({ id }) => id);
  return new Set([...[...gone].filter((id) => !told.has(id)), ...leaving]);
}
