// What the numbers of a stretch of load mean: joins what the load generator and the receiver noted about each event, and
// counts exactly what was lost or came twice. Pure.
import type { ArrivalReport, LoadReport } from './messages.ts';

export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

export interface Measured {
  readonly posted: number;
  /** Answered 202. */
  readonly accepted: number;
  /** Accepted, and arrived at every webhook that it goes to. */
  readonly delivered: number;
  /** Accepted, and did not arrive everywhere. */
  readonly lost: number;
  /** Arrivals beyond those that should be, over all events. */
  readonly duplicates: number;
  readonly unsigned: number;
  /** From the first post to the last arrival. */
  readonly eventsPerSecond: number;
  /** From the arrival of the 202 to the arrival of the delivery; a delivery that was faster than its 202 counts as 0. */
  readonly acceptToReceiptMs: Latency;
  /** From the post (in a paced stretch: from when it was due) to the arrival of the delivery. */
  readonly postToReceiptMs: Latency;
}

type Load = Pick<LoadReport, 'posted' | 'postedAt' | 'acceptedAt'>;
type Arrivals = Pick<ArrivalReport, 'arrivedAt' | 'arrivals' | 'unsigned'>;

/** @param copies how many webhooks each event goes to */
export function measure(load: Load, { arrivedAt, arrivals, unsigned }: Arrivals, copies = 1): Measured {
  const sinceAccept: number[] = [];
  const sincePost: number[] = [];
  let accepted = 0;
  let duplicates = 0;
  let lastArrivalAt = 0;
  for (let index = 0; index < load.posted; index++) {
    const acceptedAt = load.acceptedAt[index] ?? 0;
    const at = arrivedAt[index] ?? 0;
    duplicates += Math.max(0, (arrivals[index] ?? 0) - copies);
    if (acceptedAt === 0) continue;
    accepted += 1;
    if (at === 0) continue;
    lastArrivalAt = Math.max(lastArrivalAt, at);
    sinceAccept.push(Math.max(0, at - acceptedAt));
    sincePost.push(at - (load.postedAt[index] ?? 0));
  }
  const delivered = sinceAccept.length;
  const seconds = (lastArrivalAt - (load.postedAt[0] ?? 0)) / 1000;
  return {
    posted: load.posted,
    accepted,
    delivered,
    lost: accepted - delivered,
    duplicates,
    unsigned,
    eventsPerSecond: delivered === 0 ? 0 : delivered / seconds,
    acceptToReceiptMs: latency(sinceAccept),
    postToReceiptMs: latency(sincePost),
  };
}

function latency(values: readonly number[]): Latency {
  const sorted = Float64Array.from(values).sort();
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
}

/** The smallest of the ascending values that at least `share` of them do not exceed (nearest rank); 0 if there are none. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? 0;
}

/** The middle value, or the mean of the two middle ones; null if there are none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? 0;
  const lower = sorted[Math.ceil(half) - 1] ?? 0;
  return (lower + upper) / 2;
}
