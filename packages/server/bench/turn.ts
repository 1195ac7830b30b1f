// One contestant's turn: started on fresh data, warmed up, driven at its maximum rate, then at half of it, and stopped.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Belongings } from './belongings.ts';
import { startBare } from './contestants/bare.ts';
import type { Loader, Running, StartContestant } from './contestants/contestant.ts';
import { startRaw } from './contestants/raw.ts';
import { startSignpost } from './contestants/signpost.ts';
import type { ContestantName, Options } from './options.ts';
import { peakMegabytes } from './proc.ts';
import type { Progress } from './progress.ts';
import { type Receiver, runStretch, type Stretch, type StretchPlan } from './stretch.ts';

export interface Turn {
  readonly contestant: ContestantName;
  readonly round: number;
  readonly max: Stretch;
  /** The raw loop has none: nothing is accepted there. */
  readonly half: Stretch | null;
  readonly serverPeakMegabytes: number | null;
}

export interface TurnDeps {
  readonly options: Options;
  /** For data of this bench. */
  readonly home: string;
  readonly belongings: Belongings;
  readonly loader: Loader;
  readonly receiver: Receiver;
  readonly receiverUrl: string;
  readonly progress: Progress;
  readonly nextSequence: (count: number) => number;
}

const starters: Readonly<Record<ContestantName, StartContestant>> = {
  raw: startRaw,
  bare: startBare,
  signpost: startSignpost,
};

export async function takeTurn(contestant: ContestantName, round: number, deps: TurnDeps): Promise<Turn> {
  const { options, home, belongings, loader, receiverUrl, progress } = deps;
  const title = `round ${round}/${options.rounds} ${contestant}`;
  progress.live(`${title}: starting`);
  const dir = join(home, `${contestant}-${round}`);
  const nodeArgs = profileArgs(options.profileDir, contestant, round);
  const running = await starters[contestant]({
    dir,
    receiverUrl,
    loader,
    belongings,
    nodeArgs,
    workers: options.workers,
  });
  try {
    const { max, half } = await drive(contestant, title, running, deps);
    return { contestant, round, max, half, serverPeakMegabytes: await peakMegabytes(running.pid) };
  } finally {
    await running.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

/** Folders are made by whoever writes into them, but the profiler's only at the end. */
function profileArgs(dir: string | null, contestant: string, round: number): readonly string[] {
  return dir === null
    ? []
    : ['--cpu-prof', `--cpu-prof-dir=${dir}`, `--cpu-prof-name=${contestant}-${round}.cpuprofile`];
}

async function drive(
  contestant: ContestantName,
  title: string,
  running: Running,
  deps: TurnDeps,
): Promise<{ max: Stretch; half: Stretch | null }> {
  const { connections, countMax, stretchMs, warmUpMs } = deps.options;
  const stretch = async (name: string, durationMs: number, eventsPerSecond: number | null) => {
    const plan: StretchPlan = { connections, countMax, durationMs, eventsPerSecond };
    const onProgress = (accepted: number, received: number) =>
      deps.progress.live(`${title}, ${name}: ${accepted} accepted, ${received} received`);
    const result = await runStretch(plan, { ...deps, running, onProgress });
    deps.progress.line(`${title}, ${name}: ${summary(result)}`);
    return result;
  };
  await stretch('warm-up', warmUpMs, null);
  const max = await stretch('maximum rate', stretchMs, null);
  const half = contestant === 'raw' ? null : await stretch('half rate', stretchMs, max.eventsPerSecond / 2);
  return { max, half };
}

function summary({
  accepted,
  lost,
  eventsPerSecond,
  acceptToReceiptMs,
  refused,
  firstRefusal,
}: Stretch): string {
  const p99 = acceptToReceiptMs.p99.toFixed(1);
  const refusals = refused === 0 ? '' : `, ${refused} REFUSED (${firstRefusal ?? 'no answer'})`;
  const losses = lost === 0 ? 'none lost' : `${lost} LOST`;
  return `${accepted} events, ${Math.round(eventsPerSecond)}/s, p99 ${p99} ms, ${losses}${refusals}`;
}

export async function prepareProfileDir(dir: string | null): Promise<void> {
  if (dir !== null) await mkdir(dir, { recursive: true });
}
