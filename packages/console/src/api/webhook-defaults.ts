// What a new webhook of an environment begins with and has to say: what its form asks for.
import { queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';
import type { Place } from './types.ts';

/** Under the webhooks, since it names the one that is the default. */
export const webhookDefaultsOptions = (place: Place) =>
  queryOptions({
    queryKey: ['webhooks', place, 'defaults'],
    queryFn: () =>
      answered(
        http.GET('/api/v1/applications/{appId}/envs/{env}/webhook-defaults', { params: { path: place } }),
      ),
  });
