// What a webhook may not be saved without, checked in the transaction that saves it: others may have changed it a moment ago.
import { sql, type Transaction } from 'kysely';
import { Refusal } from '../domain/errors.ts';
import { limit } from '../domain/limits.ts';
import { assertIncluded, type Plan } from '../domain/plan.ts';
import type { RoutingFilters } from '../domain/webhook.ts';
import type { DB } from './schema.gen.ts';

/** Environments from before the policy held may have many. */
const defaultsNamedMax = 20;

/** @throws Refusal when an entry that a filter names was deleted a moment ago */
export async function assertEntries(transaction: Transaction<DB>, routing: RoutingFilters): Promise<void> {
  const { requestFrom, departments, businessUnits, templates } = routing;
  const ids = [...new Set([...requestFrom, ...departments, ...businessUnits, ...templates])];
  if (ids.length === 0) return;
  const found = await transaction
    .selectFrom('directory_entries')
    .select('id')
    .where('id', 'in', ids)
    .execute();
  if (found.length === ids.length) return;
  throw new Refusal('unknown_directory_name', {
    kind: 'entry',
    name: 'deleted just now',
    path: 'routing',
    nearest: [],
  });
}

/** The plan may have changed since the caller looked: the version's lock keeps it from changing now. */
export async function assertPlan(transaction: Transaction<DB>, environmentId: number): Promise<void> {
  const { plan } = await transaction
    .selectFrom('environments')
    .innerJoin('applications', 'applications.id', 'environments.application_id')
    .innerJoin('organizations', 'organizations.id', 'applications.organization_id')
    .select('organizations.plan')
    .where('environments.id', '=', environmentId)
    .executeTakeFirstOrThrow();
  assertIncluded(plan as Plan, 'webhooks');
}

/** Under the version's lock, so that of two that come at the same moment only one is saved. */
export async function assertSoleDefault(
  transaction: Transaction<DB>,
  { environmentId, id }: { readonly environmentId: number; readonly id: string },
  soleDefault: boolean,
): Promise<void> {
  if (!soleDefault) return;
  const others = await transaction
    .selectFrom('webhooks')
    .select(['id', 'name'])
    .where('environment_id', '=', environmentId)
    .where('deleted_at', 'is', null)
    .where('kind', '=', 'notification')
    .where('id', '<>', id)
    .where(
      sql<boolean>`json_array_length(routing -> 'departments') + json_array_length(routing -> 'requestFrom') = 0`,
    )
    .orderBy('id')
    .limit(defaultsNamedMax)
    .execute();
  const [first] = others;
  if (first)
    throw new Refusal('routing_required', { path: 'routing', default: first.name, webhooks: others });
}

export async function isFull(transaction: Transaction<DB>, environmentId: number): Promise<boolean> {
  const { count } = await transaction
    .selectFrom('webhooks')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('environment_id', '=', environmentId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count >= limit('webhooks_per_environment_max');
}
