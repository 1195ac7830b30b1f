// Looks at the processes of this machine: alive or not, and what they run. On Linux through /proc (no `ps` in small
// images), elsewhere through `ps`. Only looks; whoever signals a process verifies it here first.
import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  /** Arguments, or the title that the process gave itself, joined by spaces. Empty for a zombie. */
  readonly command: string;
}

const onLinux = process.platform === 'linux';

/** True as well for a process that may not be signalled, and for a zombie. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Undefined if there is no such process. */
export async function inspectProcess(pid: number): Promise<ProcessEntry | undefined> {
  if (!onLinux) return (await listByPs(['-p', String(pid)]))[0];
  try {
    const [stat, command] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
    ]);
    // The name in brackets may hold anything; the state and the parent's pid come after the last bracket.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return { pid, parent, command: command.replaceAll('\0', ' ').trimEnd() };
  } catch {
    return undefined;
  }
}

export async function listProcesses(): Promise<ProcessEntry[]> {
  if (!onLinux) return listByPs(['-ax']);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const entries = await Promise.all(pids.map((pid) => inspectProcess(Number(pid))));
  return entries.filter((entry) => entry !== undefined);
}

/** Undefined where it cannot be told: not on Linux, or another user's process. */
export async function workingDirectory(pid: number): Promise<string | undefined> {
  if (!onLinux) return undefined;
  return readlink(`/proc/${pid}/cwd`).catch(() => undefined);
}

async function listByPs(selection: string[]): Promise<ProcessEntry[]> {
  const args = [...selection, '-ww', '-o', 'pid=,ppid=,command='];
  const listing = await promisify(execFile)('/bin/ps', args, { env: { LC_ALL: 'C' } }).catch(() => ({
    stdout: '',
  }));
  return listing.stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s(.*)$/.exec(line) ?? [];
    return pid && parent && command
      ? [{ pid: Number(pid), parent: Number(parent), command: command.trim() }]
      : [];
  });
}
