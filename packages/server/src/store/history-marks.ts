// Keeps the summaries of `deliveries` up to date, by which searches pass over pages that hold nothing of a rare type or answer.
// PostgreSQL makes them when it vacuums, which is seldom where rows are only added; pages without one are read.
import { suffixOf, weekOf } from '../domain/history-week.ts';
import type { Database, Statement } from './database.ts';

const summarize: Statement = {
  name: 'history_summarize',
  // It would wait for a vacuum, which then would be ended for its sake; and a vacuum does the same work.
  text: `
SELECT coalesce(sum(brin_summarize_new_values(i.indexrelid::regclass)), 0)::int AS ranges
FROM pg_index i JOIN pg_inherits h ON h.inhrelid = i.indexrelid AND h.inhparent = 'deliveries_marks'::regclass
WHERE i.indrelid = ANY (ARRAY[to_regclass($1), to_regclass($2)]::oid[]) AND NOT EXISTS (
  SELECT FROM pg_locks l WHERE l.relation = i.indrelid AND l.mode = 'ShareUpdateExclusiveLock')`,
};

/** Of the week of `nowMs` and of the one before it. Answers how many stretches were summarized. */
export async function summarizeHistory(database: Pick<Database, 'query'>, nowMs: number): Promise<number> {
  const tables = [0, -1].map((later) => `deliveries_w${suffixOf(weekOf(nowMs, later))}`);
  const rows = await database.query<{ ranges: number }>(summarize, tables);
  return rows[0]?.ranges ?? 0;
}
