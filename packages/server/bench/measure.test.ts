import { describe, expect, test } from 'vitest';
import { measure, median, percentile } from './measure.ts';

/** Events in order: when posted, accepted (0: refused), arrived first (0: never), and how often. */
function joined(
  ...events: readonly (readonly [posted: number, accepted: number, arrived: number, times: number])[]
) {
  const column = (index: 0 | 1 | 2) => Float64Array.from(events, (event) => event[index]);
  return measure(
    { posted: events.length, postedAt: column(0), acceptedAt: column(1) },
    { arrivedAt: column(2), arrivals: Uint8Array.from(events, ([, , , times]) => times), unsigned: 0 },
  );
}

describe('percentile', () => {
  test('is the nearest rank, never a value between two', () => {
    const sorted = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(percentile(sorted, 0.5)).toBe(50);
    expect(percentile(sorted, 0.99)).toBe(99);
    expect(percentile(sorted, 1)).toBe(100);
  });

  test('of few values is one of them, of none is 0', () => {
    expect(percentile([7], 0.99)).toBe(7);
    expect(percentile([1, 2], 0.99)).toBe(2);
    expect(percentile([], 0.5)).toBe(0);
  });
});

describe('median', () => {
  test('is the middle one, the mean of two, or nothing', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNull();
  });
});

describe('joining what both ends noted', () => {
  test('counts an accepted event without arrival as lost, and a refused one not at all', () => {
    const { posted, accepted, delivered, lost } = joined(
      [1000, 1002, 1005, 1],
      [1000, 1003, 0, 0],
      [1001, 0, 0, 0],
    );
    expect({ posted, accepted, delivered, lost }).toEqual({ posted: 3, accepted: 2, delivered: 1, lost: 1 });
  });

  test('counts every arrival after the first as a duplicate, also of an event that was refused', () => {
    expect(joined([1000, 1001, 1002, 3], [1000, 1001, 1002, 1], [1000, 0, 1009, 2]).duplicates).toBe(3);
  });

  test('takes a delivery that was faster than its 202 as 0 ms', () => {
    expect(joined([1000, 1004, 1003, 1]).acceptToReceiptMs).toEqual({ p50: 0, p99: 0 });
    expect(joined([1000, 1004, 1003, 1]).postToReceiptMs).toEqual({ p50: 3, p99: 3 });
  });

  test('takes the rate from the first post to the last receipt, in whatever order events arrive', () => {
    expect(joined([1000, 1001, 3000, 1], [1000, 1001, 1500, 1]).eventsPerSecond).toBe(1);
  });

  test('has no rate when nothing arrived', () => {
    expect(joined([1000, 1001, 0, 0]).eventsPerSecond).toBe(0);
  });

  test('counts a duplicate only beyond the webhooks that an event goes to', () => {
    const load = { posted: 2, postedAt: Float64Array.of(1, 1), acceptedAt: Float64Array.of(2, 2) };
    const arrivals = {
      arrivedAt: Float64Array.of(5, 0),
      arrivals: Uint8Array.of(11, 9),
      unsigned: 0,
    };
    expect(measure(load, arrivals, 10)).toMatchObject({ delivered: 1, lost: 1, duplicates: 1 });
  });
});
