// Records what attempts ended as: attempt, delivery, queue, the webhook's health and what statistics are made of, in one
// statement for the whole batch.
// Fenced by lease owner and attempt number: of a node that lost its lease nothing is written.
import type { Decision, Trigger } from '../domain/delivery.ts';
import type { Database, Statement } from './database.ts';
import { cut, cutText, pack, plainArray } from './packing.ts';
import { tallyAttempts } from './statistics.ts';

/** One finished attempt, ready to be recorded. */
export interface FinishedAttempt {
  readonly deliveryId: string;
  readonly environmentId: number;
  readonly webhookId: string;
  readonly number: number;
  readonly trigger: Trigger;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly firstByteMs: number | null;
  readonly decision: Decision;
  readonly request: AttemptRequest;
  readonly response: AttemptResponse | null;
  readonly error: { readonly kind: string; readonly message: string } | null;
}

/** The body is head, content of the event, tail; or the head alone where the tail is null. */
interface AttemptRequest {
  readonly url: string;
  readonly headers: string;
  readonly head: Buffer;
  readonly tail: Buffer | null;
}

interface AttemptResponse {
  readonly status: number;
  readonly headers: string;
  readonly body: Buffer;
  readonly truncated: boolean;
}

export interface RecordStore {
  /** Answers, for each attempt whose lease still held, when it is tried again, in milliseconds (null: finished or held). */
  record(
    nodeId: number,
    attempts: readonly FinishedAttempt[],
    now: Date | null,
  ): Promise<ReadonlyMap<string, number | null>>;
}

/**
 * $1 node, $2 now, $3/$4 packed parts (url, request headers, head and tail of its body, response headers, response body, error message),
 * $5… columns of the attempts, $19… health by webhook, $24/$25 the range of ids, which lets PostgreSQL skip
 * partitions, $26 whether the body stands around the event's content.
 */
const recordAttempts: Statement = {
  name: 'record_attempts',
  text: `
WITH input AS MATERIALIZED (
  SELECT * FROM unnest($5::uuid[], $6::int[], $7::uuid[], $8::smallint[], $9::text[], $10::float8[], $11::int[], $12::int[],
                       $13::text[], $14::float8[], $15::smallint[], $16::smallint[], $17::boolean[], $18::text[], $26::boolean[])
    WITH ORDINALITY AS i (delivery_id, environment_id, webhook_id, number, trigger, started_ms, duration_ms, first_byte_ms,
                          state, delay_ms, step, status, truncated, error, around, row)
), finished AS (
  DELETE FROM queue q USING input i
  WHERE q.delivery_id = i.delivery_id AND q.owner = $1::int AND q.attempt = i.number AND i.state <> 'pending'
  RETURNING i.*, NULL::timestamptz AS due_at, false AS held
), off AS MATERIALIZED (
  -- Locked: an enable that is under way is waited for, so that nothing stays held for an enabled webhook.
  SELECT id FROM webhooks WHERE status <> 'enabled' AND id IN (SELECT webhook_id FROM input WHERE state = 'pending') FOR SHARE
), again AS (
  UPDATE queue q
  SET owner = NULL, attempt = i.number + 1, step = i.step, trigger = 'auto', held = i.webhook_id IN (SELECT id FROM off),
      due_at = coalesce($2::timestamptz, now()) + i.delay_ms * interval '1 millisecond'
  FROM input i
  WHERE q.delivery_id = i.delivery_id AND q.owner = $1::int AND q.attempt = i.number AND i.state = 'pending'
  RETURNING i.*, q.due_at, q.held
), kept AS MATERIALIZED (
  -- Carries the input along: joining it again by id would compare every row with every other.
  SELECT * FROM finished UNION ALL SELECT * FROM again
), delivered AS (
  UPDATE deliveries d
  SET state = CASE WHEN k.held THEN 'held' ELSE k.state END, attempts = k.number,
      next_attempt_at = CASE WHEN NOT k.held THEN k.due_at END, last_status = k.status, last_error = k.error,
      finished_at = CASE WHEN k.state <> 'pending' THEN coalesce($2::timestamptz, now()) END
  FROM kept k
  WHERE d.environment_id = k.environment_id AND d.id = k.delivery_id AND d.id BETWEEN $24::uuid AND $25::uuid
), logged AS (
  INSERT INTO attempts (environment_id, delivery_id, number, trigger, outcome, started_at, duration_ms, first_byte_ms, url,
                        request_headers, request_head, request_tail, status, response_headers, response_body, response_truncated, error,
                        error_message)
  SELECT k.environment_id, k.delivery_id, k.number, k.trigger, CASE k.state WHEN 'succeeded' THEN 'succeeded' ELSE 'failed' END,
         to_timestamp(k.started_ms / 1000.0), k.duration_ms, k.first_byte_ms, ${cutText(3, 'k.row', 7, 0)},
         ${cutText(3, 'k.row', 7, 1)}, ${cut(3, 'k.row', 7, 2)}, CASE WHEN k.around THEN ${cut(3, 'k.row', 7, 3)} END, k.status,
         CASE WHEN k.status IS NOT NULL THEN ${cutText(3, 'k.row', 7, 4)} END,
         CASE WHEN k.status IS NOT NULL THEN ${cut(3, 'k.row', 7, 5)} END, k.truncated, k.error,
         CASE WHEN k.error IS NOT NULL THEN ${cutText(3, 'k.row', 7, 6)} END
  FROM kept k
), healthy AS (
  INSERT INTO webhook_health AS h (webhook_id, consecutive_failures, last_success_at, last_failure_at)
  SELECT b.webhook_id, b.failures, to_timestamp(b.success_ms / 1000.0), to_timestamp(b.failure_ms / 1000.0)
  FROM unnest($19::uuid[], $20::int[], $21::boolean[], $22::float8[], $23::float8[])
    AS b (webhook_id, failures, succeeded, success_ms, failure_ms)
  -- A webhook that goes on being healthy is written once a second: its row is locked until the commit, and batches that
  -- wait for each other's commits would halve the rate.
  WHERE b.failures > 0 OR b.failure_ms IS NOT NULL OR NOT EXISTS (
    SELECT FROM webhook_health p WHERE p.webhook_id = b.webhook_id AND p.consecutive_failures = 0
    AND p.last_success_at > to_timestamp(b.success_ms / 1000.0) - interval '1 second')
  ORDER BY b.webhook_id
  ON CONFLICT (webhook_id) DO UPDATE
  SET consecutive_failures = CASE WHEN excluded.last_success_at IS NULL THEN h.consecutive_failures ELSE 0 END
                             + excluded.consecutive_failures,
      last_success_at = coalesce(excluded.last_success_at, h.last_success_at),
      last_failure_at = coalesce(excluded.last_failure_at, h.last_failure_at)
), tallied AS (${tallyAttempts('kept')}
)
SELECT delivery_id,
       CASE WHEN NOT held THEN extract(epoch FROM due_at - coalesce($2::timestamptz, now()))::float8 * 1000 END AS due_in_ms
FROM kept`,
};

