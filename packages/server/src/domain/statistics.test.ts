import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latencyBoundsMs, latencyClass, latencyClasses, percentileMs, spanBegin } from './statistics.ts';

/** As PostgreSQL's width_bucket counts. */
const classOf = (ms: number) => latencyBoundsMs.filter((bound) => ms >= bound).length;

function histogram(durations: readonly number[]): number[] {
  const counts = Array.from({ length: latencyClasses }, () => 0);
  for (const ms of durations) counts[classOf(ms)] = (counts[classOf(ms)] ?? 0) + 1;
  return counts;
}

describe('a percentile', () => {
  it('of nothing is nothing', () => {
    expect(percentileMs(histogram([]), 0.5)).toBeNull();
  });

  it('lies in the class of the attempt at its rank, whatever the durations', () => {
    const durations = fc.array(fc.integer({ min: 0, max: 59_999 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(durations, fc.constantFrom(0.5, 0.95, 0.99, 1), (list, share) => {
        const sorted = list.toSorted((a, b) => a - b);
        const exact = sorted[Math.ceil(share * list.length) - 1] ?? 0;
        const told = percentileMs(histogram(list), share) ?? -1;
        expect(told).toBeGreaterThanOrEqual(latencyBoundsMs[classOf(exact) - 1] ?? 0);
        expect(told).toBeLessThanOrEqual(latencyBoundsMs[classOf(exact)] ?? 60_000);
      }),
      { seed: 20_260_131, numRuns: 300 },
    );
  });

  it('beyond the last bound is the last bound', () => {
    expect(percentileMs(histogram([70_000]), 0.99)).toBe(60_000);
  });

  it('grows with the share', () => {
    const counts = histogram([2, 4, 8, 16, 40, 90, 250, 900, 4_000, 20_000]);
    const told = [0.1, 0.5, 0.9, 0.99].map((share) => percentileMs(counts, share) ?? 0);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });
});

it('a duration is in the class that PostgreSQL puts it in, below, at and above every bound', () => {
  const near = latencyBoundsMs.flatMap((bound) => [bound - 1, bound, bound + 1]);
  expect(near.map(latencyClass)).toEqual(near.map(classOf));
});

it('hours and days begin by UTC, also before 1970', () => {
  const at = Date.parse('2026-03-05T17:45:12.345Z');
  expect(new Date(spanBegin('hour', at)).toISOString()).toBe('2026-03-05T17:00:00.000Z');
  expect(new Date(spanBegin('day', at)).toISOString()).toBe('2026-03-05T00:00:00.000Z');
  expect(new Date(spanBegin('day', -1)).toISOString()).toBe('1969-12-31T00:00:00.000Z');
});
