// The way from a data directory, in whatever state the last run left it, to a ready server that this process owns.
// Looks, does one step, looks again: another start or stop may be under way at the same time, and every order of
// events must end with one owner and with a clear answer for everybody else.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../observe/log.ts';
import { chooseRunner } from './account.ts';
import { type Binaries, locateBinaries } from './binaries.ts';
import { initialize, storeExists } from './initialize.ts';
import { type Layout, openPassword } from './layout.ts';
import { connectionTo, DataDirectoryInUse, type EmbeddedConnection, type Hold, tryHold } from './lock.ts';
import {
  clearRemains,
  findPostmaster,
  type Launched,
  launchPostmaster,
  type Postmaster,
  shutDown,
  socketAnswers,
} from './postmaster.ts';
import { isAlive } from './processes.ts';
import type { Settings } from './settings.ts';

export interface Site {
  readonly layout: Layout;
  readonly settings: Settings;
  readonly log: Log;
}

export interface Held {
  readonly hold: Hold;
  readonly postmaster: Postmaster;
  readonly connection: EmbeddedConnection;
  /** False if this call has launched the server. */
  readonly adopted: boolean;
}

type Step = { kind: 'held'; held: Held } | { kind: 'waiting'; reason: string; pauseMs: number };

interface Progress {
  readonly startedAt: number;
  launched: Launched | undefined;
  /** Since when somebody holds the lock or answers at the socket whose process is not seen. */
  ghostSince: number | undefined;
  reportedAt: number;
}

const readyLimitMs = 60_000;
const reportEveryMs = 2000;
/** How long PostgreSQL may take to notice that the holder of the lock is dead. */
const ghostLimitMs = 5000;
const pauseMs = 15;
const retryPauseMs = 250;
/** Another start was faster, or what a killed server left is not gone yet. */
const passingFailure = /lock file ".*" (already exists|is empty)|pre-existing shared memory block/;

/** Fails with DataDirectoryInUse if another Signpost owns the server. */
export async function acquire(site: Site, signal: AbortSignal): Promise<Held> {
  const startedAt = performance.now();
  const progress: Progress = { startedAt, launched: undefined, ghostSince: undefined, reportedAt: startedAt };
  try {
    for (;;) {
      signal.throwIfAborted();
      const step = await advance(site, progress);
      if (step.kind === 'held') return step.held;
      await checkLimit(site, progress, step.reason);
      await sleep(step.pauseMs, undefined, { signal });
    }
  } catch (error) {
    await abandon(site, progress, error);
    throw error;
  }
}

async function advance(site: Site, progress: Progress): Promise<Step> {
  const postmaster = await findPostmaster(site.layout);
  if (postmaster?.ready) return tryOwn(site, progress, postmaster);
  if (postmaster !== undefined) return waiting('the database starts, recovers or stops', progress);
  if (progress.launched !== undefined) return awaitLaunched(progress, progress.launched);
  if (await socketAnswers(site.layout)) {
    return waitForGhost(progress, 'a process that is not seen from here (in another container?)');
  }
  await launch(site, progress);
  return waiting('the database starts', progress);
}

async function launch(site: Site, progress: Progress): Promise<void> {
  const { layout } = site;
  const binaries: Binaries = await locateBinaries();
  const exists = await storeExists(layout);
  const password = await openPassword(layout, exists);
  if (exists) await clearRemains(layout, site.log);
  const runner = await chooseRunner(layout, binaries);
  if (!exists) await initialize(layout, binaries, runner, password);
  progress.launched = await launchPostmaster(layout, binaries, runner, site.settings);
  site.log.debug(
    { pid: progress.launched.pid, as: runner.how, uid: runner.owner.uid },
    'launched the database',
  );
}

async function tryOwn(site: Site, progress: Progress, postmaster: Postmaster): Promise<Step> {
  const password = await openPassword(site.layout, true);
  const connection = connectionTo(postmaster.socketDir, postmaster.port, password);
  const attempt = await tryHold(connection, site.layout.pgdata);
  switch (attempt.kind) {
    case 'held': {
      const adopted = postmaster.pid !== progress.launched?.pid;
      return { kind: 'held', held: { hold: attempt.hold, postmaster, connection, adopted } };
    }
    case 'taken':
      if (attempt.pid !== undefined && isAlive(attempt.pid)) throw inUse(site.layout, attempt.pid);
      return waitForGhost(progress, `a process ${attempt.pid ?? ''} that is not seen from here`);
    case 'not-ready':
      return waiting(attempt.reason, progress);
  }
}

/** The server that this call has launched is not up; either it comes, or its end says why not. */
async function awaitLaunched(progress: Progress, launched: Launched): Promise<Step> {
  const ending = launched.ending();
  if (ending === undefined) return waiting('the database starts', progress);
  const tail = await launched.tail();
  if (!passingFailure.test(tail)) throw new Error(`The database did not start (${ending}): ${tail}`);
  progress.launched = undefined;
  return { kind: 'waiting', reason: tail, pauseMs: retryPauseMs };
}

function waitForGhost(progress: Progress, who: string): Step {
  progress.ghostSince ??= performance.now();
  if (performance.now() - progress.ghostSince > ghostLimitMs) {
    throw new DataDirectoryInUse(
      `The data directory is in use by ${who}: stop it first, or use another directory.`,
    );
  }
  return waiting(`the data directory is held by ${who}`, progress);
}

/** Close together at first, when milliseconds count; then as a recovery deserves. */
function waiting(reason: string, progress: Progress): Step {
  const early = performance.now() - progress.startedAt < reportEveryMs;
  return { kind: 'waiting', reason, pauseMs: early ? pauseMs : retryPauseMs };
}

async function checkLimit(site: Site, progress: Progress, reason: string): Promise<void> {
  const now = performance.now();
  const waitedMs = Math.round(now - progress.startedAt);
  if (waitedMs > readyLimitMs) throw new NotReady(reason, site.layout);
  if (now - progress.reportedAt < reportEveryMs) return;
  progress.reportedAt = now;
  const lastLine = (await progress.launched?.tail())?.split('\n').at(-1);
  site.log.info({ waitedMs, reason, lastLine }, 'waiting for the database');
}

class NotReady extends Error {
  constructor(reason: string, layout: Layout) {
    super(
      `The database was not ready within ${readyLimitMs / 1000} s (${reason}). It was left to go on: a later start ` +
        `will use it. Its log is ${layout.logFile}.`,
    );
  }
}

/** A server without owner is stopped, except where another owns it or its recovery would have to start over. */
async function abandon(site: Site, progress: Progress, error: unknown): Promise<void> {
  const { launched } = progress;
  if (launched === undefined || launched.ending() !== undefined || progress.ghostSince !== undefined) return;
  if (error instanceof NotReady || error instanceof DataDirectoryInUse) return;
  await shutDown(site.layout, launched.pid, site.log);
}

function inUse(layout: Layout, pid: number): DataDirectoryInUse {
  return new DataDirectoryInUse(
    `The data directory ${layout.dataDir} is in use by the Signpost with process id ${pid}: ` +
      'stop that one first, or start this one on another directory (SIGNPOST_DATA_DIR).',
  );
}
