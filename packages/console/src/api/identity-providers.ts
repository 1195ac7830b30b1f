// Identity providers: of an organization, or (null) of the whole server. Both have the same routes.
import { queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';
import type { IdentityProviderChange, IdentityProviderInput } from './types.ts';

const ofServer = '/api/v1/identity-providers';
const ofOrganization = '/api/v1/organizations/{orgId}/identity-providers';
const providersMax = 200;

export const identityProvidersOptions = (orgId: string | null) =>
  queryOptions({
    queryKey: ['identity-providers', orgId],
    queryFn: () => {
      const query = { limit: providersMax };
      return orgId === null
        ? answered(http.GET(ofServer, { params: { query } }))
        : answered(http.GET(ofOrganization, { params: { path: { orgId }, query } }));
    },
  });

export const createProvider = (orgId: string | null, body: IdentityProviderInput) =>
  orgId === null
    ? answered(http.POST(ofServer, { body }))
    : answered(http.POST(ofOrganization, { params: { path: { orgId } }, body }));

export const changeProvider = (orgId: string | null, id: string, body: IdentityProviderChange) =>
  orgId === null
    ? answered(http.PATCH(`${ofServer}/{id}`, { params: { path: { id } }, body }))
    : answered(http.PATCH(`${ofOrganization}/{id}`, { params: { path: { orgId, id } }, body }));

export const deleteProvider = (orgId: string | null, id: string) =>
  orgId === null
    ? answered(http.DELETE(`${ofServer}/{id}`, { params: { path: { id } } }))
    : answered(http.DELETE(`${ofOrganization}/{id}`, { params: { path: { orgId, id } } }));

export const testProvider = (orgId: string | null, id: string) =>
  orgId === null
    ? answered(http.POST(`${ofServer}/{id}/test`, { params: { path: { id } } }))
    : answered(http.POST(`${ofOrganization}/{id}/test`, { params: { path: { orgId, id } } }));
