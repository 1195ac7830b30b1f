// The PostgreSQL in a data directory of the bench: which process it is, and its end if its Signpost could not see to it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine } from '../proc.ts';

const stepsMs = [
  ['SIGINT', 5_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const;

export async function readPostmasterPid(dataDir: string): Promise<number | null> {
  const text = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return pid > 1 ? pid : null;
}

/** Ends a server that is still there; nothing is signalled whose command line does not name the directory. */
export async function endPostmaster(dataDir: string): Promise<void> {
  const pid = await readPostmasterPid(dataDir);
  if (pid === null) return;
  for (const [signal, patienceMs] of stepsMs) {
    if (!(await serves(pid, dataDir))) return;
    process.kill(pid, signal);
    for (let waitedMs = 0; waitedMs < patienceMs && (await serves(pid, dataDir)); waitedMs += 50)
      await sleep(50);
  }
}

async function serves(pid: number, dataDir: string): Promise<boolean> {
  return (await commandLine(pid)).includes(dataDir);
}
