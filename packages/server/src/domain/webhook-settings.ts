// A webhook's settings as they come in, made whole: what is left out stays as it is (or is the default of a new webhook),
// names of the directory become ids, and everything that is wrong is told at once.
import { type AlertRules, toAlertRules } from './alert-rules.ts';
import { type AuthInput, authHeaderName, headerClashes, readAuth } from './auth.ts';
import type { Directory } from './directory.ts';
import { movedCredentials } from './moved-credentials.ts';
import {
  type DialectFacts,
  defaultPayload,
  type PayloadInput,
  payloadProblems,
  toPayload,
} from './payload.ts';
import { readCertificates } from './pem.ts';
import { invalid, type Problem } from './problems.ts';
import type { Policies } from './profiles.ts';
import { type RoutingInput, readRouting } from './routing-names.ts';
import { isSameRule, type SuccessRule } from './success-rule.ts';
import {
  type DeliverySettings,
  defaultAlerts,
  defaultDelivery,
  type EventSelection,
  type Firing,
  openRouting,
  type WebhookKind,
  type WebhookSettings,
} from './webhook.ts';
import {
  type AlertInput,
  alertProblems,
  type DeliveryInput,
  deliveryProblems,
  type SelectionInput,
  selectionProblems,
  toAlerts,
  toDelivery,
  toSelection,
} from './webhook-rules.ts';

/** Every field is optional: a new webhook's missing ones come from its defaults. */
export interface WebhookInput {
  readonly name?: string;
  readonly description?: string;
  readonly url?: string;
  readonly kind?: WebhookKind;
  readonly firing?: Firing;
  readonly events?: Partial<SelectionInput>;
  readonly routing?: RoutingInput;
  readonly delivery?: DeliveryInput;
  readonly auth?: AuthInput;
  readonly payload?: PayloadInput;
  readonly alerts?: AlertInput;
}

export interface ReadSettings {
  readonly settings: WebhookSettings;
  readonly problems: readonly Problem[];
}

/** What the organization makes of a webhook about which nothing else is said. */
interface Usual {
  readonly policies: Policies;
  readonly alertRules: AlertRules;
}

/** What a webhook is before anything was said about it. */
export function newWebhook({ policies, alertRules }: Usual): WebhookSettings {
  return {
    name: '',
    description: '',
    url: '',
    kind: 'notification',
    firing: 'implicit',
    events: { mode: 'all', except: [] },
    routing: openRouting,
    delivery: {
      ...defaultDelivery,
      retrySchedule: policies.defaultRetrySchedule,
      success: policies.defaultSuccess,
    },
    auth: { type: 'none' },
    payload: { ...defaultPayload, dialect: policies.defaultDialect },
    alerts: { ...defaultAlerts, ...toAlertRules({}, alertRules) },
  };
}

/** What must be known of a dialect to make settings whole. */
export interface KnownDialect extends DialectFacts {
  readonly success: SuccessRule;
  /** In words, where its own rule says more than `success` can. */
  readonly successNote: string | null;
}

export interface SettingsContext {
  readonly dialects: readonly KnownDialect[];
  readonly directory: Directory;
  /** What webhooks without rules of their own follow. */
  readonly alertRules: AlertRules;
  /** Why a URL may not be a webhook's, in words; null when it may. */
  readonly urlProblem: (url: string) => string | null;
  /** How `events` without a mode are read. */
  readonly eventsMode: EventSelection['mode'];
  readonly now: number;
}

