// The events about webhooks: `webhook.failing`, `webhook.disabled`, `webhook.recovered`. What they say is made of the facts of a
// step alone, so that one that is sent twice is recognised. Pure.
import { STATUS_CODES } from 'node:http';
import { findEventType } from '../catalogue/index.ts';
import type { AlertFacts, AlertStep } from '../domain/alert.ts';
import { adviceFor } from '../domain/alert-words.ts';
import type { Directory } from '../domain/directory.ts';
import { type NewEvent, noRouting, type RoutingFacts } from '../domain/event.ts';

/** A step that an event tells of. */
export interface Told {
  readonly alertId: string;
  readonly number: number;
  readonly step: AlertStep;
  readonly at: Date;
  readonly facts: AlertFacts;
}

const types = {
  failing: 'webhook.failing',
  warned: 'webhook.failing',
  disabled: 'webhook.disabled',
  recovered: 'webhook.recovered',
  reminded: 'webhook.failing',
} as const satisfies Record<AlertStep, string>;

export function toEvent({ alertId, number, step, at, facts }: Told, directory: Directory): NewEvent {
  const type = types[step];
  return {
    key: `alert:${alertId}:${number}`,
    type,
    severity: findEventType(type)?.severity ?? 'warning',
    occurredAt: at.getTime(),
    envelope: null,
    signer: null,
    routing: routingOf(facts, directory),
    platform: null,
    content: Buffer.from(JSON.stringify({ ...about(facts), ...contentOf(step, at, facts) })),
  };
}

/** The departments and systems that a webhook serves are those that its trouble concerns. */
function routingOf({ routing }: AlertFacts, directory: Directory): RoutingFacts {
  const names = (ids: readonly string[]) => ids.flatMap((id) => directory.byId(id)?.name ?? []);
  const requestFrom = names(routing.requestFrom);
  const [department = null, ...others] = names(routing.departments);
  if (requestFrom.length === 0 && department === null) return noRouting;
  // An event has one department: of a webhook that serves several none can be named.
  return { ...noRouting, requestFrom, department: others.length === 0 ? department : null };
}

const about = ({ webhookId, webhookName, url }: AlertFacts) => ({ webhookId, webhookName, url });

function contentOf(step: AlertStep, at: Date, facts: AlertFacts) {
  switch (step) {
    case 'failing':
    case 'warned':
    case 'reminded':
      return { ...trouble(facts), detectedAt: at.toISOString(), ...given('disableAt', facts.disableAt) };
    case 'disabled':
      return { reason: facts.kind, ...trouble(facts), ...given('disabledAt', facts.disabledAt) };
    case 'recovered':
      return {
        since: facts.since,
        ...given('recoveredAt', facts.recoveredAt),
        ...given('recoveredBy', facts.recoveredBy),
        failedAttempts: facts.failedAttempts,
        ...(facts.attempts !== null && { attempts: facts.attempts }),
        pendingDeliveries: facts.waitingDeliveries,
        failedDeliveries: facts.failedDeliveries,
      };
  }
}

function trouble(facts: AlertFacts) {
  return {
    since: facts.since,
    ...(facts.attempts === null
      ? { consecutiveFailures: facts.failedAttempts }
      : { failedAttempts: facts.failedAttempts, attempts: facts.attempts }),
    pendingDeliveries: facts.waitingDeliveries,
    advice: adviceFor(facts.lastFailure),
    ...lastAttempt(facts),
  };
}

function lastAttempt({ lastFailure }: AlertFacts) {
  if (lastFailure === null) return {};
  const { status, body, durationMs, at, error } = lastFailure;
  const lastError = error === null ? {} : { lastError: error };
  if (status === null) return lastError;
  const words = STATUS_CODES[status];
  const response = {
    status,
    ...given('statusText', words ?? null),
    ...given('body', body),
    durationMs,
    receivedAt: at,
  };
  return { lastResponse: response, ...lastError };
}

/** A member that is left out where there is nothing to say. */
function given<N extends string>(name: N, value: string | null): { readonly [K in N]?: string } {
  return value === null ? {} : ({ [name]: value } as { readonly [K in N]?: string });
}
