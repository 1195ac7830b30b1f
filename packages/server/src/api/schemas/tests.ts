// Test sends and examples, as the API takes and shows them.
import { Type } from 'typebox';
import { closed, enumOf, nullable, SenderId, Time, Uuid } from './common.ts';
import { bodyFields, Headers } from './deliveries.ts';
import { WebhookBody, WebhookPatch } from './webhooks.ts';

const EventTypeName = Type.String({
  minLength: 1,
  maxLength: 100,
  description:
    'A type of the event catalogue. When left out: `webhook.test`, or the first that the webhook wants.',
});

const chosen = {
  type: Type.Optional(EventTypeName),
  content: Type.Optional(
    Type.Unknown({
      description:
        'Sent instead of the content of the example, or of the event that is copied; the latter not in PRODUCTION.',
    }),
  ),
  eventId: Type.Optional({
    ...SenderId,
    description: 'A copy of this event is sent instead of an example, under an id of its own.',
  }),
};

/** The body may be left out. */
export const TestBody = nullable(
  closed({
    ...chosen,
    settings: Type.Optional(WebhookPatch),
    enableOnSuccess: Type.Optional(
      Type.Boolean({ description: 'Enables the webhook when the test succeeds. Not with `settings`.' }),
    ),
  }),
);
export const UnsavedTestBody = closed({ ...chosen, settings: WebhookBody });
export const ExampleBody = nullable(
  closed({ type: Type.Optional(EventTypeName), settings: Type.Optional(WebhookPatch) }),
);
export const UnsavedExampleBody = closed({ type: Type.Optional(EventTypeName), settings: WebhookBody });
export const ExampleQuery = closed({ type: Type.Optional(EventTypeName) });

const Milliseconds = nullable(
  Type.Number({ description: 'Milliseconds; null for what was not needed or not reached.' }),
);
const Request = Type.Object({
  method: Type.Literal('POST'),
  url: Type.String(),
  headers: Headers,
  ...bodyFields,
});

export const TestSend = Type.Object({
  id: Uuid,
  webhookId: nullable(Uuid),
  type: Type.String(),
  copyOf: nullable(Type.String({ description: 'The event that it is a copy of; null for an example.' })),
  isEdited: Type.Boolean({
    description: 'Whether other content was sent than that of the event or example.',
  }),
  outcome: enumOf(['succeeded', 'failed']),
  summary: Type.String({ description: 'For people: the outcome first, then why.' }),
  status: nullable(Type.Integer()),
  timing: Type.Object({
    tokenMs: Type.Optional(
      Type.Number({ description: 'Until there was an access token; left out where none was needed.' }),
    ),
    dnsMs: Milliseconds,
    connectMs: Milliseconds,
    tlsMs: Milliseconds,
    firstByteMs: Milliseconds,
    totalMs: Type.Number(),
  }),
  request: Request,
  response: nullable(
    Type.Object({ status: Type.Integer(), headers: Headers, ...bodyFields, bodyTruncated: Type.Boolean() }),
  ),
  error: nullable(Type.Object({ kind: Type.String(), message: Type.String() })),
  createdAt: Time,
  enabled: Type.Optional(Type.Boolean({ description: 'Whether the test enabled the webhook.' })),
  secret: Type.Optional(
    nullable(
      Type.String({
        description:
          'What signed a test of unsaved settings, so that its receiver can verify it; null where it was given, or is a key pair.',
      }),
    ),
  ),
});

const ExampleResponse = Type.Object({ status: Type.Integer(), headers: Headers, body: Type.String() });

export const WebhookExample = Type.Object({
  type: Type.String(),
  request: Request,
  responses: Type.Object({ success: nullable(ExampleResponse), error: nullable(ExampleResponse) }),
  integration: nullable(
    Type.Object({
      description: Type.String(),
      snippet: Type.Object({ integrations: Type.Array(Type.Object({ uuid: Type.String() })) }),
    }),
  ),
});
