// Records what attempts ended as: the delivery with its attempt, the webhook's health and what statistics are made of, in one
// statement for a whole batch; in another those that are tried again. Fenced by node and lease: of a node that lost its lease nothing is written.
import type { Decision, Trigger } from '../domain/delivery.ts';
import { pauseAskedMsMax, type Sign } from '../domain/pace.ts';
import type { Database, Statement, Transaction } from './database.ts';
import { attemptColumns, endedColumns } from './ended.ts';
import {
  type LaneReport,
  laneValues,
  leaveTurns,
  reportToLanes,
  strikesToPause,
  touchLanes,
} from './lanes.ts';
import { type LeasePlace, letGo } from './leases.ts';
import { plainArray, Sheet, sheetSql } from './packing.ts';
import { type Counted, tallyAttempts, tallyKey } from './statistics.ts';

/** One finished attempt, ready to be recorded. */
export interface FinishedAttempt {
  readonly deliveryId: string;
  readonly place: LeasePlace;
  /** Ours, whatever id the sender chose. */
  readonly eventId: string;
  readonly type: string;
  readonly environmentId: number;
  readonly webhookId: string;
  readonly number: number;
  readonly trigger: Trigger;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly firstByteMs: number | null;
  readonly decision: Decision;
  /** What it says of the receiver; null where that is fine and was before: its lane need not hear of it. */
  readonly sign: Sign | null;
  /** Others of its envelope wait for its end. */
  readonly inTurn: boolean;
  /** Others of its webhook may wait for its end: for their turn, for its place, or for what it says of the receiver. */
  readonly isAwaited: boolean;
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

/** What became of a recorded attempt: milliseconds until the next one, null where none follows, or that its lease was lost. */
export type AttemptRecorded = number | null | 'lost';

export interface RecordStore {
  /** Of deliveries that ended. Answers in the order of the attempts. */
  ended(
    nodeId: number,
    attempts: readonly FinishedAttempt[],
    now: Date | null,
  ): Promise<readonly AttemptRecorded[]>;
  /** The same of deliveries that go out in the order of their envelopes: the next ones have their turn. */
  endedInTurn(
    nodeId: number,
    attempts: readonly FinishedAttempt[],
    now: Date | null,
  ): Promise<readonly AttemptRecorded[]>;
  /** Of deliveries that are tried again; null where the delivery is held. */
  again(
    nodeId: number,
    attempts: readonly FinishedAttempt[],
    now: Date | null,
  ): Promise<readonly AttemptRecorded[]>;
}

const columns = {
  ids: ['delivery', 'event', 'webhook'],
  numbers: [
    ...['environment', 'lease', 'position', 'number', 'manual', 'succeeded', 'delay', 'step'],
    ...['started', 'duration', 'firstByte', 'status', 'truncated', 'around', 'wrong', 'alike'],
  ],
  parts: [
    ...['type', 'url', 'headers', 'head', 'tail', 'responseHeaders', 'responseBody'],
    ...['error', 'errorMessage'],
  ],
} as const;

const a = sheetSql(4, columns);
const number = (name: (typeof columns.numbers)[number]) => a.number('k.row', name);
const count = (name: (typeof columns.numbers)[number]) => a.count('k.row', name);
const text = (name: (typeof columns.parts)[number]) => a.text('k.row', name);
const bytes = (name: (typeof columns.parts)[number]) => a.bytes('k.row', name);
const now = 'coalesce($2::timestamptz, now())';
const key = `${number('environment')}, ${a.id('k.row', 'delivery')}`;
const trigger = `CASE ${number('manual')} WHEN 1 THEN 'manual' ELSE 'auto' END`;
const ifAnswered = (sql: string) => `CASE WHEN ${count('status')} IS NOT NULL THEN ${sql} END`;
const ifWrong = (sql: string) => `CASE ${number('wrong')} WHEN 1 THEN ${sql} END`;

/** SQL: what `attemptColumns` names. */
const attempt = `
  ${trigger}, to_timestamp(${number('started')} / 1000.0), ${count('duration')}, ${count('firstByte')}, ${text('url')},
  ${text('headers')}, ${bytes('head')}, CASE ${number('around')} WHEN 1 THEN ${bytes('tail')} END,
  ${ifAnswered(text('responseHeaders'))}, ${ifAnswered(bytes('responseBody'))}, ${number('truncated')} = 1,
  ${ifWrong(text('errorMessage'))}`;

/** SQL: the attempts of the sheet whose lease the node still has. */
const kept = `
mine AS MATERIALIZED (
  SELECT id, size, ended FROM leases WHERE id = ANY ($3::bigint[]) AND node_id = $1::int ORDER BY id FOR UPDATE
), kept AS MATERIALIZED (
  SELECT k.row, m.id AS lease, ${number('position')} AS position FROM ${a.rows} AS k (row) JOIN mine m ON m.id = ${number('lease')}
  WHERE ${number('position')} <> ALL (m.ended)
)`;

/** SQL: the health of the webhooks in $9…$12; behind the lanes, which are locked first. */
const healthy = `
healthy AS (
  INSERT INTO webhook_health AS h (webhook_id, consecutive_failures, last_success_at, last_failure_at)
  SELECT b.webhook_id, b.failures, to_timestamp(b.success_ms / 1000.0), to_timestamp(b.failure_ms / 1000.0)
  FROM unnest($9::uuid[], $10::int[], $11::float8[], $12::float8[]) AS b (webhook_id, failures, success_ms, failure_ms)
  -- A webhook that goes on being healthy is written once a second: its row is locked until the commit, and batches that
  -- wait for each other's commits would halve the rate.
  WHERE (SELECT count(*) FROM lanes_locked) >= 0 AND (b.failures > 0 OR b.failure_ms IS NOT NULL OR NOT EXISTS (
    SELECT FROM webhook_health p WHERE p.webhook_id = b.webhook_id AND p.consecutive_failures = 0
    AND p.last_success_at > to_timestamp(b.success_ms / 1000.0) - interval '1 second'))
  ORDER BY b.webhook_id
  ON CONFLICT (webhook_id) DO UPDATE
  SET consecutive_failures = CASE WHEN excluded.last_success_at IS NULL THEN h.consecutive_failures ELSE 0 END
                             + excluded.consecutive_failures,
      last_success_at = coalesce(excluded.last_success_at, h.last_success_at),
      last_failure_at = coalesce(excluded.last_failure_at, h.last_failure_at)
)`;

/** SQL: the kept attempts, as statistics count them. */
const tallied = (state: string) => `
tallied AS (${tallyAttempts(
  `(SELECT ${number('alike')} AS row, count(*) AS attempts, sum(${number('duration')}::int) AS duration_ms FROM kept k GROUP BY 1) AS k`,
  {
    environment: number('environment'),
    webhook: a.id('k.row', 'webhook'),
    type: text('type'),
    startedMs: number('started'),
    durationMs: number('duration'),
    state,
    status: count('status'),
    error: ifWrong(text('error')),
  },
)}
)`;
const endState = `CASE ${number('succeeded')} WHEN 1 THEN 'succeeded' ELSE 'failed' END`;

/** The lanes of the webhooks in $13…$16 hear what was said of their receivers. */
const told = (others?: string) => reportToLanes(13, now, others);

/** $1 node, $2 now, $3 leases, $4… attempts, $9… health, $13… signs for lanes. */
const recordEnded: Statement = {
  name: 'record_ended',
  text: `
WITH ${kept}, written AS (
  INSERT INTO deliveries (${endedColumns}, ${attemptColumns})
  SELECT ${key}, ${a.id('k.row', 'event')}, ${a.id('k.row', 'webhook')}, ${text('type')},
         ${endState}, ${number('number')}, ${count('status')},
         ${ifWrong(text('error'))}, ${now}, ${attempt}
  FROM kept k
), ${letGo('kept', 'mine')}, ${tallied(endState)}, ${told()}, ${healthy}
SELECT row FROM ${a.rows} AS row WHERE row NOT IN (SELECT row FROM kept)`,
};

const lockLeases: Statement = {
  name: 'record_lock_leases',
  text: 'SELECT FROM leases WHERE id = ANY ($2::bigint[]) AND node_id = $1::int ORDER BY id FOR UPDATE',
};

const recordAgain: Statement = {
  name: 'record_again',
  text: `
WITH ${kept}, off AS MATERIALIZED (
  -- Locked: an enable that is under way is waited for, so that nothing stays held for an enabled webhook.
  SELECT id, pending_fate FROM webhooks
  WHERE status <> 'enabled' AND id IN (SELECT ${a.id('k.row', 'webhook')} FROM kept k) FOR SHARE
), queued AS (
  -- What a disabled webhook skips is due at once: whoever claims it cancels it.
  INSERT INTO queue AS q (environment_id, delivery_id, event_id, webhook_id, attempt, step, due_at, held, last_status, last_error)
  SELECT ${key}, ${a.id('k.row', 'event')}, ${a.id('k.row', 'webhook')}, ${number('number')} + 1, ${count('step')},
         ${now} + CASE WHEN off.pending_fate = 'skip' THEN 0 ELSE ${count('delay')} END * interval '1 millisecond',
         coalesce(off.pending_fate = 'hold', false), ${count('status')}, ${ifWrong(text('error'))}
  FROM kept k LEFT JOIN off ON off.id = ${a.id('k.row', 'webhook')}
  RETURNING q.delivery_id, q.due_at, q.held
), logged AS (
  INSERT INTO attempts (environment_id, delivery_id, number, outcome, status, error, ${attemptColumns})
  SELECT ${key}, ${number('number')}, 'failed', ${count('status')}, ${ifWrong(text('error'))}, ${attempt} FROM kept k
), ${letGo('kept', 'mine')}, ${tallied(`'pending'`)}, ${told(`SELECT ${a.id('k.row', 'webhook')} FROM kept k`)}, ${healthy}
SELECT delivery_id, CASE WHEN NOT held THEN extract(epoch FROM due_at - ${now})::float8 * 1000 END AS due_in_ms FROM queued`,
};

export function createRecordStore(database: Database): RecordStore {
  return {
    ended: (nodeId, attempts, at) => writeEnded(database, nodeId, attempts, at),
    endedInTurn: (nodeId, attempts, at) =>
      database.transaction(async (transaction) => {
        // Leases before lanes, like everybody who takes both.
        await transaction.query(lockLeases, [nodeId, plainArray(attempts.map(({ place }) => place.lease))]);
        await touchLanes(transaction, [...new Set(attempts.map(({ webhookId }) => webhookId))]);
        const recorded = await writeEnded(transaction, nodeId, attempts, at);
        const ended = attempts.filter((_, index) => recorded[index] !== 'lost');
        await leaveTurns(
          transaction,
          ended.map(({ deliveryId }) => deliveryId),
        );
        return recorded;
      }),
    again: async (nodeId, attempts, at) => {
      const rows = await database.query<{ delivery_id: string; due_in_ms: number | null }>(
        recordAgain,
        recordValues(nodeId, attempts, at),
      );
      const due = new Map(rows.map((row) => [row.delivery_id, row.due_in_ms]));
      return attempts.map(({ deliveryId }) => due.get(deliveryId) ?? (due.has(deliveryId) ? null : 'lost'));
    },
  };
}

async function writeEnded(
  transaction: Transaction,
  nodeId: number,
  attempts: readonly FinishedAttempt[],
  at: Date | null,
): Promise<readonly AttemptRecorded[]> {
  const lost = await transaction.query<{ row: number }>(recordEnded, recordValues(nodeId, attempts, at));
  const recorded: AttemptRecorded[] = attempts.map(() => null);
  for (const { row } of lost) recorded[row - 1] = 'lost';
  return recorded;
}

function recordValues(
  nodeId: number,
  attempts: readonly FinishedAttempt[],
  at: Date | null,
): readonly unknown[] {
  const sheet = new Sheet(columns);
  const leases = new Set<number>();
  // The row of the first attempt of each kind.
  const firsts = new Map<string, number>();
  for (const [index, finished] of attempts.entries()) {
    leases.add(finished.place.lease);
    const kind = tallyKey(countedOf(finished));
    const alike = firsts.get(kind) ?? index + 1;
    firsts.set(kind, alike);
    addAttempt(sheet, finished, alike);
  }
  return [
    nodeId,
    at,
    plainArray([...leases]),
    ...sheet.values(),
    ...healthValues(attempts),
    ...laneValues(laneReports(attempts)),
  ];
}

function countedOf({
  webhookId,
  type,
  startedAt,
  durationMs,
  decision,
  response,
  error,
}: FinishedAttempt): Counted {
  const succeeded = decision.kind === 'succeeded';
  return {
    webhookId,
    type,
    startedAt,
    durationMs: Math.round(durationMs),
    succeeded,
    reason: succeeded ? null : (error?.kind ?? `${response?.status}`),
  };
}

/** @param alike the row of the first attempt that is counted alike */
function addAttempt(sheet: Sheet<typeof columns>, finished: FinishedAttempt, alike: number): void {
  const { deliveryId, eventId, webhookId, place, decision, request, response, error } = finished;
  const retry = decision.kind === 'retry' ? decision : null;
  sheet.add(
    [deliveryId, eventId, webhookId],
    [
      finished.environmentId,
      place.lease,
      place.position,
      finished.number,
      finished.trigger === 'manual' ? 1 : 0,
      decision.kind === 'succeeded' ? 1 : 0,
      retry === null ? null : Math.round(retry.delayMs),
      retry === null ? null : retry.step,
      finished.startedAt,
      Math.round(finished.durationMs),
      finished.firstByteMs === null ? null : Math.round(finished.firstByteMs),
      response === null ? null : response.status,
      response?.truncated ? 1 : 0,
      request.tail === null ? 0 : 1,
      error === null ? 0 : 1,
      alike,
    ],
    [
      finished.type,
      request.url,
      request.headers,
      request.head,
      request.tail ?? '',
      response?.headers ?? '',
      response?.body ?? '',
      error?.kind ?? '',
      // The one character that PostgreSQL's text cannot hold; a certificate may bring it.
      (error?.message ?? '').replaceAll('\0', '\uFFFD'),
    ],
  );
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
    plainArray(rows.map(([, health]) => health.successAt)),
    plainArray(rows.map(([, health]) => health.failureAt)),
  ];
}

/** One report for each webhook whose receiver showed signs, or is to be seen as recovered: what came last counts. */
function laneReports(attempts: readonly FinishedAttempt[]): readonly LaneReport[] {
  const byWebhook = new Map<string, LaneReport>();
  for (const { webhookId, sign } of attempts) {
    if (sign === null) continue;
    const before = byWebhook.get(webhookId) ?? { webhookId, strikes: 0, overloaded: false, pauseMs: 0 };
    byWebhook.set(webhookId, reportAfter(before, sign));
  }
  return [...byWebhook.values()];
}

function reportAfter(before: LaneReport, sign: Sign): LaneReport {
  switch (sign.kind) {
    case 'fine':
      return { ...before, strikes: 0, overloaded: false, pauseMs: 0 };
    case 'unreachable':
      return { ...before, strikes: before.strikes + 1 };
    case 'overloaded':
      return {
        ...before,
        strikes: before.strikes + strikesToPause,
        overloaded: true,
        pauseMs: Math.max(before.pauseMs, Math.min(sign.askedMs ?? 0, pauseAskedMsMax)),
      };
  }
}
