// The composition root: makes every part and gives each what it needs. Nothing else constructs a neighbour.
import { createApi } from './api/server.ts';
import type { Config } from './config.ts';
import { createDeliverer, type Deliverer } from './deliver/deliverer.ts';
import { createGuard } from './deliver/guard.ts';
import { createMembership } from './deliver/membership.ts';
import { createSender } from './deliver/send.ts';
import { signpost } from './dialects/signpost.ts';
import { limit } from './domain/limits.ts';
import { createIngest } from './ingest/ingest.ts';
import { loadKeys } from './keys.ts';
import { type Clock, systemClock } from './lib/clock.ts';
import { createIdGenerator } from './lib/ids.ts';
import type { Log } from './observe/log.ts';
import { createAcceptStore } from './store/accept.ts';
import { type Database, openDatabase } from './store/database.ts';
import { type EmbeddedServer, startEmbedded } from './store/embedded/server.ts';
import { createHistoryStore } from './store/history.ts';
import { createListener } from './store/listener.ts';
import { migrateDatabase } from './store/migrate.ts';
import { createNodeStore } from './store/nodes.ts';
import { ensurePartitions } from './store/partitions.ts';
import { createQueueStore } from './store/queue.ts';
import { createRecordStore } from './store/record.ts';
import { createResendStore } from './store/resend.ts';
import { createSnapshots } from './store/snapshots.ts';
import { createSourceStore } from './store/sources.ts';
import { createTenantStore } from './store/tenants.ts';
import { createVault } from './store/vault.ts';
import { createWebhookStore } from './store/webhooks.ts';
import { createHousekeeper } from './upkeep/housekeeper.ts';

export interface App {
  /** Where the server listens, without a slash at its end. */
  readonly url: string;
  /** Where the root key was put, when none was given. */
  readonly rootKeyFile: string | null;
  readonly recorded: Deliverer['recorded'];
  stop(): Promise<void>;
}

/** What a test may hold in its own hands. */
export interface AppOptions {
  readonly clock?: Clock;
  /** Given with a clock that a test moves: what SQL takes as the present. */
  readonly sqlNow?: () => Date | null;
  readonly random?: () => number;
}

const connectionsMax = 12;
const partitionWeeksAhead = 4;
const connectionsPerOrigin = 64;

/** Starts everything, in the order in which each part needs the others; when a part cannot start, stops what was started. */
export async function startApp(config: Config, log: Log, options: AppOptions = {}): Promise<App> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const stopPart of stops.splice(0).reverse()) await stopPart();
  };
  try {
    return { ...(await assemble(config, log, options, stops)), stop };
  } catch (error) {
    await stop().catch((stopError: unknown) => log.error({ error: String(stopError) }, 'the stop failed'));
    throw error;
  }
}

type Stops = (() => Promise<void>)[];

async function openStore(config: Config, log: Log, stops: Stops): Promise<Database> {
  let embedded: EmbeddedServer | null = null;
  if (config.databaseUrl === null) {
    embedded = await startEmbedded({ dataDir: config.dataDir, log });
    stops.push(embedded.stop);
  }
  const database = openDatabase({
    connection: config.databaseUrl ?? embedded?.connection ?? '',
    connectionsMax,
    log,
  });
  stops.push(database.close);
  const applied = await migrateDatabase(database);
  if (applied > 0) log.info({ applied }, 'the database schema was brought up to date');
  return database;
}

async function assemble(
  config: Config,
  log: Log,
  options: AppOptions,
  stops: Stops,
): Promise<Omit<App, 'stop'>> {
  const { clock = systemClock, sqlNow = () => null, random = Math.random } = options;
  const newId = createIdGenerator();
  const keys = loadKeys(config);
  const database = await openStore(config, log, stops);
  const vault = createVault(keys.masterKey);
  const snapshots = createSnapshots(database, vault);
  const webhooks = createWebhookStore(database, vault);
  const nodes = createNodeStore(database);

  const housekeeper = createHousekeeper({
    clock,
    log,
    ensurePartitions: (nowMs) => ensurePartitions(database, nowMs, partitionWeeksAhead),
    rescue: nodes.rescue,
    onRescued: () => deliverer.wake(),
  });
  const membership = createMembership({ nodes, clock, log, alone: config.databaseUrl === null });

  const changed = (environmentId: number) => {
    snapshots.forget(environmentId);
    deliverer.wake();
  };
  const guards = {
    public: createGuard({ allow: config.allowCidrs, allowLoopback: false }),
    // The first run must work without a setting; on a shared database the operator says what is allowed.
    'loopback-too': createGuard({ allow: config.allowCidrs, allowLoopback: config.databaseUrl === null }),
  };
  const deliverer = createDeliverer({
    queue: createQueueStore(database),
    records: createRecordStore(database),
    sender: createSender({ guards, connectionsPerOrigin, responseBytesMax: limit('response_bytes_max') }),
    webhook: async (environmentId, webhookId) =>
      (await snapshots.get(environmentId)).webhooks.get(webhookId) ?? null,
    disableGone: async (environmentId, webhookId) => {
      await webhooks.disable(environmentId, webhookId, 'gone', new Date(clock.now()));
      log.warn({ webhookId }, 'a webhook was disabled: its receiver answered 410 Gone');
      changed(environmentId);
    },
    dialect: signpost,
    clock,
    random,
    log,
    nodeId: () => membership.nodeId,
    sqlNow,
    concurrency: config.concurrency,
  });
  const listener = createListener({
    database,
    clock,
    log,
    onEnvironment: (environmentId) => snapshots.forget(environmentId ?? undefined),
    onQueue: () => deliverer.wake(),
  });
  const ingest = createIngest({
    store: createAcceptStore(database),
    snapshots,
    birth: deliverer,
    clock,
    newId,
  });

  let url = '';
  const api = await createApi({
    rootKey: keys.rootKey,
    clock,
    newId,
    log,
    ingest,
    snapshots,
    tenants: createTenantStore(database),
    webhooks,
    sources: createSourceStore(database, vault),
    history: createHistoryStore(database),
    resends: createResendStore(database),
    urlProblem: (text, environment) => {
      const verdict = guards[environment === 'DEVELOPMENT' ? 'loopback-too' : 'public'].checkUrl(text);
      return verdict.kind === 'accepted' ? null : urlReasons[verdict.reason];
    },
    publicUrl: () => config.publicUrl?.replace(/\/+$/, '') ?? url,
    changed,
    isReady: () => isReady(database),
  });

  for (const service of [housekeeper, membership, listener, deliverer]) {
    await service.start();
    stops.push(service.stop);
  }
  stops.push(ingest.idle);
  stops.push(() => api.close());
  url = await api.listen({ port: config.port, host: config.host });
  return { url, rootKeyFile: keys.rootKeyFile, recorded: deliverer.recorded };
}

const urlReasons = {
  not_a_url: 'it is not a URL',
  scheme: 'it must begin with http:// or https://',
  credentials: 'it must not contain a user name or password',
  fragment: 'it must not contain a fragment (#…)',
  host: 'it has no valid host',
  port: 'its port is not allowed',
  forbidden_address: 'its address is not one that this server may send to',
} as const;

async function isReady(database: Database): Promise<boolean> {
  return database.query({ name: 'ready', text: 'SELECT 1' }, []).then(
    () => true,
    () => false,
  );
}
