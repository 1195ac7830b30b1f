// Who is calling, and on whose behalf. Checked before the body is read. What belongs to another tenant does not exist:
// a foreign application, environment or object is answered like one that was never there.
import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SessionKeeper } from '../accounts/session-keeper.ts';
import {
  type Access,
  isScope,
  isServerWide,
  leastRole,
  mayDo,
  membershipIn,
  type OrganizationAccess,
  type OwnMembership,
} from '../domain/access.ts';
import { hashSecret, isApplicationId, type KnownKey, parseKey, type Scope } from '../domain/api-key.ts';
import { isEnvironmentName } from '../domain/environment.ts';
import { Refusal } from '../domain/errors.ts';
import { assertIncluded, type Feature } from '../domain/plan.ts';
import type { Session } from '../store/sessions.ts';
import type { Snapshot, Snapshots } from '../store/snapshots.ts';
import type { KeyAdmission } from './key-admission.ts';
import { isLocalCaller } from './local-caller.ts';
import { assertFromConsole, type Caller, type Cookies } from './session.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** What the organization's plan must include. */
    feature?: Feature;
  }
  interface FastifyRequest {
    /** Of every route that has an access. */
    caller: Caller;
    /** The environment of the path, for routes that need a scope. */
    tenant: Snapshot;
    /** The body as text, exactly as received. */
    rawText: string;
  }
}

export interface TenancyOptions {
  readonly rootKey: string;
  readonly snapshots: Snapshots;
  readonly keeper: Pick<SessionKeeper, 'find' | 'look'>;
  readonly cookies: Cookies;
  readonly publicUrl: () => string;
  readonly admission: KeyAdmission;
}

const rootCaller: Caller = { kind: 'root' };

/** A live key, and the environment that it belongs to. */
interface Home {
  readonly snapshot: Snapshot;
  readonly key: KnownKey;
}

