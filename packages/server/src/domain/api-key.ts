// API keys, as text: `skv2_<environment>_<appIdPart>_<secret>`. The key itself says where it belongs; only its hash is stored.
import { hash } from 'node:crypto';
import { type EnvironmentName, isEnvironmentName } from './environment.ts';

export type Scope =
  | 'events:write'
  | 'events:read'
  | 'webhooks:write'
  | 'webhooks:read'
  | 'sources:write'
  | 'sources:read';

export const scopes: readonly Scope[] = [
  'events:write',
  'events:read',
  'webhooks:write',
  'webhooks:read',
  'sources:write',
  'sources:read',
];

/** A key that was not revoked, as requests know it. */
export interface KnownKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Milliseconds since the epoch; null: it never expires. */
  readonly expiresAt: number | null;
}

export function hasExpired({ expiresAt }: Pick<KnownKey, 'expiresAt'>, now: number): boolean {
  return expiresAt !== null && expiresAt <= now;
}

export interface ParsedKey {
  readonly environment: EnvironmentName;
  readonly applicationId: string;
}

/** An application id is `appId_` and one of these: no underscore, so that a key can carry it. */
const applicationId = /^appId_[A-Za-z0-9-]{1,64}$/;

export function isApplicationId(text: string): boolean {
  return applicationId.test(text);
}

export function formatKey(environment: EnvironmentName, applicationId: string, secret: string): string {
  return `skv2_${environment.toLowerCase()}_${applicationId.slice('appId_'.length)}_${secret}`;
}

/** null when the text is no key; says nothing about whether such a key exists. */
export function parseKey(text: string): ParsedKey | null {
  const parts = text.split('_');
  const [prefix, environment, appIdPart, secret] = parts;
  if (parts.length !== 4 || prefix !== 'skv2' || !environment || !appIdPart || !secret) return null;
  const name = environment.toUpperCase();
  return isEnvironmentName(name) ? { environment: name, applicationId: `appId_${appIdPart}` } : null;
}

/** Keys and tokens have 190 bits and more, so one round of SHA-256 is enough to keep them. */
export function hashSecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}
