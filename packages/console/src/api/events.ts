// Events and deliveries: what happened, and what was sent because of it.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';
import type { DeliveryState, EventDetail, Place } from './types.ts';

const base = '/api/v1/applications/{appId}/envs/{env}';

/** What deliveries are asked for by, whether they are listed or counted. */
export interface DeliveryFilter {
  readonly webhookId?: string | undefined;
  readonly eventId?: string | undefined;
  readonly envelopeId?: string | undefined;
  readonly status?: DeliveryState | undefined;
  /** Of those that are pending: whether an attempt failed before. */
  readonly retrying?: boolean | undefined;
  readonly type?: string | undefined;
  readonly severity?: string | undefined;
  readonly httpStatus?: string | undefined;
  readonly error?: string | undefined;
  readonly minAttempts?: number | undefined;
  /** By name or id. */
  readonly department?: string | undefined;
  readonly requestFrom?: string | undefined;
  readonly trigger?: 'page' | 'integration' | undefined;
  /** A value in the content of its event: `path=value`. */
  readonly body?: string | undefined;
  /** Sent again by this replay. */
  readonly replayId?: string | undefined;
  /** Any id, whole. */
  readonly q?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface DeliveryQuery extends DeliveryFilter {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export interface EventQuery {
  readonly type?: string | undefined;
  readonly envelopeId?: string | undefined;
  readonly q?: string | undefined;
  readonly status?: DeliveryState | 'unmatched' | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** Without the members that say nothing. */
function given<T extends object>(query: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as never;
}

export const readDeliveries = (place: Place, query: DeliveryQuery) =>
  answered(http.GET(`${base}/deliveries`, { params: { path: place, query: given(query) as never } }));

export const deliveriesOptions = (place: Place, query: DeliveryQuery) =>
  queryOptions({
    queryKey: ['deliveries', place, given(query)],
    queryFn: () => readDeliveries(place, query),
    placeholderData: keepPreviousData,
  });

/** How many there are in each state. They move on by themselves. */
export const deliveryCountsOptions = (place: Place, filter: DeliveryFilter) =>
  queryOptions({
    queryKey: ['deliveries', place, 'counts', given(filter)],
    queryFn: () =>
      answered(
        http.GET(`${base}/deliveries/counts`, { params: { path: place, query: given(filter) as never } }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });

export const deliveryOptions = (place: Place, id: string) =>
  queryOptions({
    queryKey: ['deliveries', place, id],
    queryFn: () => answered(http.GET(`${base}/deliveries/{id}`, { params: { path: { ...place, id } } })),
  });

export const eventsOptions = (place: Place, query: EventQuery) =>
  queryOptions({
    queryKey: ['events', place, given(query)],
    queryFn: () =>
      answered(http.GET(`${base}/events`, { params: { path: place, query: given(query) as never } })),
    placeholderData: keepPreviousData,
  });

/** An event, with its content as the bytes that were accepted: parsing and writing it again would change numbers. */
export type ReadEvent = EventDetail & { readonly contentText: string };

export const eventOptions = (place: Place, id: string) =>
  queryOptions({
    queryKey: ['events', place, id],
    queryFn: async (): Promise<ReadEvent> => {
      const text = await answered(
        http.GET(`${base}/events/{id}`, { params: { path: { ...place, id } }, parseAs: 'text' }),
      );
      return readEvent(text as unknown as string);
    },
  });

/** The content is the last member of the answer, put in as it came. */
export function readEvent(text: string): ReadEvent {
  const event = JSON.parse(text) as EventDetail;
  const { content, ...rest } = event;
  const head = `${JSON.stringify(rest).slice(0, -1)},"content":`;
  const contentText = text.startsWith(head) ? text.slice(head.length, -1) : JSON.stringify(content);
  return { ...event, contentText };
}

export const explanationOptions = (place: Place, id: string) =>
  queryOptions({
    queryKey: ['events', place, id, 'explain'],
    queryFn: () => answered(http.GET(`${base}/events/{id}/explain`, { params: { path: { ...place, id } } })),
  });

export const routeAgain = (place: Place, id: string) =>
  answered(http.POST(`${base}/events/{id}/route`, { params: { path: { ...place, id } } }));

/** @param webhookId another webhook than its own */
export const resendDelivery = (place: Place, id: string, webhookId?: string) =>
  answered(
    http.POST(`${base}/deliveries/{id}/resend`, {
      params: { path: { ...place, id } },
      body: webhookId === undefined ? null : { webhookId },
    }),
  );

/** What waits is not sent any more. It can still be sent again by hand. */
export const cancelDelivery = (place: Place, id: string) =>
  answered(http.POST(`${base}/deliveries/{id}/cancel`, { params: { path: { ...place, id } } }));
