// Replays as they are made, shown and steered. What runs them is in replay-steps.ts.
import { type Selectable, sql } from 'kysely';
import type { ReplayState, ReplayWork, SkipReason } from '../domain/replay.ts';
import { lowestIdAt } from '../lib/ids.ts';
import type { Actor } from './actor.ts';
import type { Database } from './database.ts';
import { type Page, type PageRequest, page } from './paging.ts';
import type { DB } from './schema.gen.ts';

export interface ReplayRecord {
  readonly id: string;
  readonly name: string | null;
  readonly kind: 'recover' | 'resend';
  readonly webhookId: string | null;
  readonly selection: object;
  readonly state: ReplayState;
  readonly pausedBecause: 'person' | 'webhook_disabled' | null;
  readonly perSecond: number;
  readonly total: number | null;
  readonly totalIsEstimate: boolean;
  readonly done: number;
  readonly skippedBecause: Readonly<Partial<Record<SkipReason, number>>>;
  readonly createdBy: Pick<Actor, 'kind' | 'id' | 'name'>;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

export interface NewReplay
  extends Pick<
    ReplayRecord,
    | 'id'
    | 'name'
    | 'kind'
    | 'webhookId'
    | 'selection'
    | 'perSecond'
    | 'total'
    | 'totalIsEstimate'
    | 'createdBy'
  > {
  readonly environmentId: number;
  readonly work: ReplayWork;
}

export interface ReplayRef {
  readonly environmentId: number;
  readonly id: string;
}

/** Changes answer null when there is no such replay, and 'ended' when it is over. */
export interface ReplayStore {
  /** 'full' when too many of the environment are unfinished. */
  create(replay: NewReplay, now: Date): Promise<ReplayRecord | 'full'>;
  find(replay: ReplayRef): Promise<ReplayRecord | null>;
  list(environmentId: number, state: ReplayState | null, request: PageRequest): Promise<Page<ReplayRecord>>;
  change(
    replay: ReplayRef,
    change: { readonly perSecond?: number; readonly name?: string | null },
  ): Promise<ReplayRecord | 'ended' | null>;
  pause(replay: ReplayRef): Promise<ReplayRecord | 'ended' | null>;
  resume(replay: ReplayRef, now: Date): Promise<ReplayRecord | 'ended' | null>;
  /** What was not sent yet is not; what was goes out. */
  cancel(replay: ReplayRef, now: Date): Promise<ReplayRecord | 'ended' | null>;
}

/** @param unfinishedMax of an environment */
export function createReplayStore({ kysely }: Database, unfinishedMax: number): ReplayStore {
  const find = async ({ environmentId, id }: ReplayRef) => {
    const row = await kysely
      .selectFrom('replays')
      .selectAll()
      .where('environment_id', '=', environmentId)
      .where('id', '=', id)
      .executeTakeFirst();
    return row ? toRecord(row) : null;
  };
  const change = async (replay: ReplayRef, set: object) => {
    const changed = await kysely
      .transaction()
      .execute((transaction) =>
        transaction
          .updateTable('replays')
          .set(set)
          .where('environment_id', '=', replay.environmentId)
          .where('id', '=', replay.id)
          .where('state', 'in', ['running', 'paused'])
          .executeTakeFirst(),
      );
    const found = await find(replay);
    return found !== null && changed.numUpdatedRows === 0n ? ('ended' as const) : found;
  };

  return {
    find,
    create: (replay, now) =>
      kysely.transaction().execute(async (transaction) => {
        const { environmentId, work } = replay;
        // Its row lock keeps two from both taking the last free place.
        await sql`SELECT FROM environments WHERE id = ${environmentId} FOR NO KEY UPDATE`.execute(
          transaction,
        );
        const { unfinished } = await transaction
          .selectFrom('replays')
          .select((eb) => eb.fn.countAll<number>().as('unfinished'))
          .where('environment_id', '=', environmentId)
          .where('state', 'in', ['running', 'paused'])
          .executeTakeFirstOrThrow();
        if (unfinished >= unfinishedMax) return 'full';
        const row = await transaction
          .insertInto('replays')
          .values(toRow(replay, now))
          .returningAll()
          .executeTakeFirstOrThrow();
        await sql`
          INSERT INTO replay_deliveries (replay_id, delivery_id, sent)
          SELECT ${replay.id}, id, false FROM unnest(${[...work.ids]}::uuid[]) AS id ON CONFLICT DO NOTHING`.execute(
          transaction,
        );
        return toRecord(row);
      }),
    list: (environmentId, state, request) => {
      const all = kysely.selectFrom('replays').selectAll().where('environment_id', '=', environmentId);
      return page(state === null ? all : all.where('state', '=', state), 'replays.id', request, toRecord);
    },
    change: (replay, { perSecond, name }) =>
      change(replay, {
        ...(perSecond !== undefined && { per_second: perSecond }),
        ...(name !== undefined && { name }),
        id: replay.id,
      }),
    pause: (replay) => change(replay, { state: 'paused', paused_because: 'person' }),
    resume: (replay, now) => change(replay, { state: 'running', paused_because: null, next_at: now }),
    cancel: (replay, now) => change(replay, { state: 'cancelled', paused_because: null, ended_at: now }),
  };
}

function toRow({ environmentId, work, webhookId, ...replay }: NewReplay, now: Date) {
  const { filter, ids, missed } = work;
  return {
    environment_id: environmentId,
    id: replay.id,
    name: replay.name,
    kind: replay.kind,
    recovered_id: webhookId,
    selection: JSON.stringify(replay.selection),
    filter: filter === null ? null : JSON.stringify(filter),
    phase: filter !== null || ids.length > 0 ? 'deliveries' : 'events',
    missed_from: missed && lowestIdAt(missed.from.getTime()),
    missed_to: missed && lowestIdAt(missed.to.getTime()),
    per_second: replay.perSecond,
    next_at: now,
    total: replay.total,
    total_is_estimate: replay.totalIsEstimate,
    created_by: JSON.stringify(replay.createdBy),
    created_at: now,
  };
}

function toRecord(row: Selectable<DB['replays']>): ReplayRecord {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as ReplayRecord['kind'],
    webhookId: row.recovered_id,
    selection: row.selection as object,
    state: row.state as ReplayState,
    pausedBecause: row.paused_because as ReplayRecord['pausedBecause'],
    perSecond: row.per_second,
    total: row.total,
    totalIsEstimate: row.total_is_estimate,
    done: row.done,
    skippedBecause: row.skipped as ReplayRecord['skippedBecause'],
    createdBy: row.created_by as ReplayRecord['createdBy'],
    createdAt: row.created_at,
    endedAt: row.ended_at,
  };
}
