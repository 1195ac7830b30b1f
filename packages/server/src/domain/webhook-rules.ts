// What a webhook's settings must be beyond their shape, with a problem for each field that is not.
import { eventTypes, findEventType, matchesPattern, nearestTypes } from '../catalogue/index.ts';
import { parseDuration } from './duration.ts';
import { limit } from './limits.ts';
import type { Problem } from './problems.ts';
import { type DeliverySettings, defaultDelivery, type EventSelection, reservedHeaders } from './webhook.ts';

export interface SelectionInput {
  readonly mode: 'all' | 'only';
  readonly types?: readonly string[];
  readonly except?: readonly string[];
}

export type DeliveryInput = Partial<DeliverySettings>;

/** All types, when nothing was said. */
export function toSelection(input: SelectionInput | undefined): EventSelection {
  if (input?.mode === 'only') return { mode: 'only', types: input.types ?? [] };
  return { mode: 'all', except: input?.except ?? [] };
}

/** What is left out stays as it is. */
export function toDelivery(
  input: DeliveryInput | undefined,
  present: DeliverySettings = defaultDelivery,
): DeliverySettings {
  return { ...present, ...input };
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
  return [...headerProblems(input.headers ?? {}), ...scheduleProblems(input.retrySchedule ?? [])];
}

const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/;
/** Printable ASCII and tabs: what every HTTP server takes. */
const headerValue = /^[\t\x20-\x7e]*$/;

function headerProblems(headers: Readonly<Record<string, string>>): readonly Problem[] {
  const entries = Object.entries(headers);
  const max = limit('webhook_headers_max');
  if (entries.length > max) return [invalid('delivery.headers', `must have at most ${max} headers`)];
  const problems = entries.flatMap(([name, value]) => {
    const reason = headerProblem(name, value);
    return reason === null ? [] : [invalid(`delivery.headers.${name}`, reason)];
  });
  const names = entries.map(([name]) => name.toLowerCase());
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated) problems.push(invalid(`delivery.headers.${repeated}`, 'is there twice, written differently'));
  return problems;
}

function headerProblem(name: string, value: string): string | null {
  if (!headerName.test(name)) return 'is not a header name';
  if (reservedHeaders.includes(name.toLowerCase()))
    return 'is set by Signpost or by HTTP itself and cannot be chosen';
  if (!headerValue.test(value)) return 'has characters that a header cannot carry';
  if (value.length > limit('header_value_characters_max')) {
    return `must have at most ${limit('header_value_characters_max')} characters`;
  }
  return null;
}

function scheduleProblems(schedule: readonly string[]): readonly Problem[] {
  const seconds = schedule.reduce((sum, step) => sum + (parseDuration(step) ?? 0), 0);
  const max = limit('retry_schedule_seconds_max');
  return seconds > max
    ? [invalid('delivery.retrySchedule', `must last at most ${max / 86_400} days together`)]
    : [];
}

function invalid(path: string, reason: string): Problem {
  return { code: 'invalid_field', path, details: { reason } };
}
