// Links that work once: the set-up link of a server that nobody has an account on, links to a new password, and links that
// confirm another address.
import { type Kysely, sql, type Transaction } from 'kysely';
import { hashSecret } from '../domain/api-key.ts';
import { foldEmail } from '../domain/person.ts';
import type { Database, Statement } from './database.ts';
import { isUniqueViolation } from './paging.ts';
import type { NewPerson } from './people.ts';
import type { DB } from './schema.gen.ts';

export interface ResetLink {
  readonly personId: string;
  readonly email: string;
  readonly expiresAt: Date;
}

export interface OneTimeLinkStore {
  addSetUp(token: string, now: Date, expiresAt: Date): Promise<void>;
  /** When the set-up link ends; null when it does not work. */
  findSetUp(token: string, now: Date): Promise<Date | null>;
  /** Makes the first person, and uses every set-up link up. 'taken': somebody was first. */
  setUp(token: string, person: NewPerson, now: Date): Promise<'made' | 'invalid' | 'taken'>;
  /** Earlier ones to the same person end. */
  addReset(token: string, personId: string, now: Date, expiresAt: Date): Promise<void>;
  findReset(token: string, now: Date): Promise<ResetLink | null>;
  /** Uses the link up; the person whose it was. */
  takeReset(token: string, now: Date): Promise<string | null>;
  /** Earlier ones of the same person end. */
  addEmailChange(token: string, change: EmailChange, now: Date, expiresAt: Date): Promise<void>;
  findEmailChange(token: string, now: Date): Promise<PendingEmailChange | null>;
  /** Uses the link up, and gives the person the address; links that went to the one before end. 'taken': it is another's. */
  takeEmailChange(token: string, now: Date): Promise<'changed' | 'invalid' | 'taken'>;
  endEmailChange(personId: string): Promise<void>;
  sweep(now: Date): Promise<void>;
}

interface EmailChange {
  readonly personId: string;
  /** What it is to be. */
  readonly email: string;
}

export interface PendingEmailChange extends EmailChange {
  readonly name: string;
  /** What it is until then. */
  readonly present: string;
  readonly expiresAt: Date;
}

const lockPeople: Statement = {
  name: 'set_up_lock',
  text: 'LOCK TABLE people IN SHARE ROW EXCLUSIVE MODE',
};
const countPeople: Statement = { name: 'set_up_people', text: 'SELECT 1 FROM people LIMIT 1' };
/** One that works uses up all of them. */
const takeSetUp: Statement = {
  name: 'set_up_take',
  text: `
WITH valid AS (SELECT 1 FROM one_time_links WHERE token_hash = $1 AND kind = 'set_up' AND expires_at > $2)
DELETE FROM one_time_links USING valid WHERE kind = 'set_up' RETURNING 1`,
};
const insertFirst: Statement = {
  name: 'set_up_person',
  text: `
INSERT INTO people (id, email, folded_email, name, super_admin, password_hash, created_at, updated_at)
VALUES ($1, $2, $3, $4, true, $5, $6, $6)`,
};

