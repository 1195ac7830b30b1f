// Organizations, applications and keys.
import { queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';
import type { KeyInput, OrganizationChange, OrganizationInput, Place } from './types.ts';

/** More than a switcher can show; what is beyond is found by search. */
const switcherItemsMax = 200;

export const organizationsOptions = () =>
  queryOptions({
    queryKey: ['organizations'],
    queryFn: () =>
      answered(http.GET('/api/v1/organizations', { params: { query: { limit: switcherItemsMax } } })),
  });

export const organizationOptions = (orgId: string) =>
  queryOptions({
    queryKey: ['organizations', orgId],
    queryFn: () => answered(http.GET('/api/v1/organizations/{orgId}', { params: { path: { orgId } } })),
  });

export const applicationsOptions = (orgId: string) =>
  queryOptions({
    queryKey: ['organizations', orgId, 'applications'],
    queryFn: () =>
      answered(
        http.GET('/api/v1/organizations/{orgId}/applications', {
          params: { path: { orgId }, query: { limit: switcherItemsMax } },
        }),
      ),
  });

export const createOrganization = (body: OrganizationInput) =>
  answered(http.POST('/api/v1/organizations', { body }));

export const changeOrganization = (orgId: string, body: OrganizationChange) =>
  answered(http.PATCH('/api/v1/organizations/{orgId}', { params: { path: { orgId } }, body }));

/** What each profile sets. */
export const profilesOptions = () =>
  queryOptions({
    queryKey: ['profiles'],
    queryFn: () => answered(http.GET('/api/v1/profiles')),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const createApplication = (orgId: string, body: { name: string; id?: string }) =>
  answered(http.POST('/api/v1/organizations/{orgId}/applications', { params: { path: { orgId } }, body }));

export const keysOptions = (place: Place) =>
  queryOptions({
    queryKey: ['keys', place],
    queryFn: () =>
      answered(
        http.GET('/api/v1/applications/{appId}/envs/{env}/keys', {
          params: { path: place, query: { limit: 200 } },
        }),
      ),
  });

export const createKey = (place: Place, body: KeyInput) =>
  answered(http.POST('/api/v1/applications/{appId}/envs/{env}/keys', { params: { path: place }, body }));

export const revokeKey = (place: Place, id: string) =>
  answered(
    http.DELETE('/api/v1/applications/{appId}/envs/{env}/keys/{id}', { params: { path: { ...place, id } } }),
  );
