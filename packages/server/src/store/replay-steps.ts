// Runs replays, a chunk in each transaction: what is sent again, what of it the replay says and the cursor behind it commit
// together, so that a replay goes on where it was, whatever was killed. The lock of its row keeps two nodes from running it.
import { type Selectable, sql, type Transaction } from 'kysely';
import type { DeliveryFilter } from '../domain/delivery-filter.ts';
import { pace, type SkipReason } from '../domain/replay.ts';
import type { Actor } from './actor.ts';
import type { Database, Statement } from './database.ts';
import { resolve } from './delivery-names.ts';
import { search } from './delivery-search.ts';
import { behind } from './delivery-walk.ts';
import { resendMany } from './resend.ts';
import type { DB } from './schema.gen.ts';

type Replay = Selectable<DB['replays']>;

/** What a webhook may have missed. */
export interface MissedStep {
  readonly environmentId: number;
  readonly webhookId: string;
  readonly eventIds: readonly string[];
}

export interface ReplaySteps {
  /**
   * Makes one step of a replay that is due; null when none is, and the replay when it was its last.
   * @param deliver delivers of these events what the webhook missed; answers the ids of the deliveries. May be called again
   * with the same events: what was delivered is not missed any more.
   */
  step(now: Date, deliver: (missed: MissedStep) => Promise<readonly string[]>): Promise<Step | null>;
}

export type Step = { readonly kind: 'under_way' } | { readonly kind: 'ended'; readonly replay: EndedReplay };

/** What it says when it is over. */
export interface EndedReplay {
  readonly id: string;
  readonly environmentId: number;
  readonly name: string | null;
  readonly createdBy: Pick<Actor, 'kind' | 'id'>;
  readonly tookMs: number;
  readonly sent: number;
  readonly leftOut: number;
}

const underWay: Step = { kind: 'under_way' };

/** So many of a replay may wait for their attempt before it goes on: live traffic never stands behind more. */
const waitingMax = 400;
const waitingLookMs = 1_000;
/** Events that are looked through in one step. */
const eventsPerStep = 1_000;

const findDue: Statement = {
  name: 'replay_due',
  text: `SELECT FROM replays WHERE state = 'running' AND next_at <= $1::timestamptz LIMIT 1`,
};

/** Locks the one that is due longest; others may have made its step since it was found. */
const takeDue = (now: Date) => sql<Replay>`
  SELECT * FROM replays WHERE state = 'running' AND next_at <= ${now} ORDER BY next_at LIMIT 1
  FOR UPDATE SKIP LOCKED`;

export function createReplaySteps({ kysely, query }: Pick<Database, 'kysely' | 'query'>): ReplaySteps {
  return {
    step: async (now, deliver) => {
      // Nearly always there is none: then one query is enough, several times a second.
      const due = await query(findDue, [now]);
      if (due.length === 0) return null;
      return kysely.transaction().execute(async (transaction) => {
        const { rows } = await takeDue(now).execute(transaction);
        const [replay] = rows;
        return replay ? advance(transaction, replay, now, deliver) : null;
      });
    },
  };
}

async function advance(
  transaction: Transaction<DB>,
  replay: Replay,
  now: Date,
  deliver: (missed: MissedStep) => Promise<readonly string[]>,
): Promise<Step> {
  const { count, waitMs } = pace(replay.per_second);
  if (await isDisabled(transaction, replay))
    return set(transaction, replay, { state: 'paused', paused_because: 'webhook_disabled' });
  if ((await waiting(transaction, replay)) > waitingMax)
    return set(transaction, replay, { next_at: new Date(now.getTime() + waitingLookMs) });
  const chunk =
    replay.phase === 'deliveries'
      ? await sendAgain(transaction, replay, count, now)
      : await deliverMissed(transaction, replay, count, deliver);
  await note(transaction, replay.id, chunk.sent);
  const skipped = { ...(replay.skipped as Record<string, number>) };
  for (const reason of chunk.skipped) skipped[reason] = (skipped[reason] ?? 0) + 1;
  const share = chunk.sent.length === 0 ? 0 : waitMs;
  const next = behindIt(replay, chunk.cursor, now);
  const done = replay.done + chunk.sent.length;
  const nextAt = new Date(now.getTime() + share);
  await set(transaction, replay, { ...next, done, skipped: JSON.stringify(skipped), next_at: nextAt });
  return 'state' in next ? { kind: 'ended', replay: ended({ ...replay, done, skipped }, now) } : underWay;
}

const ended = ({ created_by, ...replay }: Replay, now: Date): EndedReplay => ({
  id: replay.id,
  environmentId: replay.environment_id,
  name: replay.name,
  createdBy: created_by as EndedReplay['createdBy'],
  tookMs: now.getTime() - replay.created_at.getTime(),
  sent: replay.done,
  leftOut: Object.values(replay.skipped as Record<string, number>).reduce((sum, count) => sum + count, 0),
});

/** Where the replay goes on; without a cursor what it went through is at its end. */
function behindIt(replay: Replay, cursor: string | null, now: Date) {
  if (cursor !== null) return { cursor };
  if (replay.phase === 'deliveries' && replay.missed_from !== null) return { phase: 'events', cursor: null };
  return { state: 'done', ended_at: now };
}

async function set(transaction: Transaction<DB>, replay: Replay, values: object): Promise<Step> {
  await transaction
    .updateTable('replays')
    .set(values)
    .where('environment_id', '=', replay.environment_id)
    .where('id', '=', replay.id)
    .execute();
  return underWay;
}

