// Another master key, while servers run: everything that is sealed is sealed anew, nothing is lost at a kill -9, nobody is left
// behind who could not read it (issue 6: secrets at rest, rotation by command).
import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../src/observe/log.ts';
import { CannotStart } from '../../src/open-store.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createResealing } from '../../src/store/resealing.ts';
import { sealedColumns } from '../../src/store/sealed-columns.ts';
import { createVault } from '../../src/store/vault.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { withClient } from '../harness/global-setup.ts';
import { goodPassword, setUp } from '../harness/people.ts';
import { kill, killAll, launch } from '../harness/process.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

const [oldKey, newKey] = [randomBytes(32), randomBytes(32)];
const [oldId, newId] = [oldKey, newKey].map((key) => createVault(key).keyIds[0]);
const base64 = (key: Buffer) => key.toString('base64');
/** Bytes that are no secret of ours: contents, hashes, what was sent and received. */
const notSealed = [
  'api_keys.hash',
  'attempts.request_head',
  'attempts.request_tail',
  'attempts.response_body',
  'deliveries.request_head',
  'deliveries.request_tail',
  'deliveries.response_body',
  'event_keys.fingerprint',
  'events.content',
  'events.received',
  'inbox_requests.body',
  'invitations.token_hash',
  'one_time_links.token_hash',
  'people.recovery_hashes',
  'sessions.token_hash',
  'sources.token_hash',
  'used_tokens.token_hash',
];
const registered = Object.values(sealedColumns).map(({ table, column }) => `${table}.${column}`);

let database: TestDatabase;
let receiver: Receiver;
const running: TestSignpost[] = [];

beforeAll(async () => {
  [database, receiver] = await Promise.all([createTestDatabase(), startReceiver()]);
});
afterEach(killAll);
afterAll(async () => {
  await Promise.all(running.map((one) => one.stop()));
  await receiver.stop();
  await database.drop();
});

async function server(masterKey: Buffer, ...others: readonly Buffer[]): Promise<TestSignpost> {
  const config = { masterKey: base64(masterKey), otherMasterKeys: others.map(base64) };
  const started = await startSignpost({ databaseUrl: database.url, config });
  running.push(started);
  return started;
}
async function stop(one: TestSignpost): Promise<void> {
  running.splice(running.indexOf(one), 1);
  await one.stop();
}
const rows = <Row>(sql: string, values: unknown[] = []): Promise<readonly Row[]> =>
  withClient(database.url, async (client) => (await client.query(sql, values)).rows as Row[]);
const rotation = (masterKey: Buffer, ...others: readonly Buffer[]) =>
  launch({
    program: new URL('../../src/commands/rotate-master-key.ts', import.meta.url),
    env: {
      DATABASE_URL: database.url,
      SIGNPOST_MASTER_KEY: base64(masterKey),
      SIGNPOST_OTHER_MASTER_KEYS: others.map(base64).join(','),
    },
  });

