// Reads deliveries, wherever they stand: in the queue while they wait, in a lease while a node works for them, in history
// once they ended. And every attempt with its exact request and response.
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { DeliveryState, Trigger } from '../domain/delivery.ts';
import { lowestIdAt } from '../lib/ids.ts';
import { attemptColumns } from './ended.ts';
import { entriesOf, holds } from './leases.ts';
import { type Page, type PageRequest, toPage } from './paging.ts';
import type { DB } from './schema.gen.ts';

export interface DeliveryRecord {
  readonly id: string;
  /** The id under which the event is shown: its sender's, if it chose one. */
  readonly eventId: string;
  readonly webhookId: string;
  readonly type: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly finishedAt: Date | null;
}

export interface AttemptRecord {
  readonly number: number;
  readonly trigger: Trigger;
  readonly outcome: 'succeeded' | 'failed';
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly firstByteMs: number | null;
  readonly url: string;
  readonly requestHeaders: readonly (readonly [string, string])[];
  readonly requestBody: Buffer;
  readonly status: number | null;
  readonly responseHeaders: readonly (readonly [string, string])[] | null;
  readonly responseBody: Buffer | null;
  readonly responseTruncated: boolean;
  readonly error: string | null;
  readonly errorMessage: string | null;
}

export interface DeliveryFilter {
  readonly webhookId?: string;
  readonly eventId?: string;
  readonly status?: DeliveryState;
  readonly type?: string;
  readonly from?: Date;
  readonly to?: Date;
}

export interface DeliveryHistory {
  deliveries(
    environmentId: number,
    filter: DeliveryFilter,
    request: PageRequest,
  ): Promise<Page<DeliveryRecord>>;
  /** For lists with numbered pages: the entries from `offset` on, and how many there are, up to `countMax`. */
  numberedPage(
    environmentId: number,
    filter: DeliveryFilter,
    offset: number,
    limit: number,
  ): Promise<NumberedPage<DeliveryRecord>>;
  deliveriesOf(environmentId: number, eventId: string): Promise<readonly DeliveryRecord[]>;
  delivery(environmentId: number, id: string): Promise<DeliveryRecord | null>;
  /** The newest first. */
  attempts(environmentId: number, deliveryId: string): Promise<readonly AttemptRecord[]>;
}

export interface NumberedPage<T> {
  readonly total: number;
  readonly data: readonly T[];
}

/** Counting further would cost more than anybody reads. */
const countMax = 10_000;

/** Of one event: as many as there can be webhooks, and more. */
const deliveriesOfEventMax = 100_000;

export function createDeliveryHistory(kysely: Kysely<DB>): DeliveryHistory {
  return {
    async deliveries(environmentId, filter, request) {
      const wanted = { environmentId, ...filter, before: request.after };
      const rows = await find(kysely, wanted, request.limit + 1);
      return toPage(rows, request.limit, toDelivery);
    },
    async numberedPage(environmentId, filter, offset, limit) {
      const wanted = { environmentId, ...filter };
      const total = await countOf(kysely, wanted);
      const rows = await find(kysely, wanted, offset + limit);
      return { total, data: rows.slice(offset).map(toDelivery) };
    },
    async deliveriesOf(environmentId, eventId) {
      const rows = await find(kysely, { environmentId, eventId }, deliveriesOfEventMax);
      return rows.map(toDelivery).reverse();
    },
    async delivery(environmentId, id) {
      const [row] = await find(kysely, { environmentId, id }, 1);
      return row ? toDelivery(row) : null;
    },
    async attempts(environmentId, deliveryId) {
      const { rows } = await attemptsOf(environmentId, deliveryId).execute(kysely);
      return rows.map(toAttempt);
    },
  };
}

interface Wanted extends Omit<DeliveryFilter, 'eventId'> {
  readonly environmentId: number;
  readonly id?: string;
  /** Itself, or SQL for it. */
  readonly eventId?: string | RawBuilder<string>;
  readonly before?: string | null;
}

/** The newest first. Each place is read in its own order and only as far as needed, so that none of them is read whole. */
async function find(kysely: Kysely<DB>, wanted: Wanted, limit: number): Promise<readonly DeliveryRow[]> {
  const places = placesOf(wanted).map((place) => sql`(${place} ORDER BY id DESC LIMIT ${sql.lit(limit)})`);
  const { rows } = await sql<DeliveryRow>`
    SELECT d.*, e.sender_id FROM (
      SELECT * FROM (${sql.join(places, sql` UNION ALL `)}) AS found ORDER BY id DESC LIMIT ${sql.lit(limit)}
    ) AS d LEFT JOIN events e ON e.environment_id = ${wanted.environmentId} AND e.id = d.event_id
    ORDER BY d.id DESC`.execute(kysely);
  return rows;
}

