// Fills the store of a stopped Signpost with what would take hours to come about: webhooks, deliveries that wait, history.
// The one place of the bench that knows how things are stored. Rows of history are copies of real ones under new ids, so that
// they are whatever the product writes.
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { defaultAlertRules } from '../src/domain/alert-rules.ts';
import { policiesOf } from '../src/domain/profiles.ts';
import { newWebhook } from '../src/domain/webhook-settings.ts';
import { createIdGenerator } from '../src/lib/ids.ts';
import { silentLog } from '../src/observe/log.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { startEmbedded } from '../src/store/embedded/server.ts';
import { ensurePartitions } from '../src/store/partitions.ts';
import { createVault } from '../src/store/vault.ts';
import { createWebhookStore } from '../src/store/webhooks.ts';
import type { Belongings } from './belongings.ts';
import { contentAround } from './payload.ts';
import { type Application, environment, type Subject } from './subject.ts';

export interface Seeding {
  /** Webhooks of the application that want these types; answers their ids. */
  webhooks(
    application: Application,
    count: number,
    target: { readonly url: string; readonly types: readonly string[] },
  ): Promise<readonly string[]>;
  /** Events that carry sequence numbers from `firstSequence` on, each with a delivery that waits for one of the webhooks. */
  pending(application: Application, pending: Pending): Promise<void>;
  /** `rows` of history in the weeks before, half of them events, half of them deliveries that succeeded. */
  history(application: Application, rows: number): Promise<void>;
}

export interface Pending {
  readonly count: number;
  readonly webhookIds: readonly string[];
  readonly firstSequence: number;
  /** When they are due, from the end of the seeding on. */
  readonly dueInSeconds: number;
}

/** Rows in one statement. */
const stepRows = 100_000;
const historyWeeks = 8;
const weekMs = 7 * 24 * 3600 * 1000;
/** Not waiting for the disk at each commit: the stop that follows writes everything down. */
const settings = { synchronous_commit: 'off', max_wal_size: '4GB' };

export async function seed(
  { dir, masterKey }: Subject,
  belongings: Belongings,
  say: (text: string) => void,
  work: (seeding: Seeding) => Promise<void>,
): Promise<void> {
  belongings.refuseIfClosed();
  const server = await startEmbedded({ dataDir: dir, log: silentLog, settings });
  const stop = belongings.own(() => server.stop());
  const database = openDatabase({ connection: server.connection, connectionsMax: 2, log: silentLog });
  const client = await database.openClient();
  try {
    await work(seedingOf({ database, client, masterKey, say }));
    say('tidying up');
    // Nothing is left for autovacuum to do while it is measured.
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end().catch(() => {});
    await database.close();
    await stop();
  }
}

interface Means {
  readonly database: Database;
  readonly client: pg.Client;
  readonly masterKey: Buffer;
  readonly say: (text: string) => void;
}

function seedingOf(means: Means): Seeding {
  return {
    webhooks: (application, count, target) => addWebhooks(means, application, count, target),
    pending: (application, pending) => addPending(means, application, pending),
    history: (application, rows) => addHistory(means, application, rows),
  };
}

async function environmentOf({ client }: Means, { id }: Application): Promise<number> {
  const sql = 'SELECT id FROM environments WHERE application_id = $1 AND name = $2';
  const { rows } = await client.query<{ id: number }>(sql, [id, environment]);
  if (!rows[0]) throw new Error(`There is no application ${id}.`);
  return rows[0].id;
}

async function addWebhooks(
  means: Means,
  application: Application,
  count: number,
  { url, types }: { readonly url: string; readonly types: readonly string[] },
): Promise<readonly string[]> {
  const environmentId = await environmentOf(means, application);
  const store = createWebhookStore(means.database, createVault(means.masterKey));
  const newId = createIdGenerator();
  const ids: string[] = [];
  for (let number = 1; number <= count; number++) {
    const now = Date.now();
    const id = newId(now);
    const secret = { secretId: newId(now), scheme: 'hmac', form: 'bytes', secret: randomBytes(32) } as const;
    const settings = {
      ...newWebhook({ policies: policiesOf('signpost', {}), alertRules: defaultAlertRules }),
      name: `Bench ${number}`,
      url,
      events: { mode: 'only', types, except: [] } as const,
    };
    const webhook = { ...settings, ...secret, publicKey: null, soleDefault: false };
    const made = await store.create({ ...webhook, id, environmentId, status: 'enabled' }, new Date(now));
    if (made === 'full') throw new Error(`Only ${number - 1} webhooks fit into one environment.`);
    ids.push(id);
    if (number % 1_000 === 0) means.say(`${number} of ${count} webhooks`);
  }
  return ids;
}

