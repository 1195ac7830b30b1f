// The root key and the master key: from the settings, or made at the first start and kept in the data folder, readable by
// their owner alone.
import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { randomToken } from './lib/ids.ts';

export interface Keys {
  readonly rootKey: string;
  /** Where the root key was put, when it was not given. */
  readonly rootKeyFile: string | null;
  readonly masterKey: Buffer;
  /** Makes the tokens by which receivers verify a request. Derived, so that every node has the same. */
  readonly tokenKey: KeyObject;
}

export function loadKeys(config: Pick<Config, 'rootKey' | 'masterKey' | 'dataDir'>): Keys {
  const rootKeyFile = join(config.dataDir, 'root.key');
  const masterKey =
    config.masterKey ?? keep(config.dataDir, 'master.key', () => randomBytes(32).toString('base64'));
  const masterBytes = Buffer.from(masterKey, 'base64');
  return {
    rootKey: config.rootKey ?? keep(config.dataDir, 'root.key', () => `root_${randomToken(40)}`),
    rootKeyFile: config.rootKey === null ? rootKeyFile : null,
    masterKey: masterBytes,
    tokenKey: createSecretKey(Buffer.from(hkdfSync('sha256', masterBytes, '', 'verification tokens', 32))),
  };
}

function keep(folder: string, name: string, make: () => string): string {
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, `${make()}\n`, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const text = readFileSync(path, 'utf8').trim();
  if (text === '')
    throw new Error(
      `${path} is empty. Restore it from a backup; secrets in the database cannot be read without it.`,
    );
  return text;
}