export function createOneTimeLinkStore(database: Database): OneTimeLinkStore {
  const { kysely } = database;
  const live = (token: string, now: Date) =>
    kysely
      .selectFrom('one_time_links')
      .where('one_time_links.token_hash', '=', hashSecret(token))
      .where('one_time_links.expires_at', '>', now);

  return {
    async addSetUp(token, now, expiresAt) {
      await kysely
        .insertInto('one_time_links')
        .values({ token_hash: hashSecret(token), kind: 'set_up', created_at: now, expires_at: expiresAt })
        .execute();
    },
    async findSetUp(token, now) {
      const row = await live(token, now).select('expires_at').where('kind', '=', 'set_up').executeTakeFirst();
      return row?.expires_at ?? null;
    },
    setUp: (token, person, now) =>
      database.transaction(async (transaction) => {
        await transaction.query(lockPeople, []);
        if ((await transaction.query(countPeople, [])).length > 0) return 'taken';
        if ((await transaction.query(takeSetUp, [hashSecret(token), now])).length === 0) return 'invalid';
        const { id, email, name, passwordHash } = person;
        await transaction.query(insertFirst, [id, email, foldEmail(email), name, passwordHash, now]);
        return 'made';
      }),
    addReset: (token, personId, now, expiresAt) =>
      kysely.transaction().execute(async (transaction) => {
        await ofPerson(transaction, personId, 'password_reset').execute();
        await transaction
          .insertInto('one_time_links')
          .values({
            token_hash: hashSecret(token),
            kind: 'password_reset',
            person_id: personId,
            created_at: now,
            expires_at: expiresAt,
          })
          .execute();
      }),
    async findReset(token, now) {
      const row = await live(token, now)
        .innerJoin('people', 'people.id', 'one_time_links.person_id')
        .select(['people.id', 'people.email', 'one_time_links.expires_at'])
        .where('kind', '=', 'password_reset')
        .where('people.disabled_at', 'is', null)
        .executeTakeFirst();
      return row ? { personId: row.id, email: row.email, expiresAt: row.expires_at } : null;
    },
    async takeReset(token, now) {
      const taken = await kysely
        .deleteFrom('one_time_links')
        .where('token_hash', '=', hashSecret(token))
        .where('kind', '=', 'password_reset')
        .where('expires_at', '>', now)
        .returning('person_id')
        .executeTakeFirst();
      return taken?.person_id ?? null;
    },
    addEmailChange: (token, { personId, email }, now, expiresAt) =>
      kysely.transaction().execute(async (transaction) => {
        await ofPerson(transaction, personId, 'email_change').execute();
        const link = { token_hash: hashSecret(token), kind: 'email_change', created_at: now };
        await transaction
          .insertInto('one_time_links')
          .values({ ...link, person_id: personId, email, expires_at: expiresAt })
          .execute();
      }),
    async findEmailChange(token, now) {
      const row = await live(token, now)
        .innerJoin('people', 'people.id', 'one_time_links.person_id')
        .select(['people.id', 'people.name', 'people.email as present', 'one_time_links.expires_at'])
        .select(sql<string>`one_time_links.email`.as('email'))
        .where('kind', '=', 'email_change')
        .where('people.disabled_at', 'is', null)
        .executeTakeFirst();
      if (!row) return null;
      const { id, name, email, present, expires_at } = row;
      return { personId: id, name, email, present, expiresAt: expires_at };
    },
    takeEmailChange: (token, now) =>
      kysely
        .transaction()
        .execute((transaction) => takeEmailChange(transaction, token, now))
        .catch((error: unknown) => {
          if (isUniqueViolation(error)) return 'taken';
          throw error;
        }),
    async endEmailChange(personId) {
      await ofPerson(kysely, personId, 'email_change').execute();
    },
    async sweep(now) {
      await kysely.deleteFrom('one_time_links').where('expires_at', '<=', now).execute();
    },
  };
}

const ofPerson = (
  executor: Kysely<DB> | Transaction<DB>,
  personId: string,
  kind: 'password_reset' | 'email_change',
) => executor.deleteFrom('one_time_links').where('person_id', '=', personId).where('kind', '=', kind);

async function takeEmailChange(
  transaction: Transaction<DB>,
  token: string,
  now: Date,
): Promise<'changed' | 'invalid'> {
  const link = await transaction
    .deleteFrom('one_time_links')
    .where('token_hash', '=', hashSecret(token))
    .where('kind', '=', 'email_change')
    .where('expires_at', '>', now)
    .returning(['person_id', 'email'])
    .executeTakeFirst();
  if (!link?.person_id || link.email === null) return 'invalid';
  await ofPerson(transaction, link.person_id, 'password_reset').execute();
  await transaction
    .updateTable('people')
    .set({ email: link.email, folded_email: foldEmail(link.email), updated_at: now })
    .where('id', '=', link.person_id)
    .execute();
  return 'changed';
}
