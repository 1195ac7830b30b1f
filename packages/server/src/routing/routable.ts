// What routing looks at: of an event and of a webhook. Directory entries stand by id, so that renaming one changes nothing.
import type { PayloadSettings } from '../domain/payload.ts';
import type {
  EventSelection,
  Firing,
  RoutingFilters,
  TriggerSource,
  WebhookKind,
  WebhookStatus,
} from '../domain/webhook.ts';

export interface RoutableEvent {
  readonly type: string;
  readonly requestFrom: readonly string[];
  readonly department: string | null;
  readonly businessUnit: string | null;
  readonly template: string | null;
  readonly trigger: TriggerSource | null;
  readonly appId: string | null;
  /** Webhooks that the envelope itself told to fire. */
  readonly integrations: readonly string[];
  /** Webhooks that are coupled with the envelope's template. */
  readonly coupled: readonly string[];
  /** The webhook that the event is about, where it is about one. */
  readonly about: string | null;
}

export interface RoutableWebhook {
  readonly id: string;
  readonly status: WebhookStatus;
  readonly kind: WebhookKind;
  readonly firing: Firing;
  readonly events: EventSelection;
  readonly routing: RoutingFilters;
  readonly payload: Pick<PayloadSettings, 'dialect' | 'options'>;
}
