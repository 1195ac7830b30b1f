// Webhooks: one row each, its secrets sealed beside it, its health apart. Every change bumps the environment's version in
// the same transaction, and moves what is pending: held while disabled, cancelled when deleted.
import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql, type Transaction } from 'kysely';
import { Refusal } from '../domain/errors.ts';
import { limit } from '../domain/limits.ts';
import type { SigningSecret } from '../domain/signing.ts';
import type { DisabledReason, PendingFate, WebhookSettings, WebhookStatus } from '../domain/webhook.ts';
import { assertChangeable } from '../domain/webhook-policies.ts';
import type { Database } from './database.ts';
import { type Page, type PageRequest, page } from './paging.ts';
import type { DB } from './schema.gen.ts';
import { sealedColumns } from './sealed-columns.ts';
import { openAuth, sealAuth } from './snapshots.ts';
import type { Vault } from './vault.ts';
import { assertEntries, assertPlan, assertSoleDefault, isFull } from './webhook-checks.ts';
import {
  cancelWaiting,
  dissolveTurns,
  forgetFailures,
  holdWaiting,
  keepStates,
  releaseHeld,
} from './webhook-pauses.ts';
import { selectWebhooks, toRecord, type WebhookRecord, type WebhookRow } from './webhook-record.ts';

export interface NewSecret extends SigningSecret {
  readonly secretId: string;
  readonly publicKey: string | null;
}

/** Settings on their way in. */
export interface SavedSettings extends WebhookSettings {
  /** Refused while another webhook of the environment names neither a department nor a Request From. */
  readonly soleDefault: boolean;
}

export interface NewWebhook extends SavedSettings, NewSecret {
  readonly id: string;
  readonly environmentId: number;
  readonly status: WebhookStatus;
}

export interface SecretRotation extends NewSecret {
  readonly overlapEnds: Date;
}

/** Which webhook is changed, and what whoever changes it has seen of it. */
export interface WebhookRef {
  readonly environmentId: number;
  readonly id: string;
  /** Revisions of which one must be the present one; null: whatever it is. */
  readonly expected: readonly number[] | null;
  /** Refused while the webhook is enabled. */
  readonly whileDisabled?: boolean;
}

/**
 * Every change answers null when there is no such webhook.
 * @throws Refusal `precondition_failed` when the webhook is not as expected, `webhook_enabled` and `routing_required` where
 * the change asks for that, `plan_excludes_webhooks` when a webhook would begin to work without being in the plan
 */
export interface WebhookStore {
  /** 'full' when the environment has as many as the limits allow. */
  create(webhook: NewWebhook, now: Date): Promise<WebhookRecord | 'full'>;
  find(environmentId: number, id: string): Promise<WebhookRecord | null>;
  list(environmentId: number, request: PageRequest): Promise<Page<WebhookRecord>>;
  update(webhook: WebhookRef, settings: SavedSettings, now: Date): Promise<WebhookRecord | null>;
  /** The new secret signs at once; those before it go on signing until `overlapEnds`. */
  rotateSecret(webhook: WebhookRef, rotation: SecretRotation, now: Date): Promise<WebhookRecord | null>;
  /** Only the present secret goes on signing. */
  endOverlap(webhook: WebhookRef, now: Date): Promise<WebhookRecord | null>;
  /** What waits becomes due at once. */
  enable(webhook: WebhookRef, now: Date): Promise<WebhookRecord | null>;
  /** What waits is held until the webhook is enabled again, or cancelled. */
  disable(
    webhook: WebhookRef,
    reason: DisabledReason,
    pending: PendingFate,
    now: Date,
  ): Promise<WebhookRecord | null>;
  /** What waits is cancelled; history stays. False when there is none. */
  delete(webhook: WebhookRef, now: Date): Promise<boolean>;
}

