// Reads what happened: events, their deliveries, and every attempt with its exact request and response.
import type { ExpressionBuilder } from 'kysely';
import type { DeliveryState, Trigger } from '../domain/delivery.ts';
import type { Severity } from '../domain/event.ts';
import type { EventFacts } from '../domain/stored-event.ts';
import { isUuid, lowestIdAt } from '../lib/ids.ts';
import type { Database } from './database.ts';
import { type Page, type PageRequest, page } from './paging.ts';
import type { DB } from './schema.gen.ts';

export interface EventRecord extends EventFacts {
  /** Ours; `senderId` is shown instead where there is one. */
  readonly id: string;
  readonly senderId: string | null;
  readonly type: string;
  readonly severity: Severity;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
  readonly sourceId: string | null;
  readonly deliveryCount: number;
}

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

export interface EventFilter {
  readonly type?: string;
  readonly envelopeId?: string;
  readonly webhookId?: string;
  readonly status?: DeliveryState | 'unmatched';
  readonly from?: Date;
  readonly to?: Date;
  /** An id: of the event, given by its sender, or of its envelope. */
  readonly q?: string;
}

export interface DeliveryFilter {
  readonly webhookId?: string;
  readonly eventId?: string;
  readonly status?: DeliveryState;
  readonly type?: string;
  readonly from?: Date;
  readonly to?: Date;
}

