// Figures of what became of deliveries, by the hour or by the day; of one webhook or of all.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { now } from '../lib/now.ts';
import { answered, http } from './client.ts';
import type { Place, Statistics } from './types.ts';

const base = '/api/v1/applications/{appId}/envs/{env}';

export type Bucket = 'hour' | 'day';

/** Up to the present, which counts as one of so many buckets; or from one moment to another. */
export type StatisticsSpan =
  | { readonly bucket: Bucket; readonly count: number }
  | { readonly bucket: Bucket; readonly from: string; readonly to: string };

/** Spans of time that pages offer. */
export const statisticsSpans = {
  '24h': { bucket: 'hour', count: 24 },
  '7d': { bucket: 'hour', count: 7 * 24 },
  '30d': { bucket: 'day', count: 30 },
  '90d': { bucket: 'day', count: 90 },
} as const satisfies Readonly<Record<string, StatisticsSpan>>;

/** They are up to date but for a few seconds. */
const followMs = 30_000;

const groupsMax = 100;

const bucketMs: Readonly<Record<Bucket, number>> = { hour: 3_600_000, day: 24 * 3_600_000 };

const hoursShownMax = 8 * 24;

/** By the hour where these are few enough to be told apart in a picture. */
export function spanFrom(from: string, to: string): StatisticsSpan {
  const hours = (Date.parse(to) - Date.parse(from)) / bucketMs.hour;
  return { bucket: hours <= hoursShownMax ? 'hour' : 'day', from, to };
}

function asked(span: StatisticsSpan) {
  const { bucket } = span;
  if ('from' in span) return { bucket, from: span.from, to: span.to };
  return { bucket, from: new Date(now() - (span.count - 1) * bucketMs[bucket]).toISOString() };
}

/** Of one webhook, of one event type or topic (`signer.*`); without either, of all. */
export interface StatisticsFilter {
  readonly webhookId?: string | undefined;
  readonly type?: string | undefined;
}

const ofType = ({ type }: StatisticsFilter) => (type === undefined ? {} : { type });

/** @param groupBy `type`: type by type, too, those with the most attempts first */
export const statisticsOptions = (
  place: Place,
  span: StatisticsSpan,
  filter: StatisticsFilter = {},
  groupBy?: 'type',
) =>
  queryOptions({
    queryKey: ['statistics', place, filter.webhookId ?? null, span, filter.type ?? null, groupBy ?? null],
    queryFn: async (): Promise<Statistics> => {
      const query = { ...asked(span), ...ofType(filter), ...(groupBy && { groupBy, limit: groupsMax }) };
      return filter.webhookId === undefined
        ? answered(http.GET(`${base}/stats`, { params: { path: place, query } }))
        : answered(
            http.GET(`${base}/webhooks/{id}/stats`, {
              params: { path: { ...place, id: filter.webhookId }, query },
            }),
          );
    },
    placeholderData: keepPreviousData,
    refetchInterval: followMs,
  });

/** Webhook by webhook, the most used first; with what waits for each. */
export const statisticsByWebhookOptions = (
  place: Place,
  span: StatisticsSpan,
  filter: Pick<StatisticsFilter, 'type'> & { readonly webhookIds?: readonly string[] } = {},
) =>
  queryOptions({
    queryKey: ['statistics', place, 'groups', span, filter.webhookIds ?? null, filter.type ?? null],
    queryFn: () => {
      const named = filter.webhookIds && { webhookId: [...filter.webhookIds] };
      const query = {
        ...asked(span),
        ...ofType(filter),
        groupBy: 'webhook' as const,
        limit: groupsMax,
        ...named,
      };
      return answered(http.GET(`${base}/stats`, { params: { path: place, query } }));
    },
    placeholderData: keepPreviousData,
    refetchInterval: followMs,
  });

export const endOf = (from: string, bucket: Bucket): string =>
  new Date(Date.parse(from) + bucketMs[bucket]).toISOString();
