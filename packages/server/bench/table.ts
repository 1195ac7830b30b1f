// The result as a table for people. Pure.
import { p99RatioMax, type Result, type Row, rateRatioMin } from './result.ts';
import type { Stretch } from './stretch.ts';

type Cell = number | null | undefined;

interface Line {
  readonly name: string;
  readonly digits: number;
  readonly read: (row: Row) => Cell;
}

const lines: readonly Line[] = [
  { name: 'events/s, end to end', digits: 0, read: (row) => row.eventsPerSecond },
  { name: '202 → receipt, max rate: p50 ms', digits: 1, read: (row) => row.atMax?.p50 },
  { name: '202 → receipt, max rate: p99 ms', digits: 1, read: (row) => row.atMax?.p99 },
  { name: '202 → receipt, half rate: p50 ms', digits: 1, read: (row) => row.atHalf?.p50 },
  { name: '202 → receipt, half rate: p99 ms', digits: 1, read: (row) => row.atHalf?.p99 },
  { name: 'post → receipt, half rate: p99 ms', digits: 1, read: (row) => row.atHalf?.postP99 },
  { name: 'CPU of the server, µs/event', digits: 0, read: (row) => row.serverCpuMicros },
  { name: 'CPU of PostgreSQL, µs/event', digits: 0, read: (row) => row.postgresCpuMicros },
  { name: 'CPU of the server, s', digits: 2, read: (row) => row.serverCpuSeconds },
  { name: 'CPU of PostgreSQL, s', digits: 2, read: (row) => row.postgresCpuSeconds },
  { name: 'peak memory of the server, MB', digits: 0, read: (row) => row.serverPeakMegabytes },
  { name: 'taken by other programs, % of CPU', digits: 0, read: (row) => row.foreignCpuPercent },
  { name: 'events accepted, all stretches', digits: 0, read: (row) => row.accepted },
  { name: 'lost', digits: 0, read: (row) => row.lost },
  { name: 'duplicates', digits: 0, read: (row) => row.duplicates },
  { name: 'refused', digits: 0, read: (row) => row.refused },
  { name: 'unsigned', digits: 0, read: (row) => row.unsigned },
];

const nameWidth = 36;
const cellWidth = 11;

/** Above it the rates of two turns cannot be compared. */
const foreignCpuPercentMax = 15;

export function formatTable(result: Result): string {
  const { rows, ratios } = result;
  const header = line(
    'median of the rounds',
    rows.map(({ contestant }) => contestant),
  );
  const body = lines.map(({ name, digits, read }) =>
    line(
      name,
      rows.map((row) => format(read(row), digits)),
    ),
  );
  const rounds = ratios.perRound.map(({ eventsPerSecond }) => format(eventsPerSecond, 2)).join(', ');
  const footer =
    ratios.eventsPerSecond === null
      ? []
      : [
          '',
          `signpost / bare, events/s:         ${format(ratios.eventsPerSecond, 2)}  (${verdict(ratios.eventsPerSecond)}; by round: ${rounds})`,
          `signpost / bare, p99 at half rate: ${format(ratios.p99AtHalfRate, 2)}  (${p99Verdict(ratios.p99AtHalfRate)}; each at half of its own maximum)`,
          `signpost / bare, CPU per event:    ${format(ratios.cpuPerEvent, 2)}  (server and PostgreSQL together, at the maximum rate)`,
        ];
  return [header, '-'.repeat(header.length), ...body, ...footer, ...caution(result)].join('\n');
}

/** Of stretches whose ratios may not hold. */
export function cautionOf(stretches: readonly Stretch[]): readonly string[] {
  const shares = stretches.map(({ foreignCpuShare }) => foreignCpuShare ?? 0);
  return caution({ foreignCpuPercentMax: Math.max(0, ...shares) * 100 });
}

function caution(result: Pick<Result, 'foreignCpuPercentMax'>): readonly string[] {
  if (result.foreignCpuPercentMax <= foreignCpuPercentMax) return [];
  const percent = format(result.foreignCpuPercentMax, 0);
  return [
    '',
    `Caution: other programs took up to ${percent} % of this machine. Of the ratios only that of the CPU holds then.`,
  ];
}

function verdict(ratio: number): string {
  const bar = format(rateRatioMin, 2);
  return ratio >= rateRatioMin ? `at least ${bar}: met` : `BELOW THE BAR of ${bar}`;
}

function p99Verdict(ratio: number | null): string {
  const bar = format(p99RatioMax, 2);
  return (ratio ?? 0) <= p99RatioMax ? `at most ${bar}: met` : `ABOVE THE BAR of ${bar}`;
}

function line(name: string, cells: readonly string[]): string {
  return name.padEnd(nameWidth) + cells.map((cell) => cell.padStart(cellWidth)).join('');
}

function format(cell: Cell, digits: number): string {
  if (cell === null || cell === undefined) return '–';
  return cell.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
