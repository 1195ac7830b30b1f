// Figures of what became of deliveries, by the hour or by the day; of one webhook or of all.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { now } from '../lib/now.ts';
import { answered, http } from './client.ts';
import type { Place } from './types.ts';

const base = '/api/v1/applications/{appId}/envs/{env}';

export type Bucket = 'hour' | 'day';

/** Spans of time that pages offer. */
export const statisticsSpans = {
  '24h': { bucket: 'hour', count: 24 },
  '7d': { bucket: 'hour', count: 7 * 24 },
  '30d': { bucket: 'day', count: 30 },
  '90d': { bucket: 'day', count: 90 },
} as const satisfies Readonly<Record<string, { readonly bucket: Bucket; readonly count: number }>>;

export interface StatisticsQuery {
  readonly webhookId?: string | undefined;
  readonly bucket: Bucket;
  /** How many buckets, up to the present one. */
  readonly count: number;
}

/** They are up to date but for a few seconds. */
const followMs = 30_000;

const groupsMax = 100;

const bucketMs: Readonly<Record<Bucket, number>> = { hour: 3_600_000, day: 24 * 3_600_000 };

export const statisticsOptions = (place: Place, { webhookId, bucket, count }: StatisticsQuery) =>
  queryOptions({
    queryKey: ['statistics', place, webhookId ?? null, bucket, count],
    queryFn: () => {
      // The present bucket counts as one of them.
      const from = new Date(now() - (count - 1) * bucketMs[bucket]).toISOString();
      const query = { bucket, from };
      return webhookId === undefined
        ? answered(http.GET(`${base}/stats`, { params: { path: place, query } }))
        : answered(
            http.GET(`${base}/webhooks/{id}/stats`, { params: { path: { ...place, id: webhookId }, query } }),
          );
    },
    placeholderData: keepPreviousData,
    refetchInterval: followMs,
  });

/** Webhook by webhook, the most used first; with what waits for each. */
export const statisticsByWebhookOptions = (
  place: Place,
  {
    bucket,
    count,
    webhookIds,
  }: Omit<StatisticsQuery, 'webhookId'> & { readonly webhookIds?: readonly string[] },
) =>
  queryOptions({
    queryKey: ['statistics', place, 'groups', bucket, count, webhookIds ?? null],
    queryFn: () => {
      const from = new Date(now() - (count - 1) * bucketMs[bucket]).toISOString();
      const named = webhookIds && { webhookId: [...webhookIds] };
      const query = { bucket, from, groupBy: 'webhook', limit: groupsMax, ...named } as const;
      return answered(http.GET(`${base}/stats`, { params: { path: place, query } }));
    },
    placeholderData: keepPreviousData,
    refetchInterval: followMs,
  });

export const endOf = (from: string, bucket: Bucket): string =>
  new Date(Date.parse(from) + bucketMs[bucket]).toISOString();
