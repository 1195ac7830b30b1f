// The event catalogue: what can happen, what it means, and what a receiver gets. The same for everybody; it changes with the
// server's version alone.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';
import type { Place, WebhookInput } from './types.ts';

const keptMs = 10 * 60_000;

export const topicsOptions = () =>
  queryOptions({
    queryKey: ['catalogue', 'topics'],
    queryFn: () => answered(http.GET('/api/v1/topics')),
    staleTime: keptMs,
  });

export const eventTypesOptions = () =>
  queryOptions({
    queryKey: ['catalogue', 'types'],
    queryFn: () => answered(http.GET('/api/v1/event-types')),
    staleTime: keptMs,
  });

export const eventTypeOptions = (type: string) =>
  queryOptions({
    queryKey: ['catalogue', 'types', type],
    queryFn: () => answered(http.GET('/api/v1/event-types/{type}', { params: { path: { type } } })),
    staleTime: keptMs,
    retry: false,
  });

/** The receiver formats. */
export const dialectsOptions = () =>
  queryOptions({
    queryKey: ['catalogue', 'dialects'],
    queryFn: () => answered(http.GET('/api/v1/dialects')),
    staleTime: keptMs,
  });

export type Payload = NonNullable<WebhookInput['payload']>;

/** What a receiver of this format would get; of a webhook that does not exist. */
export const sampleOptions = (place: Place, type: string, payload: Payload) =>
  queryOptions({
    queryKey: ['catalogue', 'samples', place, type, payload],
    queryFn: () =>
      answered(
        http.POST('/api/v1/applications/{appId}/envs/{env}/webhooks/example', {
          params: { path: place },
          body: { type, settings: { name: 'Example', url: 'https://receiver.example.com/', payload } },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: keptMs,
    retry: false,
  });
