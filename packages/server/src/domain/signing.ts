// The secrets that sign a webhook's requests, and the keys made of them. Secrets of ours are 32 random bytes at rest: the
// secret of an HMAC, or the seed of an Ed25519 key pair. A secret that its owner gave is kept as the text that it is.
// Source: the Standard Webhooks specification 1.0, RFC 8410.
import { createPrivateKey, createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import { limit } from './limits.ts';

/** `hmac`: a secret that both sides know (`v1`). `ed25519`: receivers hold a public key, which cannot sign (`v1a`). */
export type SigningScheme = 'hmac' | 'ed25519';
export const signingSchemes: readonly SigningScheme[] = ['hmac', 'ed25519'];

/** `bytes`: made here, and written `whsec_…` where it is shown. `text`: given, for example the HMAC key of a vendor. */
export type SecretForm = 'bytes' | 'text';

export interface SigningSecret {
  readonly scheme: SigningScheme;
  readonly form: SecretForm;
  /** The random bytes, or the text in UTF-8. */
  readonly secret: Buffer;
}

/** The keys that one secret makes. */
export interface SecretKeys {
  /** Of Standard Webhooks: a secret key signs by HMAC, a private one by Ed25519. */
  readonly key: KeyObject;
  /** Of vendors who sign with the secret's text as it is written, `whsec_` and all; null for a key pair, which has none. */
  readonly textKey: KeyObject | null;
}

/** Of every secret that is made here. */
export const secretBytes = 32;

/** What stands before the seed in the DER form of an Ed25519 private key. */
const seedPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

export function signingKeys({ scheme, form, secret }: SigningSecret): SecretKeys {
  if (scheme === 'ed25519') return { key: privateKey(secret), textKey: null };
  const text = form === 'text' ? secret.toString() : formatSecret(secret);
  return {
    key: createSecretKey(decodeSecret(text) ?? Buffer.from(text)),
    textKey: createSecretKey(Buffer.from(text)),
  };
}

function privateKey(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([seedPrefix, seed]), format: 'der', type: 'pkcs8' });
}

const prefix = 'whsec_';
const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** The bytes of `whsec_…`, padded or not; null for any other text. */
function decodeSecret(text: string): Buffer | null {
  if (!text.startsWith(prefix)) return null;
  const encoded = text.slice(prefix.length);
  const bytes = Buffer.from(encoded, 'base64');
  const isWhole = unpadded(bytes.toString('base64')) === unpadded(encoded);
  return base64.test(encoded) && isWhole ? bytes : null;
}

const charactersMin = 8;
/** As the specification has it. */
const [bytesMin, bytesMax] = [24, 64];
const printable = /^[\x20-\x7e]*$/;

/** Why a text cannot be the secret of a webhook, to be read after the place where it stands; null when it can. */
export function secretProblem(text: string, scheme: SigningScheme): string | null {
  const charactersMax = limit('secret_characters_max');
  if (scheme !== 'hmac') return 'goes with the scheme "hmac": key pairs are made here, and cannot be given';
  if (text.length < charactersMin || text.length > charactersMax)
    return `must have ${charactersMin} to ${charactersMax} characters`;
  if (!printable.test(text)) return 'must be printable ASCII';
  if (text.trim() !== text) return 'must not begin or end with a space';
  if (/^wh[sp]k_/.test(text)) return 'is a key of Ed25519, which cannot be given';
  if (!text.startsWith(prefix)) return null;
  const length = decodeSecret(text)?.length ?? 0;
  return length >= bytesMin && length <= bytesMax
    ? null
    : `must be ${prefix} and the base64 of ${bytesMin} to ${bytesMax} bytes`;
}

/** The form in which receivers are given a secret: `whsec_…`. An Ed25519 seed is never given. */
export function formatSecret(secret: Buffer): string {
  return prefix + secret.toString('base64');
}

/** `whpk_…`, for receivers to verify with; null where the secret itself verifies. */
export function formatPublicKey(scheme: SigningScheme, secret: Buffer): string | null {
  if (scheme === 'hmac') return null;
  const { x = '' } = createPublicKey(privateKey(secret)).export({ format: 'jwk' });
  return `whpk_${Buffer.from(x, 'base64url').toString('base64')}`;
}

const unpadded = (text: string) => text.replace(/={1,2}$/, '');
