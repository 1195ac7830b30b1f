// The connections to PostgreSQL. Everything in store/ reaches the database through this; nothing outside store/ does.
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Log } from '../observe/log.ts';
import type { DB } from './schema.gen.ts';

export interface DatabaseOptions {
  /** Connection string, or the parts of one. */
  readonly connection: string | Pick<pg.ClientConfig, 'host' | 'port' | 'user' | 'password' | 'database'>;
  readonly connectionsMax: number;
  readonly log: Log;
}

/** A visible SQL statement; a name makes PostgreSQL keep its plan for the connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export interface Transaction {
  query<Row>(statement: Statement, values: readonly unknown[]): Promise<readonly Row[]>;
}

export interface Database extends Transaction {
  /** For CRUD and lists; the hot paths use visible statements. */
  readonly kysely: Kysely<DB>;
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** A connection of its own, outside the pool: for LISTEN. */
  openClient(): Promise<pg.Client>;
  close(): Promise<void>;
}

/** How long a connection attempt, and a statement, may take before the database counts as unreachable. */
const connectTimeoutMs = 5_000;
const statementTimeoutMs = 15_000;

// count(*) and versions are bigint; all of ours stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * Plans that join a handful of given ids with a table of millions must go by index; with cached plans the planner
 * cannot know that, and a wrong guess would read the whole history for one batch.
 */
const sessionSettings = '-c enable_hashjoin=off -c enable_mergejoin=off -c jit=off';

export function openDatabase({ connection, connectionsMax, log }: DatabaseOptions): Database {
  const config: pg.ClientConfig = {
    ...(typeof connection === 'string' ? { connectionString: connection } : connection),
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: statementTimeoutMs,
    keepAlive: true,
    application_name: 'signpost',
  };
  const pool = new pg.Pool({
    ...config,
    options: sessionSettings,
    max: connectionsMax,
    idleTimeoutMillis: 30_000,
  });
  // Without a listener an idle connection that breaks would end the process; the next query finds out by itself.
  pool.on('error', (error) => log.warn({ error: error.message }, 'a database connection was lost'));
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return {
    kysely,
    query: async <Row>(statement: Statement, values: readonly unknown[]) =>
      (await pool.query({ ...statement, values: [...values] })).rows as Row[],
    transaction: (work) => inTransaction(pool, work),
    openClient: async () => {
      const client = new pg.Client(config);
      await client.connect();
      return client;
    },
    close: () => pool.end(),
  };
}

async function inTransaction<T>(pool: pg.Pool, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work({
      query: async <Row>(statement: Statement, values: readonly unknown[]) =>
        (await client.query({ ...statement, values: [...values] })).rows as Row[],
    });
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    const broken = isUnavailable(error) || !(await rolledBack(client));
    client.release(broken);
    throw error;
  }
}

async function rolledBack(client: pg.PoolClient): Promise<boolean> {
  return client.query('ROLLBACK').then(
    () => true,
    () => false,
  );
}

const unavailableCodes =
  /^(ECONN|ENOENT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|08|57P0[123]|53300)/;
const unavailableMessages =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|query read timeout|not queryable|client was closed|Cannot use a pool after calling end/i;

/** True when the database could not be reached, or was lost before it answered: a commit may or may not have happened. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return unavailableCodes.test(code) || unavailableMessages.test(error.message);
}
