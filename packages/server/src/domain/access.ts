// Who may do what: the roles of people, and the least role that each kind of access asks for. The table of the whole API:
// a route names its access, and nothing else decides.
import { type Scope, scopes } from './api-key.ts';
import type { EnvironmentName } from './environment.ts';

/** Rising: each may do whatever the ones before it may. */
export const roles = ['viewer', 'developer', 'admin', 'super_admin'] as const;
export type Role = (typeof roles)[number];

/** What happens within one organization, and no key of an application may do. */
export type OrganizationAccess =
  | 'organization:read'
  | 'organization:write'
  | 'directory:read'
  | 'directory:write'
  | 'keys:read'
  | 'keys:write'
  | 'members:read'
  | 'members:write'
  | 'identity-providers:read'
  | 'identity-providers:write'
  | 'audit:read';

/**
 * What a route asks of its caller: a scope, or access to an organization, both within what its path names; `person`: to be
 * signed in; `organizations`: signed in, or the root key; `anybody`: signed in, or any live key, of whatever environment;
 * `application`: any live key of the application that the path names, whoever belongs to its organization, or the root key;
 * `operator`: to be on this machine, or the root key, or a super admin of the server; `root`: the root key, or a super admin of the server.
 */
export type Access =
  | Scope
  | OrganizationAccess
  | 'person'
  | 'organizations'
  | 'anybody'
  | 'application'
  | 'operator'
  | 'root';

const leastRoles: Readonly<Record<Scope | OrganizationAccess, Role>> = {
  'events:read': 'viewer',
  'events:write': 'developer',
  'webhooks:read': 'viewer',
  'webhooks:write': 'developer',
  'sources:read': 'viewer',
  'sources:write': 'developer',
  'organization:read': 'viewer',
  'organization:write': 'admin',
  'directory:read': 'viewer',
  'directory:write': 'admin',
  'keys:read': 'admin',
  'keys:write': 'admin',
  'members:read': 'admin',
  'members:write': 'admin',
  'identity-providers:read': 'super_admin',
  'identity-providers:write': 'super_admin',
  'audit:read': 'admin',
};

export function leastRole(access: Scope | OrganizationAccess): Role {
  return leastRoles[access];
}

export function isAtLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}

export function isScope(access: Access): access is Scope {
  return (scopes as readonly string[]).includes(access);
}

/** What somebody may do in an organization. */
export interface Membership {
  readonly role: Role;
  /** Where single environments differ; `none` is no access at all. */
  readonly environmentRoles: EnvironmentRoles;
}

/** The same, with what the organization asks of whoever enters it with a password. */
export interface OwnMembership extends Membership {
  readonly requiresTwoFactor: boolean;
}

export type EnvironmentRoles = Readonly<Partial<Record<EnvironmentName, Role | 'none'>>>;

/** A person who is signed in, as far as access is concerned. */
export interface Reach {
  /** Of the whole server. */
  readonly superAdmin: boolean;
  /** The one organization that the session is good for; null for all of the person's. */
  readonly organizationId: string | null;
  readonly memberships: ReadonlyMap<string, OwnMembership>;
}

/** The operators' own rules are not for an organization to make. */
const serverWide: OwnMembership = { role: 'super_admin', environmentRoles: {}, requiresTwoFactor: false };

/** null: to this person the organization does not exist. */
export function membershipIn(
  { superAdmin, organizationId, memberships }: Reach,
  organization: string,
): OwnMembership | null {
  if (isServerWide({ superAdmin, organizationId })) return serverWide;
  if (organizationId !== null && organizationId !== organization) return null;
  return memberships.get(organization) ?? null;
}

/** Whether somebody acts as a super admin of the server: never on the word of one organization's identity provider. */
export function isServerWide({
  superAdmin,
  organizationId,
}: Pick<Reach, 'superAdmin' | 'organizationId'>): boolean {
  return superAdmin && organizationId === null;
}

export function mayDo(
  { role, environmentRoles }: Membership,
  access: Scope | OrganizationAccess,
  environment: EnvironmentName | null,
): boolean {
  const present = environment === null ? role : (environmentRoles[environment] ?? role);
  return present !== 'none' && isAtLeast(present, leastRoles[access]);
}
