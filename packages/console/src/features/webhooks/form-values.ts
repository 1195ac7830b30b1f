// The webhook form: what it holds, how it begins, and what it sends. Pure. Names are the API's, so that its words about wrong
// fields find their places; where a form needs rows instead of a map, the two are turned into each other here.
import type { Webhook, WebhookInput } from '../../api/types.ts';

export interface HeaderRow {
  readonly name: string;
  readonly value: string;
}

export interface WebhookValues {
  name: string;
  description: string;
  url: string;
  enabled: boolean;
  kind: 'notification' | 'callout';
  firing: 'implicit' | 'explicit';
  signing: { scheme: 'hmac' | 'ed25519' };
  events: { mode: 'all' | 'only'; types: string[]; except: string[] };
  routing: {
    receives: 'matching' | 'unrouted';
    departments: string[];
    requestFrom: string[];
    businessUnits: string[];
    templates: string[];
    triggers: ('page' | 'integration')[];
    appIds: string[];
  };
  auth: {
    type: Webhook['auth']['type'];
    username: string;
    password: string;
    name: string;
    value: string;
    token: string;
  };
  delivery: {
    timeoutSeconds: string;
    verifyTls: boolean;
    headers: HeaderRow[];
    /** `usual`: the organization's; the other two say it themselves. */
    retries: 'usual' | 'own' | 'none';
    retrySchedule: string[];
    ordering: 'none' | 'per-envelope';
    maxPerSecond: string;
    maxConcurrent: string;
  };
  alerts: { afterConsecutiveFailures: string; disableAfter: string; emails: string[] };
}

export const emptyValues: WebhookValues = {
  name: '',
  description: '',
  url: '',
  enabled: true,
  kind: 'notification',
  firing: 'implicit',
  signing: { scheme: 'hmac' },
  events: { mode: 'all', types: [], except: [] },
  routing: {
    receives: 'matching',
    departments: [],
    requestFrom: [],
    businessUnits: [],
    templates: [],
    triggers: ['page', 'integration'],
    appIds: [],
  },
  auth: { type: 'none', username: '', password: '', name: '', value: '', token: '' },
  delivery: {
    timeoutSeconds: '15',
    verifyTls: true,
    headers: [],
    retries: 'usual',
    retrySchedule: [],
    ordering: 'none',
    maxPerSecond: '',
    maxConcurrent: '',
  },
  alerts: { afterConsecutiveFailures: '5', disableAfter: '5d', emails: [] },
};

/** Secrets never come out of the API, so their fields begin empty: empty means "as it is". */
export function fromWebhook(webhook: Webhook): WebhookValues {
  const { delivery, alerts, auth, events } = webhook;
  return {
    name: webhook.name,
    description: webhook.description,
    url: webhook.url,
    enabled: webhook.status === 'enabled',
    kind: webhook.kind,
    firing: webhook.firing,
    signing: { scheme: webhook.signing.scheme },
    events: { mode: events.mode, types: [...(events.types ?? [])], except: [...(events.except ?? [])] },
    routing: structuredClone(webhook.routing),
    auth: { ...emptyValues.auth, type: auth.type, username: auth.username ?? '', name: auth.name ?? '' },
    delivery: {
      ...delivery,
      timeoutSeconds: String(delivery.timeoutSeconds),
      headers: Object.entries(delivery.headers).map(([name, value]) => ({ name, value })),
      retries: delivery.retrySchedule.length === 0 ? 'none' : 'own',
      retrySchedule: [...delivery.retrySchedule],
      maxPerSecond: textOf(delivery.maxPerSecond),
      maxConcurrent: textOf(delivery.maxConcurrent),
    },
    alerts: {
      afterConsecutiveFailures: textOf(alerts.afterConsecutiveFailures),
      disableAfter: alerts.disableAfter ?? '',
      emails: [...alerts.emails],
    },
  };
}

const textOf = (value: number | null) => (value === null ? '' : String(value));

/** What is no number is sent as it is: the server says what is wrong with it, at its place. */
function numberOrNull(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const value = Number(trimmed);
  return Number.isNaN(value) ? (trimmed as unknown as number) : value;
}

/** What is sent. Parts that do not apply to what was chosen are left out. */
export function toInput(values: WebhookValues): WebhookInput {
  const { name, url, description, kind, firing, events, routing, delivery, alerts } = values;
  return {
    name: name.trim(),
    url: url.trim(),
    description,
    kind,
    firing,
    events:
      events.mode === 'all' ? { mode: 'all', except: events.except } : { mode: 'only', types: events.types },
    routing,
    auth: authOf(values.auth),
    delivery: {
      timeoutSeconds: numberOrNull(delivery.timeoutSeconds) ?? 0,
      verifyTls: delivery.verifyTls,
      headers: Object.fromEntries(
        delivery.headers.filter((row) => row.name !== '').map((row) => [row.name.trim(), row.value]),
      ),
      ...(delivery.retries === 'own' && { retrySchedule: delivery.retrySchedule }),
      ...(delivery.retries === 'none' && { retrySchedule: [] }),
      ordering: delivery.ordering,
      maxPerSecond: numberOrNull(delivery.maxPerSecond),
      maxConcurrent: numberOrNull(delivery.maxConcurrent),
    },
    alerts: {
      afterConsecutiveFailures: numberOrNull(alerts.afterConsecutiveFailures),
      disableAfter: alerts.disableAfter.trim() === '' ? null : alerts.disableAfter.trim(),
      emails: alerts.emails,
    },
  };
}

function authOf(auth: WebhookValues['auth']): NonNullable<WebhookInput['auth']> {
  const { type, username, password, name, value, token } = auth;
  const set = (field: 'password' | 'value' | 'token', text: string) => (text === '' ? {} : { [field]: text });
  switch (type) {
    case 'none':
      return { type };
    case 'basic':
      return { type, username, ...set('password', password) };
    case 'custom':
      return { type, name, ...set('value', value) };
    case 'bearer':
      return { type, ...set('token', token) };
    case 'oauth2':
    case 'mtls':
      // What is not named stays as it is.
      return { type };
  }
}

/** Fields that can be wrong, as the form names them. */
export const webhookFields = [
  'name',
  'description',
  'url',
  'kind',
  'firing',
  'signing.scheme',
  'events',
  'events.types',
  'events.except',
  'routing.receives',
  'routing.departments',
  'routing.requestFrom',
  'routing.businessUnits',
  'routing.templates',
  'routing.triggers',
  'routing.appIds',
  'auth.username',
  'auth.password',
  'auth.name',
  'auth.value',
  'auth.token',
  'delivery.timeoutSeconds',
  'delivery.verifyTls',
  'delivery.headers',
  'delivery.retrySchedule',
  'delivery.ordering',
  'delivery.maxPerSecond',
  'delivery.maxConcurrent',
  'alerts.afterConsecutiveFailures',
  'alerts.disableAfter',
  'alerts.emails',
] as const;
