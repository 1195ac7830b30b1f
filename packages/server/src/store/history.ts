// Reads what happened: events, their deliveries, and every attempt with its exact request and response.
import { type ExpressionBuilder, sql } from 'kysely';
import type { DeliveryState } from '../domain/delivery.ts';
import type { Severity } from '../domain/event.ts';
import { type EventFacts, noFacts } from '../domain/stored-event.ts';
import { isUuid, lowestIdAt } from '../lib/ids.ts';
import type { Database } from './database.ts';
import { createDeliveryHistory, type DeliveryHistory } from './delivery-history.ts';
import { senderKey } from './delivery-names.ts';
import { hasDelivery } from './delivery-places.ts';
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

export interface HistoryStore extends DeliveryHistory {
  events(environmentId: number, filter: EventFilter, request: PageRequest): Promise<Page<EventRecord>>;
  /**
   * The newest events of a time that no delivery of a webhook is about, of so many that are looked through; `isAll`: there are
   * no more events in that time. The content is there only for types of ours, which say in it what they are about.
   */
  undelivered(
    environmentId: number,
    webhookId: string,
    span: { readonly from: Date; readonly to: Date },
    lookedThroughMax: number,
  ): Promise<{
    readonly events: readonly (EventRecord & { readonly content: Buffer })[];
    readonly isAll: boolean;
  }>;
  /** @param id ours or the sender's */
  event(environmentId: number, id: string): Promise<(EventRecord & { readonly content: Buffer }) | null>;
}

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
  async function ownId(environmentId: number, id: string): Promise<string | null> {
    // PostgreSQL has no such text, so nothing can be called by it.
    if (id.includes('\0')) return null;
    const named = await kysely
      .selectFrom('event_keys')
      .select('event_id')
      .where('environment_id', '=', environmentId)
      .where('key', '=', senderKey(id))
      .executeTakeFirst();
    return named?.event_id ?? (isUuid(id) ? id : null);
  }

  return {
    ...createDeliveryHistory(kysely),
    async events(environmentId, filter, request) {
      const query = kysely
        .selectFrom('events')
        .select(eventColumns)
        .where('environment_id', '=', environmentId);
      const id = filter.q === undefined ? null : await ownId(environmentId, filter.q);
      return page(query.where(eventCondition(environmentId, filter, id)), 'events.id', request, (row) =>
        toEvent(row as EventRow),
      );
    },
    async undelivered(environmentId, webhookId, { from, to }, lookedThroughMax) {
      const newest = kysely
        .selectFrom('events')
        .select([...eventColumns, 'content'])
        .where('environment_id', '=', environmentId)
        .where('id', '>=', lowestIdAt(from.getTime()))
        .where('id', '<', lowestIdAt(to.getTime()))
        .orderBy('id', 'desc')
        .limit(lookedThroughMax + 1);
      const rows = await kysely
        .selectFrom(newest.as('events'))
        .select([
          ...eventColumns,
          sql<Buffer>`CASE WHEN starts_with(type, 'webhook.') THEN content ELSE '' END`.as('content'),
          hasDelivery({ environmentId, webhookId }).as('delivered'),
        ])
        .orderBy('id', 'desc')
        .execute();
      const looked = rows.slice(0, lookedThroughMax).filter(({ delivered }) => !delivered);
      return {
        events: looked.map((row) => ({ ...toEvent(row as EventRow), content: row.content })),
        isAll: rows.length <= lookedThroughMax,
      };
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
  };
}

type EventExpression = ExpressionBuilder<DB, 'events'>;

/** @param ownId the event that `q` names, if it names one */
function eventCondition(environmentId: number, filter: EventFilter, ownId: string | null) {
  return (eb: EventExpression) =>
    eb.and([
      ...(filter.type ? [eb('type', '=', filter.type)] : []),
      ...(filter.envelopeId ? [eb('envelope_id', '=', filter.envelopeId)] : []),
      ...(filter.from ? [eb('id', '>=', lowestIdAt(filter.from.getTime()))] : []),
      ...(filter.to ? [eb('id', '<', lowestIdAt(filter.to.getTime()))] : []),
      ...(filter.q
        ? [eb.or([eb('envelope_id', '=', filter.q), ...(ownId ? [eb('id', '=', ownId)] : [])])]
        : []),
      ...deliveryConditions(eb, environmentId, filter),
    ]);
}

function deliveryConditions(eb: EventExpression, environmentId: number, { status, webhookId }: EventFilter) {
  if (status === 'unmatched') return [eb('delivery_count', '=', 0)];
  if (!status && !webhookId) return [];
  return [
    hasDelivery({ environmentId, ...(status && { states: [status] }), ...(webhookId && { webhookId }) }),
  ];
}

interface EventRow {
  readonly id: string;
  readonly sender_id: string | null;
  readonly type: string;
  readonly severity: Severity;
  readonly occurred_at: Date;
  readonly received_at: Date;
  readonly facts: EventFacts | null;
  readonly source_id: string | null;
  readonly delivery_count: number;
}

function toEvent(row: EventRow): EventRecord {
  return {
    ...(row.facts ?? noFacts),
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
