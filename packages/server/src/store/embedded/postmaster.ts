// The server process: found, launched and shut down. A process is signalled only after it has been verified, at that
// moment, to serve this data directory; process numbers are used again, so a number in a file proves nothing.
import { open, readFile, rename, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../observe/log.ts';
import type { Runner } from './account.ts';
import type { Binaries } from './binaries.ts';
import { hasCode, unlessMissing } from './files.ts';
import { type Layout, socketPath, socketPort } from './layout.ts';
import { logSize, logTail } from './log-file.ts';
import { inspectProcess, isAlive, listProcesses, type ProcessEntry, workingDirectory } from './processes.ts';
import { type Settings, settingArguments } from './settings.ts';

export interface Postmaster {
  readonly pid: number;
  /** False while it starts, recovers or stops: connecting would only be refused, and fill its log. */
  readonly ready: boolean;
  readonly socketDir: string;
  readonly port: number;
}

export interface Launched {
  readonly pid: number;
  /** How it ended, or undefined while it runs. */
  ending(): string | undefined;
  /** What this launch has written to its log lately. */
  tail(): Promise<string>;
}

const fastLimitMs = 30_000;
const immediateLimitMs = 10_000;
/** Processes that have lost their postmaster usually notice at once; a busy one may not for hours. */
const orphanStepsMs = [500, 2000, 5000];
const orphanSignals = ['SIGQUIT', 'SIGKILL'] as const;

/** The live server of this data directory, by its own pid file and the process that this names. */
export async function findPostmaster(layout: Layout): Promise<Postmaster | undefined> {
  const content = await readLock(pidFile(layout));
  if (content === undefined) return undefined;
  const [pid, , , port, socketDir, , , status] = content.split('\n');
  if (!(await isPostmaster(layout, Number(pid)))) return undefined;
  return {
    pid: Number(pid),
    ready: status?.trim() === 'ready',
    port: Number(port) || socketPort,
    socketDir: socketDir || layout.socketDir,
  };
}

/** Starts a server that outlives this process. Whether it comes up is for the caller to see. */
export async function launchPostmaster(
  layout: Layout,
  binaries: Binaries,
  runner: Runner,
  settings: Settings,
): Promise<Launched> {
  const from = await logSize(layout.logFile);
  const log = await open(layout.logFile, 'a', 0o600);
  try {
    const args = ['-D', layout.pgdata, ...settingArguments(layout, settings)];
    const child = runner.spawn(binaries.postgres, args, {
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    let ending: string | undefined;
    child.once('error', (error) => {
      ending = error.message;
    });
    child.once('exit', (code, signal) => {
      ending = signal ?? `exit code ${code}`;
    });
    child.unref();
    return { pid: child.pid ?? 0, ending: () => ending, tail: () => logTail(layout.logFile, from) };
  } finally {
    await log.close();
  }
}

/** Clears what a killed server has left behind. Call it only when there is no live one. */
export async function clearRemains(layout: Layout, log: Log): Promise<void> {
  if ((await readLock(pidFile(layout))) === undefined) return;
  log.info({}, 'the database was not shut down: it will recover what was committed');
  await endOrphans(layout, log);
  await removeMisleadingLock(layout, pidFile(layout));
  await removeMisleadingLock(layout, `${socketPath(layout.socketDir, socketPort)}.lock`);
}

/** Whether some process answers at the socket, though none is seen here: it runs in another container, say. */
export async function socketAnswers(layout: Layout): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath(layout.socketDir, socketPort));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

/** Fast: sessions are cut, everything is written out. Immediate after a while, which costs a recovery at the next start. */
export async function shutDown(layout: Layout, pid: number, log: Log): Promise<void> {
  const steps = [
    ['SIGINT', fastLimitMs],
    ['SIGQUIT', immediateLimitMs],
  ] as const;
  for (const [signal, limitMs] of steps) {
    if (!(await isPostmaster(layout, pid))) return;
    signalProcess(pid, signal);
    if (await waitUntil(limitMs, async () => !(await isPostmaster(layout, pid)))) return;
    log.warn({ pid, signal, limitMs }, 'the database does not stop');
  }
  throw new Error(`The database (process ${pid}) does not stop; its log is ${layout.logFile}.`);
}

/** True once `condition` holds, false when the time is over. */
async function waitUntil(limitMs: number, condition: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() > end) return false;
    await sleep(20);
  }
  return true;
}

async function isPostmaster(layout: Layout, pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return false;
  const entry = await inspectProcess(pid);
  if (entry === undefined || entry.command === '') return false;
  if (servesStore(layout, entry.command)) return true;
  // Started by hand, with the path written in another way.
  return entry.command.includes('postgres') && (await workingDirectory(pid)) === layout.pgdata;
}

function servesStore(layout: Layout, command: string): boolean {
  return `${command} `.includes(`postgres -D ${layout.pgdata} `);
}

async function endOrphans(layout: Layout, log: Log): Promise<void> {
  for (const [step, limitMs] of orphanStepsMs.entries()) {
    if (await waitUntil(limitMs, async () => (await orphans(layout)).length === 0)) return;
    const signal = orphanSignals[step];
    const left = await orphans(layout);
    if (signal === undefined) {
      throw new Error(`Processes of a killed database do not end: ${left.map(({ pid }) => pid).join(', ')}.`);
    }
    log.warn({ pids: left.map(({ pid }) => pid), signal }, 'ending processes of a database that was killed');
    for (const { pid } of left) signalProcess(pid, signal);
  }
}

/** Processes with this server's name in their title whose parent is no server: a start at the same time has a parent. */
async function orphans(layout: Layout): Promise<ProcessEntry[]> {
  const all = await listProcesses();
  const servers = new Set(all.filter(({ command }) => servesStore(layout, command)).map(({ pid }) => pid));
  const title = `postgres: ${layout.clusterName}: `;
  return all.filter(({ command, parent }) => command.startsWith(title) && !servers.has(parent));
}

/**
 * PostgreSQL clears a lock file of a dead process by itself, but stays away while any process has that number.
 * Moved aside first and compared: if another start has put its own there meanwhile, that goes back.
 */
async function removeMisleadingLock(layout: Layout, path: string): Promise<void> {
  const stale = await readLock(path);
  const pid = Number.parseInt(stale ?? '', 10);
  if (stale === undefined || !isAlive(pid) || (await isPostmaster(layout, pid))) return;
  const aside = `${path}.stale-${process.pid}`;
  if ((await unlessMissing(rename(path, aside).then(() => true))) === undefined) return;
  if ((await readLock(aside)) === stale) await rm(aside, { force: true });
  else await rename(aside, path);
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}

function readLock(path: string): Promise<string | undefined> {
  return unlessMissing(readFile(path, 'utf8'));
}

function pidFile(layout: Layout): string {
  return join(layout.pgdata, 'postmaster.pid');
}
