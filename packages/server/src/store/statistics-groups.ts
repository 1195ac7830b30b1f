// Statistics webhook by webhook: those with most to tell, and what the others amount to; and type by type. Reads the hours or
// days of each by the primary key, so that it costs what the range holds, whatever was kept of other times.
import type { Span } from '../domain/statistics.ts';
import type { Database, Statement } from './database.ts';
import { type SpanStatistics, type StatisticsRange, spanColumns, wholeEnvironment } from './statistics.ts';

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

/** What waits for one webhook now, or for all, as far as was counted. */
export interface GroupWaiting {
  readonly pending: number;
  /** Of those that are pending: after a failed attempt. */
  readonly retrying: number;
  readonly held: number;
  readonly isAtLeast: boolean;
  /** The oldest that waits; null: nothing does. */
  readonly oldestId: string | null;
}

export interface StatisticsGroups {
  readonly groups: readonly StatisticsGroup[];
  /** Webhooks that came after the limit, together. */
  readonly rest: GroupRest;
  /** What waits for all webhooks of the environment. */
  readonly waiting: GroupWaiting;
}

export interface GroupRest {
  readonly webhooks: number;
  readonly attempts: number;
  readonly succeeded: number;
  readonly failed: number;
}

/** One event type: its hours or days in which anything happened, the oldest first. */
export interface TypeStatistics {
  readonly type: string;
  readonly spans: readonly SpanStatistics[];
}

/** Deliveries that are counted of what waits for one webhook, and for all of an environment. */
const waitingMax = 1_000;
const waitingInAllMax = 10_000;

/** Of all types, or of those in the last parameter: in two tables, and two statements. */
const sources = {
  all: { name: 'statistics', among: '' },
  types: { name: 'statistics_by_type', among: 'AND type = ANY ($8::text[])' },
} as const;
type Source = (typeof sources)[keyof typeof sources];
const sourceOf = (types: readonly string[] | null): Source => (types === null ? sources.all : sources.types);

