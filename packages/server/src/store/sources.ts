// Sources: where a platform posts to, with its token hashed and its secret sealed.

import { hashSecret } from '../domain/api-key.ts';
import type { EnvironmentName } from '../domain/environment.ts';
import type { Database } from './database.ts';
import { type Page, type PageRequest, page } from './paging.ts';
import { sealedColumns } from './sealed-columns.ts';
import type { Vault } from './vault.ts';

export interface SourceRecord {
  readonly id: string;
  readonly platform: string;
  readonly name: string;
  readonly hasSecret: boolean;
  readonly lastEventAt: Date | null;
  readonly lastRefusedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface NewSource {
  readonly id: string;
  readonly environmentId: number;
  readonly platform: string;
  readonly name: string;
  /** The secret part of the inbound URL. */
  readonly token: string;
  /** What the platform proves itself with; null where it has nothing. */
  readonly secret: string | null;
}

/** A source as an inbound post needs it. */
export interface InboundSource {
  readonly id: string;
  readonly environmentId: number;
  readonly environment: EnvironmentName;
  readonly platform: string;
  readonly secret: string | null;
}

export interface SourceChange {
  readonly name?: string;
  readonly secret?: string | null;
  readonly token?: string;
}

export interface SourceStore {
  create(source: NewSource, now: Date): Promise<SourceRecord>;
  find(environmentId: number, id: string): Promise<SourceRecord | null>;
  list(environmentId: number, request: PageRequest): Promise<Page<SourceRecord>>;
  update(environmentId: number, id: string, change: SourceChange, now: Date): Promise<SourceRecord | null>;
  delete(environmentId: number, id: string): Promise<boolean>;
  byToken(token: string): Promise<InboundSource | null>;
}

const { place } = sealedColumns.sourceSecret;

export function createSourceStore({ kysely }: Database, vault: Vault): SourceStore {
  const seal = (id: string, secret: string | null) =>
    secret === null ? null : vault.seal(Buffer.from(secret), place(id));
  return {
    async create({ id, environmentId, platform, name, token, secret }, now) {
      const row = await kysely
        .insertInto('sources')
        .values({
          id,
          environment_id: environmentId,
          platform,
          name,
          token_hash: hashSecret(token),
          sealed_secret: seal(id, secret),
          created_at: now,
          updated_at: now,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return toRecord(row);
    },
    async find(environmentId, id) {
      const row = await kysely
        .selectFrom('sources')
        .selectAll()
        .where('environment_id', '=', environmentId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? toRecord(row) : null;
    },
    list: (environmentId, request) =>
      page(
        kysely.selectFrom('sources').selectAll().where('environment_id', '=', environmentId),
        'sources.id',
        request,
        toRecord,
      ),
    async update(environmentId, id, change, now) {
      const row = await kysely
        .updateTable('sources')
        .set({
          updated_at: now,
          ...(change.name === undefined ? {} : { name: change.name }),
          ...(change.secret === undefined ? {} : { sealed_secret: seal(id, change.secret) }),
          ...(change.token === undefined ? {} : { token_hash: hashSecret(change.token) }),
        })
        .where('environment_id', '=', environmentId)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      return row ? toRecord(row) : null;
    },
    async delete(environmentId, id) {
      const result = await kysely
        .deleteFrom('sources')
        .where('environment_id', '=', environmentId)
        .where('id', '=', id)
        .executeTakeFirst();
      return result.numDeletedRows > 0n;
    },
    async byToken(token) {
      const row = await kysely
        .selectFrom('sources')
        .innerJoin('environments', 'environments.id', 'sources.environment_id')
        .select([
          'sources.id',
          'environment_id',
          'platform',
          'sealed_secret',
          'environments.name as environment',
        ])
        .where('token_hash', '=', hashSecret(token))
        .executeTakeFirst();
      if (!row) return null;
      const secret = row.sealed_secret ? vault.open(row.sealed_secret, place(row.id)).toString() : null;
      return {
        id: row.id,
        environmentId: row.environment_id,
        environment: row.environment as EnvironmentName,
        platform: row.platform,
        secret,
      };
    },
  };
}

interface SourceRow {
  readonly id: string;
  readonly platform: string;
  readonly name: string;
  readonly sealed_secret: Buffer | null;
  readonly last_event_at: Date | null;
  readonly last_refused_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

function toRecord(row: SourceRow): SourceRecord {
  return {
    id: row.id,
    platform: row.platform,
    name: row.name,
    hasSecret: row.sealed_secret !== null,
    lastEventAt: row.last_event_at,
    lastRefusedAt: row.last_refused_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
