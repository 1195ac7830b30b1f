// Verification tokens: one goes out with each attempt, and whoever received it may ask once whether it is genuine.
// A token carries its own proof, so nothing is written before the send; that it was used up is stored elsewhere, by `id`.
import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { type EnvironmentName, isEnvironmentName } from './environment.ts';

export interface TokenClaims {
  readonly deliveryId: string;
  /** Number of the attempt that it went out with. */
  readonly attempt: number;
  readonly applicationId: string;
  readonly environment: EnvironmentName;
  /** Milliseconds since the epoch; not valid from then on. */
  readonly expiresAt: number;
}

export type TokenVerdict =
  | { readonly kind: 'genuine'; readonly id: string; readonly claims: TokenClaims }
  | { readonly kind: 'expired'; readonly id: string; readonly claims: TokenClaims }
  /** Genuine, but made for another application or environment. */
  | { readonly kind: 'bad_target'; readonly id: string }
  /** Not made here, or changed. */
  | { readonly kind: 'unknown' };

/** Part of what is signed, so that the key's other uses can never be taken for a token. */
const purpose = 'signpost verification token 1:';
/** Receivers of the vendor whose tokens these are refuse longer ones. */
export const tokenCharactersMax = 512;

export function issueToken(claims: TokenClaims, key: KeyObject): string {
  const { deliveryId, attempt, applicationId, environment, expiresAt } = claims;
  const payload = Buffer.from(
    JSON.stringify([deliveryId, attempt, applicationId, environment, expiresAt]),
  ).toString('base64url');
  return `${payload}.${proof(payload, key).toString('base64url')}`;
}

/** The same for every use of one token: what its consumption is stored under. */
export function tokenId({ deliveryId, attempt }: Pick<TokenClaims, 'deliveryId' | 'attempt'>): string {
  return `${deliveryId}/${attempt}`;
}

/**
 * @param target for whom the token is said to be
 * @param keys that it may have been made with
 */
export function verifyToken(
  token: string,
  target: Pick<TokenClaims, 'applicationId' | 'environment'>,
  keys: readonly KeyObject[],
  now: number,
): TokenVerdict {
  const claims = token.length > tokenCharactersMax ? null : readToken(token, keys);
  if (claims === null) return { kind: 'unknown' };
  const id = tokenId(claims);
  const isTarget = claims.applicationId === target.applicationId && claims.environment === target.environment;
  if (!isTarget) return { kind: 'bad_target', id };
  return { kind: claims.expiresAt > now ? 'genuine' : 'expired', id, claims };
}

function readToken(token: string, keys: readonly KeyObject[]): TokenClaims | null {
  const [payload = '', signature = '', ...rest] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  // The text is compared too: base64 has more than one way to write the same bytes.
  const isGenuine = keys
    .map((key) => proof(payload, key))
    .some((own) => given.length === own.length && timingSafeEqual(given, own));
  if (rest.length > 0 || !isGenuine || given.toString('base64url') !== signature) return null;
  const [deliveryId, attempt, applicationId, environment, expiresAt] = JSON.parse(
    Buffer.from(payload, 'base64url').toString(),
  ) as [string, number, string, string, number];
  return isEnvironmentName(environment)
    ? { deliveryId, attempt, applicationId, environment, expiresAt }
    : null;
}

function proof(payload: string, key: KeyObject): Buffer {
  return createHmac('sha256', key).update(purpose).update(payload).digest();
}
