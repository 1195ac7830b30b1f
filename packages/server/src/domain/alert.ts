// An alert: one problem of one webhook, from the failures that raised it until it is over. When its next step is due is
// decided here. Pure: the present is an argument.
import { parseDuration } from './duration.ts';
import type { EnvironmentName } from './environment.ts';
import type { AlertSettings, DisabledReason, RoutingFilters, WebhookStatus } from './webhook.ts';

/**
 * `failing`: no attempt succeeds. `failure_rate`: too many fail among others that succeed. `gone`: the receiver answered 410,
 * and the webhook was disabled at once.
 */
export type AlertKind = 'failing' | 'failure_rate' | 'gone';

/** How far the problem has come. */
export type AlertStage = 'failing' | 'warned' | 'disabled' | 'recovered';

/** What people did about it; `resolved` also by itself, when the problem is over. */
export type AlertState = 'open' | 'acknowledged' | 'muted' | 'resolved';
export const alertStates: readonly AlertState[] = ['open', 'acknowledged', 'muted', 'resolved'];

/** What ended a problem: an attempt that succeeded, somebody who enabled the webhook again, or deleted it. */
export type RecoveredBy = 'delivery' | 'enabled' | 'deleted';

/** What an alert goes through. `reminded`: the time for which it was muted is over, and the problem is not. */
export type AlertStep = 'failing' | 'warned' | 'disabled' | 'recovered' | 'reminded';

/** An attempt that failed, as far as people are told of it. */
export interface LastFailure {
  readonly deliveryId: string;
  readonly attempt: number;
  /** ISO 8601; when the attempt ended. */
  readonly at: string;
  readonly durationMs: number;
  /** Null when no answer came. */
  readonly status: number | null;
  /** The beginning of the answer, where it is text. */
  readonly body: string | null;
  readonly error: { readonly kind: string; readonly message: string } | null;
}

/** Failures in a row. Times in milliseconds since the epoch. */
export interface Streak {
  readonly failures: number;
  readonly since: number;
  readonly lastAt: number;
}

/** How attempts of late ended, where a rule for that is set. */
export interface Rate {
  readonly attempts: number;
  readonly failed: number;
  /** Since when they are counted, in milliseconds since the epoch. */
  readonly from: number;
}

/** The newest alert of a webhook. */
export interface WatchedAlert {
  readonly kind: AlertKind;
  readonly stage: AlertStage;
  readonly state: AlertState;
  /** It is about the streak that goes on now. */
  readonly sameStreak: boolean;
  /** It is about the time for which the webhook is disabled now. */
  readonly sameDisabling: boolean;
  readonly warnedAt: number | null;
  readonly mutedUntil: number | null;
  readonly recoveredAt: number | null;
  readonly recoveredBy: RecoveredBy | null;
  /** A success ended the streak that it is about, not a person. */
  readonly endedBySuccess: boolean;
}

export interface Watched {
  readonly status: WebhookStatus;
  readonly disabledReason: DisabledReason | null;
  readonly isDeleted: boolean;
  readonly settings: AlertSettings;
  readonly streak: Streak | null;
  readonly rate: Rate | null;
  readonly alert: WatchedAlert | null;
}

/** The next thing to do about a webhook. `continues`: in its newest alert; otherwise in a new one. */
export type Due =
  | { readonly step: 'failing'; readonly continues: boolean; readonly disableAt: number | null }
  | { readonly step: 'failing_often'; readonly continues: boolean; readonly rate: Rate }
  | { readonly step: 'disabled'; readonly continues: boolean }
  | { readonly step: 'warned'; readonly continues: boolean; readonly disableAt: number }
  | { readonly step: 'gone'; readonly continues: boolean }
  | { readonly step: 'recovered'; readonly by: RecoveredBy }
  | { readonly step: 'reminded' };

/** The facts of a step's moment, for people and receivers. Times are ISO 8601. */
export interface AlertFacts {
  readonly webhookId: string;
  readonly webhookName: string;
  readonly url: string;
  readonly applicationId: string;
  readonly applicationName: string;
  readonly environment: EnvironmentName;
  readonly organizationName: string;
  /** What the webhook filters by, as ids of the directory: whoever looks after these systems is told. */
  readonly routing: Pick<RoutingFilters, 'requestFrom' | 'departments'>;
  readonly kind: AlertKind;
  readonly since: string;
  readonly failedAttempts: number;
  /** Among how many, where others succeeded. */
  readonly attempts: number | null;
  /** Counted up to `alert_count_max`. */
  readonly failedDeliveries: number;
  readonly waitingDeliveries: number;
  readonly lastFailure: LastFailure | null;
  readonly disableAt: string | null;
  readonly disabledAt: string | null;
  readonly recoveredAt: string | null;
  readonly recoveredBy: RecoveredBy | null;
}

