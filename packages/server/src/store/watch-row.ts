// A webhook as the watch reads it: with its health, its newest alert, and the names that people know it by.
import { sql, type Transaction } from 'kysely';
import type { AlertKind, AlertStage, AlertState, RecoveredBy, Watched } from '../domain/alert.ts';
import type { OrganizationAlertRules } from '../domain/alert-rules.ts';
import type { EnvironmentName } from '../domain/environment.ts';
import type { AlertSettings, DisabledReason, RoutingFilters, WebhookStatus } from '../domain/webhook.ts';
import type { DB } from './schema.gen.ts';

/** A webhook with all that decides about its next step. Times that are written back are ISO 8601 text: a Date has no microseconds. */
export interface WatchRow {
  readonly now: Date;
  readonly environment_id: number;
  readonly webhook_id: string;
  readonly name: string;
  readonly url: string;
  readonly status: WebhookStatus;
  readonly disabled_reason: DisabledReason | null;
  readonly disabled_at: string | null;
  readonly deleted: boolean;
  readonly settings: AlertSettings;
  /** Whom the organization wants to be told. */
  readonly recipients: Pick<OrganizationAlertRules, 'administrators' | 'emails'>;
  readonly routing: RoutingFilters;
  readonly environment: EnvironmentName;
  readonly application_id: string;
  readonly application_name: string;
  readonly organization_id: string;
  readonly organization_name: string;
  readonly failures: number | null;
  readonly failing_since: string | null;
  readonly last_failure_at: string | null;
  readonly last_success_at: Date | null;
  /** The last row of failures that is over. */
  readonly ended_failures: number | null;
  readonly alert_id: string | null;
  readonly stage: AlertStage | null;
  readonly state: AlertState | null;
  readonly kind: AlertKind | null;
  readonly since: string | null;
  readonly failed_attempts: number | null;
  readonly attempts: number | null;
  readonly warned_at: Date | null;
  readonly muted_until: Date | null;
  readonly recovered_at: Date | null;
  readonly recovered_by: RecoveredBy | null;
  readonly rate_attempts: number | null;
  readonly rate_failed: number | null;
  readonly rate_from: Date | null;
  /** When the last mail about its beginning went out, or goes. */
  readonly last_told_at: Date | null;
  readonly announced_at: Date | null;
  readonly steps: number | null;
  readonly same_streak: boolean | null;
  /** The alert is about the row of failures that ended last. */
  readonly same_ended: boolean | null;
  readonly same_disabling: boolean | null;
  /** True as well where more than one row of failures ended since: then there was a success between them. */
  readonly ended_by_success: boolean | null;
}

/**
 * SQL: the attempts of a webhook in the present hour and in as many before it as its rule says, and how many of them failed.
 * @param webhook the name of its row
 * @param now SQL for the present
 */
export const ratesOf = (webhook: string, now: string) => `
  SELECT c.counted_from, coalesce(sum(s.attempts), 0) AS attempts, coalesce(sum(s.attempts - s.succeeded), 0) AS failed
  FROM (SELECT to_timestamp(floor(extract(epoch FROM ${now}) / 3600) * 3600) - ${webhook}.rate_hours * interval '1 hour' AS counted_from) AS c
  LEFT JOIN statistics s ON s.environment_id = ${webhook}.environment_id AND s.webhook_id = ${webhook}.id AND s.span = 'hour'
    AND s.since >= c.counted_from
  GROUP BY c.counted_from`;

/** Locked in a statement of its own: one that waits for a lock goes on to see other tables as they were before. */
export async function lockAndRead(
  transaction: Transaction<DB>,
  webhookId: string,
  now: Date | null,
): Promise<WatchRow | undefined> {
  await sql`SELECT FROM webhooks WHERE id = ${webhookId} FOR NO KEY UPDATE`.execute(transaction);
  const { rows } = await sql<WatchRow>`
    SELECT present.now, w.environment_id, w.id AS webhook_id, w.name,
           w.url, w.status, w.disabled_reason, to_json(w.disabled_at) #>> '{}' AS disabled_at, w.deleted_at IS NOT NULL AS deleted, w.alerts AS settings, o.alert_rules AS recipients,
           w.routing, e.name AS environment, e.application_id, p.name AS application_name, o.id AS organization_id, o.name AS organization_name,
           h.consecutive_failures AS failures, to_json(h.failing_since) #>> '{}' AS failing_since, to_json(h.last_failure_at) #>> '{}' AS last_failure_at, h.last_success_at,
           h.ended_failures, a.since = h.ended_since AS same_ended,
           a.id AS alert_id, a.stage, a.state, a.kind, to_json(a.since) #>> '{}' AS since, a.failed_attempts, a.attempts, a.warned_at, a.muted_until,
           a.recovered_at, a.recovered_by, a.announced_at, a.steps, a.since = h.failing_since AS same_streak,
           a.disabled_at = w.disabled_at AS same_disabling, r.attempts AS rate_attempts, r.failed AS rate_failed,
           r.counted_from AS rate_from, h.ended_by_success OR h.ended_since IS DISTINCT FROM a.since AS ended_by_success,
           (SELECT max(coalesce(m.sent_at, m.due_at)) FROM alert_mails m JOIN alert_steps s USING (environment_id, alert_id, number)
            WHERE m.environment_id = a.environment_id AND m.alert_id = a.id AND s.step <> 'recovered') AS last_told_at
    FROM (SELECT date_trunc('milliseconds', coalesce(${now}::timestamptz, now())) AS now) AS present
    CROSS JOIN webhooks w
    JOIN environments e ON e.id = w.environment_id
    JOIN applications p ON p.id = e.application_id
    JOIN organizations o ON o.id = p.organization_id
    LEFT JOIN webhook_health h ON h.webhook_id = w.id
    LEFT JOIN alerts a ON a.webhook_id = w.id AND a.latest
    LEFT JOIN LATERAL (${sql.raw(ratesOf('w', 'present.now'))}) AS r ON w.rate_percent IS NOT NULL
    WHERE w.id = ${webhookId}`.execute(transaction);
  return rows[0];
}

/** Milliseconds since the epoch; 0 for null. */
export const time = (value: Date | string | null) => (value === null ? 0 : new Date(value).getTime());

const timeOrNull = (value: Date | null) => (value === null ? null : value.getTime());

export function toWatched(row: WatchRow): Watched {
  return {
    status: row.status,
    disabledReason: row.disabled_reason,
    isDeleted: row.deleted,
    settings: row.settings,
    streak: streakOf(row),
    rate: rateOf(row),
    alert: alertOf(row),
  };
}

function streakOf({ failures, failing_since: since, last_failure_at: last }: WatchRow): Watched['streak'] {
  return since === null ? null : { failures: failures ?? 0, since: time(since), lastAt: time(last) };
}

function rateOf({ rate_attempts, rate_failed, rate_from }: WatchRow): Watched['rate'] {
  if (rate_from === null) return null;
  return { attempts: rate_attempts ?? 0, failed: rate_failed ?? 0, from: rate_from.getTime() };
}

function alertOf(row: WatchRow): Watched['alert'] {
  const { kind, stage, state } = row;
  if (kind === null || stage === null || state === null) return null;
  return {
    kind,
    stage,
    state,
    sameStreak: row.same_streak ?? false,
    sameDisabling: row.same_disabling ?? false,
    warnedAt: timeOrNull(row.warned_at),
    mutedUntil: timeOrNull(row.muted_until),
    recoveredAt: timeOrNull(row.recovered_at),
    recoveredBy: row.recovered_by,
    endedBySuccess: row.ended_by_success ?? false,
  };
}
