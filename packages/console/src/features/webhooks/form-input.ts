// What the webhook form sends. Pure. Parts that do not apply to what was chosen are left out, and so is what the organization
// decides as long as nothing else was chosen.
import type { WebhookInput } from '../../api/types.ts';
import { numberOrNull } from '../../lib/number-or-null.ts';
import { toRules } from '../../parts/alert-rules/rule-values.ts';
import { fromRows, type Mapping, readText } from './field-mapping.ts';
import type { AuthText, SuccessValues, WebhookValues } from './form-values.ts';

export function toInput(values: WebhookValues): WebhookInput {
  const { name, url, description, kind, firing, events, alerts } = values;
  const auth = authOf(values.auth);
  return {
    name: name.trim(),
    url: url.trim(),
    description,
    kind,
    firing,
    events:
      events.mode === 'all' ? { mode: 'all', except: events.except } : { mode: 'only', types: events.types },
    routing: routingOf(values.routing),
    ...(auth && { auth }),
    payload: payloadOf(values.payload),
    delivery: deliveryOf(values.delivery),
    // Rules that are said are the webhook's own from then on.
    alerts: {
      rules: alerts.rules,
      ...(alerts.rules === 'own' && toRules(alerts)),
      emails: alerts.emails,
    },
  };
}

/** Only a new webhook says them. */
export function signingOf({
  scheme,
  secret,
}: WebhookValues['signing']): NonNullable<WebhookInput['signing']> {
  return { scheme, ...(scheme === 'hmac' && secret.trim() !== '' && { secret: secret.trim() }) };
}

function routingOf({ receives, ...filters }: WebhookValues['routing']): NonNullable<WebhookInput['routing']> {
  if (receives !== 'usual') return { ...filters, receives };
  return filters;
}

function payloadOf(payload: WebhookValues['payload']): NonNullable<WebhookInput['payload']> {
  const { dialect, contentType, accept, data, extraFields, options } = payload;
  const fieldMapping = mappingOf(payload);
  const given = Object.entries(options).filter(([, value]) => value.trim() !== '');
  return {
    ...{ dialect, contentType, accept, data, extraFields, options: Object.fromEntries(given) },
    ...(fieldMapping && { fieldMapping }),
  };
}

/** null: it is being written, and cannot be read yet. */
function mappingOf({ fieldMapping, mappingText }: WebhookValues['payload']): Mapping[] | null {
  if (mappingText === null) return fromRows(fieldMapping);
  const read = readText(mappingText);
  return read.kind === 'mapping' ? read.mapping : null;
}

function deliveryOf(delivery: WebhookValues['delivery']): NonNullable<WebhookInput['delivery']> {
  const success = successOf(delivery.success);
  return {
    timeoutSeconds: numberOrNull(delivery.timeoutSeconds) ?? 0,
    verifyTls: delivery.verifyTls,
    ca: delivery.ca.trim() === '' ? null : delivery.ca,
    headers: Object.fromEntries(
      delivery.headers.filter((row) => row.name !== '').map((row) => [row.name.trim(), row.value]),
    ),
    ...(delivery.retries === 'own' && { retrySchedule: delivery.retrySchedule }),
    ...(delivery.retries === 'none' && { retrySchedule: [] }),
    ...(success && { success }),
    ordering: delivery.ordering,
    maxPerSecond: numberOrNull(delivery.maxPerSecond),
    maxConcurrent: numberOrNull(delivery.maxConcurrent),
  };
}

type Success = NonNullable<NonNullable<WebhookInput['delivery']>['success']>;

function successOf({ rule, withBody, path, equals }: SuccessValues): Success | null {
  if (rule === 'usual') return null;
  if (rule === 'dialect' || !withBody) return rule;
  return { status: rule, body: { path: path.trim(), equals } };
}

type AuthInput = NonNullable<WebhookInput['auth']>;

function authOf(auth: WebhookValues['auth']): AuthInput | null {
  /** A secret that was not entered stays as it is. */
  const secrets = (...names: readonly AuthText[]) =>
    Object.fromEntries(names.filter((name) => auth[name] !== '').map((name) => [name, auth[name]]));
  const { type } = auth;
  switch (type) {
    case '':
      return null;
    case 'none':
      return { type };
    case 'basic':
      return { type, username: auth.username, ...secrets('password') };
    case 'custom':
      return { type, name: auth.name, ...secrets('value') };
    case 'bearer':
      return { type, ...secrets('token') };
    case 'mtls':
      return { type, ...secrets('certificate', 'key', 'passphrase') };
    case 'oauth2':
      return { type, ...oauth2Of(auth), ...secrets('clientSecret') };
  }
}

function oauth2Of(auth: WebhookValues['auth']): Omit<AuthInput, 'type'> {
  const { tokenUrl, clientId, grant, clientAuth, requestFormat, scope, audience, stored } = auth;
  const user = {
    username: auth.username,
    ...(auth.password !== '' && { password: auth.password }),
    // A public client has none, which has to be said once.
    ...(stored !== 'oauth2' && { clientSecret: '' }),
  };
  return {
    ...{ tokenUrl: tokenUrl.trim(), clientId: clientId.trim(), grant, clientAuth, requestFormat },
    scope: scope.trim() || null,
    audience: audience.trim() || null,
    ...(grant === 'password' && user),
  };
}
