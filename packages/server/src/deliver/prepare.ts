// Makes the request of one attempt: the dialect renders and proves it, the webhook adds its own headers.
// Pure: the time is an argument, settings and keys are the webhook's present ones.
import type { KeyObject } from 'node:crypto';
import type { AttemptFacts, Dialect, Header, RenderContext } from '../dialects/dialect.ts';
import { findDialect, judgeAnswer } from '../dialects/index.ts';
import { makeRequest } from '../dialects/request.ts';
import { authHeader, authHeaderName } from '../domain/auth.ts';
import type { Judgement, Trigger } from '../domain/delivery.ts';
import type { Company, Directory } from '../domain/directory.ts';
import type { StoredEvent } from '../domain/stored-event.ts';
import { issueToken } from '../domain/verification-token.ts';
import { type Destination, liveKeys, type Webhook } from '../domain/webhook.ts';
import type { LeasePlace } from '../store/leases.ts';
import type { InboxTarget } from './post.ts';
import type { HeaderList, OutgoingRequest, SendResult } from './send.ts';
import { tlsIdentity } from './tls-identity.ts';

/** What an attempt tells its receiver about. */
export interface AttemptSubject {
  /** Of the delivery. */
  readonly id: string;
  /** Number of the attempt to be made, from 1. */
  readonly attempt: number;
  readonly event: StoredEvent;
}

/** A delivery whose lease this node has. */
export interface LeasedDelivery extends AttemptSubject {
  readonly environmentId: number;
  readonly webhookId: string;
  /** Ours, whatever id the sender chose. */
  readonly eventId: string;
  readonly place: LeasePlace;
  /** Entries of the retry schedule that are used up. */
  readonly step: number;
  readonly trigger: Trigger;
}

/** The request of one attempt, ready to be sent. */
export interface Prepared {
  readonly webhook: Webhook;
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: Buffer;
  /** What is kept of the body: what stands before and after the event's content, or all of it (tail null). */
  readonly head: Buffer;
  readonly tail: Buffer | null;
  readonly inbox: InboxTarget | null;
}

export const userAgent = 'Signpost/0.1 (+webhooks)';

/** How long a receiver may ask about the token that it got. */
const tokenLifeMs = 24 * 3600 * 1000;

/** @param tokenKey what verification tokens are made with */
export function prepare(
  subject: AttemptSubject,
  destination: Destination,
  tokenKey: KeyObject,
  now: number,
): Prepared {
  const { webhook, inboxId } = destination;
  const dialect = dialectOf(webhook);
  const context = contextOf(subject, destination, dialect.wantsToken ? tokenKey : null, now);
  const request = makeRequest(dialect, context);
  const { body, contentAt } = request;
  const headers: Header[] = request.headers.filter(([name]) => name !== 'accept' || !hasOwn(webhook, name));
  if (!hasOwn(webhook, 'user-agent')) headers.push(['user-agent', userAgent]);
  headers.push(...Object.entries(webhook.delivery.headers));
  const credential = authHeader(webhook.auth);
  if (credential !== null) headers.push(credential);
  return {
    webhook,
    url: webhook.url,
    headers,
    body,
    inbox: inboxId === null ? null : { id: inboxId, webhook, type: subject.event.type },
    ...around(withoutToken(body, context.facts), contentAt, subject.event.content.length),
  };
}

function dialectOf({ payload }: Pick<Webhook, 'payload'>): Dialect {
  const dialect = findDialect(payload.dialect);
  if (!dialect) throw new Error(`There is no dialect ${payload.dialect}.`);
  return dialect;
}

/** By the webhook's own rule, or its dialect's. */
export function judge(webhook: Pick<Webhook, 'payload' | 'delivery'>, result: SendResult): Judgement {
  if (result.kind !== 'answered') return { kind: 'failure' };
  const { success } = webhook.delivery;
  return judgeAnswer(dialectOf(webhook), webhook.payload, success === 'dialect' ? null : success, result);
}

/** A token can be used once, by its receiver: in what is kept of the body its bytes are covered. */
function withoutToken(body: Buffer, { verificationToken: token }: AttemptFacts): Buffer {
  const at = token === null ? -1 : body.indexOf(token);
  if (token === null || at < 0) return body;
  return Buffer.from(body).fill('*', at, at + token.length);
}

function contextOf(
  subject: AttemptSubject,
  { webhook, directory }: Destination,
  tokenKey: KeyObject | null,
  now: number,
): RenderContext {
  const { id, name, url, applicationId, environment, payload } = webhook;
  const { id: deliveryId, attempt, event } = subject;
  const claims = { deliveryId, attempt, applicationId, environment, expiresAt: now + tokenLifeMs };
  return {
    event,
    payload,
    facts: {
      applicationId,
      environment,
      webhook: { id, name, url },
      deliveryId,
      attempt,
      verificationToken: tokenKey && issueToken(claims, tokenKey),
      companies: payload.extraFields.length === 0 ? [] : companiesOf(event, directory),
    },
    keys: liveKeys(webhook, now),
    now,
  };
}

function companiesOf({ routing: { businessUnit } }: StoredEvent, directory: Directory): readonly Company[] {
  return businessUnit === null ? [] : (directory.find('business_unit', businessUnit)?.companies ?? []);
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
export function outgoing({ url, headers, body, webhook, inbox }: Prepared): OutgoingRequest {
  return {
    url,
    headers,
    body,
    timeoutMs: webhook.delivery.timeoutSeconds * 1000,
    verifyTls: webhook.delivery.verifyTls,
    tls: tlsIdentity(webhook),
    token: webhook.auth.type === 'oauth2' ? { webhookId: webhook.id, auth: webhook.auth } : null,
    addresses: webhook.environment === 'DEVELOPMENT' ? 'loopback-too' : 'public',
    inbox,
  };
}

/** Credentials are sealed where they are kept: history must not hold them in the clear. */
export function withoutCredential(headers: HeaderList, { auth }: Pick<Webhook, 'auth'>): HeaderList {
  const secret = authHeaderName(auth);
  if (secret === null) return headers;
  return headers.map(([name, value]) => [name, name.toLowerCase() === secret ? '[redacted]' : value]);
}