async function addPending(
  means: Means,
  application: Application,
  { count, webhookIds, firstSequence, dueInSeconds }: Pending,
): Promise<void> {
  const { client, say } = means;
  const environmentId = await environmentOf(means, application);
  const [head, tail] = contentAround();
  const from = Date.now() - 600_000;
  const at = `($2::bigint + n / 1000)`;
  const events = await copies(client, 'events', ['$6', '$7'], {
    id: idSql(at, 1),
    received_at: `to_timestamp(${at} / 1000.0)`,
    occurred_at: `to_timestamp(${at} / 1000.0)`,
    content: `convert_to($3::text || lpad(($4::bigint + n)::text, 10, '0') || $5::text, 'UTF8')`,
    delivery_count: '1',
    sender_id: 'NULL',
  });
  const queue = `
    INSERT INTO queue (delivery_id, environment_id, event_id, webhook_id, due_at)
    SELECT ${idSql(at, 2)}, $1::int, ${idSql(at, 1)}, ($3::uuid[])[1 + n % cardinality($3::uuid[])], now() + $4::float8 * interval '1 second'
    FROM generate_series($5::bigint, $6::bigint) AS n`;
  for (let done = 0; done < count; done += stepRows) {
    const range = [done, Math.min(done + stepRows, count) - 1];
    await client.query(events, [environmentId, from, head, firstSequence, tail, ...range]);
    await client.query(queue, [environmentId, from, webhookIds, dueInSeconds, ...range]);
    say(`${Math.min(done + stepRows, count)} of ${count} deliveries that wait`);
  }
  await wakeLanes(client, webhookIds);
}

/** A webhook whose lane sleeps is not looked at, whatever is due; a trigger may have seen to it. */
async function wakeLanes(client: pg.Client, webhookIds: readonly string[]): Promise<void> {
  const { rows } = await client.query(`SELECT to_regclass('lanes') IS NOT NULL AS there`);
  if (rows[0]?.there !== true) return;
  const soonest = '(SELECT min(due_at) FROM queue q WHERE q.webhook_id = lanes.webhook_id AND NOT held)';
  await client.query(`UPDATE lanes SET next_at = ${soonest} WHERE webhook_id = ANY ($1::uuid[])`, [
    webhookIds,
  ]);
}

async function addHistory(means: Means, application: Application, rows: number): Promise<void> {
  const { client, database, say } = means;
  const environmentId = await environmentOf(means, application);
  const from = Date.now() - historyWeeks * weekMs;
  await ensurePartitions(database, from, historyWeeks);
  const events = Math.ceil(rows / 2);
  // Spread evenly over the weeks, up to an hour ago.
  const at = `($2::bigint + n * ${Math.floor((historyWeeks * weekMs - 3_600_000) / events)})`;
  const time = `to_timestamp(${at} / 1000.0)`;
  const eventRows = await copies(client, 'events', ['$3', '$4'], {
    id: idSql(at, 3),
    received_at: time,
    occurred_at: time,
    content: `convert_to('{"case":' || n || '}', 'UTF8')`,
    sender_id: 'NULL',
  });
  const deliveryRows = await copies(client, 'deliveries', ['$3', '$4'], {
    id: idSql(at, 4),
    event_id: idSql(at, 3),
    started_at: time,
    finished_at: time,
  });
  for (let done = 0; done < events; done += stepRows) {
    const range = [done, Math.min(done + stepRows, events) - 1];
    await client.query(eventRows, [environmentId, from, ...range]);
    await client.query(deliveryRows, [environmentId, from, ...range]);
    say(`${2 * Math.min(done + stepRows, events)} of ${2 * events} rows of history`);
  }
}

/** SQL: copies of the latest row of the environment in $1, one for each `n` of the range, with some columns of their own. */
async function copies(
  client: pg.Client,
  table: string,
  [first, last]: readonly [string, string],
  own: Readonly<Record<string, string>>,
): Promise<string> {
  const columns = await columnsOf(client, table);
  const values = columns.map((name) => own[name] ?? `model.${name}`);
  return `
    INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')}
    FROM (SELECT * FROM ${table} WHERE environment_id = $1 ORDER BY id DESC LIMIT 1) AS model,
         generate_series(${first}::bigint, ${last}::bigint) AS n`;
}

async function columnsOf(client: pg.Client, table: string): Promise<readonly string[]> {
  const sql = `
    SELECT attname AS name FROM pg_attribute
    WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`;
  const { rows } = await client.query<{ name: string }>(sql, [table]);
  if (rows.length === 0) throw new Error(`The table ${table} is not there.`);
  return rows.map(({ name }) => name);
}

/** SQL: a UUIDv7 of the millisecond `at` and the number `n`, of which no two kinds share one. */
function idSql(at: string, kind: number): string {
  return `(lpad(to_hex(${at}), 12, '0') || '7' || lpad(to_hex(n & 4095), 3, '0') || '8${kind}' || lpad(to_hex(n), 14, '0'))::uuid`;
}
