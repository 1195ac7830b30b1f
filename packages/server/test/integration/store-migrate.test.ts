// Migrations: each once, in order, also when many nodes start at once; a newer database is refused untouched.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { silentLog } from '../../src/observe/log.ts';
import { openDatabase } from '../../src/store/database.ts';
import { DatabaseTooNew, migrate, migrateDatabase } from '../../src/store/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { withClient } from '../harness/global-setup.ts';
import { startSignpost } from '../harness/signpost.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase('empty');
});
afterEach(() => database.drop());

const first = {
  number: 1,
  name: '0001-first.sql',
  sql: 'CREATE TABLE first (a integer); INSERT INTO first VALUES (1)',
};
const second = { number: 2, name: '0002-second.sql', sql: 'INSERT INTO first VALUES (2)' };
const run = (migrations: (typeof first)[]) =>
  withClient(database.url, (client) => migrate(client, migrations));
const ask = (sql: string) => withClient(database.url, async (client) => (await client.query(sql)).rows);

it('apply what is missing, each once and in order', async () => {
  expect(await run([first])).toBe(1);
  expect(await run([first])).toBe(0);
  expect(await run([first, second])).toBe(1);
  expect(await ask('SELECT a FROM first ORDER BY a')).toEqual([{ a: 1 }, { a: 2 }]);
  expect(await ask('SELECT number, name FROM migrations ORDER BY number')).toEqual([
    { number: 1, name: first.name },
    { number: 2, name: second.name },
  ]);
});

it('applied by ten nodes that start at once on an empty database, are applied once', async () => {
  const nodes = Array.from({ length: 10 }, () =>
    openDatabase({ connection: database.url, connectionsMax: 1, log: silentLog }),
  );
  const applied = await Promise.all(nodes.map((node) => migrateDatabase(node)));
  expect(applied.filter((count) => count > 0)).toHaveLength(1);
  await Promise.all(nodes.map((node) => node.close()));
  const rows = await ask('SELECT number FROM migrations');
  expect(rows).toHaveLength(applied.reduce((sum, count) => sum + count, 0));
});

it('three whole servers that start at once on an empty database all come up and work', async () => {
  const servers = await Promise.all([1, 2, 3].map(() => startSignpost({ databaseUrl: database.url })));
  for (const server of servers) {
    const tenant = await server.tenant();
    expect((await tenant.send()).deliveries).toBe(0);
  }
  await Promise.all(servers.map((server) => server.stop()));
});

it('keep what waited when deliveries got a table for each stage of their life', async () => {
  const folder = join(import.meta.dirname, '../../src/store/migrations');
  const before = readdirSync(folder)
    .filter((name) => name < '0004')
    .sort()
    .map((name) => ({
      number: Number(name.slice(0, 4)),
      name,
      sql: readFileSync(join(folder, name), 'utf8'),
    }));
  await run(before);
  await ask(`
    CREATE TABLE deliveries_all PARTITION OF deliveries DEFAULT WITH (fillfactor = 55);
    INSERT INTO deliveries (environment_id, id, event_id, webhook_id, type, state, attempts, last_status, last_error)
    SELECT 1, ('00000000-0000-7000-8000-00000000000' || n)::uuid, gen_random_uuid(), gen_random_uuid(), 'signer.signed',
           (ARRAY['pending', 'held', 'succeeded', 'failed', 'cancelled'])[n], 1, 500, 'reset' FROM generate_series(1, 5) AS n;
    INSERT INTO queue (delivery_id, environment_id, event_id, webhook_id, attempt, due_at, owner, held)
    SELECT id, 1, event_id, webhook_id, 2, now(), CASE state WHEN 'pending' THEN 7 END, state = 'held'
    FROM deliveries WHERE state IN ('pending', 'held')`);
  expect(await withClient(database.url, (client) => migrate(client))).toBeGreaterThan(0);
  expect(await ask('SELECT held, attempt, last_status, last_error FROM queue ORDER BY delivery_id')).toEqual([
    { held: false, attempt: 2, last_status: 500, last_error: 'reset' },
    { held: true, attempt: 2, last_status: 500, last_error: 'reset' },
  ]);
  const ended = ['succeeded', 'failed', 'cancelled'].map((state) => ({ state }));
  expect(await ask('SELECT state FROM deliveries ORDER BY id')).toEqual(ended);
});

