// Stores accepted events with their deliveries: all of a batch in one transaction, in one statement where no id was chosen by
// a sender. Nothing is answered to a sender before this commits.
import { insert } from './accept-insert.ts';
import type { AcceptResult, AcceptUnit, Lease, RoutedEvent } from './accept-unit.ts';
import type { Database, Statement, Transaction } from './database.ts';
import { touchLanes } from './lanes.ts';
import { plainArray, Sheet, sheetSql } from './packing.ts';

export interface AcceptStore {
  accept(units: readonly AcceptUnit[], lease: Lease): Promise<readonly AcceptResult[]>;
}

const keyColumns = { ids: ['event'], numbers: ['environment'], parts: ['key', 'fingerprint'] } as const;
const k = sheetSql(1, keyColumns);

const insertKeys: Statement = {
  name: 'accept_keys',
  text: `
INSERT INTO event_keys (environment_id, key, event_id, fingerprint)
SELECT ${k.number('row', 'environment')}, ${k.text('row', 'key')}, ${k.id('row', 'event')}, ${k.bytes('row', 'fingerprint')}
FROM ${k.rows} AS row
ON CONFLICT DO NOTHING
RETURNING event_id`,
};

const wantedColumns = { numbers: ['environment'], parts: ['key'] } as const;
const w = sheetSql(1, wantedColumns);

const findKeys: Statement = {
  name: 'accept_find_keys',
  text: `
SELECT row, k.event_id, k.fingerprint, e.sender_id, e.delivery_count
FROM ${w.rows} AS row
JOIN event_keys k ON k.environment_id = ${w.number('row', 'environment')} AND k.key = ${w.text('row', 'key')}
LEFT JOIN events e ON e.environment_id = k.environment_id AND e.id = k.event_id`,
};

const deleteKeys: Statement = {
  name: 'accept_delete_keys',
  text: 'DELETE FROM event_keys WHERE (environment_id, event_id) IN (SELECT * FROM unnest($1::int[], $2::uuid[]))',
};

export function createAcceptStore(database: Database): AcceptStore {
  return {
    accept: async (units, lease) => {
      if (!units.some(hasKeys)) return acceptUnkeyed(database, units, lease);
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

async function acceptUnkeyed(
  database: Database,
  units: readonly AcceptUnit[],
  lease: Lease,
): Promise<readonly AcceptResult[]> {
  const lanes = lanesOf(units, lease);
  if (lanes.inTurn.length === 0) return insert(database, units, lease);
  return database.transaction(async (transaction) => {
    await touchLanes(transaction, lanes.inTurn, lanes.others);
    return insert(transaction, units, lease);
  });
}

/** Webhooks that get some of these events in the order of their envelopes, and others for which some come to wait. */
function lanesOf(units: readonly AcceptUnit[], lease: Lease) {
  const inTurn = new Set<string>();
  const others = new Set<string>();
  for (const { events } of units)
    for (const { deliveries } of events)
      for (const { id, birth, webhookId } of deliveries) {
        if (birth === 'in_turn') inTurn.add(webhookId);
        else if (!lease.has(id)) others.add(webhookId);
      }
  return { inTurn: [...inTurn], others: [...others] };
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
  const { inTurn, others } = lanesOf(stored, lease);
  if (inTurn.length > 0) await touchLanes(transaction, inTurn, others);
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
  const taken = await transaction.query<{ event_id: string }>(insertKeys, keySheet(keyed));
  const ours = new Set(taken.map((row) => row.event_id));
  const others = keyed.filter(({ routed }) => !ours.has(routed.id));
  if (others.length === 0) return new Map();
  const found = await transaction.query<FoundKey>(findKeys, wantedSheet(others));
  const earlier: Earlier = new Map();
  for (const row of found) {
    const entry = others[row.row - 1];
    if (entry) earlier.set(entry.routed, withinUnit(row, keyed));
  }
  return earlier;
}

function keySheet(keyed: readonly KeyedEvent[]): readonly unknown[] {
  const sheet = new Sheet(keyColumns);
  for (const { key, routed, unit } of keyed)
    sheet.add([routed.id], [unit.environmentId], [key, routed.fingerprint]);
  return sheet.values();
}

function wantedSheet(keyed: readonly KeyedEvent[]): readonly unknown[] {
  const sheet = new Sheet(wantedColumns);
  for (const { key, unit } of keyed) sheet.add([], [unit.environmentId], [key]);
  return sheet.values();
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
  const stored = inserted.events.values();
  return {
    kind: 'accepted',
    events: unit.events.map((routed) => {
      const before = earlier.get(routed);
      if (!before) return stored.next().value ?? { kind: 'stored', leases: [] };
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
