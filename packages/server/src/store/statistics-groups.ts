// Statistics webhook by webhook: those with most to tell, and what the others amount to. Reads the hours or days of each webhook
// by the primary key, so that it costs what the range holds, whatever was kept of other times.
import type { Span } from '../domain/statistics.ts';
import type { Database, Statement } from './database.ts';
import type { SpanStatistics, StatisticsRange } from './statistics.ts';

export type GroupOrder = 'attempts' | 'failed';

export interface GroupRequest extends Omit<StatisticsRange, 'webhookId'> {
  /** Only these, also those without any attempt; null: all that made one. */
  readonly webhookIds: readonly string[] | null;
  /** Which come first: those with the most attempts, or with the most that failed. */
  readonly order: GroupOrder;
  readonly limit: number;
}

/** One webhook: its hours or days in which anything happened, the oldest first. */
export interface StatisticsGroup {
  readonly webhookId: string;
  readonly name: string;
  readonly spans: readonly SpanStatistics[];
  readonly waiting: GroupWaiting;
}

/** What waits for a webhook now, as far as was counted. */
export interface GroupWaiting {
  readonly pending: number;
  readonly held: number;
  readonly isAtLeast: boolean;
  /** The oldest that waits; null: nothing does. */
  readonly oldestId: string | null;
}

export interface StatisticsGroups {
  readonly groups: readonly StatisticsGroup[];
  /** Webhooks that came after the limit, together. */
  readonly rest: GroupRest;
}

export interface GroupRest {
  readonly webhooks: number;
  readonly attempts: number;
  readonly succeeded: number;
  readonly failed: number;
}

/** Deliveries that are counted of what waits for one webhook. */
const waitingMax = 1_000;

/** @param among which webhooks, as SQL. Two statements, since one for both would look at every webhook for a few that are named. */
const readGroups = (name: string, among: string): Statement => ({
  name,
  text: `
WITH sums AS MATERIALIZED (
  SELECT w.id, w.name, coalesce(s.attempts, 0) AS attempts, coalesce(s.succeeded, 0) AS succeeded, coalesce(s.failed, 0) AS failed
  FROM webhooks w CROSS JOIN LATERAL (
    SELECT sum(attempts)::int AS attempts, sum(succeeded)::int AS succeeded, sum(failed)::int AS failed FROM statistics
    WHERE environment_id = $1 AND webhook_id = w.id AND span = $2 AND since >= $3 AND since < $4
  ) s
  WHERE w.environment_id = $1 AND w.deleted_at IS NULL AND ${among}
), ranked AS (
  SELECT *, row_number() OVER (ORDER BY CASE $6 WHEN 'failed' THEN attempts - succeeded END DESC, attempts DESC, id) AS place FROM sums
)
SELECT id, name, attempts, succeeded, failed, 1 AS webhooks, place FROM ranked WHERE place <= $7::int
UNION ALL
SELECT NULL, NULL, coalesce(sum(attempts), 0), coalesce(sum(succeeded), 0), coalesce(sum(failed), 0), count(*), NULL
FROM ranked WHERE place > $7::int
ORDER BY place`,
});
const readBusy = readGroups('statistics_groups', '$5::uuid[] IS NULL AND s.attempts > 0');
const readNamed = readGroups('statistics_groups_named', 'w.id = ANY ($5::uuid[])');

const readSpans: Statement = {
  name: 'statistics_group_spans',
  text: `
SELECT webhook_id AS "webhookId", since, attempts, succeeded, failed, duration_ms AS "durationMs", latency, failures
FROM statistics WHERE environment_id = $1 AND webhook_id = ANY ($2::uuid[]) AND span = $3 AND since >= $4 AND since < $5
ORDER BY since`,
};

const readWaiting: Statement = {
  name: 'statistics_group_waiting',
  text: `
SELECT w.id AS "webhookId", count(q.id) FILTER (WHERE NOT q.held) AS pending, count(q.id) FILTER (WHERE q.held) AS held,
       count(q.id) >= ${waitingMax} AS "isAtLeast", (array_agg(q.id ORDER BY q.id))[1] AS "oldestId"
FROM unnest($1::uuid[]) AS w (id) LEFT JOIN LATERAL (
  SELECT delivery_id AS id, held FROM queue WHERE webhook_id = w.id ORDER BY delivery_id LIMIT ${waitingMax}
) AS q ON true
GROUP BY w.id`,
};

interface GroupRow extends GroupRest {
  readonly id: string | null;
  readonly name: string | null;
}

type Of<T> = T & { readonly webhookId: string };

export interface StatisticsGroupStore {
  readGroups(request: GroupRequest): Promise<StatisticsGroups>;
}

export function createStatisticsGroupStore(database: Database): StatisticsGroupStore {
  return { readGroups: (request) => readGroupsOf(database, request) };
}

async function readGroupsOf(
  database: Database,
  { environmentId, webhookIds, span, from, to, order, limit }: GroupRequest,
): Promise<StatisticsGroups> {
  const range: readonly [Span, Date, Date] = [span, from, to];
  const rows = await database.query<GroupRow>(webhookIds === null ? readBusy : readNamed, [
    environmentId,
    ...range,
    webhookIds,
    order,
    limit,
  ]);
  const named = rows.flatMap(({ id, name }) => (id === null ? [] : [{ webhookId: id, name: name ?? '' }]));
  const ids = named.map(({ webhookId }) => webhookId);
  const spans = await database.query<Of<SpanStatistics>>(readSpans, [environmentId, ids, ...range]);
  const waiting = new Map(
    (await database.query<Of<GroupWaiting>>(readWaiting, [ids])).map((row) => [row.webhookId, row]),
  );
  const byWebhook = Map.groupBy(spans, ({ webhookId }) => webhookId);
  return {
    groups: named.map((group) => ({
      ...group,
      spans: byWebhook.get(group.webhookId) ?? [],
      waiting: waiting.get(group.webhookId) ?? nothingWaits,
    })),
    rest: rows.find(({ id }) => id === null) ?? { webhooks: 0, attempts: 0, succeeded: 0, failed: 0 },
  };
}

const nothingWaits: GroupWaiting = { pending: 0, held: 0, isAtLeast: false, oldestId: null };
