// What an id belongs to: an event, a delivery, a webhook, a replay or an alert of this environment; else perhaps an envelope.
import type { QueryClient } from '@tanstack/react-query';
import { alertOptions } from '../api/alerts.ts';
import { deliveryOptions, eventOptions } from '../api/events.ts';
import { replayOptions } from '../api/replays.ts';
import type { Place } from '../api/types.ts';
import { webhookOptions } from '../api/webhooks.ts';

export type Found =
  | { readonly kind: 'event' | 'webhook' | 'replay' | 'alert' | 'other'; readonly id: string }
  | { readonly kind: 'delivery'; readonly id: string; readonly eventId: string };

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

export async function findById(queryClient: QueryClient, place: Place, id: string): Promise<Found> {
  const retry = false as const;
  const absent = () => null;
  // Senders choose the ids of events; all others are ours.
  const event = queryClient.fetchQuery({ ...eventOptions(place, id), retry }).catch(absent);
  if (!isUuid(id)) return (await event) === null ? { kind: 'other', id } : { kind: 'event', id };
  const [isEvent, webhook, delivery, replay, alert] = await Promise.all([
    event,
    queryClient.fetchQuery({ ...webhookOptions(place, id), retry }).catch(absent),
    queryClient.fetchQuery({ ...deliveryOptions(place, id), retry }).catch(absent),
    queryClient.fetchQuery({ ...replayOptions(place, id), retry }).catch(absent),
    queryClient.fetchQuery({ ...alertOptions(place, id), retry }).catch(absent),
  ]);
  if (isEvent !== null) return { kind: 'event', id };
  if (webhook !== null) return { kind: 'webhook', id };
  if (delivery !== null) return { kind: 'delivery', id, eventId: delivery.eventId };
  if (replay !== null) return { kind: 'replay', id };
  return alert === null ? { kind: 'other', id } : { kind: 'alert', id };
}
