// Partitions of the history tables: one for each week, bounded by the time inside the UUIDv7 of its rows.
import { lowestIdAt } from '../lib/ids.ts';
import type { Database } from './database.ts';

const weekMs = 7 * 24 * 3600 * 1000;
/** 1970-01-05 was a Monday. */
const firstMondayMs = 4 * 24 * 3600 * 1000;
/** Any number, the same in every version. */
const partitionLock = 7_467_002;
const tables = ['events', 'deliveries', 'attempts'] as const;

/** Makes the partitions of the week before `nowMs` (clocks differ) and of the `weeksAhead` after it, where missing. */
export async function ensurePartitions(database: Database, nowMs: number, weeksAhead: number): Promise<void> {
  const thisWeek = Math.floor((nowMs - firstMondayMs) / weekMs);
  for (let week = thisWeek - 1; week <= thisWeek + weeksAhead; week++) {
    const fromMs = firstMondayMs + week * weekMs;
    const suffix = new Date(fromMs).toISOString().slice(0, 10).replaceAll('-', '');
    for (const table of tables) {
      await database.query({ name: '', text: partitionSql(table, suffix, fromMs) }, []);
    }
  }
}

function partitionSql(table: string, suffix: string, fromMs: number): string {
  // Identifiers and bounds come from constants and a date: nothing here was ever text from outside.
  // IF NOT EXISTS alone is a race between nodes that start together: the lock makes them take turns.
  return `DO $$ BEGIN
    PERFORM pg_advisory_xact_lock(${partitionLock});
    CREATE TABLE IF NOT EXISTS ${table}_w${suffix} PARTITION OF ${table}
      FOR VALUES FROM ('${lowestIdAt(fromMs)}') TO ('${lowestIdAt(fromMs + weekMs)}');
  END $$`;
}
