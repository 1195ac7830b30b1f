// Identity providers (OpenID Connect) of organizations and of the whole server, and who somebody is there.
import type { Role } from '../domain/access.ts';
import type { Database } from './database.ts';
import { type Page, type PageRequest, page } from './paging.ts';
import { sealedColumns } from './sealed-columns.ts';
import type { Vault } from './vault.ts';

export interface IdentityProviderSettings {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly domains: readonly string[];
  /** The role of whoever comes without an invitation; null lets nobody in. */
  readonly defaultRole: Exclude<Role, 'super_admin'> | null;
  readonly trustsUnverifiedEmail: boolean;
  readonly onSignInPage: boolean;
  readonly enabled: boolean;
}

export interface IdentityProvider extends IdentityProviderSettings {
  readonly id: string;
  /** null: of the whole server. */
  readonly organizationId: string | null;
  readonly hasClientSecret: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** @property clientSecret undefined leaves the present one */
export type IdentityProviderChange = Partial<IdentityProviderSettings> & { readonly clientSecret?: string };

export interface IdentityProviderStore {
  create(
    id: string,
    organizationId: string | null,
    settings: IdentityProviderSettings,
    clientSecret: string | null,
    now: Date,
  ): Promise<IdentityProvider>;
  list(organizationId: string | null, request: PageRequest): Promise<Page<IdentityProvider>>;
  count(organizationId: string | null): Promise<number>;
  find(organizationId: string | null, id: string): Promise<IdentityProvider | null>;
  change(
    organizationId: string | null,
    id: string,
    change: IdentityProviderChange,
    now: Date,
  ): Promise<IdentityProvider | null>;
  delete(organizationId: string | null, id: string): Promise<boolean>;
  /** For signing in: any enabled one, with its secret. */
  usable(id: string): Promise<(IdentityProvider & { readonly clientSecret: string | null }) | null>;
  onSignInPage(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** The oldest enabled one that the domain leads to; those of the whole server first. */
  forDomain(domain: string): Promise<{ readonly id: string; readonly name: string } | null>;
  /** The person that somebody is there. */
  person(id: string, subject: string): Promise<string | null>;
  /** False when the person is somebody else there. */
  link(id: string, subject: string, personId: string, now: Date): Promise<boolean>;
}

const { place: secretPlace } = sealedColumns.clientSecret;

export function createIdentityProviderStore({ kysely }: Database, vault: Vault): IdentityProviderStore {
  const selected = () => kysely.selectFrom('identity_providers').selectAll();
  const of = (organizationId: string | null) =>
    organizationId === null
      ? selected().where('organization_id', 'is', null)
      : selected().where('organization_id', '=', organizationId);
  const seal = (id: string, secret: string) => vault.seal(Buffer.from(secret), secretPlace(id));

  return {
    async create(id, organizationId, settings, clientSecret, now) {
      const row = await kysely
        .insertInto('identity_providers')
        .values({
          id,
          organization_id: organizationId,
          ...allColumns(settings),
          sealed_client_secret: clientSecret === null ? null : seal(id, clientSecret),
          created_at: now,
          updated_at: now,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return toProvider(row as ProviderRow);
    },
    list: (organizationId, request) =>
      page(of(organizationId), 'identity_providers.id', request, (row) => toProvider(row as ProviderRow)),
    async count(organizationId) {
      return (await of(organizationId).execute()).length;
    },
    async find(organizationId, id) {
      const row = await of(organizationId).where('id', '=', id).executeTakeFirst();
      return row ? toProvider(row as ProviderRow) : null;
    },
    async change(organizationId, id, { clientSecret, ...settings }, now) {
      // Another issuer knows others by the same subjects.
      if (settings.issuer !== undefined) {
        await kysely
          .deleteFrom('identities')
          .using('identity_providers')
          .whereRef('identity_providers.id', '=', 'identities.identity_provider_id')
          .where('identity_providers.id', '=', id)
          .where('identity_providers.organization_id', 'is not distinct from', organizationId)
          .where('identity_providers.issuer', '<>', settings.issuer)
          .execute();
      }
      const row = await kysely
        .updateTable('identity_providers')
        .set({
          ...columns(settings),
          ...(clientSecret !== undefined && { sealed_client_secret: seal(id, clientSecret) }),
          updated_at: now,
        })
        .where('id', '=', id)
        .where('organization_id', 'is not distinct from', organizationId)
        .returningAll()
        .executeTakeFirst();
      return row ? toProvider(row as ProviderRow) : null;
    },
    async delete(organizationId, id) {
      const deleted = await kysely
        .deleteFrom('identity_providers')
        .where('id', '=', id)
        .where('organization_id', 'is not distinct from', organizationId)
        .executeTakeFirst();
      return deleted.numDeletedRows > 0n;
    },
    async usable(id) {
      const row = await selected().where('id', '=', id).where('enabled', '=', true).executeTakeFirst();
      if (!row) return null;
      const sealed = row.sealed_client_secret;
      const clientSecret = sealed === null ? null : vault.open(sealed, secretPlace(id)).toString();
      return { ...toProvider(row as ProviderRow), clientSecret };
    },
    onSignInPage: () =>
      kysely
        .selectFrom('identity_providers')
        .select(['id', 'name'])
        .where('enabled', '=', true)
        .where('on_sign_in_page', '=', true)
        .orderBy('id')
        .limit(20)
        .execute(),
    async forDomain(domain) {
      const row = await kysely
        .selectFrom('identity_providers')
        .select(['id', 'name'])
        .where('enabled', '=', true)
        .where((eb) => eb(eb.val(domain), '=', eb.fn.any('domains')))
        .orderBy('organization_id', (order) => order.asc().nullsFirst())
        .orderBy('id')
        .executeTakeFirst();
      return row ?? null;
    },
    async person(id, subject) {
      const row = await kysely
        .selectFrom('identities')
        .select('person_id')
        .where('identity_provider_id', '=', id)
        .where('subject', '=', subject)
        .executeTakeFirst();
      return row?.person_id ?? null;
    },
    async link(id, subject, personId, now) {
      const linked = await kysely
        .insertInto('identities')
        .values({ identity_provider_id: id, subject, person_id: personId, created_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return (linked.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
  };
}

const allColumns = (settings: IdentityProviderSettings) => ({
  name: settings.name,
  issuer: settings.issuer,
  client_id: settings.clientId,
  domains: [...settings.domains],
  default_role: settings.defaultRole,
  trusts_unverified_email: settings.trustsUnverifiedEmail,
  on_sign_in_page: settings.onSignInPage,
  enabled: settings.enabled,
});

function columns(change: Partial<IdentityProviderSettings>): Partial<ReturnType<typeof allColumns>> {
  const { domains = [], ...rest } = change;
  const named = allColumns({ ...rest, domains } as IdentityProviderSettings);
  if (change.domains === undefined) return without(named, 'domains');
  return without(named);
}

/** Only what was given: the rest stays as it is. */
function without<T extends object>(values: T, name?: keyof T): Partial<T> {
  const given = Object.entries(values).filter(([key, value]) => value !== undefined && key !== name);
  return Object.fromEntries(given) as Partial<T>;
}

interface ProviderRow {
  readonly id: string;
  readonly organization_id: string | null;
  readonly name: string;
  readonly issuer: string;
  readonly client_id: string;
  readonly sealed_client_secret: Buffer | null;
  readonly domains: readonly string[];
  readonly default_role: IdentityProviderSettings['defaultRole'];
  readonly trusts_unverified_email: boolean;
  readonly on_sign_in_page: boolean;
  readonly enabled: boolean;
  readonly created_at: Date;
  readonly updated_at: Date;
}

function toProvider(row: ProviderRow): IdentityProvider {
  return {
    id: row.id,
    organizationId: row.organization_id,
    name: row.name,
    issuer: row.issuer,
    clientId: row.client_id,
    hasClientSecret: row.sealed_client_secret !== null,
    domains: row.domains,
    defaultRole: row.default_role,
    trustsUnverifiedEmail: row.trusts_unverified_email,
    onSignInPage: row.on_sign_in_page,
    enabled: row.enabled,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