export function createWebhookStore({ kysely }: Database, vault: Vault): WebhookStore {
  const find = async (executor: Kysely<DB> | Transaction<DB>, environmentId: number, id: string) => {
    const row = await selectWebhooks(executor, environmentId)
      .where('webhooks.id', '=', id)
      .executeTakeFirst();
    return row ? toRecord(row as WebhookRow, vault) : null;
  };

  /** One change of one webhook, with all that follows from it. */
  const change = (
    { environmentId, id, expected, whileDisabled = false }: WebhookRef,
    now: Date,
    apply: (transaction: Transaction<DB>) => Promise<unknown>,
  ) =>
    kysely.transaction().execute(async (transaction) => {
      const locked = await transaction
        .selectFrom('webhooks')
        .select(['revision', 'status'])
        .where('environment_id', '=', environmentId)
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .forNoKeyUpdate()
        .executeTakeFirst();
      if (!locked) return null;
      if (expected !== null && !expected.includes(locked.revision)) {
        throw new Refusal('precondition_failed', { what: 'webhook', path: 'If-Match' });
      }
      assertChangeable(locked.status as WebhookStatus, whileDisabled);
      // The version first: its row lock keeps a directory entry from being deleted while the webhook begins to name it.
      await bumpVersion(transaction, environmentId);
      await apply(transaction);
      await markChanged(transaction, id, now);
      return find(transaction, environmentId, id);
    });

  return {
    create: (webhook, now) =>
      kysely.transaction().execute(async (transaction) => {
        // The version is bumped first: its row lock keeps two creations from both taking the last free place.
        await bumpVersion(transaction, webhook.environmentId);
        await assertPlan(transaction, webhook.environmentId);
        if (await isFull(transaction, webhook.environmentId)) return 'full';
        await assertEntries(transaction, webhook.routing);
        await assertSoleDefault(transaction, webhook, webhook.soleDefault);
        await insertWebhook(transaction, webhook, vault, now);
        await keepStates(transaction, [webhook.id]);
        return (await find(transaction, webhook.environmentId, webhook.id)) ?? 'full';
      }),
    find: (environmentId, id) => find(kysely, environmentId, id),
    list: (environmentId, request) =>
      page(selectWebhooks(kysely, environmentId), 'webhooks.id', request, (row) =>
        toRecord(row as WebhookRow, vault),
      ),
    update: (webhook, settings, now) =>
      change(webhook, now, async (transaction) => {
        await assertEntries(transaction, settings.routing);
        await assertSoleDefault(transaction, webhook, settings.soleDefault);
        await transaction
          .updateTable('webhooks')
          .set({
            ...columns(webhook.id, settings, vault),
            ...(await sealedAsBefore(transaction, webhook.id, settings.auth, vault)),
          })
          .where('id', '=', webhook.id)
          .execute();
        if (settings.delivery.ordering === 'none') await dissolveTurns(transaction, [webhook.id]);
      }),
    rotateSecret: (webhook, rotation, now) =>
      change(webhook, now, async (transaction) => {
        await endSecrets(transaction, webhook.id, rotation.overlapEnds, now);
        await insertSecret(transaction, webhook.id, rotation, vault, now);
      }),
    endOverlap: (webhook, now) =>
      change(webhook, now, (transaction) =>
        transaction
          .deleteFrom('webhook_secrets')
          .where('webhook_id', '=', webhook.id)
          .where('expires_at', 'is not', null)
          .execute(),
      ),
    enable: (webhook, now) =>
      change(webhook, now, async (transaction) => {
        await assertPlan(transaction, webhook.environmentId);
        await setStatus(transaction, webhook.id, { status: 'enabled', reason: null, pending: 'hold' }, now);
        await forgetFailures(transaction, [webhook.id]);
        await releaseHeld(transaction, [webhook.id], now);
      }),
    disable: (webhook, reason, pending, now) =>
      change(webhook, now, async (transaction) => {
        await setStatus(transaction, webhook.id, { status: 'disabled', reason, pending }, now);
        if (pending === 'hold') await holdWaiting(transaction, [webhook.id]);
        else await cancelWaiting(transaction, [webhook.id], now);
      }),
    delete: async (webhook, now) => {
      let deleted = false;
      await change(webhook, now, async (transaction) => {
        const gone = { deleted_at: now, sealed_auth: null };
        await transaction.updateTable('webhooks').set(gone).where('id', '=', webhook.id).execute();
        await transaction.deleteFrom('webhook_secrets').where('webhook_id', '=', webhook.id).execute();
        await cancelWaiting(transaction, [webhook.id], now);
        deleted = true;
      });
      return deleted;
    },
  };
}

