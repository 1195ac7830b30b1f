// A look into the embedded database of a data folder, past the server.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openLayout, socketPort } from '../../src/store/embedded/layout.ts';

async function embeddedClient(dataDir: string): Promise<pg.Client> {
  const layout = await openLayout(dataDir);
  const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim();
  const client = new pg.Client({
    host: layout.socketDir,
    port: socketPort,
    user: 'signpost',
    database: 'signpost',
    password,
  });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** The rows of one question. */
export async function askEmbedded(dataDir: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = await embeddedClient(dataDir);
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}
