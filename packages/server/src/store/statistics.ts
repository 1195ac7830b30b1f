// Statistics by webhook, event type, hour and day. Attempts are tallied by the very statement that records them, so what is
// tallied is exactly what is recorded; adding tallies to the statistics takes them away in the same commit, so each counts once,
// whoever adds them and whatever is interrupted. Decisions 0011 and 0033 have what was rejected.
import {
  type Counts,
  latencyBoundsMs,
  latencyClass,
  latencyClasses,
  type Span,
  spanMs,
} from '../domain/statistics.ts';
import type { Database, Statement } from './database.ts';

export interface SpanStatistics extends Counts {
  readonly since: Date;
}

export interface StatisticsRange {
  readonly environmentId: number;
  /** null: all webhooks of the environment together. */
  readonly webhookId: string | null;
  /** Only of these event types; null: of all, also of what was counted before types were. */
  readonly types: readonly string[] | null;
  readonly span: Span;
  readonly from: Date;
  readonly to: Date;
}

export interface StatisticsStore {
  /** Adds up to so many tallies to the statistics; answers how many. */
  rollUp(talliesMax: number): Promise<number>;
  /** The hours or days of the range in which anything happened, the oldest first; one for each of the types that are asked for. */
  read(range: StatisticsRange): Promise<readonly SpanStatistics[]>;
  /** Since when attempts of the environment are counted by type; null: all of them are. */
  typesCountedSince(environmentId: number): Promise<Date | null>;
  /** Removes up to so many hours that began before; their days stay. Answers how many. */
  forgetHours(before: Date, hoursMax: number): Promise<number>;
}

const hourMs = spanMs.hour;

/** What of an attempt is counted. */
export interface Counted {
  readonly webhookId: string;
  readonly type: string;
  readonly startedAt: number;
  /** Whole. */
  readonly durationMs: number;
  readonly succeeded: boolean;
  /** Why it failed; null where it did not. */
  readonly reason: string | null;
}

/** The same for attempts that count alike, but for how long each took: PostgreSQL then groups by one number instead of all this. */
export const tallyKey = ({ webhookId, type, startedAt, durationMs, succeeded, reason }: Counted): string =>
  `${webhookId}${type} ${Math.floor(startedAt / hourMs)} ${latencyClass(durationMs)} ${succeeded} ${reason}`;

/** SQL of what an attempt is, by the names of columns. */
export interface CountedSql {
  readonly environment: string;
  readonly webhook: string;
  readonly type: string;
  readonly startedMs: string;
  readonly durationMs: string;
  readonly state: string;
  readonly status: string;
  readonly error: string;
}

/**
 * SQL: tallies attempts, as the last part of the statement that records them.
 * @param alike rows of one attempt for all that have the same `tallyKey`, with how many these are as `attempts`, and how long they
 * took together as `duration_ms`
 */
export function tallyAttempts(alike: string, of: CountedSql): string {
  return `
  INSERT INTO attempt_tallies (environment_id, webhook_id, type, hour, state, latency, reason, attempts, duration_ms)
  SELECT ${of.environment}, ${of.webhook}, ${of.type}, floor(${of.startedMs} / ${hourMs}.0)::int, ${of.state},
         width_bucket(${of.durationMs}, '{${latencyBoundsMs.join(',')}}'::bigint[]),
         CASE WHEN ${of.state} <> 'succeeded' THEN coalesce(${of.error}, ${of.status} / 100 || 'xx') END, attempts, duration_ms
  FROM ${alike}`;
}

/** Stands for all webhooks of an environment together. */
export const wholeEnvironment = '00000000-0000-0000-0000-000000000000';
const classes = Array.from({ length: latencyClasses }, (_, index) => index);
const forClasses = (sql: (index: number) => string) => classes.map(sql).join(', ');

const figures = 'attempts, succeeded, failed, duration_ms, latency, failures';

/** SQL: what is added to the row `s` that was there. */
const addToRow = `
  SET attempts = s.attempts + excluded.attempts, succeeded = s.succeeded + excluded.succeeded,
      failed = s.failed + excluded.failed, duration_ms = s.duration_ms + excluded.duration_ms,
      latency = ARRAY[${forClasses((index) => `s.latency[${index + 1}] + excluded.latency[${index + 1}]`)}],
      failures = CASE WHEN excluded.attempts = excluded.succeeded THEN s.failures ELSE (
        SELECT coalesce(json_object_agg(reason, attempts), '{}') FROM (
          SELECT key AS reason, sum(value::int) AS attempts
          FROM (SELECT * FROM json_each_text(s.failures) UNION ALL SELECT * FROM json_each_text(excluded.failures)) AS both_of_them
          GROUP BY key) AS merged) END`;

