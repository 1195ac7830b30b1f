// A pool of connections that notices when the database cannot be reached. Then everything is refused at once instead of
// waiting for a time limit each, and one probe at a time finds out when it is back. Connections from before are not used
// again: a network that went silent leaves ones that look open and never answer.
import pg from 'pg';
import type { Log } from '../observe/log.ts';
import { DatabaseUnreachable, isTimeout, isUnavailable } from './unavailable.ts';

export interface ReachablePool {
  /**
   * @throws DatabaseUnreachable at once while the database is known to be out of reach
   */
  use<T>(work: (pool: pg.Pool) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface ReachablePoolOptions {
  readonly pool: pg.PoolConfig;
  readonly log: Log;
}

const probeEveryMs = 500;
const probeTimeoutMs = 2_000;

export function createReachablePool(options: ReachablePoolOptions): ReachablePool {
  return new WatchedPool(options);
}

class WatchedPool implements ReachablePool {
  readonly #options: ReachablePoolOptions;
  readonly #closing = new AbortController();
  #pool: pg.Pool;
  #clients = new Set<pg.PoolClient>();
  #reachable = true;
  #probing = false;

  constructor(options: ReachablePoolOptions) {
    this.#options = options;
    this.#pool = this.#open();
  }

  async use<T>(work: (pool: pg.Pool) => Promise<T>): Promise<T> {
    if (!this.#reachable) throw new DatabaseUnreachable();
    const pool = this.#pool;
    try {
      return await work(pool);
    } catch (error) {
      if (isUnavailable(error)) this.#suspect(pool, isTimeout(error));
      throw error;
    }
  }

  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    this.#cut();
    await this.#pool.end();
  }

  #open(): pg.Pool {
    const pool = new pg.Pool(this.#options.pool);
    const clients = new Set<pg.PoolClient>();
    this.#clients = clients;
    // Without listeners a connection that breaks would end the process, whether it is idle or in use.
    pool.on('error', () => {});
    pool.on('connect', (client) => {
      clients.add(client);
      client.on('error', () => this.#suspect(pool, false));
    });
    pool.on('remove', (client) => clients.delete(client));
    return pool;
  }

  /** A connection failed: is it that one, or the database? */
  #suspect(pool: pg.Pool, silent: boolean): void {
    if (pool !== this.#pool || this.#probing || this.#closing.signal.aborted) return;
    this.#probing = true;
    void this.#examine(silent).finally(() => {
      this.#probing = false;
    });
  }

  async #examine(silent: boolean): Promise<void> {
    const { log } = this.#options;
    if (await this.#answers()) {
      // Where one connection fell silent others may have too; what still runs on them may end.
      if (silent) this.#replace();
      return;
    }
    const since = performance.now();
    log.warn({}, 'the database cannot be reached: requests are refused until it answers');
    this.#reachable = false;
    this.#cut();
    this.#replace();
    while (!this.#closing.signal.aborted && !(await this.#answers())) await this.#pause();
    if (this.#closing.signal.aborted) return;
    this.#reachable = true;
    log.info({ afterMs: Math.round(performance.now() - since) }, 'the database answers again');
  }

  #replace(): void {
    if (this.#closing.signal.aborted) return;
    const old = this.#pool;
    this.#pool = this.#open();
    old.end().catch(() => {});
  }

  /** Whoever waits for an answer on the pool's connections is told that none will come. */
  #cut(): void {
    for (const client of this.#clients) (client as unknown as pg.Client).end().catch(() => {});
  }

  async #answers(): Promise<boolean> {
    const client = new pg.Client({
      ...this.#options.pool,
      connectionTimeoutMillis: probeTimeoutMs,
      query_timeout: probeTimeoutMs,
    });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('SELECT 1');
      return true;
    } catch {
      return false;
    } finally {
      client.end().catch(() => {});
    }
  }

  #pause(): Promise<void> {
    const { signal } = this.#closing;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, probeEveryMs);
      timer.unref();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}
