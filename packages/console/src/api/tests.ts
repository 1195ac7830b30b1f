// Trying a webhook out: what it would send, and sending it now. Also with settings that are not saved.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';
import type { Place, WebhookInput } from './types.ts';

const base = '/api/v1/applications/{appId}/envs/{env}';

export interface Draft {
  /** null: a webhook that does not exist yet. */
  readonly webhookId: string | null;
  readonly settings: WebhookInput;
}

export const draftExampleOptions = (place: Place, { webhookId, settings }: Draft, type: string | undefined) =>
  queryOptions({
    queryKey: ['examples', place, webhookId, type ?? null, settings],
    queryFn: () => {
      const body = { settings, ...(type !== undefined && { type }) };
      return webhookId === null
        ? answered(http.POST(`${base}/webhooks/example`, { params: { path: place }, body }))
        : answered(
            http.POST(`${base}/webhooks/{id}/example`, {
              params: { path: { ...place, id: webhookId } },
              body,
            }),
          );
    },
    placeholderData: keepPreviousData,
    // The settings may carry a password that was just typed: nothing of it is kept.
    gcTime: 0,
    retry: false,
  });

export const testDraft = (
  place: Place,
  { webhookId, settings }: Draft,
  type: string | undefined,
  signal: AbortSignal,
) => {
  const body = { settings, ...(type !== undefined && { type }) };
  return webhookId === null
    ? answered(http.POST(`${base}/webhooks/test`, { params: { path: place }, body, signal }))
    : answered(
        http.POST(`${base}/webhooks/{id}/test`, {
          params: { path: { ...place, id: webhookId } },
          body,
          signal,
        }),
      );
};

export interface TestChoice {
  readonly type?: string;
  readonly eventId?: string;
  readonly enableOnSuccess?: boolean;
  /** JSON that is sent instead of the content, as it is written: parsing and writing it again would change numbers. */
  readonly contentText?: string;
}

export const testWebhook = (
  place: Place,
  id: string,
  { contentText, ...body }: TestChoice,
  signal?: AbortSignal,
) =>
  answered(
    http.POST(`${base}/webhooks/{id}/test`, {
      params: { path: { ...place, id } },
      body,
      bodySerializer: () => withContent(body, contentText),
      ...(signal && { signal }),
    }),
  );

function withContent(body: object, contentText: string | undefined): string {
  const members = Object.entries(body).map(([name, value]) => `"${name}":${JSON.stringify(value)}`);
  if (contentText !== undefined) members.push(`"content":${contentText}`);
  return `{${members.join()}}`;
}

/** A copy of an event with other content. */
export const testCopy = (place: Place, webhookId: string, eventId: string, contentText: string) =>
  testWebhook(place, webhookId, { eventId, contentText });

export const exampleOptions = (place: Place, id: string, type: string | undefined) =>
  queryOptions({
    queryKey: ['examples', place, id, type ?? null],
    queryFn: () =>
      answered(
        http.GET(`${base}/webhooks/{id}/example`, {
          params: { path: { ...place, id }, query: type === undefined ? {} : { type } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const testsOptions = (place: Place, webhookId: string) =>
  queryOptions({
    queryKey: ['tests', place, webhookId],
    queryFn: () =>
      answered(http.GET(`${base}/tests`, { params: { path: place, query: { webhookId, limit: 5 } } })),
  });

/** The copies of an event. */
export const copiesOptions = (place: Place, eventId: string) =>
  queryOptions({
    queryKey: ['tests', place, 'copies', eventId],
    queryFn: () =>
      answered(http.GET(`${base}/tests`, { params: { path: place, query: { eventId, limit: 20 } } })),
  });

/** Whether anything was ever tried out. */
export const latestTestOptions = (place: Place) =>
  queryOptions({
    queryKey: ['tests', place, 'latest'],
    queryFn: () => answered(http.GET(`${base}/tests`, { params: { path: place, query: { limit: 1 } } })),
  });
