// Statistics as the API answers them: every hour or day of a range, also where nothing happened; webhook by webhook, type by type.
import {
  addCounts,
  type Counts,
  noCounts,
  percentileMs,
  type Span,
  spanBegin,
  spanMs,
} from '../domain/statistics.ts';
import { timeOfId } from '../lib/ids.ts';
import type { SpanStatistics } from '../store/statistics.ts';
import type {
  GroupOrder,
  GroupRest,
  GroupWaiting,
  StatisticsGroups,
  TypeStatistics,
} from '../store/statistics-groups.ts';

/** From one beginning of an hour or day to another. */
export interface Range {
  readonly span: Span;
  readonly from: Date;
  readonly to: Date;
}

/** Widened to whole hours or days. @param start and end in milliseconds */
export function wholeRange(span: Span, start: number, end: number): Range {
  return {
    span,
    from: new Date(spanBegin(span, start)),
    to: new Date(spanBegin(span, end - 1) + spanMs[span]),
  };
}

export const spansIn = ({ span, from, to }: Range) => (to.getTime() - from.getTime()) / spanMs[span];

const sumOf = (counts: readonly Counts[]) => counts.reduce(addCounts, noCounts);

/** Every hour or day of the range, with what happened in it. */
function spansOf(range: Range, rows: readonly SpanStatistics[]) {
  const bySince = Map.groupBy(rows, ({ since }) => since.getTime());
  return Array.from({ length: spansIn(range) }, (_, index) => {
    const begin = range.from.getTime() + index * spanMs[range.span];
    return { begin, counts: sumOf(bySince.get(begin) ?? []) };
  });
}

export function showStatistics(range: Range, rows: readonly SpanStatistics[]) {
  return {
    bucket: range.span,
    from: range.from,
    to: range.to,
    total: figures(sumOf(rows)),
    data: spansOf(range, rows).map(({ begin, counts }) => ({ from: new Date(begin), ...figures(counts) })),
  };
}

export function showGroups(range: Range, { groups, rest, waiting: inAll }: StatisticsGroups) {
  const { webhooks, ...counts } = rest;
  return {
    groups: groups.map(({ webhookId, name, spans, waiting }) => ({
      webhookId,
      name,
      ...showSeries(range, spans),
      waiting: showWaiting(waiting),
    })),
    rest: { webhooks, ...showRest(counts) },
    waiting: showWaiting(inAll),
  };
}

/** @param rows of all that is asked for: what of it is counted for none of the types that are shown is the rest */
export function showTypes(
  range: Range,
  rows: readonly SpanStatistics[],
  found: readonly TypeStatistics[],
  { order, limit }: { readonly order: GroupOrder; readonly limit: number },
) {
  const all = found.map(({ type, spans }) => ({ type, spans, sum: sumOf(spans) }));
  const ranks = ({ attempts, succeeded }: Counts) =>
    order === 'failed' ? [attempts - succeeded, attempts] : [attempts, 0];
  const sorted = all.toSorted((one, other) => {
    const [first = 0, second = 0] = ranks(one.sum);
    const [otherFirst = 0, otherSecond = 0] = ranks(other.sum);
    return otherFirst - first || otherSecond - second || (one.type < other.type ? -1 : 1);
  });
  const shown = sorted.slice(0, limit);
  const [whole, told] = [sumOf(rows), sumOf(shown.map(({ sum }) => sum))];
  return {
    types: shown.map(({ type, spans }) => ({ type, ...showSeries(range, spans) })),
    rest: {
      types: sorted.length - shown.length,
      ...showRest({
        attempts: whole.attempts - told.attempts,
        succeeded: whole.succeeded - told.succeeded,
        failed: whole.failed - told.failed,
      }),
    },
  };
}

function showSeries(range: Range, spans: readonly SpanStatistics[]) {
  const counted = spansOf(range, spans).map(({ counts }) => counts);
  return {
    total: figures(sumOf(spans)),
    attempts: {
      succeeded: counted.map(({ succeeded }) => succeeded),
      failed: counted.map(({ attempts, succeeded }) => attempts - succeeded),
    },
  };
}

const showRest = ({ attempts, succeeded, failed }: Omit<GroupRest, 'webhooks'>) => ({
  attempts: { succeeded, failed: attempts - succeeded },
  deliveries: { succeeded, failed },
});

function showWaiting({ pending, retrying, held, isAtLeast, oldestId }: GroupWaiting) {
  return {
    pending,
    retrying,
    held,
    isAtLeast,
    oldestAt: oldestId === null ? null : new Date(timeOfId(oldestId)),
  };
}

function figures({ attempts, succeeded, failed, durationMs, latency, failures }: Counts) {
  return {
    attempts: { succeeded, failed: attempts - succeeded },
    deliveries: { succeeded, failed },
    latencyMs: {
      mean: attempts === 0 ? null : Math.round((durationMs / attempts) * 10) / 10,
      p50: percentileMs(latency, 0.5),
      p95: percentileMs(latency, 0.95),
      p99: percentileMs(latency, 0.99),
    },
    failures,
  };
}
