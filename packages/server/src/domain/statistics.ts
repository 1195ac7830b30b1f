// Statistics of attempts and deliveries, by hour and by day of UTC: how time is cut, how long attempts took.

export type Span = 'hour' | 'day';
export const spans: readonly Span[] = ['hour', 'day'];

export const spanMs: Readonly<Record<Span, number>> = { hour: 3_600_000, day: 86_400_000 };

/**
 * Bounds of the classes in which durations are counted, in milliseconds: class n holds what is at least bound n - 1 and below
 * bound n. What was counted is kept by class, so the bounds never change.
 */
export const latencyBoundsMs: readonly number[] = [
  1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1_000, 1_500, 2_000, 3_000, 5_000,
  7_000, 10_000, 15_000, 20_000, 30_000, 60_000,
];

export const latencyClasses = latencyBoundsMs.length + 1;

/** The class of a duration in whole milliseconds. */
export function latencyClass(ms: number): number {
  let index = 0;
  while (index < latencyBoundsMs.length && ms >= (latencyBoundsMs[index] ?? 0)) index++;
  return index;
}

/**
 * The duration that a share of the attempts did not exceed, as far as classes tell: exact to the class, and in the class as if
 * its attempts were spread evenly. Null where there were none.
 * @param share between 0 and 1
 */
export function percentileMs(latency: readonly number[], share: number): number | null {
  const total = latency.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const rank = share * total;
  let below = 0;
  for (const [index, count] of latency.entries()) {
    if (count > 0 && below + count >= rank) {
      const from = latencyBoundsMs[index - 1] ?? 0;
      // The last class has no upper bound: an attempt is cut off soon after the longest time limit.
      const to = latencyBoundsMs[index] ?? from;
      return Math.round((from + ((to - from) * (rank - below)) / count) * 10) / 10;
    }
    below += count;
  }
  return latencyBoundsMs.at(-1) ?? null;
}

/** What is counted of attempts, over whatever time. */
export interface Counts {
  readonly attempts: number;
  /** Deliveries that ended: each success, and each failure that no retry follows. */
  readonly succeeded: number;
  readonly failed: number;
  readonly durationMs: number;
  /** Attempts by class of their duration. */
  readonly latency: readonly number[];
  /** Failed attempts by reason. */
  readonly failures: Readonly<Record<string, number>>;
}

export const noCounts: Counts = {
  attempts: 0,
  succeeded: 0,
  failed: 0,
  durationMs: 0,
  latency: [],
  failures: {},
};

export function addCounts(sum: Counts, more: Counts): Counts {
  const failures = { ...sum.failures };
  for (const [reason, count] of Object.entries(more.failures))
    failures[reason] = (failures[reason] ?? 0) + count;
  return {
    attempts: sum.attempts + more.attempts,
    succeeded: sum.succeeded + more.succeeded,
    failed: sum.failed + more.failed,
    durationMs: sum.durationMs + more.durationMs,
    latency: more.latency.map((count, index) => count + (sum.latency[index] ?? 0)),
    failures,
  };
}

/** The beginning of the hour or day that a moment is in. */
export function spanBegin(span: Span, ms: number): number {
  return Math.floor(ms / spanMs[span]) * spanMs[span];
}
