// Organizations: their plan, and the profile that their policies come from. Every change that webhooks or routing may see
// tells all environments in the same transaction.
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { OrganizationAlertRules } from '../domain/alert-rules.ts';
import { includes, type Plan } from '../domain/plan.ts';
import { type Policies, type ProfileName, policiesOf } from '../domain/profiles.ts';
import type { Database } from './database.ts';
import { type Page, type PageRequest, page } from './paging.ts';
import { admitWebhooks, excludeWebhooks, lockAndTell, ownedBy } from './plan-change.ts';
import type { DB, Organizations } from './schema.gen.ts';

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly plan: Plan;
  readonly profile: ProfileName;
  /** As they are in force. */
  readonly policies: Policies;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface NewOrganization {
  readonly id: string;
  readonly name: string;
  readonly plan: Plan;
  readonly profile: ProfileName;
  /** What differs from the profile's preset. */
  readonly policies: Partial<Policies>;
}

export interface OrganizationStore {
  createOrganization(organization: NewOrganization, now: Date): Promise<Organization>;
  organization(id: string): Promise<Organization | null>;
  /** @param ids only these of them; null for all */
  organizations(request: PageRequest, ids: readonly string[] | null): Promise<Page<Organization>>;
  /**
   * What is left out stays as it is. Another profile begins with its own preset: what was changed of the former one's is
   * forgotten. A plan without webhooks disables them and holds what waits for them; a plan with them undoes that.
   */
  updateOrganization(
    id: string,
    change: Partial<Omit<NewOrganization, 'id'>>,
    now: Date,
  ): Promise<Organization | null>;
  /** Null when there is no such organization. */
  alertRules(id: string): Promise<FollowedAlertRules | null>;
  /**
   * Webhooks without rules of their own follow in the same transaction.
   * @param change makes the new rules of the present ones; what it throws is thrown here, and nothing changes
   */
  changeAlertRules(
    id: string,
    change: (present: OrganizationAlertRules) => OrganizationAlertRules,
    now: Date,
  ): Promise<FollowedAlertRules | null>;
}

export interface FollowedAlertRules extends OrganizationAlertRules {
  /** How many webhooks do not follow them. */
  readonly webhooksWithOwnRules: number;
}

export function createOrganizationStore({ kysely }: Database): OrganizationStore {
  return {
    async createOrganization({ id, name, plan, profile, policies }, now) {
      const row = await kysely
        .insertInto('organizations')
        .values({
          ...{ id, name, plan, profile, policies: JSON.stringify(policies) },
          ...{ created_at: now, updated_at: now },
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return toOrganization(row);
    },
    async organization(id) {
      const row = await kysely
        .selectFrom('organizations')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? toOrganization(row) : null;
    },
    organizations: (request, ids) => {
      const all = kysely.selectFrom('organizations').selectAll();
      // A list of none is no SQL.
      const asked = ids === null ? all : all.where('id', '=', (eb) => eb.fn.any(eb.val([...ids])));
      return page(asked, 'organizations.id', request, toOrganization);
    },
    updateOrganization: (id, change, now) =>
      kysely.transaction().execute((transaction) => update(transaction, id, change, now)),
    alertRules: (id) => findAlertRules(kysely, id),
    changeAlertRules: (id, change, now) =>
      kysely.transaction().execute((transaction) => changeAlertRules(transaction, id, change, now)),
  };
}

async function update(
  transaction: Transaction<DB>,
  id: string,
  change: Partial<Omit<NewOrganization, 'id'>>,
  now: Date,
): Promise<Organization | null> {
  const present = await transaction
    .selectFrom('organizations')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!present) return null;
  const plan = change.plan ?? (present.plan as Plan);
  const profile = change.profile ?? (present.profile as ProfileName);
  const kept = profile === present.profile ? (present.policies as Partial<Policies>) : {};
  const policies = JSON.stringify({ ...kept, ...change.policies });
  const row = await transaction
    .updateTable('organizations')
    .set({ name: change.name ?? present.name, plan, profile, policies, updated_at: now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await tell(transaction, id, [present.plan as Plan, plan], now);
  return toOrganization(row);
}

async function tell(
  transaction: Transaction<DB>,
  id: string,
  [before, after]: readonly [Plan, Plan],
  now: Date,
): Promise<void> {
  const had = includes(before, 'webhooks');
  const has = includes(after, 'webhooks');
  if (had && !has) await excludeWebhooks(transaction, id, now);
  else if (!had && has) await admitWebhooks(transaction, id, now);
  else await sql`SELECT organization_changed(${id})`.execute(transaction);
}

async function findAlertRules(
  executor: Kysely<DB> | Transaction<DB>,
  id: string,
): Promise<FollowedAlertRules | null> {
  const { rows } = await sql<{ rules: OrganizationAlertRules; own: number }>`
    SELECT alert_rules AS rules,
      (SELECT count(*) FROM webhooks WHERE ${ownedBy(id)} AND alerts ->> 'rules' = 'own') AS own
    FROM organizations WHERE id = ${id}`.execute(executor);
  const [row] = rows;
  return row ? { ...row.rules, webhooksWithOwnRules: row.own } : null;
}

async function changeAlertRules(
  transaction: Transaction<DB>,
  id: string,
  change: (present: OrganizationAlertRules) => OrganizationAlertRules,
  now: Date,
): Promise<FollowedAlertRules | null> {
  const present = await transaction
    .selectFrom('organizations')
    .select('alert_rules')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!present) return null;
  const rules = JSON.stringify(change(present.alert_rules as unknown as OrganizationAlertRules));
  await transaction
    .updateTable('organizations')
    .set({ alert_rules: rules, updated_at: now })
    .where('id', '=', id)
    .execute();
  await lockAndTell(transaction, id);
  // Written once more, they are those of the organization: see follow_alert_rules.
  await sql`SELECT set_config('signpost.follows', 'on', true)`.execute(transaction);
  await sql`
    UPDATE webhooks SET alerts = alerts WHERE alerts ->> 'rules' = 'organization' AND ${ownedBy(id)}`.execute(
    transaction,
  );
  return findAlertRules(transaction, id);
}

function toOrganization(row: Selectable<Organizations>): Organization {
  const profile = row.profile as ProfileName;
  return {
    id: row.id,
    name: row.name,
    plan: row.plan as Plan,
    profile,
    policies: policiesOf(profile, row.policies as Partial<Policies>),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
