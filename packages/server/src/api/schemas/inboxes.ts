// Test inboxes and what came to them, as the API takes and shows them.
import { Type } from 'typebox';
import { signatureVerdicts } from '../../domain/inbox.ts';
import { limit } from '../../domain/limits.ts';
import { closed, enumOf, Name, nullable, PageQuery, plainLines, Time, Uuid } from './common.ts';
import { bodyFields, Headers } from './deliveries.ts';

const delayMax = limit('inbox_delay_seconds_max');
const charactersMax = limit('inbox_answer_characters_max');

const status = Type.Integer({
  minimum: 200,
  maximum: 599,
  errorMessage: 'must be a whole number from 200 to 599',
});
const delaySeconds = Type.Integer({
  minimum: 0,
  maximum: delayMax,
  description: 'Waited with the answer; longer than the time limit of a webhook, it lets that run out.',
  errorMessage: `must be a whole number of seconds from 0 to ${delayMax}`,
});
const body = nullable(
  Type.String({
    maxLength: charactersMax,
    pattern: plainLines,
    description: 'null: what receivers of the format of the webhook answer.',
    errorMessage: `must be text of at most ${charactersMax} characters`,
  }),
);

const AnswerBody = closed({
  status: Type.Optional(status),
  delaySeconds: Type.Optional(delaySeconds),
  body: Type.Optional(body),
});

/** The body may be left out. */
export const InboxBody = nullable(closed({ name: Type.Optional(Name), answer: Type.Optional(AnswerBody) }));
export const InboxPatch = closed({ name: Type.Optional(Name), answer: Type.Optional(AnswerBody) });

export const Inbox = Type.Object({
  id: Uuid,
  name: Type.String(),
  url: Type.String({ description: 'Give it to a webhook of the same environment, or post to it.' }),
  answer: Type.Object({ status, delaySeconds, body }, { description: 'What it answers.' }),
  webhooks: Type.Array(Type.Object({ id: Uuid, name: Type.String() }), {
    description: 'Those that send to it.',
  }),
  requests: Type.Integer({ description: 'That are kept.' }),
  lastRequestAt: nullable(Time),
  createdAt: Time,
  updatedAt: Time,
});

export const InboxRequestQuery = closed(PageQuery);

const summaryFields = {
  id: Uuid,
  receivedAt: Time,
  webhookId: nullable(Uuid),
  method: Type.String(),
  path: Type.String(),
  eventId: nullable(
    Type.String({ description: 'Its webhook-id: that of the event, at every attempt the same.' }),
  ),
  test: Type.Boolean({ description: 'Whether it is marked as a test, and nothing of it happened.' }),
  signature: Type.Unsafe<(typeof signatureVerdicts)[number]>({
    ...enumOf(signatureVerdicts),
    description:
      'Whether it verifies by a live secret of the webhook, as Standard Webhooks say; `stale`: it does, but is older than five minutes; `unknown`: no webhook sends here.',
  }),
  bodyBytes: Type.Integer(),
  bodyTruncated: Type.Boolean(),
  answeredStatus: Type.Integer(),
  answeredAfterSeconds: Type.Integer(),
};
export const InboxRequest = Type.Object(summaryFields);
export const InboxRequestDetail = Type.Object({ ...summaryFields, headers: Headers, ...bodyFields });
