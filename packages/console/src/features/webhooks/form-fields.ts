// Where the webhook form has a place for what the server finds wrong, and what it finds wrong itself before it asks.
import { readText } from './field-mapping.ts';
import { authTexts, type WebhookValues } from './form-values.ts';

const fields = [
  ...(['name', 'description', 'url', 'kind', 'firing', 'signing.scheme', 'signing.secret'] as const),
  ...(['events', 'events.types', 'events.except'] as const),
  ...(['routing.receives', 'routing.departments', 'routing.requestFrom', 'routing.businessUnits'] as const),
  ...(['routing.templates', 'routing.triggers', 'routing.appIds'] as const),
  ...(['auth.type', 'auth.grant', 'auth.clientAuth', 'auth.requestFormat'] as const),
  ...authTexts.map((name) => `auth.${name}` as const),
  ...(['payload.dialect', 'payload.contentType', 'payload.accept', 'payload.data'] as const),
  ...(['payload.extraFields', 'payload.fieldMapping'] as const),
  ...(['delivery.timeoutSeconds', 'delivery.verifyTls', 'delivery.ca', 'delivery.headers'] as const),
  ...([
    'delivery.retrySchedule',
    'delivery.success',
    'delivery.success.path',
    'delivery.success.equals',
  ] as const),
  ...(['delivery.ordering', 'delivery.maxPerSecond', 'delivery.maxConcurrent'] as const),
  ...(['alerts.rules', 'alerts.afterConsecutiveFailures', 'alerts.disableAfter', 'alerts.emails'] as const),
  ...(['alerts.failureRate.percent', 'alerts.failureRate.hours', 'alerts.failureRate.attemptsMin'] as const),
] as const;

/** Fields that can be wrong, as the form names them; with those that the chosen format brings. */
export function fieldsOf({ payload }: WebhookValues): readonly string[] {
  return [...fields, ...Object.keys(payload.options).map((name) => `payload.options.${name}`)];
}

/** Where form and API differ. */
export function renamed(path: string): string {
  if (path === 'auth') return 'auth.type';
  if (path.startsWith('delivery.success.body.')) return path.replace('.body.', '.');
  return path;
}

export type OwnProblem = 'mapping' | 'tls';

/** What never gets as far as the server. */
export function ownProblems({ payload, delivery }: WebhookValues): ReadonlyMap<string, OwnProblem> {
  const problems = new Map<string, OwnProblem>();
  if (payload.mappingText !== null && readText(payload.mappingText).kind !== 'mapping')
    problems.set('payload.fieldMapping', 'mapping');
  if (!delivery.verifyTls && !delivery.tlsUnderstood) problems.set('delivery.tlsUnderstood', 'tls');
  return problems;
}