export function readSettings(
  input: WebhookInput,
  present: WebhookSettings,
  { directory, alertRules, dialects, urlProblem, eventsMode, now }: SettingsContext,
): ReadSettings {
  const selection = input.events && { mode: eventsMode, ...input.events };
  const { routing, problems: unknown } = readRouting(input.routing ?? {}, present.routing, directory);
  const { auth, problems: authProblems } = readAuth(input.auth, present.auth, { urlProblem, now });
  const { ca, problems: caProblems } = readAuthorities(input.delivery, present.delivery, now);
  const payload = toPayload(input.payload, present.payload);
  const success = successAfter(present, payload.dialect, dialects);
  const delivery = { ...toDelivery(input.delivery, { ...present.delivery, success }), ca };
  const reason = input.url === undefined ? null : urlProblem(input.url);
  const settings = {
    name: input.name ?? present.name,
    description: input.description ?? present.description,
    url: input.url ?? present.url,
    kind: input.kind ?? present.kind,
    firing: input.firing ?? present.firing,
    events: selection === undefined ? present.events : toSelection(selection),
    routing,
    delivery,
    auth,
    payload,
    alerts: toAlerts(input.alerts, present.alerts, alertRules),
  };
  const problems: Problem[] = [
    ...(reason === null ? [] : [{ code: 'url_refused', path: 'url', details: { reason } } as const]),
    ...selectionProblems(selection),
    ...unknown,
    ...deliveryProblems(input.delivery),
    ...caProblems,
    ...authProblems,
    ...(authProblems.length > 0 ? [] : movedCredentials(input.auth, present, settings)),
    ...schemeProblems(settings, input),
    ...payloadProblems(payload, dialects),
    ...headerClashes(auth, delivery.headers),
    ...dialectClashes(settings, dialects),
    ...alertProblems(input.alerts, alertRules),
  ];
  return { settings, problems };
}

/** A header that the dialect sets itself would be sent twice. */
function dialectClashes(
  { payload, delivery, auth }: Pick<WebhookSettings, 'payload' | 'delivery' | 'auth'>,
  dialects: readonly KnownDialect[],
): readonly Problem[] {
  const taken = dialects.find(({ name }) => name === payload.dialect)?.headers ?? [];
  const reason = `is set by the dialect ${payload.dialect}`;
  const own = Object.keys(delivery.headers).filter((name) => taken.includes(name.toLowerCase()));
  const problems = own.map((name) => invalid(`delivery.headers.${name}`, reason));
  return taken.includes(authHeaderName(auth) ?? '') ? [...problems, invalid('auth.name', reason)] : problems;
}

/** Another dialect brings its own rule, unless somebody had chosen one. */
function successAfter(
  { payload, delivery }: WebhookSettings,
  dialect: string,
  dialects: readonly KnownDialect[],
): SuccessRule | 'dialect' {
  const usual = usualSuccess(payload.dialect, dialects);
  const isChosen = usual === null || !isSameRule(usual, delivery.success);
  return payload.dialect === dialect || isChosen
    ? delivery.success
    : (usualSuccess(dialect, dialects) ?? delivery.success);
}

function usualSuccess(name: string, dialects: readonly KnownDialect[]): SuccessRule | 'dialect' | null {
  const dialect = dialects.find((known) => known.name === name);
  if (!dialect) return null;
  return dialect.successNote === null ? dialect.success : 'dialect';
}

/** Written anew, so that nothing but certificates is kept: they are shown to whoever sees the webhook. */
function readAuthorities(
  { ca }: DeliveryInput = {},
  present: DeliverySettings,
  now: number,
): Pick<DeliverySettings, 'ca'> & { problems: readonly Problem[] } {
  if (ca === undefined) return { ca: present.ca, problems: [] };
  if (ca === null) return { ca: null, problems: [] };
  const read = readCertificates(ca, now);
  if (read.kind === 'certificates') return { ca: read.pem, problems: [] };
  return { ca: null, problems: [invalid('delivery.ca', read.reason)] };
}

/** Over plain HTTP nobody would ask for the client certificate. */
function schemeProblems({ url, auth }: WebhookSettings, input: WebhookInput): readonly Problem[] {
  if (auth.type !== 'mtls' || !/^http:/i.test(url)) return [];
  return input.auth === undefined
    ? [invalid('url', 'must begin with https://: the webhook identifies itself by a client certificate')]
    : [invalid('auth.type', 'needs a URL that begins with https://')];
}
