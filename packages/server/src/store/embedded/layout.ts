// Where everything of the embedded server lies in the data directory. Makes the data directory and a password;
// everything else is made by those who need it.
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { hasCode, publish, unlessMissing } from './files.ts';

export interface Layout {
  readonly dataDir: string;
  /** True if this start has made the data directory: only then may its mode be changed. */
  readonly fresh: boolean;
  readonly pgdata: string;
  readonly passwordFile: string;
  readonly logFile: string;
  readonly socketDir: string;
  /** Marks every process of this server in its title (`cluster_name`), which any user may read. */
  readonly clusterName: string;
}

/** Part of the socket's file name only: nothing listens on TCP. */
export const socketPort = 5432;

/** What fits into `sockaddr_un.sun_path`, without the closing zero. */
const socketPathBytesMax = process.platform === 'darwin' ? 103 : 107;

export async function openLayout(requested: string): Promise<Layout> {
  const { dataDir, fresh } = await openDataDir(resolve(requested));
  const digest = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return {
    dataDir,
    fresh,
    pgdata: join(dataDir, 'postgres'),
    passwordFile: join(dataDir, 'postgres.password'),
    logFile: join(dataDir, 'postgres.log'),
    socketDir: chooseSocketDir(dataDir, tmpdir(), digest),
    clusterName: `signpost-${digest}`,
  };
}

export function socketPath(directory: string, port: number): string {
  return join(directory, `.s.PGSQL.${port}`);
}

/** Beside the data if the path is short enough for a socket, otherwise a short place that every start finds again. */
export function chooseSocketDir(dataDir: string, temporary: string, digest: string): string {
  const choices = [join(dataDir, 'run'), join(temporary, `signpost-${digest}`), `/tmp/signpost-${digest}`];
  const fits = (directory: string) =>
    Buffer.byteLength(socketPath(directory, socketPort)) <= socketPathBytesMax;
  return choices.find(fits) ?? join('/tmp', `signpost-${digest}`);
}

/** The password of an existing store, or a new one that is on the disk before the store is made. */
export async function openPassword(layout: Layout, storeExists: boolean): Promise<string> {
  const stored = await unlessMissing(readFile(layout.passwordFile, 'utf8'));
  if (stored !== undefined) return stored.trim();
  if (storeExists) {
    throw new Error(
      `${layout.passwordFile} is missing, and ${layout.pgdata} opens with it alone: restore the file.`,
    );
  }
  const draft = `${layout.passwordFile}.${randomBytes(6).toString('hex')}`;
  await publish(layout.passwordFile, draft, `${randomBytes(24).toString('base64url')}\n`);
  // Read back: of two starts at once the first has written it.
  return (await readFile(layout.passwordFile, 'utf8')).trim();
}

async function openDataDir(path: string): Promise<{ dataDir: string; fresh: boolean }> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await mkdir(path, { mode: 0o700 });
    return { dataDir: await realpath(path), fresh: true };
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    return { dataDir: await realpath(path), fresh: false };
  }
}
