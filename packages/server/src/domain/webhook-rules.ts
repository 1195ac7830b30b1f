// What a webhook's settings must be beyond their shape, with a problem for each field that is not.
import { isDeepStrictEqual } from 'node:util';
import { eventTypes, findEventType, matchesPattern, nearestTypes } from '../catalogue/index.ts';
import { type AlertRules, type AlertRulesInput, alertRulesProblems, toAlertRules } from './alert-rules.ts';
import { parseDuration } from './duration.ts';
import { headerProblems } from './header-rules.ts';
import { limit } from './limits.ts';
import { invalid, type Problem } from './problems.ts';
import { successRuleProblems } from './success-rule.ts';
import type { AlertRulesOf, AlertSettings, DeliverySettings, EventSelection } from './webhook.ts';

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

export interface AlertInput extends AlertRulesInput {
  readonly rules?: AlertRulesOf;
  readonly emails?: readonly string[];
}

/**
 * What is left out stays as it is. Whoever says anything about a rule has rules of their own from then on.
 * @param organization what webhooks without rules of their own follow
 */
export function toAlerts(
  input: AlertInput | undefined,
  present: AlertSettings,
  organization: AlertRules,
): AlertSettings {
  if (input === undefined) return present;
  const rules = input.rules ?? (saidRules(input).length > 0 ? 'own' : present.rules);
  const said = rules === 'own' ? toAlertRules(input, present) : toAlertRules({}, organization);
  return { rules, ...said, emails: input.emails ?? present.emails };
}

const ruleNames = ['afterConsecutiveFailures', 'disableAfter', 'failureRate'] as const;
const saidRules = (input: AlertInput) => ruleNames.filter((name) => input[name] !== undefined);

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

export function alertProblems(input: AlertInput | undefined, organization: AlertRules): readonly Problem[] {
  if (!input) return [];
  return [...alertRulesProblems(input, 'alerts.'), ...followProblems(input, organization)];
}

/** A rule that is said and not kept would be a surprise later. */
function followProblems(input: AlertInput, organization: AlertRules): readonly Problem[] {
  if (input.rules !== 'organization') return [];
  const followed = toAlertRules(input, organization);
  return saidRules(input)
    .filter((name) => !isDeepStrictEqual(followed[name], organization[name]))
    .map((name) =>
      invalid(
        `alerts.${name}`,
        'differs from the rules of the organization, which this webhook is to follow; leave it out, or set alerts.rules to "own"',
      ),
    );
}
