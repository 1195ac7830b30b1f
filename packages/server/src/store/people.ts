// People: who they are, and what they prove it with. One row a person, in however many organizations.
import { sql, type Transaction } from 'kysely';
import { foldEmail } from '../domain/person.ts';
import type { Database } from './database.ts';
import { isUniqueViolation, type Page, type PageRequest, page } from './paging.ts';
import type { DB } from './schema.gen.ts';
import { sealedColumns } from './sealed-columns.ts';
import type { Vault } from './vault.ts';

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly superAdmin: boolean;
  readonly passwordHash: string | null;
  /** The authenticator counts once a code has confirmed it. */
  readonly twoFactor: boolean;
  readonly recoveryCodesLeft: number;
  readonly lastSignInAt: Date | null;
  readonly disabledAt: Date | null;
  /** Names of what they have put away in the console. */
  readonly dismissed: readonly string[];
  readonly createdAt: Date;
}

export interface NewPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly superAdmin: boolean;
}

export interface PersonChange {
  readonly name?: string;
  readonly superAdmin?: boolean;
  readonly disabled?: boolean;
  readonly dismissed?: readonly string[];
}

export interface Totp {
  readonly secret: string;
  readonly confirmed: boolean;
  readonly lastStep: number;
}

export interface PeopleStore {
  /** Whether anybody has an account: until then the server is not set up. */
  isEmpty(): Promise<boolean>;
  /** 'exists' when the address has an account. */
  create(person: NewPerson, now: Date): Promise<Person | 'exists'>;
  find(id: string): Promise<Person | null>;
  findByEmail(email: string): Promise<Person | null>;
  /** @param searched a part of the address or the name */
  list(request: PageRequest, searched?: string): Promise<Page<Person>>;
  /** 'last' when nobody would be a super admin any more. */
  change(id: string, change: PersonChange, now: Date): Promise<Person | null | 'last'>;
  setPassword(id: string, passwordHash: string, now: Date): Promise<void>;
  signedIn(id: string, now: Date): Promise<void>;
  totp(id: string): Promise<Totp | null>;
  /** Begins again: what was confirmed before counts no more. */
  beginTotp(id: string, secret: string, now: Date): Promise<void>;
  confirmTotp(id: string, step: number, recoveryHashes: readonly Buffer[], now: Date): Promise<void>;
  endTotp(id: string, now: Date): Promise<void>;
  setRecoveryCodes(id: string, hashes: readonly Buffer[], now: Date): Promise<void>;
  /** False when a code of this time step, or a later one, was taken before. */
  takeStep(id: string, step: number): Promise<boolean>;
  /** False when it is none of the person's, or was used. */
  takeRecoveryCode(id: string, hash: Buffer, now: Date): Promise<boolean>;
}

const { place: totpPlace } = sealedColumns.totp;

