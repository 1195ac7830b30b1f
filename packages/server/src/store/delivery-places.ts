// SQL of the three places in which a delivery may stand: in the queue while it waits, in a lease while a node works for it,
// in history once it ended. Each is read in its own order, by an index, and only as far as asked for.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { DeliveryState } from '../domain/delivery.ts';
import { type DeliveryFilter, statesOf } from '../domain/delivery-filter.ts';
import { entriesOf, holds } from './leases.ts';

/** What is looked for: a filter whose names were looked up. */
export interface Wanted
  extends Omit<DeliveryFilter, 'eventId' | 'envelopeId' | 'q' | 'from' | 'to'>,
    IdRange {
  readonly environmentId: number;
  readonly id?: string;
  readonly ids?: readonly string[];
  /** One of them; few enough to be asked for one by one. */
  readonly eventIds?: readonly string[];
  /** SQL for an event, where it is another query's. */
  readonly event?: RawBuilder<string>;
}

/** Ids carry their time: a range of them is one of time. */
export interface IdRange {
  readonly atLeast?: string;
  readonly above?: string;
  readonly below?: string;
}

/** Which way lists go: from the newest, or from the oldest. */
export type Order = 'desc' | 'asc';

/** A place, as SQL. */
interface Place {
  /** What is found there. */
  readonly found: RawBuilder<unknown>;
  /** Ids of what has to be looked at to find it, from an index that keeps their order. */
  readonly looked: RawBuilder<unknown>;
}

const endedStates: readonly DeliveryState[] = ['succeeded', 'failed', 'cancelled'];
const queuedStates: readonly DeliveryState[] = ['pending', 'held'];

export function placesOf(wanted: Wanted): readonly Place[] {
  const states = statesOf(wanted);
  const among = (all: readonly DeliveryState[]) => all.filter((state) => states?.includes(state) ?? true);
  const ends = among(endedStates);
  const waits = among(queuedStates);
  return [
    ...(ends.includes('succeeded') ? [ended(wanted, ends)] : ends.map((state) => ended(wanted, [state]))),
    ...(waits.length > 0 ? [queued(wanted, waits)] : []),
    ...(waits.includes('pending') ? [leased(wanted)] : []),
  ];
}

/** SQL of what is found in all places, in order. */
export function inOrder(wanted: Wanted, order: Order, limit: number): RawBuilder<unknown> {
  const tail = sql`ORDER BY id ${sql.raw(order)} LIMIT ${sql.lit(limit)}`;
  const places = placesOf(wanted).map(({ found }) => sql`(${found} ${tail})`);
  return sql`SELECT * FROM (${sql.join(places, sql` UNION ALL `)}) AS found ${tail}`;
}

/** Some states have no index of their own: those that succeed are most. */
function ended(wanted: Wanted, states: readonly DeliveryState[]): Place {
  const { webhookId, eventIds, event, attemptsMin = 0 } = wanted;
  // What did not succeed is few and has indexes, which are found by the literal alone.
  const unsuccessful = states.includes('succeeded') ? [] : [sql`d.state <> 'succeeded'`];
  const [only, ...others] = states;
  const ofState =
    others.length === 0
      ? [sql`d.state = ${only}`]
      : states.length === endedStates.length
        ? []
        : [sql`d.state = ANY (${[...states]})`];
  const indexed = all([
    sql`d.environment_id = ${wanted.environmentId}`,
    ...(unsuccessful.length > 0 ? [...ofState, ...unsuccessful] : []),
    ...(attemptsMin > 1 ? [sql`d.attempts > 1`] : []),
    ...equals('d.webhook_id', webhookId),
    ...inRange('d.id', wanted),
  ]);
  const conditions = all([
    indexed,
    ...(unsuccessful.length > 0 ? [] : ofState),
    ...common(wanted, { id: 'd.id', event: 'd.event_id', type: 'd.type', attempts: 'd.attempts', last: 'd' }),
  ]);
  const found = sql`
    SELECT d.id, d.event_id, d.webhook_id, d.type, d.state, d.attempts, NULL::timestamptz AS next_attempt_at, d.last_status,
           d.last_error, d.finished_at, d.duration_ms
    FROM deliveries d WHERE ${conditions}`;
  return {
    found: eventIds && !event ? fenced(found) : found,
    looked: replayed(wanted) ?? sql`SELECT d.id FROM deliveries d WHERE ${indexed}`,
  };
}

