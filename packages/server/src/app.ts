// The composition root: makes every part and gives each what it needs. Nothing else constructs a neighbour.

import { createHash } from 'node:crypto';
import { join } from 'node:path';

import manifest from '../package.json' with { type: 'json' };
import { createAccounts } from './accounts/accounts.ts';
import { createApi } from './api/server.ts';
import type { Config } from './config.ts';
import { createDeliverer, type Deliverer } from './deliver/deliverer.ts';
import { createGuard, type Resolve } from './deliver/guard.ts';
import { createGuardedFetch } from './deliver/guarded-fetch.ts';
import { createInboxSender } from './deliver/inbox-sender.ts';
import { createMembership } from './deliver/membership.ts';
import { createSender } from './deliver/send.ts';
import { createTester } from './deliver/tester.ts';
import { createTokenSender } from './deliver/token-sender.ts';
import { Refusal } from './domain/errors.ts';
import type { NewEvent } from './domain/event.ts';
import { isInboxUrl } from './domain/inbox.ts';
import { limit } from './domain/limits.ts';
import { createInboxDoor } from './inbox/inbox.ts';
import { createExplainer } from './ingest/explain.ts';
import { createIngest, type Ingest } from './ingest/ingest.ts';
import { loadKeys } from './keys.ts';
import { type Clock, systemClock } from './lib/clock.ts';
import { createIdGenerator } from './lib/ids.ts';
import { createMailer } from './mail/mailer.ts';
import { checkMasterKeys } from './master-keys.ts';
import {
  measureAttempts,
  measuredAccepts,
  measuredIngest,
  measuredQueue,
  measuredRecords,
} from './measure.ts';
import type { Log } from './observe/log.ts';
import { createMetrics, type MetricsReport } from './observe/metrics.ts';
import { CannotStart, openStore, type Stops, stopAll } from './open-store.ts';
import { createAcceptStore } from './store/accept.ts';
import { createAlertMailStore } from './store/alert-mails.ts';
import { administratorsOf } from './store/alert-telling.ts';
import { createAlertStore } from './store/alerts.ts';
import { createAuditStore } from './store/audit.ts';
import { createCancelStore } from './store/cancel.ts';
import type { Database } from './store/database.ts';
import { createDecisionStore } from './store/decisions.ts';
import { createDeliveryTail } from './store/delivery-tail.ts';
import { createDirectoryStore } from './store/directory.ts';
import { createEnvelopeStore } from './store/envelopes.ts';
import { createForgetting } from './store/forgetting.ts';
import { createHistoryStore } from './store/history.ts';
import { summarizeHistory } from './store/history-marks.ts';
import { createInboxRequestStore } from './store/inbox-requests.ts';
import { createInboxStore } from './store/inboxes.ts';
import { createKeyUse } from './store/key-use.ts';
import { createLaneUpkeep } from './store/lanes.ts';
import { createLeadershipStore } from './store/leadership.ts';
import { createListener } from './store/listener.ts';
import { createNodeStore } from './store/nodes.ts';
import { ensurePartitions } from './store/partitions.ts';
import { createQueueStore } from './store/queue.ts';
import { measureQueue } from './store/queue-depth.ts';
import { createRecordStore } from './store/record.ts';
import { createReplaySteps } from './store/replay-steps.ts';
import { createReplayStore } from './store/replays.ts';
import { createResendStore } from './store/resend.ts';
import { createRetentionStore } from './store/retention.ts';
import { createSnapshots, destinationOf } from './store/snapshots.ts';
import { createSourceStore } from './store/sources.ts';
import { createStatisticsStore } from './store/statistics.ts';
import { createStatisticsGroupStore } from './store/statistics-groups.ts';
import { createTailChannel } from './store/tail-channel.ts';
import { createTenantStore } from './store/tenants.ts';
import { createTestSendStore } from './store/test-sends.ts';
import { createUsedTokenStore } from './store/used-tokens.ts';
import { createVault } from './store/vault.ts';
import { createWatchStore } from './store/watch.ts';
import { createWebhookStore } from './store/webhooks.ts';
import { createTails } from './tail/tails.ts';
import type { Task } from './upkeep/housekeeper.ts';
import { createReplayer } from './upkeep/replayer.ts';
import { createRetention } from './upkeep/retention.ts';
import { createUpkeep } from './upkeep/upkeep.ts';
import { createPostman } from './watch/postman.ts';
import { createTrial } from './watch/trial.ts';
import { createWatcher, type Watcher } from './watch/watcher.ts';
import { announcing, createSpreading, metricsOfAll, type Team } from './workers/team.ts';