export function createTenancy(options: TenancyOptions) {
  const { rootKey, snapshots, keeper, cookies, publicUrl, admission } = options;
  const rootHash = hashSecret(rootKey);

  async function environmentOf(request: FastifyRequest): Promise<Snapshot | null> {
    const { appId = '', env = '' } = request.params as { appId?: string; env?: string };
    if (!isEnvironmentName(env)) throw new Refusal('unknown_environment', { environment: env, path: 'env' });
    return isApplicationId(appId) ? snapshots.find(appId, env) : null;
  }

  const liveKey = (snapshot: Snapshot | null, hash: string): KnownKey | null => {
    const key = snapshot?.keys.get(hash);
    return key !== undefined && admission.isLive(key) ? key : null;
  };

  /** Where a key belongs; null when it is no live key. */
  async function homeOf(token: string, hash: string): Promise<Home | null> {
    const parsed = parseKey(token);
    const snapshot = parsed && (await snapshots.find(parsed.applicationId, parsed.environment));
    const key = liveKey(snapshot, hash);
    return snapshot && key && { snapshot, key };
  }

  /** The environment of the path, if the caller may do `access` there, and the caller's key. */
  async function tenantOf(
    request: FastifyRequest,
    token: string,
    hash: Buffer,
    access: Scope,
  ): Promise<Home> {
    const snapshot = await environmentOf(request);
    const name = hash.toString('hex');
    const key = liveKey(snapshot, name);
    // Not a key of this environment: either no key at all, or one to which this environment does not exist.
    if (!key && !(await homeOf(token, name))) throw new Refusal('unauthenticated');
    if (!snapshot || !key) throw noApplication();
    if (!key.scopes.includes(access)) throw new Refusal('scope_missing', { scope: access });
    return { snapshot, key };
  }

  async function tenantOfPath(request: FastifyRequest): Promise<Snapshot> {
    const asked = await environmentOf(request);
    if (!asked) throw noApplication();
    return asked;
  }

  /** Keys of applications reach no further than their environment; what is not their organization's does not exist. */
  async function refuseKey(request: FastifyRequest, token: string, hash: Buffer): Promise<never> {
    const home = await homeOf(token, hash.toString('hex'));
    if (!home) throw new Refusal('unauthenticated');
    const { orgId, appId } = paramsOf(request);
    const { organizationId, environmentId } = home.snapshot;
    if (orgId !== undefined && orgId !== organizationId) throw noOrganization();
    if (appId !== undefined && (await tenantOfPath(request)).environmentId !== environmentId)
      throw noApplication();
    throw new Refusal('root_key_required');
  }

  async function authorizeRoot(request: FastifyRequest, access: Access): Promise<void> {
    if (access === 'person') throw new Refusal('session_required');
    request.caller = rootCaller;
    if (access !== 'application' && paramsOf(request).appId !== undefined)
      request.tenant = await tenantOfPath(request);
  }

  async function authorizeKey(
    request: FastifyRequest,
    reply: FastifyReply,
    token: string,
    access: Access,
  ): Promise<void> {
    const hash = hashSecret(token);
    if (timingSafeEqual(hash, rootHash)) return authorizeRoot(request, access);
    if (isScope(access)) {
      const { snapshot, key } = await tenantOf(request, token, hash, access);
      request.tenant = snapshot;
      return enter(request, reply, key);
    }
    if (access !== 'anybody' && access !== 'application') return refuseKey(request, token, hash);
    const home = await homeOf(token, hash.toString('hex'));
    if (!home) throw new Refusal('unauthenticated');
    if (access === 'application' && home.snapshot.applicationId !== paramsOf(request).appId)
      throw noApplication();
    enter(request, reply, home.key);
  }

  function enter(request: FastifyRequest, reply: FastifyReply, key: KnownKey): void {
    request.caller = { kind: 'key', key };
    admission.admit(key, reply);
  }

  async function authorizePerson(request: FastifyRequest, access: Access): Promise<void> {
    const token = cookies.session(request);
    const session = token === null ? null : await keeper.find(token);
    if (!session || session.pending) throw new Refusal('unauthenticated');
    assertFromConsole(request, publicUrl());
    request.caller = { kind: 'person', session };
    if (access === 'person' || access === 'organizations' || access === 'anybody') return;
    if (access === 'root' || access === 'operator') return assertServerWide(session);
    if (access === 'application') return assertBelongs(session, paramsOf(request).appId ?? '');
    return admitMember(request, session, access);
  }

  async function admitMember(
    request: FastifyRequest,
    session: Session,
    access: Scope | OrganizationAccess,
  ): Promise<void> {
    const { orgId, appId } = paramsOf(request);
    if (appId !== undefined) request.tenant = await tenantOfPath(request);
    assertMember(session, access, appId === undefined ? null : request.tenant, orgId);
  }

  /** Every application has all environments, so any of them tells whose it is. */
  async function assertBelongs(session: Session, appId: string): Promise<void> {
    const snapshot = isApplicationId(appId) ? await snapshots.find(appId, 'PRODUCTION') : null;
    const membership = snapshot && membershipIn(session, snapshot.organizationId);
    if (!membership) throw noApplication();
    assertSecondFactor(session, membership);
  }

  /** Whether whoever opened a connection, which stays open, may still do `access` in the environment of its path. */
  async function mayStay(request: FastifyRequest, access: Scope): Promise<boolean> {
    const snapshot = await environmentOf(request);
    if (!snapshot) return false;
    switch (request.caller.kind) {
      case 'root':
        return true;
      case 'key': {
        const hash = hashSecret(bearer(request.headers.authorization ?? '') ?? '');
        return liveKey(snapshot, hash.toString('hex'))?.scopes.includes(access) ?? false;
      }
      case 'person': {
        // To look on is no use of the session: it may end meanwhile.
        const session = await keeper.look(cookies.session(request) ?? '');
        const membership = session && !session.pending && membershipIn(session, snapshot.organizationId);
        return membership ? mayDo(membership, access, snapshot.environment) : false;
      }
    }
  }

  /** An onRequest hook; routes without `access` are open. */
  async function authorize(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await identify(request, reply);
    const { feature } = request.routeOptions.config;
    // Whoever calls: the plan is the organization's.
    if (feature !== undefined) assertIncluded(request.tenant.plan, feature);
  }

  async function identify(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { access } = request.routeOptions.config;
    if (access === undefined) return;
    if (access === 'operator' && isLocalCaller(request)) return;
    const { authorization } = request.headers;
    if (authorization === undefined) return authorizePerson(request, access);
    const token = bearer(authorization);
    if (token === null) throw new Refusal('unauthenticated');
    return authorizeKey(request, reply, token, access);
  }

  return { authorize, mayStay };
}

function assertServerWide(session: Session): void {
  if (!isServerWide(session)) throw new Refusal('role_missing', { needs: 'super admin of the server' });
}

function assertMember(
  session: Session,
  access: Scope | OrganizationAccess,
  tenant: Snapshot | null,
  orgId: string | undefined,
): void {
  const membership = membershipIn(session, tenant?.organizationId ?? orgId ?? '');
  if (!membership) throw tenant ? noApplication() : noOrganization();
  assertSecondFactor(session, membership);
  if (!mayDo(membership, access, tenant?.environment ?? null))
    throw new Refusal('role_missing', { needs: leastRole(access) });
}

/** Sessions from before the authenticator ended with its confirmation, so whoever has one has given a code of it. */
function assertSecondFactor({ via, twoFactor }: Session, { requiresTwoFactor }: OwnMembership): void {
  if (requiresTwoFactor && via === 'password' && !twoFactor) throw new Refusal('two_factor_required');
}

function paramsOf(request: FastifyRequest): { readonly orgId?: string; readonly appId?: string } {
  const { orgId, appId } = request.params as { orgId?: string; appId?: string };
  return {
    ...(orgId !== undefined && { orgId: orgId.toLowerCase() }),
    ...(appId !== undefined && { appId }),
  };
}

const noApplication = () => new Refusal('not_found', { what: 'application', path: 'appId' });
const noOrganization = () => new Refusal('not_found', { what: 'organization', path: 'orgId' });

function bearer(header: string): string | null {
  const match = /^Bearer +(\S+)$/i.exec(header);
  return match?.[1] ?? null;
}
