// Who is calling, and on whose behalf. Checked before the body is read. What belongs to another tenant does not exist:
// a foreign application, environment or object is answered like one that was never there.
import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashSecret, isApplicationId, parseKey, type Scope } from '../domain/api-key.ts';
import { isEnvironmentName } from '../domain/environment.ts';
import { Refusal } from '../domain/errors.ts';
import type { Snapshot, Snapshots } from '../store/snapshots.ts';

/** What a route asks of its caller: the root key, or a scope within the application and environment of its path. */
export type Access = 'root' | Scope;

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    /** The environment of the path, for routes that need a scope. */
    tenant: Snapshot;
    /** The body as text, exactly as received. */
    rawText: string;
  }
}

type Caller =
  | { readonly kind: 'root' }
  | { readonly kind: 'key'; readonly snapshot: Snapshot; readonly scopes: readonly Scope[] };

export interface TenancyOptions {
  readonly rootKey: string;
  readonly snapshots: Snapshots;
}

export function createTenancy({ rootKey, snapshots }: TenancyOptions) {
  const rootHash = hashSecret(rootKey);

  async function identify(request: FastifyRequest): Promise<Caller> {
    const token = bearer(request.headers.authorization);
    if (token === null) throw new Refusal('unauthenticated');
    const hash = hashSecret(token);
    if (timingSafeEqual(hash, rootHash)) return { kind: 'root' };
    const parsed = parseKey(token);
    const snapshot = parsed && (await snapshots.find(parsed.applicationId, parsed.environment));
    const scopes = snapshot?.keys.get(hash.toString('hex'));
    if (!snapshot || !scopes) throw new Refusal('unauthenticated');
    return { kind: 'key', snapshot, scopes };
  }

  async function tenantOf(request: FastifyRequest, caller: Caller): Promise<Snapshot> {
    const { appId = '', env = '' } = request.params as { appId?: string; env?: string };
    if (!isEnvironmentName(env)) throw new Refusal('unknown_environment', { environment: env, path: 'env' });
    const asked = isApplicationId(appId) ? await snapshots.find(appId, env) : null;
    const foreign = caller.kind === 'key' && asked?.environmentId !== caller.snapshot.environmentId;
    if (!asked || foreign) throw new Refusal('not_found', { what: 'application', path: 'appId' });
    return asked;
  }

  /** An onRequest hook; routes without `access` are open. */
  return async function authorize(request: FastifyRequest, _reply: FastifyReply): Promise<void> {
    const { access } = request.routeOptions.config;
    if (access === undefined) return;
    const caller = await identify(request);
    if (access === 'root') {
      if (caller.kind !== 'root') throw new Refusal('root_key_required');
      if ('appId' in (request.params as object)) request.tenant = await tenantOf(request, caller);
      return;
    }
    request.tenant = await tenantOf(request, caller);
    if (caller.kind === 'key' && !caller.scopes.includes(access))
      throw new Refusal('scope_missing', { scope: access });
  };
}

function bearer(header: string | undefined): string | null {
  const match = /^Bearer +(\S+)$/i.exec(header ?? '');
  return match?.[1] ?? null;
}
