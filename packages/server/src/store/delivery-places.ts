// SQL of the three places in which a delivery may stand: in the queue while it waits, in a lease while a node works for it,
// in history once it ended. Each is read in its own order, by an index, and only as far as asked for.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { DeliveryState } from '../domain/delivery.ts';
import { isUnusual, statesOf, usualSuccesses } from '../domain/delivery-filter.ts';
import { all, conditionsOf, equals, inRange, inStatuses, marked } from './delivery-conditions.ts';
import type { Order, Wanted } from './delivery-wanted.ts';
import { entriesOf, holds } from './leases.ts';

/** A place, as SQL. */
interface Place {
  /** What is found there. */
  readonly found: RawBuilder<unknown>;
  /** Ids of what has to be looked at to find it, from an index that keeps their order. */
  readonly looked: RawBuilder<unknown>;
}

export const endedStates: readonly DeliveryState[] = ['succeeded', 'failed', 'cancelled'];
export const queuedStates: readonly DeliveryState[] = ['pending', 'held'];

export function placesOf(wanted: Wanted): readonly Place[] {
  const states = statesOf(wanted);
  const among = (all: readonly DeliveryState[]) => all.filter((state) => states?.includes(state) ?? true);
  const ends = among(endedStates);
  const waits = among(queuedStates);
  return [
    ...(ends.includes('succeeded') && !hasOwnIndexes(wanted)
      ? [ended(wanted, ends)]
      : ends.map((state) => ended(wanted, [state]))),
    ...(waits.length > 0 ? [queued(wanted, waits)] : []),
    ...(waits.includes('pending') ? [leased(wanted)] : []),
  ];
}

/** Answers that hardly any success has are found by an index of those that are not usual. */
const hasOwnIndexes = ({ httpStatuses }: Wanted) => httpStatuses?.every(isUnusual) ?? false;

/** SQL of what is found in all places, in order. */
export function inOrder(wanted: Wanted, order: Order, limit: number): RawBuilder<unknown> {
  const tail = sql`ORDER BY id ${sql.raw(order)} LIMIT ${sql.lit(limit)}`;
  const places = placesOf(wanted).map(({ found }) => sql`(${found} ${tail})`);
  return sql`SELECT * FROM (${sql.join(places, sql` UNION ALL `)}) AS found ${tail}`;
}

/** Some states have no index of their own: those that succeed are most. */
function ended(wanted: Wanted, states: readonly DeliveryState[]): Place {
  const ofEnvironment = sql`d.environment_id = ${wanted.environmentId}`;
  const isRetried = (wanted.attemptsMin ?? 0) > 1;
  const indexed = [
    ...indexedAnswers(wanted, states),
    ...(isRetried ? [sql`d.attempts > 1`] : []),
    ...equals('d.webhook_id', wanted.webhookId),
    ...inRange('d.id', wanted),
  ];
  // The index of a webhook's deliveries does not know their environment, and asking would read each of them.
  const ofIndex = all(wanted.ownsWebhook && !isRetried ? indexed : [ofEnvironment, ...indexed]);
  const conditions = all([
    ofEnvironment,
    ...indexed,
    ...(states.includes('succeeded') ? ofStates(states) : []),
    ...conditionsOf(wanted, {
      id: 'd.id',
      event: 'd.event_id',
      type: 'd.type',
      attempts: 'd.attempts',
      last: 'd',
    }),
    ...(wanted.isSparse ? marked(wanted) : []),
  ]);
  const found = sql`
    SELECT d.id, d.event_id, d.webhook_id, d.type, d.state, d.attempts, NULL::timestamptz AS next_attempt_at, d.last_status,
           d.last_error, d.finished_at, d.duration_ms
    FROM deliveries d WHERE ${conditions}`;
  return {
    found: (wanted.eventIds && !wanted.event) || wanted.isSparse ? fenced(found) : found,
    looked: replayed(wanted) ?? sql`SELECT d.id FROM deliveries d WHERE ${ofIndex}`,
  };
}

/** What did not succeed, and success with an answer that is not usual, is few and has indexes. */
function indexedAnswers(wanted: Wanted, states: readonly DeliveryState[]): readonly RawBuilder<unknown>[] {
  if (!states.includes('succeeded')) return ofStates(states);
  return states.length === 1 && hasOwnIndexes(wanted)
    ? [sql.raw(unusualSuccess), inStatuses('d.last_status', wanted.httpStatuses ?? [])]
    : [];
}

/** Literals, because partial indexes are found by them alone. */
function ofStates(states: readonly DeliveryState[]): readonly RawBuilder<unknown>[] {
  const [only, ...others] = states;
  if (only !== undefined && others.length === 0) return [sql`d.state = ${sql.lit(only)}`];
  if (states.length === endedStates.length) return [];
  const among = sql`d.state = ANY (${[...states]})`;
  return states.includes('succeeded') ? [among] : [among, sql`d.state <> 'succeeded'`];
}

/** What the index says. */
const unusualSuccess = `d.state = 'succeeded' AND d.last_status NOT IN (${usualSuccesses.join(', ')})`;

/** Few rows, found by their events or marks: the planner must not walk through all others in the order of the page instead. */
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
    ...conditionsOf(wanted, {
      id: 'q.delivery_id',
      event: 'q.event_id',
      type: null,
      attempts: '(q.attempt - 1)',
      last: 'q',
    }),
  ]);
  return {
    found: sql`
      SELECT q.delivery_id AS id, q.event_id, q.webhook_id, ${typeOf('q.environment_id', 'q.event_id')} AS type,
             CASE WHEN q.held THEN 'held' ELSE 'pending' END AS state, q.attempt - 1 AS attempts,
             CASE WHEN NOT q.held THEN q.due_at END AS next_attempt_at, q.last_status, q.last_error,
             NULL::timestamptz AS finished_at, NULL::integer AS duration_ms
      FROM queue q WHERE ${conditions}`,
    looked: replayed(wanted) ?? sql`SELECT q.delivery_id AS id FROM queue q WHERE ${indexed}`,
  };
}

/** Not by a join, which would read all events where many are counted. */
const typeOf = (environment: string, event: string) => sql`
  coalesce((SELECT e.type FROM events e WHERE e.environment_id = ${sql.ref(environment)} AND e.id = ${sql.ref(event)}), '')`;

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
    ...conditionsOf(wanted, {
      id: 'entry.delivery_id',
      event: 'entry.event_id',
      type: null,
      attempts: '(coalesce(entry.attempt, 1) - 1)',
      last: 'entry',
    }),
  ]);
  const found = sql`
    SELECT entry.delivery_id AS id, entry.event_id, entry.webhook_id, ${typeOf('l.environment_id', 'entry.event_id')} AS type, 'pending' AS state,
           coalesce(entry.attempt, 1) - 1 AS attempts, entry.due_at AS next_attempt_at, entry.last_status, entry.last_error,
           NULL::timestamptz AS finished_at, NULL::integer AS duration_ms
    FROM leases l CROSS JOIN ${sql.raw(entriesOf('l'))} WHERE ${conditions}`;
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
