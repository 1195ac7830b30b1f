// The webhook form: what it holds and how it begins. Pure. Names are the API's, so that its words about wrong fields find
// their places; where a form needs rows or texts instead, form-input.ts turns them back.
import type { Webhook, WebhookDefaults } from '../../api/types.ts';
import { fromRules, type RuleValues, usualRules } from '../../parts/alert-rules/rule-values.ts';
import { type MappingRow, toRows } from './field-mapping.ts';

export type Policies = WebhookDefaults['policies'];
export type AuthType = Webhook['auth']['type'];

export interface HeaderRow {
  readonly name: string;
  readonly value: string;
}

export const authTexts = [
  ...(['username', 'password', 'name', 'value', 'token'] as const),
  ...(['tokenUrl', 'clientId', 'clientSecret', 'scope', 'audience'] as const),
  ...(['certificate', 'key', 'passphrase'] as const),
] as const;
export type AuthText = (typeof authTexts)[number];

export interface AuthValues extends Record<AuthText, string> {
  /** Empty: not chosen yet, where an organization wants it to be. */
  type: AuthType | '';
  /** What the server has: the secrets of this type may be left empty to keep them. */
  stored: AuthType | null;
  grant: 'client_credentials' | 'password';
  clientAuth: 'basic' | 'body';
  requestFormat: 'form' | 'json';
}

export interface SuccessValues {
  /** `usual`: the organization's. */
  rule: 'usual' | '2xx' | '200' | 'dialect';
  withBody: boolean;
  path: string;
  equals: string;
}

export interface WebhookValues {
  name: string;
  description: string;
  url: string;
  enabled: boolean;
  kind: 'notification' | 'callout';
  firing: 'implicit' | 'explicit';
  /** Ids of the templates that are to be coupled with it; null: those that are. The directory keeps them, not the webhook. */
  coupled: string[] | null;
  signing: { scheme: 'hmac' | 'ed25519'; secret: string };
  events: { mode: 'all' | 'only'; types: string[]; except: string[] };
  routing: {
    /** `usual`: what the organization's policy makes of it, by whether a department or Request From is named. */
    receives: 'usual' | 'matching' | 'unrouted';
    departments: string[];
    requestFrom: string[];
    businessUnits: string[];
    templates: string[];
    triggers: ('page' | 'integration')[];
    appIds: string[];
  };
  auth: AuthValues;
  payload: {
    dialect: string;
    contentType: Webhook['payload']['contentType'];
    accept: Webhook['payload']['accept'];
    data: Webhook['payload']['data'];
    extraFields: string[];
    fieldMapping: MappingRow[];
    /** The mapping as JSON while it is written so; null: in the table. */
    mappingText: string | null;
    options: Record<string, string>;
  };
  delivery: {
    timeoutSeconds: string;
    verifyTls: boolean;
    /** Turning the check off has to be meant. */
    tlsUnderstood: boolean;
    ca: string;
    headers: HeaderRow[];
    /** `usual`: the organization's; the other two say it themselves. */
    retries: 'usual' | 'own' | 'none';
    retrySchedule: string[];
    success: SuccessValues;
    ordering: 'none' | 'per-envelope';
    maxPerSecond: string;
    maxConcurrent: string;
  };
  alerts: RuleValues & {
    /** `organization`: it follows what is decided there, whatever the rules here are. */
    rules: 'organization' | 'own';
    emails: string[];
  };
}

/** As texts name them. */
export const contentTypeNames = {
  'application/json': 'json',
  'application/x-www-form-urlencoded': 'form',
  'application/xml': 'xml',
} as const satisfies Record<Webhook['payload']['contentType'], string>;

const noCredentials = Object.fromEntries(authTexts.map((name) => [name, ''])) as Record<AuthText, string>;
const usualSuccess: SuccessValues = { rule: 'usual', withBody: false, path: '', equals: '' };

export const emptyValues: WebhookValues = {
  name: '',
  description: '',
  url: '',
  enabled: true,
  kind: 'notification',
  firing: 'implicit',
  coupled: null,
  signing: { scheme: 'hmac', secret: '' },
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
  auth: {
    type: 'none',
    stored: null,
    grant: 'client_credentials',
    clientAuth: 'basic',
    requestFormat: 'form',
    ...noCredentials,
  },
  payload: {
    dialect: 'signpost',
    contentType: 'application/json',
    accept: 'application/json',
    data: 'everything',
    extraFields: [],
    fieldMapping: [],
    mappingText: null,
    options: {},
  },
  delivery: {
    timeoutSeconds: '15',
    verifyTls: true,
    tlsUnderstood: false,
    ca: '',
    headers: [],
    retries: 'usual',
    retrySchedule: [],
    success: usualSuccess,
    ordering: 'none',
    maxPerSecond: '',
    maxConcurrent: '',
  },
  alerts: { rules: 'organization', ...usualRules, emails: [] },
};

