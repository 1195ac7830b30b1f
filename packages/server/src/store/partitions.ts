// Partitions of the history tables: one for each week, bounded by the time inside the UUIDv7 of its rows. Nothing here makes
// delivery wait: partitions are made aside and then attached, and let go of in a way that takes no lock which reading or
// writing asks for.
import type { Client, QueryConfig } from 'pg';
import { type HistoryWeek, idsOf, suffixOf, weekOf, weekOfSuffix } from '../domain/history-week.ts';
import type { Database, Statement } from './database.ts';

/** Any number, the same in every version. */
const partitionLock = 7_467_002;
/** In the order in which a week is dropped: an event goes after everything that belongs to it. */
const tables = ['attempts', 'deliveries', 'events'] as const;
type Table = (typeof tables)[number];

/** So many weeks that nobody has to make partitions in time, whatever else goes wrong. */
export const partitionWeeksAhead = 4;

/** Makes the partitions of the week before `nowMs` (clocks differ) and of the `weeksAhead` after it, where missing. */
export async function ensurePartitions(database: Database, nowMs: number, weeksAhead: number): Promise<void> {
  for (let later = -1; later <= weeksAhead; later++) {
    for (const table of tables) {
      await database.query({ name: '', text: partitionSql(table, weekOf(nowMs, later)) }, []);
    }
  }
}

const nameOf = (table: Table, week: HistoryWeek) => `${table}_w${suffixOf(week)}`;

function partitionSql(table: Table, week: HistoryWeek): string {
  // Identifiers and bounds come from constants and a date: nothing here was ever text from outside.
  const name = nameOf(table, week);
  const [from, to] = idsOf(week);
  // Nodes that start together take turns. CREATE … PARTITION OF would be shorter, and would lock the whole table while it
  // waits for every statement under way, with all others waiting behind it.
  return `DO $$ BEGIN
    IF to_regclass('${name}') IS NULL THEN
      PERFORM pg_advisory_xact_lock(${partitionLock});
      -- Asked of the table itself: what to_regclass remembers may be older than the lock.
      IF NOT EXISTS (SELECT FROM pg_class WHERE relname = '${name}' AND relnamespace = current_schema()::regnamespace) THEN
        CREATE TABLE ${name} (LIKE ${table} INCLUDING ALL EXCLUDING INDEXES);
        ALTER TABLE ${table} ATTACH PARTITION ${name} FOR VALUES FROM ('${from}') TO ('${to}');
      END IF;
    END IF;
  END $$`;
}

const listWeeks: Statement = {
  name: 'partitions_weeks',
  text: `
SELECT DISTINCT right(relname, 8) AS suffix FROM pg_class
WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname ~ '^(${tables.join('|')})_w[0-9]{8}$'
ORDER BY suffix`,
};

/** The weeks of which anything is there, the oldest first. */
export async function listHistoryWeeks(database: Database): Promise<readonly HistoryWeek[]> {
  const rows = await database.query<{ suffix: string }>(listWeeks, []);
  return rows.map(({ suffix }) => weekOfSuffix(suffix));
}

/** What a lock of others may hold up, and how long statements of old may be waited for: both far below what anybody notices. */
const ddlLimits = `SET lock_timeout = '2s'; SET statement_timeout = '30s'`;
const answerMs = 35_000;

/**
 * Drops what is there of a week. Given up where others are in the way for too long, it can be begun again: each table is let
 * go of by itself, and a table that was half let go of is taken up where it was left.
 * @param beforeEvents what has to be done while the events are still there, and everything else of the week is gone
 */
export async function dropWeek(
  database: Database,
  week: HistoryWeek,
  beforeEvents: () => Promise<void>,
): Promise<void> {
  // Letting go waits for statements under way, longer than those of the pool may take; and it cannot be in a transaction.
  const client = await database.openClient();
  try {
    await run(client, ddlLimits);
    for (const table of tables) {
      if (table === 'events') await beforeEvents();
      await dropPartition(client, table, nameOf(table, week));
    }
  } finally {
    client.end().catch(() => {});
  }
}

async function dropPartition(client: Client, table: Table, name: string): Promise<void> {
  const state = `
    SELECT i.inhdetachpending AS detaching FROM pg_class c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid
    WHERE c.relname = '${name}' AND c.relnamespace = current_schema()::regnamespace`;
  const [found] = await run<{ detaching: boolean | null }>(client, state);
  if (!found) return;
  if (found.detaching !== null) {
    const how = found.detaching ? 'FINALIZE' : 'CONCURRENTLY';
    await run(client, `ALTER TABLE ${table} DETACH PARTITION ${name} ${how}`);
  }
  await run(client, `DROP TABLE ${name}`);
}

async function run<Row>(client: Client, text: string): Promise<readonly Row[]> {
  // The types of pg know the limit of a client only, though each query may have its own.
  const { rows } = await client.query({ text, query_timeout: answerMs } as QueryConfig);
  return rows as Row[];
}
