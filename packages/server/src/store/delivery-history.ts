// Reads deliveries, wherever they stand: in the queue while they wait, in a lease while a node works for them, in history
// once they ended. And every attempt with its exact request and response.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type DeliveryState, deliveryStates, type Trigger } from '../domain/delivery.ts';
import type { DeliveryFilter } from '../domain/delivery-filter.ts';
import type { Severity } from '../domain/event.ts';
import { resolve } from './delivery-names.ts';
import { type Count, count, countMax, countUpTo, type DeliveryRow, find, search } from './delivery-search.ts';
import { behind } from './delivery-walk.ts';
import type { Wanted } from './delivery-wanted.ts';
import { attemptColumns } from './ended.ts';
import { entriesOf, holds } from './leases.ts';
import type { Page, PageRequest } from './paging.ts';
import type { DB } from './schema.gen.ts';
import type { ByHand } from './send-elsewhere.ts';

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
  /** Of its event. */
  readonly severity: Severity;
  readonly envelope: { readonly id: string; readonly externalId: string | null } | null;
  /** Of the last attempt. */
  readonly lastDurationMs: number | null;
}

export interface SearchedPage extends Page<DeliveryRecord> {
  /** How far back was looked, where the time was up before the page was full. */
  readonly searchedTo: Date | null;
}

/** How many there are of each status; `retrying` are pending. */
export type DeliveryCounts = Readonly<Record<DeliveryState | 'retrying' | 'all', Count>>;

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

export interface DeliveryHistory {
  deliveries(environmentId: number, filter: DeliveryFilter, request: PageRequest): Promise<SearchedPage>;
  counts(environmentId: number, filter: DeliveryFilter): Promise<DeliveryCounts>;
  /** What a webhook would still send. */
  waiting(environmentId: number, webhookId: string): Promise<Pick<DeliveryCounts, 'pending' | 'held'>>;
  /** The newest of what is found, at most so many, and the oldest. */
  ends(
    environmentId: number,
    wanted: DeliveryFilter | { readonly ids: readonly string[] },
    count: number,
  ): Promise<{ readonly newest: readonly DeliveryRecord[]; readonly oldest: DeliveryRecord | null }>;
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
  /** Who made it, where routing did not. */
  byHand(environmentId: number, deliveryId: string): Promise<ByHand | null>;
}

export interface NumberedPage<T> {
  readonly total: number;
  readonly data: readonly T[];
}

/** Of one event: as many as there can be webhooks, and more. */
const deliveriesOfEventMax = 100_000;

