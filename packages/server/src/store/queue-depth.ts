// How much waits in the queue. Counting reads all of it, so it is for whoever looks seldom.
import type { QueueDepth } from '../observe/metrics.ts';
import type { Database, Statement } from './database.ts';

const count: Statement = {
  name: 'queue_depth',
  text: `
SELECT count(*) FILTER (WHERE NOT held) AS pending, count(*) FILTER (WHERE held) AS held,
       (SELECT coalesce(sum(size - cardinality(ended)), 0)::int FROM leases) AS leased,
       greatest(0, coalesce(extract(epoch FROM coalesce($1::timestamptz, now()) - min(due_at) FILTER (WHERE NOT held)), 0)::float8 * 1000)
         AS overdue_ms
FROM queue`,
};

/** Sessions are told to avoid reading whole tables; here nothing else is to be done. */
const readWhole: Statement = { name: '', text: 'SET LOCAL enable_seqscan = on' };

type Counted = Omit<QueueDepth, 'overdueMs'> & { readonly overdue_ms: number };

export async function measureQueue(database: Database, now: Date | null): Promise<QueueDepth> {
  return database.transaction(async (transaction) => {
    await transaction.query(readWhole, []);
    const [counted] = await transaction.query<Counted>(count, [now]);
    if (counted === undefined) throw new Error('Counting the queue answered nothing.');
    const { overdue_ms: overdueMs, ...depth } = counted;
    return { ...depth, overdueMs };
  });
}
