// History is kept in weeks, which begin on Mondays of UTC. Ids are UUIDv7, so a week is also a range of ids.
import { lowestIdAt } from '../lib/ids.ts';

export interface HistoryWeek {
  readonly fromMs: number;
  readonly toMs: number;
}

const weekMs = 7 * 24 * 3600 * 1000;
/** 1970-01-05 was a Monday. */
const firstMondayMs = 4 * 24 * 3600 * 1000;

/** The week of a moment, or one that is so many weeks later. */
export function weekOf(ms: number, later = 0): HistoryWeek {
  const fromMs = firstMondayMs + (Math.floor((ms - firstMondayMs) / weekMs) + later) * weekMs;
  return { fromMs, toMs: fromMs + weekMs };
}

/** The lowest id of the week, and the lowest after it. */
export function idsOf({ fromMs, toMs }: HistoryWeek): readonly [from: string, to: string] {
  return [lowestIdAt(fromMs), lowestIdAt(toMs)];
}

/** `20260302`: what partitions of the week end in. */
export function suffixOf({ fromMs }: HistoryWeek): string {
  return new Date(fromMs).toISOString().slice(0, 10).replaceAll('-', '');
}

export function weekOfSuffix(suffix: string): HistoryWeek {
  return weekOf(Date.parse(`${suffix.slice(0, 4)}-${suffix.slice(4, 6)}-${suffix.slice(6)}`));
}
