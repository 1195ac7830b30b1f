// Pools of connections to one database that notice when it cannot be reached. Then everything is refused at once instead of
// waiting for a time limit each, and one probe at a time finds out when it is back. Connections from before are not used
// again: a network that went silent leaves ones that look open and never answer.
import pg from 'pg';
import type { Log } from '../observe/log.ts';
import { DatabaseUnreachable, isTimeout, isUnavailable } from './unavailable.ts';

export interface ReachablePools<Name extends string> {
  /**
   * @throws DatabaseUnreachable at once while the database is known to be out of reach
   */
  use<T>(name: Name, work: (pool: pg.Pool) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface ReachablePoolsOptions<Name extends string> {
  readonly pools: Readonly<Record<Name, pg.PoolConfig>>;
  /** How a probe connects. */
  readonly probe: pg.ClientConfig;
  readonly log: Log;
}

const probeEveryMs = 500;
const probeTimeoutMs = 2_000;

export function createReachablePools<Name extends string>(
  options: ReachablePoolsOptions<Name>,
): ReachablePools<Name> {
  return new WatchedPools(options);
}

/** Those that are in use now; after an outage others take their place. */
type Pools<Name extends string> = Readonly<Record<Name, pg.Pool>>;

class WatchedPools<Name extends string> implements ReachablePools<Name> {
  readonly #options: ReachablePoolsOptions<Name>;
  readonly #closing = new AbortController();
  #pools: Pools<Name>;
  #clients = new Set<pg.PoolClient>();
  #reachable = true;
  #probing = false;

  constructor(options: ReachablePoolsOptions<Name>) {
    this.#options = options;
    this.#pools = this.#open();
  }

  async use<T>(name: Name, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
    if (!this.#reachable) throw new DatabaseUnreachable();
    const pools = this.#pools;
    try {
      return await work(pools[name]);
    } catch (error) {
      if (isUnavailable(error)) this.#suspect(pools, isTimeout(error));
      throw error;
    }
  }

  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    this.#cut();
    await end(this.#pools);
  }

  #open(): Pools<Name> {
    const clients = new Set<pg.PoolClient>();
    this.#clients = clients;
    const open = (config: pg.PoolConfig) => {
      const pool = new pg.Pool(config);
      // Without listeners a connection that breaks would end the process, whether it is idle or in use.
      pool.on('error', () => {});
      pool.on('connect', (client) => {
        clients.add(client);
        client.on('error', () => this.#suspect(pools, false));
      });
      pool.on('remove', (client) => clients.delete(client));
      return pool;
    };
    const entries = Object.entries<pg.PoolConfig>(this.#options.pools);
    const pools = Object.fromEntries(entries.map(([name, config]) => [name, open(config)])) as Pools<Name>;
    return pools;
  }

  /** A connection failed: is it that one, or the database? */
  #suspect(pools: Pools<Name>, silent: boolean): void {
    if (pools !== this.#pools || this.#probing || this.#closing.signal.aborted) return;
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
    const old = this.#pools;
    this.#pools = this.#open();
    end(old).catch(() => {});
  }

  /** Whoever waits for an answer on the pool's connections is told that none will come. */
  #cut(): void {
    for (const client of this.#clients) (client as unknown as pg.Client).end().catch(() => {});
  }

  async #answers(): Promise<boolean> {
    const client = new pg.Client({
      ...this.#options.probe,
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

async function end(pools: Pools<string>): Promise<void> {
  await Promise.all(Object.values(pools).map((pool) => pool.end()));
}
