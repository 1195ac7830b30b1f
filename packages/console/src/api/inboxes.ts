// Test inboxes, and what came to them.
import { queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';
import type { InboxAnswer, Place } from './types.ts';

const list = '/api/v1/applications/{appId}/envs/{env}/inboxes';
const one = '/api/v1/applications/{appId}/envs/{env}/inboxes/{id}';
const requests = '/api/v1/applications/{appId}/envs/{env}/inboxes/{id}/requests';

/** How often an open inbox is asked what came: answers that nothing did cost next to nothing. */
const everyMs = 2_000;
const keptMax = 100;

/** Production has none: it need not be asked. */
export const hasInboxes = ({ env }: Place) => env !== 'PRODUCTION';

export const inboxesOptions = (place: Place) =>
  queryOptions({
    queryKey: ['inboxes', place],
    queryFn: () => answered(http.GET(list, { params: { path: place, query: { limit: 200 } } })),
    enabled: hasInboxes(place),
  });

export const inboxOptions = (place: Place, id: string) =>
  queryOptions({
    queryKey: ['inboxes', place, id],
    queryFn: () => answered(http.GET(one, { params: { path: { ...place, id } } })),
  });

export const inboxRequestsOptions = (place: Place, id: string) =>
  queryOptions({
    queryKey: ['inboxes', place, id, 'requests'],
    queryFn: () =>
      answered(http.GET(requests, { params: { path: { ...place, id }, query: { limit: keptMax } } })),
    refetchInterval: everyMs,
  });

export const inboxRequestOptions = (place: Place, id: string, requestId: string) =>
  queryOptions({
    queryKey: ['inboxes', place, id, 'requests', requestId],
    queryFn: () =>
      answered(http.GET(`${requests}/{requestId}`, { params: { path: { ...place, id, requestId } } })),
    // Requests are never changed.
    staleTime: Number.POSITIVE_INFINITY,
  });

export const createInbox = (place: Place, body: { name?: string }) =>
  answered(http.POST(list, { params: { path: place }, body }));

export const changeInbox = (
  place: Place,
  id: string,
  body: { name?: string; answer?: Partial<InboxAnswer> },
) => answered(http.PATCH(one, { params: { path: { ...place, id } }, body }));

export const deleteInbox = (place: Place, id: string) =>
  answered(http.DELETE(one, { params: { path: { ...place, id } } }));

export const emptyInbox = (place: Place, id: string) =>
  answered(http.DELETE(requests, { params: { path: { ...place, id } } }));
