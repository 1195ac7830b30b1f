// Signpost as the process that operators run: started by `node src/main.ts`, stopped or killed by signals, watched from
// outside alone. Whoever starts one must `end` it; the postmaster of its data folder is ended with it.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
  readonly stdout: string;
}

export interface ServerProcess {
  readonly pid: number;
  /** Milliseconds from the spawn to the ready line. */
  readonly startedInMs: number;
  /** Where it listens, by its ready line. */
  readonly url: string;
  readonly ended: Promise<Ended>;
  signal(signal: NodeJS.Signals): void;
  /** What it has written to standard error so far. */
  stderr(): string;
}

export interface ProcessOptions {
  readonly env: Readonly<Record<string, string>>;
  /** Another program than the server's own. */
  readonly program?: URL;
  readonly args?: readonly string[];
  /** Runs as this user; only root can do that. */
  readonly uid?: number;
}

/** A process that may or may not become ready. */
export interface LaunchedProcess extends Omit<ServerProcess, 'url' | 'startedInMs'> {
  /** Rejects, with what it wrote, when the process ends before. */
  readonly ready: Promise<ServerProcess>;
}

export const rootKey = 'root-key-of-the-fault-tests';
const masterKey = Buffer.alloc(32, 7).toString('base64');

const main = new URL('../../src/main.ts', import.meta.url);
const textCharsMax = 1_000_000;
const running = new Set<Pick<ServerProcess, 'signal' | 'ended'>>();

/** What every process needs: a free port, keys, receivers on this machine, a log. */
const usual = {
  SIGNPOST_PORT: '0',
  SIGNPOST_ROOT_KEY: rootKey,
  SIGNPOST_MASTER_KEY: masterKey,
  SIGNPOST_ALLOW_CIDRS: '127.0.0.0/8',
  SIGNPOST_LOG: 'info',
};

export function launch({ env, program = main, args = [], uid }: ProcessOptions): LaunchedProcess {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const spawnedAt = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(program), ...args], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), ...usual, ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => {
      running.delete(launched);
      resolve({ code, signal, stderr: stderr(), stdout: stdout() });
    });
  });
  const launched = {
    pid: child.pid ?? 0,
    ended,
    stderr,
    signal: (signal: NodeJS.Signals) => void child.kill(signal),
  };
  running.add(launched);
  const ready = new Promise<ServerProcess>((resolve, reject) => {
    child.stdout.on('data', () => {
      const url = /ready at (\S+)\n/.exec(stdout())?.[1];
      if (url) resolve({ ...launched, url, startedInMs: performance.now() - spawnedAt });
    });
    void ended.then(({ code, signal, stderr: text }) =>
      reject(new Error(`Signpost ended (${signal ?? code}) before it was ready:\n${text.slice(-4_000)}`)),
    );
  });
  ready.catch(() => {});
  return { ...launched, ready };
}

export const start = (options: ProcessOptions): Promise<ServerProcess> => launch(options).ready;

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-textCharsMax);
  });
  return () => text;
}

/** Kills it, also when it was frozen. */
export async function kill({ signal, ended }: Pick<ServerProcess, 'signal' | 'ended'>): Promise<Ended> {
  signal('SIGKILL');
  return ended;
}

/** Kills what still runs of what this file started. */
export async function killAll(): Promise<void> {
  await Promise.all([...running].map(kill));
}

/** The embedded PostgreSQL of a data folder, whoever runs it; null when there is none. */
export function postmasterOf(dataDir: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
    return pid > 1 && commandOf(pid).includes(dataDir) ? pid : null;
  } catch {
    return null;
  }
}

/** Ends the PostgreSQL that a killed Signpost left behind. */
export async function endPostmaster(dataDir: string): Promise<void> {
  const pid = postmasterOf(dataDir);
  if (pid === null) return;
  process.kill(pid, 'SIGQUIT');
  await until(() => !isRunning(pid), 'the end of a postmaster');
}

/** False for a zombie too: its parent may be anybody. */
export function isRunning(pid: number): boolean {
  return commandOf(pid) !== '';
}

/** The processes among which a server shares its work. */
export function workersOf({ pid }: Pick<ServerProcess, 'pid'>): readonly number[] {
  const parentOf = (child: string) => {
    try {
      return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1]);
    } catch {
      return 0;
    }
  };
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
  return children.map(Number).filter((child) => commandOf(child).includes(fileURLToPath(main)));
}

/** Resident memory, in bytes. */
export function memoryOf(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
