// Documenso. It posts `{event, payload, createdAt, webhookEndpoint}`, newer versions with a `deliveryId`, and the secret as
// plain text in a header. The payload is a snapshot of the whole envelope and does not say who acted: that is found here
// where it can be known. Must never pass on signing tokens or the inbound URL, whose path is a secret.
import { findEventType } from '../catalogue/index.ts';
import { type EnvelopeFacts, type NewEvent, noRouting, type SignerFacts } from '../domain/event.ts';
import { type JsonPath, replaceValues } from '../lib/json-spans.ts';
import { asFields, asId, asMoment, asText, type Fields, readObject, unreadable } from './fields.ts';
import { fingerprint } from './fingerprint.ts';
import { verifySharedSecret } from './shared-secret.ts';
import type { InboundOutcome, InboundRequest, Reply, Source, Translation } from './source.ts';

const platform = 'documenso';

/** Picks the recipient who acted; null when the snapshot leaves it open. */
type FindActor = (recipients: readonly Fields[], receivedAt: number) => Fields | null;

interface Meaning {
  readonly type: string;
  readonly actor?: FindActor;
  /** The actor's field that says when it happened. */
  readonly acted?: string;
  /** The payload's fields that say when it happened, best first. After them comes the time of the post. */
  readonly moments?: readonly string[];
  /** It can happen again while the payload stays the same, so that only the delivery id tells a new one from a retry. */
  readonly recurs?: true;
}

const meanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['DOCUMENT_CREATED', { type: 'envelope.created', moments: ['createdAt'] }],
  ['DOCUMENT_SENT', { type: 'envelope.sent', moments: ['updatedAt'] }],
  // Opening leaves no time in the payload, and `updatedAt` may be days old by then.
  ['DOCUMENT_OPENED', { type: 'signer.viewed', actor: whoOpened }],
  ['DOCUMENT_SIGNED', { type: 'signer.signed', actor: whoSigned, acted: 'signedAt' }],
  ['DOCUMENT_RECIPIENT_COMPLETED', { type: 'signer.completed', actor: whoSigned, acted: 'signedAt' }],
  ['DOCUMENT_COMPLETED', { type: 'envelope.completed', moments: ['completedAt', 'updatedAt'] }],
  ['DOCUMENT_REJECTED', { type: 'envelope.declined', actor: whoRejected, acted: 'signedAt' }],
  // Cancelling sets `completedAt`; the `updatedAt` that is sent is the one from before.
  ['DOCUMENT_CANCELLED', { type: 'envelope.voided', moments: ['completedAt', 'deletedAt'] }],
  ['DOCUMENT_REMINDER_SENT', { type: 'envelope.resent', recurs: true }],
  ['RECIPIENT_EXPIRED', { type: 'signer.expired', actor: whoExpired, acted: 'expiresAt' }],
  ['TEMPLATE_CREATED', { type: 'template.created', moments: ['createdAt'] }],
  ['TEMPLATE_UPDATED', { type: 'template.updated', moments: ['updatedAt'] }],
  ['TEMPLATE_DELETED', { type: 'template.deleted', moments: ['deletedAt'] }],
  // The payload is the envelope that was made from the template.
  ['TEMPLATE_USED', { type: 'template.used', moments: ['createdAt'] }],
]);

const unmapped: Meaning = { type: 'platform.unmapped', recurs: true };

export const documenso: Source = {
  platform,
  title: 'Documenso',
  protectsBody: false,
  secret: 'required',
  guide: [
    'In Documenso, open the settings of your account or team and choose Webhooks.',
    'Choose Create webhook, and paste the URL that Signpost shows when the source is created.',
    'Choose the events that Signpost is to receive; all of them will do.',
    'Enter the same secret as here. Documenso sends it with every post.',
    'Save. The next event in Documenso appears in the event history.',
  ],
  verify: (request, credentials) =>
    verifySharedSecret('X-Documenso-Secret', request.headers['x-documenso-secret'], credentials.secret),
  translate,
  reply,
};

function reply(outcome: InboundOutcome): Reply {
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ status: outcome }),
  };
}

function translate(request: InboundRequest): Translation {
  const body = readObject(request.body);
  if (body.kind === 'unreadable') return body;
  const name = body.fields['event'];
  if (typeof name !== 'string' || asText(name) === null) {
    return unreadable('the event has no name', 'event');
  }
  const meaning = meanings.get(name) ?? unmapped;
  const payload = asFields(body.fields['payload']);
  // What an unknown event carries is unknown too; a known one without its document would tell nobody anything.
  if (payload === null && meaning !== unmapped) {
    return unreadable('the payload is not a JSON object', 'payload');
  }
  const content = Buffer.from(replaceValues(body.text, isSecret, '"[redacted]"'));
  const event = describe({ name, meaning, body: body.fields, payload: payload ?? {}, request });
  return { kind: 'translated', events: [{ ...event, content }] };
}