/** @param among which webhooks, as SQL. Two statements, since one for both would look at every webhook for a few that are named. */
const readGroups = ({ name, among: amongTypes }: Source, suffix: string, among: string): Statement => ({
  name: `${name}_groups${suffix}`,
  text: `
WITH sums AS MATERIALIZED (
  SELECT w.id, w.name, coalesce(s.attempts, 0) AS attempts, coalesce(s.succeeded, 0) AS succeeded, coalesce(s.failed, 0) AS failed
  FROM webhooks w CROSS JOIN LATERAL (
    SELECT sum(attempts)::int AS attempts, sum(succeeded)::int AS succeeded, sum(failed)::int AS failed FROM ${name}
    WHERE environment_id = $1 AND webhook_id = w.id AND span = $2 AND since >= $3 AND since < $4 ${amongTypes}
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
const readBusy = (source: Source) => readGroups(source, '', '$5::uuid[] IS NULL AND s.attempts > 0');
const readNamed = (source: Source) => readGroups(source, '_named', 'w.id = ANY ($5::uuid[])');

/** $1 environment, $2 webhooks, $3 span, $4 and $5 range, $6 types. */
const readSpans = ({ name, among }: Source, more: string): Statement => ({
  name: `${name}_group_spans`,
  text: `
SELECT webhook_id AS "webhookId", ${more}${spanColumns}
FROM ${name} WHERE environment_id = $1 AND webhook_id = ANY ($2::uuid[]) AND span = $3 AND since >= $4 AND since < $5
${among.replace('$8', '$6')}
ORDER BY since`,
});
const readSpansOfAll = readSpans(sources.all, '');
const readSpansOfTypes = readSpans(sources.types, 'type, ');

const readWaiting: Statement = {
  name: 'statistics_group_waiting',
  text: `
SELECT w.id AS "webhookId", count(q.id) FILTER (WHERE NOT q.held) AS pending, count(q.id) FILTER (WHERE q.held) AS held,
       count(q.id) FILTER (WHERE NOT q.held AND q.attempt > 1) AS retrying,
       count(q.id) >= ${waitingMax} AS "isAtLeast", (array_agg(q.id ORDER BY q.id))[1] AS "oldestId"
FROM unnest($1::uuid[]) AS w (id) LEFT JOIN LATERAL (
  SELECT delivery_id AS id, held, attempt FROM queue WHERE webhook_id = w.id ORDER BY delivery_id LIMIT ${waitingMax}
) AS q ON true
GROUP BY w.id`,
};

const readWaitingInAll: Statement = {
  name: 'statistics_waiting',
  text: `
SELECT count(*) FILTER (WHERE NOT held) AS pending, count(*) FILTER (WHERE NOT held AND attempt > 1) AS retrying,
       count(*) FILTER (WHERE held) AS held, count(*) >= ${waitingInAllMax} AS "isAtLeast",
       (array_agg(delivery_id ORDER BY delivery_id))[1] AS "oldestId"
FROM (SELECT delivery_id, held, attempt FROM queue WHERE environment_id = $1 ORDER BY delivery_id LIMIT ${waitingInAllMax}) AS q`,
};

interface GroupRow extends GroupRest {
  readonly id: string | null;
  readonly name: string | null;
}

type Of<T> = T & { readonly webhookId: string };

export interface StatisticsGroupStore {
  readGroups(request: GroupRequest): Promise<StatisticsGroups>;
  /** Each of the types with any attempts, in no order. */
  readTypes(request: TypesRequest): Promise<readonly TypeStatistics[]>;
}

export interface TypesRequest extends StatisticsRange {
  readonly types: readonly string[];
}

export function createStatisticsGroupStore(database: Database): StatisticsGroupStore {
  return {
    readGroups: (request) => readGroupsOf(database, request),
    async readTypes({ webhookId, ...request }) {
      const spans = await readSpansOf(database, request, [webhookId ?? wholeEnvironment]);
      return [...Map.groupBy(spans, ({ type = '' }) => type)].map(([type, of]) => ({ type, spans: of }));
    },
  };
}

async function readGroupsOf(database: Database, request: GroupRequest): Promise<StatisticsGroups> {
  const { environmentId, webhookIds, types, span, from, to, order, limit } = request;
  const source = sourceOf(types);
  const range: readonly [Span, Date, Date] = [span, from, to];
  const rows = await database.query<GroupRow>(webhookIds === null ? readBusy(source) : readNamed(source), [
    environmentId,
    ...range,
    webhookIds,
    order,
    limit,
    ...(types === null ? [] : [types]),
  ]);
  const named = rows.flatMap(({ id, name }) => (id === null ? [] : [{ webhookId: id, name: name ?? '' }]));
  const ids = named.map(({ webhookId }) => webhookId);
  const spans = await readSpansOf(database, request, ids);
  const waiting = new Map(
    (await database.query<Of<GroupWaiting>>(readWaiting, [ids])).map((row) => [row.webhookId, row]),
  );
  const [inAll = nothingWaits] = await database.query<GroupWaiting>(readWaitingInAll, [environmentId]);
  const byWebhook = Map.groupBy(spans, ({ webhookId }) => webhookId);
  return {
    groups: named.map((group) => ({
      ...group,
      spans: byWebhook.get(group.webhookId) ?? [],
      waiting: waiting.get(group.webhookId) ?? nothingWaits,
    })),
    waiting: inAll,
    rest: rows.find(({ id }) => id === null) ?? { webhooks: 0, attempts: 0, succeeded: 0, failed: 0 },
  };
}

type GroupSpan = Of<SpanStatistics> & { readonly type?: string };

function readSpansOf(
  database: Database,
  { environmentId, types, span, from, to }: Omit<StatisticsRange, 'webhookId'>,
  webhookIds: readonly string[],
): Promise<readonly GroupSpan[]> {
  const values = [environmentId, webhookIds, span, from, to];
  return types === null
    ? database.query(readSpansOfAll, values)
    : database.query(readSpansOfTypes, [...values, types]);
}

const nothingWaits: GroupWaiting = { pending: 0, retrying: 0, held: 0, isAtLeast: false, oldestId: null };
