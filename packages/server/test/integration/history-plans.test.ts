// However little a filter finds, and however long history is, an answer looks at a bounded part of it: the plans of PostgreSQL
// themselves are read here, so that an index which is no longer found by its query is noticed (I32, decision 0028).
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentPart, type DeliveryFilter, statusRange } from '../../src/domain/delivery-filter.ts';
import { silentLog } from '../../src/observe/log.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createDeliveryHistory } from '../../src/store/delivery-history.ts';
import { summarizeHistory } from '../../src/store/history-marks.ts';
import { ensurePartitions } from '../../src/store/partitions.ts';
import type { DB } from '../../src/store/schema.gen.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';

const environmentId = 1;
const rows = 60_000;
const weekMs = 7 * 24 * 3_600_000;
const startMs = Date.now() - 4 * weekMs;
const webhook = '0197f3a0-0000-7000-8000-000000000001';

let test: TestDatabase;
let database: Database;
let client: pg.Client;
let kysely: Kysely<DB>;
let asked: { readonly text: string; readonly values: unknown[] }[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase({ connection: test.url, connectionsMax: 3, log: silentLog });
  await ensurePartitions(database, startMs, 4);
  client = new pg.Client(test.url);
  await client.connect();
  kysely = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: test.url, max: 2 }) }),
    log: ({ query: { sql: text, parameters } }) => {
      asked.push({ text, values: [...parameters] });
    },
  });
  await fill();
}, 60_000);
afterAll(async () => {
  await kysely.destroy();
  await client.end();
  await database.close();
  await test.drop();
});

/** One event for two deliveries; what is rare is one in thousands. */
async function fill(): Promise<void> {
  const at = `(${startMs}::bigint + (n / 2) * ${Math.floor((4 * weekMs - 3_600_000) / rows) * 2}::bigint)`;
  const id = (last: string) =>
    `(lpad(to_hex(${at}), 12, '0') || '7000${last}' || lpad(to_hex(n), 12, '0'))::uuid`;
  const event = `(lpad(to_hex(${at}), 12, '0') || '70008000' || lpad(to_hex(n / 2), 12, '0'))::uuid`;
  await client.query(`
    INSERT INTO events (environment_id, id, type, severity, occurred_at, received_at, content, delivery_count, routed_by)
    SELECT ${environmentId}, ${event}, 'signer.signed', CASE WHEN n % 3000 = 0 THEN 'error' ELSE 'info' END, now(), now(),
           convert_to('{"case":' || n || '}', 'UTF8'), 2, '{"trigger":"page"}'
    FROM generate_series(0, ${rows} - 1, 2) AS n`);
  await client.query(`
    INSERT INTO deliveries (environment_id, id, event_id, webhook_id, type, state, attempts, last_status, last_error, request_headers)
    SELECT ${environmentId}, ${id('8001')}, ${event}, '${webhook}', CASE WHEN n = 1000 THEN 'envelope.purged' ELSE 'signer.signed' END,
           CASE WHEN n % 20 = 0 THEN 'failed' ELSE 'succeeded' END, CASE WHEN n % 5000 = 1 THEN 9 WHEN n % 20 = 1 THEN 2 ELSE 1 END,
           CASE WHEN n % 20 = 0 THEN CASE WHEN n % 5000 = 0 THEN NULL ELSE 503 END WHEN n % 7001 = 1 THEN 302 ELSE 200 END,
           CASE WHEN n % 5000 = 0 THEN 'tls' END, repeat('x', 400)
    FROM generate_series(0, ${rows} - 1) AS n`);
  await client.query('VACUUM (ANALYZE) events');
  await client.query('VACUUM (ANALYZE) deliveries');
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Node[];
}

interface Looked {
  /** The partitioned indexes that the plans use. */
  readonly indexes: ReadonlySet<string>;
  /** Rows that were read and did not match. */
  readonly inVain: number;
  /** How often a part of a plan was run again. */
  readonly loops: number;
}

