// Test inboxes. Making or deleting one changes what its environment is configured to do: webhooks that send to it are
// recognised by the snapshot. What comes to them is in inbox-requests.ts.
import { type Selectable, sql, type Transaction } from 'kysely';
import type { InboxAnswer } from '../domain/inbox.ts';
import { limit } from '../domain/limits.ts';
import type { Database } from './database.ts';
import { type Page, type PageRequest, page } from './paging.ts';
import type { DB, Inboxes } from './schema.gen.ts';

export interface InboxRecord {
  readonly id: string;
  readonly environmentId: number;
  readonly name: string;
  readonly url: string;
  readonly answer: InboxAnswer;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface NewInbox extends Pick<InboxRecord, 'id' | 'environmentId' | 'name' | 'url' | 'answer'> {
  /** The part of the URL that cannot be guessed. */
  readonly token: string;
}

export interface InboxChange {
  readonly name?: string | undefined;
  readonly answer?: InboxAnswer | undefined;
}

export interface InboxStore {
  create(inbox: NewInbox, now: Date): Promise<InboxRecord | 'full'>;
  find(environmentId: number, id: string): Promise<InboxRecord | null>;
  list(environmentId: number, request: PageRequest): Promise<Page<InboxRecord>>;
  update(environmentId: number, id: string, change: InboxChange, now: Date): Promise<InboxRecord | null>;
  /** With all that came to it. */
  delete(environmentId: number, id: string): Promise<boolean>;
  /** Forgets what came. */
  empty(environmentId: number, id: string, now: Date): Promise<boolean>;
  byId(id: string): Promise<InboxRecord | null>;
  byToken(token: string): Promise<InboxRecord | null>;
}

export function createInboxStore({ kysely }: Database): InboxStore {
  const all = () => kysely.selectFrom('inboxes').selectAll();
  const within = (environmentId: number) => all().where('environment_id', '=', environmentId);
  return {
    create: (inbox, now) =>
      kysely.transaction().execute(async (transaction) => {
        // The version is bumped first: its row lock keeps two creations from both taking the last free place.
        await bumpVersion(transaction, inbox.environmentId);
        if (await isFull(transaction, inbox.environmentId)) return 'full';
        const { environmentId, answer, ...rest } = inbox;
        const row = await transaction
          .insertInto('inboxes')
          .values({
            ...rest,
            ...columns(answer),
            environment_id: environmentId,
            created_at: now,
            updated_at: now,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        return toRecord(row);
      }),
    find: async (environmentId, id) =>
      orNull(await within(environmentId).where('id', '=', id).executeTakeFirst()),
    byId: async (id) => orNull(await all().where('id', '=', id).executeTakeFirst()),
    byToken: async (token) => orNull(await all().where('token', '=', token).executeTakeFirst()),
    list: (environmentId, request) => page(within(environmentId), 'inboxes.id', request, toRecord),
    update: async (environmentId, id, { name, answer }, now) =>
      orNull(
        await kysely
          .updateTable('inboxes')
          .set({
            updated_at: now,
            ...(name === undefined ? {} : { name }),
            ...(answer === undefined ? {} : columns(answer)),
          })
          .where('environment_id', '=', environmentId)
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst(),
      ),
    delete: (environmentId, id) =>
      kysely.transaction().execute(async (transaction) => {
        await bumpVersion(transaction, environmentId);
        const { numDeletedRows } = await transaction
          .deleteFrom('inboxes')
          .where('environment_id', '=', environmentId)
          .where('id', '=', id)
          .executeTakeFirst();
        return numDeletedRows > 0n;
      }),
    empty: (environmentId, id, now) =>
      kysely.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('inboxes')
          .set({ emptied_at: now })
          .where('environment_id', '=', environmentId)
          .where('id', '=', id)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await transaction.deleteFrom('inbox_requests').where('inbox_id', '=', id).execute();
        return true;
      }),
  };
}

const bumpVersion = (transaction: Transaction<DB>, environmentId: number) =>
  sql`SELECT environment_changed(${environmentId})`.execute(transaction);

async function isFull(transaction: Transaction<DB>, environmentId: number): Promise<boolean> {
  const { count } = await transaction
    .selectFrom('inboxes')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('environment_id', '=', environmentId)
    .executeTakeFirstOrThrow();
  return count >= limit('inboxes_per_environment_max');
}

const columns = ({ status, delaySeconds, body }: InboxAnswer) => ({
  answer_status: status,
  answer_delay_seconds: delaySeconds,
  answer_body: body,
});

const orNull = (row: Selectable<Inboxes> | undefined) => (row === undefined ? null : toRecord(row));

function toRecord(row: Selectable<Inboxes>): InboxRecord {
  return {
    id: row.id,
    environmentId: row.environment_id,
    name: row.name,
    url: row.url,
    answer: {
      status: row.answer_status,
      delaySeconds: row.answer_delay_seconds,
      body: row.answer_body,
    },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
