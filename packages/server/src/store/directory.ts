// The directory of an organization. Changes of one organization's directory happen one after another, and each tells every
// environment in the same transaction. What webhooks filter by is not deleted.
import { type Kysely, sql, type Transaction } from 'kysely';
import {
  type Company,
  type DirectoryEntry,
  type DirectoryKind,
  directoryKinds,
  foldName,
} from '../domain/directory.ts';
import { type LimitName, limit } from '../domain/limits.ts';
import type { Database } from './database.ts';
import { isUniqueViolation, type Page, type PageRequest, page } from './paging.ts';
import type { DB } from './schema.gen.ts';

export type DirectoryRecord = DirectoryEntry & { readonly createdAt: Date; readonly updatedAt: Date };

/** What can be changed of an entry; companies and webhooks are replaced as a whole. */
export interface EntryChange {
  readonly name?: string;
  readonly companies?: readonly Company[];
  readonly webhooks?: readonly string[];
}

/** A webhook that filters by an entry, with where it is. */
export interface Referrer {
  readonly id: string;
  readonly name: string;
  readonly applicationId: string;
  readonly environment: string;
}

/** Another entry of the kind has the name; or a limit allows no more. */
export type Refused = { readonly kind: 'exists' } | { readonly kind: 'full'; readonly limit: LimitName };
export type Saved = { readonly kind: 'saved'; readonly entry: DirectoryRecord } | Refused;
export type Deletion =
  | { readonly kind: 'deleted' }
  | { readonly kind: 'not_found' }
  /** `count` of all webhooks that filter by it; the first of them are named. */
  | { readonly kind: 'in_use'; readonly webhooks: readonly Referrer[]; readonly count: number };

/** What refers to an entry. */
export interface Usage {
  /** `count` of all webhooks that filter by it; the first of them are named. */
  readonly webhooks: { readonly count: number; readonly named: readonly Referrer[] };
  /** Envelopes that name it. `isAtLeast`: there are more envelopes than were looked through. */
  readonly envelopes: { readonly count: number; readonly isAtLeast: boolean };
}

