// Leases under concurrency, statement by statement: whatever happens at the same time, no delivery is left leased to nobody
// that works for it, nor held back for a webhook that is enabled.
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMembership, type Membership } from '../../src/deliver/membership.ts';
import { silentLog } from '../../src/observe/log.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createNodeStore, type NodeStore } from '../../src/store/nodes.ts';
import { createQueueStore, type QueueStore } from '../../src/store/queue.ts';
import { createRecordStore, type FinishedAttempt } from '../../src/store/record.ts';
import { tell } from '../harness/faults.ts';
import { createManualClock } from '../harness/manual-clock.ts';
import { leaseOut, unended } from '../harness/places.ts';
import { startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { startTally } from '../harness/tally.ts';
import { until } from '../harness/until.ts';

let signpost: TestSignpost;
let database: Database;
let other: pg.Client;
let nodes: NodeStore;
let queue: QueueStore;
let tenant: Tenant;
let webhookId: string;
let deliveryId: string;

beforeAll(async () => {
  signpost = await startSignpost();
  database = openDatabase({ connection: signpost.databaseUrl, connectionsMax: 4, log: silentLog });
  other = new pg.Client(signpost.databaseUrl);
  await other.connect();
  nodes = createNodeStore(database);
  queue = createQueueStore(database);
});
afterAll(async () => {
  await other.end();
  await database.close();
  await signpost.stop();
});

/** One delivery that waits for a retry in an hour, so that Signpost itself leaves it alone. */
beforeEach(async () => {
  const receiver = await startReceiver();
  receiver.answer('/', { status: 500 });
  tenant = await signpost.tenant();
  const { id } = await tenant.webhook(receiver.url('/'), { delivery: { retrySchedule: ['1h', '1h'] } });
  webhookId = id;
  await tenant.send();
  await until(async () => (await tenant.deliveries())[0]?.attempts === 1, 'the first attempt');
  deliveryId = (await tenant.deliveries())[0]?.id ?? '';
  await receiver.stop();
});

const leaseTo = (owner: number) => other.query(leaseOut('delivery_id = $2'), [owner, deliveryId]);

async function row(): Promise<{ owner: number | null; held: boolean } | undefined> {
  const sql = `SELECT owner, held FROM ${unended} WHERE delivery_id = $1`;
  return (await other.query<{ owner: number | null; held: boolean }>(sql, [deliveryId])).rows[0];
}

/** Another transaction that has done `sql` and commits only when it is told to. */
async function inOther(sql: string, values: unknown[]): Promise<() => Promise<void>> {
  await other.query('BEGIN');
  await other.query(sql, values);
  return async () => void (await other.query('COMMIT'));
}

/** Resolves when some statement of the tested code waits for a lock. */
const blocked = () =>
  until(async () => {
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return (await other.query(waiting)).rowCount === 1;
  }, 'a statement that waits');

describe('setting a delivery aside', () => {
  it('holds it when its webhook is disabled, cancels it when it was deleted', async () => {
    const node = await nodes.register();
    await tenant.call('POST', `/webhooks/${webhookId}/disable`);
    await leaseTo(node);
    expect(await queue.setAside(node, [deliveryId], null)).toEqual(new Map([[deliveryId, 'held']]));
    expect(await row()).toEqual({ owner: null, held: true });
    expect((await tenant.deliveries())[0]).toMatchObject({ status: 'held' });
    await tenant.call('DELETE', `/webhooks/${webhookId}?confirm=Receiver`);
    await other.query(`
      WITH ended AS (DELETE FROM deliveries WHERE id = '${deliveryId}' RETURNING *)
      INSERT INTO queue (delivery_id, environment_id, event_id, webhook_id, due_at)
      SELECT id, environment_id, event_id, webhook_id, now() + interval '1 hour' FROM ended`);
    await leaseTo(node);
    expect(await queue.setAside(node, [deliveryId], null)).toEqual(new Map([[deliveryId, 'cancelled']]));
    expect(await row()).toBeUndefined();
  });

  it('gives it back when only an old snapshot says that its webhook is disabled or deleted', async () => {
    const node = await nodes.register();
    await leaseTo(node);
    expect(await queue.setAside(node, [deliveryId], null)).toEqual(new Map([[deliveryId, 'wanted']]));
    expect(await row()).toEqual({ owner: null, held: false });
    expect((await tenant.deliveries())[0]).toMatchObject({ status: 'pending' });
  });

  it('does not hold it for a webhook that is being enabled at that moment', async () => {
    const node = await nodes.register();
    await leaseTo(node);
    await other.query(`UPDATE webhooks SET status = 'disabled' WHERE id = $1`, [webhookId]);
    const commit = await inOther(`UPDATE webhooks SET status = 'enabled' WHERE id = $1`, [webhookId]);
    const setAside = queue.setAside(node, [deliveryId], null);
    await blocked();
    await commit();
    expect(await setAside).toEqual(new Map([[deliveryId, 'wanted']]));
    expect(await row()).toEqual({ owner: null, held: false });
  });

  it('touches nothing that another node has', async () => {
    const [mine, theirs] = [await nodes.register(), await nodes.register()];
    await leaseTo(theirs);
    expect(await queue.setAside(mine, [deliveryId], null)).toEqual(new Map());
    expect(await row()).toEqual({ owner: theirs, held: false });
  });
});

describe('recording an attempt', () => {
  it('does not hold the retry for a webhook that is being enabled at that moment', async () => {
    const node = await nodes.register();
    await leaseTo(node);
    await other.query(`UPDATE webhooks SET status = 'disabled' WHERE id = $1`, [webhookId]);
    const commit = await inOther(`UPDATE webhooks SET status = 'enabled' WHERE id = $1`, [webhookId]);
    const recording = createRecordStore(database).again(node, await failedAttempts(), null);
    await blocked();
    await commit();
    expect(await recording).toEqual([expect.any(Number)]);
    expect(await row()).toEqual({ owner: null, held: false });
  });

  it('counts each attempt once, however often it is told, and ends the lease with its last delivery', async () => {
    const node = await nodes.register();
    await tenant.send();
    const tried = async () => (await tenant.deliveries()).filter(({ attempts }) => attempts === 1);
    await until(async () => (await tried()).length === 2, 'the first attempt of the second delivery');
    await other.query(leaseOut('webhook_id = $2'), [node, webhookId]);
    const [first, second] = await failedAttempts();
    if (!first || !second) throw new Error('There are two.');
    const { ended, again } = createRecordStore(database);
    const end: FinishedAttempt = { ...first, decision: { kind: 'failed', disableWebhook: false } };
    expect(await ended(node, [end], null)).toEqual([null]);
    expect(await ended(node, [end], null)).toEqual(['lost']);
    expect(await again(node, [first, second], null)).toEqual(['lost', expect.any(Number)]);
    expect((await other.query('SELECT FROM leases WHERE node_id = $1', [node])).rowCount).toBe(0);
    const shown = await tenant.deliveries();
    expect(shown.map(({ status, attempts }) => [status, attempts])).toEqual(
      shown.map(({ id }) => (id === first.deliveryId ? ['failed', 2] : ['pending', 2])),
    );
  });

  it('cancels what a disabled webhook skips, once it is due', async () => {
    const node = await nodes.register();
    await leaseTo(node);
    await tenant.call('POST', `/webhooks/${webhookId}/disable`, { pending: 'skip' });
    expect(await createRecordStore(database).again(node, await failedAttempts(), null)).toEqual([
      expect.any(Number),
    ]);
    await until(async () => (await tenant.deliveries('?status=cancelled')).length === 1, 'its end');
  });

  it('writes nothing for a node that lost its lease', async () => {
    const [mine, theirs] = [await nodes.register(), await nodes.register()];
    await leaseTo(theirs);
    const recorded = await createRecordStore(database).again(mine, await failedAttempts(), null);
    expect(recorded).toEqual(['lost']);
    expect((await tenant.deliveries())[0]).toMatchObject({ attempts: 1 });
  });
});

describe('the end of a node', () => {
  /** As accepting and claiming do: the node's row is locked while a lease is taken. */
  const leasing = (node: number) =>
    inOther(
      leaseOut(
        'delivery_id = $2 AND EXISTS (SELECT FROM (SELECT FROM nodes WHERE id = $1 FOR KEY SHARE) AS me)',
      ),
      [node, deliveryId],
    );

  it('frees the lease of a statement that commits while the node is unregistered', async () => {
    const node = await nodes.register();
    const commit = await leasing(node);
    const unregistered = nodes.unregister(node);
    await blocked();
    await commit();
    await unregistered;
    expect(await row()).toMatchObject({ owner: null });
  });

  it('gives the lease of a statement that commits during a renewal back, and keeps what is held', async () => {
    const node = await nodes.register();
    const commit = await leasing(node);
    const renewing = nodes.renew([node], await nodes.reserve(), []);
    await blocked();
    await commit();
    expect(await renewing).toMatchObject({ alive: true, released: 1 });
    expect(await row()).toMatchObject({ owner: null });

    const next = await nodes.register();
    await leaseTo(next);
    const renewed = await nodes.reserve();
    expect(await nodes.renew([next], renewed, [deliveryId])).toEqual({ alive: true, released: 0 });
    expect(await row()).toMatchObject({ owner: renewed });
  });

  it('lets a statement of before take no lease any more', async () => {
    const node = await nodes.register();
    await nodes.renew([node], await nodes.reserve(), []);
    await other.query(`UPDATE queue SET due_at = now() + interval '1 day'`);
    expect(
      await queue.claim(
        node,
        { count: 10, bytes: 1_000, room: new Map(), roomOfRest: 10 },
        new Date(Date.now() + 2 * 86_400_000),
      ),
    ).toEqual([]);
    expect(await row()).toMatchObject({ owner: null });
  });
});

describe('a lane', () => {
  it('does not sleep while what came to it is being committed', async () => {
    const node = await nodes.register();
    const tomorrow = Date.now() + 86_400_000;
    const claimAt = (ms: number) =>
      queue.claim(
        node,
        { count: 500, bytes: 1_000_000, room: new Map(), roomOfRest: 500 },
        new Date(tomorrow + ms),
      );
    const ids = async (ms: number) =>
      (await claimAt(ms)).flatMap((row) => (row.webhook_id === webhookId ? [row.delivery_id] : []));
    expect(await ids(0)).toEqual([deliveryId]);
    const { eventId } = (await tenant.deliveries())[0] as { eventId: string };
    const sql = `
      INSERT INTO queue (delivery_id, environment_id, event_id, webhook_id, due_at)
      SELECT gen_random_uuid(), environment_id, id, $2::uuid, $3::timestamptz FROM events WHERE id = $1::uuid`;
    // The lane is looked at once more a second later; just then something comes, and its commit takes a while.
    const commit = await inOther(sql, [eventId, webhookId, new Date(tomorrow + 1_100)]);
    expect(await ids(1_200)).toEqual([]);
    await commit();
    expect(await ids(3_000)).toHaveLength(1);
  });
});

describe('a backlog', { timeout: 60_000 }, () => {
  it('drains as slots become free: time stands still here, so nothing waits for the next look at the queue', async () => {
    const receiver = await startTally();
    const clock = createManualClock();
    const small = await startSignpost({ clock, sqlNow: clock.sqlNow, config: { concurrency: 4 } });
    const sender = await small.tenant();
    await sender.webhook(receiver.url);
    const events = Array.from({ length: 1_000 }, () => ({ type: 'signer.signed', content: {} }));
    const startedAt = performance.now();
    for (let posts = 0; posts < 2; posts++) await accept(sender, events);
    await until(() => receiver.counts.size === 2_000, 'all of them', 30_000);
    tell('drain of 2,000 with 4 at a time', { tookMs: Math.round(performance.now() - startedAt) });
    expect(receiver.duplicates()).toBe(0);
    await small.stop();
    await receiver.stop();
  });

  it('of large events is taken within the memory that is meant for it', async () => {
    const receiver = await startTally(5);
    const small = await startSignpost();
    const sender = await small.tenant();
    await sender.webhook(receiver.url);
    const content = 'x'.repeat(1_000_000);
    const events = Array.from({ length: 7 }, () => ({ type: 'signer.signed', content }));
    for (let posts = 0; posts < 14; posts++)
      expect((await sender.call('POST', '/events', events)).status).toBe(202);
    await until(() => receiver.counts.size === 98, 'all of them', 30_000);
    expect(receiver.duplicates()).toBe(0);
    await small.stop();
    await receiver.stop();
  });
});

async function accept({ call }: Tenant, events: readonly object[]): Promise<void> {
  expect((await call('POST', '/events', events)).status).toBe(202);
}

/** Of everything that is leased of the tenant's, in the order of its leases. */
async function failedAttempts(): Promise<readonly FinishedAttempt[]> {
  const sql = `
    SELECT id, at, environment_id, delivery_ids[at] AS delivery, event_ids[at] AS event
    FROM leases, generate_series(1, size) AS at WHERE webhook_ids[at] = $1 ORDER BY id, at`;
  type Row = { id: string; at: number; environment_id: number; delivery: string; event: string };
  const { rows } = await other.query<Row>(sql, [webhookId]);
  return rows.map(({ id, at, environment_id: environmentId, delivery, event }) => ({
    deliveryId: delivery,
    environmentId,
    place: { lease: Number(id), position: at },
    eventId: event,
    type: 'signer.signed',
    webhookId,
    number: 2,
    trigger: 'auto',
    startedAt: Date.now(),
    durationMs: 1,
    firstByteMs: null,
    decision: { kind: 'retry', delayMs: 3_600_000, step: 2 },
    sign: null,
    inTurn: false,
    isAwaited: false,
    request: { url: 'http://receiver', headers: '[]', head: Buffer.from('{}'), tail: null },
    response: null,
    error: { kind: 'reset', message: 'The connection broke' },
  }));
}

describe('a renewal that was committed while its answer got lost', () => {
  let membership: Membership;
  let deaf: boolean;
  let lost: number;
  const clock = createManualClock();

  beforeEach(async () => {
    [deaf, lost] = [false, 0];
    const renew: NodeStore['renew'] = async (...values) => {
      const renewal = await nodes.renew(...values);
      if (deaf) throw new Error('Connection terminated unexpectedly');
      return renewal;
    };
    membership = createMembership({
      nodes: { ...nodes, renew },
      clock,
      log: silentLog,
      alone: false,
      silenceMs: 60_000,
      onLost: () => {
        lost += 1;
      },
      onCertain: () => {},
    });
    await membership.start();
    await leaseTo(membership.nodeId);
    deaf = true;
    await expect(membership.renew([deliveryId])).rejects.toThrow('Connection terminated');
    deaf = false;
  });
  afterEach(() => membership.stop());

  it('leaves open which id it has, until the next one settles it: what is held is kept', async () => {
    await expect(membership.settledId()).rejects.toThrow('cannot be reached');
    expect(await membership.renew([deliveryId])).toBe(0);
    expect(await row()).toMatchObject({ owner: await membership.settledId() });
    expect(lost).toBe(0);
  });

  it('is found out by the next heartbeat', async () => {
    const before = membership.nodeId;
    clock.advance(60_000);
    await until(() => membership.nodeId !== before, 'the new id');
    expect(await row()).toMatchObject({ owner: await membership.settledId() });
    expect(lost).toBe(0);
  });

  it('leaves nothing behind when the node stops', async () => {
    await membership.stop();
    expect(await row()).toMatchObject({ owner: null });
  });
});
