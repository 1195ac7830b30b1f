// Secrets at rest: AES-256-GCM under the master key. Each sealed value names the key that sealed it, so that keys can be
// rotated, and is bound to the place it belongs to, so that one row's secret can't be moved to another.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

export interface Vault {
  /** Of the keys that it opens with, the one that it seals with first. */
  readonly keyIds: readonly [string, ...string[]];
  /** @param place what the secret belongs to, for example `webhook:<id>` */
  seal(secret: Buffer, place: string): Buffer;
  /** Throws when the value was sealed under a key that is not known, for another place, or was changed. */
  open(sealed: Buffer, place: string): Buffer;
}

const version = 1;
const keyIdBytes = 4;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + keyIdBytes + nonceBytes + tagBytes;

/** SQL: the id of the key that sealed what stands in a column, as `keyIds` has it. */
export const keyIdIn = (column: string) => `encode(substring(${column} FROM 2 FOR ${keyIdBytes}), 'hex')`;

/**
 * @param masterKey 32 bytes; seals
 * @param others keys that values may be sealed under already, or still
 */
export function createVault(masterKey: Buffer, others: readonly Buffer[] = []): Vault {
  const sealing = idOf(masterKey);
  const keys = new Map([masterKey, ...others].map((key) => [idOf(key), key]));
  return {
    keyIds: [sealing, ...[...keys.keys()].filter((id) => id !== sealing)],
    seal(secret, place) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', masterKey, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(secret), cipher.final()]);
      const head = [Buffer.from([version]), Buffer.from(sealing, 'hex'), nonce, cipher.getAuthTag()];
      return Buffer.concat([...head, body]);
    },
    open(sealed, place) {
      if (sealed.length < headBytes || sealed[0] !== version) throw new Error('This is not a sealed secret.');
      const keyId = sealed.subarray(1, 1 + keyIdBytes).toString('hex');
      const key = keys.get(keyId);
      if (!key) {
        throw new Error(
          `The secret was sealed under another master key (${keyId}): give it in SIGNPOST_MASTER_KEY or SIGNPOST_OTHER_MASTER_KEYS.`,
        );
      }
      const nonce = sealed.subarray(1 + keyIdBytes, 1 + keyIdBytes + nonceBytes);
      const tag = sealed.subarray(1 + keyIdBytes + nonceBytes, headBytes);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place)).setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed.subarray(headBytes)), decipher.final()]);
    },
  };
}

/** Names a key without telling anything of it. */
function idOf(masterKey: Buffer): string {
  if (masterKey.length !== 32) throw new Error('The master key must be 32 bytes.');
  return createHash('sha256')
    .update('signpost master key')
    .update(masterKey)
    .digest()
    .subarray(0, keyIdBytes)
    .toString('hex');
}