/** A recovery waits for its webhook; of a resend only what goes to a disabled one is left out. */
async function isDisabled(transaction: Transaction<DB>, { recovered_id }: Replay): Promise<boolean> {
  if (recovered_id === null) return false;
  const { rows } = await sql`
    SELECT FROM webhooks WHERE id = ${recovered_id} AND status <> 'enabled' AND deleted_at IS NULL`.execute(
    transaction,
  );
  return rows.length > 0;
}

/** Of what was sent last: how much still waits for the attempt. */
async function waiting(transaction: Transaction<DB>, { id, environment_id }: Replay): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    SELECT count(*) AS waiting FROM (
      SELECT delivery_id FROM replay_deliveries WHERE replay_id = ${id} AND sent ORDER BY delivery_id DESC LIMIT 1000
    ) AS last JOIN queue q ON q.environment_id = ${environment_id} AND q.delivery_id = last.delivery_id
    WHERE q.trigger = 'manual' AND NOT q.held`.execute(transaction);
  return rows[0]?.waiting ?? 0;
}

interface Chunk {
  readonly sent: readonly string[];
  readonly skipped: readonly SkipReason[];
  /** null: nothing is left. */
  readonly cursor: string | null;
}

async function sendAgain(
  transaction: Transaction<DB>,
  replay: Replay,
  count: number,
  now: Date,
): Promise<Chunk> {
  const { ids, cursor } =
    replay.filter === null
      ? await nextNamed(transaction, replay, count)
      : await nextFound(transaction, replay, count);
  const results = await resendMany(transaction, replay.environment_id, ids, now);
  const sent = ids.filter((id) => results.get(id) === 'queued');
  const skipped = ids.flatMap((id) => {
    const result = results.get(id) ?? 'not_found';
    return result === 'queued' ? [] : [result];
  });
  return { sent, skipped, cursor };
}

interface Ids {
  readonly ids: readonly string[];
  readonly cursor: string | null;
}

/** From the oldest on, so that deliveries go out in the order in which they were made. */
async function nextFound(transaction: Transaction<DB>, replay: Replay, count: number): Promise<Ids> {
  const wanted = await resolve(transaction, replay.environment_id, revived(replay.filter));
  if (wanted === null) return { ids: [], cursor: null };
  const range = replay.cursor === null ? {} : behind(replay.cursor, 'asc');
  const { rows, next } = await search(transaction, { ...wanted, ...range }, count, 'asc');
  return { ids: rows.map(({ id }) => id), cursor: next };
}

/** JSON has no times. */
function revived(filter: unknown): DeliveryFilter {
  const { from, to, ...same } = filter as DeliveryFilter & { from?: string; to?: string };
  return { ...same, ...(from && { from: new Date(from) }), ...(to && { to: new Date(to) }) };
}

async function nextNamed(transaction: Transaction<DB>, { id, cursor }: Replay, count: number): Promise<Ids> {
  const { rows } = await sql<{ id: string }>`
    SELECT delivery_id AS id FROM replay_deliveries
    WHERE replay_id = ${id} AND (${cursor}::uuid IS NULL OR delivery_id > ${cursor}::uuid)
    ORDER BY delivery_id LIMIT ${count}`.execute(transaction);
  const ids = rows.map((row) => row.id);
  return { ids, cursor: ids.length < count ? null : (ids.at(-1) ?? null) };
}

async function deliverMissed(
  transaction: Transaction<DB>,
  replay: Replay,
  count: number,
  deliver: (missed: MissedStep) => Promise<readonly string[]>,
): Promise<Chunk> {
  const { environment_id: environmentId, recovered_id: webhookId, missed_from, missed_to } = replay;
  if (webhookId === null) return { sent: [], skipped: [], cursor: null };
  const { rows } = await sql<{ id: string; missed: boolean }>`
    SELECT e.id, NOT EXISTS (SELECT FROM deliveries d WHERE d.event_id = e.id AND d.webhook_id = ${webhookId})
             AND NOT EXISTS (SELECT FROM queue q WHERE q.event_id = e.id AND q.webhook_id = ${webhookId}) AS missed
    FROM (SELECT id FROM events WHERE environment_id = ${environmentId} AND id >= ${missed_from} AND id < ${missed_to}
            AND (${replay.cursor}::uuid IS NULL OR id > ${replay.cursor}::uuid) ORDER BY id LIMIT ${eventsPerStep}) AS e
    ORDER BY e.id`.execute(transaction);
  const candidates = rows.filter(({ missed }) => missed).slice(0, count);
  const last = candidates.length === count ? candidates.at(-1) : rows.at(-1);
  const eventIds = candidates.map(({ id }) => id);
  const sent = eventIds.length === 0 ? [] : await deliver({ environmentId, webhookId, eventIds });
  const isEnd = rows.length < eventsPerStep && last?.id === rows.at(-1)?.id;
  return { sent, skipped: [], cursor: isEnd ? null : (last?.id ?? null) };
}

async function note(transaction: Transaction<DB>, replayId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    INSERT INTO replay_deliveries (replay_id, delivery_id, sent) SELECT ${replayId}, id, true FROM unnest(${[...ids]}::uuid[]) AS id
    ON CONFLICT (replay_id, delivery_id) DO UPDATE SET sent = true`.execute(transaction);
}
