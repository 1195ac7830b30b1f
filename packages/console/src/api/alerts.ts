// Alerts: one for each problem of a webhook, and what people do about it.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';
import type { AlertState, Place } from './types.ts';

const list = '/api/v1/applications/{appId}/envs/{env}/alerts';
const one = '/api/v1/applications/{appId}/envs/{env}/alerts/{id}';

/** Alerts come by themselves: what is shown of them is asked again now and then. */
const followMs = 20_000;

export interface AlertQuery {
  readonly state?: AlertState | undefined;
  readonly webhookId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export const alertsOptions = (place: Place, query: AlertQuery) => {
  const { state, webhookId, cursor, limit } = query;
  const given = {
    limit,
    ...(state && { state }),
    ...(webhookId && { webhookId }),
    ...(cursor && { cursor }),
  };
  return queryOptions({
    queryKey: ['alerts', place, given],
    queryFn: () => answered(http.GET(list, { params: { path: place, query: given } })),
    placeholderData: keepPreviousData,
    refetchInterval: followMs,
  });
};

export const alertCountsOptions = (place: Place) =>
  queryOptions({
    queryKey: ['alerts', place, 'counts'],
    queryFn: () => answered(http.GET(`${list}/counts`, { params: { path: place } })),
    refetchInterval: followMs,
    retry: false,
  });

export const alertOptions = (place: Place, id: string) =>
  queryOptions({
    queryKey: ['alerts', place, id],
    queryFn: () => answered(http.GET(one, { params: { path: { ...place, id } } })),
    refetchInterval: followMs,
  });

export type AlertAction =
  | { readonly do: 'acknowledge' | 'unmute' | 'resolve' }
  | { readonly do: 'mute'; readonly until: string };

export function actOnAlert(place: Place, id: string, action: AlertAction) {
  const params = { path: { ...place, id } };
  switch (action.do) {
    case 'acknowledge':
      return answered(http.POST(`${one}/acknowledge`, { params }));
    case 'unmute':
      return answered(http.POST(`${one}/unmute`, { params }));
    case 'resolve':
      return answered(http.POST(`${one}/resolve`, { params }));
    case 'mute':
      return answered(http.POST(`${one}/mute`, { params, body: { until: action.until } }));
  }
}
