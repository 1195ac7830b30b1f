// How an alert takes a step: what becomes of the alert, of its webhook, and what mails and events will be made of. All in the
// caller's transaction, under the lock of the webhook's row.
import { type Insertable, sql, type Transaction, type Updateable } from 'kysely';
import {
  type AlertFacts,
  type AlertKind,
  type AlertStep,
  type Due,
  type RecoveredBy,
  stateAfter,
} from '../domain/alert.ts';
import { limit } from '../domain/limits.ts';
import { addStep, dropUnbegun, type StepContext } from './alert-telling.ts';
import { countTrouble, findEvidence } from './last-failure.ts';
import type { Alerts, DB } from './schema.gen.ts';
import { time, toWatched, type WatchRow } from './watch-row.ts';
import { forgetFailures } from './webhook-pauses.ts';
import { disableFailing } from './webhooks.ts';

/** A step that was taken. */
export interface StepTaken {
  readonly environmentId: number;
  readonly alertId: string;
  readonly webhookId: string;
  readonly step: AlertStep;
  readonly kind: AlertKind;
}

/** A webhook that begins and ends to fail all the time has people mailed about it so often. */
const mailEveryMs = 3_600_000;

const iso = (value: Date | string | number | null) => (value === null ? null : new Date(value).toISOString());

export async function takeStep(context: StepContext, due: Due): Promise<StepTaken> {
  switch (due.step) {
    case 'recovered':
      return recover(context, due.by);
    case 'reminded':
      return remind(context);
    case 'failing':
    case 'failing_often':
    case 'warned':
    case 'disabled':
    case 'gone':
      return worsen(context, due);
  }
}

type Worse = Exclude<Due, { readonly step: 'recovered' | 'reminded' }>;

/** The problem begins, or comes further. */
async function worsen(context: StepContext, due: Worse): Promise<StepTaken> {
  const { transaction, row } = context;
  const { environment_id: environmentId, webhook_id: webhookId } = row;
  const moment = momentOf(row, due);
  const { step, kind, since } = moment;
  const failing = { environmentId, webhookId, since: time(since) };
  const evidence = await findEvidence(transaction, failing);
  if (due.step === 'disabled') await disableFailing(transaction, { environmentId, id: webhookId }, row.now);
  const announces = (kind === 'gone' || evidence.isGenuine) && (await mayAnnounce(context));
  const alertId = await writeAlert(context, due.continues, {
    ...changesOf(row, moment),
    last_failure: evidence.lastFailure && JSON.stringify(evidence.lastFailure),
    announced_at: announces ? row.now : ofStreak(row, row.announced_at),
  });
  const facts = {
    ...factsOf(row, kind, since),
    ...(await countTrouble(transaction, failing)),
    failedAttempts: moment.failedAttempts,
    attempts: moment.attempts,
    lastFailure: evidence.lastFailure,
    disableAt: iso(moment.disableAt),
    disabledAt: iso(moment.disabledAt),
  };
  await addStep(context, { alertId, step, facts, announces, mailAt: isMuted(row) ? null : moment.mailAt });
  return { environmentId, alertId, webhookId, step, kind };
}

/** What a step is about. Times that come from other rows stay text, with their microseconds. */
interface Moment {
  readonly step: 'failing' | 'warned' | 'disabled';
  readonly kind: AlertKind;
  readonly since: string;
  readonly failedAttempts: number;
  /** Among how many; null where all failed. */
  readonly attempts: number | null;
  readonly disableAt: Date | null;
  readonly disabledAt: string | Date | null;
  readonly mailAt: Date;
}

