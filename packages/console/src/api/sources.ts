// Sources: the inbound connections of e-signature platforms.
import { queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';
import type { Place } from './types.ts';

const list = '/api/v1/applications/{appId}/envs/{env}/sources';
const one = '/api/v1/applications/{appId}/envs/{env}/sources/{id}';

/** Whoever sets one up waits for its first event. */
const followMs = 10_000;

export const sourcesOptions = (place: Place) =>
  queryOptions({
    queryKey: ['sources', place],
    queryFn: () => answered(http.GET(list, { params: { path: place, query: { limit: 200 } } })),
    refetchInterval: followMs,
  });

export const createSource = (place: Place, body: { platform: string; name: string; secret?: string }) =>
  answered(http.POST(list, { params: { path: place }, body }));

export const changeSource = (place: Place, id: string, body: { name?: string; secret?: string }) =>
  answered(http.PATCH(one, { params: { path: { ...place, id } }, body }));

export const rotateSourceUrl = (place: Place, id: string) =>
  answered(http.POST(`${one}/rotate-token`, { params: { path: { ...place, id } } }));

export const deleteSource = (place: Place, id: string) =>
  answered(http.DELETE(one, { params: { path: { ...place, id } } }));
