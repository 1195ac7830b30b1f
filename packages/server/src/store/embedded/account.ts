// Decides as which user PostgreSQL runs. It refuses to run as root, so root lends it an unprivileged account; where
// that account cannot reach the files (a checkout under /root, a data directory from `mktemp -d`) it gets the one
// capability that opens paths, or a user namespace in which root is not called root. Modes of foreign directories
// are never changed.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import type { Stats } from 'node:fs';
import { chmod, chown, lstat, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Binaries } from './binaries.ts';
import { allowPassage, chownTree, hasCode, type Owner, unlessMissing } from './files.ts';
import type { Layout } from './layout.ts';

/** Runs PostgreSQL's programs as a user that PostgreSQL accepts. */
export interface Runner {
  readonly how: 'own user' | 'other user' | 'other user with a capability' | 'user namespace';
  /** To whom the directories must belong that PostgreSQL writes. */
  readonly owner: Owner;
  /** The child's pid is the program's own: wrappers replace themselves by it. */
  spawn(program: string, args: readonly string[], options: SpawnOptions): ChildProcess;
}

export interface Ended {
  readonly succeeded: boolean;
  readonly output: string;
}

const outputCharsMax = 8192;

/** Nothing of Signpost's own environment, which holds secrets, reaches the database. */
const environment = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' };

/** The directory of the socket is ready and the data directory has its owner when this returns. */
export async function chooseRunner(layout: Layout, binaries: Binaries): Promise<Runner> {
  if (process.geteuid?.() !== 0) return prepareOwn(layout);
  const account = await accountFor(layout.pgdata);
  if (layout.fresh) await allowPassage(layout.dataDir, account.gid).catch(() => {});
  const refusals: string[] = [];
  for (const runner of await candidates(account, layout, binaries)) {
    const refusal = await refusalOf(runner, layout, binaries);
    if (refusal === undefined) return runner;
    refusals.push(`${runner.how}: ${refusal}`);
  }
  throw new Error(unreachable(account, layout, binaries, refusals));
}

/** Node throws some failures of spawn (no right to change the user) and emits others: both end here as "not succeeded". */
export function runToEnd(runner: Runner, program: string, args: readonly string[]): Promise<Ended> {
  return new Promise<Ended>((resolve) => {
    const child = runner.spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-outputCharsMax);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', (error) => resolve({ succeeded: false, output: error.message }));
    child.once('close', (code) => resolve({ succeeded: code === 0, output: output.trim() }));
  }).catch((error: unknown) => ({ succeeded: false, output: String(error) }));
}

/** Fails if the store belongs to somebody else: PostgreSQL would refuse with less to go on. */
export async function checkOwner(pgdata: string): Promise<void> {
  const mine = process.geteuid?.();
  const about = await unlessMissing(stat(pgdata));
  if (about === undefined || mine === 0 || about.uid === mine) return;
  throw new Error(
    `${pgdata} belongs to user id ${about.uid}, but Signpost runs as user id ${mine}: ` +
      'start it as that user or as root, or give the data directory to this user with chown -R.',
  );
}

async function prepareOwn(layout: Layout): Promise<Runner> {
  const owner = { uid: process.geteuid?.() ?? -1, gid: process.getegid?.() ?? -1 };
  await prepareSocketDir(layout, owner);
  return { how: 'own user', owner, spawn: (program, args, options) => launch(program, args, options) };
}

async function candidates(account: Owner, layout: Layout, binaries: Binaries): Promise<Runner[]> {
  const entered = [layout.dataDir, dirname(layout.socketDir)];
  const reachable = await canReach(account, entered, Object.values(binaries));
  const confined = [withCapability(account), inNamespace(account)];
  return reachable ? [asOther(account), ...confined] : confined;
}

function asOther(owner: Owner): Runner {
  return {
    how: 'other user',
    owner,
    spawn: (program, args, options) => launch(program, args, { ...options, ...owner }),
  };
}

/**
 * `no_setuid_fixup` is needed besides the capability: access(2), which PostgreSQL asks about its own program, would
 * drop the capability for a user that is not root.
 */
