// One stretch of load on one contestant: the receiver is told what to expect, the load runs, the stragglers are awaited, and
// what both ends noted is joined. Bounded in count and time.
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './child.ts';
import type { Running } from './contestants/contestant.ts';
import { type Measured, measure } from './measure.ts';
import type { FromReceiver, LoadPlan, ToReceiver } from './messages.ts';
import { cpuSeconds, familyCpuSeconds, machineCpuSeconds, serverCpuSeconds } from './proc.ts';

export type Receiver = Child<ToReceiver, FromReceiver>;

export interface StretchPlan
  extends Pick<LoadPlan, 'connections' | 'countMax' | 'durationMs' | 'eventsPerSecond'> {
  /** How many webhooks each event goes to; one, unless it is said. */
  readonly copies?: number;
}

export interface Stretch extends Measured {
  readonly refused: number;
  readonly firstRefusal: string | null;
  /** Null where the system does not tell, or there is no database. */
  readonly serverCpuSeconds: number | null;
  readonly postgresCpuSeconds: number | null;
  /** Part of the machine, from 0 to 1, that programs took which have nothing to do with the bench: the less, the truer. */
  readonly foreignCpuShare: number | null;
}

export interface StretchDeps {
  readonly running: Running;
  readonly receiver: Receiver;
  readonly nextSequence: (count: number) => number;
  readonly onProgress: (accepted: number, received: number) => void;
}

/** Deliveries: enough that no contestant waits for work, little enough that none hides a backlog behind quick answers. */
const unreceivedMax = 1_000;
/** Without a further arrival for so long, what has not arrived is lost. Longer than a first retry takes. */
const quietMsMax = 12_000;
const drainMsMax = 60_000;
/** For duplicates that follow at once, and for what the contestant still writes down. */
const settleMs = 250;

export async function runStretch(plan: StretchPlan, deps: StretchDeps): Promise<Stretch> {
  const { running, receiver } = deps;
  const { copies = 1, ...pace } = plan;
  const firstSequence = deps.nextSequence(plan.countMax);
  await receiver.ask({ kind: 'expect', firstSequence, countMax: plan.countMax, copies }, 'expecting');
  const before = await cpuOf(deps);
  const { url, authorization } = running;
  const load = await underWatch(deps, async (watch) => {
    const loaded = await running.loader.ask(
      {
        kind: 'load',
        plan: {
          ...pace,
          url,
          authorization,
          firstSequence,
          unreceivedMax: Math.ceil(unreceivedMax / copies),
        },
      },
      'loaded',
    );
    await drain(watch, loaded.acceptedAt.filter((at) => at > 0).length);
    return loaded;
  });
  await sleep(settleMs);
  const after = await cpuOf(deps);
  const measured = measure(load, await receiver.ask({ kind: 'report' }, 'arrivals'), copies);
  if (measured.accepted === 0)
    throw new Error(`Nothing was accepted: ${load.firstRefusal ?? 'no answers came'}`);
  return {
    ...measured,
    refused: measured.posted - measured.accepted,
    firstRefusal: load.firstRefusal,
    serverCpuSeconds: difference(before.server, after.server),
    postgresCpuSeconds: difference(before.postgres, after.postgres),
    foreignCpuShare: foreignShare(before, after),
  };
}

interface Watch {
  received: number;
}

/** Passes on to the load generator, and to whoever looks, how many have arrived. */
async function underWatch<T>(deps: StretchDeps, work: (watch: Watch) => Promise<T>): Promise<T> {
  const { loader } = deps.running;
  const watch: Watch = { received: 0 };
  let accepted = 0;
  const silences = [
    deps.receiver.listen((message) => {
      if (message.kind !== 'received') return;
      watch.received = message.distinct;
      loader.send(message);
      deps.onProgress(accepted, message.distinct);
    }),
    loader.listen((message) => {
      if (message.kind === 'progress') accepted = message.accepted;
    }),
  ];
  try {
    return await work(watch);
  } finally {
    for (const silence of silences) silence();
  }
}

async function drain(watch: Watch, accepted: number): Promise<void> {
  const startedAt = performance.now();
  let seen = watch.received;
  let seenAt = startedAt;
  while (watch.received < accepted) {
    const at = performance.now();
    if (at - seenAt > quietMsMax || at - startedAt > drainMsMax) return;
    await sleep(10);
    if (watch.received > seen) seenAt = at;
    seen = watch.received;
  }
}

interface Cpu {
  readonly at: number;
  readonly server: number | null;
  readonly postgres: number | null;
  /** Load generator, receiver and this process. */
  readonly bench: number;
  readonly machine: number | null;
}

async function cpuOf({ running, receiver }: StretchDeps): Promise<Cpu> {
  const { pid, postmasterPid, loader } = running;
  const ends = [...new Set([loader.pid, receiver.pid, process.pid])].filter((end) => end !== pid);
  const [server, postgres, machine, ...bench] = await Promise.all([
    serverCpuSeconds(pid),
    postmasterPid === null ? null : familyCpuSeconds(postmasterPid),
    machineCpuSeconds(),
    ...ends.map(cpuSeconds),
  ]);
  const sum = bench.reduce((total: number, seconds) => total + (seconds ?? 0), 0);
  return { at: performance.now(), server, postgres, bench: sum, machine };
}

function foreignShare(before: Cpu, after: Cpu): number | null {
  const all = difference(before.machine, after.machine);
  if (all === null) return null;
  const ours = (cpu: Cpu) => (cpu.server ?? 0) + (cpu.postgres ?? 0) + cpu.bench;
  const available = ((after.at - before.at) / 1000) * cpus().length;
  return Math.max(0, all - (ours(after) - ours(before))) / available;
}

function difference(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before;
}
