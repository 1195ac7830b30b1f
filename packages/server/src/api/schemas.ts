// The shapes of the API, as JSON Schemas: requests are checked against them, answers are written by them, and
// openapi.json is made of them.
import { type TSchema, Type } from 'typebox';
import { scopes } from '../domain/api-key.ts';
import { deliveryStates } from '../domain/delivery.ts';
import { durationPattern } from '../domain/duration.ts';
import { severities } from '../domain/event.ts';
import { limit } from '../domain/limits.ts';

/** Control characters have no place in names and ids; PostgreSQL cannot keep a NUL, and UTF-8 no half of a character. */
const plainText = '^[^\\u0000-\\u001f\\u007f\\ud800-\\udfff]*$';
const plainLines = '^[^\\u0000\\ud800-\\udfff]*$';

const enumOf = <T extends string>(values: readonly T[]) =>
  Type.Unsafe<T>({ type: 'string', enum: [...values] });

const text = (max: number, options: object = {}) =>
  Type.String({
    maxLength: max,
    pattern: plainText,
    errorMessage: `must be text of at most ${max} characters, without control characters`,
    ...options,
  });

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const closed = <P extends Record<string, TSchema>>(properties: P, options: object = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options });

const Name = text(limit('name_characters_max'), {
  minLength: 1,
  errorMessage: `must be text of 1 to ${limit('name_characters_max')} characters, without control characters`,
});
export const Time = Type.String({
  format: 'date-time',
  errorMessage: 'must be a date and time with its zone, such as "2026-01-31T09:30:00Z"',
});
export const Uuid = Type.String({ format: 'uuid' });

/** An id that a sender chooses travels as `webhook-id`, which may have no dot. */
const idPattern = '^[A-Za-z0-9_:-]+$';
export const isSenderId = (text: string) => new RegExp(idPattern).test(text);
export const SenderId = Type.String({
  minLength: 1,
  maxLength: limit('id_characters_max'),
  pattern: idPattern,
  errorMessage: `must be 1 to ${limit('id_characters_max')} letters, digits, "-", "_" or ":"`,
  description: 'Chosen by the sender: the same event sent twice is stored once.',
});

/** What a list is searched for: compared as it is, so that any text will do. */
export const Searched = text(limit('name_characters_max'), { minLength: 1 });

export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limit('page_items_max'), default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
};

export const pageOf = (item: TSchema) =>
  Type.Object({ data: Type.Array(item), nextCursor: Type.Union([Type.String(), Type.Null()]) });

export const ErrorAnswer = Type.Object(
  {
    error: Type.Object({
      code: Type.String(),
      message: Type.String(),
      details: Type.Object({}, { additionalProperties: true }),
      requestId: Type.String(),
    }),
  },
  { description: 'What happened, and what to do about it.' },
);

// Organizations, applications, keys

export const OrganizationBody = closed({ name: Name });
export const OrganizationPatch = closed({ name: Type.Optional(Name) });
export const Organization = Type.Object({ id: Uuid, name: Type.String(), createdAt: Time, updatedAt: Time });

export const ApplicationBody = closed({
  id: Type.Optional(
    Type.String({
      pattern: '^appId_[A-Za-z0-9-]{1,64}$',
      errorMessage: 'must be "appId_" and 1 to 64 letters, digits or "-"',
    }),
  ),
  name: Name,
});
export const Application = Type.Object({
  id: Type.String(),
  organizationId: Uuid,
  name: Type.String(),
  createdAt: Time,
});

export const KeyBody = closed({
  name: Name,
  scopes: Type.Array(enumOf(scopes), { minItems: 1, uniqueItems: true }),
});
export const CreatedKey = Type.Object({ id: Uuid, key: Type.String({ description: 'Shown this once.' }) });
export const Key = Type.Object({
  id: Uuid,
  name: Type.String(),
  scopes: Type.Array(Type.String()),
  createdAt: Time,
});

// The directory

