// What a webhook's settings must be beyond their shape, with a problem for each field that is not.
import { eventTypes, findEventType, matchesPattern, nearestTypes } from '../catalogue/index.ts';
import { parseDuration } from './duration.ts';
import { isEmail } from './email.ts';
import { headerProblems } from './header-rules.ts';
import { limit } from './limits.ts';
import { invalid, type Problem } from './problems.ts';
import { successRuleProblems } from './success-rule.ts';
import {
  type AlertSettings,
  type DeliverySettings,
  defaultFailureRate,
  type EventSelection,
  type FailureRateRule,
} from './webhook.ts';

export interface SelectionInput {
  readonly mode: 'all' | 'only';
  readonly types?: readonly string[];
  readonly except?: readonly string[];
}

export type DeliveryInput = Partial<DeliverySettings>;

export function toSelection(input: SelectionInput): EventSelection {
  if (input.mode === 'only') return { mode: 'only', types: input.types ?? [] };
  return { mode: 'all', except: input.except ?? [] };
}

/** What is left out stays as it is. */
export function toDelivery(input: DeliveryInput | undefined, present: DeliverySettings): DeliverySettings {
  return { ...present, ...input };
}

export interface AlertInput extends Partial<Omit<AlertSettings, 'failureRate'>> {
  readonly failureRate?: (Pick<FailureRateRule, 'percent'> & Partial<FailureRateRule>) | null;
}

/** What is left out stays as it is; of a new rule it is the usual. */
export function toAlerts(input: AlertInput | undefined, present: AlertSettings): AlertSettings {
  const { failureRate, ...rest } = input ?? {};
  const rate = failureRate && { ...defaultFailureRate, ...present.failureRate, ...failureRate };
  return { ...present, ...rest, failureRate: rate === undefined ? present.failureRate : rate };
}

export function selectionProblems(input: SelectionInput | undefined): readonly Problem[] {
  if (!input) return [];
  const problems: Problem[] = [];
  if (input.mode === 'all' && input.types) {
    problems.push({
      code: 'invalid_field',
      path: 'events.types',
      details: { reason: 'goes with mode "only"' },
    });
  }
  if (input.mode === 'only' && input.except) {
    problems.push({
      code: 'invalid_field',
      path: 'events.except',
      details: { reason: 'goes with mode "all"' },
    });
  }
  if (input.mode === 'only' && !input.types?.length) {
    problems.push({
      code: 'invalid_field',
      path: 'events.types',
      details: { reason: 'must name at least one event type' },
    });
  }
  return [
    ...problems,
    ...patternProblems(input.types, 'events.types'),
    ...patternProblems(input.except, 'events.except'),
  ];
}

function patternProblems(patterns: readonly string[] | undefined, path: string): readonly Problem[] {
  return (patterns ?? []).flatMap((pattern, index): Problem[] =>
    isKnownPattern(pattern)
      ? []
      : [
          {
            code: 'unknown_event_type',
            path: `${path}[${index}]`,
            details: { type: pattern, nearest: nearestTypes(pattern, 3) },
          },
        ],
  );
}

function isKnownPattern(pattern: string): boolean {
  return findEventType(pattern) !== undefined || eventTypes.some(({ type }) => matchesPattern(pattern, type));
}

export function deliveryProblems(input: DeliveryInput | undefined): readonly Problem[] {
  if (!input) return [];
  const { headers = {}, retrySchedule = [], success = '2xx' } = input;
  return [
    ...headerProblems(headers),
    ...scheduleProblems(retrySchedule, 'delivery.retrySchedule'),
    ...(success === 'dialect' ? [] : successRuleProblems(success)),
  ];
}

export function scheduleProblems(schedule: readonly string[], path: string): readonly Problem[] {
  const seconds = schedule.reduce((sum, step) => sum + (parseDuration(step) ?? 0), 0);
  const max = limit('retry_schedule_seconds_max');
  return seconds > max ? [invalid(path, `must last at most ${max / 86_400} days together`)] : [];
}

/** Sooner than this one bad hour would disable a webhook. */
const disableAfterSecondsMin = 3600;

export function alertProblems(input: AlertInput | undefined): readonly Problem[] {
  if (!input) return [];
  const { disableAfter = null, emails = [] } = input;
  const seconds = disableAfter === null ? null : parseDuration(disableAfter);
  const max = limit('disable_after_seconds_max');
  const problems = emails.flatMap((address, index) =>
    isEmail(address) ? [] : [invalid(`alerts.emails[${index}]`, 'is not an e-mail address')],
  );
  if (seconds !== null && (seconds < disableAfterSecondsMin || seconds > max)) {
    problems.push(invalid('alerts.disableAfter', `must be from 1 hour to ${max / 86_400} days`));
  }
  return problems;
}
