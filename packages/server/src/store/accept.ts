// Stores accepted events with their deliveries and queue entries: all of a batch in one transaction, in one statement where
// no id was chosen by a sender. Nothing is answered to a sender before this commits.
import type { NewEvent } from '../domain/event.ts';
import type { Database, Statement, Transaction } from './database.ts';
import { cut, cutText, pack, plainArray } from './packing.ts';

/** A delivery about to be born. */
export interface NewDelivery {
  readonly id: string;
  readonly webhookId: string;
}

/** An event that was routed and is ready to be stored. */
export interface RoutedEvent {
  readonly id: string;
  /** The id that the sender chose; the event is shown and delivered under it. */
  readonly senderId: string | null;
  readonly event: NewEvent;
  /** Hash of what the sender sent, compared when its key comes again. */
  readonly fingerprint: Buffer;
  readonly sourceId: string | null;
  /** The platform's post before translation. */
  readonly received: Buffer | null;
  readonly deliveries: readonly NewDelivery[];
  /** What routing looked at beside the type, as JSON; null where the event said nothing. */
  readonly routedBy: string | null;
}

/** What one request brought: stored whole or not at all. */
export interface AcceptUnit {
  readonly environmentId: number;
  /** The version of the environment that routed it. */
  readonly version: number;
  readonly receivedAt: number;
  readonly events: readonly RoutedEvent[];
}

export type AcceptedEvent =
  | { readonly kind: 'stored' }
  /** The same was accepted before: under this id, with this many deliveries. */
  | { readonly kind: 'repeated'; readonly id: string; readonly deliveryCount: number };

export type AcceptResult =
  | {
      readonly kind: 'accepted';
      readonly events: readonly AcceptedEvent[];
      /** False when the node had lost its place: the deliveries wait for whoever claims them. */
      readonly leased: boolean;
    }
  /** Keys that were used before for something else, by index in the unit. Nothing of the unit was stored. */
  | { readonly kind: 'conflict'; readonly indexes: readonly number[] }
  /** The environment's configuration changed since the unit was routed. Nothing was stored: route again. */
  | { readonly kind: 'stale' };

export interface Lease {
  readonly nodeId: number;
  /** Which deliveries are leased to the node at birth. */
  readonly has: (deliveryId: string) => boolean;
}

export interface AcceptStore {
  accept(units: readonly AcceptUnit[], lease: Lease): Promise<readonly AcceptResult[]>;
}

const insertEvents: Statement = {
  name: 'accept_events',
  text: `
WITH me AS MATERIALIZED (
  -- Keeps the node from being declared dead before this commits; without the row nothing is leased.
  SELECT id FROM nodes WHERE id = $20::int FOR KEY SHARE
), fresh AS MATERIALIZED (
  SELECT e.id FROM environments e
  JOIN unnest($1::int[], $2::bigint[]) AS routed (id, version) ON routed.id = e.id AND routed.version = e.version
), stored AS (
  INSERT INTO events (environment_id, id, sender_id, type, severity, occurred_at, received_at, envelope_id, facts,
                      source_id, content, received, delivery_count, version, routed_by)
  SELECT i.environment_id, i.id, nullif(${cutText(3, 'i.row', 6, 0)}, ''), i.type, i.severity,
         to_timestamp(i.occurred_ms / 1000.0), to_timestamp(i.received_ms / 1000.0),
         nullif(${cutText(3, 'i.row', 6, 1)}, ''), ${cutText(3, 'i.row', 6, 2)}::json, i.source_id,
         ${cut(3, 'i.row', 6, 3)}, CASE WHEN i.source_id IS NOT NULL THEN ${cut(3, 'i.row', 6, 4)} END, i.delivery_count,
         i.version, nullif(${cutText(3, 'i.row', 6, 5)}, '')::json
  FROM unnest($5::int[], $6::uuid[], $7::text[], $8::text[], $9::float8[], $10::float8[], $11::uuid[], $12::int[], $21::bigint[])
    WITH ORDINALITY AS i (environment_id, id, type, severity, occurred_ms, received_ms, source_id, delivery_count, version, row)
  WHERE i.environment_id IN (SELECT id FROM fresh)
), born AS MATERIALIZED (
  SELECT d.* FROM unnest($13::int[], $14::uuid[], $15::uuid[], $16::uuid[], $17::text[], $18::float8[], $19::boolean[])
    AS d (environment_id, id, event_id, webhook_id, type, due_ms, leased)
  WHERE d.environment_id IN (SELECT id FROM fresh)
), delivered AS (
  INSERT INTO deliveries (environment_id, id, event_id, webhook_id, type, state, next_attempt_at)
  SELECT environment_id, id, event_id, webhook_id, type, 'pending', to_timestamp(due_ms / 1000.0) FROM born
), queued AS (
  INSERT INTO queue (delivery_id, environment_id, event_id, webhook_id, due_at, owner)
  SELECT id, environment_id, event_id, webhook_id, to_timestamp(due_ms / 1000.0), CASE WHEN leased THEN (SELECT id FROM me) END
  FROM born
)
SELECT id, EXISTS (SELECT FROM me) AS leased FROM fresh`,
};

