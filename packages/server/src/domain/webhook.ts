// A webhook: one configured destination with all its settings, as the program holds it in memory.
import { type AlertRules, defaultAlertRules } from './alert-rules.ts';
import type { Auth } from './auth.ts';
import type { Directory } from './directory.ts';
import { parseDuration } from './duration.ts';
import type { EnvironmentName } from './environment.ts';
import type { PayloadSettings } from './payload.ts';
import type { SecretKeys } from './signing.ts';
import type { SuccessRule } from './success-rule.ts';

/** `callout`: called with a request whose answer is needed at once; events do not go to it. */
export type WebhookKind = 'notification' | 'callout';
export const webhookKinds: readonly WebhookKind[] = ['notification', 'callout'];

export type EventSelection =
  | { readonly mode: 'all'; readonly except: readonly string[] }
  | { readonly mode: 'only'; readonly types: readonly string[] };

export interface DeliverySettings {
  readonly timeoutSeconds: number;
  readonly verifyTls: boolean;
  /** Authorities that are trusted beside the usual ones, as PEM; null: none. */
  readonly ca: string | null;
  /** Own headers, sent with every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Durations as written by the user: "5s", "30m". */
  readonly retrySchedule: readonly string[];
  /** What answer counts as success; `dialect`: what only the dialect's own code can tell. */
  readonly success: SuccessRule | 'dialect';
  /** `per-envelope`: the deliveries of one envelope go out in order, one at a time. */
  readonly ordering: 'none' | 'per-envelope';
  /** Requests each second at most, over all nodes; null: no limit. */
  readonly maxPerSecond: number | null;
  /** Requests at the same time at most, over all nodes; null: what the server allows. */
  readonly maxConcurrent: number | null;
}

/** Whether a webhook follows the rules of its organization. */
export type AlertRulesOf = 'organization' | 'own';

export interface AlertSettings extends AlertRules {
  readonly rules: AlertRulesOf;
  /** Told beside those whom the organization's rules name. */
  readonly emails: readonly string[];
}

export const defaultAlerts: AlertSettings = { rules: 'organization', ...defaultAlertRules, emails: [] };

/** `implicit`: every process fires it; `explicit`: only when the envelope or its template tells it. */
export type Firing = 'implicit' | 'explicit';

/** How an event came about: by what users do on the platform, or through an external system. */
export type TriggerSource = 'page' | 'integration';

/** Which events of the wanted types a webhook gets. Directory entries by id; an empty filter is no restriction. */
export interface RoutingFilters {
  readonly requestFrom: readonly string[];
  readonly departments: readonly string[];
  readonly businessUnits: readonly string[];
  readonly templates: readonly string[];
  readonly triggers: readonly TriggerSource[];
  readonly appIds: readonly string[];
  /** `unrouted`: only what no webhook with a department or Request From took. */
  readonly receives: 'matching' | 'unrouted';
}

export const openRouting: RoutingFilters = {
  requestFrom: [],
  departments: [],
  businessUnits: [],
  templates: [],
  triggers: ['page', 'integration'],
  appIds: [],
  receives: 'matching',
};

export type WebhookStatus = 'enabled' | 'disabled';

/**
 * Why a webhook is disabled: by a person, because its receiver answered 410 Gone, because the plan has no webhooks, or because
 * it failed for too long.
 */
export type DisabledReason = 'manual' | 'gone' | 'plan' | 'failing';

/** What becomes of the deliveries that wait when a webhook is disabled. */
export type PendingFate = 'hold' | 'skip';

/** All that a person configures of a webhook. */
export interface WebhookSettings {
  readonly name: string;
  readonly description: string;
  readonly url: string;
  readonly kind: WebhookKind;
  readonly firing: Firing;
  readonly events: EventSelection;
  readonly routing: RoutingFilters;
  readonly delivery: DeliverySettings;
  readonly auth: Auth;
  readonly payload: PayloadSettings;
  readonly alerts: AlertSettings;
}

export interface Webhook extends WebhookSettings {
  readonly id: string;
  readonly environmentId: number;
  readonly applicationId: string;
  readonly environment: EnvironmentName;
  readonly status: WebhookStatus;
  /** The schedule of `delivery`, parsed once. */
  readonly scheduleSeconds: readonly number[];
  /** Keys that sign: every live one does, the newest first. Made once: preparing a key costs more than signing. */
  readonly signingKeys: readonly SigningKey[];
}

export interface SigningKey extends SecretKeys {
  /** Milliseconds since the epoch; null for the present secret, which has no end. */
  readonly expiresAt: number | null;
}

/** A webhook with what its requests may tell of the organization. */
export interface Destination {
  readonly webhook: Webhook;
  readonly directory: Directory;
  /** The test inbox of its environment that its URL is; null: none. */
  readonly inboxId: string | null;
}

/** What a webhook is beside its settings. */
export type WebhookState = Pick<
  Webhook,
  'id' | 'environmentId' | 'applicationId' | 'environment' | 'status' | 'signingKeys'
>;

export function toWebhook(settings: WebhookSettings, state: WebhookState): Webhook {
  const { name, description, url, kind, firing, events, routing, delivery, auth, payload, alerts } = settings;
  return {
    name,
    description,
    url,
    kind,
    firing,
    events,
    routing,
    delivery,
    auth,
    payload,
    alerts,
    ...state,
    scheduleSeconds: delivery.retrySchedule.map((text) => parseDuration(text) ?? 0),
  };
}

/** The keys that sign at `now`: the present one, and during an overlap those before it. */
export function liveKeys({ signingKeys }: Pick<Webhook, 'signingKeys'>, now: number): readonly SecretKeys[] {
  return signingKeys.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
}

export const defaultDelivery: DeliverySettings = {
  timeoutSeconds: 15,
  verifyTls: true,
  ca: null,
  headers: {},
  retrySchedule: ['5s', '5m', '30m', '2h', '5h', '10h', '14h', '20h', '24h'],
  success: '2xx',
  ordering: 'none',
  maxPerSecond: null,
  maxConcurrent: null,
};
