// What the watch over webhooks reads and writes: which webhooks may have a step due, and each step in one transaction: the
// alert, what mails and events will be made of, and the webhook itself where it is disabled. The webhook's row is locked and
// everything is read anew under the lock, so that of two nodes that look at once only one takes a step.
import { type Kysely, sql } from 'kysely';
import { type AlertFacts, type AlertStep, disabling, dueStep } from '../domain/alert.ts';
import { limit } from '../domain/limits.ts';
import type { NewId } from '../lib/ids.ts';
import { type StepTaken, takeStep } from './alert-steps.ts';
import type { Database, Statement } from './database.ts';
import type { DB } from './schema.gen.ts';
import { lockAndRead, ratesOf, toWatched } from './watch-row.ts';

/** A step that events are still to tell of. */
export interface UntoldStep {
  readonly environmentId: number;
  readonly alertId: string;
  readonly number: number;
  readonly step: AlertStep;
  readonly at: Date;
  readonly facts: AlertFacts;
}

export interface WatchStore {
  /** Webhooks that may have a step due. */
  due(now: Date | null, max: number): Promise<readonly string[]>;
  /** The same by the rates of failures, which are counted by the hour. */
  dueByRate(now: Date | null, max: number): Promise<readonly string[]>;
  /** Takes the next step of a webhook, if one is due. */
  take(webhookId: string, now: Date | null): Promise<StepTaken | null>;
  /** The oldest first. */
  untold(max: number): Promise<readonly UntoldStep[]>;
  told(step: Pick<UntoldStep, 'environmentId' | 'alertId' | 'number'>): Promise<void>;
  /** Deletes alerts that were resolved long ago. */
  sweep(now: Date | null): Promise<void>;
}

export interface WatchStoreOptions {
  readonly newId: NewId;
  /** Who is mailed beside a webhook's own addresses; null: nobody is mailed at all. */
  readonly mailTo: readonly string[] | null;
}

// $1 now, $2 how many at most, $3 failures, $4 spread, $5 share and $6 seconds of the notice. The same rules as in dueStep: what
// is found here and not due there would be looked at again and again.
const findDue: Statement = {
  name: 'watch_due',
  text: `
WITH present AS MATERIALIZED (SELECT coalesce($1::timestamptz, now()) AS now)
(
  SELECT h.webhook_id
  FROM present p, webhook_health h JOIN webhooks w ON w.id = h.webhook_id AND w.status = 'enabled' AND w.deleted_at IS NULL
  LEFT JOIN alerts a ON a.webhook_id = h.webhook_id AND a.latest AND a.since = h.failing_since
  CROSS JOIN LATERAL (SELECT w.disable_after_seconds * interval '1 second' AS disable_after,
    least(w.disable_after_seconds * $5::float8, $6::float8) * interval '1 second' AS notice) AS d
  WHERE h.failing_since IS NOT NULL AND (
    a.id IS NULL AND h.consecutive_failures >= w.alert_after
    OR h.consecutive_failures >= least(coalesce(w.alert_after, $3::int), $3::int)
      AND h.last_failure_at - h.failing_since >= d.disable_after * $4::float8
      AND CASE WHEN a.stage = 'warned' THEN p.now >= greatest(h.failing_since + d.disable_after, a.warned_at + d.notice)
               ELSE a.stage IS DISTINCT FROM 'disabled' AND p.now >= h.failing_since + d.disable_after - d.notice END
  )
) UNION (
  SELECT a.webhook_id FROM present p, alerts a JOIN webhooks w ON w.id = a.webhook_id
  LEFT JOIN webhook_health h ON h.webhook_id = a.webhook_id
  WHERE a.stage <> 'recovered' AND (
    w.deleted_at IS NOT NULL
    OR CASE WHEN a.stage = 'disabled' THEN w.status = 'enabled'
            ELSE a.kind = 'failing' AND a.since IS DISTINCT FROM h.failing_since END
    OR a.state = 'muted' AND a.muted_until <= p.now
  )
) UNION (
  SELECT w.id FROM webhooks w WHERE w.disabled_reason = 'gone' AND w.deleted_at IS NULL
  AND NOT EXISTS (SELECT FROM alerts a WHERE a.webhook_id = w.id AND a.latest AND a.disabled_at = w.disabled_at)
)
LIMIT $2::int`,
};

