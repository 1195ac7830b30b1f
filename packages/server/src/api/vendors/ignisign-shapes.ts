// Webhooks and deliveries in the shapes of Ignisign's API, and its topics as selections of our event types.
import { STATUS_CODES } from 'node:http';
import { ignisign, ignisignTopics } from '../../dialects/ignisign.ts';
import type { DeliveryState } from '../../domain/delivery.ts';
import { defaultPayload } from '../../domain/payload.ts';
import type { EventSelection, Webhook } from '../../domain/webhook.ts';
import { timeOfId } from '../../lib/ids.ts';
import { selects } from '../../routing/verdict.ts';
import type { DeliveryRecord } from '../../store/delivery-history.ts';
import type { EventRecord } from '../../store/history.ts';
import type { Snapshot } from '../../store/snapshots.ts';
import type { WebhookRecord } from '../../store/webhook-record.ts';

export function showEndpoint({ id, url, description, status, events, createdAt }: WebhookRecord) {
  return {
    _id: id,
    url,
    description,
    isDisabled: status === 'disabled',
    topics: disabledTopics(events),
    _createdAt: createdAt,
  };
}

/** `{SIGNER: true}`: that topic is not sent. */
function disabledTopics(events: EventSelection): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    [...ignisignTopics]
      .filter(([, types]) => types.length > 0)
      .map(([topic, types]) => [topic, !types.some((type) => selects(events, type))]),
  );
}

/** What is selected after some topics were switched; the others stay as they are. */
export function switchTopics(
  events: EventSelection,
  topics: Readonly<Record<string, boolean>>,
): EventSelection {
  const disabled = { ...disabledTopics(events), ...topics };
  const types = Object.keys(disabled)
    .filter((topic) => disabled[topic] === true)
    .flatMap((topic) => ignisignTopics.get(topic) ?? []);
  // What no topic tells of is not touched.
  const told = new Set([...ignisignTopics.values()].flat());
  const others = events.mode === 'all' ? events.except.filter((pattern) => !told.has(pattern)) : [];
  return { mode: 'all', except: [...new Set([...others, ...types])] };
}

type Status = 'SUCCESS' | 'PENDING' | 'FAILED';

const statuses: Readonly<Record<DeliveryState, Status>> = {
  pending: 'PENDING',
  held: 'PENDING',
  succeeded: 'SUCCESS',
  failed: 'FAILED',
  cancelled: 'FAILED',
};

export interface Told {
  readonly tenant: Snapshot;
  readonly webhook: Pick<Webhook, 'id' | 'name' | 'url' | 'payload'>;
  readonly delivery: DeliveryRecord;
  /** null when retention took it. */
  readonly event: (EventRecord & { readonly content: Buffer }) | null;
}

export function showWebhookEvent(told: Told) {
  const { tenant, webhook, delivery } = told;
  const { lastStatus, lastError } = delivery;
  return {
    _id: delivery.eventId,
    appId: tenant.applicationId,
    appEnv: tenant.environment,
    webhookId: webhook.id,
    ...naming(told),
    ...(lastError === null ? {} : { error: lastError }),
    ...(lastStatus === null
      ? {}
      : { response: { status: lastStatus, statusText: STATUS_CODES[lastStatus] ?? '' } }),
    status: statuses[delivery.state],
    _createdAt: new Date(timeOfId(delivery.id)),
  };
}

/** As the request names it; an event that Ignisign has no names for is shown by ours. */
function naming({ tenant, webhook, delivery, event }: Told) {
  const [topic = '', action = ''] = delivery.type.toUpperCase().split('.');
  const plain = { topic, action, msgNature: 'SUCCESS', content: {} };
  const options = webhook.payload.dialect === ignisign.name ? webhook.payload.options : {};
  if (event === null || ignisign.namesOf(event.type, options).length === 0) return plain;
  const { body } = ignisign.render({
    event: { ...event, id: delivery.eventId, occurredAt: event.occurredAt.getTime() },
    payload: { ...defaultPayload, dialect: ignisign.name, options },
    facts: {
      applicationId: tenant.applicationId,
      environment: tenant.environment,
      webhook,
      deliveryId: delivery.id,
      attempt: 1,
      verificationToken: null,
      companies: [],
    },
    keys: [],
    now: event.receivedAt.getTime(),
  });
  const told = JSON.parse(body.toString()) as typeof plain;
  return { topic: told.topic, action: told.action, msgNature: told.msgNature, content: told.content };
}
