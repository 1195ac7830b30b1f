// `npm run rotate-master-key`: seals everything anew under the present master key, while servers run, and says when the keys
// before it can be dropped. With `--new-key` it first makes a new key in the data folder. Cut off at any point it does no harm:
// the next run does the rest.
import { parseArgs } from 'node:util';
import { ConfigError, loadConfig, secretsOf } from '../config.ts';
import { addMasterKey, loadKeys } from '../keys.ts';
import { livingMs } from '../master-keys.ts';
import { createLog } from '../observe/log.ts';
import { CannotStart, openStore, type Stops, stopAll } from '../open-store.ts';
import { findEmbedded } from '../store/embedded/server.ts';
import { createResealing, type ResealedColumn, type Resealing } from '../store/resealing.ts';
import { createVault } from '../store/vault.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Answers whether everything that is sealed is sealed under the present key now. */
async function main(): Promise<boolean> {
  const config = loadConfig();
  if (readArguments()) {
    if (config.masterKey !== null)
      throw new ConfigError(
        'The master key is given in SIGNPOST_MASTER_KEY: make a new one with `openssl rand -base64 32`, and see docs/master-key.md.',
      );
    addMasterKey(config);
    say(
      `A new master key is in ${loadKeys(config).masterKeyFile}. Restart Signpost, then run this again without --new-key.`,
    );
    return true;
  }
  const keys = loadKeys(config);
  const log = createLog('warn', { secrets: secretsOf(config) });
  const vault = createVault(keys.masterKey, keys.otherMasterKeys);
  const stops: Stops = [];
  try {
    // The database of a running server, or one that is started for this.
    const embedded = config.databaseUrl === null ? await findEmbedded(config.dataDir) : null;
    const opening = { connectionsMax: 2, embedded, signal: undefined };
    const { database } = await openStore(config, log, opening, stops);
    return await rotate(createResealing(database, vault), vault.keyIds[0], keys.masterKeyFile);
  } finally {
    await stopAll(stops, log);
  }
}

function readArguments(): boolean {
  try {
    return parseArgs({ options: { 'new-key': { type: 'boolean' } } }).values['new-key'] ?? false;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`${reason}. It knows one argument, --new-key.`);
  }
}

async function rotate(resealing: Resealing, present: string, file: string | null): Promise<boolean> {
  const ignorant = (await resealing.nodeKeys(livingMs)).filter(
    ({ keyIds }) => keyIds === null || !keyIds.includes(present),
  );
  if (ignorant.length > 0) {
    throw new CannotStart(
      `Nothing was changed: servers at work (${ignorant.length}) do not know the master key ${present} and could not read what is sealed under it. Restart them with it, then run this again.`,
    );
  }
  say(`The master key is ${present}.`);
  const columns = await resealing.run((name, resealed) => say(`${name}: ${resealed}`));
  for (const column of columns) report(column);
  return conclude(resealing, present, file);
}

function report({ name, resealed, unreadable }: ResealedColumn): void {
  say(
    `${name}: ${resealed} sealed anew${unreadable.length > 0 ? `, ${unreadable.length} cannot be opened` : ''}`,
  );
  for (const id of unreadable) say(`  cannot be opened, and stays as it is: ${id}`);
}

async function conclude(resealing: Resealing, present: string, file: string | null): Promise<boolean> {
  const others = (await resealing.keysInUse()).filter(({ keyId }) => keyId !== present);
  if (others.length > 0) {
    const which = others.map(({ keyId, values }) => `${keyId}: ${values}`).join(', ');
    say(`Values remain under other master keys (${which}). Keep these keys, and run this again.`);
    return false;
  }
  const behind = (await resealing.nodeKeys(livingMs)).filter(({ keyIds }) => keyIds?.[0] !== present);
  if (behind.length > 0) {
    say(
      `Everything is sealed under ${present}, but servers at work (${behind.length}) still seal under another key: restart them with ${present} as SIGNPOST_MASTER_KEY, then run this again. Keep the other keys until then.`,
    );
    return false;
  }
  const where = file === null ? 'from SIGNPOST_OTHER_MASTER_KEYS' : `from ${file}: all lines but the first`;
  say(`Everything is sealed under ${present}. The other keys can be dropped ${where}.`);
  say(
    'Tokens that were given out under them are good for up to a day; keep the keys for so long. Backups from before need them.',
  );
  return true;
}

main().then(
  (complete) => {
    process.exitCode = complete ? 0 : 1;
  },
  (error: unknown) => {
    const known = error instanceof Error && error.constructor !== Error;
    process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
