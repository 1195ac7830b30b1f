// When people are told of failing webhooks and who is told, for a whole organization. A webhook follows these rules until it
// has its own. Pure.
import { parseDuration } from './duration.ts';
import { isEmail } from './email.ts';
import { limit } from './limits.ts';
import { invalid, type Problem } from './problems.ts';

/** When somebody is told that deliveries fail, and when a webhook is disabled. */
export interface AlertRules {
  /** null: nobody is told. */
  readonly afterConsecutiveFailures: number | null;
  /** A duration of uninterrupted failure; null: a webhook is never disabled by itself. */
  readonly disableAfter: string | null;
  /** Told as well when so many attempts fail among others that succeed; null: not. */
  readonly failureRate: FailureRateRule | null;
}

/** Counted by whole hours: the present one, and so many before it. */
export interface FailureRateRule {
  readonly percent: number;
  readonly hours: number;
  /** Of fewer attempts nothing can be said. */
  readonly attemptsMin: number;
}

export interface OrganizationAlertRules extends AlertRules {
  /** Whether administrators and super administrators are mailed. */
  readonly administrators: boolean;
  /** Mailed beside them about every webhook of the organization. */
  readonly emails: readonly string[];
}

export const defaultAlertRules: AlertRules = {
  afterConsecutiveFailures: 5,
  disableAfter: '5d',
  failureRate: null,
};
const defaultFailureRate = { hours: 1, attemptsMin: 20 };

export interface AlertRulesInput extends Partial<Omit<AlertRules, 'failureRate'>> {
  readonly failureRate?: (Pick<FailureRateRule, 'percent'> & Partial<FailureRateRule>) | null;
}

export interface OrganizationAlertRulesInput extends AlertRulesInput {
  readonly administrators?: boolean;
  readonly emails?: readonly string[];
}

/** What is left out stays as it is; of a new rate it is the usual. */
export function toAlertRules(
  { afterConsecutiveFailures, disableAfter, failureRate }: AlertRulesInput,
  present: AlertRules,
): AlertRules {
  return {
    afterConsecutiveFailures:
      afterConsecutiveFailures === undefined ? present.afterConsecutiveFailures : afterConsecutiveFailures,
    disableAfter: disableAfter === undefined ? present.disableAfter : disableAfter,
    failureRate:
      failureRate === undefined
        ? present.failureRate
        : failureRate && { ...defaultFailureRate, ...present.failureRate, ...failureRate },
  };
}

export function toOrganizationAlertRules(
  input: OrganizationAlertRulesInput,
  present: OrganizationAlertRules,
): OrganizationAlertRules {
  return {
    ...toAlertRules(input, present),
    administrators: input.administrators ?? present.administrators,
    emails: input.emails ?? present.emails,
  };
}

/** Sooner than this one bad hour would disable a webhook. */
const disableAfterSecondsMin = 3600;

/** @param path of the object that the rules and addresses stand in, with its dot */
export function alertRulesProblems(
  { disableAfter = null, emails = [] }: Pick<OrganizationAlertRulesInput, 'disableAfter' | 'emails'>,
  path: string,
): readonly Problem[] {
  const seconds = disableAfter === null ? null : parseDuration(disableAfter);
  const max = limit('disable_after_seconds_max');
  const problems = emails.flatMap((address, index) =>
    isEmail(address) ? [] : [invalid(`${path}emails[${index}]`, 'is not an e-mail address')],
  );
  if (seconds !== null && (seconds < disableAfterSecondsMin || seconds > max)) {
    problems.push(invalid(`${path}disableAfter`, `must be from 1 hour to ${max / 86_400} days`));
  }
  return problems;
}

/** Somebody has to be told. */
export function recipientProblems({
  administrators,
  emails,
}: Pick<OrganizationAlertRules, 'administrators' | 'emails'>): readonly Problem[] {
  if (administrators || emails.length > 0) return [];
  return [invalid('emails', 'must name somebody where administrators are not told')];
}

export interface TriedOrganization {
  readonly id: string;
  readonly name: string;
  readonly rules: Pick<OrganizationAlertRules, 'administrators' | 'emails'>;
}

/** A mail of a test alert. */
export interface TriedMail {
  readonly to: string;
  readonly sent: boolean;
  /** What the mail server answered, or why there was no answer. */
  readonly answer: string;
  readonly durationMs: number;
}

/** Mails a test alert to whom the rules name, or to one address alone. */
export type AlertTrial = (
  organization: TriedOrganization,
  alone: string | null,
) => Promise<{
  /** How many would be mailed of a real alert; of more than `alert_test_mails_max` the first are. */
  readonly recipients: number;
  readonly data: readonly TriedMail[];
}>;
