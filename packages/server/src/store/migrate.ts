// Brings a database to the present schema: numbered SQL files, each once, in order, in one transaction.
// Nodes that start together wait for each other; a database from a newer Signpost is refused untouched.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import { systemClock } from '../lib/clock.ts';
import { type Database, isUnavailable } from './database.ts';

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

export class DatabaseTooNew extends Error {}

/** Any number, the same in every version: it serialises migrating nodes. */
const migrationLock = 7_467_001;

const folder = join(import.meta.dirname, 'migrations');

function readMigrations(): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}-.+\.sql$/.test(file))
    .sort()
    .map((file) => ({
      number: Number(file.slice(0, 4)),
      name: file,
      sql: readFileSync(join(folder, file), 'utf8'),
    }));
}

/** How long a start waits for a database that cannot be reached yet. */
const reachableWithinMs = 30_000;
const tryEveryMs = 500;

/** Waits until the database can be reached, then migrates it. Answers how many migrations were applied. */
export async function migrateDatabase(database: Database): Promise<number> {
  const deadline = systemClock.now() + reachableWithinMs;
  for (;;) {
    try {
      const client = await database.openClient();
      return await migrate(client).finally(() => client.end());
    } catch (error) {
      if (!isUnavailable(error) || systemClock.now() > deadline) throw error;
      await setTimeout(tryEveryMs);
    }
  }
}

/** Answers how many migrations were applied. */
export async function migrate(client: Client, migrations = readMigrations()): Promise<number> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS migrations (number integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query<{ number: number }>('SELECT number FROM migrations ORDER BY number');
    const applied = new Set(rows.map((row) => row.number));
    refuseNewer(Math.max(0, ...applied), migrations);
    const missing = migrations.filter((migration) => !applied.has(migration.number));
    for (const migration of missing) {
      await client.query(migration.sql);
      await client.query('INSERT INTO migrations (number, name) VALUES ($1, $2)', [
        migration.number,
        migration.name,
      ]);
    }
    await client.query('COMMIT');
    return missing.length;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

function refuseNewer(present: number, migrations: readonly Migration[]): void {
  const known = Math.max(0, ...migrations.map((migration) => migration.number));
  if (present > known) {
    throw new DatabaseTooNew(
      `The database is at schema ${present}, this program knows up to ${known}. Start a newer Signpost, or restore the backup that was made before the upgrade.`,
    );
  }
}
