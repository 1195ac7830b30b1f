import { expect, test } from 'vitest';
import { resultOf } from './result.ts';
import type { Stretch } from './stretch.ts';
import { formatTable } from './table.ts';
import type { Turn } from './turn.ts';

function stretch(eventsPerSecond: number, changes: Partial<Stretch> = {}): Stretch {
  const latency = { p50: 1, p99: 1000 / eventsPerSecond };
  return {
    ...{ posted: 100, accepted: 100, delivered: 100, lost: 0, duplicates: 0, refused: 0, unsigned: 0 },
    ...{ eventsPerSecond, acceptToReceiptMs: latency, postToReceiptMs: latency, firstRefusal: null },
    ...{ serverCpuSeconds: 0.01, postgresCpuSeconds: 0.01, foreignCpuShare: 0 },
    ...changes,
  };
}

function turn(contestant: 'bare' | 'signpost', round: number, max: Stretch): Turn {
  return { contestant, round, max, half: stretch(max.eventsPerSecond / 2), serverPeakMegabytes: 100 };
}

test('ratios are made within a round, so that a slow minute of the machine does not count against one side', () => {
  const { ratios } = resultOf([
    turn('bare', 1, stretch(4000)),
    turn('signpost', 1, stretch(2400)),
    turn('bare', 2, stretch(1000)),
    turn('signpost', 2, stretch(600)),
    turn('bare', 3, stretch(5000)),
    turn('signpost', 3, stretch(1000)),
  ]);
  expect(ratios.eventsPerSecond).toBeCloseTo(0.6);
  expect(ratios.p99AtHalfRate).toBeCloseTo(1 / 0.6);
  expect(ratios.cpuPerEvent).toBeCloseTo(1);
});

test('losses of every stretch are summed', () => {
  expect(
    resultOf([turn('bare', 1, stretch(10, { lost: 2 })), turn('bare', 2, stretch(10, { lost: 1 }))]).lost,
  ).toBe(3);
});

test('the table says when the bar is missed and when the machine was not ours', () => {
  const good = formatTable(resultOf([turn('bare', 1, stretch(100)), turn('signpost', 1, stretch(80))]));
  expect(good).toContain('met');
  expect(good).not.toContain('Caution');
  const busy = stretch(40, { foreignCpuShare: 0.4 });
  const bad = formatTable(resultOf([turn('bare', 1, stretch(100)), turn('signpost', 1, busy)]));
  expect(bad).toContain('BELOW THE BAR');
  expect(bad).toContain('took up to 40 %');
});