export interface App {
  /** Where the server listens, without a slash at its end. */
  readonly url: string;
  /** Where the root key was put, when none was given. */
  readonly rootKeyFile: string | null;
  /** Where the first super admin is made, while nobody has an account. */
  readonly setUpLink: string | null;
  readonly recorded: Deliverer['recorded'];
  /** Looks at the health of webhooks now, beside the usual turns. */
  readonly look: Watcher['look'];
  /** Another process changed an environment, or null: any of them. */
  forget(environmentId: number | null): void;
  /** Deliveries may be due. */
  wake(): void;
  /** What this process has counted. */
  report(): Promise<MetricsReport>;
  stop(): Promise<void>;
}

/** What a test may hold in its own hands, and what a worker is given. */
export interface AppOptions {
  readonly clock?: Clock;
  /** Given with a clock that a test moves: what SQL takes as the present. */
  readonly sqlNow?: () => Date | null;
  readonly random?: () => number;
  /** After so long without a heartbeat a node's leases are taken over by others. */
  readonly silenceMs?: number;
  /** Gives a start up, after which everything is stopped that was started. */
  readonly signal?: AbortSignal;
  /** How names are resolved; default: as the system does. */
  readonly resolve?: Resolve;
  /** Given to one of several workers. */
  readonly team?: Team;
}

const connectionsMax = 12;
export const partitionWeeksAhead = 4;
const silenceMsUsual = 15_000;
/** How long a stop waits for requests to be answered. */
const closeGraceMs = 5_000;
const readyTimeoutMs = 3_000;
const providerTimeoutMs = 10_000;
const callbackPath = '/api/v1/auth/callback';
/** Made by `npm run build`, which `npm ci` and `npm start` call. */
const consoleFolder = join(import.meta.dirname, '../../console/dist');