/** What PostgreSQL does for the statements that were asked. */
async function plansOf(queries: typeof asked): Promise<Looked> {
  const { rows: children } = await client.query<{ child: string; parent: string }>(
    'SELECT inhrelid::regclass::text AS child, inhparent::regclass::text AS parent FROM pg_inherits',
  );
  const parentOf = new Map(children.map(({ child, parent }) => [child, parent]));
  const nodes: Node[] = [];
  const visit = (node: Node) => {
    nodes.push(node);
    for (const child of node.Plans ?? []) visit(child);
  };
  for (const { text, values } of queries.filter((query) => !query.text.startsWith('EXPLAIN'))) {
    const plan = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
    visit(plan.rows[0]['QUERY PLAN'][0].Plan);
  }
  const run = nodes.filter((node) => node['Actual Loops'] > 0);
  const names = run.flatMap((node) => node['Index Name'] ?? []);
  const inVain = run.map(
    (node) =>
      ((node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) *
      node['Actual Loops'],
  );
  return {
    indexes: new Set(names.map((name) => parentOf.get(name) ?? name)),
    inVain: inVain.reduce((sum, one) => sum + one, 0),
    loops: Math.max(...run.map((node) => node['Actual Loops'])),
  };
}

/** From page to page to the end: on a busy machine a page may be short. */
async function search(
  filter: DeliveryFilter,
): Promise<Looked & { readonly found: number; readonly pages: number }> {
  asked = [];
  const history = createDeliveryHistory(kysely);
  let found = 0;
  let pages = 0;
  for (let after: string | null = null; pages === 0 || after !== null; pages += 1) {
    const page = await history.deliveries(environmentId, filter, { limit: 50, after });
    found += page.data.length;
    after = page.next;
  }
  return { found, pages, ...(await plansOf(asked)) };
}

/** Each page looks at so many before it can tell that what is wanted is rare. */
const lookedFirst = 10_000;

describe('a search of a long history', () => {
  it('for a type that is rare passes over what the summaries tell does not have it', async () => {
    const { found, pages, indexes, inVain } = await search({ type: 'envelope.purged' });
    expect(found).toBe(1);
    expect(indexes).toContain('deliveries_marks');
    expect(inVain).toBeLessThan(pages * lookedFirst + 6_000);
  });

  it('for a type that does not exist, too', async () => {
    const { found, pages, inVain } = await search({ type: 'no.such.type' });
    expect(found).toBe(0);
    expect(inVain).toBeLessThan(pages * lookedFirst + 6_000);
  });

  it('for what is frequent before some time does not take it for rare there', async () => {
    const history = createDeliveryHistory(kysely);
    asked = [];
    const filter = { type: 'signer.signed', to: new Date(startMs + 2 * weekMs) };
    const { data } = await history.deliveries(environmentId, filter, { limit: 50, after: null });
    expect(data).toHaveLength(50);
    expect((await plansOf(asked)).indexes).not.toContain('deliveries_marks');
  });

  it('for a success that is not usual reads nothing else', async () => {
    const { found, indexes, inVain } = await search({ httpStatuses: [statusRange('3xx')] });
    expect(found).toBe(9);
    expect(indexes).toContain('deliveries_unusual_success');
    expect(inVain).toBeLessThan(100);
  });

  it('among failures reads those alone that match, whatever is asked of them', async () => {
    const { found, indexes, inVain } = await search({ states: ['failed'], errors: ['tls'] });
    expect(found).toBe(12);
    expect([...indexes].join()).toContain('deliveries_unsuccessful');
    expect(indexes).not.toContain('deliveries_pkey');
    expect(inVain).toBeLessThan(100);
  });

  it('of a webhook’s failures, too', async () => {
    const { found, indexes } = await search({
      states: ['failed'],
      webhookId: webhook,
      httpStatuses: [statusRange('418')],
    });
    expect(found).toBe(0);
    expect(indexes).toContain('deliveries_unsuccessful_by_webhook');
    expect(indexes).not.toContain('deliveries_by_webhook');
  });

  it('for many attempts reads what was tried again', async () => {
    const { found, indexes, inVain } = await search({ attemptsMin: 9 });
    expect(found).toBe(12);
    expect(indexes).toContain('deliveries_retried');
    expect(inVain).toBeLessThan(3_100);
  });

  it.each<[string, DeliveryFilter, number]>([
    ['severity', { severities: ['error'] }, 40],
    ['trigger', { trigger: 'integration' }, 0],
    ['content', { content: contentPart('case=4000') }, 2],
  ])(
    'by the %s of events reads those of a stretch once, not one for each delivery',
    async (_, filter, found) => {
      const looked = await search(filter);
      expect(looked.found).toBe(found);
      expect(looked.loops).toBeLessThan(100);
    },
  );
});

it('what came since a vacuum is summarized by upkeep, so that searches pass over it', async () => {
  const now = Date.now();
  await client.query(
    `INSERT INTO deliveries (environment_id, id, event_id, webhook_id, type, state, attempts, last_status)
     SELECT environment_id, (lpad(to_hex($1::bigint), 12, '0') || '70008002' || lpad(to_hex(n), 12, '0'))::uuid, event_id, webhook_id,
            type, state, attempts, last_status
     FROM (SELECT * FROM deliveries WHERE state = 'succeeded' LIMIT 1) AS model, generate_series(1, 5000) AS n`,
    [now],
  );
  expect(await summarizeHistory(database, now)).toBeGreaterThan(0);
  expect(await summarizeHistory(database, now)).toBe(0);
});