export interface DirectoryStore {
  create(organizationId: string, entry: DirectoryEntry, now: Date): Promise<Saved>;
  /** @param name only the entry of this name, ignoring case */
  list(
    organizationId: string,
    kind: DirectoryKind,
    request: PageRequest,
    name?: string,
  ): Promise<Page<DirectoryRecord>>;
  find(organizationId: string, kind: DirectoryKind, id: string): Promise<DirectoryRecord | null>;
  update(
    organizationId: string,
    kind: DirectoryKind,
    id: string,
    change: EntryChange,
    now: Date,
  ): Promise<Saved | { readonly kind: 'not_found' }>;
  delete(organizationId: string, kind: DirectoryKind, id: string): Promise<Deletion>;
  usage(organizationId: string, kind: DirectoryKind, id: string): Promise<Usage>;
  /** Those of the ids that are webhooks of the organization, in any application and environment. */
  knownWebhooks(organizationId: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** All entries of all kinds, oldest first. */
  load(organizationId: string): Promise<readonly DirectoryEntry[]>;
}

type Executor = Kysely<DB> | Transaction<DB>;

const referrersNamedMax = 20;

export function createDirectoryStore({ kysely }: Database): DirectoryStore {
  return {
    create: (organizationId, entry, now) =>
      refusingTakenNames(() =>
        kysely.transaction().execute((transaction) => insert(transaction, organizationId, entry, now)),
      ),
    list: (organizationId, kind, request, name) => {
      const all = selectEntries(kysely, organizationId).where('kind', '=', kind);
      const asked = name === undefined ? all : all.where('folded_name', '=', foldName(name));
      return page(asked, 'directory_entries.id', request, (row) => toRecord(row as EntryRow));
    },
    find: (organizationId, kind, id) => find(kysely, organizationId, kind, id),
    update: (organizationId, kind, id, change, now) =>
      refusingTakenNames(() =>
        kysely.transaction().execute(async (transaction) => {
          await lockDirectory(transaction, organizationId);
          const present = await find(transaction, organizationId, kind, id);
          if (!present) return { kind: 'not_found' };
          return alter(transaction, organizationId, { ...present, ...change }, now);
        }),
      ),
    delete: (organizationId, kind, id) =>
      kysely.transaction().execute((transaction) => remove(transaction, organizationId, kind, id)),
    async usage(organizationId, kind, id) {
      const { webhooks: named, count } = await referrers(kysely, organizationId, kind, id);
      return { webhooks: { count, named }, envelopes: await naming(kysely, organizationId, id) };
    },
    knownWebhooks: (organizationId, ids) => knownWebhooks(kysely, organizationId, ids),
    async load(organizationId) {
      const rows = await selectEntries(kysely, organizationId).orderBy('id').execute();
      return rows.map((row) => toEntry(row as EntryRow));
    },
  };
}

/** A name that is taken ends the transaction, also where two take it at the same moment. */
async function refusingTakenNames<T>(save: () => Promise<T>): Promise<T | { readonly kind: 'exists' }> {
  try {
    return await save();
  } catch (error) {
    if (isUniqueViolation(error)) return { kind: 'exists' };
    throw error;
  }
}

async function insert(
  transaction: Transaction<DB>,
  organizationId: string,
  entry: DirectoryEntry,
  now: Date,
): Promise<Saved> {
  await lockDirectory(transaction, organizationId);
  const details = detailsOf(entry);
  if (await isFull(transaction, organizationId, entry.kind))
    return { kind: 'full', limit: 'directory_entries_max' };
  if (await isTooLarge(transaction, organizationId, entry.id, details))
    return { kind: 'full', limit: 'directory_bytes_max' };
  await transaction
    .insertInto('directory_entries')
    .values({
      id: entry.id,
      organization_id: organizationId,
      kind: entry.kind,
      name: entry.name,
      folded_name: foldName(entry.name),
      details,
      created_at: now,
      updated_at: now,
    })
    .execute();
  await organizationChanged(transaction, organizationId);
  return { kind: 'saved', entry: { ...entry, createdAt: now, updatedAt: now } };
}

async function alter(
  transaction: Transaction<DB>,
  organizationId: string,
  entry: DirectoryRecord,
  now: Date,
): Promise<Saved> {
  const details = detailsOf(entry);
  if (await isTooLarge(transaction, organizationId, entry.id, details))
    return { kind: 'full', limit: 'directory_bytes_max' };
  await transaction
    .updateTable('directory_entries')
    .set({ name: entry.name, folded_name: foldName(entry.name), details, updated_at: now })
    .where('id', '=', entry.id)
    .execute();
  await organizationChanged(transaction, organizationId);
  return { kind: 'saved', entry: { ...entry, updatedAt: now } };
}

async function remove(
  transaction: Transaction<DB>,
  organizationId: string,
  kind: DirectoryKind,
  id: string,
): Promise<Deletion> {
  await lockDirectory(transaction, organizationId);
  await lockEnvironments(transaction, organizationId);
  const used = await referrers(transaction, organizationId, kind, id);
  if (used.count > 0) return { kind: 'in_use', ...used };
  const { numDeletedRows } = await transaction
    .deleteFrom('directory_entries')
    .where('organization_id', '=', organizationId)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return { kind: 'not_found' };
  await organizationChanged(transaction, organizationId);
  return { kind: 'deleted' };
}

const organizationChanged = (transaction: Transaction<DB>, organizationId: string) =>
  sql`SELECT organization_changed(${organizationId})`.execute(transaction);

/** Keeps two changes from both taking the last free place. */
const lockDirectory = (transaction: Transaction<DB>, organizationId: string) =>
  sql`SELECT FROM organizations WHERE id = ${organizationId} FOR NO KEY UPDATE`.execute(transaction);

/** Who saves a webhook's filters holds its environment: nobody begins to filter by an entry that is being deleted. */
const lockEnvironments = (transaction: Transaction<DB>, organizationId: string) =>
  sql`
    SELECT FROM environments e JOIN applications a ON a.id = e.application_id
    WHERE a.organization_id = ${organizationId} ORDER BY e.id FOR NO KEY UPDATE OF e`.execute(transaction);

async function isFull(
  transaction: Transaction<DB>,
  organizationId: string,
  kind: DirectoryKind,
): Promise<boolean> {
  const { count } = await transaction
    .selectFrom('directory_entries')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  return count >= limit('directory_entries_max');
}

/** Every node holds the directory in memory, and lists show it in pages. */
async function isTooLarge(
  transaction: Transaction<DB>,
  organizationId: string,
  id: string,
  details: string,
): Promise<boolean> {
  // Most entries have nothing that could count.
  if (details === '{}') return false;
  const { others } = await transaction
    .selectFrom('directory_entries')
    .select(sql<number>`coalesce(sum(octet_length(details::text)), 0)`.as('others'))
    .where('organization_id', '=', organizationId)
    .where('id', '<>', id)
    .executeTakeFirstOrThrow();
  return others + Buffer.byteLength(details) > limit('directory_bytes_max');
}

async function referrers(
  executor: Executor,
  organizationId: string,
  kind: DirectoryKind,
  id: string,
): Promise<{ readonly webhooks: readonly Referrer[]; readonly count: number }> {
  const filter = directoryKinds.find((facts) => facts.kind === kind)?.filter ?? '';
  const { rows } = await sql<Referrer & { readonly count: number }>`
    SELECT w.id, w.name, a.id AS "applicationId", e.name AS environment, count(*) OVER () AS count
    FROM webhooks w
    JOIN environments e ON e.id = w.environment_id
    JOIN applications a ON a.id = e.application_id
    WHERE a.organization_id = ${organizationId} AND w.deleted_at IS NULL
      AND EXISTS (SELECT FROM json_array_elements_text(w.routing -> ${sql.lit(filter)}) AS named (id) WHERE named.id = ${id})
    ORDER BY w.id LIMIT ${sql.lit(referrersNamedMax)}`.execute(executor);
  return { webhooks: rows.map(({ count: _, ...webhook }) => webhook), count: rows[0]?.count ?? 0 };
}

/** Envelopes may be many, and have no index by what they name. */
const envelopesLookedAt = 50_000;

async function naming(executor: Executor, organizationId: string, id: string): Promise<Usage['envelopes']> {
  const { rows } = await sql<{ readonly looked: number; readonly count: number }>`
    SELECT count(*) AS looked, count(*) FILTER (WHERE position(${id}::text IN routing::text) > 0) AS count
    FROM (
      SELECT v.routing FROM applications a JOIN environments e ON e.application_id = a.id JOIN envelopes v ON v.environment_id = e.id
      WHERE a.organization_id = ${organizationId} LIMIT ${sql.lit(envelopesLookedAt + 1)}
    ) AS looked_at`.execute(executor);
  const { looked, count } = rows[0] ?? { looked: 0, count: 0 };
  return { count, isAtLeast: looked > envelopesLookedAt };
}

async function knownWebhooks(
  executor: Executor,
  organizationId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await executor
    .selectFrom('webhooks')
    .innerJoin('environments', 'environments.id', 'webhooks.environment_id')
    .innerJoin('applications', 'applications.id', 'environments.application_id')
    .select('webhooks.id')
    .where('webhooks.id', 'in', ids)
    .where('applications.organization_id', '=', organizationId)
    .where('webhooks.deleted_at', 'is', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** A template goes on when a webhook that it is coupled with is deleted: the coupling is no longer shown. */
const coupledWebhooks = sql<string[]>`array(
  SELECT w.id FROM json_array_elements_text(directory_entries.details -> 'webhooks') WITH ORDINALITY AS coupled (id, at)
  JOIN webhooks w ON w.id = coupled.id::uuid WHERE w.deleted_at IS NULL ORDER BY coupled.at)`;

function selectEntries(executor: Executor, organizationId: string) {
  return executor
    .selectFrom('directory_entries')
    .select(['id', 'kind', 'name', 'details', 'created_at', 'updated_at'])
    .select(coupledWebhooks.as('coupled'))
    .where('organization_id', '=', organizationId);
}

async function find(
  executor: Executor,
  organizationId: string,
  kind: DirectoryKind,
  id: string,
): Promise<DirectoryRecord | null> {
  const row = await selectEntries(executor, organizationId)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toRecord(row as EntryRow) : null;
}

interface EntryRow {
  readonly id: string;
  readonly kind: DirectoryKind;
  readonly name: string;
  readonly details: { readonly companies?: readonly Company[] };
  readonly coupled: readonly string[];
  readonly created_at: Date;
  readonly updated_at: Date;
}

function detailsOf(entry: DirectoryEntry): string {
  switch (entry.kind) {
    case 'department':
    case 'source_system':
      return '{}';
    case 'business_unit':
      return JSON.stringify({ companies: entry.companies });
    case 'template':
      return JSON.stringify({ webhooks: entry.webhooks });
  }
}

function toEntry({ id, kind, name, details, coupled }: EntryRow): DirectoryEntry {
  switch (kind) {
    case 'department':
    case 'source_system':
      return { kind, id, name };
    case 'business_unit':
      return { kind, id, name, companies: details.companies ?? [] };
    case 'template':
      return { kind, id, name, webhooks: coupled };
  }
}

function toRecord(row: EntryRow): DirectoryRecord {
  return { ...toEntry(row), createdAt: row.created_at, updatedAt: row.updated_at };
}
