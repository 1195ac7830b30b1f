// Who did what: read in pages, newest first, and exported whole. Changes of rows are written by the database itself (decision
// 0015); what changes none, such as signing in, is written here.
import { type SelectQueryBuilder, sql } from 'kysely';
import { lowestIdAt } from '../lib/ids.ts';
import { type Actor, presentActor } from './actor.ts';
import type { Database, Statement } from './database.ts';
import { type Page, type PageRequest, page } from './paging.ts';
import type { DB } from './schema.gen.ts';

export type AuditActorKind = Actor['kind'] | 'system' | 'anonymous';

export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  readonly organizationId: string | null;
  readonly applicationId: string | null;
  readonly environment: string | null;
  readonly actor: { readonly kind: AuditActorKind; readonly id: string | null; readonly name: string | null };
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly requestId: string | null;
  readonly action: string;
  readonly object: { readonly kind: string; readonly id: string | null; readonly name: string | null };
  /** Only what changed, by the names of the API; what is secret is shown as `[redacted]`. */
  readonly before: Fields | null;
  readonly after: Fields | null;
}

type Fields = Readonly<Record<string, unknown>>;

export interface AuditFilter {
  /** null: of all organizations, and of the server. */
  readonly organizationId: string | null;
  /** An id, or a kind of actor that has none. */
  readonly actor?: string;
  readonly action?: string;
  readonly objectKind?: string;
  readonly objectId?: string;
  readonly from?: Date;
  readonly to?: Date;
}

/** Something that changed no row. */
export interface Happening {
  /** Default: whoever acts at present. */
  readonly actor?: Omit<Actor, 'kind'> & { readonly kind: AuditActorKind };
  /** Default: that of the person, if the object is one who is in one alone. */
  readonly organizationId?: string | null;
  readonly action: string;
  readonly object: AuditEntry['object'];
  readonly after?: Fields;
}

export interface AuditStore {
  add(happening: Happening): Promise<void>;
  list(filter: AuditFilter, request: PageRequest): Promise<Page<AuditEntry>>;
  /** How many there are, counted up to `max`. */
  count(filter: AuditFilter, max: number): Promise<number>;
}

const addEntry: Statement = {
  name: 'audit_add',
  text: 'SELECT audit_entry($1::jsonb, $2, $3, $4, $5, $6, $7)',
};
const actorsWithoutId: readonly string[] = ['root', 'system', 'anonymous'] satisfies AuditActorKind[];
/** The id of an entry is made a moment before its time. */
const slackMs = 1_000;

export function createAuditStore(database: Database): AuditStore {
  const { kysely } = database;
  const entries = (filter: AuditFilter) =>
    narrowed(
      kysely
        .selectFrom('audit_log')
        .leftJoin('environments', 'environments.id', 'audit_log.environment_id')
        .selectAll('audit_log')
        .select(['environments.application_id', 'environments.name as environment']),
      filter,
    );
  return {
    async add({
      actor = presentActor() ?? { kind: 'system' },
      organizationId = null,
      action,
      object,
      after,
    }) {
      const { kind, id, name } = object;
      const values = [JSON.stringify(actor), organizationId, action, kind, id, name];
      await database.query(addEntry, [...values, after === undefined ? null : JSON.stringify(after)]);
    },
    list: (filter, request) => page(entries(filter), 'audit_log.id', request, toEntry),
    async count(filter, max) {
      const some = entries(filter).clearSelect().select('audit_log.id').limit(max).as('some');
      const { count } = await kysely
        .selectFrom(some)
        .select(sql<number>`count(*)`.as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },
  };
}

type Joined = DB & { environments: DB['environments'] | null };

function narrowed<O>(
  query: SelectQueryBuilder<Joined & DB, 'audit_log' | 'environments', O>,
  { organizationId, actor, action, objectKind, objectId, from, to }: AuditFilter,
) {
  let some = query;
  if (organizationId !== null) some = some.where('audit_log.organization_id', '=', organizationId);
  if (actor !== undefined)
    some = some.where(
      actorsWithoutId.includes(actor) ? 'audit_log.actor_kind' : 'audit_log.actor_id',
      '=',
      actor,
    );
  if (action !== undefined) some = some.where('audit_log.action', '=', action);
  if (objectKind !== undefined) some = some.where('audit_log.object_kind', '=', objectKind);
  if (objectId !== undefined) some = some.where('audit_log.object_id', '=', objectId);
  if (from !== undefined)
    some = some
      .where('audit_log.at', '>=', from)
      .where('audit_log.id', '>=', lowestIdAt(from.getTime() - slackMs));
  if (to !== undefined)
    some = some.where('audit_log.at', '<', to).where('audit_log.id', '<', lowestIdAt(to.getTime() + slackMs));
  return some;
}

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly organization_id: string | null;
  readonly application_id: string | null;
  readonly environment: string | null;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly address: string | null;
  readonly user_agent: string | null;
  readonly request_id: string | null;
  readonly action: string;
  readonly object_kind: string;
  readonly object_id: string | null;
  readonly object_name: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

function toEntry(row: Row): AuditEntry {
  return {
    id: row.id,
    at: row.at,
    organizationId: row.organization_id,
    applicationId: row.application_id,
    environment: row.environment,
    actor: { kind: row.actor_kind as AuditActorKind, id: row.actor_id, name: row.actor_name },
    address: row.address,
    userAgent: row.user_agent,
    requestId: row.request_id,
    action: row.action,
    object: { kind: row.object_kind, id: row.object_id, name: row.object_name },
    before: toFields(row.before as Fields | null),
    after: toFields(row.after as Fields | null),
  };
}

/** Ours alone: an environment is told by its name, and names are compared in a form of their own. */
const unshown: readonly string[] = ['environment_id', 'folded_email', 'folded_name'];

/** Columns as fields of the API; what stands in JSON columns has its names already. */
function toFields(columns: Fields | null): Fields | null {
  if (columns === null) return null;
  const shown = Object.entries(columns).filter(([name]) => !unshown.includes(name));
  return Object.fromEntries(shown.map(([name, value]) => [fieldOf(name), value]));
}

const fieldOf = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
