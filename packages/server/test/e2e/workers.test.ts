// One server of several processes behind one port, as its operator and its callers meet it: like one of a single process.
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../harness/database.ts';
import { askEmbedded } from '../harness/embedded-client.ts';
import { type DataFolder, makeApplication, makeDataFolder, tell } from '../harness/faults.ts';
import { withClient } from '../harness/global-setup.ts';
import { rawRequest } from '../harness/http.ts';
import { startLoad } from '../harness/load.ts';
import { unended } from '../harness/places.ts';
import {
  isRunning,
  kill,
  killAll,
  launch,
  postmasterOf,
  rootKey,
  type ServerProcess,
  start,
  workersOf,
} from '../harness/process.ts';
import { caller, makeTenant } from '../harness/signpost.ts';
import { startTally, type Tally } from '../harness/tally.ts';
import { until } from '../harness/until.ts';

const workers = 3;

let folder: DataFolder;
let receiver: Tally;

beforeEach(async () => {
  folder = makeDataFolder();
  receiver = await startTally();
});
afterEach(async () => {
  await killAll();
  await receiver.stop();
  await folder.remove();
});

const settings = (more: Record<string, string> = {}) => ({
  env: { SIGNPOST_DATA_DIR: folder.path, ...more },
  args: ['--workers', String(workers)],
});

