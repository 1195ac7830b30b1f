// The result of a bench: for each contestant the median over its turns, and Signpost's ratios to the bare pipeline, each made
// within one round and then the median taken, because the machine is not the same from one minute to the next. Pure.
import { median } from './measure.ts';
import type { ContestantName } from './options.ts';
import type { Stretch } from './stretch.ts';
import type { Turn } from './turn.ts';

/** What Signpost must keep of the bare pipeline's rate, and how much longer its 99th percentile may be. */
export const rateRatioMin = 0.7;
export const p99RatioMax = 2;

export interface Row {
  readonly contestant: ContestantName;
  readonly eventsPerSecond: number | null;
  readonly atMax: { readonly p50: number | null; readonly p99: number | null } | null;
  readonly atHalf: {
    readonly p50: number | null;
    readonly p99: number | null;
    readonly postP99: number | null;
  } | null;
  /** Per event, at the maximum rate. */
  readonly serverCpuMicros: number | null;
  readonly postgresCpuMicros: number | null;
  readonly serverCpuSeconds: number | null;
  readonly postgresCpuSeconds: number | null;
  readonly serverPeakMegabytes: number | null;
  /** Part of the machine that others took, in percent, at the maximum rate. */
  readonly foreignCpuPercent: number | null;
  /** Sums over all turns. */
  readonly accepted: number;
  readonly lost: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly unsigned: number;
}

interface RoundRatios {
  readonly round: number;
  readonly eventsPerSecond: number;
  readonly p99: number | null;
  readonly cpu: number | null;
}

export interface Ratios {
  readonly eventsPerSecond: number | null;
  readonly p99AtHalfRate: number | null;
  /** CPU time of server and PostgreSQL for one event: the steadiest of the three on a busy machine. */
  readonly cpuPerEvent: number | null;
  readonly perRound: readonly RoundRatios[];
}

export interface Result {
  readonly rows: readonly Row[];
  /** Signpost to bare. */
  readonly ratios: Ratios;
  /** The largest part of the machine that others took during one of the stretches at the maximum rate, in percent. */
  readonly foreignCpuPercentMax: number;
  readonly lost: number;
}

export function resultOf(turns: readonly Turn[]): Result {
  const names = [...new Set(turns.map(({ contestant }) => contestant))];
  const rows = names.map((name) =>
    rowOf(
      name,
      turns.filter(({ contestant }) => contestant === name),
    ),
  );
  const foreignCpuPercentMax = Math.max(0, ...turns.map(({ max }) => (max.foreignCpuShare ?? 0) * 100));
  return {
    rows,
    ratios: ratiosOf(turns),
    foreignCpuPercentMax,
    lost: rows.reduce((sum, row) => sum + row.lost, 0),
  };
}

function rowOf(contestant: ContestantName, turns: readonly Turn[]): Row {
  const stretches = turns.flatMap(({ max, half }) => (half === null ? [max] : [max, half]));
  const sum = (read: (stretch: Stretch) => number) =>
    stretches.reduce((total, stretch) => total + read(stretch), 0);
  const atMax = (read: (stretch: Stretch) => number | null) => middle(turns.map(({ max }) => read(max)));
  const atHalf = (read: (stretch: Stretch) => number) => middle(turns.map(({ half }) => half && read(half)));
  const accepts = contestant !== 'raw';
  return {
    contestant,
    eventsPerSecond: atMax((max) => max.eventsPerSecond),
    atMax: accepts
      ? { p50: atMax((max) => max.acceptToReceiptMs.p50), p99: atMax((max) => max.acceptToReceiptMs.p99) }
      : null,
    atHalf: accepts
      ? {
          p50: atHalf((half) => half.acceptToReceiptMs.p50),
          p99: atHalf((half) => half.acceptToReceiptMs.p99),
          postP99: atHalf((half) => half.postToReceiptMs.p99),
        }
      : null,
    serverCpuMicros: atMax((max) => perEvent(max.serverCpuSeconds, max)),
    postgresCpuMicros: atMax((max) => perEvent(max.postgresCpuSeconds, max)),
    serverCpuSeconds: atMax((max) => max.serverCpuSeconds),
    postgresCpuSeconds: atMax((max) => max.postgresCpuSeconds),
    serverPeakMegabytes: middle(turns.map((turn) => turn.serverPeakMegabytes)),
    foreignCpuPercent: atMax((max) => (max.foreignCpuShare === null ? null : max.foreignCpuShare * 100)),
    accepted: sum((stretch) => stretch.accepted),
    lost: sum((stretch) => stretch.lost),
    duplicates: sum((stretch) => stretch.duplicates),
    refused: sum((stretch) => stretch.refused),
    unsigned: sum((stretch) => stretch.unsigned),
  };
}

function ratiosOf(turns: readonly Turn[]): Ratios {
  const perRound = turns
    .filter(({ contestant }) => contestant === 'signpost')
    .flatMap(({ round, max, half }) => {
      const bare = turns.find((turn) => turn.contestant === 'bare' && turn.round === round);
      if (bare === undefined) return [];
      const p99 = ratio(half?.acceptToReceiptMs.p99, bare.half?.acceptToReceiptMs.p99);
      const cpu = ratio(cpuPerEvent(max), cpuPerEvent(bare.max));
      return [{ round, eventsPerSecond: max.eventsPerSecond / bare.max.eventsPerSecond, p99, cpu }];
    });
  return {
    eventsPerSecond: median(perRound.map((pair) => pair.eventsPerSecond)),
    p99AtHalfRate: middle(perRound.map((pair) => pair.p99)),
    cpuPerEvent: middle(perRound.map((pair) => pair.cpu)),
    perRound,
  };
}

function cpuPerEvent(stretch: Stretch): number | null {
  const { serverCpuSeconds, postgresCpuSeconds } = stretch;
  return perEvent(serverCpuSeconds === null ? null : serverCpuSeconds + (postgresCpuSeconds ?? 0), stretch);
}

function ratio(above: number | null | undefined, below: number | null | undefined): number | null {
  return typeof above !== 'number' || typeof below !== 'number' || below === 0 ? null : above / below;
}

function perEvent(seconds: number | null, { delivered }: Stretch): number | null {
  return seconds === null || delivered === 0 ? null : (seconds * 1_000_000) / delivered;
}

function middle(values: readonly (number | null)[]): number | null {
  return median(values.filter((value) => value !== null));
}