/** A problem that comes back so soon after a delivery succeeded is the same problem. */
export const quietMs = 15 * 60_000;
/** When failing for long is a reason to disable a webhook. */
export const disabling = {
  /** So many failures in a row, or as many as people are alerted of. */
  failuresMin: 5,
  /** They must be spread over this part of `disableAfter`: one bad minute before a quiet week is no reason. */
  spread: 0.1,
  /** How long before people are warned: this part of `disableAfter`, and no longer than a day. */
  noticeShare: 0.2,
  noticeMsMax: 24 * 3_600_000,
} as const;

/** Null: nothing is due. After a step is taken there may be another. */
export function dueStep(watched: Watched, now: number): Due | null {
  const { alert, streak } = watched;
  const ended = alert === null || alert.stage === 'recovered' ? null : endOf(watched, alert);
  if (ended !== null) return { step: 'recovered', by: ended };
  if (watched.isDeleted) return null;
  if (watched.status === 'disabled') return goneStep(watched, now) ?? reminder(alert, now);
  const failing = streak === null ? null : failingStep(watched, streak, now);
  return failing ?? rateStep(watched) ?? reminder(alert, now);
}

/** What ended the problem of an alert; null while it goes on. */
function endOf(watched: Watched, alert: WatchedAlert): RecoveredBy | null {
  const { isDeleted, status } = watched;
  if (isDeleted) return 'deleted';
  if (alert.kind === 'failure_rate') return status === 'enabled' && !isExceeded(watched) ? 'delivery' : null;
  if (alert.stage === 'disabled') return status === 'enabled' ? 'enabled' : null;
  if (alert.sameStreak) return null;
  return alert.endedBySuccess ? 'delivery' : 'enabled';
}

function goneStep({ disabledReason, alert }: Watched, now: number): Due | null {
  if (disabledReason !== 'gone' || alert?.sameDisabling) return null;
  return { step: 'gone', continues: continues(alert, now) };
}

function reminder(alert: WatchedAlert | null, now: number): Due | null {
  if (alert?.state !== 'muted' || alert.mutedUntil === null || alert.mutedUntil > now) return null;
  return { step: 'reminded' };
}

function failingStep({ settings, alert }: Watched, streak: Streak, now: number): Due | null {
  const stage = alert?.sameStreak ? alert.stage : null;
  const going = continues(alert, now);
  const planned = disablingOf(settings, streak);
  const isReason = planned !== null && isEvident(settings, streak, planned.afterMs);
  if (isReason && stage === 'warned') {
    const disableAt = Math.max(planned.at, (alert?.warnedAt ?? 0) + planned.noticeMs);
    return now < disableAt ? null : { step: 'disabled', continues: going };
  }
  if (isReason && stage !== 'disabled' && now >= planned.at - planned.noticeMs) {
    const disableAt = Math.max(planned.at, now + planned.noticeMs);
    return { step: 'warned', continues: going, disableAt };
  }
  const { afterConsecutiveFailures: limit } = settings;
  if (stage !== null || limit === null || streak.failures < limit) return null;
  return { step: 'failing', continues: going, disableAt: planned?.at ?? null };
}

/** Only where nothing worse is known, and not because of failures that an alert told of before. */
function rateStep(watched: Watched): Due | null {
  const { rate, alert } = watched;
  if (rate === null || !isExceeded(watched)) return null;
  const isNews = alert === null || (alert.stage === 'recovered' && (alert.recoveredAt ?? 0) <= rate.from);
  return isNews ? { step: 'failing_often', continues: false, rate } : null;
}

function isExceeded({ rate, settings: { failureRate: rule } }: Watched): boolean {
  if (rate === null || rule === null) return false;
  return rate.attempts >= rule.attemptsMin && rate.failed * 100 >= rate.attempts * rule.percent;
}

/** When a streak disables its webhook, and how long before people are warned. */
function disablingOf({ disableAfter }: AlertSettings, { since }: Streak) {
  const seconds = disableAfter === null ? null : parseDuration(disableAfter);
  if (seconds === null) return null;
  const afterMs = seconds * 1000;
  return {
    afterMs,
    at: since + afterMs,
    noticeMs: Math.min(afterMs * disabling.noticeShare, disabling.noticeMsMax),
  };
}

function isEvident({ afterConsecutiveFailures }: AlertSettings, streak: Streak, afterMs: number): boolean {
  const enough = Math.min(afterConsecutiveFailures ?? disabling.failuresMin, disabling.failuresMin);
  return streak.failures >= enough && streak.lastAt - streak.since >= afterMs * disabling.spread;
}

function continues(alert: WatchedAlert | null, now: number): boolean {
  if (alert === null) return false;
  if (alert.stage !== 'recovered') return true;
  return alert.recoveredBy === 'delivery' && now - (alert.recoveredAt ?? 0) < quietMs;
}

/** What an alert is like after a step: a muted problem stays muted, and one that somebody has taken on stays theirs. */
export function stateAfter(
  alert: Pick<WatchedAlert, 'state' | 'stage' | 'mutedUntil'> | null,
  now: number,
): AlertState {
  if (alert === null) return 'open';
  if ((alert.mutedUntil ?? 0) > now) return 'muted';
  return alert.stage !== 'recovered' && alert.state === 'acknowledged' ? 'acknowledged' : 'open';
}
