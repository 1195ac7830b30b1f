// Who calls Ignisign's API: by a key as bearer, or by a token that a key was exchanged for. A token is as good as its key:
// a revoked key's tokens are refused too.
import type { KeyObject } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type JWTPayload, errors as joseErrors, jwtVerify, SignJWT } from 'jose';
import { formatKey, hashSecret, isApplicationId, type KnownKey, parseKey } from '../../domain/api-key.ts';
import { isEnvironmentName } from '../../domain/environment.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Snapshot, Snapshots } from '../../store/snapshots.ts';
import type { KeyAdmission } from '../key-admission.ts';
import { IgnisignError } from './ignisign-errors.ts';

export interface IgnisignCaller {
  readonly tenant: Snapshot;
  readonly key: KnownKey;
}

export interface IgnisignAuth {
  /**
   * Who is calling; known as the request's caller from then on.
   * @throws IgnisignError when nobody who may call is calling
   */
  identify(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Of a request that was identified. */
  caller(request: FastifyRequest): IgnisignCaller;
  /** A token for a key, given whole or as its last part. @throws IgnisignError `BAD_CREDENTIALS` */
  exchange(appId: string, appEnv: string, secret: string): Promise<string>;
}

export interface IgnisignAuthOptions {
  readonly snapshots: Snapshots;
  readonly clock: Clock;
  /** The first signs the tokens; all are good. */
  readonly tokenKeys: readonly [KeyObject, ...KeyObject[]];
  readonly admission: KeyAdmission;
}

const tokenSeconds = 3600;
const audience = 'ignisign-compatible API';

export function createIgnisignAuth(options: IgnisignAuthOptions): IgnisignAuth {
  const { snapshots, clock, tokenKeys, admission } = options;
  const callers = new WeakMap<FastifyRequest, IgnisignCaller>();

  async function byHash(appId: string, environment: string, hash: string): Promise<IgnisignCaller | null> {
    if (!isApplicationId(appId) || !isEnvironmentName(environment)) return null;
    const tenant = await snapshots.find(appId, environment);
    const key = tenant?.keys.get(hash);
    return tenant && key && admission.isLive(key) ? { tenant, key } : null;
  }

  async function byKey(text: string): Promise<IgnisignCaller | null> {
    const parsed = parseKey(text);
    if (!parsed) return null;
    return byHash(parsed.applicationId, parsed.environment, hashSecret(text).toString('hex'));
  }

  /** By whichever of the keys it was signed with. */
  async function verified(text: string): Promise<JWTPayload> {
    const options = { audience, algorithms: ['HS256'], currentDate: new Date(clock.now()) };
    let refused: unknown;
    for (const key of tokenKeys) {
      try {
        return (await jwtVerify(text, key, options)).payload;
      } catch (error) {
        if (!(error instanceof joseErrors.JWSSignatureVerificationFailed)) throw error;
        refused = error;
      }
    }
    throw refused;
  }

  async function byToken(text: string): Promise<IgnisignCaller | null> {
    const payload = await verified(text);
    return byHash(String(payload['appId']), String(payload['appEnv']), String(payload['keyHash']));
  }

  return {
    async identify(request, reply) {
      const text = bearer(request.headers.authorization);
      const isKey = text.startsWith('skv2_');
      const found = isKey ? await byKey(text) : await byToken(text).catch(refuseToken);
      if (!found) throw new IgnisignError('INVALID_AUTH_JWT_TOKEN', 'The key or token is not known here.');
      admission.admit(found.key, reply);
      request.caller = { kind: 'key', key: found.key };
      callers.set(request, found);
    },
    caller(request) {
      const found = callers.get(request);
      if (!found) throw new Error('A request was not identified.');
      return found;
    },
    async exchange(appId, appEnv, secret) {
      const environment = appEnv.toUpperCase();
      const key =
        isApplicationId(appId) && isEnvironmentName(environment) && !secret.startsWith('skv2_')
          ? formatKey(environment, appId, secret)
          : secret;
      const found = await byKey(key);
      if (found?.tenant.applicationId !== appId || found.tenant.environment !== environment) {
        throw new IgnisignError(
          'BAD_CREDENTIALS',
          'The secret is no key of this application and environment.',
        );
      }
      const issuedAt = Math.floor(clock.now() / 1000);
      const keyHash = hashSecret(key).toString('hex');
      return new SignJWT({ appId, appEnv: environment, keyHash })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setAudience(audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + tokenSeconds)
        .sign(tokenKeys[0]);
    },
  };
}

function bearer(header: string | undefined): string {
  if (header === undefined)
    throw new IgnisignError('AUTH_HEADER_NOT_FOUND', 'There is no Authorization header.');
  const text = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (text === undefined) {
    throw new IgnisignError('AUTH_HEADER_NOT_BEARER', 'The Authorization header is not "Bearer <key>".');
  }
  return text;
}

function refuseToken(error: unknown): never {
  if (error instanceof joseErrors.JWTExpired) {
    throw new IgnisignError('OUTDATED_AUTH_JWT_TOKEN', 'The token has expired: get a new one.');
  }
  if (error instanceof joseErrors.JOSEError) {
    throw new IgnisignError('INVALID_AUTH_JWT_TOKEN', 'The token is not one of this server.');
  }
  throw error;
}
