// The applications of organizations with the four environments each, and API keys.
import { sql } from 'kysely';
import { formatKey, hashSecret, type Scope } from '../domain/api-key.ts';
import { type EnvironmentName, environmentNames } from '../domain/environment.ts';
import type { Plan } from '../domain/plan.ts';
import { randomToken } from '../lib/ids.ts';
import type { Database } from './database.ts';
import { createOrganizationStore, type Organization, type OrganizationStore } from './organizations.ts';
import { isUniqueViolation, type Page, type PageRequest, page } from './paging.ts';

export interface Application {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly createdAt: Date;
}

/** An application with the name of whose it is. */
export interface OwnedApplication extends Application {
  readonly organization: Pick<Organization, 'id' | 'name' | 'plan'>;
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date | null;
  /** To the minute. */
  readonly lastUsedAt: Date | null;
  readonly createdAt: Date;
}

export interface TenantStore extends OrganizationStore {
  /** 'exists' when the id is taken, by any organization. */
  createApplication(application: Omit<Application, 'createdAt'>, now: Date): Promise<Application | 'exists'>;
  applications(organizationId: string, request: PageRequest): Promise<Page<Application>>;
  application(id: string): Promise<OwnedApplication | null>;
  /** The answer is the only time that the key can be read. */
  createKey(input: NewKey, now: Date): Promise<{ readonly id: string; readonly key: string }>;
  keys(environmentId: number, request: PageRequest): Promise<Page<ApiKey>>;
  /** False when there is no such live key. */
  revokeKey(environmentId: number, id: string, now: Date): Promise<boolean>;
}

export interface NewKey {
  readonly id: string;
  readonly environmentId: number;
  readonly applicationId: string;
  readonly environment: EnvironmentName;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date | null;
}

const keySecretCharacters = 40;

export function createTenantStore(database: Database): TenantStore {
  const { kysely } = database;
  return {
    ...createOrganizationStore(database),
    async createApplication({ id, organizationId, name }, now) {
      try {
        await kysely.transaction().execute(async (transaction) => {
          await transaction
            .insertInto('applications')
            .values({ id, organization_id: organizationId, name, created_at: now })
            .execute();
          const environments = environmentNames.map((environment) => ({
            application_id: id,
            name: environment,
          }));
          await transaction.insertInto('environments').values(environments).execute();
        });
        return { id, organizationId, name, createdAt: now };
      } catch (error) {
        if (isUniqueViolation(error)) return 'exists';
        throw error;
      }
    },
    applications: (organizationId, request) =>
      page(
        kysely.selectFrom('applications').selectAll().where('organization_id', '=', organizationId),
        'applications.id',
        request,
        (row) => ({
          id: row.id,
          organizationId: row.organization_id,
          name: row.name,
          createdAt: row.created_at,
        }),
      ),
    async application(id) {
      const row = await kysely
        .selectFrom('applications')
        .innerJoin('organizations', 'organizations.id', 'applications.organization_id')
        .select(['applications.name', 'applications.created_at', 'organization_id'])
        .select(['organizations.name as organization_name', 'organizations.plan'])
        .where('applications.id', '=', id)
        .executeTakeFirst();
      if (!row) return null;
      const organizationId = row.organization_id;
      const organization = { id: organizationId, name: row.organization_name, plan: row.plan as Plan };
      return { id, organizationId, name: row.name, createdAt: row.created_at, organization };
    },
    async createKey({ id, environmentId, applicationId, environment, name, scopes, expiresAt }, now) {
      const key = formatKey(environment, applicationId, randomToken(keySecretCharacters));
      await kysely.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('api_keys')
          .values({
            id,
            environment_id: environmentId,
            name,
            scopes: [...scopes],
            hash: hashSecret(key),
            expires_at: expiresAt,
            created_at: now,
          })
          .execute();
        await sql`SELECT environment_changed(${environmentId})`.execute(transaction);
      });
      return { id, key };
    },
    keys: (environmentId, request) =>
      page(
        kysely
          .selectFrom('api_keys')
          .selectAll()
          .where('environment_id', '=', environmentId)
          .where('revoked_at', 'is', null),
        'api_keys.id',
        request,
        (row) => ({
          id: row.id,
          name: row.name,
          scopes: row.scopes as Scope[],
          expiresAt: row.expires_at,
          lastUsedAt: row.last_used_at,
          createdAt: row.created_at,
        }),
      ),
    revokeKey: (environmentId, id, now) =>
      kysely.transaction().execute(async (transaction) => {
        const result = await transaction
          .updateTable('api_keys')
          .set({ revoked_at: now })
          .where('environment_id', '=', environmentId)
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .executeTakeFirst();
        await sql`SELECT environment_changed(${environmentId})`.execute(transaction);
        return result.numUpdatedRows > 0n;
      }),
  };
}