const insertKeys: Statement = {
  name: 'accept_keys',
  text: `
INSERT INTO event_keys (environment_id, key, event_id, fingerprint)
SELECT i.environment_id, ${cutText(1, 'i.row', 2, 0)}, i.event_id, ${cut(1, 'i.row', 2, 1)}
FROM unnest($3::int[], $4::uuid[]) WITH ORDINALITY AS i (environment_id, event_id, row)
ON CONFLICT DO NOTHING
RETURNING event_id`,
};

const findKeys: Statement = {
  name: 'accept_find_keys',
  text: `
SELECT i.row::int AS row, k.event_id, k.fingerprint, e.sender_id, e.delivery_count
FROM unnest($3::int[]) WITH ORDINALITY AS i (environment_id, row)
JOIN event_keys k ON k.environment_id = i.environment_id AND k.key = ${cutText(1, 'i.row', 1, 0)}
LEFT JOIN events e ON e.environment_id = k.environment_id AND e.id = k.event_id`,
};

const deleteKeys: Statement = {
  name: 'accept_delete_keys',
  text: 'DELETE FROM event_keys WHERE (environment_id, event_id) IN (SELECT * FROM unnest($1::int[], $2::uuid[]))',
};

export function createAcceptStore(database: Database): AcceptStore {
  return {
    accept: async (units, lease) => {
      if (!units.some(hasKeys)) return insert(database, units, lease);
      const results = new Map<AcceptUnit, AcceptResult>();
      for (const round of rounds(units)) {
        const answers = await database.transaction((transaction) => acceptKeyed(transaction, round, lease));
        round.forEach((unit, index) => {
          results.set(unit, answers[index] ?? { kind: 'stale' });
        });
      }
      return units.map((unit) => results.get(unit) ?? { kind: 'stale' });
    },
  };
}

const hasKeys = (unit: AcceptUnit) => unit.events.some((routed) => routed.event.key !== null);

/** No key stands in two units of one round: what a unit repeats is then always stored, or refused, before it. */
function rounds(units: readonly AcceptUnit[]): readonly (readonly AcceptUnit[])[] {
  const result: AcceptUnit[][] = [];
  const roundsOfKey = new Map<string, number>();
  for (const unit of units) {
    const keys = unit.events.flatMap(({ event }) =>
      event.key === null ? [] : [`${unit.environmentId} ${event.key}`],
    );
    const round = Math.max(0, ...keys.map((key) => (roundsOfKey.get(key) ?? -1) + 1));
    for (const key of keys) roundsOfKey.set(key, round);
    result[round] = [...(result[round] ?? []), unit];
  }
  return result;
}

async function insert(
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
  const rows = await transaction.query<{ id: number; leased: boolean }>(
    insertEvents,
    insertValues(versions, newest, lease),
  );
  const fresh = new Set(rows.map((row) => row.id));
  const leased = rows[0]?.leased ?? false;
  return units.map((unit) =>
    fresh.has(unit.environmentId) && versions.get(unit.environmentId) === unit.version
      ? { kind: 'accepted', events: unit.events.map(() => ({ kind: 'stored' })), leased }
      : { kind: 'stale' },
  );
}

/** Column by column, filled in one pass: this runs for every event. */
function insertValues(
  versions: ReadonlyMap<number, number>,
  units: readonly AcceptUnit[],
  lease: Lease,
): readonly unknown[] {
  const parts: (readonly (Buffer | string)[])[] = [];
  const events = emptyColumns(9);
  const deliveries = emptyColumns(7);
  for (const { environmentId, version, receivedAt, events: routedEvents } of units) {
    for (const { id, senderId, event, sourceId, received, routedBy, deliveries: born } of routedEvents) {
      const { type, severity, occurredAt, envelope, content } = event;
      parts.push([
        senderId ?? '',
        envelope?.id ?? '',
        factsJson(event),
        content,
        received ?? '',
        routedBy ?? '',
      ]);
      addRow(events, [
        environmentId,
        id,
        type,
        severity,
        occurredAt,
        receivedAt,
        sourceId,
        born.length,
        version,
      ]);
      for (const { id: deliveryId, webhookId } of born) {
        const leased = lease.has(deliveryId);
        addRow(deliveries, [environmentId, deliveryId, id, webhookId, type, receivedAt, leased]);
      }
    }
  }
  const blob = pack(parts);
  return [
    plainArray([...versions.keys()]),
    plainArray([...versions.values()]),
    blob.bytes,
    blob.boundaries,
    ...events.slice(0, -1).map(plainArray),
    ...deliveries.map(plainArray),
    lease.nodeId,
    ...events.slice(-1).map(plainArray),
  ];
}

type Plain = string | number | boolean | null;

const emptyColumns = (count: number): Plain[][] => Array.from({ length: count }, () => []);

function addRow(columns: Plain[][], row: readonly Plain[]): void {
  for (let index = 0; index < columns.length; index++) columns[index]?.push(row[index] ?? null);
}

