// Sessions of people. A token is as good as its person, so only its hash is kept. Reading a session tells in one statement
// who it is, what they may do where, and that neither the session nor the person has ended.

import { type RawBuilder, sql } from 'kysely';
import type { OwnMembership, Reach } from '../domain/access.ts';
import { hashSecret } from '../domain/api-key.ts';
import type { Database, Statement } from './database.ts';

export type SignedInVia = 'password' | 'identity_provider';

export interface NewSession {
  readonly id: string;
  readonly personId: string;
  readonly token: string;
  /** Good for nothing but giving the second factor. */
  readonly pending: boolean;
  readonly remember: boolean;
  readonly via: SignedInVia;
  readonly identityProviderId: string | null;
  /** The one organization that the session is good for. */
  readonly organizationId: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly requestId: string | null;
  readonly idleAt: Date;
  readonly expiresAt: Date;
}

export interface Session extends Reach {
  readonly id: string;
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly pending: boolean;
  readonly remember: boolean;
  readonly via: SignedInVia;
  /** Whether the person has an authenticator, and so has given a code of it. */
  readonly twoFactor: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
}

/** A session as its person sees it among others. */
export interface ListedSession {
  readonly id: string;
  readonly via: SignedInVia;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
}

export interface SessionStore {
  open(session: NewSession, now: Date): Promise<void>;
  /** null when there is none, it has ended, or the person's account has been disabled. */
  find(token: string, now: Date): Promise<Session | null>;
  used(id: string, now: Date, idleAt: Date): Promise<void>;
  list(personId: string, now: Date): Promise<readonly ListedSession[]>;
  /** False when the person has no such session. */
  end(personId: string, id: string): Promise<boolean>;
  /** @param except stays */
  endAll(personId: string, except?: string): Promise<void>;
  /** Forgets what has ended. */
  sweep(now: Date): Promise<void>;
}

const findSession: Statement = {
  name: 'session_find',
  text: `
SELECT s.id, s.person_id, s.pending, s.remember, s.via, s.organization_id, s.created_at, s.last_used_at, s.expires_at,
       p.email, p.name, p.super_admin,
       p.totp_confirmed_at IS NOT NULL AS two_factor,
       coalesce((SELECT json_object_agg(m.organization_id, json_build_object('role', m.role, 'environmentRoles', m.environment_roles,
                   'requiresTwoFactor', coalesce((o.policies ->> 'requireTwoFactor')::boolean, false)))
                 FROM members m JOIN organizations o ON o.id = m.organization_id WHERE m.person_id = p.id), '{}') AS memberships
FROM sessions s JOIN people p ON p.id = s.person_id
WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.idle_at > $2 AND p.disabled_at IS NULL`,
};

/** Whoever signs in does so as the person that the session is of. */
function tellOpened(session: NewSession): RawBuilder<unknown> {
  const { personId, organizationId, via, address, userAgent, requestId } = session;
  const from = { kind: 'person', id: personId, address, userAgent, requestId };
  return sql`
SELECT audit_entry(${JSON.stringify(from)}::jsonb || jsonb_build_object('name', p.name), ${organizationId}, 'session.opened',
                   'person', p.id::text, p.email, ${JSON.stringify({ via })})
FROM people p WHERE p.id = ${personId}`;
}

export function createSessionStore(database: Database): SessionStore {
  const { kysely } = database;
  return {
    open: (session, now) =>
      kysely.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('sessions')
          .values({
            id: session.id,
            person_id: session.personId,
            token_hash: hashSecret(session.token),
            pending: session.pending,
            remember: session.remember,
            via: session.via,
            identity_provider_id: session.identityProviderId,
            organization_id: session.organizationId,
            address: session.address,
            user_agent: session.userAgent,
            created_at: now,
            last_used_at: now,
            idle_at: session.idleAt,
            expires_at: session.expiresAt,
          })
          .execute();
        // With the second factor still missing nobody is signed in yet.
        if (!session.pending) await tellOpened(session).execute(transaction);
      }),
    async find(token, now) {
      const [row] = await database.query<SessionRow>(findSession, [hashSecret(token), now]);
      return row ? toSession(row) : null;
    },
    async used(id, now, idleAt) {
      await kysely
        .updateTable('sessions')
        .set({ last_used_at: now, idle_at: idleAt })
        .where('id', '=', id)
        .execute();
    },
    list: (personId, now) =>
      kysely
        .selectFrom('sessions')
        .select([
          'id',
          'via',
          'address',
          'user_agent as userAgent',
          'created_at as createdAt',
          'last_used_at as lastUsedAt',
          'expires_at as expiresAt',
        ])
        .where('person_id', '=', personId)
        .where('pending', '=', false)
        .where('expires_at', '>', now)
        .where('idle_at', '>', now)
        .orderBy('id', 'desc')
        .execute() as Promise<readonly ListedSession[]>,
    async end(personId, id) {
      const ended = await kysely
        .deleteFrom('sessions')
        .where('person_id', '=', personId)
        .where('id', '=', id)
        .executeTakeFirst();
      return ended.numDeletedRows > 0n;
    },
    async endAll(personId, except) {
      const all = kysely.deleteFrom('sessions').where('person_id', '=', personId);
      await (except === undefined ? all : all.where('id', '<>', except)).execute();
    },
    async sweep(now) {
      await kysely
        .deleteFrom('sessions')
        .where((eb) => eb.or([eb('expires_at', '<=', now), eb('idle_at', '<=', now)]))
        .execute();
    },
  };
}

interface SessionRow {
  readonly id: string;
  readonly person_id: string;
  readonly pending: boolean;
  readonly remember: boolean;
  readonly via: SignedInVia;
  readonly organization_id: string | null;
  readonly created_at: Date;
  readonly last_used_at: Date;
  readonly expires_at: Date;
  readonly email: string;
  readonly name: string;
  readonly super_admin: boolean;
  readonly two_factor: boolean;
  readonly memberships: Readonly<Record<string, OwnMembership>>;
}

function toSession(row: SessionRow): Session {
  return {
    id: row.id,
    personId: row.person_id,
    email: row.email,
    name: row.name,
    pending: row.pending,
    remember: row.remember,
    via: row.via,
    superAdmin: row.super_admin,
    twoFactor: row.two_factor,
    organizationId: row.organization_id,
    memberships: new Map<string, OwnMembership>(Object.entries(row.memberships)),
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
  };
}
