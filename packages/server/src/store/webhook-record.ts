// A webhook as it is read: its row with its health, its secret's facts and its open alert, in one query.
import type { Kysely, Transaction } from 'kysely';
import type { AlertKind, AlertStage } from '../domain/alert.ts';
import type { SigningScheme } from '../domain/signing.ts';
import type { DisabledReason, WebhookSettings, WebhookStatus } from '../domain/webhook.ts';
import type { DB } from './schema.gen.ts';
import { openAuth } from './snapshots.ts';
import type { Vault } from './vault.ts';

export interface WebhookHealth {
  readonly consecutiveFailures: number;
  /** When the first of them happened; to the batch in which it was recorded. */
  readonly failingSince: Date | null;
  readonly lastSuccessAt: Date | null;
  readonly lastFailureAt: Date | null;
  /** Until then its lane pauses, or paused: its receiver does not answer, or asked to be left alone. */
  readonly pausedUntil: Date | null;
  /** The alert about the problem that it has now. */
  readonly alert: {
    readonly id: string;
    readonly kind: AlertKind;
    readonly stage: AlertStage;
    readonly disableAt: Date | null;
  } | null;
}

/** The secret that signs now, as far as it may be shown. */
export interface SigningFacts {
  readonly scheme: SigningScheme;
  /** What receivers verify with, where that is not the secret itself. */
  readonly publicKey: string | null;
  readonly since: Date;
  /** Until when secrets before it sign too; null when none was kept. */
  readonly overlapEndsAt: Date | null;
}

/** A webhook with its state; of its secrets only the authentication is in it, for whoever changes or sends. */
export interface WebhookRecord extends WebhookSettings {
  readonly id: string;
  readonly status: WebhookStatus;
  readonly disabledReason: DisabledReason | null;
  readonly disabledAt: Date | null;
  /** Grows with every change of it. */
  readonly revision: number;
  readonly signing: SigningFacts;
  readonly health: WebhookHealth;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

type Executor = Kysely<DB> | Transaction<DB>;

export function selectWebhooks(executor: Executor, environmentId: number) {
  return (
    executor
      .selectFrom('webhooks')
      .leftJoin('webhook_health', 'webhook_health.webhook_id', 'webhooks.id')
      .leftJoin('lanes', 'lanes.webhook_id', 'webhooks.id')
      // One secret has no end: the one that signs now.
      .innerJoin('webhook_secrets as secret', (join) =>
        join.onRef('secret.webhook_id', '=', 'webhooks.id').on('secret.expires_at', 'is', null),
      )
      .leftJoin('alerts as alert', (join) =>
        join.onRef('alert.webhook_id', '=', 'webhooks.id').on('alert.stage', '<>', 'recovered'),
      )
      .selectAll('webhooks')
      .select(['consecutive_failures', 'failing_since', 'last_success_at', 'last_failure_at'])
      .select('lanes.resumes_at as paused_until')
      .select(['alert.id as alert_id', 'alert.kind as alert_kind', 'alert.stage', 'alert.disable_at'])
      .select(['secret.scheme', 'secret.public_key', 'secret.created_at as since'])
      .select((eb) =>
        eb
          .selectFrom('webhook_secrets as earlier')
          .whereRef('earlier.webhook_id', '=', 'webhooks.id')
          .select((last) => last.fn.max('earlier.expires_at').as('ends'))
          .as('overlap_ends_at'),
      )
      .where('webhooks.environment_id', '=', environmentId)
      .where('deleted_at', 'is', null)
  );
}

export interface WebhookRow extends Omit<WebhookSettings, 'auth'> {
  readonly id: string;
  readonly status: WebhookStatus;
  readonly disabled_reason: DisabledReason | null;
  readonly disabled_at: Date | null;
  readonly revision: number;
  readonly sealed_auth: Buffer | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly consecutive_failures: number | null;
  readonly failing_since: Date | null;
  readonly last_success_at: Date | null;
  readonly last_failure_at: Date | null;
  readonly paused_until: Date | null;
  readonly alert_id: string | null;
  readonly alert_kind: AlertKind | null;
  readonly stage: AlertStage | null;
  readonly disable_at: Date | null;
  readonly scheme: SigningScheme;
  readonly public_key: string | null;
  readonly since: Date;
  readonly overlap_ends_at: Date | null;
}

export function toRecord(row: WebhookRow, vault: Vault): WebhookRecord {
  const { id, name, description, url, status, kind, firing, events, routing, delivery } = row;
  return {
    id,
    name,
    description,
    url,
    status,
    disabledReason: row.disabled_reason,
    disabledAt: row.disabled_at,
    kind,
    firing,
    events,
    routing,
    delivery,
    auth: openAuth(vault, id, row.sealed_auth),
    payload: row.payload,
    alerts: row.alerts,
    revision: row.revision,
    signing: {
      scheme: row.scheme,
      publicKey: row.public_key,
      since: row.since,
      overlapEndsAt: row.overlap_ends_at,
    },
    health: {
      consecutiveFailures: row.consecutive_failures ?? 0,
      lastSuccessAt: row.last_success_at,
      lastFailureAt: row.last_failure_at,
      failingSince: row.failing_since,
      pausedUntil: row.paused_until,
      alert:
        row.alert_id === null || row.stage === null || row.alert_kind === null
          ? null
          : { id: row.alert_id, kind: row.alert_kind, stage: row.stage, disableAt: row.disable_at },
    },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