function withCapability(owner: Owner): Runner {
  const wrapper = [
    ...['--reuid', String(owner.uid), '--regid', String(owner.gid), '--clear-groups'],
    ...['--securebits=+no_setuid_fixup', '--bounding-set=-all,+dac_override'],
    ...['--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override', '--'],
  ];
  return {
    how: 'other user with a capability',
    owner,
    spawn: (program, args, options) => launch('setpriv', [...wrapper, program, ...args], options),
  };
}

/** Files stay root's: the kernel still knows the process as root, with no capability and under another number. */
function inNamespace(account: Owner): Runner {
  const wrapper = ['--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`, '--'];
  return {
    how: 'user namespace',
    owner: { uid: 0, gid: 0 },
    spawn: (program, args, options) => launch('unshare', [...wrapper, program, ...args], options),
  };
}

function launch(program: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  // The root directory is the one working directory that every account can enter.
  return spawn(program, args, { ...options, cwd: '/', env: environment });
}

/** Undefined if `runner` can start PostgreSQL and own its directories here, otherwise why not. */
async function refusalOf(runner: Runner, layout: Layout, binaries: Binaries): Promise<string | undefined> {
  const { succeeded, output } = await runToEnd(runner, binaries.postgres, ['--version']);
  if (!succeeded) return output;
  try {
    await prepareSocketDir(layout, runner.owner);
    const store = await unlessMissing(stat(layout.pgdata));
    if (store !== undefined && store.uid !== runner.owner.uid) await chownTree(layout.pgdata, runner.owner);
    return undefined;
  } catch (error) {
    if (hasCode(error, 'EPERM', 'EINVAL', 'EACCES')) return String(error);
    throw error;
  }
}

/** It may lie in a shared /tmp: what is there already must be a directory of ours, and nobody else's business. */
async function prepareSocketDir({ socketDir: path, dataDir }: Layout, owner: Owner): Promise<void> {
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error;
  });
  const about = await lstat(path);
  const trusted = dirname(path) === dataDir || about.uid === owner.uid || about.uid === process.geteuid?.();
  if (!about.isDirectory() || !trusted) {
    throw new Error(
      `${path} must be a directory of user id ${owner.uid} for PostgreSQL's socket: remove it.`,
    );
  }
  if (about.uid !== owner.uid) await chown(path, owner.uid, owner.gid);
  if ((about.mode & 0o777) !== 0o700) await chmod(path, 0o700);
}

/** Who owns the store keeps it; a new one goes to the usual account for databases, or to the one for nothing. */
async function accountFor(pgdata: string): Promise<Owner> {
  const store = await unlessMissing(stat(pgdata));
  if (store !== undefined && store.uid !== 0) return { uid: store.uid, gid: store.gid };
  const users = (await unlessMissing(readFile('/etc/passwd', 'utf8'))) ?? '';
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const [, uid, gid] = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm').exec(users) ?? [];
    if (uid !== undefined && uid !== '0') return { uid: Number(uid), gid: Number(gid) };
  }
  return { uid: 65_534, gid: 65_534 };
}

/** By the mode bits alone; where access lists say more, a wrapper is used without need, which does no harm. */
async function canReach(
  account: Owner,
  entered: readonly string[],
  read: readonly string[],
): Promise<boolean> {
  const passed = new Set([...entered, ...[...entered, ...read].flatMap(parentsOf)]);
  const needs = [
    ...[...passed].map((path) => ({ path, bits: 0o1 })),
    ...read.map((path) => ({ path, bits: 0o5 })),
  ];
  const granted = await Promise.all(
    needs.map(async ({ path, bits }) => (grantOf(account, await stat(path)) & bits) === bits),
  );
  return granted.every((yes) => yes);
}

function grantOf(account: Owner, about: Stats): number {
  if (about.uid === account.uid) return about.mode >> 6;
  return about.gid === account.gid ? about.mode >> 3 : about.mode;
}

function parentsOf(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...parentsOf(parent)];
}

function unreachable(
  account: Owner,
  layout: Layout,
  binaries: Binaries,
  refusals: readonly string[],
): string {
  return (
    `PostgreSQL does not run as root, and as user id ${account.uid} it cannot use ${layout.dataDir} and ` +
    `${dirname(binaries.postgres)} here (${refusals.join('; ')}). Run Signpost as an ordinary user, or move the ` +
    'data directory (SIGNPOST_DATA_DIR) and the installation to where every user may enter, or set DATABASE_URL.'
  );
}
