// CPU time and memory of processes, from Linux's /proc. Elsewhere there is none of it, and the bench goes on without.
import { readdir, readFile } from 'node:fs/promises';

/** Length of a kernel clock tick as /proc counts them: 1/100 s on every Linux that Node runs on. */
const tickSeconds = 0.01;

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly seconds: number;
  /** Of children that have ended and been waited for. */
  readonly endedSeconds: number;
}

/** From the text of /proc/<pid>/stat; the program's name, in parentheses, may hold anything. */
export function parseStat(text: string): Stat {
  const rest = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = (index: number) => Number(rest[index] ?? 0) * tickSeconds;
  return {
    pid: Number.parseInt(text, 10),
    parent: Number(rest[1]),
    seconds: ticks(11) + ticks(12),
    endedSeconds: ticks(13) + ticks(14),
  };
}

async function statOf(pid: number | string): Promise<Stat | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return text === null ? null : parseStat(text);
}

/** CPU seconds that the process itself has used, over all its threads. */
export async function cpuSeconds(pid: number): Promise<number | null> {
  return (await statOf(pid))?.seconds ?? null;
}

/** CPU seconds of a process and of its children, also of those that have ended. */
export async function familyCpuSeconds(pid: number): Promise<number | null> {
  const head = await statOf(pid);
  if (head === null) return null;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(pids.map(statOf));
  return all
    .filter((stat) => stat?.parent === pid)
    .reduce((sum, stat) => sum + (stat?.seconds ?? 0), head.seconds + head.endedSeconds);
}

/** The process and those of its children that run the same program: a server and its workers, without its database. */
async function serverPids(pid: number): Promise<readonly number[]> {
  const program = programOf(await commandLine(pid));
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map(statOf));
  const children = stats.flatMap((stat) => (stat?.parent === pid ? [stat.pid] : []));
  const alike = await Promise.all(
    children.map(async (child) => (programOf(await commandLine(child)) === program ? [child] : [])),
  );
  return [pid, ...alike.flat()];
}

/** The first of the words of a command line that names a file of ours. */
const programOf = (command: string) => command.split(' ').find((word) => word.endsWith('.ts'));

/** CPU seconds of a server with all its workers. */
export async function serverCpuSeconds(pid: number): Promise<number | null> {
  const all = await Promise.all((await serverPids(pid)).map(cpuSeconds));
  return all[0] === null ? null : all.reduce((sum: number, seconds) => sum + (seconds ?? 0), 0);
}

/** CPU seconds that all processes of the machine, and its kernel, have used. */
export async function machineCpuSeconds(): Promise<number | null> {
  const text = await readFile('/proc/stat', 'utf8').catch(() => null);
  return text === null ? null : parseMachine(text);
}

/** From the text of /proc/stat: everything of its first line but idle, waiting, stolen and what is counted twice. */
export function parseMachine(text: string): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = text
    .slice(5)
    .trim()
    .split(' ')
    .map(Number);
  return (user + nice + system + irq + softirq) * tickSeconds;
}

/** The most memory that a process of the server ever had resident, in megabytes. */
export async function peakMegabytes(pid: number): Promise<number | null> {
  const peaks = await Promise.all((await serverPids(pid)).map(peakOf));
  return peaks.reduce((most, peak) => (peak === null ? most : Math.max(most ?? 0, peak)), null);
}

async function peakOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

export async function commandLine(pid: number): Promise<string> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');
}
