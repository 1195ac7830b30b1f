// Partitions of the history tables: one for each week, bounded by the time inside the UUIDv7 of its rows. Nothing here makes
// delivery wait: a partition is made aside and then attached, which takes no lock that reading or writing asks for.
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
  const name = `${table}_w${suffix}`;
  // Each delivery is written twice: room on its page for the second version keeps the update from touching indexes.
  const storage = table === 'deliveries' ? ' WITH (fillfactor = 55)' : '';
  // Nodes that start together take turns. CREATE … PARTITION OF would be shorter, and would lock the whole table while it
  // waits for every statement under way, with all others waiting behind it.
  return `DO $$ BEGIN
    IF to_regclass('${name}') IS NULL THEN
      PERFORM pg_advisory_xact_lock(${partitionLock});
      -- Asked of the table itself: what to_regclass remembers may be older than the lock.
      IF NOT EXISTS (SELECT FROM pg_class WHERE relname = '${name}' AND relnamespace = current_schema()::regnamespace) THEN
        CREATE TABLE ${name} (LIKE ${table} INCLUDING ALL EXCLUDING INDEXES)${storage};
        ALTER TABLE ${table} ATTACH PARTITION ${name}
          FOR VALUES FROM ('${lowestIdAt(fromMs)}') TO ('${lowestIdAt(fromMs + weekMs)}');
      END IF;
    END IF;
  END $$`;
}