async function countOf(kysely: Kysely<DB>, wanted: Wanted): Promise<number> {
  const places = placesOf(wanted).map((place) => sql`(${place} LIMIT ${sql.lit(countMax)})`);
  const { rows } = await sql<{ total: number }>`
    SELECT least(count(*), ${sql.lit(countMax)}) AS total FROM (${sql.join(places, sql` UNION ALL `)}) AS counted`.execute(
    kysely,
  );
  return rows[0]?.total ?? 0;
}

/** Which deliveries stand where. */
const endedStates: readonly DeliveryState[] = ['succeeded', 'failed', 'cancelled'];
const queuedStates: readonly DeliveryState[] = ['pending', 'held'];
const leasedStates: readonly DeliveryState[] = ['pending'];

const mayStand = (states: readonly DeliveryState[], { status }: Pick<Wanted, 'status'>) =>
  status === undefined || states.includes(status);

function placesOf(wanted: Wanted): readonly RawBuilder<unknown>[] {
  return [
    ...(mayStand(endedStates, wanted) ? [ended(wanted)] : []),
    ...(mayStand(queuedStates, wanted) ? [queued(wanted)] : []),
    ...(mayStand(leasedStates, wanted) ? [leased(wanted)] : []),
  ];
}

function ended(wanted: Wanted): RawBuilder<unknown> {
  const { status } = wanted;
  // What did not succeed is few and has an index, which is found by the literal alone.
  const unsuccessful = status === undefined || status === 'succeeded' ? [] : [sql`d.state <> 'succeeded'`];
  return sql`
    SELECT d.id, d.event_id, d.webhook_id, d.type, d.state, d.attempts, NULL::timestamptz AS next_attempt_at, d.last_status,
           d.last_error, d.finished_at
    FROM deliveries d WHERE ${all([
      sql`d.environment_id = ${wanted.environmentId}`,
      ...(status === undefined ? [] : [sql`d.state = ${status}`, ...unsuccessful]),
      ...conditions(wanted, { id: 'd.id', event: 'd.event_id', webhook: 'd.webhook_id', type: 'd.type' }),
    ])}`;
}

function queued(wanted: Wanted): RawBuilder<unknown> {
  const { status } = wanted;
  return sql`
    SELECT q.delivery_id AS id, q.event_id, q.webhook_id, coalesce(e.type, '') AS type,
           CASE WHEN q.held THEN 'held' ELSE 'pending' END AS state, q.attempt - 1 AS attempts,
           CASE WHEN NOT q.held THEN q.due_at END AS next_attempt_at, q.last_status, q.last_error, NULL::timestamptz AS finished_at
    FROM queue q LEFT JOIN events e ON e.environment_id = q.environment_id AND e.id = q.event_id WHERE ${all([
      sql`q.environment_id = ${wanted.environmentId}`,
      ...(status === undefined ? [] : [status === 'held' ? sql`q.held` : sql`NOT q.held`]),
      ...conditions(wanted, {
        id: 'q.delivery_id',
        event: 'q.event_id',
        webhook: 'q.webhook_id',
        type: 'e.type',
      }),
    ])}`;
}

function leased(wanted: Wanted): RawBuilder<unknown> {
  return sql`
    SELECT entry.delivery_id AS id, entry.event_id, entry.webhook_id, coalesce(e.type, '') AS type, 'pending' AS state,
           coalesce(entry.attempt, 1) - 1 AS attempts, entry.due_at AS next_attempt_at, entry.last_status, entry.last_error,
           NULL::timestamptz AS finished_at
    FROM leases l CROSS JOIN ${sql.raw(entriesOf('l'))}
    LEFT JOIN events e ON e.environment_id = l.environment_id AND e.id = entry.event_id WHERE ${all([
      sql`l.environment_id = ${wanted.environmentId} AND ${sql.raw(holds('l'))}`,
      ...conditions(wanted, {
        id: 'entry.delivery_id',
        event: 'entry.event_id',
        webhook: 'entry.webhook_id',
        type: 'e.type',
      }),
    ])}`;
}

/** For a query of `events`: true of those that have such a delivery. */
export function hasDelivery(
  wanted: Pick<DeliveryFilter, 'status' | 'webhookId'> & { readonly environmentId: number },
): RawBuilder<SqlBool> {
  const ofEvent = { ...wanted, eventId: sql.ref<string>('events.id') };
  // History and queue may be large: they are asked event by event, by index. Leases are few, and read once.
  const terms = [
    ...(mayStand(endedStates, wanted) ? [sql`EXISTS (${ended(ofEvent)})`] : []),
    ...(mayStand(queuedStates, wanted) ? [sql`EXISTS (${queued(ofEvent)})`] : []),
    ...(mayStand(leasedStates, wanted)
      ? [sql`events.id IN (SELECT event_id FROM (${leased(wanted)}) AS working)`]
      : []),
  ];
  return sql<SqlBool>`(${sql.join(terms, sql` OR `)})`;
}

