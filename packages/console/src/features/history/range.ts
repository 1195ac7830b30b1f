// Relative ranges of time. Their beginning moves in steps, so that the same question is asked for a while.
import type { ranges } from '../../routes.ts';

const minute = 60_000;
const lengths: Readonly<Record<(typeof ranges)[number], number>> = {
  '15m': 15 * minute,
  '1h': 60 * minute,
  '24h': 24 * 60 * minute,
  '7d': 7 * 24 * 60 * minute,
  '30d': 30 * 24 * 60 * minute,
};

/** Milliseconds since the epoch, rounded down to a minute: nothing of the range is left out. */
export function startOf(range: keyof typeof lengths, now: number): number {
  return Math.floor((now - lengths[range]) / minute) * minute;
}
