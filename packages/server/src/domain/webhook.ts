// A webhook: one configured destination with all its settings, as the program holds it in memory.
import type { KeyObject } from 'node:crypto';
import type { EnvironmentName } from './environment.ts';

export type EventSelection =
  | { readonly mode: 'all'; readonly except: readonly string[] }
  | { readonly mode: 'only'; readonly types: readonly string[] };

export interface DeliverySettings {
  readonly timeoutSeconds: number;
  readonly verifyTls: boolean;
  /** Own headers, sent with every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Durations as written by the user: "5s", "30m". */
  readonly retrySchedule: readonly string[];
}

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

/** Why a webhook is disabled: by a person, or because its receiver answered 410 Gone. */
export type DisabledReason = 'manual' | 'gone';

export interface Webhook {
  readonly id: string;
  readonly environmentId: number;
  readonly environment: EnvironmentName;
  readonly name: string;
  readonly description: string;
  readonly url: string;
  readonly status: WebhookStatus;
  readonly firing: Firing;
  readonly events: EventSelection;
  readonly routing: RoutingFilters;
  readonly delivery: DeliverySettings;
  /** The schedule of `delivery`, parsed once. */
  readonly scheduleSeconds: readonly number[];
  /** Keys that sign: every live one does, the newest first. Made once: preparing a key costs more than signing. */
  readonly signingKeys: readonly SigningKey[];
}

export interface SigningKey {
  readonly key: KeyObject;
  /** Milliseconds since the epoch; null for the present secret, which has no end. */
  readonly expiresAt: number | null;
}

/** The keys that sign at `now`: the present one, and during an overlap those before it. */
export function liveKeys({ signingKeys }: Pick<Webhook, 'signingKeys'>, now: number): readonly KeyObject[] {
  return signingKeys.filter(({ expiresAt }) => expiresAt === null || expiresAt > now).map(({ key }) => key);
}

export const defaultDelivery: DeliverySettings = {
  timeoutSeconds: 15,
  verifyTls: true,
  headers: {},
  retrySchedule: ['5s', '5m', '30m', '2h', '5h', '10h', '14h', '20h', '24h'],
};

/** Header names that Signpost or HTTP itself sets; a webhook may not set them. */
export const reservedHeaders: readonly string[] = [
  'host',
  'connection',
  'content-length',
  'content-type',
  'transfer-encoding',
  'keep-alive',
  'proxy-connection',
  'proxy-authorization',
  'te',
  'trailer',
  'upgrade',
  'expect',
  'http2-settings',
  'accept-encoding',
  'webhook-id',
  'webhook-timestamp',
  'webhook-signature',
];
