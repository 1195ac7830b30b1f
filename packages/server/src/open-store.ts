// Opens the database that the settings name, and brings its schema up to date: by `DATABASE_URL`, or the PostgreSQL that
// comes along. With how a start that cannot go on is undone, and explained.
import type { Config } from './config.ts';
import type { Log } from './observe/log.ts';
import { type Database, isUnavailable, openDatabase } from './store/database.ts';
import { type EmbeddedConnection, startEmbedded } from './store/embedded/server.ts';
import { migrateDatabase } from './store/migrate.ts';

/** A start that cannot go on for a reason that the operator can mend; the message names it. */
export class CannotStart extends Error {}

/** What was started, in this order, and how each is stopped. */
export type Stops = (() => Promise<void>)[];

/** Last started, first stopped; one that fails does not keep the others from being stopped. */
export async function stopAll(stops: Stops, log: Log): Promise<void> {
  const failures: unknown[] = [];
  for (const stopPart of stops.splice(0).reverse()) {
    await stopPart().catch((error: unknown) => {
      log.error({ error: String(error) }, 'a part could not be stopped cleanly');
      failures.push(error);
    });
  }
  if (failures.length > 0) throw failures[0];
}

export interface StoreOptions {
  readonly connectionsMax: number;
  /** The embedded database, when another process runs it. */
  readonly embedded: EmbeddedConnection | null;
  /** Gives the start up. */
  readonly signal: AbortSignal | undefined;
}

export interface OpenStore {
  readonly database: Database;
  /** Where the embedded database is reached. */
  readonly embedded: EmbeddedConnection | null;
}

export async function openStore(
  config: Config,
  log: Log,
  options: StoreOptions,
  stops: Stops,
): Promise<OpenStore> {
  const { connectionsMax, signal } = options;
  const embedded = options.embedded ?? (await startOwn(config, log, signal, stops));
  const connection = config.databaseUrl ?? embedded ?? '';
  const database = openDatabase({ connection, connectionsMax, log });
  stops.push(database.close);
  const applied = await unlessAborted(migrateDatabase(database), signal).catch(explainUnreachable);
  if (applied > 0) log.info({ applied }, 'the database schema was brought up to date');
  return { database, embedded };
}

async function startOwn(
  config: Config,
  log: Log,
  signal: AbortSignal | undefined,
  stops: Stops,
): Promise<EmbeddedConnection | null> {
  if (config.databaseUrl !== null) return null;
  const server = await startEmbedded({ dataDir: config.dataDir, log });
  stops.push(() => server.stop());
  signal?.throwIfAborted();
  return server.connection;
}

function explainUnreachable(error: unknown): never {
  if (!isUnavailable(error)) throw error;
  throw new CannotStart(
    `Signpost cannot start: the database cannot be reached (${reasonOf(error)}). Check DATABASE_URL, and that it runs.`,
    { cause: error },
  );
}

const reasonOf = (error: unknown) =>
  error instanceof AggregateError ? error.errors.map(String).join('; ') : String(error);

/** Leaves `work` alone when the start is given up; it must be harmless then. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
