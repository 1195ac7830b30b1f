// The flags of `npm run bench`, and what they mean in numbers.
import { parseArgs } from 'node:util';

export const contestantNames = ['raw', 'bare', 'signpost'] as const;
export type ContestantName = (typeof contestantNames)[number];

export const caseNames = ['steady', 'fan-out', 'drain', 'isolation', 'growth', 'idle', 'search'] as const;
export type CaseName = (typeof caseNames)[number];
/** What takes minutes rather than seconds to prepare is run only when it is asked for. */
const usualCases: readonly CaseName[] = ['steady', 'fan-out', 'drain', 'isolation'];

/** How much is put into a store before it is measured. */
export interface Sizes {
  /** Drained at once. */
  readonly pending: number;
  /** Before a receiver that never answers. */
  readonly behindDead: number;
  /** Rows of history: events and deliveries together; of `search`, deliveries alone. */
  readonly history: number;
  /** In one application. */
  readonly webhooks: number;
  /** For a retry tomorrow. */
  readonly waiting: number;
  readonly idleSettleMs: number;
  readonly idleMs: number;
}

export interface Options {
  readonly cases: readonly CaseName[];
  readonly sizes: Sizes;
  /** Processes of Signpost. */
  readonly workers: number;
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

export const help = `Measures Signpost on this machine: beside a bare pipeline, and beside itself under other circumstances.

  npm run bench -- [flags]

  --case a,b | all           steady     1 webhook, beside a raw sending loop and a bare pipeline
                             fan-out    one event to 10 webhooks against one to 1
                             drain      a backlog of 200,000, and the memory that it takes
                             isolation  9 webhooks beside a dead one with 100,000 pending
                             growth     10 million rows of history; 10,000 webhooks in one application
                             idle       CPU with 10,000 webhooks and 1 million deliveries that wait
                             search     every filter of the history on 10 million deliveries: how soon it is answered
                             (default: steady,fan-out,drain,isolation; the others take minutes to prepare)
  --rounds n                 how often each side has its turn, in turn (default 3)
  --seconds n                length of each stretch of load (default 5)
  --connections n            connections of the load generator (default 64)
  --workers n                processes of Signpost (default 1)
  --small                    one short round on little data; of the cases only steady unless --case says more: for CI,
                             under 40 s for steady, some 3 minutes for all
  --pending n, --behind-dead n, --history n, --webhooks n, --waiting n
                             other sizes of what is put into the stores before
  --only raw,bare,signpost   contestants of the case steady (default: all)
  --json                     the result as JSON on standard output
  --profile dir              write CPU profiles of the contestants of steady into this folder
  --help

Every ratio is made within one run, and within a round of it. Ends with 1 if an accepted event did not arrive; a bar that is
missed is told, and changes nothing of that.`;

const sizesUsual: Sizes = {
  pending: 200_000,
  behindDead: 100_000,
  history: 10_000_000,
  webhooks: 10_000,
  waiting: 1_000_000,
  idleSettleMs: 20_000,
  idleMs: 60_000,
};
const sizesSmall: Sizes = {
  pending: 5_000,
  behindDead: 2_000,
  history: 20_000,
  webhooks: 200,
  waiting: 5_000,
  idleSettleMs: 2_000,
  idleMs: 4_000,
};
/** Preparing, stopping and the waiting for stragglers, beside the stretches; of the largest case. */
const caseMsMax = 40 * 60_000;
const eventsPerSecondMax = 50_000;
const flags = {
  case: { type: 'string' },
  workers: { type: 'string' },
  pending: { type: 'string' },
  'behind-dead': { type: 'string' },
  history: { type: 'string' },
  webhooks: { type: 'string' },
  waiting: { type: 'string' },
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
  const cases = casesIn(values.case, values.small);
  const stretchMs = seconds * 1000;
  const warmUpMs = Math.min(3_000, stretchMs * 0.6);
  const sizes = values.small ? sizesSmall : sizesUsual;
  const size = (text: string | undefined, usual: number, max: number, name: string) =>
    Math.round(within(text, usual, 1, max, name));
  return {
    cases,
    sizes: {
      ...sizes,
      pending: size(values.pending, sizes.pending, 5_000_000, 'pending'),
      behindDead: size(values['behind-dead'], sizes.behindDead, 5_000_000, 'behind-dead'),
      history: size(values.history, sizes.history, 100_000_000, 'history'),
      webhooks: size(values.webhooks, sizes.webhooks, 10_000, 'webhooks'),
      waiting: size(values.waiting, sizes.waiting, 20_000_000, 'waiting'),
    },
    workers: size(values.workers, 1, 16, 'workers'),
    only,
    rounds,
    connections: Math.round(within(values.connections, 64, 1, 1_000, 'connections')),
    stretchMs,
    warmUpMs,
    countMax: values.small ? 20_000 : Math.ceil(seconds * eventsPerSecondMax),
    // Start, stop and the waiting for stragglers come on top of the stretches.
    totalMsMax: rounds * (only.length + 4) * (warmUpMs + 2 * stretchMs + 60_000) + cases.length * caseMsMax,
    json: values.json,
    profileDir: values.profile ?? null,
  };
}

function within(text: string | undefined, fallback: number, min: number, max: number, name: string): number {
  const value = text === undefined ? fallback : Number(text);
  if (value >= min && value <= max) return value;
  throw new Error(`--${name} must be a number from ${min} to ${max}`);
}

function casesIn(text: string | undefined, small: boolean): readonly CaseName[] {
  if (text === undefined) return small ? ['steady'] : usualCases;
  if (text === 'all') return caseNames;
  const asked = text.split(',').map((name) => name.trim());
  const unknown = asked.find((name) => !caseNames.some((known) => known === name));
  if (unknown !== undefined)
    throw new Error(`--case knows ${caseNames.join(', ')} and all, but not "${unknown}"`);
  return caseNames.filter((name) => asked.includes(name));
}

function contestantsIn(text: string | undefined): readonly ContestantName[] {
  if (text === undefined) return contestantNames;
  const asked = text.split(',').map((name) => name.trim());
  const unknown = asked.find((name) => !contestantNames.some((known) => known === name));
  if (unknown !== undefined)
    throw new Error(`--only knows ${contestantNames.join(', ')}, but not "${unknown}"`);
  return contestantNames.filter((name) => asked.includes(name));
}