/** Whether somebody waits for a row that another has locked. */
const isWaiting = async () =>
  (await rows(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`))
    .length > 0;

/** How many values each column has, by the key that sealed them. */
async function sealedBy(): Promise<Record<string, Record<string, number>>> {
  const found: Record<string, Record<string, number>> = {};
  for (const { table, column } of Object.values(sealedColumns)) {
    const counts = await rows<{ key: string; n: number }>(
      `SELECT encode(substring(${column} FROM 2 FOR 4), 'hex') AS key, count(*)::int AS n FROM ${table} WHERE ${column} IS NOT NULL GROUP BY 1`,
    );
    found[`${table}.${column}`] = Object.fromEntries(counts.map(({ key, n }) => [key, n]));
  }
  return found;
}

/** Something of every kind that is sealed. */
async function fill(
  signpost: TestSignpost,
): Promise<{ tenant: Tenant; webhook: { id: string; secret: string } }> {
  const tenant = await signpost.tenant();
  const auth = { type: 'basic', username: 'signpost', password: 'the password of the receiver' };
  const webhook = await tenant.webhook(receiver.url('/in'), { auth });
  await tenant.call('POST', '/sources', { platform: 'documenso', name: 'In', secret: 'shared' });
  await signpost.call('POST', `/api/v1/organizations/${tenant.organizationId}/identity-providers`, {
    name: 'Login',
    issuer: 'http://127.0.0.1:9/',
    clientId: 'signpost',
    clientSecret: 'the secret of the client',
  });
  const { browser } = await setUp(signpost);
  await browser.call('POST', '/api/v1/me/two-factor', { password: goodPassword });
  return { tenant, webhook };
}

it('knows every column of bytes, as sealed or as something else', async () => {
  const bytes = await rows<{ name: string }>(`
    SELECT c.table_name || '.' || c.column_name AS name
    FROM information_schema.columns c JOIN pg_class k ON k.oid = c.table_name::regclass
    WHERE c.table_schema = 'public' AND c.udt_name IN ('bytea', '_bytea') AND NOT k.relispartition ORDER BY 1`);
  expect(bytes.map(({ name }) => name)).toEqual([...notSealed, ...registered].toSorted());
});

it('is rotated while servers run: by two restarts and a command that may be killed', async () => {
  const before = await server(oldKey);
  const { tenant, webhook } = await fill(before);
  // The path that everything takes: an empty column would prove nothing.
  const filled = await sealedBy();
  for (const name of registered) expect(filled[name], name).toEqual({ [oldId as string]: 1 });

  // A server with the new key alone would lock the others out, and one that has never heard of the old one can read nothing.
  await expect(server(newKey, oldKey)).rejects.toThrow(
    /do not know the master key.*SIGNPOST_OTHER_MASTER_KEYS/,
  );
  await expect(server(newKey)).rejects.toThrow(CannotStart);
  await expect(server(newKey)).rejects.toThrow(
    new RegExp(`${oldId} \\(5 of them\\).*SIGNPOST_OTHER_MASTER_KEYS`),
  );
  // Nor does the command touch anything.
  const early = await rotation(newKey, oldKey).ended;
  expect(early).toMatchObject({ code: 1, stderr: expect.stringContaining('Nothing was changed') });
  expect(await sealedBy()).toEqual(filled);

  // First restart: everybody can read what the new key will seal.
  await stop(before);
  const [one, two] = [await server(oldKey, newKey), await server(oldKey, newKey)];
  const vault = createVault(oldKey);
  const secret = Buffer.from(webhook.secret.slice('whsec_'.length), 'base64');
  await withClient(database.url, async (client) => {
    for (let n = 0; n < 250; n++)
      await client.query(
        `INSERT INTO webhook_secrets (id, webhook_id, sealed, created_at, expires_at)
         VALUES (gen_random_uuid(), $1, $2, now() - interval '1 day', now() + interval '1 day')`,
        [webhook.id, vault.seal(secret, sealedColumns.webhookSecret.place(webhook.id))],
      );
  });
  const audited = await rows('SELECT id FROM audit_log');

  // Cut off in the middle, what was done stays done: held up here by a webhook that somebody is changing.
  await withClient(database.url, async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT FROM webhooks WHERE id = $1 FOR UPDATE', [webhook.id]);
    const cut = rotation(newKey, oldKey);
    await until(isWaiting, 'the rotation to wait');
    await kill(cut);
    await client.query('ROLLBACK');
  });
  const half = await sealedBy();
  expect(half['webhook_secrets.sealed']).toEqual({ [newId as string]: 251 });
  expect(half['people.sealed_totp']).toEqual({ [oldId as string]: 1 });

  // The next run does the rest, but those at work still seal under the old key: it may not be dropped.
  const rest = await rotation(newKey, oldKey).ended;
  expect(rest.stdout).toContain('webhook_secrets.sealed: 0 sealed anew\n');
  expect(rest.stdout).toContain('people.sealed_totp: 1 sealed anew\n');
  expect(rest.stdout).toContain('servers at work (2) still seal under another key');
  expect(rest.code).toBe(1);
  const done = await sealedBy();
  for (const name of registered) expect(Object.keys(done[name] ?? {}), name).toEqual([newId]);
  expect(await rows('SELECT id FROM audit_log'), 'no secret has changed').toHaveLength(audited.length);

  // Both go on all the while, with the very secrets.
  const arrived = async (signpost: TestSignpost) => {
    const path = `/api/v1/applications/${tenant.appId}/envs/PRODUCTION/events`;
    await signpost.call('POST', path, { type: 'signer.signed', content: {} });
    const { headers, body } = await receiver.next('/in');
    expect(headers['authorization']).toBe(
      `Basic ${Buffer.from('signpost:the password of the receiver').toString('base64')}`,
    );
    new Webhook(webhook.secret).verify(body, headers as Record<string, string>);
  };
  await rows('DELETE FROM webhook_secrets WHERE expires_at IS NOT NULL');
  for (const signpost of [one, two]) {
    signpost.app.forget(null);
    await arrived(signpost);
  }

  const exchange = { appId: tenant.appId, appEnv: 'PRODUCTION', secret: tenant.key };
  const { body: token } = await one.call('POST', '/v4/auth/app-api', exchange);

  // Second restart, and the old key may go.
  await stop(one);
  await stop(two);
  const next = await server(newKey, oldKey);
  const byToken = { authorization: `Bearer ${token.jwtToken}` };
  const context = await next.call('GET', `/v4/applications/${tenant.appId}/context`, undefined, byToken);
  expect(context.body, 'a token that the old key made is good').toMatchObject({ appId: tenant.appId });
  const last = await rotation(newKey, oldKey).ended;
  expect(last).toMatchObject({ code: 0, stdout: expect.stringContaining('The other keys can be dropped') });
  await stop(next);
  const after = await server(newKey);
  await arrived(after);
  await stop(after);
}, 120_000);

describe('what cannot be opened', () => {
  it('is named, stays as it is, and keeps the other keys from being dropped', async () => {
    const signpost = await server(newKey, oldKey);
    const tenant = await signpost.tenant();
    const webhook = await tenant.webhook(receiver.url('/in'));
    const sealed = createVault(oldKey).seal(Buffer.from('secret'), 'another place');
    await rows('UPDATE webhook_secrets SET sealed = $1 WHERE webhook_id = $2', [sealed, webhook.id]);
    const resealed = await rotation(newKey, oldKey).ended;
    expect(resealed.code).toBe(1);
    const [row] = await rows<{ id: string; sealed: Buffer }>(
      'SELECT id, sealed FROM webhook_secrets WHERE webhook_id = $1',
      [webhook.id],
    );
    expect(resealed.stdout).toContain(`cannot be opened, and stays as it is: ${row?.id}`);
    expect(resealed.stdout).toContain(`Values remain under other master keys (${oldId}: 1)`);
    expect(row?.sealed).toEqual(sealed);
    await rows('DELETE FROM webhook_secrets WHERE webhook_id = $1', [webhook.id]);
    await stop(signpost);
  });

  it('is waited for while somebody is changing it', async () => {
    const signpost = await server(oldKey, newKey);
    const tenant = await signpost.tenant();
    const webhook = await tenant.webhook(receiver.url('/in'));
    const opened = openDatabase({ connection: database.url, connectionsMax: 2, log: silentLog });
    await withClient(database.url, async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT FROM webhook_secrets WHERE webhook_id = $1 FOR UPDATE', [webhook.id]);
      const run = createResealing(opened, createVault(newKey, [oldKey])).run();
      await until(isWaiting, 'the rotation to wait');
      await client.query('COMMIT');
      expect(await run).toContainEqual({ name: 'webhook_secrets.sealed', resealed: 1, unreadable: [] });
    });
    await opened.close();
    await stop(signpost);
  });
});