it('that fail leave the database as it was', async () => {
  await run([first]);
  const broken = { ...second, sql: 'INSERT INTO first VALUES (3); SELECT nothing FROM nowhere' };
  await expect(run([first, broken])).rejects.toThrow('nowhere');
  expect(await ask('SELECT a FROM first')).toEqual([{ a: 1 }]);
  expect(await run([first, second])).toBe(1);
});

it('for authorities leave all else of a webhook as it was, also the order of its headers', async () => {
  const before = '{"timeoutSeconds":5,"headers":{"X-Long":"}","X-A":"1"} }';
  await ask(
    `CREATE TABLE webhooks (delivery json); INSERT INTO webhooks VALUES ('${before}'), ('{"ca":null}')`,
  );
  const file = '../../src/store/migrations/0008-authorities-of-a-webhook.sql';
  await ask(readFileSync(new URL(file, import.meta.url), 'utf8'));
  expect(await ask('SELECT delivery::text AS text FROM webhooks')).toEqual([
    { text: '{"ca":null}' },
    { text: before.replace(/}$/, ',"ca":null}') },
  ]);
});

it('refuse a database of a newer Signpost, say both versions, and change nothing', async () => {
  await run([first, second]);
  const refused = run([first]);
  await expect(refused).rejects.toThrow(DatabaseTooNew);
  await expect(refused).rejects.toThrow(/schema 2.*up to 1.*newer Signpost/);
  expect(await ask('SELECT a FROM first ORDER BY a')).toHaveLength(2);
});

it('of a newer Signpost keep a whole server from starting, with the same words', async () => {
  await withClient(database.url, (client) => migrate(client));
  await ask("INSERT INTO migrations (number, name) VALUES (9999, '9999-future.sql')");
  await expect(startSignpost({ databaseUrl: database.url })).rejects.toThrow(/at schema 9999/);
});

it('let go of their lock when the node that held it dies', async () => {
  const dying = new pg.Client(database.url);
  await dying.connect();
  dying.on('error', () => {});
  await dying.query('BEGIN');
  await dying.query('SELECT pg_advisory_xact_lock(7467001)');
  const waiting = run([first]);
  const { rows } = await dying.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  await expect
    .poll(() => ask("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"))
    .toHaveLength(1);
  await ask(`SELECT pg_terminate_backend(${rows[0]?.pid})`);
  expect(await waiting).toBe(1);
  await dying.end().catch(() => {});
});

it('statistics of the version before are kept, with the time since when types are counted, of whom there were any', async () => {
  const folder = join(import.meta.dirname, '../../src/store/migrations');
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => ({
      number: Number.parseInt(name, 10),
      name,
      sql: readFileSync(join(folder, name), 'utf8'),
    }))
    .toSorted((one, other) => one.number - other.number);
  await run(all.filter(({ number }) => number < 29));
  await ask(`
    INSERT INTO organizations (id, name, created_at, updated_at) VALUES (gen_random_uuid(), 'XYZ Bank', now(), now());
    INSERT INTO applications (id, organization_id, name, created_at) SELECT 'appId_bank', id, 'Contracts', now() FROM organizations;
    INSERT INTO environments (application_id, name) VALUES ('appId_bank', 'TEST'), ('appId_bank', 'PRODUCTION');
    INSERT INTO statistics (environment_id, webhook_id, span, since, attempts, succeeded, failed, duration_ms, latency, failures)
    SELECT id, gen_random_uuid(), 'hour', now(), 1, 1, 0, 5, '{}', '{}' FROM environments WHERE name = 'PRODUCTION'`);
  await run(all);
  expect(
    await ask('SELECT name, types_counted_since IS NULL AS all_of_them FROM environments ORDER BY name'),
  ).toEqual([
    { name: 'PRODUCTION', all_of_them: false },
    { name: 'TEST', all_of_them: true },
  ]);
  expect(await ask('SELECT attempts FROM statistics')).toEqual([{ attempts: 1 }]);
});