export function createDeliveryHistory(kysely: Kysely<DB>): DeliveryHistory {
  return {
    async deliveries(environmentId, filter, request) {
      const wanted = await resolve(kysely, environmentId, filter);
      if (wanted === null) return { data: [], next: null, searchedTo: null };
      const range = request.after === null ? {} : behind(request.after, 'desc');
      const { rows, next, searchedTo } = await search(kysely, { ...wanted, ...range }, request.limit);
      return { data: rows.map(toDelivery), next, searchedTo };
    },
    async counts(environmentId, filter) {
      const wanted = await resolve(kysely, environmentId, filter);
      const counted = new Map<string, Count>();
      const begun = performance.now();
      const countAll = async (parts: typeof waitingParts) => {
        for (const [index, [name, part]] of parts.entries()) {
          // What one leaves of its time is for those after it.
          const until = begun + (countsMs * (index + 1)) / parts.length;
          counted.set(name, wanted === null ? none : await count(kysely, both(wanted, part), until));
        }
      };
      await Promise.all([countAll(waitingParts), countAll(endedParts)]);
      const all = deliveryStates.map((state) => counted.get(state) ?? none).reduce(add, none);
      return { ...Object.fromEntries(counted), all } as DeliveryCounts;
    },
    async waiting(environmentId, webhookId) {
      const until = performance.now() + countsMs;
      const of = (state: DeliveryState) =>
        count(kysely, { environmentId, webhookId, states: [state] }, until);
      return { pending: await of('pending'), held: await of('held') };
    },
    async ends(environmentId, asked, max) {
      const wanted =
        'ids' in asked ? { environmentId, ids: asked.ids } : await resolve(kysely, environmentId, asked);
      if (wanted === null) return { newest: [], oldest: null };
      const newest = await search(kysely, wanted, max);
      const [oldest] = (await search(kysely, wanted, 1, 'asc')).rows;
      return { newest: newest.rows.map(toDelivery), oldest: oldest ? toDelivery(oldest) : null };
    },
    async numberedPage(environmentId, filter, offset, limit) {
      const wanted = (await resolve(kysely, environmentId, filter)) ?? { environmentId, states: [] };
      const total = await countUpTo(kysely, wanted, countMax);
      const rows = await find(kysely, wanted, offset + limit);
      return { total, data: rows.slice(offset).map(toDelivery) };
    },
    async deliveriesOf(environmentId, eventId) {
      const rows = await find(kysely, { environmentId, eventIds: [eventId] }, deliveriesOfEventMax);
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
    async byHand(environmentId, deliveryId) {
      const { rows } = await sql<{ made: ByHand }>`
        SELECT made FROM events e, jsonb_array_elements(e.by_hand) AS entry (made)
        WHERE e.environment_id = ${environmentId} AND e.id = ${eventOf(environmentId, deliveryId)}
          AND made ->> 'deliveryId' = ${deliveryId}`.execute(kysely);
      return rows[0]?.made ?? null;
    },
  };
}

/** For all counts of a filter together; the last part that is begun comes on top. */
const countsMs = 120;

const none: Count = { count: 0, isEstimate: false };

const add = (sum: Count, one: Count): Count => ({
  count: sum.count + one.count,
  isEstimate: sum.isEstimate || one.isEstimate,
});

type Part = Pick<DeliveryFilter, 'states' | 'retrying'>;

const states = (...of: readonly DeliveryState[]) => of.map((state) => [state, { states: [state] }] as const);

/** Counted side by side; those that are most come last. */
const waitingParts: readonly (readonly [DeliveryState | 'retrying', Part])[] = [
  ...states('pending', 'held'),
  ['retrying', { retrying: true }],
];
const endedParts: typeof waitingParts = states('cancelled', 'failed', 'succeeded');

/** What both ask for. */
function both(wanted: Wanted, part: Part): Wanted {
  const states = part.states?.filter((state) => wanted.states?.includes(state) ?? true);
  const contradicts =
    wanted.retrying !== undefined && part.retrying !== undefined && wanted.retrying !== part.retrying;
  return { ...wanted, ...part, ...(states && { states }), ...(contradicts && { states: [] }) };
}

/** SQL: our id of the event of a delivery, wherever that stands. */
const eventOf = (environmentId: number, deliveryId: string) => sql`coalesce(
  (SELECT d.event_id FROM deliveries d WHERE d.environment_id = ${environmentId} AND d.id = ${deliveryId}),
  (SELECT q.event_id FROM queue q WHERE q.environment_id = ${environmentId} AND q.delivery_id = ${deliveryId}),
  (SELECT entry.event_id FROM leases l, ${sql.raw(entriesOf('l'))}
   WHERE l.environment_id = ${environmentId} AND entry.delivery_id = ${deliveryId} AND ${sql.raw(holds('l'))}))`;

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
      SELECT e.content FROM events e
      WHERE e.environment_id = ${environmentId} AND e.id = ${eventOf(environmentId, deliveryId)}
    ) AS content
    FROM made ORDER BY number DESC`;
}

export function toDelivery(row: DeliveryRow): DeliveryRecord {
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
    severity: (row.severity ?? 'info') as Severity,
    envelope: row.envelope_id === null ? null : { id: row.envelope_id, externalId: row.external_id },
    lastDurationMs: row.duration_ms,
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
