// The flags of `npm run bench`, and what they mean in numbers.
import { parseArgs } from 'node:util';

export const contestantNames = ['raw', 'bare', 'signpost'] as const;
export type ContestantName = (typeof contestantNames)[number];

export interface Options {
  readonly only: readonly ContestantName[];
  readonly rounds: number;
  readonly connections: number;
  readonly warmUpMs: number;
  /** Length of the stretch at the maximum rate, and of the one at half of it. */
  readonly stretchMs: number;
  /** Events in one stretch at most. */
  readonly countMax: number;
  readonly totalMsMax: number;
  readonly json: boolean;
  /** Where to write CPU profiles of the contestants. */
  readonly profileDir: string | null;
}

export const help = `Measures Signpost beside a bare pipeline on this machine.

  node packages/server/bench/main.ts [flags]

  --only raw,bare,signpost   contestants (default: all)
  --rounds n                 how often each has its turn, in turn (default 3)
  --seconds n                length of each of a turn's two stretches (default 5)
  --connections n            connections of the load generator (default 64)
  --small                    one short round, for CI: under 40 s
  --json                     the result as JSON on standard output
  --profile dir              write CPU profiles of the contestants into this folder
  --help

Ends with 1 if an accepted event did not arrive.`;

const eventsPerSecondMax = 50_000;
const flags = {
  only: { type: 'string' },
  rounds: { type: 'string' },
  seconds: { type: 'string' },
  connections: { type: 'string' },
  profile: { type: 'string' },
  small: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** null: only the help is wanted. Throws on a flag that makes no sense. */
export function readOptions(args: readonly string[]): Options | null {
  const { values } = parseArgs({ args: [...args], options: flags, strict: true });
  if (values.help) return null;
  const seconds = within(values.seconds, values.small ? 1.5 : 5, 0.5, 120, 'seconds');
  const rounds = Math.round(within(values.rounds, values.small ? 1 : 3, 1, 50, 'rounds'));
  const only = contestantsIn(values.only);
  const stretchMs = seconds * 1000;
  const warmUpMs = Math.min(3_000, stretchMs * 0.6);
  return {
    only,
    rounds,
    connections: Math.round(within(values.connections, 64, 1, 1_000, 'connections')),
    stretchMs,
    warmUpMs,
    countMax: values.small ? 20_000 : Math.ceil(seconds * eventsPerSecondMax),
    // Start, stop and the waiting for stragglers come on top of the stretches.
    totalMsMax: rounds * only.length * (warmUpMs + 2 * stretchMs + 60_000),
    json: values.json,
    profileDir: values.profile ?? null,
  };
}

function within(text: string | undefined, fallback: number, min: number, max: number, name: string): number {
  const value = text === undefined ? fallback : Number(text);
  if (value >= min && value <= max) return value;
  throw new Error(`--${name} must be a number from ${min} to ${max}`);
}

function contestantsIn(text: string | undefined): readonly ContestantName[] {
  if (text === undefined) return contestantNames;
  const asked = text.split(',').map((name) => name.trim());
  const unknown = asked.find((name) => !contestantNames.some((known) => known === name));
  if (unknown !== undefined)
    throw new Error(`--only knows ${contestantNames.join(', ')}, but not "${unknown}"`);
  return contestantNames.filter((name) => asked.includes(name));
}
