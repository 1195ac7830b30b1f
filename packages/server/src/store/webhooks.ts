// Webhooks: one row each, its secrets sealed beside it, its health apart. Every change bumps the environment's version in
// the same transaction, and moves what is pending: held while disabled, cancelled when deleted.
import { type Kysely, sql, type Transaction } from 'kysely';
import { Refusal } from '../domain/errors.ts';
import { limit } from '../domain/limits.ts';
import type {
  DeliverySettings,
  DisabledReason,
  EventSelection,
  Firing,
  RoutingFilters,
  WebhookStatus,
} from '../domain/webhook.ts';
import type { Database } from './database.ts';
import { type Page, type PageRequest, page } from './paging.ts';
import type { DB } from './schema.gen.ts';
import { webhookSecretPlace } from './snapshots.ts';
import type { Vault } from './vault.ts';

export interface WebhookSettings {
  readonly name: string;
  readonly description: string;
  readonly url: string;
  readonly firing: Firing;
  readonly events: EventSelection;
  readonly routing: RoutingFilters;
  readonly delivery: DeliverySettings;
}

export interface WebhookHealth {
  readonly consecutiveFailures: number;
  readonly lastSuccessAt: Date | null;
  readonly lastFailureAt: Date | null;
}

/** A webhook as it is shown: settings and state, no secret. */
export interface WebhookRecord extends WebhookSettings {
  readonly id: string;
  readonly status: WebhookStatus;
  readonly disabledReason: DisabledReason | null;
  readonly health: WebhookHealth;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface NewWebhook extends WebhookSettings {
  readonly id: string;
  readonly environmentId: number;
  readonly secretId: string;
  /** The bytes that sign. */
  readonly secret: Buffer;
}

export interface SecretRotation {
  readonly secretId: string;
  /** The bytes that sign. */
  readonly secret: Buffer;
  readonly overlapEnds: Date;
}

export interface WebhookStore {
  /** 'full' when the environment has as many as the limits allow. */
  create(webhook: NewWebhook, now: Date): Promise<WebhookRecord | 'full'>;
  find(environmentId: number, id: string): Promise<WebhookRecord | null>;
  list(environmentId: number, request: PageRequest): Promise<Page<WebhookRecord>>;
  update(
    environmentId: number,
    id: string,
    settings: WebhookSettings,
    now: Date,
  ): Promise<WebhookRecord | null>;
  /** The new secret signs at once; those before it go on signing until `overlapEnds`. */
  rotateSecret(
    environmentId: number,
    id: string,
    rotation: SecretRotation,
    now: Date,
  ): Promise<WebhookRecord | null>;
  /** What waits becomes due at once. */
  enable(environmentId: number, id: string, now: Date): Promise<WebhookRecord | null>;
  /** What waits is held until the webhook is enabled again. */
  disable(
    environmentId: number,
    id: string,
    reason: DisabledReason,
    now: Date,
  ): Promise<WebhookRecord | null>;
  /** What waits is cancelled; history stays. False when there is none. */
  delete(environmentId: number, id: string, now: Date): Promise<boolean>;
}

type Executor = Kysely<DB> | Transaction<DB>;

export function createWebhookStore({ kysely }: Database, vault: Vault): WebhookStore {
  const find = async (executor: Executor, environmentId: number, id: string) => {
    const row = await selectWebhooks(executor, environmentId)
      .where('webhooks.id', '=', id)
      .executeTakeFirst();
    return row ? toRecord(row as WebhookRow) : null;
  };

  /** One change of one webhook, with all that follows from it. */
  const change = (
    environmentId: number,
    id: string,
    apply: (transaction: Transaction<DB>) => Promise<void>,
  ) =>
    kysely.transaction().execute(async (transaction) => {
      const locked = await transaction
        .selectFrom('webhooks')
        .select('id')
        .where('environment_id', '=', environmentId)
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .forUpdate()
        .executeTakeFirst();
      if (!locked) return null;
      // The version first: its row lock keeps a directory entry from being deleted while the webhook begins to name it.
      await bumpVersion(transaction, environmentId);
      await apply(transaction);
      await keepState(transaction, id);
      return find(transaction, environmentId, id);
    });

  return {
    create: (webhook, now) =>
      kysely.transaction().execute(async (transaction) => {
        // The version is bumped first: its row lock keeps two creations from both taking the last free place.
        await bumpVersion(transaction, webhook.environmentId);
        if (await isFull(transaction, webhook.environmentId)) return 'full';
        await assertEntries(transaction, webhook.routing);
        await insertWebhook(transaction, webhook, vault, now);
        await keepState(transaction, webhook.id);
        return (await find(transaction, webhook.environmentId, webhook.id)) ?? 'full';
      }),
    find: (environmentId, id) => find(kysely, environmentId, id),
    list: (environmentId, request) =>
      page(selectWebhooks(kysely, environmentId), 'webhooks.id', request, (row) =>
        toRecord(row as WebhookRow),
      ),
    update: (environmentId, id, settings, now) =>
      change(environmentId, id, async (transaction) => {
        await assertEntries(transaction, settings.routing);
        await transaction
          .updateTable('webhooks')
          .set({ ...columns(settings), updated_at: now })
          .where('id', '=', id)
          .execute();
      }),
    rotateSecret: (environmentId, id, { secretId, secret, overlapEnds }, now) =>
      change(environmentId, id, async (transaction) => {
        await endSecrets(transaction, id, overlapEnds, now);
        const sealed = vault.seal(secret, webhookSecretPlace(id));
        await transaction
          .insertInto('webhook_secrets')
          .values({ id: secretId, webhook_id: id, sealed, created_at: now })
          .execute();
        await transaction.updateTable('webhooks').set({ updated_at: now }).where('id', '=', id).execute();
      }),
    enable: (environmentId, id, now) =>
      change(environmentId, id, async (transaction) => {
        await setStatus(transaction, id, 'enabled', null, now);
        await releaseHeld(transaction, environmentId, id, now);
      }),
    disable: (environmentId, id, reason, now) =>
      change(environmentId, id, async (transaction) => {
        await setStatus(transaction, id, 'disabled', reason, now);
        await hold(transaction, environmentId, id);
      }),
    delete: async (environmentId, id, now) => {
      let deleted = false;
      await change(environmentId, id, async (transaction) => {
        await transaction
          .updateTable('webhooks')
          .set({ deleted_at: now, updated_at: now })
          .where('id', '=', id)
          .execute();
        await transaction.deleteFrom('webhook_secrets').where('webhook_id', '=', id).execute();
        await cancel(transaction, environmentId, id, now);
        deleted = true;
      });
      return deleted;
    },
  };
}

const bumpVersion = (transaction: Transaction<DB>, environmentId: number) =>
  sql`SELECT environment_changed(${environmentId})`.execute(transaction);

/** @throws Refusal when an entry that a filter names was deleted a moment ago */
async function assertEntries(transaction: Transaction<DB>, routing: RoutingFilters): Promise<void> {
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

/** What routing looks at, from the present version on: events are explained by what decided about them. */
const keepState = (transaction: Transaction<DB>, id: string) =>
  sql`
    INSERT INTO webhook_states (environment_id, webhook_id, version, state)
    SELECT w.environment_id, w.id, e.version, CASE WHEN w.deleted_at IS NULL THEN
           json_build_object('name', w.name, 'status', w.status, 'firing', w.firing, 'events', w.events, 'routing', w.routing) END
    FROM webhooks w JOIN environments e ON e.id = w.environment_id WHERE w.id = ${id}`.execute(transaction);

async function isFull(transaction: Transaction<DB>, environmentId: number): Promise<boolean> {
  const { count } = await transaction
    .selectFrom('webhooks')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('environment_id', '=', environmentId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count >= limit('webhooks_per_environment_max');
}

async function insertWebhook(
  transaction: Transaction<DB>,
  webhook: NewWebhook,
  vault: Vault,
  now: Date,
): Promise<void> {
  await transaction
    .insertInto('webhooks')
    .values({
      id: webhook.id,
      environment_id: webhook.environmentId,
      status: 'enabled',
      ...columns(webhook),
      created_at: now,
      updated_at: now,
    })
    .execute();
  const sealed = vault.seal(webhook.secret, webhookSecretPlace(webhook.id));
  await transaction
    .insertInto('webhook_secrets')
    .values({ id: webhook.secretId, webhook_id: webhook.id, sealed, created_at: now })
    .execute();
}

/** An end that was set before is never put off. Of earlier secrets only the newest few are kept: each makes every request longer. */
async function endSecrets(
  transaction: Transaction<DB>,
  id: string,
  overlapEnds: Date,
  now: Date,
): Promise<void> {
  await sql`
    UPDATE webhook_secrets SET expires_at = least(coalesce(expires_at, ${overlapEnds}), ${overlapEnds})
    WHERE webhook_id = ${id}`.execute(transaction);
  await sql`
    DELETE FROM webhook_secrets WHERE webhook_id = ${id} AND (expires_at <= ${now} OR id NOT IN (
      SELECT id FROM webhook_secrets WHERE webhook_id = ${id} ORDER BY created_at DESC, id DESC
      LIMIT ${limit('overlapping_secrets_max')}))`.execute(transaction);
}

function setStatus(
  transaction: Transaction<DB>,
  id: string,
  status: WebhookStatus,
  reason: DisabledReason | null,
  now: Date,
) {
  return transaction
    .updateTable('webhooks')
    .set({ status, disabled_reason: reason, updated_at: now })
    .where('id', '=', id)
    .execute();
}

/** Leased ones are left to their node: it sees the change when it records, or before it sends. */
function hold(transaction: Transaction<DB>, environmentId: number, id: string) {
  return sql`
    WITH waiting AS (
      UPDATE queue SET held = true WHERE webhook_id = ${id} AND owner IS NULL AND NOT held RETURNING delivery_id
    )
    UPDATE deliveries d SET state = 'held', next_attempt_at = NULL FROM waiting w
    WHERE d.environment_id = ${environmentId} AND d.id = w.delivery_id`.execute(transaction);
}

function releaseHeld(transaction: Transaction<DB>, environmentId: number, id: string, now: Date) {
  return sql`
    WITH released AS (
      UPDATE queue SET held = false, due_at = greatest(due_at, ${now}) WHERE webhook_id = ${id} AND owner IS NULL AND held
      RETURNING delivery_id, due_at
    )
    UPDATE deliveries d SET state = 'pending', next_attempt_at = r.due_at FROM released r
    WHERE d.environment_id = ${environmentId} AND d.id = r.delivery_id`.execute(transaction);
}

function cancel(transaction: Transaction<DB>, environmentId: number, id: string, now: Date) {
  return sql`
    WITH dropped AS (DELETE FROM queue WHERE webhook_id = ${id} AND owner IS NULL RETURNING delivery_id)
    UPDATE deliveries d SET state = 'cancelled', next_attempt_at = NULL, finished_at = ${now} FROM dropped x
    WHERE d.environment_id = ${environmentId} AND d.id = x.delivery_id`.execute(transaction);
}

function columns({ name, description, url, firing, events, routing, delivery }: WebhookSettings) {
  const json = {
    events: JSON.stringify(events),
    routing: JSON.stringify(routing),
    delivery: JSON.stringify(delivery),
  };
  return { name, description, url, firing, ...json };
}

function selectWebhooks(executor: Executor, environmentId: number) {
  return executor
    .selectFrom('webhooks')
    .leftJoin('webhook_health', 'webhook_health.webhook_id', 'webhooks.id')
    .selectAll('webhooks')
    .select(['consecutive_failures', 'last_success_at', 'last_failure_at'])
    .where('environment_id', '=', environmentId)
    .where('deleted_at', 'is', null);
}

interface WebhookRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly url: string;
  readonly status: WebhookStatus;
  readonly disabled_reason: DisabledReason | null;
  readonly firing: Firing;
  readonly events: EventSelection;
  readonly routing: RoutingFilters;
  readonly delivery: DeliverySettings;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly consecutive_failures: number | null;
  readonly last_success_at: Date | null;
  readonly last_failure_at: Date | null;
}

function toRecord(row: WebhookRow): WebhookRecord {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    url: row.url,
    status: row.status,
    disabledReason: row.disabled_reason,
    firing: row.firing,
    events: row.events,
    routing: row.routing,
    delivery: row.delivery,
    health: {
      consecutiveFailures: row.consecutive_failures ?? 0,
      lastSuccessAt: row.last_success_at,
      lastFailureAt: row.last_failure_at,
    },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