/** On a connection of its own, so that each goes to the next worker. */
async function call(server: ServerProcess, method: string, path: string, key: string, body?: object) {
  const { status, text } = await rawRequest(server.url, {
    method,
    path,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', connection: 'close' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status, body: text === '' ? null : JSON.parse(text) };
}

describe('a server with several workers', { timeout: 120_000 }, () => {
  it('shares the work among nodes behind one address, and counts as one', async () => {
    const server = await start(settings());
    expect(workersOf(server)).toHaveLength(workers);
    expect(await askEmbedded(folder.path, 'SELECT id FROM nodes')).toHaveLength(workers);
    const { key, path } = await makeApplication(server.url, receiver);
    const posted = Array.from({ length: 30 }, () =>
      call(server, 'POST', path, key, { type: 'signer.signed', content: {} }),
    );
    for (const { status } of await Promise.all(posted)) expect(status).toBe(202);
    await until(() => receiver.counts.size === 30, 'all of them');
    await until(allEnded, 'their records');
    const metrics = await metricsOf(server);
    expect(metrics).toMatchObject({
      signpost_events_accepted_total: 30,
      'signpost_deliveries_total{outcome="succeeded"}': 30,
      signpost_database_up: 1,
    });
    expect(receiver.duplicates()).toBe(0);
    // Every line to its operator once.
    const ended = await stop(server);
    expect(ended.stdout).toMatch(/^Signpost is ready at \S+\n$/);
    expect(ended.stderr.match(/first super admin/g)).toHaveLength(1);
    expect(ended.code).toBe(0);
    expect(postmasterOf(folder.path)).toBeNull();
  });

  it('lets no caller meet a worker that does not know yet what another has answered', async () => {
    const server = await start(settings());
    const { tenant, key } = await makeApplication(server.url, receiver);
    const base = `/api/v1/applications/${tenant.appId}/envs/PRODUCTION`;
    const asRoot = (method: string, path: string, body?: object) => call(server, method, path, rootKey, body);
    // All of them hold the environment as it is now.
    for (let turn = 0; turn < workers; turn++)
      expect((await call(server, 'GET', `${base}/webhooks`, key)).status).toBe(200);
    for (let turn = 0; turn < 2 * workers; turn++) {
      const made = await asRoot('POST', `${base}/keys`, { name: 'next', scopes: ['events:read'] });
      expect((await call(server, 'GET', `${base}/events`, made.body.key)).status).toBe(200);
      await asRoot('DELETE', `${base}/keys/${made.body.id}`);
      expect((await call(server, 'GET', `${base}/events`, made.body.key)).status).toBe(401);
      const name = `Department ${turn}`;
      await asRoot('POST', `/api/v1/organizations/${tenant.organizationId}/departments`, { name });
      const routing = { departments: [name] };
      const webhook = { name, url: receiver.url, routing };
      expect((await call(server, 'POST', `${base}/webhooks`, key, webhook)).status).toBe(201);
    }
  });

  it('hands what goes to a test inbox over inside, whichever worker it is that sends', async () => {
    const server = await start(settings());
    const { tenant } = await makeApplication(server.url, receiver);
    const base = `/api/v1/applications/${tenant.appId}/envs/TEST`;
    const asRoot = async (method: string, path: string, body?: object) =>
      (await call(server, method, base + path, rootKey, body)).body;
    const inbox = await asRoot('POST', '/inboxes');
    const webhook = await asRoot('POST', '/webhooks', { name: 'w', url: inbox.url });
    for (let turn = 0; turn < workers; turn++) {
      const { outcome } = await asRoot('POST', `/webhooks/${webhook.id}/test`);
      expect(outcome).toBe('succeeded');
      await asRoot('POST', '/events', { type: 'signer.signed', content: { turn } });
    }
    const came = () => asRoot('GET', `/inboxes/${inbox.id}/requests`);
    await until(async () => (await came()).data.length === 2 * workers, 'all of them');
    for (const request of (await came()).data)
      expect(request).toMatchObject({ webhookId: webhook.id, signature: 'verified' });
    expect(receiver.counts.size).toBe(0);
  });

  it('stops under load without losing anything or sending it twice', async () => {
    receiver.delay(50);
    const server = await start(settings());
    const { key, path } = await makeApplication(server.url, receiver);
    const load = startLoad({ events: () => server.url + path, key, senders: 16 });
    await load.acceptedMore(300);
    const stoppingAt = performance.now();
    expect(await stop(server)).toMatchObject({ code: 0 });
    tell('SIGTERM under load', { workers, stoppedMs: Math.round(performance.now() - stoppingAt) });
    await load.stop();
    expect(postmasterOf(folder.path)).toBeNull();
    await start(settings());
    await until(() => receiver.missing(load.accepted).length === 0, 'every accepted event', 30_000);
    await until(allEnded, 'a record of every attempt', 30_000);
    expect(receiver.duplicates()).toBe(0);
  });

  it('ends its workers when it is killed; the next start frees at once what they had leased', async () => {
    receiver.delay(60_000);
    const server = await start(settings());
    const { tenant } = await makeApplication(server.url, receiver);
    const { id } = await tenant.send();
    await until(() => receiver.counts.has(id), 'an attempt');
    const before = workersOf(server);
    await kill(server);
    await until(() => !before.some(isRunning), 'the end of the workers');
    receiver.delay(0);
    const next = await start({ env: { SIGNPOST_DATA_DIR: folder.path } });
    await until(() => receiver.counts.get(id) === 2, 'the second attempt', 10_000);
    await stop(next);
  });

  it('on a PostgreSQL that others use too takes its part of the work, and leaves their leases alone', async () => {
    const database = await createTestDatabase();
    const shared = { env: { DATABASE_URL: database.url } };
    const nodes = () => withClient(database.url, (client) => client.query('SELECT FROM nodes'));
    // Longer than all that follows.
    receiver.delay(120_000);
    const other = await start(shared);
    const tenant = await makeTenant(other.url, caller(other.url, rootKey));
    await tenant.webhook(receiver.url, { delivery: { timeoutSeconds: 60 } });
    const path = `/api/v1/applications/${tenant.appId}/envs/PRODUCTION/events`;
    const { id } = await tenant.send();
    await until(() => receiver.counts.has(id), 'an attempt of the other');
    receiver.delay(0);
    const server = await start({ ...settings(shared.env) });
    expect((await nodes()).rowCount).toBe(1 + workers);
    for (let turn = 0; turn < workers; turn++)
      expect(
        (await call(server, 'POST', path, tenant.key, { type: 'signer.signed', content: {} })).status,
      ).toBe(202);
    await until(() => receiver.counts.size === 1 + workers, 'all of them');
    expect((await stop(server)).code).toBe(0);
    expect((await nodes()).rowCount).toBe(1);
    expect(receiver.duplicates()).toBe(0);
    await kill(other);
    await database.drop();
  });

  it('says that the port is taken, and leaves nothing running', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await until(() => other.listening, 'the other listener');
    const { port } = other.address() as { port: number };
    const { code, stderr } = await launch(settings({ SIGNPOST_PORT: String(port) })).ended;
    other.close();
    expect(code).toBe(1);
    expect(stderr).toMatch(`127.0.0.1:${port}`);
    expect(stderr).toMatch(/SIGNPOST_PORT/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(postmasterOf(folder.path)).toBeNull();
  });
});

async function stop(server: ServerProcess) {
  server.signal('SIGTERM');
  return server.ended;
}

async function metricsOf({ url }: ServerProcess): Promise<Record<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(lines.map((line) => [line.replace(/ \S+$/, ''), Number(line.split(' ').at(-1))]));
}

async function allEnded(): Promise<boolean> {
  return (await askEmbedded(folder.path, `SELECT FROM ${unended} LIMIT 1`)).length === 0;
}