/** Starts everything, in the order in which each part needs the others; when a part cannot start, stops what was started. */
export async function startApp(config: Config, log: Log, options: AppOptions = {}): Promise<App> {
  const stops: Stops = [];
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= stopAll(stops, log);
    return stopped;
  };
  try {
    const app = await assemble(config, log, options, stops);
    options.signal?.throwIfAborted();
    return { ...app, stop };
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

async function assemble(
  config: Config,
  log: Log,
  options: AppOptions,
  stops: Stops,
): Promise<Omit<App, 'stop'>> {
  const {
    clock = systemClock,
    sqlNow = () => null,
    random = Math.random,
    silenceMs = silenceMsUsual,
    team = null,
  } = options;
  const newId = createIdGenerator();
  const keys = loadKeys(config);
  const opening = { connectionsMax, embedded: team?.embedded ?? null, signal: options.signal };
  const { database } = await openStore(config, log, opening, stops);
  const alone = config.databaseUrl === null && team === null;
  const vault = createVault(keys.masterKey, keys.otherMasterKeys);
  // Of several workers the primary has asked.
  if (team === null) await checkMasterKeys(database, vault, alone);
  const directory = createDirectoryStore(database);
  const snapshots = createSnapshots(database, vault, directory);
  const webhooks = createWebhookStore(database, vault);
  const nodes = announcing(createNodeStore(database, vault.keyIds), team);

  const membership = createMembership({
    nodes,
    // Heartbeats and silences are counted by the database's clock, which no test moves.
    clock: systemClock,
    log,
    alone,
    silenceMs,
    onLost: () => deliverer.forfeit(),
    onCertain: () => deliverer.resume(),
  });
  const metrics = createMetrics({
    leads: () => upkeep.leads,
    databaseAnswers: () => isReady(database),
    load: () => deliverer.load,
    queue: () => upkeep.queueDepth,
  });

  const history = createHistoryStore(database);
  const makePartitions = () => ensurePartitions(database, clock.now(), partitionWeeksAhead);
  const statistics = createStatisticsStore(database);
  const upkeep = createUpkeep({
    clock,
    machineClock: systemClock,
    log,
    leadership: createLeadershipStore(database),
    alone,
    silenceMs,
    makePartitions,
    summarizeHistory: () => summarizeHistory(database, clock.now()),
    rescue: async () => (membership.witness ? nodes.rescue(silenceMs) : 0),
    sweep: () => accounts.sweep(),
    sweepInboxes: (max) => inboxRequests.sweep(clock.now(), max),
    onRescued: () => deliverer.wake(),
    mendLanes: createLaneUpkeep(database).mend,
    sqlNow,
    measureQueue: () => measureQueue(database, sqlNow()),
    statistics,
    replays: createReplayer({
      steps: createReplaySteps(database),
      clock,
      deliverMissed: async (environmentId, eventId, webhookId) => {
        const event = await history.event(environmentId, eventId);
        return event && explainer.routeTo(environmentId, event, webhookId);
      },
      wake: () => deliverer.wake(),
    }),
    retention: retentionOf(config, database, log, sqlNow),
  });

  const forget = (environmentId: number | null) => {
    snapshots.forget(environmentId ?? undefined);
    deliverer.wake();
  };
  const spreading = createSpreading(team);
  const changed = (environmentId: number) => {
    forget(environmentId);
    spreading.spread(environmentId);
  };
  // Organizations change seldom: that the environments of others are read again too costs less than knowing whose they are.
  const organizationChanged = (_organizationId: string) => {
    forget(null);
    spreading.spread(null);
  };
  const guards = {
    public: createGuard({ allow: config.allowCidrs, allowLoopback: false }, options.resolve),
    // The first run must work without a setting; on a shared database the operator says what is allowed.
    'loopback-too': createGuard(
      { allow: config.allowCidrs, allowLoopback: config.databaseUrl === null },
      options.resolve,
    ),
  };
  const inboxes = createInboxStore(database);
  const inboxRequests = createInboxRequestStore(database);
  const inboxDoor = createInboxDoor({
    inboxes,
    requests: inboxRequests,
    webhooksOf: async (environmentId) => (await snapshots.get(environmentId)).webhooks.values(),
    clock,
    newId,
  });
  const outside = createSender({
    guards,
    // How many of one webhook run is limited before; a receiver that hangs must not take the connections of another webhook
    // at the same address.
    connectionsPerOrigin: config.concurrency,
    responseBytesMax: limit('response_bytes_max'),
  });
  const sender = createTokenSender(createInboxSender(outside, inboxDoor), clock);
  const deliverer = createDeliverer({
    queue: measuredQueue(createQueueStore(database), metrics),
    records: measuredRecords(createRecordStore(database), metrics),
    sender,
    destination: async (environmentId, webhookId) => {
      const snapshot = await snapshots.get(environmentId);
      const webhook = snapshot.webhooks.get(webhookId);
      return webhook ? destinationOf(snapshot, webhook) : null;
    },
    outdated: (environmentId) => snapshots.forget(environmentId),
    disableGone: async (environmentId, webhookId) => {
      await webhooks.disable(
        { environmentId, id: webhookId, expected: null },
        'gone',
        'hold',
        new Date(clock.now()),
      );
      log.warn({ webhookId }, 'a webhook was disabled: its receiver answered 410 Gone');
      changed(environmentId);
    },
    tokenKey: keys.tokenKeys[0],
    clock,
    random,
    log,
    leases: membership,
    sqlNow,
    concurrency: config.concurrency,
  });
  measureAttempts(deliverer, metrics);
  const tails = createTails({
    store: createDeliveryTail(database),
    channel: createTailChannel(database),
    clock: systemClock,
    log,
  });
  deliverer.recorded.on(({ environmentId, deliveryId }) => tails.changed(environmentId, deliveryId));
  const listener = createListener({
    database,
    clock,
    log,
    onEnvironment: (environmentId) => snapshots.forget(environmentId ?? undefined),
    onQueue: () => deliverer.wake(),
    onTail: (message) => tails.hear(message),
  });
  const envelopes = createEnvelopeStore(database);
  const plainIngest = createIngest({
    store: measuredAccepts(createAcceptStore(database), metrics),
    snapshots,
    envelopes,
    birth: deliverer,
    clock,
    newId,
  });
  const ingest = measuredIngest(plainIngest, metrics);
  const explainer = createExplainer({
    snapshots,
    envelopes,
    decisions: createDecisionStore(database),
    clock,
    newId,
    wake: () => deliverer.wake(),
  });

  let url = '';
  const publicUrl = () => config.publicUrl?.replace(/\/{1,9}$/, '') ?? url;
  const mailer =
    config.smtpUrl === null
      ? null
      : createMailer({
          smtpUrl: config.smtpUrl,
          from: config.mailFrom,
          timeoutMs: limit('mail_seconds_max') * 1000,
        });
  const asking = createGuardedFetch({
    guard: guards.public,
    timeoutMs: providerTimeoutMs,
    responseBytesMax: limit('identity_provider_bytes_max'),
  });
  stops.push(asking.stop);
  const audit = createAuditStore(database);
  const accounts = createAccounts({
    audit,
    database,
    vault,
    mailer,
    fetch: asking.fetch,
    publicUrl,
    callbackPath,
    clock,
    newId,
    log,
  });
  const watcher = createWatcher({
    store: createWatchStore(database, { newId, mailTo: mailer === null ? null : config.alertEmails }),
    postman:
      mailer === null
        ? null
        : createPostman({ store: createAlertMailStore(database), mailer, publicUrl, log, sqlNow }),
    clock,
    sqlNow,
    log,
    leads: () => upkeep.leads,
    directoryOf: async (environmentId) => (await snapshots.get(environmentId)).directory,
    accept: (environmentId, events) => acceptOwn(ingest, environmentId, events),
    changed,
  });
  const keyUse = createKeyUse({ database, clock, log });
  stops.push(keyUse.stop);
  const api = await createApi({
    rootKey: keys.rootKey,
    clock,
    newId,
    log,
    ingest,
    snapshots,
    tenants: createTenantStore(database),
    directory,
    envelopes,
    explainer,
    webhooks,
    sources: createSourceStore(database, vault),
    history,
    resends: createResendStore(database),
    cancels: createCancelStore(database),
    replays: createReplayStore(database, limit('replays_unfinished_max')),
    testSends: createTestSendStore(database),
    usedTokens: createUsedTokenStore(database),
    tokenKeys: keys.tokenKeys,
    tester: createTester({ sender, tokenKey: keys.tokenKeys[0], clock }),
    alerts: createAlertStore(database),
    inboxes,
    inboxRequests,
    inboxDoor,
    alertTrial:
      mailer === null
        ? null
        : createTrial({
            mailer,
            administratorsOf: (id) => administratorsOf(database.kysely, id, null),
            publicUrl,
          }),
    urlProblem: (text, environment) => {
      if (environment === 'PRODUCTION' && isInboxUrl(publicUrl(), text)) return urlReasons.inbox;
      const verdict = guards[environment === 'DEVELOPMENT' ? 'loopback-too' : 'public'].checkUrl(text);
      return verdict.kind === 'accepted' ? null : urlReasons[verdict.reason];
    },
    publicUrl,
    accounts,
    audit,
    keyUse,
    requestsPerSecond: config.requestsPerSecond,
    trustedProxies: config.trustedProxies,
    changed,
    organizationChanged,
    statistics: { ...statistics, ...createStatisticsGroupStore(database) },
    tails,
    server: {
      version: manifest.version,
      mailConfigured: mailer !== null,
      retentionDays: config.retentionDays,
      workers: config.workers,
      embeddedDatabase: config.databaseUrl === null,
    },
    metrics: team === null ? metrics : { ...metrics, render: () => metricsOfAll(team) },
    settled: team === null ? null : spreading.settled,
    consoleFolder,
    isReady: () => isReady(database),
  });

  // Without partitions nothing can be stored, whoever leads.
  await makePartitions();
  for (const service of [membership, listener, deliverer, upkeep]) {
    options.signal?.throwIfAborted();
    stops.push(service.stop);
    await service.start();
  }
  stops.push(watcher.stop);
  await watcher.start();
  stops.push(ingest.idle);
  stops.push(() => closeWithin(api.close(), closeGraceMs));
  url = await api.listen({ port: config.port, host: config.host }).catch(explainTaken);
  const setUpLink = team?.first === false ? null : await accounts.signIn.setUpLink();
  return {
    url,
    rootKeyFile: keys.rootKeyFile,
    setUpLink,
    recorded: deliverer.recorded,
    look: watcher.look,
    forget,
    wake: deliverer.wake,
    report: metrics.report,
  };
}

/** Signpost's own events: taken in like those of a platform, each once. */
async function acceptOwn(ingest: Ingest, environmentId: number, events: readonly NewEvent[]): Promise<void> {
  const incoming = events.map((event) => {
    const fingerprint = createHash('sha256').update(event.content).digest();
    return { event, senderId: null, fingerprint, sourceId: null, received: null, path: null };
  });
  await ingest.accept(environmentId, incoming).catch((error: unknown) => {
    // Told before, in the words of another version of Signpost.
    if (!(error instanceof Refusal && error.code === 'event_conflict')) throw error;
  });
}

function retentionOf(
  { retentionDays: days }: Config,
  database: Database,
  log: Log,
  sqlNow: () => Date | null,
): Task | null {
  if (days === null) return null;
  const store = createRetentionStore(database);
  return createRetention({ store, forgetting: createForgetting(database), log, sqlNow, days });
}

/** A client that does not end its request must not hold up the stop of everything else. */
async function closeWithin(closed: PromiseLike<unknown>, graceMs: number): Promise<void> {
  const grace = Promise.withResolvers<void>();
  const cancel = systemClock.after(graceMs, grace.resolve);
  await Promise.race([closed, grace.promise]);
  cancel();
}

function explainTaken(error: unknown): never {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
  throw new CannotStart(
    `Signpost cannot start: ${error.message.replace(/^(listen|bind) EADDRINUSE:? /, '')}. Stop what listens there, or set SIGNPOST_PORT to another port.`,
    { cause: error },
  );
}

const urlReasons = {
  not_a_url: 'it is not a URL',
  scheme: 'it must begin with http:// or https://',
  credentials: 'it must not contain a user name or password',
  fragment: 'it must not contain a fragment (#…)',
  host: 'it has no valid host',
  port: 'its port is not allowed',
  inbox: 'it is a test inbox, which takes nothing from PRODUCTION',
  forbidden_address: 'its address is not one that this server may send to',
} as const;

async function isReady(database: Database): Promise<boolean> {
  return database.query({ name: 'ready', text: 'SELECT 1', timeoutMs: readyTimeoutMs }, []).then(
    () => true,
    () => false,
  );
}
