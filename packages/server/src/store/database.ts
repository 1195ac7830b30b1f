// The connections to PostgreSQL. Everything in store/ reaches the database through this; nothing outside store/ does.
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Log } from '../observe/log.ts';
import { attributed } from './actor.ts';
import { createReachablePools } from './reachable-pools.ts';
import type { DB } from './schema.gen.ts';
import { isUnavailable } from './unavailable.ts';

export { DatabaseUnreachable, isFinal, isUnavailable, isUnstorable } from './unavailable.ts';

export interface DatabaseOptions {
  /** Connection string, or the parts of one. */
  readonly connection: string | Pick<pg.ClientConfig, 'host' | 'port' | 'user' | 'password' | 'database'>;
  /** For the statements of the hot paths, and as many for everything else: neither waits for the other. */
  readonly connectionsMax: number;
  readonly log: Log;
}

/** A visible SQL statement; a name makes PostgreSQL keep its plan for the connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  /** How long its answer may take, where that is less than usual. */
  readonly timeoutMs?: number;
}

export interface Transaction {
  query<Row>(statement: Statement, values: readonly unknown[]): Promise<readonly Row[]>;
}

export interface Database extends Transaction {
  /** For CRUD and lists; the hot paths use visible statements. */
  readonly kysely: Kysely<DB>;
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** A connection of its own, outside the pool and without time limits for statements: for LISTEN, and for migrations. */
  openClient(): Promise<pg.Client>;
  /** Cuts what is still under way. */
  close(): Promise<void>;
}

/** How long a connection attempt, and a statement, may take before the database counts as unreachable. */
const connectTimeoutMs = 3_000;
const statementTimeoutMs = 10_000;

// count(*) and versions are bigint; all of ours stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * Plans that join a handful of given ids with a table of millions must go by index; with cached plans the planner
 * cannot know that, and a wrong guess would read the whole history for one batch.
 */
const planning = { enable_hashjoin: 'off', enable_mergejoin: 'off', enable_seqscan: 'off', jit: 'off' };

/** What a node that froze or lost its network leaves open must not keep its locks, or nobody could take its leases over. */
const patience = {
  statement_timeout: String(statementTimeoutMs + 2_000),
  idle_in_transaction_session_timeout: '10000',
  tcp_user_timeout: '10000',
  tcp_keepalives_idle: '10',
  tcp_keepalives_interval: '3',
  tcp_keepalives_count: '3',
};

/**
 * Named statements are planned once for a connection. Left to itself PostgreSQL plans them anew each time, because their
 * arrays are short: that took longer than running them. Lists are better planned by what they ask for.
 */
const plannedOnce = { plan_cache_mode: 'force_generic_plan' };

const sessionSettings = (settings: Readonly<Record<string, string>>) =>
  Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

export function openDatabase({ connection, connectionsMax, log }: DatabaseOptions): Database {
  const config: pg.ClientConfig = {
    ...(typeof connection === 'string' ? { connectionString: connection } : connection),
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    application_name: 'signpost',
  };
  const poolConfig: pg.PoolConfig = {
    ...config,
    options: sessionSettings({ ...planning, ...patience }),
    query_timeout: statementTimeoutMs,
    max: connectionsMax,
    idleTimeoutMillis: 30_000,
  };
  const named = { ...poolConfig, options: sessionSettings({ ...planning, ...patience, ...plannedOnce }) };
  const pools = createReachablePools({ pools: { named, lists: poolConfig }, probe: poolConfig, log });
  const dialect = new PostgresDialect({
    pool: {
      Client: pg.Client,
      options: poolConfig,
      connect: () => pools.use('lists', async (pool) => attributed(await pool.connect())),
      end: () => pools.close(),
    },
  });
  return {
    kysely: new Kysely<DB>({ dialect }),
    query: (statement, values) => pools.use('named', (pool) => run(pool, statement, values)),
    transaction: (work) => pools.use('named', (pool) => inTransaction(pool, work)),
    openClient: async () => {
      const client = new pg.Client(config);
      // Without a listener a connection that breaks would end the process; its next query finds out by itself.
      client.on('error', () => {});
      await client.connect();
      return client;
    },
    close: () => pools.close(),
  };
}

async function run<Row>(
  on: pg.Pool | pg.PoolClient,
  { name, text, timeoutMs }: Statement,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const limit = timeoutMs === undefined ? {} : { query_timeout: timeoutMs };
  // The types of pg know the limit of a client only, though each query may have its own.
  const { rows } = await on.query({ name, text, values: [...values], ...limit } as pg.QueryConfig);
  return rows as Row[];
}

async function inTransaction<T>(pool: pg.Pool, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const client = await attributed(await pool.connect());
  try {
    await client.query('BEGIN');
    const result = await work({ query: (statement, values) => run(client, statement, values) });
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
