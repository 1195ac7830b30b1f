// Fills the store of a stopped Signpost with what would take hours to come about: webhooks, deliveries that wait, history.
// With seed-sql.ts and varied-history.ts the one place of the bench that knows how things are stored.
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { defaultAlertRules } from '../src/domain/alert-rules.ts';
import { policiesOf } from '../src/domain/profiles.ts';
import { newWebhook } from '../src/domain/webhook-settings.ts';
import { createIdGenerator } from '../src/lib/ids.ts';
import { silentLog } from '../src/observe/log.ts';
import { openDatabase } from '../src/store/database.ts';
import { startEmbedded } from '../src/store/embedded/server.ts';
import { ensurePartitions } from '../src/store/partitions.ts';
import { createVault } from '../src/store/vault.ts';
import { createWebhookStore } from '../src/store/webhooks.ts';
import type { Belongings } from './belongings.ts';
import { contentAround } from './payload.ts';
import { copies, environmentOf, historyWeeks, idSql, type Means, stepRows, weekMs } from './seed-sql.ts';
import type { Application, Subject } from './subject.ts';
import { addVariedHistory, type VariedHistory } from './varied-history.ts';

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
  /** Deliveries of the weeks before that differ in all that lists are filtered by. */
  variedHistory(application: Application, wanted: VariedHistory): Promise<void>;
}

export interface Pending {
  readonly count: number;
  readonly webhookIds: readonly string[];
  readonly firstSequence: number;
  /** When they are due, from the end of the seeding on. */
  readonly dueInSeconds: number;
}

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

function seedingOf(means: Means): Seeding {
  return {
    webhooks: (application, count, target) => addWebhooks(means, application, count, target),
    pending: (application, pending) => addPending(means, application, pending),
    history: (application, rows) => addHistory(means, application, rows),
    variedHistory: (application, wanted) => addVariedHistory(means, application, wanted),
  };
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
