// Who belongs to an organization: its members with their roles, and which organizations a person reaches.
import { sql, type Transaction } from 'kysely';
import type { EnvironmentRoles, Membership, Role } from '../domain/access.ts';
import type { Database } from './database.ts';
import { type Page, type PageRequest, page } from './paging.ts';
import type { DB } from './schema.gen.ts';

export interface Member extends Membership {
  /** The person's. */
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly twoFactor: boolean;
  readonly disabled: boolean;
  readonly lastSignInAt: Date | null;
  readonly createdAt: Date;
}

export interface MembershipChange {
  readonly role?: Role;
  readonly environmentRoles?: EnvironmentRoles;
}

export interface ReachedOrganization {
  readonly id: string;
  readonly name: string;
  readonly applications: readonly { readonly id: string; readonly name: string }[];
}

export interface MemberStore {
  list(organizationId: string, request: PageRequest): Promise<Page<Member>>;
  find(organizationId: string, personId: string): Promise<Member | null>;
  /** 'last' when the organization would have no super admin any more. */
  change(organizationId: string, personId: string, change: MembershipChange): Promise<Member | null | 'last'>;
  remove(organizationId: string, personId: string): Promise<'removed' | 'not_found' | 'last'>;
  /** Leaves a membership that there is as it is. */
  add(organizationId: string, personId: string, membership: Membership, now: Date): Promise<void>;
  /** Whether the person belongs to this organization and to no other, and to the server least of all. */
  isOnlyHere(organizationId: string, personId: string): Promise<boolean>;
  /** The organizations with these ids, newest first; null for all. */
  organizations(ids: readonly string[] | null, max: number): Promise<readonly ReachedOrganization[]>;
  /** The roles of each of the people, by person. */
  rolesOf(
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly { id: string; name: string; role: Role }[]>>;
}

/** More applications than anybody looks through in a menu. */
const applicationsShownMax = 200;

export function createMemberStore({ kysely }: Database): MemberStore {
  const selected = (organizationId: string) =>
    kysely
      .selectFrom('people')
      .innerJoin('members', 'members.person_id', 'people.id')
      .select([
        'people.id',
        'people.email',
        'people.name',
        'people.totp_confirmed_at',
        'people.disabled_at',
        'people.last_sign_in_at',
        'members.role',
        'members.environment_roles',
        'members.created_at',
      ])
      .where('members.organization_id', '=', organizationId);
  const find = async (organizationId: string, personId: string) => {
    const row = await selected(organizationId).where('people.id', '=', personId).executeTakeFirst();
    return row ? toMember(row as MemberRow) : null;
  };

  return {
    find,
    list: (organizationId, request) =>
      page(selected(organizationId), 'people.id', request, (row) => toMember(row as MemberRow)),
    async change(organizationId, personId, { role, environmentRoles }) {
      const outcome = await kysely.transaction().execute(async (transaction) => {
        const leaves = role !== undefined && role !== 'super_admin';
        if (leaves && (await isLast(transaction, organizationId, personId))) return 'last';
        await transaction
          .updateTable('members')
          .set({
            ...(role !== undefined && { role }),
            ...(environmentRoles !== undefined && { environment_roles: environmentRoles }),
            // Named, so that there is always something to set.
            organization_id: organizationId,
          })
          .where('organization_id', '=', organizationId)
          .where('person_id', '=', personId)
          .execute();
        return 'changed';
      });
      return outcome === 'last' ? 'last' : find(organizationId, personId);
    },
    remove: (organizationId, personId) =>
      kysely.transaction().execute(async (transaction) => {
        if (await isLast(transaction, organizationId, personId)) return 'last';
        const removed = await transaction
          .deleteFrom('members')
          .where('organization_id', '=', organizationId)
          .where('person_id', '=', personId)
          .executeTakeFirst();
        await transaction
          .deleteFrom('sessions')
          .where('organization_id', '=', organizationId)
          .where('person_id', '=', personId)
          .execute();
        return removed.numDeletedRows > 0n ? 'removed' : 'not_found';
      }),
    async add(organizationId, personId, membership, now) {
      await kysely
        .insertInto('members')
        .values(memberRow(organizationId, personId, membership, now))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async isOnlyHere(organizationId, personId) {
      const row = await kysely
        .selectFrom('people')
        .select('people.super_admin')
        .select((eb) =>
          eb
            .selectFrom('members')
            .select(sql<string[]>`array_agg(organization_id::text)`.as('ids'))
            .whereRef('members.person_id', '=', 'people.id')
            .as('ids'),
        )
        .where('people.id', '=', personId)
        .executeTakeFirst();
      return row !== undefined && !row.super_admin && row.ids?.length === 1 && row.ids[0] === organizationId;
    },
    async organizations(ids, max) {
      if (ids?.length === 0) return [];
      const all = kysely
        .selectFrom('organizations')
        .select(['organizations.id', 'organizations.name'])
        .select(
          sql<ReachedOrganization['applications']>`(
            SELECT coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) ORDER BY a.created_at), '[]') FROM (
              SELECT id, name, created_at FROM applications WHERE organization_id = organizations.id
              ORDER BY created_at LIMIT ${sql.lit(applicationsShownMax)}) a)`.as('applications'),
        )
        .orderBy('organizations.id', 'desc')
        .limit(max);
      return (ids === null ? all : all.where('organizations.id', 'in', ids)).execute();
    },
    async rolesOf(personIds) {
      if (personIds.length === 0) return new Map();
      const rows = await kysely
        .selectFrom('members')
        .innerJoin('organizations', 'organizations.id', 'members.organization_id')
        .select(['members.person_id', 'members.role', 'organizations.id', 'organizations.name'])
        .where('members.person_id', 'in', personIds)
        .orderBy('organizations.id')
        .execute();
      return Map.groupBy(
        rows.map(({ role, ...rest }) => ({ ...rest, role: role as Role })),
        (row) => row.person_id,
      );
    },
  };
}

export function memberRow(
  organizationId: string,
  personId: string,
  { role, environmentRoles }: Membership,
  now: Date,
) {
  return {
    organization_id: organizationId,
    person_id: personId,
    role,
    environment_roles: environmentRoles,
    created_at: now,
  };
}

/** Locks the organization's super admins: two who take each other's role away must not both succeed. */
async function isLast(
  transaction: Transaction<DB>,
  organizationId: string,
  personId: string,
): Promise<boolean> {
  const admins = await transaction
    .selectFrom('members')
    .select('person_id')
    .where('organization_id', '=', organizationId)
    .where('role', '=', 'super_admin')
    .orderBy('person_id')
    .forUpdate()
    .execute();
  return admins.length === 1 && admins[0]?.person_id === personId;
}

interface MemberRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly totp_confirmed_at: Date | null;
  readonly disabled_at: Date | null;
  readonly last_sign_in_at: Date | null;
  readonly role: Role;
  readonly environment_roles: EnvironmentRoles;
  readonly created_at: Date;
}

function toMember(row: MemberRow): Member {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    environmentRoles: row.environment_roles,
    twoFactor: row.totp_confirmed_at !== null,
    disabled: row.disabled_at !== null,
    lastSignInAt: row.last_sign_in_at,
    createdAt: row.created_at,
  };
}
