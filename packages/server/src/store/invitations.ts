// Invitations into organizations: one open one for an address, good once, for a while. Only the hash of its token is kept.
import { sql } from 'kysely';
import type { EnvironmentRoles, Membership, Role } from '../domain/access.ts';
import { hashSecret } from '../domain/api-key.ts';
import { limit } from '../domain/limits.ts';
import { foldEmail } from '../domain/person.ts';
import type { Database } from './database.ts';
import { memberRow } from './members.ts';
import { isUniqueViolation, type Page, type PageRequest, page } from './paging.ts';
import { type NewPerson, personRow } from './people.ts';

export interface Invitation extends Membership {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly email: string;
  readonly invitedBy: { readonly id: string; readonly name: string } | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface NewInvitation extends Membership {
  readonly id: string;
  readonly organizationId: string;
  readonly email: string;
  readonly invitedBy: string | null;
  readonly token: string;
  readonly expiresAt: Date;
}

export interface InvitationStore {
  /** An earlier one to the same address ends. 'member': nobody needs to be invited who is in. */
  invite(invitation: NewInvitation, now: Date): Promise<Invitation | 'member' | 'full'>;
  list(organizationId: string, request: PageRequest, now: Date): Promise<Page<Invitation>>;
  find(organizationId: string, id: string, now: Date): Promise<Invitation | null>;
  findByToken(token: string, now: Date): Promise<Invitation | null>;
  /** All that are open for an address; of one organization when it is given. */
  openFor(email: string, organizationId: string | null, now: Date): Promise<readonly Invitation[]>;
  /** A new token, from now on; the old one ends. */
  renew(id: string, token: string, expiresAt: Date, now: Date): Promise<void>;
  /** False when there is none. */
  withdraw(organizationId: string, id: string): Promise<boolean>;
  /** Makes somebody a member by it, once: false when it was used or withdrawn meanwhile. A new person is made with it. */
  accept(id: string, person: string | NewPerson, now: Date): Promise<boolean>;
  sweep(now: Date): Promise<void>;
}

export function createInvitationStore({ kysely }: Database): InvitationStore {
  const selected = (now: Date) =>
    kysely
      .selectFrom('invitations')
      .innerJoin('organizations', 'organizations.id', 'invitations.organization_id')
      .leftJoin('people', 'people.id', 'invitations.invited_by')
      .selectAll('invitations')
      .select(['organizations.name as organization_name', 'people.name as inviter_name'])
      .where('invitations.expires_at', '>', now);
  const one = async (query: ReturnType<typeof selected>) => {
    const row = await query.executeTakeFirst();
    return row ? toInvitation(row as InvitationRow) : null;
  };

  return {
    async invite(invitation, now) {
      const outcome = await kysely.transaction().execute(async (transaction) => {
        const folded = foldEmail(invitation.email);
        const organization = invitation.organizationId;
        // The organization's row serialises invitations, so that the limit holds.
        const { rows } = await sql<{ known: boolean; count: number }>`
          WITH locked AS (SELECT id FROM organizations WHERE id = ${organization} FOR UPDATE)
          SELECT EXISTS (SELECT FROM members m JOIN people p ON p.id = m.person_id
                         WHERE m.organization_id = l.id AND p.folded_email = ${folded}) AS known,
                 (SELECT count(*) FROM members m WHERE m.organization_id = l.id)
                 + (SELECT count(*) FROM invitations i WHERE i.organization_id = l.id) AS count
          FROM locked l`.execute(transaction);
        if (rows[0]?.known) return 'member';
        if ((rows[0]?.count ?? 0) >= limit('members_max')) return 'full';
        await transaction
          .deleteFrom('invitations')
          .where('organization_id', '=', organization)
          .where('folded_email', '=', folded)
          .execute();
        await transaction
          .insertInto('invitations')
          .values({
            id: invitation.id,
            organization_id: organization,
            email: invitation.email,
            folded_email: folded,
            role: invitation.role,
            environment_roles: invitation.environmentRoles,
            invited_by: invitation.invitedBy,
            token_hash: hashSecret(invitation.token),
            created_at: now,
            expires_at: invitation.expiresAt,
          })
          .execute();
        return 'invited';
      });
      if (outcome !== 'invited') return outcome;
      return (await one(selected(now).where('invitations.id', '=', invitation.id))) ?? 'full';
    },
    list: (organizationId, request, now) =>
      page(
        selected(now).where('invitations.organization_id', '=', organizationId),
        'invitations.id',
        request,
        (row) => toInvitation(row as InvitationRow),
      ),
    find: (organizationId, id, now) =>
      one(
        selected(now)
          .where('invitations.organization_id', '=', organizationId)
          .where('invitations.id', '=', id),
      ),
    findByToken: (token, now) => one(selected(now).where('invitations.token_hash', '=', hashSecret(token))),
    async openFor(email, organizationId, now) {
      const all = selected(now).where('invitations.folded_email', '=', foldEmail(email));
      const asked =
        organizationId === null ? all : all.where('invitations.organization_id', '=', organizationId);
      return (await asked.execute()).map((row) => toInvitation(row as InvitationRow));
    },
    async renew(id, token, expiresAt, now) {
      await kysely
        .updateTable('invitations')
        .set({ token_hash: hashSecret(token), expires_at: expiresAt, created_at: now })
        .where('id', '=', id)
        .execute();
    },
    async withdraw(organizationId, id) {
      const deleted = await kysely
        .deleteFrom('invitations')
        .where('organization_id', '=', organizationId)
        .where('id', '=', id)
        .executeTakeFirst();
      return deleted.numDeletedRows > 0n;
    },
    accept: (id, person, now) =>
      refusingTakenEmails(() =>
        kysely.transaction().execute(async (transaction) => {
          const taken = await transaction
            .deleteFrom('invitations')
            .where('id', '=', id)
            .where('expires_at', '>', now)
            .returningAll()
            .executeTakeFirst();
          if (!taken) return false;
          if (typeof person !== 'string')
            await transaction.insertInto('people').values(personRow(person, now)).execute();
          const personId = typeof person === 'string' ? person : person.id;
          const membership = {
            role: taken.role as Role,
            environmentRoles: taken.environment_roles as EnvironmentRoles,
          };
          await transaction
            .insertInto('members')
            .values(memberRow(taken.organization_id, personId, membership, now))
            .onConflict((conflict) => conflict.doNothing())
            .execute();
          return true;
        }),
      ),
    async sweep(now) {
      await kysely.deleteFrom('invitations').where('expires_at', '<=', now).execute();
    },
  };
}

/** Two invitations of one new person, accepted at the same moment: the second finds an account. */
async function refusingTakenEmails(accept: () => Promise<boolean>): Promise<boolean> {
  try {
    return await accept();
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

interface InvitationRow {
  readonly id: string;
  readonly organization_id: string;
  readonly organization_name: string;
  readonly email: string;
  readonly role: Role;
  readonly environment_roles: EnvironmentRoles;
  readonly invited_by: string | null;
  readonly inviter_name: string | null;
  readonly created_at: Date;
  readonly expires_at: Date;
}

function toInvitation(row: InvitationRow): Invitation {
  return {
    id: row.id,
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    email: row.email,
    role: row.role,
    environmentRoles: row.environment_roles,
    invitedBy: row.invited_by === null ? null : { id: row.invited_by, name: row.inviter_name ?? '' },
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}
