// Statistics by webhook, hour and day. Attempts are tallied by the very statement that records them, so what is tallied is
// exactly what is recorded; adding tallies to the statistics takes them away in the same commit, so each counts once, whoever
// adds them and whatever is interrupted. Decision 0011 has what was rejected.
import { latencyBoundsMs, latencyClasses, type Span } from '../domain/statistics.ts';
import type { Database, Statement } from './database.ts';

export interface SpanStatistics {
  readonly since: Date;
  readonly attempts: number;
  /** Deliveries that ended: each success, and each failure that no retry follows. */
  readonly succeeded: number;
  readonly failed: number;
  readonly durationMs: number;
  /** Attempts by class of their duration. */
  readonly latency: readonly number[];
  /** Failed attempts by reason. */
  readonly failures: Readonly<Record<string, number>>;
}

export interface StatisticsRange {
  readonly environmentId: number;
  /** null: all webhooks of the environment together. */
  readonly webhookId: string | null;
  readonly span: Span;
  readonly from: Date;
  readonly to: Date;
}

export interface StatisticsStore {
  /** Adds up to so many tallies to the statistics; answers how many. */
  rollUp(talliesMax: number): Promise<number>;
  /** The hours or days of the range in which anything happened, the oldest first. */
  read(range: StatisticsRange): Promise<readonly SpanStatistics[]>;
  /** Removes up to so many hours that began before; their days stay. Answers how many. */
  forgetHours(before: Date, hoursMax: number): Promise<number>;
}

/**
 * Tallies attempts: the last part of the statement that records them.
 * @param rows the common table expression with what was recorded
 */
export function tallyAttempts(rows: string): string {
  return `
  INSERT INTO attempt_tallies (environment_id, webhook_id, hour, state, latency, reason, attempts, duration_ms)
  SELECT environment_id, webhook_id, floor(started_ms / 3600000)::int, state,
         width_bucket(duration_ms, '{${latencyBoundsMs.join(',')}}'::int[]),
         CASE WHEN state <> 'succeeded' THEN coalesce(error, status / 100 || 'xx') END, count(*), sum(duration_ms)
  FROM ${rows} GROUP BY 1, 2, 3, 4, 5, 6`;
}

const wholeEnvironment = '00000000-0000-0000-0000-000000000000';
const classes = Array.from({ length: latencyClasses }, (_, index) => index);
const forClasses = (sql: (index: number) => string) => classes.map(sql).join(', ');

const rollUp: Statement = {
  name: 'statistics_roll_up',
  text: `
WITH taken AS (
  DELETE FROM attempt_tallies
  WHERE ctid = ANY (ARRAY(SELECT ctid FROM attempt_tallies LIMIT $1::int FOR UPDATE SKIP LOCKED))
  RETURNING *
), alike AS (
  -- First what is alike becomes one: what follows costs more.
  SELECT environment_id, webhook_id, hour, state, latency, reason, count(*) AS tallies, sum(attempts) AS attempts,
         sum(duration_ms) AS duration_ms
  FROM taken GROUP BY environment_id, webhook_id, hour, state, latency, reason
), spread AS (
  SELECT t.environment_id, subject.id AS webhook_id, span.name AS span, to_timestamp(span.began * 3600.0) AS since,
         t.state, t.latency, t.reason, t.attempts, t.duration_ms
  FROM alike t
  CROSS JOIN LATERAL (VALUES (t.webhook_id), ('${wholeEnvironment}'::uuid)) AS subject (id)
  CROSS JOIN LATERAL (VALUES ('hour', t.hour), ('day', t.hour - t.hour % 24)) AS span (name, began)
), by_reason AS (
  SELECT environment_id, webhook_id, span, since, reason, sum(attempts) AS attempts, sum(duration_ms) AS duration_ms,
         sum(attempts) FILTER (WHERE state = 'succeeded') AS succeeded, sum(attempts) FILTER (WHERE state = 'failed') AS failed,
         ${forClasses((index) => `sum(attempts) FILTER (WHERE latency = ${index}) AS c${index}`)}
  FROM spread GROUP BY environment_id, webhook_id, span, since, reason
), added AS (
  INSERT INTO statistics AS s (environment_id, webhook_id, span, since, attempts, succeeded, failed, duration_ms, latency, failures)
  SELECT environment_id, webhook_id, span, since, sum(attempts), coalesce(sum(succeeded), 0), coalesce(sum(failed), 0),
         sum(duration_ms), ARRAY[${forClasses((index) => `coalesce(sum(c${index}), 0)`)}]::int[],
         coalesce(json_object_agg(reason, attempts) FILTER (WHERE reason IS NOT NULL), '{}')
  FROM by_reason GROUP BY environment_id, webhook_id, span, since
  -- In one order, so that two who add at the same time cannot wait for each other in a circle.
  ORDER BY environment_id, webhook_id, span, since
  ON CONFLICT (environment_id, webhook_id, span, since) DO UPDATE
  SET attempts = s.attempts + excluded.attempts, succeeded = s.succeeded + excluded.succeeded,
      failed = s.failed + excluded.failed, duration_ms = s.duration_ms + excluded.duration_ms,
      latency = ARRAY[${forClasses((index) => `s.latency[${index + 1}] + excluded.latency[${index + 1}]`)}],
      failures = (
        SELECT coalesce(json_object_agg(reason, attempts), '{}') FROM (
          SELECT key AS reason, sum(value::int) AS attempts
          FROM (SELECT * FROM json_each_text(s.failures) UNION ALL SELECT * FROM json_each_text(excluded.failures)) AS both_of_them
          GROUP BY key) AS merged)
)
SELECT coalesce(sum(tallies), 0)::int AS tallies FROM alike`,
};

const read: Statement = {
  name: 'statistics_read',
  text: `
SELECT since, attempts, succeeded, failed, duration_ms AS "durationMs", latency, failures FROM statistics
WHERE environment_id = $1 AND webhook_id = $2 AND span = $3 AND since >= $4 AND since < $5 ORDER BY since`,
};

const forgetHours: Statement = {
  name: 'statistics_forget_hours',
  text: `
WITH gone AS (
  DELETE FROM statistics WHERE ctid = ANY (ARRAY(SELECT ctid FROM statistics WHERE span = 'hour' AND since < $1 ORDER BY since LIMIT $2))
  AND span = 'hour' RETURNING 1
)
SELECT count(*) AS hours FROM gone`,
};

export function createStatisticsStore(database: Database): StatisticsStore {
  return {
    async rollUp(talliesMax) {
      const [row] = await database.query<{ tallies: number }>(rollUp, [talliesMax]);
      return row?.tallies ?? 0;
    },
    read: ({ environmentId, webhookId, span, from, to }) =>
      database.query<SpanStatistics>(read, [environmentId, webhookId ?? wholeEnvironment, span, from, to]),
    async forgetHours(before, hoursMax) {
      const [row] = await database.query<{ hours: number }>(forgetHours, [before, hoursMax]);
      return row?.hours ?? 0;
    },
  };
}
