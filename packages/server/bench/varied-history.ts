// Fills history with what differs in all that lists are filtered by: values that most rows have, values that hardly any has,
// and combinations that are rarer than each of their parts. Everything follows from the number of an event, so that two
// fillings are alike.
import { ensurePartitions } from '../src/store/partitions.ts';
import { copies, environmentOf, historyWeeks, idSql, type Means, stepRows, weekMs } from './seed-sql.ts';
import type { Application } from './subject.ts';

export interface VariedHistory {
  readonly deliveries: number;
  /** The first get most, the last hardly any. */
  readonly webhookIds: readonly string[];
  /** Ids of the directory's entries. */
  readonly departments: readonly string[];
  readonly sourceSystems: readonly string[];
}

/** What is rare: one in so many. */
export const rareIn = 200_000;
export const rareType = 'envelope.purged';
/** Goes only to the webhooks of the second half. */
export const lateType = 'signer.declined';

type Shares = readonly (readonly [value: string, share: number])[];

const types: Shares = [
  ['signer.signed', 0.34],
  ['signer.viewed', 0.24],
  ['envelope.completed', 0.16],
  ['envelope.sent', 0.12],
  ['signer.notified', 0.08],
  ['envelope.viewed', 0.03],
  [lateType, 0.02],
  ['envelope.expired', 0.008],
  ['document.archived', 0.0015],
  ['signer.authentication_failed', 0.0004],
  [rareType, 1 / rareIn],
  ['envelope.created', 1],
];
const statuses: Shares = [
  ['500', 0.4],
  ['503', 0.25],
  ['404', 0.12],
  ['429', 0.05],
  ['302', 0.01],
  ['418', 0.0005],
  ['NULL', 1],
];
const errors: Shares = [
  [`'timeout'`, 0.6],
  [`'connect'`, 0.3],
  [`'dns'`, 0.09],
  [`'reset'`, 0.009],
  [`'tls'`, 1],
];
const successes: Shares = [
  ['200', 0.9],
  ['202', 0.06],
  ['204', 0.0399],
  ['208', 1],
];
const eventsWith: Shares = [
  ['0', 0.03],
  ['1', 0.42],
  ['2', 0.25],
  ['3', 0.15],
  ['4', 0.1],
  ['6', 1],
];
/** Deliveries of an event, by these shares. */
const copiesMean = 2.07;
const waitingRows = 20_000;

/** SQL: a number from 0 to 1 that looks random, the same for the same `of`. */
const chance = (of: string, salt: number) =>
  `((hashint8extended(${of}, ${salt}) & 2147483647)::float8 / 2147483648)`;

/** SQL: the value to whose share `random` belongs; the last one has what is left. */
function pick(random: string, shares: Shares, quoted: (value: string) => string = (value) => value): string {
  let sum = 0;
  const whens = shares.slice(0, -1).map(([value, share]) => {
    sum += share;
    return `WHEN ${random} < ${sum} THEN ${quoted(value)}`;
  });
  return `CASE ${whens.join(' ')} ELSE ${quoted(shares.at(-1)?.[0] ?? '')} END`;
}
const text = (value: string) => `'${value}'`;

/** SQL: one of an array in a parameter, the first ones far more often, the last one hardly ever. */
const skewed = (array: string, random: string, power: number) => `(${array})[CASE
  WHEN ${random} < ${1 / rareIn} THEN cardinality(${array})
  ELSE 1 + floor((cardinality(${array}) - 1) * power(${random}, ${power}))::int END]`;

export async function addVariedHistory(
  means: Means,
  application: Application,
  wanted: VariedHistory,
): Promise<void> {
  const { client, database, say } = means;
  const environmentId = await environmentOf(means, application);
  const from = Date.now() - historyWeeks * weekMs;
  await ensurePartitions(database, from, historyWeeks);
  const events = Math.ceil(wanted.deliveries / copiesMean);
  const statements = await statementsFor(means, (historyWeeks * weekMs - 60_000) / events);
  const values = [environmentId, from];
  const { departments, sourceSystems, webhookIds } = wanted;
  for (let done = 0; done < events; done += stepRows) {
    const range = [done, Math.min(done + stepRows, events) - 1];
    await client.query(statements.events, [...values, ...range, departments, sourceSystems]);
    await client.query(statements.deliveries, [...values, ...range, webhookIds]);
    say(`${Math.min(done + stepRows, events)} of ${events} events of history`);
  }
  const range = [Math.max(0, events - waitingRows), events - 1];
  await client.query(statements.queue, [...values, ...range, webhookIds]);
  await client.query(statements.envelopes, [environmentId, from, Math.floor(events / envelopeEvents)]);
  await client.query(statements.keys, [...values, 0, events - 1]);
}

const envelopeEvents = 6;