interface Post {
  readonly name: string;
  readonly meaning: Meaning;
  readonly body: Fields;
  readonly payload: Fields;
  readonly request: InboundRequest;
}

function describe(post: Post): Omit<NewEvent, 'content'> {
  const { meaning, payload, request } = post;
  const actor = meaning.actor?.(recipientsOf(payload), request.receivedAt) ?? null;
  const deliveryId = asId(post.body['deliveryId']) ?? asId(request.headers['x-documenso-delivery-id']);
  return {
    key: keyOf(post, deliveryId),
    type: meaning.type,
    severity: findEventType(meaning.type)?.severity ?? 'info',
    occurredAt: whenHappened(post, actor),
    envelope: envelopeOf(payload),
    signer: actor === null ? null : signerOf(actor),
    routing: noRouting,
    platform: { platform, type: asText(post.name) ?? '', id: deliveryId },
  };
}

/**
 * Over event and payload: the outer `createdAt` is new at each retry, and `webhookEndpoint` when somebody edits the URL. The
 * delivery id stays out where it can, because a resend by hand has a new one.
 */
function keyOf({ name, meaning, body }: Post, deliveryId: string | null): string {
  const { createdAt: _createdAt, webhookEndpoint: _url, deliveryId: _id, ...rest } = body;
  const content = body['payload'] ?? rest;
  return fingerprint(platform, meaning.recurs ? [name, content, deliveryId] : [name, content]);
}

function whenHappened({ meaning, body, payload, request }: Post, actor: Fields | null): number {
  const stated = [
    meaning.acted === undefined ? null : actor?.[meaning.acted],
    ...(meaning.moments ?? []).map((field) => payload[field]),
    body['createdAt'],
  ];
  for (const value of stated) {
    const moment = asMoment(value, request.receivedAt);
    if (moment !== null) return moment;
  }
  return request.receivedAt;
}

function envelopeOf(payload: Fields): EnvelopeFacts | null {
  const id = asId(payload['envelopeId']) ?? asId(payload['id']);
  return id === null
    ? null
    : { id, externalId: asId(payload['externalId']), title: asText(payload['title']) };
}

function signerOf(recipient: Fields): SignerFacts {
  return {
    id: asId(recipient['id']),
    name: asText(recipient['name']),
    email: asText(recipient['email']),
    role: asText(recipient['role']),
  };
}

/** Both names carry the same list; older versions know only the second. */
function recipientsOf(payload: Fields): readonly Fields[] {
  const list = [payload['recipients'], payload['Recipient']].find(Array.isArray) ?? [];
  return list.map(asFields).filter((recipient) => recipient !== null);
}

function whoOpened(recipients: readonly Fields[]): Fields | null {
  const opened = recipients.filter((recipient) => recipient['readStatus'] === 'OPENED');
  // Who has signed already had opened before.
  return (
    onlyOne(opened) ?? onlyOne(opened.filter((recipient) => recipient['signingStatus'] === 'NOT_SIGNED'))
  );
}

function whoSigned(recipients: readonly Fields[], receivedAt: number): Fields | null {
  // Documenso counts people in copy as having signed from the start.
  const signed = recipients.filter(
    (recipient) => recipient['signingStatus'] === 'SIGNED' && recipient['role'] !== 'CC',
  );
  return latest(signed, 'signedAt', receivedAt);
}

function whoRejected(recipients: readonly Fields[], receivedAt: number): Fields | null {
  const rejected = recipients.filter((recipient) => recipient['signingStatus'] === 'REJECTED');
  return latest(rejected, 'signedAt', receivedAt);
}

function whoExpired(recipients: readonly Fields[], receivedAt: number): Fields | null {
  const expired = recipients.filter((recipient) => {
    const expiry = asMoment(recipient['expiresAt'], receivedAt);
    return expiry !== null && recipient['signingStatus'] === 'NOT_SIGNED';
  });
  return latest(expired, 'expirationNotifiedAt', receivedAt);
}

/** The single candidate, or the one whose moment is later than all others'. */
function latest(candidates: readonly Fields[], field: string, receivedAt: number): Fields | null {
  const moments = candidates.map((candidate) => asMoment(candidate[field], receivedAt) ?? 0);
  const last = moments.reduce((a, b) => Math.max(a, b), 0);
  return onlyOne(candidates) ?? onlyOne(candidates.filter((_, at) => last > 0 && moments[at] === last));
}

function onlyOne(candidates: readonly Fields[]): Fields | null {
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

/** Looks only at fixed places of the path, so that deep nesting cannot make it slow. Form values are the customer's own. */
function isSecret(path: JsonPath): boolean {
  const name = path.at(-1);
  return (name === 'token' && path[1] !== 'formValues') || (name === 'webhookEndpoint' && path.length === 1);
}
