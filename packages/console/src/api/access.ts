// Who may do what, as the server decides it: for hiding what would be refused. A test compares it with the server's table.
import type { EnvironmentName } from './types.ts';

/** Rising: each may do whatever the ones before it may. */
export const roles = ['viewer', 'developer', 'admin', 'super_admin'] as const;
export type Role = (typeof roles)[number];

export const leastRoles = {
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
} as const satisfies Readonly<Record<string, Role>>;
export type Access = keyof typeof leastRoles;

export type EnvironmentRoles = Readonly<Partial<Record<EnvironmentName, Role | 'none'>>>;

/** What somebody is in an organization. */
export interface Membership {
  readonly role: Role;
  /** Where single environments differ. */
  readonly environmentRoles: EnvironmentRoles;
}

export function mayDo(
  { role, environmentRoles }: Membership,
  access: Access,
  environment: EnvironmentName | null,
): boolean {
  const present = environment === null ? role : (environmentRoles[environment] ?? role);
  return present !== 'none' && roles.indexOf(present) >= roles.indexOf(leastRoles[access]);
}
