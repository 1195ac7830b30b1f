// Events, as the API takes and shows them.

import { Type } from 'typebox';
import { severities } from '../../domain/event.ts';
import { limit } from '../../domain/limits.ts';
import { closed, enumOf, nullable, optionalText, SenderId, Time, text, Uuid } from './common.ts';
import { Delivery } from './deliveries.ts';

export const EventBody = closed(
  {
    id: Type.Optional(SenderId),
    type: Type.String({ minLength: 1, maxLength: 100, description: 'A type of the event catalogue.' }),
    occurredAt: Type.Optional(Time),
    severity: Type.Optional(enumOf(severities)),
    envelopeId: Type.Optional(text(limit('id_characters_max'), { minLength: 1 })),
    envelope: Type.Optional(closed({ externalId: optionalText, title: optionalText })),
    routing: Type.Optional(
      closed({
        requestFrom: Type.Optional(
          Type.Array(text(limit('name_characters_max'), { minLength: 1 }), {
            maxItems: limit('request_from_values_max'),
          }),
        ),
        department: optionalText,
        businessUnit: optionalText,
        company: optionalText,
        template: optionalText,
        trigger: Type.Optional(nullable(enumOf(['page', 'integration']))),
        appId: optionalText,
      }),
    ),
    content: Type.Unknown({ description: 'Any JSON value; delivered byte for byte.' }),
  },
  { description: 'One thing that happened in a signing process.' },
);

export const EventsBody = Type.Union([
  EventBody,
  Type.Array(EventBody, { minItems: 1, maxItems: limit('events_per_request_max') }),
]);

const AcceptedEvent = Type.Object({
  id: Type.String(),
  deliveries: Type.Integer({ description: 'How many webhooks the event goes to.' }),
});
export const AcceptedAnswer = Type.Union([AcceptedEvent, Type.Object({ data: Type.Array(AcceptedEvent) })]);

const Facts = Type.Union([Type.Object({}, { additionalProperties: true }), Type.Null()]);

const eventFields = {
  id: Type.String(),
  type: Type.String(),
  severity: enumOf(severities),
  occurredAt: Time,
  receivedAt: Time,
  envelope: Facts,
  signer: Facts,
  platform: Facts,
  routing: Type.Object({}, { additionalProperties: true }),
  sourceId: nullable(Uuid),
  deliveryCount: Type.Integer(),
};
export const Event = Type.Object(eventFields);

export const EventDetail = Type.Object({
  ...eventFields,
  content: Type.Unknown(),
  deliveries: Type.Array(Delivery),
});
