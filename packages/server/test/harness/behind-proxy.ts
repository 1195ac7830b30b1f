// One Signpost on a database that it reaches through a proxy, with a tenant and a counting receiver: the setting of the tests
// in which the database goes out of reach.
import { test as base } from 'vitest';
import { createTestDatabase } from './database.ts';
import { makeApplication, type TestApplication } from './faults.ts';
import { withClient } from './global-setup.ts';
import { unended } from './places.ts';
import { kill, type ServerProcess, start } from './process.ts';
import { type DatabaseProxy, startProxy, targetOf, throughProxy } from './proxy.ts';
import { startTally, type Tally } from './tally.ts';
import { until } from './until.ts';

export interface BehindProxy {
  readonly proxy: DatabaseProxy;
  readonly receiver: Tally;
  readonly server: ServerProcess;
  readonly application: TestApplication;
  /** Posts one event. Without an id of the sender's it is stored in a single statement. */
  post(id: string | null): Promise<{ status: number; code: string | undefined; retryAfter: string | null }>;
  /** The status of /readyz. */
  readiness(): Promise<number>;
  /** Until /readyz says that the database is out of reach. */
  outageNoticed(): Promise<void>;
  /** Deliveries that have not ended and meet the condition, counted past the proxy. */
  unendedCount(condition?: string): Promise<number>;
  /** Until every delivery has been recorded for good. */
  allRecorded(): Promise<void>;
  /** Past the proxy too. */
  change(sql: string): Promise<void>;
}

/** Time limits of a heartbeat, of the probe and between them, with slack for a busy machine. */
export const noticedMsMax = 20_000;
const recordedMsMax = 30_000;

async function arrange() {
  const database = await createTestDatabase();
  const proxy = await startProxy(targetOf(database.url));
  const receiver = await startTally(20);
  const server = await start({ env: { DATABASE_URL: throughProxy(database.url, proxy) } });
  const application = await makeApplication(server.url, receiver);
  const unendedCount = (condition = 'true') =>
    withClient(database.url, async (client) => {
      const sql = `SELECT count(*)::int AS count FROM ${unended} WHERE ${condition}`;
      return Number((await client.query<{ count: number }>(sql)).rows[0]?.count);
    });
  const readiness = async () => (await fetch(`${server.url}/readyz`)).status;
  const setting: BehindProxy = {
    proxy,
    receiver,
    server,
    application,
    post: (id) => post(server.url + application.path, application.key, id),
    readiness,
    outageNoticed: async () => {
      await until(async () => (await readiness()) === 503, 'the outage to be noticed', noticedMsMax);
    },
    unendedCount,
    allRecorded: async () => {
      await until(async () => (await unendedCount()) === 0, 'a record of every attempt', recordedMsMax);
    },
    change: (sql) => withClient(database.url, async (client) => void (await client.query(sql))),
  };
  const clear = async () => {
    await kill(server);
    await receiver.stop();
    await proxy.stop();
    await database.drop();
  };
  return { setting, clear };
}

async function post(url: string, key: string, id: string | null) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...(id !== null && { id }), type: 'signer.signed', content: {} }),
  });
  const body = (await response.json()) as { error?: { code: string } };
  return { status: response.status, code: body.error?.code, retryAfter: response.headers.get('retry-after') };
}

export const test = base.extend<{ setting: BehindProxy }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names from the pattern
  setting: async ({}, use) => {
    const { setting, clear } = await arrange();
    await use(setting).finally(clear);
  },
});
