// Secrets at rest: AES-256-GCM under the master key. Each sealed value names the key that sealed it, so that keys can be
// rotated, and is bound to the place it belongs to, so that one row's secret can't be moved to another.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

export interface Vault {
  /** @param place what the secret belongs to, for example `webhook:<id>` */
  seal(secret: Buffer, place: string): Buffer;
  /** Throws when the value was sealed under another key, for another place, or was changed. */
  open(sealed: Buffer, place: string): Buffer;
}

const version = 1;
const keyIdBytes = 4;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + keyIdBytes + nonceBytes + tagBytes;

/** @param masterKey 32 bytes */
export function createVault(masterKey: Buffer): Vault {
  if (masterKey.length !== 32) throw new Error('The master key must be 32 bytes.');
  const keyId = createHash('sha256')
    .update('signpost master key')
    .update(masterKey)
    .digest()
    .subarray(0, keyIdBytes);
  return {
    seal(secret, place) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', masterKey, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([Buffer.from([version]), keyId, nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, place) {
      if (sealed.length < headBytes || sealed[0] !== version) throw new Error('This is not a sealed secret.');
      if (!sealed.subarray(1, 1 + keyIdBytes).equals(keyId)) {
        throw new Error(
          'The secret was sealed under another master key: set SIGNPOST_MASTER_KEY to the one of this database.',
        );
      }
      const nonce = sealed.subarray(1 + keyIdBytes, 1 + keyIdBytes + nonceBytes);
      const tag = sealed.subarray(1 + keyIdBytes + nonceBytes, headBytes);
      const decipher = createDecipheriv('aes-256-gcm', masterKey, nonce)
        .setAAD(Buffer.from(place))
        .setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed.subarray(headBytes)), decipher.final()]);
    },
  };
}