function momentOf(row: WatchRow, due: Worse): Moment {
  const { now } = row;
  const since = row.failing_since ?? row.disabled_at ?? now.toISOString();
  const failedAttempts = row.failures ?? 0;
  const begun = { since, failedAttempts, attempts: null, disableAt: null, disabledAt: null, mailAt: now };
  switch (due.step) {
    case 'gone':
      return { ...begun, step: 'disabled', kind: 'gone', disabledAt: row.disabled_at };
    case 'disabled':
      return { ...begun, step: 'disabled', kind: 'failing', disabledAt: now };
    case 'warned':
      return { ...begun, step: 'warned', kind: 'failing', disableAt: new Date(due.disableAt) };
    case 'failing_often': {
      const { attempts, failed, from } = due.rate;
      const counted = { since: new Date(from).toISOString(), attempts, failedAttempts: failed };
      return { ...begun, ...counted, step: 'failing', kind: 'failure_rate' };
    }
    case 'failing': {
      const disableAt = due.disableAt === null ? null : new Date(due.disableAt);
      // A webhook that fails on and off is told of now and then; what is worse than failing is told at once.
      const isBack = due.continues && row.stage === 'recovered';
      const mailAt = isBack ? new Date(Math.max(now.getTime(), time(row.last_told_at) + mailEveryMs)) : now;
      return { ...begun, step: 'failing', kind: 'failing', disableAt, mailAt };
    }
  }
}

function changesOf(row: WatchRow, { disableAt, disabledAt, ...moment }: Moment) {
  return {
    kind: moment.kind,
    stage: moment.step,
    state: stateAfter(toWatched(row).alert, row.now.getTime()),
    since: moment.since,
    last_seen_at: row.last_failure_at ?? moment.since,
    failed_attempts: moment.failedAttempts,
    attempts: moment.attempts,
    warned_at: moment.step === 'warned' ? row.now : ofStreak(row, row.warned_at),
    disable_at: disableAt,
    disabled_at: disabledAt,
    recovered_at: null,
    recovered_by: null,
    resolved_at: null,
    resolved_by: null,
  };
}

/** What the alert knows of the row of failures that goes on; nothing of the one before. */
const ofStreak = ({ same_streak }: WatchRow, value: Date | null) => (same_streak ? value : null);

const isMuted = ({ muted_until, now }: WatchRow) => time(muted_until) > now.getTime();

type AlertValues = Omit<
  Insertable<Alerts>,
  | 'environment_id'
  | 'id'
  | 'webhook_id'
  | 'latest'
  | 'steps'
  | 'occurrences'
  | 'first_seen_at'
  | 'created_at'
  | 'muted_until'
>;

/** Goes on with the webhook's newest alert, or begins a new one. Answers its id. */
async function writeAlert(
  { transaction, row, newId }: StepContext,
  continues: boolean,
  values: AlertValues,
): Promise<string> {
  const { environment_id, webhook_id, alert_id: present } = row;
  if (continues && present !== null) {
    const isBack = row.stage === 'recovered';
    const again = isBack
      ? { occurrences: sql<number>`occurrences + 1`, acknowledged_at: null, acknowledged_by: null }
      : {};
    await updateAlert(transaction, row, { ...values, ...again });
    return present;
  }
  if (present !== null) await updateAlert(transaction, row, { latest: false });
  const id = newId(row.now.getTime());
  const { muted_until } = row;
  const own = {
    environment_id,
    id,
    webhook_id,
    first_seen_at: values.since,
    created_at: row.now,
    muted_until,
  };
  await transaction
    .insertInto('alerts')
    .values({ ...values, ...own })
    .execute();
  return id;
}

async function updateAlert(
  transaction: Transaction<DB>,
  { environment_id, alert_id }: WatchRow,
  values: Updateable<Alerts> | { readonly occurrences: unknown },
): Promise<void> {
  await transaction
    .updateTable('alerts')
    .set(values as Updateable<Alerts>)
    .where('environment_id', '=', environment_id)
    .where('id', '=', alert_id)
    .execute();
}

