// Which waiting deliveries retention ends, statement by statement.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { silentLog } from '../../src/observe/log.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createRetentionStore, type RetentionStore } from '../../src/store/retention.ts';
import { withClient } from '../harness/global-setup.ts';
import { leaseOut, unended } from '../harness/places.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

const lowestId = '00000000-0000-0000-0000-000000000000';
const longAgo = Date.parse('2020-01-01');
const later = Date.now() + 3_600_000;

let signpost: TestSignpost;
let receiver: Receiver;
let database: Database;
let store: RetentionStore;
let tenant: Tenant;
let waiting: readonly string[];

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
  database = openDatabase({ connection: signpost.databaseUrl, connectionsMax: 2, log: silentLog });
  store = createRetentionStore(database);
  receiver.answer('/', { status: 500 });
});
afterAll(async () => {
  await database.close();
  await signpost.stop();
  await receiver.stop();
});

/** Three deliveries that wait for a retry in an hour. */
beforeEach(async () => {
  await ask('DELETE FROM queue');
  await ask('DELETE FROM leases');
  await ask('DELETE FROM retained_weeks');
  tenant = await signpost.tenant();
  await tenant.webhook(receiver.url('/'), { delivery: { retrySchedule: ['1h'] } });
  for (let number = 0; number < 3; number++) await tenant.send();
  const tried = async () => (await tenant.deliveries()).filter(({ attempts }) => attempts === 1);
  await until(async () => (await tried()).length === 3, 'the first attempts');
  waiting = (await tenant.deliveries()).map(({ id }) => id).sort();
});

const ask = (sql: string) =>
  withClient(signpost.databaseUrl, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);

/** To a node that does nothing. */
const lease = (condition: string) =>
  withClient(signpost.databaseUrl, (client) => client.query(leaseOut(condition), [4711]));

const states = async () => (await tenant.deliveries()).map(({ status }) => status).sort();

it('held ones go by their own bound, others by a much earlier one', async () => {
  await ask(`UPDATE queue SET held = true WHERE delivery_id = '${waiting[1]}'`);
  const cuts = { heldMs: later, waitingMs: longAgo };
  const { webhookIds, next } = await store.cancel(lowestId, cuts, 10, new Date());
  expect([webhookIds.length, next]).toEqual([1, null]);
  expect(await states()).toEqual(['cancelled', 'pending', 'pending']);
  expect((await tenant.call('GET', `/deliveries/${waiting[1]}`)).body).toMatchObject({
    status: 'cancelled',
    attempts: 1,
    lastError: 'retention',
  });
  await store.cancel(lowestId, { heldMs: later, waitingMs: later }, 10, new Date());
  expect(await states()).toEqual(['cancelled', 'cancelled', 'cancelled']);
  expect(await ask('SELECT FROM queue')).toEqual([]);
});

it('what a node has leased is left to it', async () => {
  await lease(`delivery_id = '${waiting[0]}'`);
  await store.cancel(lowestId, { heldMs: later, waitingMs: later }, 10, new Date());
  expect(await ask(`SELECT delivery_id, owner FROM ${unended}`)).toEqual([
    { delivery_id: waiting[0], owner: 4711 },
  ]);
});

it('nothing younger than the bounds goes', async () => {
  await ask('UPDATE queue SET held = true');
  const { webhookIds } = await store.cancel(
    lowestId,
    { heldMs: longAgo, waitingMs: longAgo },
    10,
    new Date(),
  );
  expect(webhookIds).toEqual([]);
  expect(await ask('SELECT FROM retained_weeks')).toEqual([]);
});

it('many go in steps, and their week is noted with all of them', async () => {
  const cuts = { heldMs: later, waitingMs: later };
  const first = await store.cancel(lowestId, cuts, 2, new Date());
  expect([first.webhookIds.length, first.next]).toEqual([2, waiting[1]]);
  const second = await store.cancel(first.next ?? '', cuts, 2, new Date());
  expect([second.webhookIds.length, second.next]).toEqual([1, null]);
  expect(await ask('SELECT cancelled FROM retained_weeks')).toEqual([{ cancelled: 3 }]);
});

it('their week is needed while one waits, and for a while after one was cancelled', async () => {
  const [week] = (await store.weeks()).filter(
    ({ fromMs, toMs }) => fromMs <= Date.now() && Date.now() < toMs,
  );
  if (!week) throw new Error('There is a present week.');
  const isNeeded = (cancelledSince: number) => store.isNeeded(week, new Date(cancelledSince));
  expect(await isNeeded(later)).toBe(true);
  await lease('true');
  expect(await isNeeded(later)).toBe(true);
  await ask(
    'WITH lost AS (DELETE FROM leases RETURNING *) INSERT INTO queue (environment_id, delivery_id, event_id, webhook_id, due_at)' +
      " SELECT environment_id, unnest(delivery_ids), unnest(event_ids), unnest(webhook_ids), now() + interval '1 hour' FROM lost",
  );
  await store.cancel(lowestId, { heldMs: later, waitingMs: later }, 10, new Date());
  expect(await isNeeded(longAgo)).toBe(true);
  expect(await isNeeded(later)).toBe(false);
});
