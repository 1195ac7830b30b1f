// The Signpost server as a child process, as an operator would run it: settings by environment, its address on stdout,
// SIGTERM to stop. It gets its own process group, so that Ctrl-C reaches the demo alone, which then stops it in order.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface ServerSettings {
  /** The root of the repository. */
  readonly root: string;
  readonly port: number;
  readonly dataDir: string;
  /** null: the server makes one and keeps it in its data folder. */
  readonly rootKey: string | null;
  /** Gets the stop of the process as soon as there is one, also if it never gets ready. */
  readonly closing: AsyncDisposableStack;
}

export interface RunningServer {
  readonly url: string;
  readonly readyAt: number;
  /** Rejects if the server ends before it was told to. */
  readonly died: Promise<never>;
}

const stderrLinesKept = 20;
const killAfterMs = 15_000;

/** @throws an error with the tail of the server's own words when it does not get ready */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const child = spawn(process.execPath, [join(settings.root, 'packages/server/src/main.ts')], {
    cwd: settings.root,
    env: environment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const tail = keepTail(child);
  const ended = new Promise<string>((resolve) => {
    child.once('error', ({ message }) => resolve(message));
    child.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  // Should the demo itself fail, the server does not outlive it.
  process.once('exit', () => child.kill());
  settings.closing.defer(() => stop(child, ended, tail));
  const died = ended.then((how) =>
    Promise.reject(new Error(`The Signpost server ended by itself (${how}). ${lastWords(tail)}`)),
  );
  // Whoever races with it sees the rejection; nobody has to.
  died.catch(() => {});
  const url = await Promise.race([address(child), died]);
  return { url, readyAt: Date.now(), died };
}

/** Own settings of the visitor's shell stay out: the demo must not write into somebody's database. */
function environment({ port, dataDir, rootKey }: ServerSettings): NodeJS.ProcessEnv {
  const foreign = /^(SIGNPOST_|DATABASE_URL$|SMTP_URL$)/;
  const rest = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return {
    ...Object.fromEntries(rest),
    SIGNPOST_PORT: String(port),
    SIGNPOST_DATA_DIR: dataDir,
    SIGNPOST_LOG: 'warn',
    ...(rootKey !== null && { SIGNPOST_ROOT_KEY: rootKey }),
  };
}

/** The server prints one line with its address when it is ready. */
async function address({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The server has no stdout.');
  return new Promise((resolve) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const [url] = /https?:\/\/[^\s"',]+/.exec(line) ?? [];
      if (url) resolve(url.replace(/\/$/, ''));
    });
  });
}

function keepTail({ stderr }: ChildProcess): readonly string[] {
  const lines: string[] = [];
  if (stderr) {
    createInterface({ input: stderr }).on('line', (line) => {
      lines.push(line);
      if (lines.length > stderrLinesKept) lines.shift();
    });
  }
  return lines;
}

function lastWords(tail: readonly string[]): string {
  return tail.length === 0 ? 'It wrote nothing to stderr.' : `Its last words:\n  ${tail.join('\n  ')}`;
}

/** @throws if the server does not end in order: it has to, or what it started may go on running */
async function stop(child: ChildProcess, ended: Promise<string>, tail: readonly string[]): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const how = await ended;
  clearTimeout(kill);
  if (child.exitCode !== 0)
    throw new Error(`The Signpost server did not stop in order (${how}). ${lastWords(tail)}`);
}

/** Whether somebody else listens there already. */
export async function isTaken(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen(port, '127.0.0.1');
    await once(probe, 'listening');
    return false;
  } catch {
    return true;
  } finally {
    probe.close();
  }
}