const bumpVersion = (transaction: Transaction<DB>, environmentId: number) =>
  sql`SELECT environment_changed(${environmentId})`.execute(transaction);

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
      status: webhook.status,
      disabled_reason: webhook.status === 'disabled' ? 'manual' : null,
      disabled_at: webhook.status === 'disabled' ? now : null,
      ...columns(webhook.id, webhook, vault),
      created_at: now,
      updated_at: now,
    })
    .execute();
  await insertSecret(transaction, webhook.id, webhook, vault, now);
}

async function insertSecret(
  transaction: Transaction<DB>,
  webhookId: string,
  { secretId, scheme, form, secret, publicKey }: NewSecret,
  vault: Vault,
  now: Date,
): Promise<void> {
  const sealed = vault.seal(secret, sealedColumns.webhookSecret.place(webhookId));
  await transaction
    .insertInto('webhook_secrets')
    .values({
      id: secretId,
      webhook_id: webhookId,
      scheme,
      form,
      sealed,
      public_key: publicKey,
      created_at: now,
    })
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

interface StatusChange {
  readonly status: WebhookStatus;
  readonly reason: DisabledReason | null;
  readonly pending: PendingFate;
}

const setStatus = (
  transaction: Transaction<DB>,
  id: string,
  { status, reason, pending }: StatusChange,
  now: Date,
) =>
  transaction
    .updateTable('webhooks')
    .set({
      status,
      disabled_reason: reason,
      disabled_at: status === 'disabled' ? now : null,
      pending_fate: pending,
    })
    .where('id', '=', id)
    .execute();

/** Disables a webhook, whose row the caller has locked, because it failed for too long. What waits is held. */
export async function disableFailing(
  transaction: Transaction<DB>,
  { environmentId, id }: Pick<WebhookRef, 'environmentId' | 'id'>,
  now: Date,
): Promise<void> {
  await bumpVersion(transaction, environmentId);
  await setStatus(transaction, id, { status: 'disabled', reason: 'failing', pending: 'hold' }, now);
  await holdWaiting(transaction, [id]);
  await markChanged(transaction, id, now);
}

async function markChanged(transaction: Transaction<DB>, id: string, now: Date): Promise<void> {
  await sql`UPDATE webhooks SET revision = revision + 1, updated_at = ${now} WHERE id = ${id}`.execute(
    transaction,
  );
  await keepStates(transaction, [id]);
}

/** Sealed anew the same credentials would look like others: the audit log would say that they were changed. */
async function sealedAsBefore(
  transaction: Transaction<DB>,
  id: string,
  auth: WebhookSettings['auth'],
  vault: Vault,
): Promise<{ readonly sealed_auth?: Buffer | null }> {
  const { sealed_auth } = await transaction
    .selectFrom('webhooks')
    .select('sealed_auth')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return isDeepStrictEqual(openAuth(vault, id, sealed_auth), auth) ? { sealed_auth } : {};
}

function columns(id: string, settings: WebhookSettings, vault: Vault) {
  const { name, description, url, kind, firing, events, routing, delivery, auth, payload, alerts } = settings;
  const json = {
    events: JSON.stringify(events),
    routing: JSON.stringify(routing),
    delivery: JSON.stringify(delivery),
    payload: JSON.stringify(payload),
    alerts: JSON.stringify(alerts),
  };
  return { name, description, url, kind, firing, ...json, sealed_auth: sealAuth(vault, id, auth) };
}
