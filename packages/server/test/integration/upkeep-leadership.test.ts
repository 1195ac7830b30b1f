// One node leads the upkeep, and another follows when it goes, whichever way it goes.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../src/lib/clock.ts';
import { silentLog } from '../../src/observe/log.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createLeadershipStore } from '../../src/store/leadership.ts';
import { createLeadership, type Leadership } from '../../src/upkeep/leadership.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { startProxy, targetOf, throughProxy } from '../harness/proxy.ts';
import { until } from '../harness/until.ts';

const leaseMs = 1_500;

let database: TestDatabase;
let opened: Database[] = [];
let nodes: Leadership[] = [];
let elections: number[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
  await Promise.all(opened.map((connections) => connections.close()));
  await database.drop();
  [opened, nodes, elections] = [[], [], []];
});

async function startNode(url = database.url, alone = false): Promise<Leadership> {
  const connections = openDatabase({ connection: url, connectionsMax: 2, log: silentLog });
  opened.push(connections);
  const number = nodes.length;
  const node = createLeadership({
    store: createLeadershipStore(connections),
    clock: systemClock,
    log: silentLog,
    alone,
    leaseMs,
    onElected: () => elections.push(number),
  });
  nodes.push(node);
  await node.start();
  return node;
}

/** Until `node` leads; fails when two lead at once on the way. */
const follows = (node: Leadership) =>
  until(() => {
    expect(nodes.filter(({ leads }) => leads).length).toBeLessThanOrEqual(1);
    return node.leads;
  }, 'another leader');

it('the first node leads at once, and goes on leading while others ask', async () => {
  const first = await startNode();
  const second = await startNode();
  expect([first.leads, second.leads]).toEqual([true, false]);
  const end = performance.now() + 2 * leaseMs;
  await until(() => {
    expect([first.leads, second.leads]).toEqual([true, false]);
    return performance.now() > end;
  }, 'two leases');
  expect(elections).toEqual([0]);
});

it('when the leader stops, another leads long before the lease would have run out', async () => {
  const first = await startNode();
  const second = await startNode();
  const stoppedAt = performance.now();
  await first.stop();
  expect(first.leads).toBe(false);
  await follows(second);
  expect(performance.now() - stoppedAt).toBeLessThan(leaseMs);
  expect(elections).toEqual([0, 1]);
});

it('when the leader is cut off by a silent network, it stops to lead before another begins, and does not lead beside it afterwards', async () => {
  const proxy = await startProxy(targetOf(database.url));
  const cutOff = await startNode(throughProxy(database.url, proxy));
  const other = await startNode();
  expect(cutOff.leads).toBe(true);
  await proxy.become('silent');
  await follows(other);
  // Back again, with what it had said into the silence arriving late.
  proxy.release();
  await proxy.become('pass');
  await until(async () => {
    expect([cutOff.leads, other.leads]).toEqual([false, true]);
    return opened[0]?.query({ name: '', text: 'SELECT 1' }, []).then(
      () => true,
      () => false,
    );
  }, 'the network');
  await other.stop();
  await follows(cutOff);
  await cutOff.stop();
  await proxy.stop();
});

it('a store that nobody else can be using is led at once, whoever led it before the crash', async () => {
  await startNode();
  const next = await startNode(database.url, true);
  expect(next.leads).toBe(true);
});