export interface HistoryStore {
  events(environmentId: number, filter: EventFilter, request: PageRequest): Promise<Page<EventRecord>>;
  /** @param id ours or the sender's */
  event(environmentId: number, id: string): Promise<(EventRecord & { readonly content: Buffer }) | null>;
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

const eventColumns = [
  'id',
  'sender_id',
  'type',
  'severity',
  'occurred_at',
  'received_at',
  'facts',
  'source_id',
  'delivery_count',
] as const;

export function createHistoryStore({ kysely }: Database): HistoryStore {
  const deliveries = (environmentId: number) =>
    kysely
      .selectFrom('deliveries')
      .leftJoin('events', (join) =>
        join
          .onRef('events.environment_id', '=', 'deliveries.environment_id')
          .onRef('events.id', '=', 'deliveries.event_id'),
      )
      .selectAll('deliveries')
      .select('events.sender_id')
      .where('deliveries.environment_id', '=', environmentId);

  function filtered(environmentId: number, filter: DeliveryFilter) {
    let query = deliveries(environmentId);
    if (filter.webhookId) query = query.where('deliveries.webhook_id', '=', filter.webhookId);
    if (filter.eventId) query = query.where('deliveries.event_id', '=', filter.eventId);
    if (filter.status) query = query.where(stateColumn(filter.status), '=', filter.status);
    if (filter.type) query = query.where('deliveries.type', '=', filter.type);
    if (filter.from) query = query.where('deliveries.id', '>=', lowestIdAt(filter.from.getTime()));
    if (filter.to) query = query.where('deliveries.id', '<', lowestIdAt(filter.to.getTime()));
    return query;
  }

  async function ownId(environmentId: number, id: string): Promise<string | null> {
    const named = await kysely
      .selectFrom('event_keys')
      .select('event_id')
      .where('environment_id', '=', environmentId)
      .where('key', '=', senderKey(id))
      .executeTakeFirst();
    return named?.event_id ?? (isUuid(id) ? id : null);
  }

  return {
    async events(environmentId, filter, request) {
      const query = kysely
        .selectFrom('events')
        .select(eventColumns)
        .where('environment_id', '=', environmentId);
      const id = filter.q === undefined ? null : await ownId(environmentId, filter.q);
      return page(query.where(eventCondition(filter, id)), 'events.id', request, (row) =>
        toEvent(row as EventRow),
      );
    },
    async event(environmentId, id) {
      const own = await ownId(environmentId, id);
      if (own === null) return null;
      const row = await kysely
        .selectFrom('events')
        .select([...eventColumns, 'content'])
        .where('environment_id', '=', environmentId)
        .where('id', '=', own)
        .executeTakeFirst();
      return row ? { ...toEvent(row as EventRow), content: row.content } : null;
    },
    deliveries: (environmentId, filter, request) =>
      page(filtered(environmentId, filter), 'deliveries.id', request, (row) =>
        toDelivery(row as DeliveryRow),
      ),
    async numberedPage(environmentId, filter, offset, limit) {
      const wanted = filtered(environmentId, filter);
      const counted = await kysely
        .selectFrom(wanted.limit(countMax).as('counted'))
        .select((eb) => eb.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      const rows = await wanted.orderBy('deliveries.id', 'desc').offset(offset).limit(limit).execute();
      return { total: counted.total, data: rows.map((row) => toDelivery(row as DeliveryRow)) };
    },
    async deliveriesOf(environmentId, eventId) {
      const rows = await deliveries(environmentId)
        .where('deliveries.event_id', '=', eventId)
        .orderBy('deliveries.id')
        .execute();
      return rows.map((row) => toDelivery(row as DeliveryRow));
    },
    async delivery(environmentId, id) {
      const row = await deliveries(environmentId).where('deliveries.id', '=', id).executeTakeFirst();
      return row ? toDelivery(row as DeliveryRow) : null;
    },
    async attempts(environmentId, deliveryId) {
      const rows = await kysely
        .selectFrom('attempts')
        .leftJoin('deliveries', (join) =>
          join
            .onRef('deliveries.environment_id', '=', 'attempts.environment_id')
            .onRef('deliveries.id', '=', 'attempts.delivery_id'),
        )
        .leftJoin('events', (join) =>
          join
            .onRef('events.environment_id', '=', 'deliveries.environment_id')
            .onRef('events.id', '=', 'deliveries.event_id'),
        )
        .selectAll('attempts')
        .select('events.content')
        .where('attempts.environment_id', '=', environmentId)
        .where('attempts.delivery_id', '=', deliveryId)
        .orderBy('attempts.number', 'desc')
        .execute();
      return rows.map((row) => toAttempt(row as AttemptRow));
    },
  };
}

/** What did not succeed is found by an index of its own. */
function stateColumn(state: DeliveryState): 'deliveries.state' | 'deliveries.unsuccessful' {
  return state === 'pending' || state === 'succeeded' ? 'deliveries.state' : 'deliveries.unsuccessful';
}

type EventExpression = ExpressionBuilder<DB, 'events'>;

/** @param ownId the event that `q` names, if it names one */
function eventCondition(filter: EventFilter, ownId: string | null) {
  return (eb: EventExpression) =>
    eb.and([
      ...(filter.type ? [eb('type', '=', filter.type)] : []),
      ...(filter.envelopeId ? [eb('envelope_id', '=', filter.envelopeId)] : []),
      ...(filter.from ? [eb('id', '>=', lowestIdAt(filter.from.getTime()))] : []),
      ...(filter.to ? [eb('id', '<', lowestIdAt(filter.to.getTime()))] : []),
      ...(filter.q
        ? [eb.or([eb('envelope_id', '=', filter.q), ...(ownId ? [eb('id', '=', ownId)] : [])])]
        : []),
      ...deliveryConditions(eb, filter),
    ]);
}

function deliveryConditions(eb: EventExpression, { status, webhookId }: EventFilter) {
  if (status === 'unmatched') return [eb('delivery_count', '=', 0)];
  if (!status && !webhookId) return [];
  let matching = eb
    .selectFrom('deliveries')
    .select('deliveries.id')
    .whereRef('deliveries.event_id', '=', 'events.id');
  if (status) matching = matching.where(stateColumn(status), '=', status);
  if (webhookId) matching = matching.where('deliveries.webhook_id', '=', webhookId);
  return [eb.exists(matching)];
}

/** The key under which an event with a sender's id is kept, apart from Idempotency-Keys and keys of platforms. */
export function senderKey(id: string): string {
  return `id:${id}`;
}

interface EventRow {
  readonly id: string;
  readonly sender_id: string | null;
  readonly type: string;
  readonly severity: Severity;
  readonly occurred_at: Date;
  readonly received_at: Date;
  readonly facts: EventFacts;
  readonly source_id: string | null;
  readonly delivery_count: number;
}

function toEvent(row: EventRow): EventRecord {
  return {
    ...row.facts,
    id: row.id,
    senderId: row.sender_id,
    type: row.type,
    severity: row.severity,
    occurredAt: row.occurred_at,
    receivedAt: row.received_at,
    sourceId: row.source_id,
    deliveryCount: row.delivery_count,
  };
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
