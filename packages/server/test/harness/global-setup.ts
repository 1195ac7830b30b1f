// Once for a whole test run: a real PostgreSQL and a migrated template database, which each test file clones.
// TEST_DATABASE_URL names your own PostgreSQL (a superuser or a role that may create databases) instead of the embedded one.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { silentLog } from '../../src/observe/log.ts';
import { openDatabase } from '../../src/store/database.ts';
import { startEmbedded } from '../../src/store/embedded/server.ts';
import { migrateDatabase } from '../../src/store/migrate.ts';
import { ensurePartitions } from '../../src/store/partitions.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the server's maintenance database. */
    databaseServer: string;
    templateDatabase: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? { url: given, stop: async () => {} } : await startOwn();
  const template = `signpost_template_${process.pid}`;
  await withClient(server.url, (client) => client.query(`CREATE DATABASE ${template}`));
  await prepare(databaseUrl(server.url, template));
  project.provide('databaseServer', server.url);
  project.provide('templateDatabase', template);
  return async () => {
    await withClient(server.url, (client) =>
      client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`),
    );
    await server.stop();
  };
}

async function startOwn(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'signpost-tests-'));
  // What is lost when the machine fails is of no use to anybody here.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const embedded = await startEmbedded({ dataDir, log: silentLog, settings });
  stopIfWeCannot(dataDir);
  const { host, user, password } = embedded.connection;
  return {
    url: `postgresql://${user}:${encodeURIComponent(password)}@localhost/postgres?host=${encodeURIComponent(host)}`,
    stop: async () => {
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function stopIfWeCannot(dataDir: string): void {
  const program = fileURLToPath(new URL('stop-behind.ts', import.meta.url));
  const child = spawn(process.execPath, [program, dataDir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  (child.stdin as Socket).unref();
}

async function prepare(url: string): Promise<void> {
  const database = openDatabase({ connection: url, connectionsMax: 2, log: silentLog });
  await migrateDatabase(database);
  await ensurePartitions(database, Date.now(), 4);
  await database.close();
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  return work(client).finally(() => client.end());
}

/** The same server, another database. */
export function databaseUrl(serverUrl: string, database: string): string {
  return serverUrl.replace(/(@[^/]*\/)[^?]*/, `$1${database}`);
}