const rollUp: Statement = {
  name: 'statistics_roll_up',
  text: `
WITH taken AS (
  DELETE FROM attempt_tallies
  WHERE ctid = ANY (ARRAY(SELECT ctid FROM attempt_tallies LIMIT $1::int FOR UPDATE SKIP LOCKED))
  RETURNING *
), alike AS (
  -- First what is alike becomes one: what follows costs more.
  SELECT environment_id, webhook_id, type, hour, reason, count(*) AS tallies, sum(attempts) AS attempts,
         sum(duration_ms) AS duration_ms, sum(attempts) FILTER (WHERE state = 'succeeded') AS succeeded,
         sum(attempts) FILTER (WHERE state = 'failed') AS failed,
         ${forClasses((index) => `sum(attempts) FILTER (WHERE latency = ${index}) AS c${index}`)}
  FROM taken GROUP BY environment_id, webhook_id, type, hour, reason
), by_reason AS (
  SELECT environment_id, subject.id AS webhook_id, span.name AS span, span.began, reason, type, grouping(type) = 1 AS of_all_types,
         sum(attempts) AS attempts, sum(duration_ms) AS duration_ms, sum(succeeded) AS succeeded, sum(failed) AS failed,
         ${forClasses((index) => `sum(c${index}) AS c${index}`)}
  FROM alike
  CROSS JOIN LATERAL (VALUES (alike.webhook_id), ('${wholeEnvironment}'::uuid)) AS subject (id)
  CROSS JOIN LATERAL (VALUES ('hour', alike.hour), ('day', alike.hour - alike.hour % 24)) AS span (name, began)
  GROUP BY environment_id, subject.id, span.name, span.began, reason, ROLLUP (type)
), counted AS (
  SELECT environment_id, webhook_id, span, to_timestamp(began * 3600.0) AS since, of_all_types, type,
         sum(attempts)::int AS attempts, coalesce(sum(succeeded), 0)::int AS succeeded, coalesce(sum(failed), 0)::int AS failed,
         sum(duration_ms)::bigint AS duration_ms, ARRAY[${forClasses((index) => `coalesce(sum(c${index}), 0)`)}]::int[] AS latency,
         coalesce(json_object_agg(reason, attempts) FILTER (WHERE reason IS NOT NULL), '{}') AS failures
  FROM by_reason GROUP BY environment_id, webhook_id, span, began, of_all_types, type
), added AS (
  INSERT INTO statistics AS s (environment_id, webhook_id, span, since, ${figures})
  SELECT environment_id, webhook_id, span, since, ${figures} FROM counted WHERE of_all_types
  -- In one order, so that two who add at the same time cannot wait for each other in a circle.
  ORDER BY environment_id, webhook_id, span, since
  ON CONFLICT (environment_id, webhook_id, span, since) DO UPDATE ${addToRow}
  RETURNING 1
), added_by_type AS (
  INSERT INTO statistics_by_type AS s (environment_id, webhook_id, type, span, since, ${figures})
  SELECT environment_id, webhook_id, type, span, since, ${figures} FROM counted
  -- Always behind the others: that too is one order.
  WHERE NOT of_all_types AND type <> '' AND (SELECT count(*) FROM added) > 0
  ORDER BY environment_id, webhook_id, type, span, since
  ON CONFLICT (environment_id, webhook_id, type, span, since) DO UPDATE ${addToRow}
)
SELECT coalesce(sum(tallies), 0)::int AS tallies FROM alike`,
};

/** SQL: the columns of a span of statistics. */
export const spanColumns =
  'since, attempts, succeeded, failed, duration_ms AS "durationMs", latency, failures';

const read: Statement = {
  name: 'statistics_read',
  text: `
SELECT ${spanColumns} FROM statistics
WHERE environment_id = $1 AND webhook_id = $2 AND span = $3 AND since >= $4 AND since < $5 ORDER BY since`,
};

const readTypes: Statement = {
  name: 'statistics_read_types',
  text: `
SELECT ${spanColumns} FROM statistics_by_type
WHERE environment_id = $1 AND webhook_id = $2 AND span = $3 AND since >= $4 AND since < $5 AND type = ANY ($6::text[]) ORDER BY since`,
};

const countedSince: Statement = {
  name: 'statistics_types_counted_since',
  text: 'SELECT types_counted_since AS since FROM environments WHERE id = $1',
};

const forgetHours = (table: string): Statement => ({
  name: `${table}_forget_hours`,
  text: `
WITH gone AS (
  DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE span = 'hour' AND since < $1 ORDER BY since LIMIT $2))
  AND span = 'hour' RETURNING 1
)
SELECT count(*) AS hours FROM gone`,
});
const forgetting = [forgetHours('statistics'), forgetHours('statistics_by_type')];

export function createStatisticsStore(database: Database): StatisticsStore {
  return {
    async rollUp(talliesMax) {
      const [row] = await database.query<{ tallies: number }>(rollUp, [talliesMax]);
      return row?.tallies ?? 0;
    },
    read: ({ environmentId, webhookId, types, span, from, to }) => {
      const range = [environmentId, webhookId ?? wholeEnvironment, span, from, to];
      return types === null ? database.query(read, range) : database.query(readTypes, [...range, types]);
    },
    async typesCountedSince(environmentId) {
      const [row] = await database.query<{ since: Date | null }>(countedSince, [environmentId]);
      return row?.since ?? null;
    },
    async forgetHours(before, hoursMax) {
      let gone = 0;
      for (const statement of forgetting) {
        const [row] = await database.query<{ hours: number }>(statement, [before, hoursMax - gone]);
        gone += row?.hours ?? 0;
      }
      return gone;
    },
  };
}
