// How store records are shown: names of the API, times as text, no internal ids where the sender chose one.

import { Refusal } from '../domain/errors.ts';
import { isUuid, timeOfId } from '../lib/ids.ts';
import type { AttemptRecord, DeliveryRecord, EventRecord } from '../store/history.ts';
import type { Page, PageRequest } from '../store/paging.ts';
import type { WebhookRecord } from '../store/webhooks.ts';

const cursorText = /^[A-Za-z0-9_-]{1,200}$/;

/** @param isId whether the text inside the cursor is an id of the list */
export function pageRequest(
  query: { limit?: number; cursor?: string },
  isId: (text: string) => boolean = isUuid,
): PageRequest {
  const limit = query.limit ?? 50;
  if (query.cursor === undefined) return { limit, after: null };
  const after = cursorText.test(query.cursor) ? Buffer.from(query.cursor, 'base64url').toString() : '';
  if (!isId(after)) throw new Refusal('invalid_cursor', { path: 'cursor' });
  return { limit, after };
}

export function showPage<T, S>(page: Page<T>, show: (item: T) => S) {
  return {
    data: page.data.map(show),
    nextCursor: page.next === null ? null : Buffer.from(page.next).toString('base64url'),
  };
}

export function showWebhook(webhook: WebhookRecord) {
  const { health, ...rest } = webhook;
  return { ...rest, health: { state: health.consecutiveFailures > 0 ? 'failing' : 'healthy', ...health } };
}

export function showEvent(event: EventRecord) {
  const { senderId, ...rest } = event;
  return { ...rest, id: senderId ?? event.id };
}

export function showDelivery(delivery: DeliveryRecord) {
  const { state, ...rest } = delivery;
  return { ...rest, status: state, createdAt: new Date(timeOfId(delivery.id)) };
}

const secretHeaders: readonly string[] = ['authorization', 'proxy-authorization', 'cookie'];

function redacted(headers: readonly (readonly [string, string])[]) {
  return headers.map(([name, value]) => [
    name,
    secretHeaders.includes(name.toLowerCase()) ? '[redacted]' : value,
  ]);
}

/** Bytes that are no UTF-8 are shown in base64: what is shown is always exactly what was sent. */
function showBody(body: Buffer) {
  const text = body.toString();
  return Buffer.from(text).equals(body)
    ? { body: text, bodyEncoding: 'utf8' }
    : { body: body.toString('base64'), bodyEncoding: 'base64' };
}

export function showAttempt(attempt: AttemptRecord) {
  const { number, trigger, outcome, startedAt, durationMs, firstByteMs, status, error } = attempt;
  return {
    number,
    trigger,
    outcome,
    startedAt,
    durationMs,
    firstByteMs,
    request: {
      method: 'POST',
      url: attempt.url,
      headers: redacted(attempt.requestHeaders),
      ...showBody(attempt.requestBody),
    },
    response:
      status === null
        ? null
        : {
            status,
            headers: attempt.responseHeaders ?? [],
            ...showBody(attempt.responseBody ?? Buffer.alloc(0)),
            bodyTruncated: attempt.responseTruncated,
          },
    error: error === null ? null : { kind: error, message: attempt.errorMessage ?? '' },
  };
}
