// The secrets that sign a webhook's requests, and the keys made of them. Both schemes are 32 random bytes at rest: the
// secret of an HMAC, or the seed of an Ed25519 key pair. Source: the Standard Webhooks specification 1.0, RFC 8410.
import { createPrivateKey, createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';

/** `hmac`: a secret that both sides know (`v1`). `ed25519`: receivers hold a public key, which cannot sign (`v1a`). */
export type SigningScheme = 'hmac' | 'ed25519';
export const signingSchemes: readonly SigningScheme[] = ['hmac', 'ed25519'];

/** Of every secret; the specification allows 24 to 64 for HMAC. */
export const secretBytes = 32;

/** What stands before the seed in the DER form of an Ed25519 private key. */
const seedPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

export function signingKey(scheme: SigningScheme, secret: Buffer): KeyObject {
  switch (scheme) {
    case 'hmac':
      return createSecretKey(secret);
    case 'ed25519':
      return createPrivateKey({ key: Buffer.concat([seedPrefix, secret]), format: 'der', type: 'pkcs8' });
  }
}

/** The form in which receivers are given a secret: `whsec_…`. An Ed25519 seed is never given. */
export function formatSecret(secret: Buffer): string {
  return `whsec_${secret.toString('base64')}`;
}

/** `whpk_…`, for receivers to verify with; null where the secret itself verifies. */
export function formatPublicKey(scheme: SigningScheme, secret: Buffer): string | null {
  if (scheme === 'hmac') return null;
  const { x = '' } = createPublicKey(signingKey(scheme, secret)).export({ format: 'jwk' });
  return `whpk_${Buffer.from(x, 'base64url').toString('base64')}`;
}
