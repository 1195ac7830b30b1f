// The one statement that stores events: with their deliveries, those leased to the node at birth for which it has slots, the
// others waiting in the queue; and only where they were routed by the present version of their environment.
import { type NewEvent, noRouting, severities } from '../domain/event.ts';
import type {
  AcceptedEvent,
  AcceptResult,
  AcceptUnit,
  Lease,
  NewDelivery,
  RoutedEvent,
} from './accept-unit.ts';
import type { Statement, Transaction } from './database.ts';
import { plainArray, Sheet, sheetSql } from './packing.ts';

const eventColumns = {
  ids: ['id'],
  numbers: ['environment', 'severity', 'occurred', 'received', 'deliveries', 'version'],
  parts: ['type', 'sender', 'envelope', 'facts', 'content', 'source', 'received', 'routedBy'],
} as const;
const deliveryColumns = {
  ids: ['id', 'event', 'webhook'],
  // Of those that go out in turn `how` names the event, for its envelope.
  numbers: ['environment', 'due', 'how'],
} as const;

const waits = 0;
const leasable = 1;
/** And above: the number of its event's row is so much smaller. */
const inTurn = 2;

const e = sheetSql(4, eventColumns);
const d = sheetSql(e.next, deliveryColumns);
const time = (milliseconds: string) => `to_timestamp(${milliseconds} / 1000.0)`;
const severityOf = (number: string) => `(ARRAY['${severities.join("', '")}'])[${number}]`;

/** $1 node, $2/$3 versions by environment, $4… events, then deliveries. */
const insertEvents: Statement = {
  name: 'accept_events',
  text: `
WITH me AS MATERIALIZED (
  -- Keeps the node from being declared dead before this commits; without the row nothing is leased.
  SELECT id FROM nodes WHERE id = $1::int FOR KEY SHARE
), fresh AS MATERIALIZED (
  SELECT e.id FROM environments e
  JOIN unnest($2::int[], $3::bigint[]) AS routed (id, version) ON routed.id = e.id AND routed.version = e.version
), stored AS (
  INSERT INTO events (environment_id, id, sender_id, type, severity, occurred_at, received_at, envelope_id, facts,
                      source_id, content, received, delivery_count, version, routed_by)
  SELECT ${e.number('row', 'environment')}, ${e.id('row', 'id')}, nullif(${e.text('row', 'sender')}, ''), ${e.text('row', 'type')},
         ${severityOf(e.number('row', 'severity'))}, ${time(e.number('row', 'occurred'))}, ${time(e.number('row', 'received'))},
         nullif(${e.text('row', 'envelope')}, ''), nullif(${e.text('row', 'facts')}, '')::json, nullif(${e.text('row', 'source')}, '')::uuid,
         ${e.bytes('row', 'content')}, CASE WHEN ${e.text('row', 'source')} <> '' THEN ${e.bytes('row', 'received')} END,
         ${e.number('row', 'deliveries')}, ${e.number('row', 'version')}, nullif(${e.text('row', 'routedBy')}, '')::json
  FROM ${e.rows} AS row WHERE ${e.number('row', 'environment')} IN (SELECT id FROM fresh)
), born AS MATERIALIZED (
  SELECT row, ${d.number('row', 'environment')}::int AS environment_id, ${time(d.number('row', 'due'))} AS due_at,
         ${d.number('row', 'how')} AS how, ${d.number('row', 'how')} = ${leasable} AND EXISTS (SELECT FROM me) AS leased
  FROM ${d.rows} AS row WHERE ${d.number('row', 'environment')} IN (SELECT id FROM fresh)
), leased AS (
  INSERT INTO leases (node_id, environment_id, size, delivery_ids, event_ids, webhook_ids, due_at)
  SELECT $1::int, environment_id, count(*), array_agg(${d.id('row', 'id')} ORDER BY row), array_agg(${d.id('row', 'event')} ORDER BY row),
         array_agg(${d.id('row', 'webhook')} ORDER BY row), array_agg(due_at ORDER BY row)
  FROM born WHERE leased GROUP BY environment_id
  RETURNING id, environment_id
), turns AS (
  INSERT INTO envelope_turns (webhook_id, envelope_id, delivery_id)
  SELECT ${d.id('row', 'webhook')}, ${e.text(`(how - ${inTurn - 1})::int`, 'envelope')}, ${d.id('row', 'id')}
  FROM born WHERE how >= ${inTurn} ORDER BY row
  RETURNING webhook_id, envelope_id, turn, delivery_id
), lined_up AS MATERIALIZED (
  SELECT t.delivery_id, row_number() OVER (PARTITION BY t.webhook_id, t.envelope_id ORDER BY t.turn) > 1 OR EXISTS (
    SELECT FROM envelope_turns b WHERE b.webhook_id = t.webhook_id AND b.envelope_id = t.envelope_id) AS blocked
  FROM turns t
), queued AS (
  INSERT INTO queue (delivery_id, environment_id, event_id, webhook_id, due_at, blocked)
  SELECT ${d.id('row', 'id')}, environment_id, ${d.id('row', 'event')}, ${d.id('row', 'webhook')}, due_at,
         CASE WHEN how >= ${inTurn} THEN (SELECT l.blocked FROM lined_up l WHERE l.delivery_id = ${d.id('row', 'id')}) ELSE false END
  FROM born WHERE NOT leased
)
SELECT f.id, l.id AS lease FROM fresh f LEFT JOIN leased l ON l.environment_id = f.id`,
};