export function createPeopleStore({ kysely }: Database, vault: Vault): PeopleStore {
  const selected = () => kysely.selectFrom('people').selectAll();
  const update = (id: string, now: Date) =>
    kysely.updateTable('people').set({ updated_at: now }).where('id', '=', id);

  return {
    async isEmpty() {
      return (await kysely.selectFrom('people').select('id').limit(1).executeTakeFirst()) === undefined;
    },
    async create(person, now) {
      try {
        const row = await kysely
          .insertInto('people')
          .values(personRow(person, now))
          .returningAll()
          .executeTakeFirstOrThrow();
        return toPerson(row);
      } catch (error) {
        if (isUniqueViolation(error)) return 'exists';
        throw error;
      }
    },
    async find(id) {
      const row = await selected().where('id', '=', id).executeTakeFirst();
      return row ? toPerson(row) : null;
    },
    async findByEmail(email) {
      // PostgreSQL has no such text, so nobody can have it for an address.
      if (email.includes('\0')) return null;
      const row = await selected().where('folded_email', '=', foldEmail(email)).executeTakeFirst();
      return row ? toPerson(row) : null;
    },
    list: (request, searched) => {
      const part = searched === undefined ? null : `%${searched.replace(/[\\%_]/g, '\\$&')}%`;
      const asked =
        part === null
          ? selected()
          : selected().where((eb) => eb.or([eb('email', 'ilike', part), eb('name', 'ilike', part)]));
      return page(asked, 'people.id', request, toPerson);
    },
    change: (id, change, now) =>
      kysely.transaction().execute(async (transaction) => {
        const leaves = change.superAdmin === false || change.disabled === true;
        if (leaves && (await isLastAdmin(transaction, id))) return 'last';
        const row = await transaction
          .updateTable('people')
          .set(columnsOf(change, now))
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst();
        if (change.disabled) await transaction.deleteFrom('sessions').where('person_id', '=', id).execute();
        return row ? toPerson(row) : null;
      }),
    async setPassword(id, passwordHash, now) {
      await update(id, now).set({ password_hash: passwordHash }).execute();
    },
    async signedIn(id, now) {
      await kysely.updateTable('people').set({ last_sign_in_at: now }).where('id', '=', id).execute();
    },
    async totp(id) {
      const row = await selected().where('id', '=', id).executeTakeFirst();
      if (!row?.sealed_totp) return null;
      return {
        secret: vault.open(row.sealed_totp, totpPlace(id)).toString(),
        confirmed: row.totp_confirmed_at !== null,
        lastStep: row.totp_last_step,
      };
    },
    async beginTotp(id, secret, now) {
      const sealed = vault.seal(Buffer.from(secret), totpPlace(id));
      await update(id, now)
        .set({ sealed_totp: sealed, totp_confirmed_at: null, totp_last_step: 0, recovery_hashes: [] })
        .execute();
    },
    async confirmTotp(id, step, recoveryHashes, now) {
      await update(id, now)
        .set({ totp_confirmed_at: now, totp_last_step: step, recovery_hashes: [...recoveryHashes] })
        .where('sealed_totp', 'is not', null)
        .execute();
    },
    async endTotp(id, now) {
      await update(id, now)
        .set({ sealed_totp: null, totp_confirmed_at: null, totp_last_step: 0, recovery_hashes: [] })
        .execute();
    },
    async setRecoveryCodes(id, hashes, now) {
      await update(id, now)
        .set({ recovery_hashes: [...hashes] })
        .execute();
    },
    async takeStep(id, step) {
      const taken = await kysely
        .updateTable('people')
        .set({ totp_last_step: step })
        .where('id', '=', id)
        .where('totp_last_step', '<', step)
        .executeTakeFirst();
      return taken.numUpdatedRows > 0n;
    },
    async takeRecoveryCode(id, hash, now) {
      const taken = await update(id, now)
        .set({ recovery_hashes: sql`array_remove(recovery_hashes, ${hash}::bytea)` })
        .where(sql<boolean>`${hash}::bytea = ANY (recovery_hashes)`)
        .executeTakeFirst();
      return taken.numUpdatedRows > 0n;
    },
  };
}

/** Locks the super admins: two who take each other's role away must not both succeed. */
async function isLastAdmin(transaction: Transaction<DB>, id: string): Promise<boolean> {
  const admins = await transaction
    .selectFrom('people')
    .select('id')
    .where('super_admin', '=', true)
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return admins.length === 1 && admins[0]?.id === id;
}

const columnsOf = ({ name, superAdmin, disabled, dismissed }: PersonChange, now: Date) => ({
  ...(name !== undefined && { name }),
  ...(superAdmin !== undefined && { super_admin: superAdmin }),
  ...(disabled !== undefined && { disabled_at: disabled ? now : null }),
  ...(dismissed !== undefined && { dismissed: [...dismissed] }),
  updated_at: now,
});

export function personRow({ id, email, name, passwordHash, superAdmin }: NewPerson, now: Date) {
  return {
    id,
    email,
    folded_email: foldEmail(email),
    name,
    super_admin: superAdmin,
    password_hash: passwordHash,
    created_at: now,
    updated_at: now,
  };
}

interface PersonRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly super_admin: boolean;
  readonly password_hash: string | null;
  readonly totp_confirmed_at: Date | null;
  readonly recovery_hashes: readonly Buffer[];
  readonly last_sign_in_at: Date | null;
  readonly disabled_at: Date | null;
  readonly dismissed: readonly string[];
  readonly created_at: Date;
}

function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    superAdmin: row.super_admin,
    passwordHash: row.password_hash,
    twoFactor: row.totp_confirmed_at !== null,
    recoveryCodesLeft: row.totp_confirmed_at === null ? 0 : row.recovery_hashes.length,
    lastSignInAt: row.last_sign_in_at,
    disabledAt: row.disabled_at,
    dismissed: row.dismissed,
    createdAt: row.created_at,
  };
}