/** Few rows, found by their events: the planner must not walk through all others in the order of the page instead. */
const fenced = (found: RawBuilder<unknown>) => sql`SELECT * FROM (${found} OFFSET 0) AS few`;

function queued(wanted: Wanted, states: readonly DeliveryState[]): Place {
  const heldOnly = !states.includes('pending');
  const indexed = all([
    sql`q.environment_id = ${wanted.environmentId}`,
    ...(heldOnly ? [sql`q.held`] : []),
    ...equals('q.webhook_id', wanted.webhookId),
    ...inRange('q.delivery_id', wanted),
  ]);
  const conditions = all([
    indexed,
    ...(states.includes('held') ? [] : [sql`NOT q.held`]),
    ...common(wanted, {
      id: 'q.delivery_id',
      event: 'q.event_id',
      type: 'e.type',
      attempts: '(q.attempt - 1)',
      last: 'q',
    }),
  ]);
  return {
    found: sql`
      SELECT q.delivery_id AS id, q.event_id, q.webhook_id, coalesce(e.type, '') AS type,
             CASE WHEN q.held THEN 'held' ELSE 'pending' END AS state, q.attempt - 1 AS attempts,
             CASE WHEN NOT q.held THEN q.due_at END AS next_attempt_at, q.last_status, q.last_error,
             NULL::timestamptz AS finished_at, NULL::integer AS duration_ms
      FROM queue q LEFT JOIN events e ON e.environment_id = q.environment_id AND e.id = q.event_id WHERE ${conditions}`,
    looked: replayed(wanted) ?? sql`SELECT q.delivery_id AS id FROM queue q WHERE ${indexed}`,
  };
}

/** What a replay sent is looked up one by one. */
const replayed = ({ replayId, ...range }: Wanted) =>
  replayId === undefined
    ? null
    : sql`SELECT delivery_id AS id FROM replay_deliveries WHERE ${all([
        sql`replay_id = ${replayId}`,
        ...inRange('delivery_id', range),
      ])}`;

/** Leases are few. */
function leased(wanted: Wanted): Place {
  const conditions = all([
    sql`l.environment_id = ${wanted.environmentId} AND ${sql.raw(holds('l'))}`,
    ...equals('entry.webhook_id', wanted.webhookId),
    ...inRange('entry.delivery_id', wanted),
    ...common(wanted, {
      id: 'entry.delivery_id',
      event: 'entry.event_id',
      type: 'e.type',
      attempts: '(coalesce(entry.attempt, 1) - 1)',
      last: 'entry',
    }),
  ]);
  const found = sql`
    SELECT entry.delivery_id AS id, entry.event_id, entry.webhook_id, coalesce(e.type, '') AS type, 'pending' AS state,
           coalesce(entry.attempt, 1) - 1 AS attempts, entry.due_at AS next_attempt_at, entry.last_status, entry.last_error,
           NULL::timestamptz AS finished_at, NULL::integer AS duration_ms
    FROM leases l CROSS JOIN ${sql.raw(entriesOf('l'))}
    LEFT JOIN events e ON e.environment_id = l.environment_id AND e.id = entry.event_id WHERE ${conditions}`;
  return { found, looked: sql`SELECT id FROM (${found}) AS working` };
}