// $1 now, $2 how many at most.
const findDueByRate: Statement = {
  name: 'watch_due_by_rate',
  text: `
WITH present AS MATERIALIZED (SELECT coalesce($1::timestamptz, now()) AS now)
(
  SELECT w.id FROM present p, webhooks w
  LEFT JOIN alerts a ON a.webhook_id = w.id AND a.latest
  CROSS JOIN LATERAL (${ratesOf('w', 'p.now')}) AS r
  CROSS JOIN LATERAL (
    SELECT r.attempts >= w.rate_attempts_min AND r.failed * 100 >= r.attempts * w.rate_percent AS exceeded) AS e
  WHERE w.rate_percent IS NOT NULL AND w.deleted_at IS NULL AND w.status = 'enabled'
  AND CASE WHEN a.stage <> 'recovered' THEN a.kind = 'failure_rate' AND NOT e.exceeded
           ELSE e.exceeded AND (a.id IS NULL OR a.recovered_at <= r.counted_from) END
) UNION (
  SELECT w.id FROM alerts a JOIN webhooks w ON w.id = a.webhook_id
  WHERE a.stage <> 'recovered' AND a.kind = 'failure_rate' AND w.rate_percent IS NULL AND w.status = 'enabled'
)
LIMIT $2::int`,
};

export function createWatchStore(database: Database, { newId, mailTo }: WatchStoreOptions): WatchStore {
  const { kysely } = database;
  const { failuresMin, spread, noticeShare, noticeMsMax } = disabling;
  return {
    async due(now, max) {
      const values = [now, max, failuresMin, spread, noticeShare, noticeMsMax / 1000];
      const rows = await database.query<{ webhook_id: string }>(findDue, values);
      return rows.map((row) => row.webhook_id);
    },
    async dueByRate(now, max) {
      const rows = await database.query<{ id: string }>(findDueByRate, [now, max]);
      return rows.map((row) => row.id);
    },
    take: (webhookId, now) =>
      kysely.transaction().execute(async (transaction) => {
        const row = await lockAndRead(transaction, webhookId, now);
        const due = row && dueStep(toWatched(row), row.now.getTime());
        return row && due ? takeStep({ transaction, row, newId, mailTo }, due) : null;
      }),
    async untold(max) {
      const rows = await kysely
        .selectFrom('alert_steps')
        .select(['environment_id', 'alert_id', 'number', 'step', 'at', 'facts'])
        .where('unannounced', '=', true)
        .orderBy('at')
        .limit(max)
        .execute();
      return rows.map((row) => ({
        environmentId: row.environment_id,
        alertId: row.alert_id,
        number: row.number,
        step: row.step as AlertStep,
        at: row.at,
        facts: row.facts as unknown as AlertFacts,
      }));
    },
    async told({ environmentId, alertId, number }) {
      await kysely
        .updateTable('alert_steps')
        .set({ unannounced: false })
        .where('environment_id', '=', environmentId)
        .where('alert_id', '=', alertId)
        .where('number', '=', number)
        .execute();
    },
    sweep: (now) => sweep(kysely, now),
  };
}

/** The latest of a webhook stays: a problem may come back muted. */
async function sweep(kysely: Kysely<DB>, now: Date | null): Promise<void> {
  await sql`
    DELETE FROM alerts WHERE resolved_at < coalesce(${now}::timestamptz, now())
      - ${limit('alerts_kept_seconds_max')}::float8 * interval '1 second' AND stage = 'recovered'
    AND coalesce(muted_until < coalesce(${now}::timestamptz, now()), true)`.execute(kysely);
}
