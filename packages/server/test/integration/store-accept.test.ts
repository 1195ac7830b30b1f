// Accepting in batches, at the store itself: what requests share a batch with must not change what becomes of them.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { noRouting } from '../../src/domain/event.ts';
import { createIdGenerator } from '../../src/lib/ids.ts';
import { silentLog } from '../../src/observe/log.ts';
import { createAcceptStore } from '../../src/store/accept.ts';
import type { AcceptUnit, RoutedEvent } from '../../src/store/accept-unit.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createRecordStore } from '../../src/store/record.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { unended } from '../harness/places.ts';

let database: TestDatabase;
let opened: Database;
let environmentId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  opened = openDatabase({ connection: database.url, connectionsMax: 4, log: silentLog });
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});
beforeEach(async () => {
  environmentId = await createEnvironment();
});

const newId = createIdGenerator();
const nobody = { nodeId: 0, has: () => false };
const query = <Row>(text: string, values: readonly unknown[] = []) =>
  opened.query<Row>({ name: '', text }, values);
const accept = (units: readonly AcceptUnit[]) => createAcceptStore(opened).accept(units, nobody);

async function createEnvironment(): Promise<number> {
  const organizationId = randomUUID();
  const applicationId = `appId_${organizationId}`;
  await query("INSERT INTO organizations VALUES ($1, 'x', now(), now())", [organizationId]);
  await query("INSERT INTO applications VALUES ($1, $2, 'x', now())", [applicationId, organizationId]);
  const text = "INSERT INTO environments (application_id, name) VALUES ($1, 'TEST') RETURNING id";
  return (await query<{ id: number }>(text, [applicationId]))[0]?.id ?? 0;
}

function routed(senderId: string | null = null, webhooks = 1, body = 'same'): RoutedEvent {
  const now = Date.now();
  return {
    id: newId(now),
    senderId,
    event: {
      key: senderId === null ? null : `id:${senderId}`,
      type: 'signer.signed',
      severity: 'info',
      occurredAt: now,
      envelope: null,
      signer: null,
      routing: noRouting,
      platform: null,
      content: Buffer.from('{}'),
    },
    fingerprint: Buffer.from(body),
    sourceId: null,
    received: null,
    routedBy: null,
    deliveries: Array.from({ length: webhooks }, () => ({
      id: newId(now),
      webhookId: randomUUID(),
      birth: 'free',
    })),
  };
}

const unit = (events: readonly RoutedEvent[], version = 1, environment = environmentId): AcceptUnit => ({
  environmentId: environment,
  version,
  receivedAt: Date.now(),
  events,
});
const stored = async () => {
  const [row] = await query<{ events: number; deliveries: number; keys: number }>(
    `SELECT (SELECT count(*) FROM events WHERE environment_id = $1) AS events,
            (SELECT count(*) FROM ${unended} WHERE environment_id = $1) AS deliveries,
            (SELECT count(*) FROM event_keys WHERE environment_id = $1) AS keys`,
    [environmentId],
  );
  return row;
};

/** Stored, with so many deliveries, none of them leased. */
const waiting = (deliveries: number) => ({ kind: 'stored', leases: Array(deliveries).fill(null) });

it('a unit is stored whole: its events, their deliveries and their places in the queue', async () => {
  const [result] = await accept([unit([routed(null, 2), routed('a', 0), routed('b', 1)])]);
  expect(result).toEqual({ kind: 'accepted', events: [waiting(2), waiting(0), waiting(1)] });
  expect(await stored()).toEqual({ events: 3, deliveries: 3, keys: 2 });
});

it.each([
  ['older first', [1, 2]],
  ['newer first', [2, 1]],
])(
  'of units that different versions routed, only those of the present version are stored (%s)',
  async (_name, versions) => {
    await query('UPDATE environments SET version = 2 WHERE id = $1', [environmentId]);
    for (const senderId of [null, 'keyed']) {
      const units = versions.map((version) => unit([routed(senderId && `${senderId}-${version}`)], version));
      const results = await accept(units);
      expect(results.map(({ kind }) => kind)).toEqual(
        versions.map((version) => (version === 2 ? 'accepted' : 'stale')),
      );
    }
    expect(await stored()).toEqual({ events: 2, deliveries: 2, keys: 1 });
  },
);

it('a stale unit leaves nothing behind, not even its keys, and does not hold up its neighbours', async () => {
  const other = await createEnvironment();
  await query('UPDATE environments SET version = 7 WHERE id = $1', [environmentId]);
  const results = await accept([unit([routed('a'), routed()]), unit([routed('a')], 1, other)]);
  expect(results.map(({ kind }) => kind)).toEqual(['stale', 'accepted']);
  expect(await stored()).toEqual({ events: 0, deliveries: 0, keys: 0 });
  const [again] = await accept([unit([routed('a')], 7)]);
  expect(again).toMatchObject({ kind: 'accepted', events: [waiting(1)] });
});

