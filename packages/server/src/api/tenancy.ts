// Who is calling, and on whose behalf. Checked before the body is read. What belongs to another tenant does not exist:
// a foreign application, environment or object is answered like one that was never there.
import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashSecret, isApplicationId, parseKey, type Scope } from '../domain/api-key.ts';
import { isEnvironmentName } from '../domain/environment.ts';
import { Refusal } from '../domain/errors.ts';
import type { Snapshot, Snapshots } from '../store/snapshots.ts';
import { isLocalCaller } from './local-caller.ts';

/**
 * What a route asks of its caller: the root key, to be on this machine (or the root key), any live key of whatever
 * environment, or a scope within the application and environment of its path. The root key may do everything.
 */
export type Access = 'root' | 'operator' | 'any-key' | Scope;

/** Who was let in: `root` may act in every environment, a `key` in its own. */
export type Caller = 'root' | 'key' | 'nobody';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    /** The environment of the path, for routes that need a scope. */
    tenant: Snapshot;
    caller: Caller;
    /** The body as text, exactly as received. */
    rawText: string;
  }
}

export interface TenancyOptions {
  readonly rootKey: string;
  readonly snapshots: Snapshots;
}

export function createTenancy({ rootKey, snapshots }: TenancyOptions) {
  const rootHash = hashSecret(rootKey);

  async function environmentOf(request: FastifyRequest): Promise<Snapshot | null> {
    const { appId = '', env = '' } = request.params as { appId?: string; env?: string };
    if (!isEnvironmentName(env)) throw new Refusal('unknown_environment', { environment: env, path: 'env' });
    return isApplicationId(appId) ? snapshots.find(appId, env) : null;
  }

  async function isLiveKey(token: string, hash: string): Promise<boolean> {
    const parsed = parseKey(token);
    const own = parsed && (await snapshots.find(parsed.applicationId, parsed.environment));
    return own?.keys.has(hash) ?? false;
  }

  /** The environment of the path, if the caller may do `access` there. */
  async function tenantOf(
    request: FastifyRequest,
    token: string,
    hash: Buffer,
    access: Scope,
  ): Promise<Snapshot> {
    const asked = await environmentOf(request);
    const name = hash.toString('hex');
    const granted = asked?.keys.get(name);
    // Not a key of this environment: either no key at all, or one to which this environment does not exist.
    if (!granted && !(await isLiveKey(token, name))) throw new Refusal('unauthenticated');
    if (!asked || !granted) throw new Refusal('not_found', { what: 'application', path: 'appId' });
    if (!granted.includes(access)) throw new Refusal('scope_missing', { scope: access });
    return asked;
  }

  async function tenantForRoot(request: FastifyRequest): Promise<Snapshot> {
    const asked = await environmentOf(request);
    if (!asked) throw new Refusal('not_found', { what: 'application', path: 'appId' });
    return asked;
  }

  /** What a caller without the root key may do. */
  async function authorizeKey(request: FastifyRequest, token: string, hash: Buffer, access: Access) {
    if (access !== 'root' && access !== 'operator' && access !== 'any-key') {
      request.tenant = await tenantOf(request, token, hash, access);
      return;
    }
    if (!(await isLiveKey(token, hash.toString('hex')))) throw new Refusal('unauthenticated');
    if (access !== 'any-key') throw new Refusal('root_key_required');
  }

  /** An onRequest hook; routes without `access` are open. */
  return async function authorize(request: FastifyRequest, _reply: FastifyReply): Promise<void> {
    const { access } = request.routeOptions.config;
    if (access === undefined || (access === 'operator' && isLocalCaller(request))) return;
    const token = bearer(request.headers.authorization);
    if (token === null) throw new Refusal('unauthenticated');
    const hash = hashSecret(token);
    if (timingSafeEqual(hash, rootHash)) {
      request.caller = 'root';
      if ('appId' in (request.params as object)) request.tenant = await tenantForRoot(request);
    } else {
      await authorizeKey(request, token, hash, access);
      request.caller = 'key';
    }
  };
}

function bearer(header: string | undefined): string | null {
  const match = /^Bearer +(\S+)$/i.exec(header ?? '');
  return match?.[1] ?? null;
}