/**
 * Answers in the order of the units: accepted, or stale. Lanes of webhooks whose deliveries go out in turn must have been
 * touched before.
 */
export async function insert(
  transaction: Transaction,
  units: readonly AcceptUnit[],
  lease: Lease,
): Promise<readonly AcceptResult[]> {
  // Of units that were routed by different versions of one environment, only the newest can be up to date.
  const versions = new Map<number, number>();
  for (const { environmentId, version } of units) {
    versions.set(environmentId, Math.max(version, versions.get(environmentId) ?? 0));
  }
  const newest = units.filter(({ environmentId, version }) => versions.get(environmentId) === version);
  const batch = new Batch(lease);
  for (const unit of newest) batch.add(unit);
  const rows = await transaction.query<{ id: number; lease: number | null }>(
    insertEvents,
    batch.values(versions),
  );
  const leaseOf = new Map(rows.map((row) => [row.id, row.lease]));
  return units.map((unit) => {
    const leased = leaseOf.get(unit.environmentId);
    if (leased === undefined || versions.get(unit.environmentId) !== unit.version) return { kind: 'stale' };
    return { kind: 'accepted', events: unit.events.map((routed) => batch.storedUnder(leased, routed)) };
  });
}

/** What one statement stores, row by row, and where each delivery will stand in its environment's lease. */
class Batch {
  readonly #lease: Lease;
  readonly #events = new Sheet(eventColumns);
  readonly #deliveries = new Sheet(deliveryColumns);
  #rows = 0;
  readonly #sizes = new Map<number, number>();
  /** From 1, by delivery; without those that are not to be leased. */
  readonly #positions = new Map<string, number>();

  constructor(lease: Lease) {
    this.#lease = lease;
  }

  add({ environmentId, version, receivedAt, events }: AcceptUnit): void {
    for (const { id, senderId, event, sourceId, received, routedBy, deliveries } of events) {
      this.#rows += 1;
      const severity = severities.indexOf(event.severity) + 1;
      this.#events.add(
        [id],
        [environmentId, severity, event.occurredAt, receivedAt, deliveries.length, version],
        [
          event.type,
          senderId ?? '',
          event.envelope?.id ?? '',
          factsJson(event),
          event.content,
          sourceId ?? '',
          received ?? '',
          routedBy ?? '',
        ],
      );
      for (const delivery of deliveries) {
        const how = this.#howOf(environmentId, delivery);
        this.#deliveries.add([delivery.id, id, delivery.webhookId], [environmentId, receivedAt, how], []);
      }
    }
  }

  #howOf(environmentId: number, { id, birth }: NewDelivery): number {
    if (birth === 'in_turn') return inTurn - 1 + this.#rows;
    return this.#place(environmentId, id) ? leasable : waits;
  }

  #place(environmentId: number, deliveryId: string): boolean {
    if (!this.#lease.has(deliveryId)) return false;
    const position = (this.#sizes.get(environmentId) ?? 0) + 1;
    this.#sizes.set(environmentId, position);
    this.#positions.set(deliveryId, position);
    return true;
  }

  values(versions: ReadonlyMap<number, number>): readonly unknown[] {
    return [
      this.#lease.nodeId,
      plainArray([...versions.keys()]),
      plainArray([...versions.values()]),
      ...this.#events.values(),
      ...this.#deliveries.values(),
    ];
  }

  /** @param lease of its environment; null where none was given */
  storedUnder(lease: number | null, { deliveries }: RoutedEvent): AcceptedEvent {
    const leases = deliveries.map(({ id }) => {
      const position = this.#positions.get(id);
      return lease === null || position === undefined ? null : { lease, position };
    });
    return { kind: 'stored', leases };
  }
}

/** The facts that are shown and delivered but never searched by SQL. Most events have none. */
function factsJson({ envelope, signer, routing, platform }: NewEvent): string {
  if (envelope === null && signer === null && routing === noRouting && platform === null) return '';
  return JSON.stringify({ envelope, signer, routing, platform });
}
