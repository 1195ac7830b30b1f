// The PostgreSQL that Signpost brings along, in its data directory: started, or adopted if it has outlived a Signpost
// that was killed; owned by one Signpost at a time; started again if it dies; stopped with Signpost. Nothing that was
// committed is ever lost by any of this.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../observe/log.ts';
import { checkOwner } from './account.ts';
import { acquire, type Held, type Site } from './acquire.ts';
import { storeExists } from './initialize.ts';
import { openLayout, openPassword } from './layout.ts';
import { connectionTo, type EmbeddedConnection } from './lock.ts';
import { boundLog } from './log-file.ts';
import { findPostmaster, shutDown } from './postmaster.ts';

export { DataDirectoryInUse, type EmbeddedConnection } from './lock.ts';

export interface EmbeddedServer {
  /** Stays true over restarts of the server. */
  readonly connection: EmbeddedConnection;
  /** True if the server was running already, left by a Signpost that was killed. */
  readonly adopted: boolean;
  /** Idempotent. Close other connections first: they are cut. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** Server settings of PostgreSQL by name, over Signpost's choice. */
  readonly settings?: Readonly<Record<string, string>>;
}

const backoffMs = { first: 100, max: 5000 };

/** Ready for connections, with the database made, when it returns. Fails with DataDirectoryInUse. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const layout = await openLayout(options.dataDir);
  await checkOwner(layout.pgdata);
  await storeExists(layout);
  await boundLog(layout.logFile);
  const { log, settings = {} } = options;
  const startedAt = performance.now();
  const stopping = new AbortController();
  const held = await acquire({ layout, settings, log }, stopping.signal);
  const tookMs = Math.round(performance.now() - startedAt);
  log.info({ pid: held.postmaster.pid, adopted: held.adopted, tookMs }, 'the database is ready');
  // A server that was found elsewhere is started again where its users know it.
  const site = { layout: { ...layout, socketDir: held.connection.host }, settings, log };
  return new OwnedServer(site, held, stopping);
}

/** The server that a running Signpost has started in this data directory; null when there is none. */
export async function findEmbedded(dataDir: string): Promise<EmbeddedConnection | null> {
  const layout = await openLayout(dataDir);
  const postmaster = await findPostmaster(layout);
  if (!postmaster?.ready) return null;
  return connectionTo(postmaster.socketDir, postmaster.port, await openPassword(layout, true));
}

class OwnedServer implements EmbeddedServer {
  readonly connection: EmbeddedConnection;
  readonly adopted: boolean;
  readonly #site: Site;
  readonly #stopping: AbortController;
  #held: Held | undefined;
  #recovery: Promise<void> = Promise.resolve();
  #stopped: Promise<void> | undefined;

  constructor(site: Site, held: Held, stopping: AbortController) {
    this.connection = held.connection;
    this.adopted = held.adopted;
    this.#site = site;
    this.#stopping = stopping;
    this.#own(held);
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  #own(held: Held): void {
    this.#held = held;
    void held.hold.lost.then((reason) => {
      if (this.#stopping.signal.aborted) return;
      this.#site.log.warn({ reason }, 'lost the database: starting it again');
      this.#held = undefined;
      this.#recovery = this.#recover();
    });
  }

  /** Goes on until the server is back or Signpost stops: there is nobody else who could do it. */
  async #recover(): Promise<void> {
    const { signal } = this.#stopping;
    for (let waitMs = backoffMs.first; !signal.aborted; waitMs = Math.min(waitMs * 2, backoffMs.max)) {
      try {
        const held = await acquire(this.#site, signal);
        this.#site.log.info({ pid: held.postmaster.pid }, 'the database is back');
        return this.#own(held);
      } catch (error) {
        if (signal.aborted) return;
        this.#site.log.error({ err: error, waitMs }, 'the database does not come back');
        await sleep(waitMs, undefined, { signal }).catch(() => {});
      }
    }
  }

  async #stop(): Promise<void> {
    this.#stopping.abort();
    await this.#recovery;
    if (this.#held === undefined) return;
    const { hold, postmaster } = this.#held;
    try {
      // The lock is kept until the server is gone, so that a start meanwhile waits or is refused but never intrudes.
      await shutDown(this.#site.layout, postmaster.pid, this.#site.log);
    } finally {
      await hold.release();
    }
  }
}
