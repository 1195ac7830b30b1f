// Who belongs to an organization, and who is invited into it.
import { queryOptions } from '@tanstack/react-query';
import type { EnvironmentRoles, Role } from './access.ts';
import { answered, http } from './client.ts';

const base = '/api/v1/organizations/{orgId}';
/** More than a page can show; an organization has tens. */
const peopleMax = 200;

export interface Granted {
  readonly role: Role;
  /** Where single environments differ. */
  readonly environmentRoles: EnvironmentRoles;
}

export const membersOptions = (orgId: string) =>
  queryOptions({
    queryKey: ['members', orgId],
    queryFn: () =>
      answered(http.GET(`${base}/members`, { params: { path: { orgId }, query: { limit: peopleMax } } })),
  });

export const changeMember = (orgId: string, id: string, body: Granted) =>
  answered(http.PATCH(`${base}/members/{id}`, { params: { path: { orgId, id } }, body }));

export const removeMember = (orgId: string, id: string) =>
  answered(http.DELETE(`${base}/members/{id}`, { params: { path: { orgId, id } } }));

/** @returns the link, where it was not mailed */
export const helpWithPassword = (orgId: string, id: string) =>
  answered(http.POST(`${base}/members/{id}/password-reset`, { params: { path: { orgId, id } } }));

export const resetTwoFactor = (orgId: string, id: string) =>
  answered(http.POST(`${base}/members/{id}/reset-two-factor`, { params: { path: { orgId, id } } }));

export const invitationsOptions = (orgId: string) =>
  queryOptions({
    queryKey: ['members', orgId, 'invitations'],
    queryFn: () =>
      answered(http.GET(`${base}/invitations`, { params: { path: { orgId }, query: { limit: peopleMax } } })),
  });

export const invite = (orgId: string, body: Granted & { readonly email: string }) =>
  answered(http.POST(`${base}/invitations`, { params: { path: { orgId } }, body }));

export const resendInvitation = (orgId: string, id: string) =>
  answered(http.POST(`${base}/invitations/{id}/resend`, { params: { path: { orgId, id } } }));

export const revokeInvitation = (orgId: string, id: string) =>
  answered(http.DELETE(`${base}/invitations/{id}`, { params: { path: { orgId, id } } }));
