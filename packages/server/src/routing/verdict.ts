// Why a webhook gets an event, or why not: each rule by itself, every reason that applies. The router is measured against
// this: it must find exactly what this finds, only faster.
import { matchesPattern } from '../catalogue/index.ts';
import { expressible } from '../dialects/index.ts';
import type { EventSelection } from '../domain/webhook.ts';
import type { RoutableEvent, RoutableWebhook } from './routable.ts';

/** A rule that kept an event from a webhook. */
export type Miss =
  | { readonly rule: 'disabled' }
  /** A callout: it is called for an answer, events do not go to it. */
  | { readonly rule: 'kind' }
  | { readonly rule: 'type' }
  /** Its receiver format has no word for events of this type. */
  | { readonly rule: 'dialect'; readonly dialect: string }
  /** The event is about this very webhook: whoever fails is not told so by what it does not take. */
  | { readonly rule: 'itself' }
  | { readonly rule: 'trigger' | 'appId'; readonly wanted: readonly string[]; readonly given: string | null }
  | {
      readonly rule: 'department' | 'requestFrom' | 'businessUnit' | 'template';
      readonly wanted: readonly string[];
      readonly given: readonly string[];
    }
  /** It fires only when told, and neither the envelope nor its template told it. */
  | { readonly rule: 'firing' }
  /** It takes only what no webhook with a department or Request From took. */
  | { readonly rule: 'unrouted'; readonly takenBy: readonly string[] };

export function selects(selection: EventSelection, type: string): boolean {
  switch (selection.mode) {
    case 'all':
      return !selection.except.some((pattern) => matchesPattern(pattern, type));
    case 'only':
      return selection.types.some((pattern) => matchesPattern(pattern, type));
  }
}

/** Every rule but "unrouted", which depends on the other webhooks. */
export function misses(event: RoutableEvent, webhook: RoutableWebhook): readonly Miss[] {
  const found: Miss[] = [];
  if (webhook.status === 'disabled') found.push({ rule: 'disabled' });
  if (webhook.kind === 'callout') found.push({ rule: 'kind' });
  if (!selects(webhook.events, event.type)) found.push({ rule: 'type' });
  if (!expressible(webhook.payload, event.type)) {
    found.push({ rule: 'dialect', dialect: webhook.payload.dialect });
  }
  if (event.about === webhook.id) found.push({ rule: 'itself' });
  return [...found, ...factMisses(event, webhook)];
}

function factMisses(event: RoutableEvent, webhook: RoutableWebhook): readonly Miss[] {
  const { routing } = webhook;
  const found: Miss[] = [];
  if (!triggered(event, webhook))
    found.push({ rule: 'trigger', wanted: routing.triggers, given: event.trigger });
  if (!namesApp(event, webhook)) found.push({ rule: 'appId', wanted: routing.appIds, given: event.appId });
  const filters = [
    ['department', routing.departments, one(event.department)],
    ['requestFrom', routing.requestFrom, event.requestFrom],
    ['businessUnit', routing.businessUnits, one(event.businessUnit)],
    ['template', routing.templates, one(event.template)],
  ] as const;
  for (const [rule, wanted, given] of filters) {
    if (!passes(wanted, given)) found.push({ rule, wanted, given });
  }
  if (webhook.firing === 'explicit' && !told(event, webhook.id)) found.push({ rule: 'firing' });
  return found;
}

const one = (value: string | null): readonly string[] => (value === null ? [] : [value]);

/** An empty filter is no restriction; otherwise one of the event's values must be among the wanted. */
function passes(wanted: readonly string[], given: readonly string[]): boolean {
  return wanted.length === 0 || given.some((value) => wanted.includes(value));
}

/** Both triggers are no restriction: an event that does not say where it came from passes too. */
function triggered({ trigger }: RoutableEvent, { routing }: RoutableWebhook): boolean {
  return routing.triggers.length === 2 || (trigger !== null && routing.triggers.includes(trigger));
}

/** App ids restrict what comes through integrations; what users do on the page has none. */
function namesApp({ trigger, appId }: RoutableEvent, { routing }: RoutableWebhook): boolean {
  return trigger === 'page' || passes(routing.appIds, one(appId));
}

function told(event: RoutableEvent, webhookId: string): boolean {
  return event.integrations.includes(webhookId) || event.coupled.includes(webhookId);
}

/** Whether the webhook is one of those whose match keeps an event from the default webhook. */
export function isSpecific({ routing }: RoutableWebhook): boolean {
  return routing.departments.length > 0 || routing.requestFrom.length > 0;
}
