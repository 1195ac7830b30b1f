// Rows that history leaves behind: keys of events, envelopes, earlier states of webhooks, replays. They stand in no partition, so what
// nothing refers to any more is looked for page by page, each page short enough to be in nobody's way.
import type { Database, Statement } from './database.ts';

/** Where a page of a table ended. */
export type Place = readonly (string | number)[];

export interface Forgotten {
  readonly removed: number;
  /** Where to go on; null when the table is through. */
  readonly next: Place | null;
}

/** Each looks through the next so many rows and removes what nothing kept refers to. From null it begins. */
export interface Forgetting {
  /** Ids of senders and de-duplication keys of events before `beforeId`: the same sent again is new then. */
  eventKeys(after: Place | null, beforeId: string, rowsMax: number): Promise<Forgotten>;
  /** Envelopes that were last registered before, and have no event. */
  envelopes(after: Place | null, before: Date, rowsMax: number): Promise<Forgotten>;
  /** States of webhooks that another followed before. */
  webhookStates(after: Place | null, before: Date, rowsMax: number): Promise<Forgotten>;
  /** What replays sent of deliveries before `beforeId`. */
  replayDeliveries(after: Place | null, beforeId: string, rowsMax: number): Promise<Forgotten>;
  /** Replays that ended before, and sent nothing that is kept. */
  replays(after: Place | null, before: Date, rowsMax: number): Promise<Forgotten>;
  /** The id before which everything of events is forgotten. */
  doneBefore(): Promise<string>;
  markDone(beforeId: string): Promise<void>;
}

interface Table {
  readonly statement: Statement;
  /** Comes before every row. */
  readonly start: Place;
}

const noEnvironment = -1;
const lowestId = '00000000-0000-0000-0000-000000000000';

const eventKeys: Table = {
  start: [noEnvironment, ''],
  statement: {
    name: 'forget_event_keys',
    text: `
WITH page AS MATERIALIZED (
  SELECT environment_id, key, event_id FROM event_keys WHERE (environment_id, key) > ($3::int, $4::text)
  ORDER BY environment_id, key LIMIT $2::int
), gone AS (
  DELETE FROM event_keys k USING page p
  WHERE k.environment_id = p.environment_id AND k.key = p.key AND p.event_id < $1::uuid RETURNING 1
)
SELECT ARRAY[environment_id::text, key] AS last, (SELECT count(*) FROM page) AS seen, (SELECT count(*) FROM gone) AS removed
FROM page ORDER BY environment_id DESC, key DESC LIMIT 1`,
  },
};

const envelopes: Table = {
  start: [noEnvironment, ''],
  statement: {
    name: 'forget_envelopes',
    text: `
WITH page AS MATERIALIZED (
  SELECT environment_id, id FROM envelopes WHERE (environment_id, id) > ($3::int, $4::text)
  ORDER BY environment_id, id LIMIT $2::int
), gone AS (
  DELETE FROM envelopes v USING page p
  WHERE v.environment_id = p.environment_id AND v.id = p.id AND v.updated_at < $1::timestamptz
  AND NOT EXISTS (SELECT FROM events e WHERE e.environment_id = v.environment_id AND e.envelope_id = v.id) RETURNING 1
)
SELECT ARRAY[environment_id::text, id] AS last, (SELECT count(*) FROM page) AS seen, (SELECT count(*) FROM gone) AS removed
FROM page ORDER BY environment_id DESC, id DESC LIMIT 1`,
  },
};

// The last state of a deleted webhook goes too: having none says the same.
const webhookStates: Table = {
  start: [noEnvironment, lowestId, 0],
  statement: {
    name: 'forget_webhook_states',
    text: `
WITH page AS MATERIALIZED (
  SELECT environment_id, webhook_id, version, state IS NULL AND since < $1::timestamptz AS ended FROM webhook_states
  WHERE (environment_id, webhook_id, version) > ($3::int, $4::uuid, $5::bigint)
  ORDER BY environment_id, webhook_id, version LIMIT $2::int
), gone AS (
  DELETE FROM webhook_states s USING page p
  WHERE s.environment_id = p.environment_id AND s.webhook_id = p.webhook_id AND s.version = p.version AND (
    p.ended OR EXISTS (
      SELECT FROM webhook_states n
      WHERE n.environment_id = p.environment_id AND n.webhook_id = p.webhook_id AND n.version > p.version AND n.since < $1::timestamptz))
  RETURNING 1
)
SELECT ARRAY[environment_id::text, webhook_id::text, version::text] AS last, (SELECT count(*) FROM page) AS seen,
       (SELECT count(*) FROM gone) AS removed
FROM page ORDER BY environment_id DESC, webhook_id DESC, version DESC LIMIT 1`,
  },
};

const replayDeliveries: Table = {
  start: [lowestId, lowestId],
  statement: {
    name: 'forget_replay_deliveries',
    text: `
WITH page AS MATERIALIZED (
  SELECT replay_id, delivery_id FROM replay_deliveries WHERE (replay_id, delivery_id) > ($3::uuid, $4::uuid)
  ORDER BY replay_id, delivery_id LIMIT $2::int
), gone AS (
  DELETE FROM replay_deliveries r USING page p
  WHERE r.replay_id = p.replay_id AND r.delivery_id = p.delivery_id AND p.delivery_id < $1::uuid RETURNING 1
)
SELECT ARRAY[replay_id::text, delivery_id::text] AS last, (SELECT count(*) FROM page) AS seen, (SELECT count(*) FROM gone) AS removed
FROM page ORDER BY replay_id DESC, delivery_id DESC LIMIT 1`,
  },
};

const replays: Table = {
  start: [noEnvironment, lowestId],
  statement: {
    name: 'forget_replays',
    text: `
WITH page AS MATERIALIZED (
  SELECT environment_id, id, ended_at FROM replays WHERE (environment_id, id) > ($3::int, $4::uuid)
  ORDER BY environment_id, id LIMIT $2::int
), gone AS (
  DELETE FROM replays r USING page p
  WHERE r.environment_id = p.environment_id AND r.id = p.id AND p.ended_at < $1::timestamptz
  AND NOT EXISTS (SELECT FROM replay_deliveries d WHERE d.replay_id = p.id) RETURNING 1
)
SELECT ARRAY[environment_id::text, id::text] AS last, (SELECT count(*) FROM page) AS seen, (SELECT count(*) FROM gone) AS removed
FROM page ORDER BY environment_id DESC, id DESC LIMIT 1`,
  },
};

const readDone: Statement = { name: 'forgotten_read', text: 'SELECT before_id FROM forgotten' };
const markDone: Statement = {
  name: 'forgotten_mark',
  text: 'UPDATE forgotten SET before_id = $1::uuid WHERE before_id < $1::uuid',
};

export function createForgetting(database: Database): Forgetting {
  const through =
    ({ statement, start }: Table) =>
    async (after: Place | null, bound: string | Date, rowsMax: number): Promise<Forgotten> => {
      const [page] = await database.query<{ last: Place; seen: number; removed: number }>(statement, [
        bound,
        rowsMax,
        ...(after ?? start),
      ]);
      return { removed: page?.removed ?? 0, next: page?.seen === rowsMax ? page.last : null };
    };
  return {
    eventKeys: through(eventKeys),
    envelopes: through(envelopes),
    webhookStates: through(webhookStates),
    replayDeliveries: through(replayDeliveries),
    replays: through(replays),
    doneBefore: async () =>
      (await database.query<{ before_id: string }>(readDone, []))[0]?.before_id ?? lowestId,
    markDone: async (beforeId) => {
      await database.query(markDone, [beforeId]);
    },
  };
}
