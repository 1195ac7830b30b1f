// Nobody can forget the audit log: a new table is either under its trigger or named here, and columns that hold secrets are
// told by their names (N16, decision 0015).
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { withClient } from '../harness/global-setup.ts';

/** What nobody configures: history, work under way, and what people prove themselves with for a while. */
const notConfiguration = [
  'alert_mails',
  'alert_steps',
  'attempt_tallies',
  'attempts',
  'audit_log',
  'deliveries',
  'envelope_turns',
  'envelopes',
  'environments',
  'event_keys',
  'events',
  'forgotten',
  'guesses',
  'inbox_requests',
  'lanes',
  'leadership',
  'leases',
  'migrations',
  'nodes',
  'one_time_links',
  'queue',
  'replay_deliveries',
  'retained_weeks',
  'sessions',
  'statistics',
  'statistics_by_type',
  'test_sends',
  'used_tokens',
  'webhook_health',
  'webhook_states',
];

let database: TestDatabase;
const rows = async (sql: string): Promise<readonly string[]> =>
  withClient(database.url, async (client) =>
    (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name),
  );

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const tables = `SELECT c.oid, c.relname AS name FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition`;
const withTrigger = `SELECT t.name FROM (${tables}) t
  WHERE EXISTS (SELECT FROM pg_trigger g JOIN pg_proc p ON p.oid = g.tgfoid WHERE g.tgrelid = t.oid AND p.proname = 'audit_change')`;

it('has the trigger on every table of configuration', async () => {
  const audited = await rows(withTrigger);
  const all = await rows(tables);
  expect(audited).toContain('webhooks');
  expect(all.filter((name) => !audited.includes(name)).toSorted()).toEqual(notConfiguration);
});

it('shows no bytes of any column, since those hold what is sealed or hashed', async () => {
  const shown =
    await rows(`SELECT c.table_name || '.' || c.column_name AS name FROM information_schema.columns c
    WHERE c.table_name IN (${withTrigger}) AND (c.data_type = 'bytea' OR c.udt_name = '_bytea' OR c.column_name ~ 'password')
      AND NOT is_secret_column(c.column_name)`);
  expect(shown).toEqual([]);
});
