// Deliveries and their attempts, as the API filters, counts and shows them.
import { type Static, type TSchema, Type } from 'typebox';
import { deliveryStates } from '../../domain/delivery.ts';
import { contentPattern, deliveryErrors, statusPattern } from '../../domain/delivery-filter.ts';
import { severities } from '../../domain/event.ts';
import { limit } from '../../domain/limits.ts';
import { closed, enumOf, nullable, pageOf, Searched, SenderId, Time, text, Uuid } from './common.ts';

const some = <T extends TSchema>(item: T, options: object = {}) =>
  Type.Array(item, { minItems: 1, maxItems: 20, ...options });

/** What deliveries are filtered by, wherever that is done. */
export const deliveryFilterFields = {
  webhookId: Type.Optional(Uuid),
  eventId: Type.Optional(SenderId),
  envelopeId: Type.Optional(text(limit('id_characters_max'), { minLength: 1 })),
  status: Type.Optional(some(enumOf(deliveryStates))),
  retrying: Type.Optional(
    Type.Boolean({
      description: 'Of those that are pending: `true` after a failed attempt, `false` before any.',
    }),
  ),
  type: Type.Optional(Searched),
  severity: Type.Optional(some(enumOf(severities))),
  httpStatus: Type.Optional(
    some(
      Type.String({
        pattern: statusPattern,
        errorMessage: 'must be an HTTP status such as "503", or a class such as "5xx"',
      }),
      { description: 'Of the last attempt.' },
    ),
  ),
  error: Type.Optional(
    some(enumOf(deliveryErrors), { description: 'Why the last attempt got no answer that counts.' }),
  ),
  minAttempts: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  department: Type.Optional(
    Type.Unsafe<string>({ ...Searched, description: 'Of its event, by name or id, as of the directory.' }),
  ),
  requestFrom: Type.Optional(
    Type.Unsafe<string>({ ...Searched, description: 'A source system that its event names, by name or id.' }),
  ),
  trigger: Type.Optional(enumOf(['page', 'integration'])),
  body: Type.Optional(
    Type.String({
      pattern: contentPattern,
      maxLength: limit('content_search_characters_max'),
      errorMessage: 'must be a path and a value, such as "signer.email=maya@example.com"',
      description:
        'A value in the content of its event: `path=value`, for example `signer.email=maya@example.com` or `signers.0.order=1`. Numbers are compared as they were written.',
    }),
  ),
  replayId: Type.Optional(Type.Unsafe<string>({ ...Uuid, description: 'Sent again by this replay.' })),
  q: Type.Optional(
    Type.Unsafe<string>({
      ...Searched,
      description:
        'A whole id: of the delivery, its event (ours or the sender’s), its webhook, its envelope (also the external id of a registered one).',
    }),
  ),
  from: Type.Optional(Type.Unsafe<string>({ ...Time, description: 'Created at or after.' })),
  to: Type.Optional(Type.Unsafe<string>({ ...Time, description: 'Created before.' })),
};
export const DeliveryFilterFields = closed(deliveryFilterFields);

const deliveryRecordFields = {
  id: Uuid,
  eventId: Type.String(),
  webhookId: Uuid,
  type: Type.String(),
  severity: enumOf(severities),
  envelope: nullable(Type.Object({ id: Type.String(), externalId: nullable(Type.String()) })),
  status: enumOf(deliveryStates),
  attempts: Type.Integer(),
  nextAttemptAt: nullable(Time),
  lastStatus: nullable(Type.Integer()),
  lastError: Type.Unsafe<string | null>({
    ...nullable(Type.String()),
    description:
      'Why the last attempt got no complete answer; `retention` where the delivery was cancelled because its event is older than history is kept.',
  }),
  lastDurationMs: nullable(Type.Integer({ description: 'Of the last attempt.' })),
  createdAt: Time,
  finishedAt: nullable(Time),
};
export const Delivery = Type.Object(deliveryRecordFields);

export const DeliveryPage = Type.Object({
  ...pageOf(Delivery).properties,
  searchedTo: Type.Unsafe<string | null>({
    ...nullable(Time),
    description:
      'Where a filter has no index of its own, an answer looks at a bounded part of history: the page may be short, even empty, though `nextCursor` leads on. This is how far back it looked; null where the page is full, or nothing is left.',
  }),
});

export const DeliveryCount = Type.Object({ count: Type.Integer(), isEstimate: Type.Boolean() });
export const Waiting = Type.Object({ pending: DeliveryCount, held: DeliveryCount });
export const DeliveryCounts = Type.Object(
  {
    all: DeliveryCount,
    pending: DeliveryCount,
    retrying: DeliveryCount,
    held: DeliveryCount,
    succeeded: DeliveryCount,
    failed: DeliveryCount,
    cancelled: DeliveryCount,
  },
  {
    description:
      'Exact up to 10,000 where that can be told soon, else about so many (`isEstimate`); about 0 are none in what was looked at. `pending` contains `retrying`.',
  },
);

export const Headers = Type.Array(Type.Array(Type.String(), { minItems: 2, maxItems: 2 }), {
  description: 'Pairs of name and value, in the order of the wire.',
});
export const bodyFields = {
  body: Type.String(),
  bodyEncoding: enumOf(['utf8', 'base64']),
};

const Attempt = Type.Object({
  number: Type.Integer(),
  trigger: enumOf(['auto', 'manual']),
  outcome: enumOf(['succeeded', 'failed']),
  startedAt: Time,
  durationMs: Type.Integer(),
  firstByteMs: nullable(Type.Integer()),
  request: Type.Object({ method: Type.Literal('POST'), url: Type.String(), headers: Headers, ...bodyFields }),
  response: nullable(
    Type.Object({ status: Type.Integer(), headers: Headers, ...bodyFields, bodyTruncated: Type.Boolean() }),
  ),
  error: nullable(Type.Object({ kind: Type.String(), message: Type.String() })),
});

/** Who sent something by hand. */
export const Sender = Type.Object({
  kind: enumOf(['person', 'key', 'root']),
  id: nullable(Type.String()),
  name: nullable(Type.String()),
});

export const DeliveryDetail = Type.Object({
  ...deliveryRecordFields,
  byHand: Type.Unsafe<{ at: string; by: Static<typeof Sender> } | null>({
    ...nullable(Type.Object({ at: Time, by: Sender })),
    description: 'Who sent the event to this webhook, and when; null where routing did.',
  }),
  attemptLog: Type.Array(Attempt),
});

/** The body may be left out. */
export const ResendDeliveryBody = nullable(
  closed({
    webhookId: Type.Optional(
      Type.Unsafe<string>({
        ...Uuid,
        description: 'Another webhook of the same environment that the event is sent to.',
      }),
    ),
  }),
);
