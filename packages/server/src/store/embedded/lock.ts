// One Signpost to a data directory: whoever holds this session lock owns the embedded server. PostgreSQL takes it back
// when the holder dies, so it is never stale for long. Held on one connection, for as long as that lives.
import { realpath } from 'node:fs/promises';
import { Client } from 'pg';
import { hasCode } from './files.ts';
import { signpostRole } from './initialize.ts';

export interface EmbeddedConnection {
  /** The directory of the Unix socket: there is no TCP port. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse';
}

/** The owner's connection. */
export interface Hold {
  /** Settles, with the reason, when the connection is gone and with it the lock. Never rejects. */
  readonly lost: Promise<string>;
  release(): Promise<void>;
}

export type HoldAttempt =
  | { kind: 'held'; hold: Hold }
  /** The holder's process, where its connection tells it. */
  | { kind: 'taken'; pid: number | undefined }
  | { kind: 'not-ready'; reason: string };

/** The bytes of "signpost" as one number: the key of the advisory lock, in the database `postgres`. */
const lockKey = BigInt(`0x${Buffer.from('signpost').toString('hex')}`);

const applicationPrefix = 'signpost:';
const connectLimitMs = 5000;

const holderStatement = `
  select activity.application_name
  from pg_locks as lock
  join pg_stat_activity as activity using (pid)
  where lock.locktype = 'advisory' and lock.granted and lock.objsubid = 1
    and lock.database = (select oid from pg_database where datname = current_database())
    and (lock.classid::bigint << 32 | lock.objid::bigint) = $1`;

/** The database is there as well when the lock is held. */
export async function tryHold(connection: EmbeddedConnection, pgdata: string): Promise<HoldAttempt> {
  const client = new Client({
    ...connection,
    // Not the product's database: that one may be dropped and restored while Signpost holds on.
    database: 'postgres',
    application_name: `${applicationPrefix}${process.pid}`,
    connectionTimeoutMillis: connectLimitMs,
    options: '-c idle_session_timeout=0 -c statement_timeout=0',
  });
  const lost = lossOf(client);
  try {
    await client.connect();
    const attempt = await attemptWith(client, lost, { pgdata, database: connection.database });
    if (attempt.kind !== 'held') await client.end();
    return attempt;
  } catch (error) {
    await client.end().catch(() => {});
    if (isFinal(error)) throw error;
    return { kind: 'not-ready', reason: error instanceof Error ? error.message : String(error) };
  }
}

async function attemptWith(
  client: Client,
  lost: Promise<string>,
  { pgdata, database }: { pgdata: string; database: string },
): Promise<HoldAttempt> {
  const { rows } = await client.query<{ held: boolean; store: string }>(
    "select pg_try_advisory_lock($1) as held, current_setting('data_directory') as store",
    [lockKey],
  );
  const [row] = rows;
  if (row === undefined || (await realpath(row.store)) !== pgdata) {
    throw new DataDirectoryInUse(
      `The server at the socket of ${pgdata} serves ${row?.store}: stop it first.`,
    );
  }
  if (!row.held) return { kind: 'taken', pid: await holderOf(client) };
  await ensureDatabase(client, database);
  return { kind: 'held', hold: { lost, release: () => release(client) } };
}

async function holderOf(client: Client): Promise<number | undefined> {
  const { rows } = await client.query<{ application_name: string }>(holderStatement, [lockKey]);
  const name = rows[0]?.application_name ?? '';
  const pid = Number(name.startsWith(applicationPrefix) ? name.slice(applicationPrefix.length) : '');
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/** The owner alone calls this, so nobody creates it in between. */
async function ensureDatabase(client: Client, name: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
}

function lossOf(client: Client): Promise<string> {
  return new Promise((resolve) => {
    client.on('error', (error) => resolve(error.message));
    client.once('end', () => resolve('the connection has ended'));
  });
}

async function release(client: Client): Promise<void> {
  await client.end().catch(() => {});
}

/** A wrong password or a forbidden socket does not get better by waiting. */
function isFinal(error: unknown): boolean {
  if (error instanceof DataDirectoryInUse || hasCode(error, 'EACCES')) return true;
  return error instanceof Error && 'code' in error && /^28/.test(String(error.code));
}

/** The superuser's way in. */
export function connectionTo(host: string, port: number, password: string): EmbeddedConnection {
  return { host, port, user: signpostRole, password, database: signpostRole };
}
