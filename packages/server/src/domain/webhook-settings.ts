// A webhook's settings as they come in, made whole: what is left out stays as it is (or is the default of a new webhook),
// names of the directory become ids, and everything that is wrong is told at once.
import { type AuthInput, headerClashes, readAuth } from './auth.ts';
import type { Directory } from './directory.ts';
import type { Problem } from './problems.ts';
import { type RoutingInput, readRouting } from './routing-names.ts';
import {
  type AlertSettings,
  defaultAlerts,
  defaultDelivery,
  type Firing,
  openRouting,
  type WebhookKind,
  type WebhookSettings,
} from './webhook.ts';
import {
  alertProblems,
  type DeliveryInput,
  deliveryProblems,
  type SelectionInput,
  selectionProblems,
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
  readonly events?: SelectionInput;
  readonly routing?: RoutingInput;
  readonly delivery?: DeliveryInput;
  readonly auth?: AuthInput;
  readonly alerts?: Partial<AlertSettings>;
}

export interface ReadSettings {
  readonly settings: WebhookSettings;
  readonly problems: readonly Problem[];
}

export const newWebhook: WebhookSettings = {
  name: '',
  description: '',
  url: '',
  kind: 'notification',
  firing: 'implicit',
  events: { mode: 'all', except: [] },
  routing: openRouting,
  delivery: defaultDelivery,
  auth: { type: 'none' },
  alerts: defaultAlerts,
};

export interface SettingsContext {
  readonly directory: Directory;
  /** Why a URL may not be a webhook's, in words; null when it may. */
  readonly urlProblem: (url: string) => string | null;
}

export function readSettings(
  input: WebhookInput,
  present: WebhookSettings,
  { directory, urlProblem }: SettingsContext,
): ReadSettings {
  const { routing, problems: unknown } = readRouting(input.routing ?? {}, present.routing, directory);
  const { auth, problems: authProblems } = readAuth(input.auth, present.auth);
  const delivery = toDelivery(input.delivery, present.delivery);
  const reason = input.url === undefined ? null : urlProblem(input.url);
  const settings = {
    name: input.name ?? present.name,
    description: input.description ?? present.description,
    url: input.url ?? present.url,
    kind: input.kind ?? present.kind,
    firing: input.firing ?? present.firing,
    events: input.events === undefined ? present.events : toSelection(input.events),
    routing,
    delivery,
    auth,
    alerts: { ...present.alerts, ...input.alerts },
  };
  const problems: Problem[] = [
    ...(reason === null ? [] : [{ code: 'url_refused', path: 'url', details: { reason } } as const]),
    ...selectionProblems(input.events),
    ...unknown,
    ...deliveryProblems(input.delivery),
    ...authProblems,
    ...headerClashes(auth, delivery.headers),
    ...alertProblems(input.alerts),
  ];
  return { settings, problems };
}
