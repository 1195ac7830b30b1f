// Webhooks: one query-options function for each read, one function for each change.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';
import type { EnvironmentName, Place, Webhook, WebhookChange, WebhookInput } from './types.ts';

const list = '/api/v1/applications/{appId}/envs/{env}/webhooks';
const one = '/api/v1/applications/{appId}/envs/{env}/webhooks/{id}';

const pageItems = 200;
/** Filters and sorting run over the whole list: an environment has tens of webhooks, seldom hundreds. */
const webhooksMax = 1000;
const missedEveryMs = 30_000;

/** Webhooks of an environment, up to a bound; `complete` says whether these are all. */
export interface WebhookList {
  readonly webhooks: readonly Webhook[];
  readonly complete: boolean;
}

async function readAll(place: Place): Promise<WebhookList> {
  const webhooks: Webhook[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = {
      limit: pageItems,
      ...(cursor !== null && { cursor }),
    };
    const page = await answered(http.GET(list, { params: { path: place, query } }));
    webhooks.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null && webhooks.length < webhooksMax);
  return { webhooks, complete: cursor === null };
}

export const webhooksOptions = (place: Place) =>
  queryOptions({ queryKey: ['webhooks', place], queryFn: () => readAll(place) });

export const webhookOptions = (place: Place, id: string) =>
  queryOptions({
    queryKey: ['webhooks', place, id],
    queryFn: () => answered(http.GET(one, { params: { path: { ...place, id } } })),
  });

/** How much it missed since it was disabled. Counted while it is looked at: events go on coming. */
export const missedOptions = (place: Place, id: string) =>
  queryOptions({
    queryKey: ['webhooks', place, id, 'missed'],
    queryFn: () => answered(http.GET(`${one}/missed`, { params: { path: { ...place, id } } })),
    refetchInterval: missedEveryMs,
  });

/** The same of a time that is chosen. */
export const missedWithinOptions = (place: Place, id: string, span: { from: string; to: string }) =>
  queryOptions({
    queryKey: ['webhooks', place, id, 'missed', span],
    queryFn: () => answered(http.GET(`${one}/missed`, { params: { path: { ...place, id }, query: span } })),
    placeholderData: keepPreviousData,
    retry: false,
  });

export const createWebhook = (place: Place, body: WebhookInput) =>
  answered(http.POST(list, { params: { path: place }, body }));

/** @param revision the one that was read: what somebody else changed in between is not overwritten */
export const changeWebhook = (place: Place, id: string, revision: number, body: WebhookChange) =>
  answered(
    http.PATCH(one, { params: { path: { ...place, id } }, headers: { 'if-match': `"${revision}"` }, body }),
  );

/** @param name of the webhook, as the person typed it */
export const deleteWebhook = (place: Place, id: string, name: string) =>
  answered(http.DELETE(one, { params: { path: { ...place, id }, query: { confirm: name } } }));

export const enableWebhook = (place: Place, id: string) =>
  answered(http.POST(`${one}/enable`, { params: { path: { ...place, id } } }));

export const disableWebhook = (place: Place, id: string, pending: 'hold' | 'skip') =>
  answered(http.POST(`${one}/disable`, { params: { path: { ...place, id } }, body: { pending } }));

export const rotateSecret = (place: Place, id: string, graceSeconds: number) =>
  answered(http.POST(`${one}/rotate-secret`, { params: { path: { ...place, id } }, body: { graceSeconds } }));

export const endOverlap = (place: Place, id: string) =>
  answered(http.POST(`${one}/end-overlap`, { params: { path: { ...place, id } } }));

export const duplicateWebhook = (place: Place, id: string, environment: EnvironmentName) =>
  answered(http.POST(`${one}/duplicate`, { params: { path: { ...place, id } }, body: { environment } }));