/** $1 environment, $2 first millisecond, $3 and $4 the range of numbers of events. */
async function statementsFor({ client }: Means, stepMs: number) {
  const at = `($2::bigint + (n * ${stepMs}::float8)::bigint)`;
  const time = `to_timestamp(${at} / 1000.0)`;
  const count = pick(chance('n', 1), eventsWith);
  const type = pick(chance('n', 2), types, text);
  const events = await copies(
    client,
    'events',
    ['$3', '$4'],
    {
      id: idSql(at, 3),
      received_at: time,
      occurred_at: time,
      type,
      delivery_count: count,
      sender_id: `CASE WHEN n % 10 = 0 THEN 'order-' || n END`,
      severity: pick(
        chance('n', 3),
        [
          ['error', 0.002],
          ['warning', 0.03],
          ['info', 1],
        ],
        text,
      ),
      envelope_id: `CASE WHEN n % 20 > 0 THEN 'envelope-' || n / ${envelopeEvents} END`,
      content: `convert_to('{"case":' || n || ',"signer":{"name":"Signer ' || n % 1000 || '","email":"signer-' || n / 40 || '@example.com"},' ||
        '"amount":' || n % 100000 || ',"clauses":"' || repeat('Read and agreed to on this page of the loan agreement. ', 8) || '"}', 'UTF8')`,
      facts: `CASE WHEN r.department IS NOT NULL THEN json_build_object('envelope', json_build_object('id', 'envelope-' || n / ${envelopeEvents}),
        'routing', json_build_object('department', r.department, 'requestFrom', json_build_array(r.system), 'trigger', r.trigger)) END`,
      routed_by: `CASE WHEN r.department IS NOT NULL THEN 
        ('{"requestFrom":["' || r.system || '"],"department":"' || r.department || '","businessUnit":null,"template":null,"trigger":"' ||
         r.trigger || '","appId":null,"integrations":[],"coupled":[],"about":null}')::json END`,
    },
    `, LATERAL (SELECT CASE WHEN n % 10 < 8 THEN ${skewed('$5::text[]', chance('n', 4), 3)} END AS department,
        ${skewed('$6::text[]', chance('n', 5), 3)} AS system,
        ${pick(
          chance('n', 6),
          [
            ['page', 0.9],
            ['integration', 1],
          ],
          text,
        )} AS trigger) AS r`,
  );
  const webhook = `CASE WHEN ${type} = '${lateType}' THEN cardinality($5::uuid[]) / 2 + w.place / 2 ELSE w.place END`;
  const failed = chance('n * 8 + k', 12);
  const rest = chance('n * 8 + k', 13);
  const why = chance('n * 8 + k', 14);
  const deliveries = await copies(
    client,
    'deliveries',
    ['$3', '$4'],
    {
      id: idSql(at, `' || to_hex(10 + k) || '`),
      event_id: idSql(at, 3),
      webhook_id: `($5::uuid[])[${webhook}]`,
      type,
      state: `s.state`,
      attempts: `CASE WHEN s.state = 'failed' THEN CASE WHEN ${rest} < 0.8 THEN 7 ELSE 1 END
        ELSE ${pick(rest, [
          ['1', 0.93],
          ['2', 0.04],
          ['3', 0.02],
          ['5', 0.00999],
          ['9', 1],
        ])} END`,
      last_status: `CASE WHEN s.state = 'succeeded' THEN ${pick(why, successes)} ELSE s.status END`,
      last_error: `CASE WHEN s.state <> 'succeeded' AND s.status IS NULL THEN ${pick(rest, errors)} END`,
      trigger: `CASE WHEN ${why} < 0.002 THEN 'manual' ELSE 'auto' END`,
      started_at: time,
      finished_at: time,
      duration_ms: `(20 + 400 * power(${rest}, 8))::int`,
    },
    `, LATERAL generate_series(0, ${count} - 1) AS k,
     LATERAL (SELECT CASE WHEN ${chance('n * 8 + k', 11)} < ${1 / rareIn} THEN cardinality($5::uuid[])
                     ELSE 1 + floor((cardinality($5::uuid[]) - 1) * power(${chance('n * 8 + k', 11)}, 4))::int END AS place) AS w,
     LATERAL (SELECT CASE WHEN ${failed} < CASE w.place % 9 WHEN 3 THEN 0.3 ELSE 0.02 END THEN 'failed'
                     WHEN ${failed} > 0.996 THEN 'cancelled' ELSE 'succeeded' END AS state, ${pick(why, statuses)}::smallint AS status) AS s`,
  );
  return {
    events,
    deliveries,
    queue: `
      INSERT INTO queue (delivery_id, environment_id, event_id, webhook_id, due_at, attempt, last_status, held)
      SELECT ${idSql(at, 9)}, $1, ${idSql(at, 3)}, ($5::uuid[])[1 + n % cardinality($5::uuid[])], now() + interval '5 days',
             1 + n % 6, CASE WHEN n % 6 > 0 THEN 503 END, n % 10 = 0
      FROM generate_series($3::bigint, $4::bigint) AS n`,
    envelopes: `
      INSERT INTO envelopes (environment_id, id, external_id, title, routing, created_at, updated_at)
      SELECT $1, 'envelope-' || m, 'LOAN-' || m, NULL, '{}', to_timestamp($2 / 1000.0), to_timestamp($2 / 1000.0)
      FROM generate_series(0::bigint, $3::bigint, 10) AS m`,
    keys: `
      INSERT INTO event_keys (environment_id, key, event_id, fingerprint)
      SELECT $1, 'id:order-' || n, ${idSql(at, 3)}, '\\x00' FROM generate_series($3::bigint, $4::bigint, 10) AS n`,
  };
}