it('of units in one batch with one key the first is stored, equal ones repeat it, others are in conflict', async () => {
  const results = await accept([
    unit([routed('k', 2), routed()]),
    unit([routed('k', 5)]),
    unit([routed(), routed('k', 1, 'other'), routed('new')]),
    unit([routed('k', 1), routed('fresh')]),
  ]);
  expect(results).toEqual([
    { kind: 'accepted', events: [waiting(2), waiting(1)] },
    { kind: 'accepted', events: [{ kind: 'repeated', id: 'k', deliveryCount: 2 }] },
    { kind: 'conflict', indexes: [1] },
    {
      kind: 'accepted',
      events: [{ kind: 'repeated', id: 'k', deliveryCount: 2 }, waiting(1)],
    },
  ]);
  expect(await stored()).toEqual({ events: 3, deliveries: 4, keys: 2 });
});

it('one key means one event, however many batches race for it', async () => {
  const batches = Array.from({ length: 12 }, (_, at) =>
    accept([unit([routed(`x-${at}`)]), unit([routed('raced'), routed(`y-${at % 3}`)]), unit([routed()])]),
  );
  const kinds = (await Promise.all(batches)).map(([, raced]) =>
    raced?.kind === 'accepted' ? raced.events[0]?.kind : raced?.kind,
  );
  expect(kinds.filter((kind) => kind === 'stored')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'repeated')).toHaveLength(11);
  expect(await stored()).toEqual({ events: 28, deliveries: 28, keys: 16 });
});

it('batches that share a thousand keys in opposite orders do not wait for each other in a circle', async () => {
  const ids = Array.from({ length: 1_000 }, (_, at) => `shared-${at}`);
  const batches = Array.from({ length: 4 }, (_, at) =>
    accept([unit((at % 2 ? ids : ids.toReversed()).map((id) => routed(id, 0)))]),
  );
  const results = (await Promise.all(batches)).flat();
  expect(results.map(({ kind }) => kind)).toEqual(Array(4).fill('accepted'));
  expect(await stored()).toMatchObject({ events: 1_000, keys: 1_000 });
});

it('a repeated event of which history no longer knows anything is still repeated', async () => {
  const event = routed('old');
  await accept([unit([event])]);
  await query('DELETE FROM events WHERE environment_id = $1', [environmentId]);
  const [result] = await accept([unit([routed('old')])]);
  expect(result).toMatchObject({
    kind: 'accepted',
    events: [{ kind: 'repeated', id: event.id, deliveryCount: 0 }],
  });
});

it('an unknown environment is stale, never stored', async () => {
  const [result] = await accept([unit([routed('a')], 1, 2_000_000_000)]);
  expect(result).toEqual({ kind: 'stale' });
});

it('what the node has slots for is leased to it at birth, each at its place in the lease of its environment', async () => {
  const nodeId = Number(
    (
      await query<{ id: number }>(
        'INSERT INTO nodes (started_at, heartbeat_at) VALUES (now(), now()) RETURNING id',
      )
    )[0]?.id,
  );
  const other = await createEnvironment();
  const units = [unit([routed(null, 2), routed()]), unit([routed()], 1, other)];
  const [first, second, third] = units.flatMap(({ events }) =>
    events.flatMap(({ deliveries }) => deliveries),
  );
  const wanted = new Set([first?.id, third?.id, units[1]?.events[0]?.deliveries[0]?.id]);
  const results = await createAcceptStore(opened).accept(units, { nodeId, has: (id) => wanted.has(id) });
  const lease = expect.any(Number);
  expect(results).toEqual([
    {
      kind: 'accepted',
      events: [
        { kind: 'stored', leases: [{ lease, position: 1 }, null] },
        { kind: 'stored', leases: [{ lease, position: 2 }] },
      ],
    },
    { kind: 'accepted', events: [{ kind: 'stored', leases: [{ lease, position: 1 }] }] },
  ]);
  const owners = await query(
    `SELECT delivery_id, owner FROM ${unended} WHERE environment_id = $1 ORDER BY delivery_id`,
    [environmentId],
  );
  expect(owners).toEqual([
    { delivery_id: first?.id, owner: nodeId },
    { delivery_id: second?.id, owner: null },
    { delivery_id: third?.id, owner: nodeId },
  ]);
});

it('a node that lost its place leases nothing: the deliveries wait for whoever claims them', async () => {
  const [result] = await createAcceptStore(opened).accept([unit([routed()])], { nodeId: 0, has: () => true });
  expect(result).toEqual({ kind: 'accepted', events: [waiting(1)] });
  expect(await stored()).toMatchObject({ deliveries: 1 });
});

it('is planned once for a connection, as is recording, and not anew for each batch', async () => {
  const single = openDatabase({ connection: database.url, connectionsMax: 1, log: silentLog });
  const { ended } = createRecordStore(single);
  for (let batches = 0; batches < 10; batches++) {
    await createAcceptStore(single).accept([unit([routed()])], nobody);
    await ended(0, [], null);
  }
  const text = `SELECT name, generic_plans::int, custom_plans::int FROM pg_prepared_statements
                WHERE name IN ('accept_events', 'record_ended') ORDER BY name`;
  expect(await single.query({ name: '', text }, [])).toEqual([
    { name: 'accept_events', generic_plans: 10, custom_plans: 0 },
    { name: 'record_ended', generic_plans: 10, custom_plans: 0 },
  ]);
  await single.close();
});
