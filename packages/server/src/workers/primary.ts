// The process that stands before several workers: it holds the port and hands connections to them in turn, runs the embedded
// database, frees at once what a dead worker had leased, and puts another in its place. It accepts and delivers nothing itself.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

import type { Config } from '../config.ts';
import { loadKeys } from '../keys.ts';
import { systemClock } from '../lib/clock.ts';
import { checkMasterKeys } from '../master-keys.ts';
import type { Log } from '../observe/log.ts';
import { CannotStart, openStore, type Stops, stopAll, unlessAborted } from '../open-store.ts';
import type { Database } from '../store/database.ts';
import { createLeadershipStore } from '../store/leadership.ts';
import { createNodeStore, type NodeStore } from '../store/nodes.ts';
import { ensurePartitions, partitionWeeksAhead } from '../store/partitions.ts';
import { createVault } from '../store/vault.ts';
import { createFleet, type Departure, type Fleet } from './fleet.ts';

export interface Primary {
  readonly url: string;
  readonly rootKeyFile: string | null;
  readonly setUpLink: string | null;
  stop(): Promise<void>;
}

const connectionsMax = 2;

/** Starts everything; when a part cannot start, stops what was started. */
export async function startPrimary(config: Config, log: Log, signal: AbortSignal): Promise<Primary> {
  const stops: Stops = [];
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= stopAll(stops, log);
    return stopped;
  };
  try {
    const primary = await assemble(config, log, signal, stops);
    signal.throwIfAborted();
    return { ...primary, stop };
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

async function assemble(
  config: Config,
  log: Log,
  signal: AbortSignal,
  stops: Stops,
): Promise<Omit<Primary, 'stop'>> {
  // Made before the workers look for them.
  const { rootKeyFile, masterKey, otherMasterKeys } = loadKeys(config);
  const opening = { connectionsMax, embedded: null, signal };
  const { database, embedded } = await openStore(config, log, opening, stops);
  await checkMasterKeys(database, createVault(masterKey, otherMasterKeys), embedded !== null);
  await ensurePartitions(database, systemClock.now(), partitionWeeksAhead);
  const nodes = createNodeStore(database);
  if (embedded !== null) await freeOld(database, nodes);
  signal.throwIfAborted();
  const port = config.port || (await freePort(config.host));
  const fleet: Fleet = createFleet({
    size: config.workers,
    port,
    embedded,
    onDeparture: (departure) => void follow(departure, { fleet, nodes, log }),
  });
  stops.push(fleet.stop);
  const ready = await unlessAborted(fleet.start(), signal).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new CannotStart(
      `Signpost cannot start: ${error instanceof Error ? error.message : String(error)}.`,
    );
  });
  return { ...ready, rootKeyFile };
}

/** No other server can be using the embedded database: whatever is leased, and the lead, was left by processes that died. */
async function freeOld(database: Database, nodes: NodeStore): Promise<void> {
  await nodes.rescueAll();
  const leadership = createLeadershipStore(database);
  const holder = randomUUID();
  await leadership.seize(holder, 0);
  await leadership.release(holder);
}

/** Its leases need not wait until its silence is noticed: that a process is dead is certain here. */
async function follow(
  { pid, how, nodeId, followedInMs }: Departure,
  { fleet, nodes, log }: { fleet: Fleet; nodes: NodeStore; log: Log },
): Promise<void> {
  log.warn({ pid, how, nodeId, followedInMs }, 'a worker ended; another takes its place');
  if (nodeId === null) return;
  try {
    await nodes.unregister(nodeId);
    fleet.wake();
  } catch (error) {
    log.warn({ error: String(error) }, 'its leases were not freed; they are taken over when they run out');
  }
}

/** All workers listen at one port, and so do those that follow them: it is chosen once. */
async function freePort(host: string): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
