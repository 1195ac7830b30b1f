// Somebody sets a server's clock back by an hour under load, and forth again: everything goes on at its pace, retries come when
// they are due and not an hour later, and nothing is sent twice.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { makeApplication, tell } from '../harness/faults.ts';
import { withClient } from '../harness/global-setup.ts';
import { startLoad } from '../harness/load.ts';
import { miscounted, unended } from '../harness/places.ts';
import { killAll, start } from '../harness/process.ts';
import { startTally, type Tally } from '../harness/tally.ts';
import { until } from '../harness/until.ts';

const program = new URL('../harness/node-program.ts', import.meta.url);
/** Of a retry that is due after a second, on a busy machine. */
const retriedMsMax = 10_000;

let database: TestDatabase;
let receiver: Tally;

beforeEach(async () => {
  database = await createTestDatabase();
  receiver = await startTally(5);
});
afterEach(async () => {
  await killAll();
  await receiver.stop();
  await database.drop();
});

const rows = (sql: string) =>
  withClient(database.url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);

it('goes on under load when its clock is set back and forth, and retries in time (N1, N6)', {
  timeout: 120_000,
}, async () => {
  const server = await start({ program, args: ['15000'], env: { DATABASE_URL: database.url } });
  const { key, path, tenant } = await makeApplication(server.url, receiver);
  const load = startLoad({ events: () => server.url + path, key, senders: 8 });
  const retriedMs: number[] = [];
  for (const way of ['back', 'forth']) {
    await load.acceptedMore(200);
    receiver.answer(500);
    await load.acceptedMore(20);
    server.signal('SIGUSR2');
    await load.acceptedMore(20);
    receiver.answer(200);
    const healedAt = performance.now();
    const waiting = await failing();
    await until(
      async () => (await failing(waiting)).length === 0,
      `retries with the clock set ${way}`,
      retriedMsMax,
    );
    retriedMs.push(Math.round(performance.now() - healedAt));
    await load.acceptedMore(200);
  }
  await load.stop();
  const { accepted, refused, unanswered } = load;
  await until(() => receiver.missing(accepted).length === 0, 'every accepted event', 30_000);
  await until(async () => (await rows(`SELECT FROM ${unended} LIMIT 1`)).length === 0, 'records', 30_000);
  expect(await rows(miscounted)).toEqual([]);
  // Each arrival is an attempt of the log: what came more than once had failed before.
  const attempts = await rows('SELECT coalesce(sum(attempts), 0)::int AS count FROM deliveries');
  const arrivals = [...receiver.counts.values()].reduce((sum, count) => sum + count, 0);
  tell('clock set back and forth', { accepted: accepted.size, arrivals, retriedMs });
  expect(attempts).toEqual([{ count: arrivals }]);
  expect([...refused.keys()]).toEqual([]);
  expect(unanswered).toBe(0);
  expect((await tenant.send({ id: 'at-last' })).deliveries).toBe(1);
  await until(() => receiver.counts.has('at-last'), 'one more');
  server.signal('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0 });
  expect(server.stderr()).not.toMatch(/unhandled|uncaught/i);
});

/** Deliveries that have failed and wait for a retry, all or of these. */
async function failing(among?: readonly unknown[]): Promise<readonly unknown[]> {
  const waiting = (await rows(`SELECT delivery_id FROM ${unended} WHERE attempt > 1`)).map(
    (row) => row['delivery_id'],
  );
  return among === undefined ? waiting : waiting.filter((id) => among.includes(id));
}
