// How large the parts are that a search of a long history looks at: each is made larger or smaller by how long the one before it
// took, and of two ways to look the one goes on that leads through more history in the same time. Pure: it is told the times.

/** Row by row in their order, or a stretch of time by the summaries that tell which pages may hold what is rare. */
export type Way = 'rows' | 'time';

export interface SearchPace {
  /** How many rows the next part by rows has. */
  readonly rows: number;
  /** How much time the next part by time has; null: as much as a first look has. */
  readonly spanMs: number | null;
  /** False once a look by time took long and led less far than rows do. */
  readonly timeHelps: boolean;
  /** A part is done. */
  took(way: Way, tookMs: number, coveredMs: number): void;
}

/** How long a part is meant to take. */
const partMs = 40;
/** Reading the summaries takes a part of it, however far a look goes. */
const longMs = 2 * partMs;
/** What is not in memory takes a hundred times as long, so the first parts are small. */
const rowsAtFirst = 250;
const rowsLeast = 100;
const rowsMost = 10_000;
/** From one part to the next. */
const growth = 8;
/** Under load everything takes long: a little slower says nothing. */
const clearly = 2;

export function createSearchPace(): SearchPace {
  let rows = rowsAtFirst;
  let spanMs: number | null = null;
  let timeHelps = true;
  let rowsSpeed = 0;

  const rowsTook = (tookMs: number, coveredMs: number) => {
    rowsSpeed = coveredMs / tookMs;
    rows = Math.round(within(rows * within(partMs / tookMs, 1 / growth, growth), rowsLeast, rowsMost));
  };
  const timeTook = (tookMs: number, coveredMs: number) => {
    timeHelps = tookMs <= longMs || clearly * (coveredMs / tookMs) >= rowsSpeed;
    const factor = within(longMs / tookMs, 1 / growth, growth);
    spanMs = coveredMs === 0 ? null : coveredMs * factor;
  };

  return {
    get rows() {
      return rows;
    },
    get spanMs() {
      return spanMs;
    },
    get timeHelps() {
      return timeHelps;
    },
    took(way, tookMs, coveredMs) {
      (way === 'rows' ? rowsTook : timeTook)(Math.max(tookMs, 1), coveredMs);
    },
  };
}

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
