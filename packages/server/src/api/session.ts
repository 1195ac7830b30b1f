// Sessions over HTTP: the cookie that carries one, the proof that a request comes from the console, and who is calling.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Opened, Visit } from '../accounts/session-keeper.ts';
import { ticketSecondsMax } from '../accounts/sso.ts';
import { isServerWide, leastRole, mayDo, membershipIn } from '../domain/access.ts';
import type { KnownKey, Scope } from '../domain/api-key.ts';
import type { EnvironmentName } from '../domain/environment.ts';
import { Refusal } from '../domain/errors.ts';
import type { Session } from '../store/sessions.ts';

/** Who is calling. */
export type Caller =
  | { readonly kind: 'root' }
  | { readonly kind: 'key'; readonly key: KnownKey }
  | { readonly kind: 'person'; readonly session: Session };

const csrfHeader = 'x-signpost-csrf';
const userAgentCharactersMax = 300;
const authPath = '/api/v1/auth';

export interface Cookies {
  session(request: FastifyRequest): string | null;
  setSession(reply: FastifyReply, opened: Opened): void;
  clearSession(reply: FastifyReply): void;
  ticket(request: FastifyRequest): string | null;
  setTicket(reply: FastifyReply, ticket: string): void;
  clearTicket(reply: FastifyReply): void;
}

/** Over https the names begin with a prefix that keeps other hosts of the domain from setting them. */
export function createCookies(publicUrl: () => string): Cookies {
  const secure = () => publicUrl().startsWith('https:');
  const sessionName = () => (secure() ? '__Host-signpost_session' : 'signpost_session');
  const ticketName = () => (secure() ? '__Secure-signpost_sso' : 'signpost_sso');
  const options = (path: string) => ({ path, httpOnly: true, secure: secure(), sameSite: 'lax' as const });
  return {
    session: (request) => request.cookies[sessionName()] ?? null,
    setSession(reply, { token, maxAgeSeconds }) {
      const life = maxAgeSeconds === null ? {} : { maxAge: maxAgeSeconds };
      void reply.setCookie(sessionName(), token, { ...options('/'), ...life });
    },
    clearSession(reply) {
      void reply.clearCookie(sessionName(), options('/'));
    },
    ticket: (request) => request.cookies[ticketName()] ?? null,
    setTicket(reply, ticket) {
      void reply.setCookie(ticketName(), ticket, { ...options(authPath), maxAge: ticketSecondsMax });
    },
    clearTicket(reply) {
      void reply.clearCookie(ticketName(), options(authPath));
    },
  };
}

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * A cookie goes along with whatever a page of another site makes the browser send. The header does not: no other site
 * may set it without being asked for leave, which this server never gives.
 */
export function assertFromConsole(request: FastifyRequest, publicUrl: string): void {
  if (safeMethods.includes(request.method)) return;
  const { origin, host } = request.headers;
  if (origin !== undefined && !isOwn(origin, host, publicUrl))
    throw new Refusal('csrf_refused', { reason: 'it was sent by a page of another site' });
  if (request.headers[csrfHeader] === undefined)
    throw new Refusal('csrf_refused', { reason: `the header ${csrfHeader} is missing` });
}

function isOwn(origin: string, host: string | undefined, publicUrl: string): boolean {
  const url = URL.parse(origin);
  return url !== null && (url.origin === URL.parse(publicUrl)?.origin || url.host === host);
}

export function visitOf(request: FastifyRequest): Visit {
  return {
    address: request.ip,
    userAgent: request.headers['user-agent']?.slice(0, userAgentCharactersMax).toWellFormed() ?? null,
    requestId: request.id,
  };
}

/** The session of a route for people. */
export function sessionOf({ caller }: FastifyRequest): Session {
  if (caller.kind !== 'person') throw new Error('A route for people was called without a session.');
  return caller.session;
}

/** For what a request reaches besides its path. @throws Refusal unless the caller may do `access` there too */
export function assertReaches(
  caller: Caller,
  place: { readonly organizationId: string; readonly environment: EnvironmentName },
  access: Scope,
): void {
  switch (caller.kind) {
    case 'root':
      return;
    case 'key':
      throw new Refusal('root_key_required');
    case 'person': {
      const membership = membershipIn(caller.session, place.organizationId);
      if (!membership || !mayDo(membership, access, place.environment))
        throw new Refusal('role_missing', { needs: leastRole(access) });
    }
  }
}

/** The root key, or a super admin of the server. */
export function isOperator({ caller }: FastifyRequest): boolean {
  return caller.kind === 'root' || (caller.kind === 'person' && isServerWide(caller.session));
}
