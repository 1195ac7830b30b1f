// What all parts stand on: the settings, the time, the keys, the open database, and the snapshots of its environments.
import type { Config } from '../config.ts';
import { type Keys, loadKeys } from '../keys.ts';
import { type Clock, systemClock } from '../lib/clock.ts';
import { createIdGenerator, type NewId } from '../lib/ids.ts';
import { checkMasterKeys } from '../master-keys.ts';
import type { Log } from '../observe/log.ts';
import { openStore, type Stops } from '../open-store.ts';
import type { Database } from '../store/database.ts';
import { createDirectoryStore, type DirectoryStore } from '../store/directory.ts';
import { createHistoryStore, type HistoryStore } from '../store/history.ts';
import { createNodeStore } from '../store/nodes.ts';
import { createSnapshots, type Snapshots } from '../store/snapshots.ts';
import { createVault, type Vault } from '../store/vault.ts';
import { createWebhookStore, type WebhookStore } from '../store/webhooks.ts';
import { announcing, type Team } from '../workers/team.ts';
import type { AppOptions } from './options.ts';

export interface Ground {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly sqlNow: () => Date | null;
  readonly random: () => number;
  readonly newId: NewId;
  readonly silenceMs: number;
  /** True when no other process can be using this store. */
  readonly alone: boolean;
  readonly team: Team | null;
  readonly keys: Keys;
  readonly vault: Vault;
  readonly database: Database;
  readonly nodes: ReturnType<typeof createNodeStore>;
  readonly directory: DirectoryStore;
  readonly snapshots: Snapshots;
  readonly webhooks: WebhookStore;
  readonly history: HistoryStore;
  /** Without a slash at its end; the address at which it listens, unless the settings name another. */
  readonly publicUrl: () => string;
  /** Tells the address, once it is known. */
  listensAt(url: string): void;
  /** What is stopped in the end, last first. */
  readonly stops: Stops;
}

const connectionsMax = 12;
const silenceMsUsual = 15_000;

export async function layGround(
  config: Config,
  log: Log,
  options: AppOptions,
  stops: Stops,
): Promise<Ground> {
  const { clock = systemClock, sqlNow = () => null, random = Math.random } = options;
  const { silenceMs = silenceMsUsual, team = null } = options;
  const keys = loadKeys(config);
  const opening = { connectionsMax, embedded: team?.embedded ?? null, signal: options.signal };
  const { database } = await openStore(config, log, opening, stops);
  const alone = config.databaseUrl === null && team === null;
  const vault = createVault(keys.masterKey, keys.otherMasterKeys);
  // Of several workers the primary has asked.
  if (team === null) await checkMasterKeys(database, vault, alone);
  const directory = createDirectoryStore(database);
  const given = { config, log, clock, sqlNow, random, silenceMs, team, keys, alone, vault, database, stops };
  return {
    ...given,
    ...addressOf(config),
    newId: createIdGenerator(),
    nodes: announcing(createNodeStore(database, vault.keyIds), team),
    directory,
    snapshots: createSnapshots(database, vault, directory),
    webhooks: createWebhookStore(database, vault),
    history: createHistoryStore(database),
  };
}

function addressOf(config: Config): Pick<Ground, 'publicUrl' | 'listensAt'> {
  let listening = '';
  return {
    publicUrl: () => config.publicUrl?.replace(/\/{1,9}$/, '') ?? listening,
    listensAt: (url) => {
      listening = url;
    },
  };
}
