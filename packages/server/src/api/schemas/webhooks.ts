// Webhooks, as the API takes and shows them.

import { Type } from 'typebox';
import { durationPattern } from '../../domain/duration.ts';
import { limit } from '../../domain/limits.ts';
import { closed, enumOf, Name, nullable, plainLines, Time, text, Uuid } from './common.ts';

const Patterns = Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
  maxItems: limit('webhook_types_max'),
  description: 'Event types, or all types of a topic: `signer.*`.',
});

const EventSelection = closed({
  mode: enumOf(['all', 'only']),
  types: Type.Optional(Patterns),
  except: Type.Optional(Patterns),
});

const Names = Type.Array(Name, { maxItems: limit('routing_values_max'), uniqueItems: true });
const Triggers = Type.Array(enumOf(['page', 'integration']), { minItems: 1, maxItems: 2, uniqueItems: true });

const routingFields = {
  requestFrom: Names,
  departments: Names,
  businessUnits: Names,
  templates: Names,
  triggers: Triggers,
  appIds: Names,
  receives: enumOf(['matching', 'unrouted']),
};

const Routing = closed(
  {
    requestFrom: Type.Optional(Names),
    departments: Type.Optional(Names),
    businessUnits: Type.Optional(Names),
    templates: Type.Optional(Names),
    triggers: Type.Optional(Triggers),
    appIds: Type.Optional(Names),
    receives: Type.Optional(routingFields.receives),
  },
  {
    description:
      'Which events of the wanted types it gets, by names of the directory; an empty list is no restriction. `unrouted`: only what no webhook with a department or Request From took.',
  },
);

const Firing = enumOf(['implicit', 'explicit']);

const deliveryFields = {
  timeoutSeconds: Type.Integer({ minimum: 1, maximum: limit('timeout_seconds_max') }),
  verifyTls: Type.Boolean(),
  headers: Type.Record(Type.String(), Type.String()),
  retrySchedule: Type.Array(
    Type.String({
      pattern: durationPattern,
      errorMessage: 'must be a duration such as "5s", "30m", "2h" or "1d"',
    }),
    { maxItems: limit('retry_steps_max') },
  ),
};

const DeliverySettings = closed({
  timeoutSeconds: Type.Optional(deliveryFields.timeoutSeconds),
  verifyTls: Type.Optional(deliveryFields.verifyTls),
  headers: Type.Optional(deliveryFields.headers),
  retrySchedule: Type.Optional(deliveryFields.retrySchedule),
});

const Url = text(limit('url_characters_max'), {
  minLength: 1,
  pattern: '^[^\\s\\u0000-\\u001f\\u007f\\ud800-\\udfff]*$',
  errorMessage: `must be a URL of at most ${limit('url_characters_max')} characters, without white space`,
});
const Description = text(limit('description_characters_max'), {
  pattern: plainLines,
  errorMessage: `must be text of at most ${limit('description_characters_max')} characters`,
});

export const WebhookBody = closed({
  name: Name,
  url: Url,
  description: Type.Optional(Description),
  firing: Type.Optional(Firing),
  events: Type.Optional(EventSelection),
  routing: Type.Optional(Routing),
  delivery: Type.Optional(DeliverySettings),
});

export const WebhookPatch = closed({
  name: Type.Optional(Name),
  url: Type.Optional(Url),
  description: Type.Optional(Description),
  firing: Type.Optional(Firing),
  events: Type.Optional(EventSelection),
  routing: Type.Optional(Routing),
  delivery: Type.Optional(DeliverySettings),
});

const webhookFields = {
  id: Uuid,
  name: Type.String(),
  description: Type.String(),
  url: Type.String(),
  status: enumOf(['enabled', 'disabled']),
  disabledReason: nullable(enumOf(['manual', 'gone'])),
  events: Type.Object({
    mode: enumOf(['all', 'only']),
    types: Type.Optional(Type.Array(Type.String())),
    except: Type.Optional(Type.Array(Type.String())),
  }),
  firing: Firing,
  routing: Type.Object(routingFields),
  delivery: Type.Object(deliveryFields),
  health: Type.Object({
    state: enumOf(['healthy', 'failing']),
    consecutiveFailures: Type.Integer(),
    lastSuccessAt: nullable(Time),
    lastFailureAt: nullable(Time),
  }),
  createdAt: Time,
  updatedAt: Time,
};
export const Webhook = Type.Object(webhookFields);
/** The body may be left out. */
export const RotationBody = nullable(
  closed({
    graceSeconds: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: limit('secret_overlap_seconds_max'),
        description: 'How long the secrets before it go on signing; a day when left out.',
      }),
    ),
  }),
);

export const RotatedWebhook = Type.Object({
  ...webhookFields,
  secret: Type.String({ description: 'Signs every request from now on (`whsec_…`). Shown this once.' }),
  overlapEndsAt: Time,
});

export const CreatedWebhook = Type.Object({
  ...webhookFields,
  secret: Type.String({ description: 'Signs every request (`whsec_…`). Shown this once.' }),
});