export function createRecordStore(database: Database): RecordStore {
  return {
    record: async (nodeId, attempts, now) => {
      const rows = await database.query<{ delivery_id: string; due_in_ms: number | null }>(
        recordAttempts,
        recordValues(nodeId, attempts, now),
      );
      return new Map(rows.map((row) => [row.delivery_id, row.due_in_ms]));
    },
  };
}

function recordValues(
  nodeId: number,
  attempts: readonly FinishedAttempt[],
  now: Date | null,
): readonly unknown[] {
  const blob = pack(attempts.map(parts));
  const column = (read: (attempt: FinishedAttempt) => string | number | boolean | null) =>
    plainArray(attempts.map(read));
  const ids = attempts.map((attempt) => attempt.deliveryId).sort();
  return [
    nodeId,
    now,
    blob.bytes,
    blob.boundaries,
    column((attempt) => attempt.deliveryId),
    column((attempt) => attempt.environmentId),
    column((attempt) => attempt.webhookId),
    column((attempt) => attempt.number),
    column((attempt) => attempt.trigger),
    column((attempt) => attempt.startedAt),
    column((attempt) => Math.round(attempt.durationMs)),
    column((attempt) => (attempt.firstByteMs === null ? null : Math.round(attempt.firstByteMs))),
    column((attempt) => stateAfter(attempt.decision)),
    column((attempt) => (attempt.decision.kind === 'retry' ? attempt.decision.delayMs : null)),
    column((attempt) => (attempt.decision.kind === 'retry' ? attempt.decision.step : null)),
    column((attempt) => attempt.response?.status ?? null),
    column((attempt) => attempt.response?.truncated ?? false),
    column((attempt) => attempt.error?.kind ?? null),
    ...healthValues(attempts),
    ids[0],
    ids.at(-1),
    column((attempt) => attempt.request.tail !== null),
  ];
}

function parts({ request, response, error }: FinishedAttempt): readonly (Buffer | string)[] {
  return [
    request.url,
    request.headers,
    request.head,
    request.tail ?? '',
    response?.headers ?? '',
    response?.body ?? '',
    // The one character that PostgreSQL's text cannot hold; a certificate may bring it.
    (error?.message ?? '').replaceAll('\0', '\uFFFD'),
  ];
}

/** A delivery that will be tried again stays pending. */
function stateAfter(decision: Decision): 'succeeded' | 'failed' | 'pending' {
  switch (decision.kind) {
    case 'succeeded':
      return 'succeeded';
    case 'failed':
      return 'failed';
    case 'retry':
      return 'pending';
  }
}

interface Health {
  failures: number;
  successAt: number | null;
  failureAt: number | null;
}

/** One row for each webhook of the batch: failures since its last success in the batch, and when each last happened. */
function healthValues(attempts: readonly FinishedAttempt[]): readonly string[] {
  const byWebhook = new Map<string, Health>();
  for (const { webhookId, decision, startedAt, durationMs } of attempts) {
    const health = byWebhook.get(webhookId) ?? { failures: 0, successAt: null, failureAt: null };
    const endedAt = startedAt + durationMs;
    const succeeded = decision.kind === 'succeeded';
    byWebhook.set(webhookId, {
      failures: succeeded ? 0 : health.failures + 1,
      successAt: succeeded ? endedAt : health.successAt,
      failureAt: succeeded ? health.failureAt : endedAt,
    });
  }
  const rows = [...byWebhook.entries()];
  return [
    plainArray(rows.map(([webhookId]) => webhookId)),
    plainArray(rows.map(([, health]) => health.failures)),
    plainArray(rows.map(([, health]) => health.successAt !== null)),
    plainArray(rows.map(([, health]) => health.successAt)),
    plainArray(rows.map(([, health]) => health.failureAt)),
  ];
}