/** The facts that are shown and delivered but never searched by SQL. */
function factsJson({ envelope, signer, routing, platform }: NewEvent): string {
  return JSON.stringify({ envelope, signer, routing, platform });
}

interface KeyedEvent {
  readonly unit: AcceptUnit;
  readonly index: number;
  readonly routed: RoutedEvent;
  readonly key: string;
}

interface FoundKey {
  readonly row: number;
  readonly event_id: string;
  readonly fingerprint: Buffer;
  readonly sender_id: string | null;
  readonly delivery_count: number | null;
}

type Earlier = Map<RoutedEvent, FoundKey>;

/**
 * First takes the keys, then stores the units whose keys are all new or were used for the very same. Whoever else holds a
 * key and has not committed yet is waited for, so that of two concurrent posts exactly one is stored.
 */
async function acceptKeyed(
  transaction: Transaction,
  units: readonly AcceptUnit[],
  lease: Lease,
): Promise<readonly AcceptResult[]> {
  const earlier = await takeKeys(transaction, keyedEvents(units));
  const verdicts = units.map((unit) => verdict(unit, earlier));
  const good = units.filter((_, index) => verdicts[index] === null);
  const stored = good.map((unit) => ({
    ...unit,
    events: unit.events.filter((routed) => !earlier.has(routed)),
  }));
  const inserted = await insert(transaction, stored, lease);
  const results = new Map(good.map((unit, index) => [unit, withRepeats(unit, earlier, inserted[index])]));
  const answers = units.map(
    (unit, index) => verdicts[index] ?? results.get(unit) ?? { kind: 'stale' as const },
  );
  const refused = units.filter((_, index) => answers[index]?.kind !== 'accepted');
  await giveBackKeys(transaction, refused, earlier);
  return answers;
}

function keyedEvents(units: readonly AcceptUnit[]): readonly KeyedEvent[] {
  return units
    .flatMap((unit) => unit.events.map((routed, index) => ({ unit, index, routed, key: routed.event.key })))
    .filter((entry): entry is KeyedEvent => entry.key !== null)
    .sort(
      (a, b) => a.unit.environmentId - b.unit.environmentId || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
    );
  // The order keeps two batches that share keys from waiting for each other in a circle.
}

async function takeKeys(transaction: Transaction, keyed: readonly KeyedEvent[]): Promise<Earlier> {
  const blob = pack(keyed.map(({ key, routed }) => [key, routed.fingerprint]));
  const taken = await transaction.query<{ event_id: string }>(insertKeys, [
    blob.bytes,
    blob.boundaries,
    plainArray(keyed.map(({ unit }) => unit.environmentId)),
    plainArray(keyed.map(({ routed }) => routed.id)),
  ]);
  const ours = new Set(taken.map((row) => row.event_id));
  const others = keyed.filter(({ routed }) => !ours.has(routed.id));
  if (others.length === 0) return new Map();
  const names = pack(others.map(({ key }) => [key]));
  const found = await transaction.query<FoundKey>(findKeys, [
    names.bytes,
    names.boundaries,
    plainArray(others.map(({ unit }) => unit.environmentId)),
  ]);
  const earlier: Earlier = new Map();
  for (const row of found) {
    const entry = others[row.row - 1];
    if (entry) earlier.set(entry.routed, withinUnit(row, keyed));
  }
  return earlier;
}

/** A key that an earlier event of the same array took has no stored event yet: its facts come from the array. */
function withinUnit(row: FoundKey, keyed: readonly KeyedEvent[]): FoundKey {
  if (row.delivery_count !== null) return row;
  const first = keyed.find(({ routed }) => routed.id === row.event_id)?.routed;
  return first ? { ...row, sender_id: first.senderId, delivery_count: first.deliveries.length } : row;
}

function verdict(unit: AcceptUnit, earlier: Earlier): AcceptResult | null {
  const indexes = unit.events.flatMap((routed, index) => {
    const before = earlier.get(routed);
    return before && !before.fingerprint.equals(routed.fingerprint) ? [index] : [];
  });
  return indexes.length > 0 ? { kind: 'conflict', indexes } : null;
}

function withRepeats(unit: AcceptUnit, earlier: Earlier, inserted: AcceptResult | undefined): AcceptResult {
  if (inserted?.kind !== 'accepted') return { kind: 'stale' };
  return {
    kind: 'accepted',
    leased: inserted.leased,
    events: unit.events.map((routed) => {
      const before = earlier.get(routed);
      if (!before) return { kind: 'stored' };
      return {
        kind: 'repeated',
        id: before.sender_id ?? before.event_id,
        deliveryCount: before.delivery_count ?? 0,
      };
    }),
  };
}

async function giveBackKeys(
  transaction: Transaction,
  refused: readonly AcceptUnit[],
  earlier: Earlier,
): Promise<void> {
  const keyed = keyedEvents(refused).filter(({ routed }) => !earlier.has(routed));
  if (keyed.length === 0) return;
  await transaction.query(deleteKeys, [
    plainArray(keyed.map(({ unit }) => unit.environmentId)),
    plainArray(keyed.map(({ routed }) => routed.id)),
  ]);
}
