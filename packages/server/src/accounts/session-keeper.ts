// Opens sessions and knows them again. Whoever gets a session gets a token for a cookie; how long it lasts depends on
// whether the person wants to stay signed in, and on how long it lies unused.
import { limit } from '../domain/limits.ts';
import type { Clock } from '../lib/clock.ts';
import { type NewId, randomToken } from '../lib/ids.ts';
import type { Session, SessionStore, SignedInVia } from '../store/sessions.ts';

/** Where a person comes from, as far as is known. */
export interface Visit {
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly requestId: string | null;
}

export interface Opened {
  readonly token: string;
  /** null: until the browser is closed. */
  readonly maxAgeSeconds: number | null;
  /** The second factor is still missing. */
  readonly pending: boolean;
}

export interface Opening {
  readonly personId: string;
  readonly pending: boolean;
  readonly remember: boolean;
  readonly via: SignedInVia;
  readonly identityProviderId?: string;
  readonly organizationId?: string | null;
}

export interface SessionKeeper {
  open(opening: Opening, visit: Visit): Promise<Opened>;
  /** A use of the session. */
  find(token: string): Promise<Session | null>;
  /** The same without using it. */
  look(token: string): Promise<Session | null>;
}

const tokenCharacters = 43;
/** A use is written down at most so often. */
const usedEveryMs = 60_000;

interface Times {
  readonly lifeMs: number;
  readonly idleMs: number;
}

function timesOf({ pending, remember }: { readonly pending: boolean; readonly remember: boolean }): Times {
  const seconds = (life: number, idle: number) => ({ lifeMs: life * 1000, idleMs: idle * 1000 });
  if (pending) return seconds(limit('second_factor_seconds_max'), limit('second_factor_seconds_max'));
  return remember
    ? seconds(limit('kept_session_seconds_max'), limit('kept_session_idle_seconds_max'))
    : seconds(limit('session_seconds_max'), limit('session_idle_seconds_max'));
}

export function createSessionKeeper(deps: {
  readonly sessions: SessionStore;
  readonly clock: Clock;
  readonly newId: NewId;
}): SessionKeeper {
  const { sessions, clock, newId } = deps;
  return {
    async open(opening, { address, userAgent, requestId }) {
      const now = clock.now();
      const { lifeMs, idleMs } = timesOf(opening);
      const token = randomToken(tokenCharacters);
      await sessions.open(
        {
          identityProviderId: null,
          organizationId: null,
          ...opening,
          id: newId(now),
          token,
          address,
          requestId,
          userAgent,
          idleAt: new Date(now + idleMs),
          expiresAt: new Date(now + lifeMs),
        },
        new Date(now),
      );
      const kept = opening.pending || opening.remember;
      return { token, maxAgeSeconds: kept ? lifeMs / 1000 : null, pending: opening.pending };
    },
    look: (token) => sessions.find(token, new Date(clock.now())),
    async find(token) {
      const now = clock.now();
      const session = await sessions.find(token, new Date(now));
      if (session && now - session.lastUsedAt.getTime() >= usedEveryMs) {
        const idleAt = Math.min(now + timesOf(session).idleMs, session.expiresAt.getTime());
        await sessions.used(session.id, new Date(now), new Date(idleAt));
      }
      return session;
    },
  };
}
