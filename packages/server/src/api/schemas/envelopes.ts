// Envelopes, and why events went where they went, as the API takes and shows them.

import { Type } from 'typebox';
import { limit } from '../../domain/limits.ts';
import { closed, enumOf, Name, nullable, optionalText, Time, text, Uuid } from './common.ts';
import { Sender } from './deliveries.ts';

export const EnvelopeId = text(limit('id_characters_max'), { minLength: 1 });

const Integrations = Type.Array(closed({ uuid: Uuid }), {
  maxItems: limit('routing_values_max'),
  description: 'Webhooks that fire for this envelope because it says so.',
});

export const EnvelopeBody = closed({
  externalId: optionalText,
  title: optionalText,
  requestFrom: Type.Optional(Type.Array(Name, { maxItems: limit('request_from_values_max') })),
  department: optionalText,
  businessUnit: optionalText,
  company: optionalText,
  template: optionalText,
  trigger: Type.Optional(nullable(enumOf(['page', 'integration']))),
  appId: optionalText,
  integrations: Type.Optional(Integrations),
});

const TextOrNull = nullable(Type.String());

export const Envelope = Type.Object({
  id: Type.String(),
  externalId: TextOrNull,
  title: TextOrNull,
  status: Type.String({ description: 'Told by its events; `registered` before the first.' }),
  statusSince: nullable(Time),
  requestFrom: Type.Array(Type.String()),
  department: TextOrNull,
  businessUnit: TextOrNull,
  company: TextOrNull,
  template: TextOrNull,
  trigger: TextOrNull,
  appId: TextOrNull,
  integrations: Type.Array(Type.Object({ uuid: Uuid })),
  createdAt: Time,
  updatedAt: Time,
});

const Verdict = Type.Object({
  id: Uuid,
  name: Type.String(),
  matched: Type.Boolean(),
  reasons: Type.Array(Type.Object({ rule: Type.String(), message: Type.String() })),
});

export const Explanation = Type.Object({
  eventId: Type.String(),
  decided: nullable(Type.Object({ at: Time, webhooks: Type.Array(Verdict) })),
  now: Type.Object({ webhooks: Type.Array(Verdict) }),
  byHand: Type.Array(
    Type.Object({ webhookId: Uuid, webhookName: Type.String(), deliveryId: Uuid, at: Time, by: Sender }),
    { description: 'The webhooks that got it because somebody sent it to them, whatever was decided.' },
  ),
});
