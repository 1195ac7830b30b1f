// What was decided about events, and by what: every state of the webhooks that routing ever looked at, by version.
import type { PayloadSettings } from '../domain/payload.ts';
import type {
  EventSelection,
  Firing,
  RoutingFilters,
  WebhookKind,
  WebhookStatus,
} from '../domain/webhook.ts';
import type { Database, Statement } from './database.ts';
import { entriesOf, holds } from './leases.ts';
import { plainArray } from './packing.ts';
import type { ByHand } from './send-elsewhere.ts';

/** A webhook as routing saw it. */
export interface WebhookState {
  readonly id: string;
  readonly name: string;
  readonly status: WebhookStatus;
  readonly kind: WebhookKind;
  readonly firing: Firing;
  readonly events: EventSelection;
  readonly routing: RoutingFilters;
  readonly payload: Pick<PayloadSettings, 'dialect' | 'options'>;
}

export interface Decision {
  /** Of the environment; null for events older than the record of decisions. */
  readonly version: number | null;
  /** What routing looked at beside the type, as JSON; null where the event said nothing. */
  readonly routedBy: unknown;
  /** The deliveries that people made beside those that routing did, the oldest first. */
  readonly byHand: readonly ByHand[];
}

export interface DecisionStore {
  find(environmentId: number, eventId: string): Promise<Decision | null>;
  /** The webhooks of a version, in the order of their creation. */
  statesAt(environmentId: number, version: number): Promise<readonly WebhookState[]>;
  /**
   * Adds deliveries of an event to webhooks that have none of it yet, unleased and due at once.
   * Answers the webhooks that were added.
   */
  addDeliveries(
    environmentId: number,
    eventId: string,
    deliveries: readonly { readonly id: string; readonly webhookId: string }[],
    now: Date,
  ): Promise<readonly string[]>;
}

const findStates: Statement = {
  name: 'decision_states',
  text: `
SELECT webhook_id AS id, state FROM (
  SELECT DISTINCT ON (webhook_id) webhook_id, state FROM webhook_states
  WHERE environment_id = $1 AND version <= $2 ORDER BY webhook_id, version DESC
) AS latest WHERE state IS NOT NULL ORDER BY webhook_id`,
};

const lockEvent: Statement = {
  name: 'decision_lock_event',
  // Whoever waits here reads the row again: a comparison of rows is not pruned by (decision 0029).
  text: 'SELECT FROM events WHERE (environment_id, id) >= ($1, $2) AND (environment_id, id) <= ($1, $2) FOR UPDATE',
};

const insertMissing: Statement = {
  name: 'decision_add',
  text: `
WITH missing AS MATERIALIZED (
  SELECT i.id, i.webhook_id FROM unnest($3::uuid[], $4::uuid[]) AS i (id, webhook_id)
  JOIN events e ON e.environment_id = $1 AND e.id = $2
  WHERE NOT EXISTS (SELECT FROM deliveries d WHERE d.event_id = $2 AND d.webhook_id = i.webhook_id)
    AND NOT EXISTS (SELECT FROM queue q WHERE q.event_id = $2 AND q.webhook_id = i.webhook_id)
    AND NOT EXISTS (SELECT FROM leases l, ${entriesOf('l')}
                    WHERE l.environment_id = $1 AND ${holds('l')} AND entry.event_id = $2 AND entry.webhook_id = i.webhook_id)
), queued AS (
  INSERT INTO queue (delivery_id, environment_id, event_id, webhook_id, due_at) SELECT id, $1, $2, webhook_id, $5 FROM missing
), counted AS (
  UPDATE events SET delivery_count = delivery_count + (SELECT count(*) FROM missing) WHERE environment_id = $1 AND id = $2
)
SELECT webhook_id FROM missing`,
};

export function createDecisionStore(database: Database): DecisionStore {
  return {
    async find(environmentId, eventId) {
      const row = await database.kysely
        .selectFrom('events')
        .select(['version', 'routed_by', 'by_hand'])
        .where('environment_id', '=', environmentId)
        .where('id', '=', eventId)
        .executeTakeFirst();
      if (!row) return null;
      return {
        version: row.version,
        routedBy: row.routed_by,
        byHand: (row.by_hand as readonly ByHand[] | null) ?? [],
      };
    },
    async statesAt(environmentId, version) {
      const rows = await database.query<{ id: string; state: Omit<WebhookState, 'id'> }>(findStates, [
        environmentId,
        version,
      ]);
      return rows.map(({ id, state }) => ({ id, ...state }));
    },
    addDeliveries: (environmentId, eventId, deliveries, now) =>
      database.transaction(async (transaction) => {
        // Two who route the same event again take turns.
        await transaction.query(lockEvent, [environmentId, eventId]);
        const rows = await transaction.query<{ webhook_id: string }>(insertMissing, [
          environmentId,
          eventId,
          plainArray(deliveries.map(({ id }) => id)),
          plainArray(deliveries.map(({ webhookId }) => webhookId)),
          now,
        ]);
        return rows.map((row) => row.webhook_id);
      }),
  };
}
