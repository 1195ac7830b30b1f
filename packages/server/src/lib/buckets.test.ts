import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBuckets } from './buckets.ts';

const buckets = (perSecond: number, size: number) => createBuckets({ perSecond, size, namesMax: 10 });

it('lets through as many at once as it holds, then one for each that came back, and says how long that takes', () => {
  const limit = buckets(2, 3);
  const lefts = [0, 0, 0].map((now) => limit.take('a', now));
  expect(lefts).toEqual([2, 1, 0].map((left) => ({ kind: 'taken', left })));
  expect(limit.take('a', 0)).toEqual({ kind: 'empty', waitMs: 500 });
  expect(limit.take('a', 499)).toEqual({ kind: 'empty', waitMs: 1 });
  expect(limit.take('a', 500).kind).toBe('taken');
  expect(limit.take('a', 500).kind).toBe('empty');
});

it('counts each name by itself', () => {
  const limit = buckets(1, 1);
  expect(limit.take('a', 0).kind).toBe('taken');
  expect(limit.take('b', 0).kind).toBe('taken');
  expect(limit.take('a', 0).kind).toBe('empty');
});

it('takes back what did not count, and never holds more than its size', () => {
  const limit = buckets(1, 1);
  limit.take('a', 0);
  limit.giveBack('a');
  limit.giveBack('a');
  expect(limit.take('a', 0).kind).toBe('taken');
  expect(limit.take('a', 0).kind).toBe('empty');
});

it('goes on when the clock is set back', () => {
  const limit = buckets(1, 2);
  limit.take('a', 10_000);
  expect(limit.take('a', 0)).toEqual({ kind: 'taken', left: 0 });
  expect(limit.take('a', 1_000).kind).toBe('taken');
});

it('never lets through more than its size and what came back, whatever the times', () => {
  const scenario = fc.tuple(
    fc.integer({ min: 1, max: 50 }),
    fc.integer({ min: 1, max: 20 }),
    fc.array(fc.nat(2_000)),
  );
  fc.assert(
    fc.property(scenario, ([perSecond, size, steps]) => {
      const limit = buckets(perSecond, size);
      let now = 0;
      let taken = 0;
      for (const step of steps) {
        now += step;
        if (limit.take('a', now).kind === 'taken') taken += 1;
        expect(taken).toBeLessThanOrEqual(size + (now * perSecond) / 1000 + 1e-6);
      }
    }),
  );
});
