import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from './delivery.ts';
import { parseDuration } from './duration.ts';
import { nextDelayMs } from './retry.ts';

describe('what follows from an attempt', () => {
  const failed = {
    judgement: { kind: 'failure' },
    scheduleSeconds: [5, 300],
    random: 0.5,
    askedMs: null,
  } as const;

  it('success ends the delivery, whatever is left of the schedule', () => {
    expect(decide({ ...failed, judgement: { kind: 'success' }, step: 0 })).toEqual({ kind: 'succeeded' });
  });

  it('a receiver that is gone ends it and disables the webhook', () => {
    expect(decide({ ...failed, judgement: { kind: 'gone' }, step: 0 })).toEqual({
      kind: 'failed',
      disableWebhook: true,
    });
  });

  it('a failure goes through the schedule step by step, and then fails (E8, N6)', () => {
    expect(decide({ ...failed, step: 0 })).toEqual({ kind: 'retry', delayMs: 5_000, step: 1 });
    expect(decide({ ...failed, step: 1 })).toEqual({ kind: 'retry', delayMs: 300_000, step: 2 });
    expect(decide({ ...failed, step: 2 })).toEqual({ kind: 'failed', disableWebhook: false });
  });

  it('waits as long as the receiver asks for, but never less than the schedule says (N6)', () => {
    expect(decide({ ...failed, step: 0, askedMs: 60_000 })).toMatchObject({ delayMs: 60_000 });
    expect(decide({ ...failed, step: 1, askedMs: 60_000 })).toMatchObject({ delayMs: 300_000 });
  });

  it('with an empty schedule the first failure is the last', () => {
    expect(decide({ ...failed, scheduleSeconds: [], step: 0 })).toEqual({
      kind: 'failed',
      disableWebhook: false,
    });
  });
});

describe('a delay', () => {
  it('is spread by a fifth to either side, in whole milliseconds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_592_000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (seconds, random) => {
          const delay = nextDelayMs([seconds], 0, random);
          expect(Number.isInteger(delay)).toBe(true);
          expect(delay).toBeGreaterThanOrEqual(seconds * 800);
          expect(delay).toBeLessThanOrEqual(seconds * 1_200);
        },
      ),
    );
    expect([0, 0.5, 0.999_999].map((random) => nextDelayMs([10], 0, random))).toEqual([
      8_000, 10_000, 12_000,
    ]);
  });
});

describe('a duration', () => {
  it.each([
    ['1s', 1],
    ['30m', 1_800],
    ['2h', 7_200],
    ['5d', 432_000],
    ['9999999s', 9_999_999],
  ])('%s has %i seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each(['', '5', 's', '0s', '-1s', '1.5h', '1 h', '5S', '05s', '1w', '10000000s', '5s\n', '٣s'])(
    '%j is none',
    (text) => {
      expect(parseDuration(text)).toBeNull();
    },
  );
});
