// How much waits in the queue. Counting reads all of it, so it is for whoever looks seldom.
import type { QueueDepth } from '../observe/metrics.ts';
import type { Database, Statement } from './database.ts';

const count: Statement = {
  name: 'queue_depth',
  text: `
SELECT count(*) FILTER (WHERE NOT held) AS pending, count(*) FILTER (WHERE held) AS held,
       (SELECT coalesce(sum(size - cardinality(ended)), 0)::int FROM leases) AS leased
FROM queue`,
};

const overdue: Statement = {
  name: 'queue_overdue',
  text: `
SELECT greatest(0, extract(epoch FROM coalesce($1::timestamptz, now()) - due_at)::float8 * 1000) AS overdue_ms
FROM queue WHERE NOT held ORDER BY due_at LIMIT 1`,
};

/** Sessions are told to avoid reading whole tables; here nothing else is to be done. */
const readWhole: Statement = { name: '', text: 'SET LOCAL enable_seqscan = on' };

export async function measureQueue(database: Database, now: Date | null): Promise<QueueDepth> {
  return database.transaction(async (transaction) => {
    await transaction.query(readWhole, []);
    const [counted] = await transaction.query<Omit<QueueDepth, 'overdueMs'>>(count, []);
    const [longest] = await transaction.query<{ overdue_ms: number }>(overdue, [now]);
    return { ...(counted ?? { pending: 0, held: 0, leased: 0 }), overdueMs: longest?.overdue_ms ?? 0 };
  });
}
