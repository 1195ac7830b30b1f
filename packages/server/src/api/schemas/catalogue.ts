// The event catalogue, as the API shows it.

import { Type } from 'typebox';
import { severities } from '../../domain/event.ts';
import { enumOf, nullable, Time } from './common.ts';

const open = (description: string) => Type.Object({}, { additionalProperties: true, description });

export const EventType = Type.Object(
  {
    type: Type.String({ description: 'What webhooks subscribe to and receivers switch on. Never renamed.' }),
    topic: Type.String(),
    action: Type.String(),
    title: Type.String({ description: 'A few words for lists and menus.' }),
    meaning: Type.String({ description: 'When it fires.' }),
    severity: Type.Unsafe<(typeof severities)[number]>({
      ...enumOf(severities),
      description: 'Of an event whose sender names none.',
    }),
    schema: open('The content that a sender is asked to give: JSON Schema, draft 2020-12. Not enforced.'),
    example: Type.Object(
      {
        occurredAt: Time,
        envelope: nullable(open('The signing process that it belongs to.')),
        signer: nullable(open('Who acted, or was acted on.')),
        routing: open('The facts that it is routed by.'),
        content: open('As a sender gives it; it follows the schema.'),
      },
      { description: 'A realistic event of the type.' },
    ),
  },
  { description: 'What the catalogue tells about one type of events.' },
);

export const Topic = Type.Object(
  {
    topic: Type.String(),
    title: Type.String(),
    meaning: Type.String(),
    pattern: Type.String({
      description: 'Subscribes a webhook to all types of the topic, also to those that are added later.',
    }),
    types: Type.Array(Type.String(), { description: 'In the order in which they mostly happen.' }),
  },
  { description: 'Types of events that belong together.' },
);