type Names = Readonly<Record<'id' | 'event' | 'webhook' | 'type', string>>;

function conditions(wanted: Wanted, names: Names): readonly RawBuilder<unknown>[] {
  const { id, eventId, webhookId, type, from, to, before } = wanted;
  const on = (
    name: string,
    operator: '=' | '<' | '>=',
    value: string | RawBuilder<string> | null | undefined,
  ) => (value == null ? [] : [sql`${sql.ref(name)} ${sql.raw(operator)} ${value}`]);
  return [
    ...on(names.id, '=', id),
    ...on(names.event, '=', eventId),
    ...on(names.webhook, '=', webhookId),
    ...on(names.type, '=', type),
    ...on(names.id, '>=', from && lowestIdAt(from.getTime())),
    ...on(names.id, '<', to && lowestIdAt(to.getTime())),
    ...on(names.id, '<', before),
  ];
}

const all = (terms: readonly RawBuilder<unknown>[]) => sql.join(terms, sql` AND `);

/** Those before the last, and the one that ended the delivery, which stands in its own row. */
function attemptsOf(environmentId: number, deliveryId: string): RawBuilder<AttemptRow> {
  const columns = sql.raw(attemptColumns);
  return sql<AttemptRow>`
    WITH made AS (
      SELECT number, outcome, status, error, ${columns} FROM attempts
      WHERE environment_id = ${environmentId} AND delivery_id = ${deliveryId}
      UNION ALL
      SELECT attempts, CASE state WHEN 'succeeded' THEN 'succeeded' ELSE 'failed' END, last_status, last_error, ${columns}
      FROM deliveries WHERE environment_id = ${environmentId} AND id = ${deliveryId} AND url IS NOT NULL
    )
    SELECT made.*, (
      SELECT e.content FROM events e WHERE e.environment_id = ${environmentId} AND e.id = coalesce(
        (SELECT d.event_id FROM deliveries d WHERE d.environment_id = ${environmentId} AND d.id = ${deliveryId}),
        (SELECT q.event_id FROM queue q WHERE q.environment_id = ${environmentId} AND q.delivery_id = ${deliveryId}),
        (SELECT entry.event_id FROM leases l, ${sql.raw(entriesOf('l'))}
         WHERE l.environment_id = ${environmentId} AND entry.delivery_id = ${deliveryId} AND ${sql.raw(holds('l'))}))
    ) AS content
    FROM made ORDER BY number DESC`;
}

interface DeliveryRow {
  readonly id: string;
  readonly event_id: string;
  readonly sender_id: string | null;
  readonly webhook_id: string;
  readonly type: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly next_attempt_at: Date | null;
  readonly last_status: number | null;
  readonly last_error: string | null;
  readonly finished_at: Date | null;
}

function toDelivery(row: DeliveryRow): DeliveryRecord {
  return {
    id: row.id,
    eventId: row.sender_id ?? row.event_id,
    webhookId: row.webhook_id,
    type: row.type,
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    lastStatus: row.last_status,
    lastError: row.last_error,
    finishedAt: row.finished_at,
  };
}

interface AttemptRow {
  readonly number: number;
  readonly trigger: Trigger;
  readonly outcome: 'succeeded' | 'failed';
  readonly started_at: Date;
  readonly duration_ms: number;
  readonly first_byte_ms: number | null;
  readonly url: string;
  readonly request_headers: string;
  readonly request_head: Buffer;
  readonly request_tail: Buffer | null;
  readonly content: Buffer | null;
  readonly status: number | null;
  readonly response_headers: string | null;
  readonly response_body: Buffer | null;
  readonly response_truncated: boolean;
  readonly error: string | null;
  readonly error_message: string | null;
}

/** The bytes as they were sent: the event's content is not kept a second time. */
function requestBody({ request_head, request_tail, content }: AttemptRow): Buffer {
  return request_tail === null
    ? request_head
    : Buffer.concat([request_head, content ?? Buffer.alloc(0), request_tail]);
}

function toAttempt(row: AttemptRow): AttemptRecord {
  return {
    number: row.number,
    trigger: row.trigger,
    outcome: row.outcome,
    startedAt: row.started_at,
    durationMs: row.duration_ms,
    firstByteMs: row.first_byte_ms,
    url: row.url,
    requestHeaders: JSON.parse(row.request_headers) as [string, string][],
    requestBody: requestBody(row),
    status: row.status,
    responseHeaders:
      row.response_headers === null ? null : (JSON.parse(row.response_headers) as [string, string][]),
    responseBody: row.response_body,
    responseTruncated: row.response_truncated,
    error: row.error,
    errorMessage: row.error_message,
  };
}
