// How store records are shown: names of the API, times as text, no internal ids where the sender chose one.

import { showAuth } from '../domain/auth.ts';
import type { Directory, directoryKinds } from '../domain/directory.ts';
import { Refusal } from '../domain/errors.ts';
import { withoutCredentials } from '../domain/header-rules.ts';
import { showAuthorities } from '../domain/pem.ts';
import { showRouting } from '../domain/routing-names.ts';
import { showBody } from '../domain/test-send.ts';
import type { DisabledReason } from '../domain/webhook.ts';
import { isUuid, timeOfId } from '../lib/ids.ts';
import { notices } from '../routing/notices.ts';
import type { AttemptRecord, DeliveryRecord } from '../store/delivery-history.ts';
import type { EventRecord } from '../store/history.ts';
import type { Page, PageRequest } from '../store/paging.ts';
import type { ReplayRecord } from '../store/replays.ts';
import type { WebhookHealth, WebhookRecord } from '../store/webhook-record.ts';

/** The lists that are read in pages. A cursor names its list: in another one the same id would mean nothing. */
type List =
  | 'organizations'
  | 'applications'
  | 'keys'
  | 'webhooks'
  | 'tests'
  | 'events'
  | 'deliveries'
  | 'sources'
  | 'members'
  | 'invitations'
  | 'people'
  | 'identity-providers'
  | 'alerts'
  | 'audit'
  | 'replays'
  | 'inboxes'
  | 'inbox-requests'
  | (typeof directoryKinds)[number]['segment'];

const cursorText = /^[A-Za-z0-9_-]{1,200}$/;

/** @param isId whether the text inside the cursor is an id of the list */
export function pageRequest(
  list: List,
  query: { limit?: number; cursor?: string },
  isId: (text: string) => boolean = isUuid,
): PageRequest {
  const limit = query.limit ?? 50;
  if (query.cursor === undefined) return { limit, after: null };
  const text = cursorText.test(query.cursor) ? Buffer.from(query.cursor, 'base64url').toString() : '';
  const after = text.slice(list.length + 1);
  if (text !== `${list} ${after}` || !isId(after)) throw new Refusal('invalid_cursor', { path: 'cursor' });
  return { limit, after };
}

export function showPage<T, S>(list: List, page: Page<T>, show: (item: T) => S) {
  const cursor = page.next === null ? null : Buffer.from(`${list} ${page.next}`).toString('base64url');
  return { data: page.data.map(show), nextCursor: cursor };
}

/** @param now an overlap of secrets that ended before is not shown; it also tells whether a certificate expires soon */
export function showWebhook(webhook: WebhookRecord, directory: Directory, now: number) {
  const { health, signing, ...rest } = webhook;
  const overlapEndsAt = (signing.overlapEndsAt?.getTime() ?? 0) > now ? signing.overlapEndsAt : null;
  return {
    ...rest,
    routing: showRouting(webhook.routing, directory),
    auth: showAuth(webhook.auth, now),
    authorities: showAuthorities(webhook.delivery.ca, now),
    signing: { ...signing, overlapEndsAt },
    notices: notices(webhook),
    health: showHealth(webhook, now),
  };
}

function showHealth({ status, disabledReason, health }: WebhookRecord, now: number) {
  const { alert, consecutiveFailures, failingSince, lastSuccessAt, lastFailureAt, pausedUntil } = health;
  return {
    state: healthState(status === 'disabled' ? disabledReason : null, health),
    consecutiveFailures,
    failingSince,
    lastSuccessAt,
    lastFailureAt,
    pausedUntil: pausedUntil !== null && pausedUntil.getTime() > now ? pausedUntil : null,
    disableAt: alert?.disableAt ?? null,
    alertId: alert?.id ?? null,
  };
}

function healthState(disabledReason: DisabledReason | null, { alert, failingSince }: WebhookHealth) {
  if (disabledReason === 'failing' || disabledReason === 'gone') return 'disabled';
  if (failingSince === null && alert?.kind !== 'failure_rate') return 'healthy';
  return alert?.stage === 'warned' ? 'warned' : 'failing';
}

export function showEvent(event: EventRecord) {
  const { id, senderId, ...rest } = event;
  return { id: senderId ?? id, ...rest };
}

export function showDelivery(delivery: DeliveryRecord) {
  const { state, ...rest } = delivery;
  return { ...rest, status: state, createdAt: new Date(timeOfId(delivery.id)) };
}

/** An estimate ends where it is seen to be wrong, and at the end of the replay all are known. */
export function showReplay(replay: ReplayRecord) {
  const { done, skippedBecause, state } = replay;
  const skipped = Object.values(skippedBecause).reduce((sum, count) => sum + count, 0);
  const gone = done + skipped;
  if (state === 'done') return { ...replay, total: gone, totalIsEstimate: false, skipped, progress: 1 };
  const total = replay.total === null ? null : Math.max(replay.total, gone);
  const share = total === null || total === 0 ? 0 : gone / total;
  return { ...replay, total, skipped, progress: Math.min(0.999, Math.round(share * 1000) / 1000) };
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
      headers: withoutCredentials(attempt.requestHeaders),
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
