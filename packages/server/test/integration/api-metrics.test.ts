// What the operator's monitoring reads: true counts, by no tenant, for nobody but the operator (N18).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../src/observe/log.ts';
import { openDatabase } from '../../src/store/database.ts';
import { measureQueue } from '../../src/store/queue-depth.ts';
import { createTestDatabase } from '../harness/database.ts';
import { rawRequest, refusal } from '../harness/http.ts';
import { createManualClock } from '../harness/manual-clock.ts';
import { startProxy, targetOf, throughProxy } from '../harness/proxy.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { rootKey, startSignpost, type TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

const clock = createManualClock();

let signpost: TestSignpost;
let receiver: Receiver;

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost({ clock, sqlNow: clock.sqlNow }), startReceiver()]);
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
});

const sample = /^([a-z_]+(?:\{(?:[a-z]+="[^"\\]*",?)*\})?) (-?[\d.e+-]+|\+Inf)$/i;

/** Every sample by its name with labels; fails where a line is none. */
async function metricsOf({ app }: TestSignpost): Promise<ReadonlyMap<string, number>> {
  const { status, headers, text } = await rawRequest(app.url, { path: '/metrics' });
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('# '));
  return new Map(
    lines.map((line) => {
      const [, name = '', value] = sample.exec(line) ?? [];
      expect(name, line).not.toBe('');
      return [name, Number(value)] as const;
    }),
  );
}

describe('the metrics', () => {
  it('count events, attempts and deliveries by what they ended as, and how large batches were', async () => {
    const before = await metricsOf(signpost);
    const tenant = await signpost.tenant();
    receiver.answer('/metrics/bad', { status: 500 });
    await tenant.webhook(receiver.url('/metrics/good'));
    await tenant.webhook(receiver.url('/metrics/bad'), { delivery: { retrySchedule: ['1h'] } });
    await tenant.webhook(receiver.url('/metrics/bad'), { delivery: { retrySchedule: [] } });
    const event = { type: 'signer.signed', content: {} };
    await tenant.call('POST', '/events', [event, { ...event, id: 'one' }, { ...event, id: 'two' }]);
    await tenant.call('POST', '/events', { ...event, id: 'two' });

    const grown = async () => {
      const now = await metricsOf(signpost);
      const names = [...now.keys()].filter((name) => now.get(name) !== before.get(name));
      return Object.fromEntries(names.map((name) => [name, (now.get(name) ?? 0) - (before.get(name) ?? 0)]));
    };
    const wanted = {
      signpost_events_accepted_total: 3,
      signpost_events_repeated_total: 1,
      'signpost_deliveries_total{outcome="succeeded"}': 3,
      'signpost_deliveries_total{outcome="failed"}': 3,
      'signpost_attempt_duration_seconds_count{outcome="succeeded"}': 3,
      'signpost_attempt_duration_seconds_count{outcome="failed"}': 6,
      'signpost_attempt_duration_seconds_bucket{le="+Inf",outcome="failed"}': 6,
      'signpost_batch_items_sum{edge="record"}': 9,
    };
    await until(async () => (await grown())['signpost_batch_items_sum{edge="record"}'] === 9, 'all records');
    await until(
      async () => (await grown())['signpost_attempt_duration_seconds_count{outcome="failed"}'] === 6,
      'counts',
    );
    expect(await grown()).toMatchObject(wanted);
    expect((await grown())['signpost_batch_items_sum{edge="accept"}']).toBeGreaterThanOrEqual(3);
  });

  it('tell what waits in the queue, as the leading node measured it, and how busy the node is', async () => {
    const own = createManualClock();
    const quiet = await startSignpost({ clock: own, sqlNow: own.sqlNow });
    const tenant = await quiet.tenant();
    receiver.answer('/metrics/later', { status: 503 });
    const delivery = { retrySchedule: ['1h'] };
    const { id } = await tenant.webhook(receiver.url('/metrics/later'), { delivery });
    await tenant.webhook(receiver.url('/metrics/later'), { delivery });
    await tenant.send();
    await until(
      async () => (await tenant.deliveries()).every(({ attempts }) => attempts === 1),
      'both attempts',
    );
    await tenant.call('POST', `/webhooks/${id}/disable`);
    const now = await until(async () => {
      own.advance(15_000);
      const measured = await metricsOf(quiet);
      return measured.get('signpost_queue_deliveries{state="held"}') === 1 && measured;
    }, 'the next measurement');
    expect(Object.fromEntries(now)).toMatchObject({
      'signpost_queue_deliveries{state="pending"}': 1,
      'signpost_queue_deliveries{state="leased"}': 0,
      signpost_queue_overdue_seconds: 0,
      signpost_slots: 384,
      signpost_slots_used: 0,
      signpost_attempts_running: 0,
    });
    expect(now.get('process_cpu_seconds_total')).toBeGreaterThan(0.1);
    expect(now.get('process_resident_memory_bytes')).toBeGreaterThan(20e6);
    await quiet.stop();
  });

  it('tell how long the delivery that is due longest has waited beyond its time', async () => {
    const own = createManualClock();
    const quiet = await startSignpost({ clock: own, sqlNow: own.sqlNow });
    const tenant = await quiet.tenant();
    receiver.answer('/metrics/due', { status: 503 });
    await tenant.webhook(receiver.url('/metrics/due'), { delivery: { retrySchedule: ['1h'] } });
    await tenant.send();
    const at = await until(async () => {
      const [delivery] = await tenant.deliveries();
      return delivery?.attempts === 1 && delivery.nextAttemptAt;
    }, 'the next attempt');
    const database = openDatabase({ connection: quiet.databaseUrl, connectionsMax: 1, log: silentLog });
    const overdueAt = async (ms: number) =>
      (await measureQueue(database, new Date(Date.parse(at) + ms))).overdueMs;
    expect(await overdueAt(-1_000)).toBe(0);
    expect(await overdueAt(5_000)).toBeCloseTo(5_000, -1);
    await database.close();
    await quiet.stop();
  });

  it('name one leader among the nodes, and the queue there alone; the series are the same for any number of tenants', async () => {
    const other = await startSignpost({ databaseUrl: signpost.databaseUrl });
    const [here, there] = [await metricsOf(signpost), await metricsOf(other)];
    await other.stop();
    expect([here.get('signpost_leader'), there.get('signpost_leader')]).toEqual([1, 0]);
    expect([...there.keys()].filter((name) => name.startsWith('signpost_queue'))).toEqual([]);
    const tenant = await signpost.tenant();
    await tenant.webhook(receiver.url('/metrics/good'));
    await tenant.send();
    const now = await metricsOf(signpost);
    expect([...now.keys()]).toEqual([...here.keys()]);
    expect([...now.keys()].join()).not.toContain(tenant.appId);
  });

  it('say that the database is out of reach, also while it is', async () => {
    const database = await createTestDatabase();
    const proxy = await startProxy(targetOf(database.url));
    const cut = await startSignpost({ databaseUrl: throughProxy(database.url, proxy) });
    expect((await metricsOf(cut)).get('signpost_database_up')).toBe(1);
    await proxy.become('refuse');
    proxy.cut();
    expect((await metricsOf(cut)).get('signpost_database_up')).toBe(0);
    await proxy.become('pass');
    await until(async () => (await metricsOf(cut)).get('signpost_database_up') === 1, 'the database');
    await cut.stop();
    await proxy.stop();
    await database.drop();
  });
});

describe('who may read them', () => {
  const get = (headers: Record<string, string>) =>
    rawRequest(signpost.app.url, { path: '/metrics', headers });

  it.each([
    ['a proxy that names the caller', { 'x-forwarded-for': '203.0.113.7' }],
    ['a proxy that names itself', { via: '1.1 proxy' }],
    ['a proxy that follows the standard', { forwarded: 'for=203.0.113.7' }],
    ['another host name', { host: 'signpost.example.com' }],
    ['a page that had its name resolve to this machine', { host: 'localhost.evil.example:8080' }],
  ])('whoever comes by %s needs the root key', async (_how, headers) => {
    const tenant = await signpost.tenant();
    refusal(await get(headers as Record<string, string>), 'unauthenticated');
    refusal(await get({ ...headers, authorization: 'Bearer wrong' }), 'unauthenticated');
    refusal(await get({ ...headers, authorization: `Bearer ${tenant.key}` }), 'root_key_required');
    expect((await get({ ...headers, authorization: `Bearer ${rootKey}` })).status).toBe(200);
  });

  it.each(['localhost', 'LOCALHOST:9', '127.0.0.1:8080', '[::1]:80'])(
    'whoever asks on this machine for %s needs none',
    async (host) => {
      expect((await get({ host })).status).toBe(200);
    },
  );

  it('whoever comes from another address needs the root key', async () => {
    const { networkInterfaces } = await import('node:os');
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address && !address.internal && address.family === 'IPv4');
    if (!outside) return;
    const open = await startSignpost({ databaseUrl: signpost.databaseUrl, config: { host: '0.0.0.0' } });
    const url = `http://${outside.address}:${new URL(open.app.url).port}`;
    refusal(await rawRequest(url, { path: '/metrics', headers: { host: 'localhost' } }), 'unauthenticated');
    await open.stop();
  });
});
