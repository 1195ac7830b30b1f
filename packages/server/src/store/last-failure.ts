// The last attempt of a webhook that failed, and how much hangs on it. Read when an alert takes a step, never for a delivery.
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { LastFailure } from '../domain/alert.ts';
import { limit } from '../domain/limits.ts';
import { lowestIdAt } from '../lib/ids.ts';
import type { DB } from './schema.gen.ts';

export interface Failing {
  readonly environmentId: number;
  readonly webhookId: string;
  /** Milliseconds since the epoch; when the first of the failures in a row happened. */
  readonly since: number;
  /** When they were over; not given while they go on. */
  readonly until?: number;
}

export interface Evidence {
  readonly lastFailure: LastFailure | null;
  /** False when nothing failed but events about webhooks. */
  readonly isGenuine: boolean;
}

export interface Counts {
  /** Given up since then. */
  readonly failedDeliveries: number;
  /** Waiting for a retry, or held. */
  readonly waitingDeliveries: number;
}

interface AttemptRow {
  readonly delivery_id: string;
  readonly number: number;
  readonly ended_ms: number;
  readonly duration_ms: number;
  readonly status: number | null;
  readonly body: Buffer | null;
  readonly error: string | null;
  readonly error_message: string | null;
  readonly genuine: boolean;
}

/** The newest of what waits and of what was given up: the last failure is among them. */
const candidatesMax = 25;
const waitingReadMax = 1000;
/** Failures that end in one batch are recorded as one moment, by clocks that may differ a little. */
const batchMs = 5_000;

/** Deliveries that failed may have been born long before: as long as a retry schedule lasts. */
const oldestOf = (since: number) => lowestIdAt(since - limit('retry_schedule_seconds_max') * 1000);

export async function findEvidence(
  transaction: Transaction<DB>,
  { environmentId, webhookId, since }: Failing,
): Promise<Evidence> {
  const { rows } = await sql<AttemptRow>`
    WITH waiting AS MATERIALIZED (
      (${attempted(webhookId, sql`DESC`)}) UNION (${attempted(webhookId, sql`ASC`)})
    )
    SELECT *, extract(epoch FROM started_at)::float8 * 1000 + duration_ms AS ended_ms FROM (
      SELECT a.delivery_id, a.number, a.started_at, a.duration_ms, a.status, ${bodyOf('a')} AS body, a.error, a.error_message,
             e.type NOT LIKE 'webhook.%' AS genuine
      FROM waiting w
      JOIN attempts a ON a.environment_id = ${environmentId} AND a.delivery_id = w.delivery_id AND a.number = w.attempt - 1
      JOIN events e ON e.environment_id = ${environmentId} AND e.id = w.event_id
      WHERE a.outcome = 'failed'
      UNION ALL (
        SELECT d.id, d.attempts, d.started_at, d.duration_ms, d.last_status, ${bodyOf('d')}, d.last_error, d.error_message,
               d.type NOT LIKE 'webhook.%'
        FROM deliveries d
        WHERE d.environment_id = ${environmentId} AND d.state = 'failed' AND d.state <> 'succeeded' AND d.id >= ${oldestOf(since)}
        AND d.webhook_id = ${webhookId} AND d.url IS NOT NULL ORDER BY d.id DESC LIMIT ${candidatesMax}
      )
    ) AS failures ORDER BY started_at DESC, number DESC, delivery_id DESC`.execute(transaction);
  const ofStreak = rows.filter(({ ended_ms }) => ended_ms >= since - batchMs);
  const [last] = rows;
  return {
    lastFailure: last ? toLastFailure(last) : null,
    isGenuine: ofStreak.length === 0 || ofStreak.some(({ genuine }) => genuine),
  };
}

/** What waits for a retry. Of a long queue, what has been tried stands at either end: it is not read whole. */
const attempted = (webhookId: string, order: RawBuilder<unknown>) => sql`
  SELECT delivery_id, event_id, attempt FROM (
    SELECT delivery_id, event_id, attempt FROM queue WHERE webhook_id = ${webhookId}
    ORDER BY delivery_id ${order} LIMIT ${waitingReadMax}
  ) AS one_end WHERE attempt > 1 LIMIT ${candidatesMax}`;

const bodyOf = (row: string) =>
  sql`substring(${sql.ref(`${row}.response_body`)} FOR ${limit('alert_body_bytes_max')})`;

function toLastFailure(row: AttemptRow): LastFailure {
  return {
    deliveryId: row.delivery_id,
    attempt: row.number,
    at: new Date(row.ended_ms).toISOString(),
    durationMs: row.duration_ms,
    status: row.status,
    body: row.body === null ? null : asText(row.body),
    error: row.error === null ? null : { kind: row.error, message: row.error_message ?? '' },
  };
}

/** Null for what is no text, or empty; a character that was cut at the end is left out. */
function asText(bytes: Buffer): string | null {
  const text = bytes
    .toString()
    .replace(/\uFFFD{1,3}$/, '')
    .trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what text does not have
  return text === '' || /[\uFFFD\u0000-\u0008\u000E-\u001F]/.test(text) ? null : text;
}

/** Each up to `alert_count_max`. */
export async function countTrouble(
  executor: Transaction<DB>,
  { environmentId, webhookId, since, until }: Failing,
): Promise<Counts> {
  const max = limit('alert_count_max');
  const { rows } = await sql<Counts>`
    SELECT (SELECT count(*) FROM (SELECT FROM queue WHERE webhook_id = ${webhookId} LIMIT ${max}) AS w)
             AS "waitingDeliveries",
           (SELECT count(*) FROM (
              SELECT FROM deliveries WHERE environment_id = ${environmentId} AND state = 'failed' AND state <> 'succeeded'
              AND id >= ${oldestOf(since)} AND webhook_id = ${webhookId} AND finished_at >= ${new Date(since - batchMs)}
              AND (${until === undefined ? null : new Date(until)}::timestamptz IS NULL OR finished_at <= ${until === undefined ? null : new Date(until)}) LIMIT ${max}
            ) AS f) AS "failedDeliveries"`.execute(executor);
  return rows[0] ?? { failedDeliveries: 0, waitingDeliveries: 0 };
}
