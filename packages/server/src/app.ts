// The composition root: makes every part, in the order in which each needs the others, starts what has to be started, and
// stops it again. What a stage consists of is in compose/; nothing else constructs a neighbour.
import type { Api } from './api/server.ts';
import { composeDelivering } from './compose/delivering.ts';
import { layGround } from './compose/ground.ts';
import type { AppOptions } from './compose/options.ts';
import { composePeople } from './compose/people.ts';
import { composeSending } from './compose/sending.ts';
import { composeApi, isReady } from './compose/serving.ts';
import { composeTakingIn } from './compose/taking-in.ts';
import { composeTending } from './compose/tending.ts';
import type { Config } from './config.ts';
import type { Deliverer } from './deliver/deliverer.ts';
import { systemClock } from './lib/clock.ts';
import type { Log } from './observe/log.ts';
import { createMetrics, type MetricsReport } from './observe/metrics.ts';
import { CannotStart, type Stops, stopAll } from './open-store.ts';
import { ensurePartitions, partitionWeeksAhead } from './store/partitions.ts';
import type { Watcher } from './watch/watcher.ts';

export type { AppOptions } from './compose/options.ts';

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

/** How long a stop waits for requests to be answered. */
const closeGraceMs = 5_000;

/** Starts everything; when a part cannot start, stops what was started. */
export async function startApp(config: Config, log: Log, options: AppOptions = {}): Promise<App> {
  const stops: Stops = [];
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= stopAll(stops, log);
    return stopped;
  };
  try {
    const parts = await assemble(config, log, options, stops);
    const app = await start(parts, options.signal);
    options.signal?.throwIfAborted();
    return { ...app, stop };
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

type Parts = Awaited<ReturnType<typeof assemble>>;

async function assemble(config: Config, log: Log, options: AppOptions, stops: Stops) {
  const ground = await layGround(config, log, options, stops);
  const metrics = createMetrics({
    leads: () => tending.upkeep.leads,
    databaseAnswers: () => isReady(ground.database),
    load: () => delivering.deliverer.load,
    queue: () => tending.upkeep.queueDepth,
  });
  const sending = composeSending(ground, options.resolve);
  const delivering = composeDelivering(ground, sending, metrics);
  const takingIn = composeTakingIn(ground, delivering, metrics);
  const people = composePeople(ground, sending);
  const before = { ground, sending, delivering, takingIn, people };
  const tending = composeTending(before);
  const api = await composeApi(before, metrics);
  return { ...before, tending, api, metrics };
}

async function start(parts: Parts, signal: AbortSignal | undefined): Promise<Omit<App, 'stop'>> {
  const { ground, delivering, takingIn, people, tending, api, metrics } = parts;
  const { database, clock, config, keys, team, stops } = ground;
  const { membership, listener, deliverer, changes } = delivering;
  // Without partitions nothing can be stored, whoever leads.
  await ensurePartitions(database, clock.now(), partitionWeeksAhead);
  for (const service of [membership, listener, deliverer, tending.upkeep, tending.watcher]) {
    signal?.throwIfAborted();
    stops.push(service.stop);
    await service.start();
  }
  stops.push(takingIn.ingest.idle, () => closeWithin(api, closeGraceMs));
  const url = await api.listen({ port: config.port, host: config.host }).catch(explainTaken);
  ground.listensAt(url);
  return {
    url,
    rootKeyFile: keys.rootKeyFile,
    setUpLink: team?.first === false ? null : await people.accounts.signIn.setUpLink(),
    recorded: deliverer.recorded,
    look: tending.watcher.look,
    forget: changes.forget,
    wake: deliverer.wake,
    report: metrics.report,
  };
}

/** A client that does not end its request must not hold up the stop of everything else. */
async function closeWithin(api: Api, graceMs: number): Promise<void> {
  const grace = Promise.withResolvers<void>();
  const cancel = systemClock.after(graceMs, grace.resolve);
  await Promise.race([api.close(), grace.promise]);
  cancel();
}

function explainTaken(error: unknown): never {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
  throw new CannotStart(
    `Signpost cannot start: ${error.message.replace(/^(listen|bind) EADDRINUSE:? /, '')}. Stop what listens there, or set SIGNPOST_PORT to another port.`,
    { cause: error },
  );
}