/** For a query of `events`: true of those that have such a delivery. */
export function hasDelivery(
  wanted: Pick<Wanted, 'states' | 'webhookId' | 'environmentId'>,
): RawBuilder<SqlBool> {
  // History and queue may be large: they are asked event by event, by index. Leases are few, and read once.
  const ofEvent = { ...wanted, event: sql.ref<string>('events.id') };
  const states = wanted.states;
  const has = (all: readonly DeliveryState[]) =>
    states === undefined || all.some((one) => states.includes(one));
  const ends = states?.filter((state) => endedStates.includes(state)) ?? endedStates;
  const waits = states?.filter((state) => queuedStates.includes(state)) ?? queuedStates;
  const terms = [
    ...(ends.length > 0 ? [sql`EXISTS (${ended(ofEvent, ends).found})`] : []),
    ...(waits.length > 0 ? [sql`EXISTS (${queued(ofEvent, waits).found})`] : []),
    ...(has(['pending'])
      ? [sql`events.id IN (SELECT event_id FROM (${leased(wanted).found}) AS working)`]
      : []),
  ];
  return sql<SqlBool>`(${sql.join(terms, sql` OR `)})`;
}

/** SQL of what conditions are about. */
interface Names {
  readonly id: string;
  readonly event: string;
  readonly type: string;
  readonly attempts: string;
  /** What has `last_status` and `last_error`. */
  readonly last: string;
}

/** What no index of a place knows. */
function common(wanted: Wanted, names: Names): readonly RawBuilder<unknown>[] {
  const {
    id,
    ids,
    eventIds,
    event,
    type,
    severities,
    httpStatuses,
    errors,
    attemptsMin,
    replayId,
    retrying,
  } = wanted;
  const attempts = sql.raw(names.attempts);
  return [
    ...equals(names.id, id),
    ...(ids ? [sql`${sql.ref(names.id)} = ANY (${[...ids]}::uuid[])`] : []),
    ...equals(names.event, event),
    ...(eventIds ? [sql`${sql.ref(names.event)} = ANY (${[...eventIds]}::uuid[])`] : []),
    ...equals(names.type, type),
    ...(severities ? [ofSeverity(wanted.environmentId, names.event, severities)] : []),
    ...(httpStatuses ? [inStatuses(sql.ref(`${names.last}.last_status`), httpStatuses)] : []),
    ...(errors ? [sql`${sql.ref(`${names.last}.last_error`)} = ANY (${[...errors]})`] : []),
    ...(attemptsMin === undefined ? [] : [sql`${attempts} >= ${attemptsMin}`]),
    ...(replayId === undefined ? [] : [sentBy(replayId, names.id, wanted)]),
    ...(retrying === undefined ? [] : [retrying ? sql`${attempts} > 0` : sql`${attempts} = 0`]),
  ];
}

/** As an array, so that each is looked up by its id; slices keep it short. */
const sentBy = (replayId: string, id: string, range: IdRange) => sql`
  ${sql.ref(id)} = ANY (ARRAY(SELECT delivery_id FROM replay_deliveries WHERE ${all([
    sql`replay_id = ${replayId} AND sent`,
    ...inRange('delivery_id', range),
  ])}))`;

const ofSeverity = (environmentId: number, event: string, severities: readonly string[]) => sql`
  EXISTS (SELECT FROM events s WHERE s.environment_id = ${environmentId} AND s.id = ${sql.ref(event)}
          AND s.severity = ANY (${[...severities]}))`;

const inStatuses = (status: RawBuilder<unknown>, ranges: NonNullable<Wanted['httpStatuses']>) =>
  sql`(${sql.join(
    ranges.map(({ first, last }) => sql`${status} BETWEEN ${first} AND ${last}`),
    sql` OR `,
  )})`;

const equals = (name: string, value: string | RawBuilder<string> | undefined) =>
  value === undefined ? [] : [sql`${sql.ref(name)} = ${value}`];

function inRange(name: string, { atLeast, above, below }: IdRange): readonly RawBuilder<unknown>[] {
  const id = sql.ref(name);
  return [
    ...(atLeast === undefined ? [] : [sql`${id} >= ${atLeast}`]),
    ...(above === undefined ? [] : [sql`${id} > ${above}`]),
    ...(below === undefined ? [] : [sql`${id} < ${below}`]),
  ];
}

const all = (terms: readonly RawBuilder<unknown>[]) => sql.join(terms, sql` AND `);
