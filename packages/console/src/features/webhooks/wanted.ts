// A webhook in a few words: which events it wants and whose. Pure, so that list, detail and tests say the same.
import type { Webhook } from '../../api/types.ts';

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
  readonly status?: 'enabled' | 'disabled' | 'failing' | undefined;
  readonly department?: string | undefined;
  readonly requestFrom?: string | undefined;
  readonly businessUnit?: string | undefined;
}

/** Whether the webhook is one that the filters ask for. */
export function isAsked(webhook: Webhook, filter: WebhookFilter): boolean {
  const { name, description, url, id, status, health, routing } = webhook;
  const words = (filter.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const text = [name, description, url, id].join('\n').toLowerCase();
  const isFailing = status === 'enabled' && health.state !== 'healthy';
  return (
    words.every((word) => text.includes(word)) &&
    (filter.status === undefined || (filter.status === 'failing' ? isFailing : status === filter.status)) &&
    (filter.department === undefined || routing.departments.includes(filter.department)) &&
    (filter.requestFrom === undefined || routing.requestFrom.includes(filter.requestFrom)) &&
    (filter.businessUnit === undefined || routing.businessUnits.includes(filter.businessUnit))
  );
}

export type WebhookSort = 'name' | 'status' | 'lastDelivery' | undefined;

const lastDelivery = ({ health }: Webhook) =>
  Math.max(Date.parse(health.lastSuccessAt ?? '') || 0, Date.parse(health.lastFailureAt ?? '') || 0);

const statusOrder = ({ status, health }: Webhook) =>
  status === 'disabled' ? 1 : health.state === 'healthy' ? 2 : 0;

/** Newest first, as the API lists them, unless told otherwise; what needs attention first when by status. */
export function sorted(
  webhooks: readonly Webhook[],
  sort: WebhookSort,
  language: string,
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
  }
}
