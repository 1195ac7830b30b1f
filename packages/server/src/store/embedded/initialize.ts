// Makes a new store. It is made in a workshop beside its place, synced to the disk by initdb, and renamed into place
// whole: a start that is killed half-way leaves only a workshop, which a later start clears away.
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../lib/clock.ts';
import { type Runner, runToEnd } from './account.ts';
import { type Binaries, postgresMajor } from './binaries.ts';
import { hasCode, type Owner, syncDirectory, unlessMissing } from './files.ts';
import type { Layout } from './layout.ts';
import { isAlive } from './processes.ts';

/** The superuser and the database that Signpost uses. */
export const signpostRole = 'signpost';

const workshopPrefix = 'postgres.new-';

/** A workshop older than this is left over even if a process of its maker's number lives: numbers are used again. */
const workshopAgeMaxMs = 3_600_000;

/** Those of this process: another start within it must not clear them away. */
const workshopsInUse = new Set<string>();

export async function storeExists(layout: Layout): Promise<boolean> {
  const version = await unlessMissing(readFile(join(layout.pgdata, 'PG_VERSION'), 'utf8'));
  if (version === undefined) return false;
  if (version.trim() === postgresMajor) return true;
  throw new Error(
    `${layout.pgdata} was made by PostgreSQL ${version.trim()}, and this Signpost brings PostgreSQL ${postgresMajor}: ` +
      'dump the data with the Signpost that made it and load the dump here, or start on another data directory.',
  );
}

/** Of several makers at once the first to finish wins; the others find its store in place. */
export async function initialize(layout: Layout, binaries: Binaries, runner: Runner, password: string) {
  await clearWorkshops(layout.dataDir);
  const name = `${workshopPrefix}${process.pid}-${randomBytes(4).toString('hex')}`;
  const workshop = join(layout.dataDir, name);
  workshopsInUse.add(name);
  try {
    await mkdir(workshop, { mode: 0o700 });
    await makeStore(workshop, binaries, runner, password);
    await moveIntoPlace(join(workshop, 'data'), layout);
  } finally {
    await rm(workshop, { recursive: true, force: true });
    workshopsInUse.delete(name);
  }
}

async function makeStore(
  workshop: string,
  binaries: Binaries,
  runner: Runner,
  password: string,
): Promise<void> {
  const passwordCopy = join(workshop, 'password');
  await writeFile(passwordCopy, `${password}\n`, { mode: 0o600, flag: 'wx' });
  await handOver([workshop, passwordCopy], runner.owner);
  const { succeeded, output } = await runToEnd(runner, binaries.initdb, [
    ...['--pgdata', join(workshop, 'data'), '--username', signpostRole, '--pwfile', passwordCopy],
    ...['--auth-local=scram-sha-256', '--auth-host=scram-sha-256', '--encoding=UTF8', '--data-checksums'],
    // Sorts by code point like C, everywhere the same, but knows upper and lower case of every script.
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
  ]);
  if (!succeeded) throw new Error(`PostgreSQL could not create its store (as ${runner.how}): ${output}`);
}

async function handOver(paths: readonly string[], owner: Owner): Promise<void> {
  if (owner.uid === process.geteuid?.()) return;
  for (const path of paths) await chown(path, owner.uid, owner.gid);
}

async function moveIntoPlace(made: string, layout: Layout): Promise<void> {
  try {
    await rename(made, layout.pgdata);
    await syncDirectory(layout.dataDir);
  } catch (error) {
    if (hasCode(error, 'ENOTEMPTY', 'EEXIST') && (await storeExists(layout))) return;
    throw new Error(`Cannot put a new store at ${layout.pgdata}: something else is there.`, { cause: error });
  }
}

async function clearWorkshops(dataDir: string): Promise<void> {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith(workshopPrefix));
  for (const name of names) {
    if (!(await isLeftOver(dataDir, name))) continue;
    // The initdb of a killed start goes on until it next tells its progress to nobody. What stays goes another time.
    const patience = { maxRetries: 10, retryDelay: 50 };
    await rm(join(dataDir, name), { recursive: true, force: true, ...patience }).catch(() => {});
  }
}

async function isLeftOver(dataDir: string, name: string): Promise<boolean> {
  if (workshopsInUse.has(name)) return false;
  const maker = Number.parseInt(name.slice(workshopPrefix.length), 10);
  // In a container every start has the same number.
  if (maker === process.pid || !isAlive(maker)) return true;
  const about = await unlessMissing(stat(join(dataDir, name)));
  return about !== undefined && systemClock.now() - about.mtimeMs > workshopAgeMaxMs;
}