/** A new webhook as its organization begins one: what has to be chosen is not chosen yet. */
export function startValues({ policies, webhook }: WebhookDefaults): WebhookValues {
  const values = structuredClone(emptyValues);
  Object.assign(values.alerts, fromRules(webhook.alerts));
  const { requiredFields, authTypes, defaultEventsMode, defaultReceives, defaultDialect } = policies;
  values.events.mode = defaultEventsMode;
  values.routing.receives = defaultReceives === 'unrouted' ? 'usual' : 'matching';
  values.payload.dialect = defaultDialect;
  if (requiredFields.includes('routing.triggers')) values.routing.triggers = [];
  if (requiredFields.includes('auth') || !authTypes.includes('none')) values.auth.type = '';
  return values;
}

/** Secrets never come out of the API, so their fields begin empty: empty means "as it is". */
export function fromWebhook(webhook: Webhook, policies: Policies): WebhookValues {
  const { alerts, events, payload } = webhook;
  return {
    name: webhook.name,
    description: webhook.description,
    url: webhook.url,
    enabled: webhook.status === 'enabled',
    kind: webhook.kind,
    firing: webhook.firing,
    coupled: null,
    signing: { scheme: webhook.signing.scheme, secret: '' },
    events: { mode: events.mode, types: [...(events.types ?? [])], except: [...(events.except ?? [])] },
    routing: { ...structuredClone(webhook.routing), receives: receivesOf(webhook, policies) },
    auth: fromAuth(webhook.auth),
    payload: {
      dialect: payload.dialect,
      contentType: payload.contentType,
      accept: payload.accept,
      data: payload.data,
      extraFields: [...payload.extraFields],
      fieldMapping: toRows(payload.fieldMapping),
      mappingText: null,
      options: { ...payload.options },
    },
    delivery: fromDelivery(webhook.delivery),
    alerts: { rules: alerts.rules, ...fromRules(alerts), emails: [...alerts.emails] },
  };
}

/** One that has what the policy would give it follows the policy on. */
function receivesOf({ routing }: Webhook, policies: Policies): WebhookValues['routing']['receives'] {
  if (policies.defaultReceives !== 'unrouted') return routing.receives;
  const isDefault = routing.departments.length === 0 && routing.requestFrom.length === 0;
  return routing.receives === (isDefault ? 'unrouted' : 'matching') ? 'usual' : routing.receives;
}

function fromAuth(auth: Webhook['auth']): AuthValues {
  return {
    ...emptyValues.auth,
    type: auth.type,
    stored: auth.type,
    username: auth.username ?? '',
    name: auth.name ?? '',
    tokenUrl: auth.tokenUrl ?? '',
    clientId: auth.clientId ?? '',
    scope: auth.scope ?? '',
    audience: auth.audience ?? '',
    grant: auth.grant ?? 'client_credentials',
    clientAuth: auth.clientAuth ?? 'basic',
    requestFormat: auth.requestFormat ?? 'form',
  };
}

function fromDelivery(delivery: Webhook['delivery']): WebhookValues['delivery'] {
  return {
    timeoutSeconds: String(delivery.timeoutSeconds),
    verifyTls: delivery.verifyTls,
    tlsUnderstood: !delivery.verifyTls,
    ca: delivery.ca ?? '',
    headers: Object.entries(delivery.headers).map(([name, value]) => ({ name, value })),
    retries: delivery.retrySchedule.length === 0 ? 'none' : 'own',
    retrySchedule: [...delivery.retrySchedule],
    success: fromSuccess(delivery.success),
    ordering: delivery.ordering,
    maxPerSecond: textOf(delivery.maxPerSecond),
    maxConcurrent: textOf(delivery.maxConcurrent),
  };
}

function fromSuccess(success: Webhook['delivery']['success']): SuccessValues {
  if (typeof success === 'string') return { ...usualSuccess, rule: success };
  const { status, body } = success;
  return { rule: status, withBody: true, path: body.path, equals: String(body.equals) };
}

const textOf = (value: number | null) => (value === null ? '' : String(value));
