// A webhook in a few words: which events it wants and whose. Pure, so that list, detail and tests say the same.
import type { Webhook, WebhookStatistics } from '../../api/types.ts';

export type ScopePart = {
  readonly kind: 'department' | 'requestFrom' | 'businessUnit' | 'template' | 'appId';
  readonly names: readonly string[];
};

/** What narrows its events down; empty when nothing does. */
export function scopeOf({ routing }: Webhook): readonly ScopePart[] {
  const parts: readonly ScopePart[] = [
    { kind: 'department', names: routing.departments },
    { kind: 'requestFrom', names: routing.requestFrom },
    { kind: 'businessUnit', names: routing.businessUnits },
    { kind: 'template', names: routing.templates },
    { kind: 'appId', names: routing.appIds },
  ];
  return parts.filter(({ names }) => names.length > 0);
}

/** Types as the webhook names them; null: all but `except`. */
export function wantedTypes({ events }: Webhook): {
  readonly types: readonly string[] | null;
  readonly except: readonly string[];
} {
  return events.mode === 'all'
    ? { types: null, except: events.except ?? [] }
    : { types: events.types ?? [], except: [] };
}

export interface WebhookFilter {
  readonly q?: string | undefined;
  readonly status?: 'enabled' | 'disabled' | 'autoDisabled' | 'failing' | undefined;
  readonly topic?: string | undefined;
  readonly department?: string | undefined;
  readonly requestFrom?: string | undefined;
  readonly businessUnit?: string | undefined;
  readonly trigger?: 'page' | 'integration' | undefined;
}

/** Whether the webhook is one that the filters ask for. */
export function isAsked(webhook: Webhook, filter: WebhookFilter): boolean {
  const { name, description, url, id, routing } = webhook;
  const words = (filter.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const text = [name, description, url, id].join('\n').toLowerCase();
  return (
    words.every((word) => text.includes(word)) &&
    (filter.status === undefined || hasStatus(webhook, filter.status)) &&
    (filter.topic === undefined || wantsOf(webhook, filter.topic)) &&
    (filter.department === undefined || routing.departments.includes(filter.department)) &&
    (filter.requestFrom === undefined || routing.requestFrom.includes(filter.requestFrom)) &&
    (filter.businessUnit === undefined || routing.businessUnits.includes(filter.businessUnit)) &&
    (filter.trigger === undefined || routing.triggers.includes(filter.trigger))
  );
}

function hasStatus(
  { status, disabledReason, health }: Webhook,
  asked: NonNullable<WebhookFilter['status']>,
): boolean {
  switch (asked) {
    case 'enabled':
    case 'disabled':
      return status === asked;
    case 'failing':
      return status === 'enabled' && health.state !== 'healthy';
    case 'autoDisabled':
      return status === 'disabled' && disabledReason !== null && disabledReason !== 'manual';
  }
}

/** Whether any type of the topic goes to it. */
function wantsOf(webhook: Webhook, topic: string): boolean {
  const { types, except } = wantedTypes(webhook);
  return types === null ? !except.includes(`${topic}.*`) : types.some((type) => type.startsWith(`${topic}.`));
}

/** Whether anybody on the way could pass for its receiver. */
export const isUnchecked = ({ url, delivery }: Webhook) => !delivery.verifyTls && url.startsWith('https:');

export type WebhookSort = 'name' | 'status' | 'lastDelivery' | 'success' | undefined;

/** When it ended, in milliseconds; 0: there was none. */
export const lastDelivery = ({ health }: Webhook) =>
  Math.max(Date.parse(health.lastSuccessAt ?? '') || 0, Date.parse(health.lastFailureAt ?? '') || 0);

const statusOrder = ({ status, health }: Webhook) =>
  status === 'disabled' ? 1 : health.state === 'healthy' ? 2 : 0;

/** The part of its attempts that passed; more than all where there was none: nothing is to be looked at there. */
function passed(figures: WebhookStatistics | undefined): number {
  const sum = (counts: readonly number[] | undefined) => counts?.reduce((all, count) => all + count, 0) ?? 0;
  const good = sum(figures?.attempts.succeeded);
  const bad = sum(figures?.attempts.failed);
  return good + bad === 0 ? 2 : good / (good + bad);
}

/**
 * Newest first, as the API lists them, unless told otherwise; by status and by success what needs attention comes first.
 * @param figures of the last day, by the id of the webhook
 */
export function sorted(
  webhooks: readonly Webhook[],
  sort: WebhookSort,
  language: string,
  figures: ReadonlyMap<string, WebhookStatistics>,
): readonly Webhook[] {
  switch (sort) {
    case undefined:
      return webhooks;
    case 'name':
      return webhooks.toSorted((a, b) => a.name.localeCompare(b.name, language));
    case 'status':
      return webhooks.toSorted((a, b) => statusOrder(a) - statusOrder(b));
    case 'lastDelivery':
      return webhooks.toSorted((a, b) => lastDelivery(b) - lastDelivery(a));
    case 'success':
      return webhooks.toSorted((a, b) => passed(figures.get(a.id)) - passed(figures.get(b.id)));
  }
}
