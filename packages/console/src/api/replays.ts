// Replays: deliveries that are sent again as durable jobs, and what such a job would send.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';
import type { DeliveryFilter } from './events.ts';
import type { Place, Recoverable, Replay, ReplayState } from './types.ts';

const base = '/api/v1/applications/{appId}/envs/{env}';
const one = `${base}/replays/{id}` as const;

/** While one runs its figures move on. */
const runningMs = 1_000;
const followMs = 15_000;

export const isUnfinished = ({ state }: Pick<Replay, 'state'>): boolean =>
  state === 'running' || state === 'paused';

export interface ReplayQuery {
  readonly state?: ReplayState | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export const replaysOptions = (place: Place, { state, cursor, limit }: ReplayQuery) => {
  const query = { limit, ...(state && { state }), ...(cursor && { cursor }) };
  return queryOptions({
    queryKey: ['replays', place, query],
    queryFn: () => answered(http.GET(`${base}/replays`, { params: { path: place, query } })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      data?.data.some((replay) => replay.state === 'running') ? runningMs : followMs,
  });
};

export const replayOptions = (place: Place, id: string) =>
  queryOptions({
    queryKey: ['replays', place, id],
    queryFn: () => answered(http.GET(one, { params: { path: { ...place, id } } })),
    refetchInterval: ({ state: { data } }) =>
      data === undefined || !isUnfinished(data) ? false : data.state === 'running' ? runningMs : followMs,
  });

/** What is sent again: some deliveries by their ids, or all that a filter finds. */
export type Selection = { readonly ids: readonly string[] } | { readonly filter: DeliveryFilter };

/** Bodies name several values where queries name one. */
function selectionBody(selection: Selection) {
  if ('ids' in selection) return { ids: [...selection.ids] };
  const { status, severity, httpStatus, error, ...same } = selection.filter;
  const several = { status, severity, httpStatus, error };
  const filter = {
    ...same,
    ...Object.fromEntries(Object.entries(several).map(([name, value]) => [name, value && [value]])),
  };
  return {
    filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as never,
  };
}

export const previewOptions = (place: Place, selection: Selection) =>
  queryOptions({
    queryKey: ['replays', place, 'preview', selection],
    queryFn: () =>
      answered(
        http.POST(`${base}/replays/preview`, { params: { path: place }, body: selectionBody(selection) }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });

export interface Way {
  readonly name: string | null;
  readonly perSecond: number;
}

export const beginResend = (place: Place, selection: Selection, way: Way) =>
  answered(
    http.POST(`${base}/deliveries/resend`, {
      params: { path: place },
      body: { ...selectionBody(selection), ...way },
    }),
  );

export interface Recovery {
  readonly webhookId: string;
  readonly from: string;
  readonly to: string;
  readonly status: readonly Recoverable[];
}

export const beginRecovery = (place: Place, { webhookId, from, to, status }: Recovery, way: Way) =>
  answered(
    http.POST(`${base}/webhooks/{id}/recover`, {
      params: { path: { ...place, id: webhookId } },
      body: { from, to, status: [...status], ...way },
    }),
  );

export type ReplayStep = 'pause' | 'resume' | 'cancel';

export function steerReplay(place: Place, id: string, step: ReplayStep) {
  const params = { path: { ...place, id } };
  switch (step) {
    case 'pause':
      return answered(http.POST(`${one}/pause`, { params }));
    case 'resume':
      return answered(http.POST(`${one}/resume`, { params }));
    case 'cancel':
      return answered(http.POST(`${one}/cancel`, { params }));
  }
}

export const changePace = (place: Place, id: string, perSecond: number) =>
  answered(http.PATCH(one, { params: { path: { ...place, id } }, body: { perSecond } }));