/** Whether events may tell of the problem: one that they told of before, or not too many of the environment in an hour. */
async function mayAnnounce({ transaction, row }: StepContext): Promise<boolean> {
  if (row.same_streak && row.announced_at !== null) return true;
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM alerts
    WHERE environment_id = ${row.environment_id} AND announced_at > ${row.now}::timestamptz - interval '1 hour'`.execute(
    transaction,
  );
  return (rows[0]?.count ?? 0) < limit('alert_events_per_hour_max');
}

/** The problem is over. */
async function recover(context: StepContext, by: RecoveredBy): Promise<StepTaken> {
  const { transaction, row } = context;
  const { environment_id: environmentId, webhook_id: webhookId, now } = row;
  const { alertId, kind, since } = presentAlert(row);
  // A problem that outlasted its webhook being disabled begins anew from here.
  if (by === 'enabled' && row.same_streak) await forgetFailures(transaction, [webhookId]);
  const recoveredAt = by === 'delivery' && kind === 'failing' ? (row.last_success_at ?? now) : now;
  const isTold = await dropUnbegun(context, alertId);
  const wasOpen = row.state === 'open' || row.state === 'acknowledged';
  await updateAlert(transaction, row, {
    stage: 'recovered',
    state: 'resolved',
    recovered_at: recoveredAt,
    recovered_by: by,
    disable_at: null,
    failed_attempts: failedAttempts(row),
    ...(row.state !== 'resolved' && { resolved_at: now, resolved_by: 'recovery' }),
  });
  const failing = { environmentId, webhookId, since: time(since) };
  const counts = await countTrouble(transaction, failing);
  const ended = {
    failedAttempts: failedAttempts(row),
    attempts: row.attempts,
    recoveredAt: iso(recoveredAt),
    recoveredBy: by,
  };
  const facts = { ...factsOf(row, kind, since), ...counts, ...ended };
  const isNews = by !== 'deleted';
  const announces = isNews && row.announced_at !== null;
  const mailAt = isNews && isTold && wasOpen ? now : null;
  await addStep(context, { alertId, step: 'recovered', facts, announces, mailAt });
  return { environmentId, alertId, webhookId, step: 'recovered', kind };
}

/** It was muted until now, and goes on. */
async function remind(context: StepContext): Promise<StepTaken> {
  const { transaction, row } = context;
  const { environment_id: environmentId, webhook_id: webhookId } = row;
  const { alertId, kind, since } = presentAlert(row);
  const failing = { environmentId, webhookId, since: time(since) };
  const evidence = await findEvidence(transaction, failing);
  const counts = await countTrouble(transaction, failing);
  await updateAlert(transaction, row, { state: 'open', muted_until: null });
  const facts = { ...factsOf(row, kind, since), lastFailure: evidence.lastFailure, ...counts };
  await addStep(context, { alertId, step: 'reminded', facts, announces: false, mailAt: row.now });
  return { environmentId, alertId, webhookId, step: 'reminded', kind };
}

function presentAlert({ alert_id: alertId, kind, since }: WatchRow) {
  if (alertId === null || kind === null || since === null) throw new Error('The webhook has no alert.');
  return { alertId, kind, since };
}

/** What is true at every step; the rest is put in by each. */
function factsOf(row: WatchRow, kind: AlertKind, since: string): AlertFacts {
  return {
    webhookId: row.webhook_id,
    webhookName: row.name,
    url: withoutQuery(row.url),
    applicationId: row.application_id,
    applicationName: row.application_name,
    environment: row.environment,
    organizationName: row.organization_name,
    routing: { requestFrom: row.routing.requestFrom, departments: row.routing.departments },
    kind,
    since: iso(since) ?? '',
    failedAttempts: row.failures ?? 0,
    attempts: null,
    failedDeliveries: 0,
    waitingDeliveries: 0,
    lastFailure: null,
    disableAt: null,
    disabledAt: null,
    recoveredAt: null,
    recoveredBy: null,
  };
}

/** Of the row of failures that the alert is about, also where it has ended. */
function failedAttempts(row: WatchRow): number {
  if (row.same_ended) return row.ended_failures ?? 0;
  return (row.same_streak === false ? row.failed_attempts : row.failures) ?? 0;
}

/** What stands behind the question mark may be a secret. */
const withoutQuery = (url: string) => url.split('?')[0] ?? '';