const EntryName = text(limit('name_characters_max'), {
  minLength: 1,
  pattern: `^(?=.*\\S)${plainText.slice(1)}`,
  errorMessage: `must be text of 1 to ${limit('name_characters_max')} characters, not only white space, without control characters`,
  description: 'Kept without white space around it. Unique among its kind, ignoring case.',
});

const Company = closed({
  name: EntryName,
  fields: Type.Optional(
    Type.Record(Type.String(), text(limit('company_field_characters_max')), {
      maxProperties: limit('company_fields_max'),
      description: 'Can be reported with each event: `{"costCenter": "42"}`.',
    }),
  ),
});
const companies = Type.Optional(Type.Array(Company, { maxItems: limit('companies_per_unit_max') }));
const coupled = Type.Optional(
  Type.Array(Uuid, {
    maxItems: limit('template_webhooks_max'),
    description: 'Webhooks that an envelope made from the template tells: ids, of any environment.',
  }),
);

export const NamedBody = closed({ name: EntryName });
export const NamedPatch = closed({ name: Type.Optional(EntryName) });
export const BusinessUnitBody = closed({ name: EntryName, companies });
export const BusinessUnitPatch = closed({ name: Type.Optional(EntryName), companies });
export const TemplateBody = closed({ name: EntryName, webhooks: coupled });
export const TemplatePatch = closed({ name: Type.Optional(EntryName), webhooks: coupled });

const named = { id: Uuid, name: Type.String() };
const times = { createdAt: Time, updatedAt: Time };
export const NamedEntry = Type.Object({ ...named, ...times });
export const BusinessUnit = Type.Object({
  ...named,
  companies: Type.Array(
    Type.Object({ name: Type.String(), fields: Type.Record(Type.String(), Type.String()) }),
  ),
  ...times,
});
export const Template = Type.Object({ ...named, webhooks: Type.Array(Uuid), ...times });

// Webhooks

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
export const CreatedWebhook = Type.Object({
  ...webhookFields,
  secret: Type.String({ description: 'Signs every request (`whsec_…`). Shown this once.' }),
});

// Events

const optionalText = Type.Optional(nullable(text(limit('name_characters_max'))));

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

const deliveryRecordFields = {
  id: Uuid,
  eventId: Type.String(),
  webhookId: Uuid,
  type: Type.String(),
  status: enumOf(deliveryStates),
  attempts: Type.Integer(),
  nextAttemptAt: nullable(Time),
  lastStatus: nullable(Type.Integer()),
  lastError: nullable(Type.String()),
  createdAt: Time,
  finishedAt: nullable(Time),
};
export const Delivery = Type.Object(deliveryRecordFields);

export const EventDetail = Type.Object({
  ...eventFields,
  content: Type.Unknown(),
  deliveries: Type.Array(Delivery),
});

const Headers = Type.Array(Type.Array(Type.String(), { minItems: 2, maxItems: 2 }), {
  description: 'Pairs of name and value, in the order of the wire.',
});
const bodyFields = {
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

export const DeliveryDetail = Type.Object({ ...deliveryRecordFields, attemptLog: Type.Array(Attempt) });

// Sources

const SourceSecret = text(500, {
  minLength: 1,
  errorMessage: 'must be text of 1 to 500 characters, without control characters',
});

export const SourceBody = closed({
  platform: Type.String({ minLength: 1, maxLength: 100 }),
  name: Name,
  secret: Type.Optional(SourceSecret),
});
export const SourcePatch = closed({
  name: Type.Optional(Name),
  secret: Type.Optional(SourceSecret),
});
const sourceFields = {
  id: Uuid,
  platform: Type.String(),
  name: Type.String(),
  hasSecret: Type.Boolean(),
  protectsBody: Type.Boolean({
    description: 'Whether the proof of this platform covers the body, not only the sender.',
  }),
  createdAt: Time,
  updatedAt: Time,
};
export const Source = Type.Object(sourceFields);
export const CreatedSource = Type.Object({
  ...sourceFields,
  url: Type.String({ description: 'Where the platform posts to. Shown this once.' }),
});

// Envelopes and decisions

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
});
