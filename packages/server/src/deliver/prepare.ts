// Makes the request of one attempt: the dialect renders and proves it, the webhook adds its own headers.
// Pure: the time is an argument, settings and keys are the webhook's present ones.
import type { Dialect, Header, RenderContext } from '../dialects/dialect.ts';
import { makeRequest } from '../dialects/request.ts';
import { authHeader, authHeaderName } from '../domain/auth.ts';
import type { Trigger } from '../domain/delivery.ts';
import { defaultPayload } from '../domain/payload.ts';
import type { StoredEvent } from '../domain/stored-event.ts';
import { liveKeys, type Webhook } from '../domain/webhook.ts';
import type { HeaderList, OutgoingRequest } from './send.ts';

/** A delivery whose lease this node has. */
export interface LeasedDelivery {
  readonly id: string;
  readonly environmentId: number;
  readonly webhookId: string;
  /** Number of the attempt to be made, from 1. */
  readonly attempt: number;
  /** Entries of the retry schedule that are used up. */
  readonly step: number;
  readonly trigger: Trigger;
  readonly event: StoredEvent;
}

/** The request of one attempt, ready to be sent. */
export interface Prepared {
  readonly leased: LeasedDelivery;
  readonly webhook: Webhook;
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: Buffer;
  /** What is kept of the body: what stands before and after the event's content, or all of it (tail null). */
  readonly head: Buffer;
  readonly tail: Buffer | null;
}

const userAgent = 'Signpost/0.1 (+webhooks)';

export function prepare(leased: LeasedDelivery, webhook: Webhook, dialect: Dialect, now: number): Prepared {
  const request = makeRequest(dialect, contextOf(leased, webhook, now));
  const { body, contentAt } = request;
  const headers: Header[] = request.headers.filter(([name]) => name !== 'accept' || !hasOwn(webhook, name));
  if (!hasOwn(webhook, 'user-agent')) headers.push(['user-agent', userAgent]);
  headers.push(...Object.entries(webhook.delivery.headers));
  const credential = authHeader(webhook.auth);
  if (credential !== null) headers.push(credential);
  return {
    leased,
    webhook,
    url: webhook.url,
    headers,
    body,
    ...around(body, contentAt, leased.event.content.length),
  };
}

function contextOf(leased: LeasedDelivery, webhook: Webhook, now: number): RenderContext {
  const { id, name, url, environment } = webhook;
  return {
    event: leased.event,
    payload: defaultPayload,
    facts: {
      // The one dialect that is sent in yet does not say it.
      applicationId: '',
      environment,
      webhook: { id, name, url },
      deliveryId: leased.id,
      attempt: leased.attempt,
      verificationToken: null,
      companies: [],
    },
    keys: liveKeys(webhook, now),
    now,
  };
}

function around(
  body: Buffer,
  contentAt: number | null,
  contentBytes: number,
): Pick<Prepared, 'head' | 'tail'> {
  if (contentAt === null) return { head: body, tail: null };
  return { head: body.subarray(0, contentAt), tail: body.subarray(contentAt + contentBytes) };
}

function hasOwn(webhook: Webhook, name: string): boolean {
  return Object.keys(webhook.delivery.headers).some((own) => own.toLowerCase() === name);
}

/** What is sent of it, and how. */
export function outgoing({ url, headers, body, webhook }: Prepared): OutgoingRequest {
  return {
    url,
    headers,
    body,
    timeoutMs: webhook.delivery.timeoutSeconds * 1000,
    verifyTls: webhook.delivery.verifyTls,
    addresses: webhook.environment === 'DEVELOPMENT' ? 'loopback-too' : 'public',
  };
}

/** Credentials are sealed where they are kept: history must not hold them in the clear. */
export function withoutCredential(headers: HeaderList, { auth }: Pick<Webhook, 'auth'>): HeaderList {
  const secret = authHeaderName(auth);
  if (secret === null) return headers;
  return headers.map(([name, value]) => [name, name.toLowerCase() === secret ? '[redacted]' : value]);
}
