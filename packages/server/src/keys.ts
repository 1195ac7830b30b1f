// The root key and the master keys: from the settings, or made at the first start and kept in the data folder, readable by
// their owner alone. The file of master keys has one a line: the first seals, those after it are only read by.
import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { randomToken } from './lib/ids.ts';

export interface Keys {
  readonly rootKey: string;
  /** Where the root key was put, when it was not given. */
  readonly rootKeyFile: string | null;
  readonly masterKey: Buffer;
  /** What secrets may be sealed under already, or still. */
  readonly otherMasterKeys: readonly Buffer[];
  /** Where the master keys are kept, when they are not given. */
  readonly masterKeyFile: string | null;
  /**
   * The first makes the tokens by which receivers verify a request; all are good. Derived from the master keys, so that every
   * node has the same.
   */
  readonly tokenKeys: readonly [KeyObject, ...KeyObject[]];
}

type KeySettings = Pick<Config, 'rootKey' | 'masterKey' | 'otherMasterKeys' | 'dataDir'>;

/** A file of keys that cannot be used; the message says what to do. */
class KeyFileError extends Error {}

const masterKeyBytes = 32;

export function loadKeys(config: KeySettings): Keys {
  const rootKeyFile = join(config.dataDir, 'root.key');
  const [masterKey, ...others] = masterKeysOf(config);
  return {
    rootKey: config.rootKey ?? keep(rootKeyFile, () => `root_${randomToken(40)}`),
    rootKeyFile: config.rootKey === null ? rootKeyFile : null,
    masterKey,
    otherMasterKeys: others,
    masterKeyFile: config.masterKey === null ? masterKeyFileOf(config) : null,
    tokenKeys: [tokenKeyOf(masterKey), ...others.map(tokenKeyOf)],
  };
}

/** A new master key before the others of the file: whoever starts from now on seals under it. */
export function addMasterKey(config: KeySettings): void {
  const path = masterKeyFileOf(config);
  const present = keep(path, newMasterKey);
  const draft = `${path}.new`;
  writeFileSync(draft, `${newMasterKey()}\n${present}\n`, { mode: 0o600, flush: true });
  renameSync(draft, path);
}

function masterKeysOf(config: KeySettings): [Buffer, ...Buffer[]] {
  const path = masterKeyFileOf(config);
  const [first = '', ...kept] =
    config.masterKey === null ? keep(path, newMasterKey).split(/\s+/) : [config.masterKey];
  const toBytes = (text: string) => {
    const bytes = Buffer.from(text, 'base64');
    if (bytes.length !== masterKeyBytes)
      throw new KeyFileError(`${path} must have keys of 32 bytes in base64, one a line, and one has not.`);
    return bytes;
  };
  return [toBytes(first), ...[...kept, ...config.otherMasterKeys].map(toBytes)];
}

const masterKeyFileOf = ({ dataDir }: KeySettings) => join(dataDir, 'master.key');
const newMasterKey = () => randomBytes(masterKeyBytes).toString('base64');
const tokenKeyOf = (masterKey: Buffer) =>
  createSecretKey(Buffer.from(hkdfSync('sha256', masterKey, '', 'verification tokens', 32)));

function keep(path: string, make: () => string): string {
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, `${make()}\n`, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const text = readFileSync(path, 'utf8').trim();
  if (text === '')
    throw new KeyFileError(
      `${path} is empty. Restore it from a backup; secrets in the database cannot be read without it.`,
    );
  return text;
}
