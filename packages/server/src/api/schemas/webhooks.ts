// Webhooks, as the API takes and shows them.

import { Type } from 'typebox';
import { environmentNames } from '../../domain/environment.ts';
import { limit } from '../../domain/limits.ts';
import { contentTypes } from '../../domain/payload.ts';
import { signingSchemes } from '../../domain/signing.ts';
import { type WebhookKind, webhookKinds } from '../../domain/webhook.ts';
import { noticeCodes } from '../../routing/notices.ts';
import { AlertEmails, alertRuleFields, alertRuleInputs } from './alert-rules.ts';
import { Auth, ShownAuth, ShownCertificate } from './auth.ts';
import {
  closed,
  Duration,
  enumOf,
  Name,
  nullable,
  Pem,
  plainLines,
  Time,
  text,
  Url,
  Uuid,
} from './common.ts';

const Patterns = Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
  maxItems: limit('webhook_types_max'),
  description: 'Event types, or all types of a topic: `signer.*`.',
});

const EventSelection = closed({
  mode: Type.Optional(
    Type.Unsafe<'all' | 'only'>({
      ...enumOf(['all', 'only']),
      description:
        "When it is left out: the mode that the webhook has, and for a new one the organization's policy `defaultEventsMode`.",
    }),
  ),
  types: Type.Optional(Patterns),
  except: Type.Optional(Patterns),
});

const Names = Type.Array(Name, { maxItems: limit('routing_values_max'), uniqueItems: true });
const Triggers = Type.Array(enumOf(['page', 'integration']), { minItems: 1, maxItems: 2, uniqueItems: true });

export const routingFields = {
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
const Kind = Type.Unsafe<WebhookKind>({
  ...enumOf(webhookKinds),
  description: '`callout`: called when an answer is needed at once; events do not go to it.',
});

export const SuccessRule = Type.Union(
  [
    enumOf(['2xx', '200', 'dialect']),
    closed({
      status: enumOf(['2xx', '200']),
      body: closed({
        path: text(500, { minLength: 1 }),
        equals: Type.Union([Type.String(), Type.Number(), Type.Boolean()]),
      }),
    }),
  ],
  {
    description:
      'What answer counts as success: any 2xx, exactly 200, either with a value in its JSON or XML body, or what only the dialect can tell.',
  },
);

export const deliveryFields = {
  timeoutSeconds: Type.Integer({ minimum: 1, maximum: limit('timeout_seconds_max') }),
  verifyTls: Type.Boolean(),
  ca: nullable(
    Pem(limit('authorities_characters_max'), {
      description:
        'Certificates (PEM) of authorities that this webhook trusts beside the usual ones, also at its token URL.',
    }),
  ),
  headers: Type.Record(Type.String(), Type.String()),
  retrySchedule: Type.Array(Duration, { maxItems: limit('retry_steps_max') }),
  ordering: Type.Unsafe<'none' | 'per-envelope'>({
    ...enumOf(['none', 'per-envelope']),
    description:
      '`per-envelope`: the deliveries of one envelope go out in the order in which their events were accepted, one at a time. One that is tried again holds only the later ones of its own envelope.',
  }),
  maxPerSecond: nullable(
    Type.Integer({
      minimum: 1,
      maximum: limit('per_second_max'),
      description: 'Requests each second at most, over all nodes. What comes faster waits.',
    }),
  ),
  maxConcurrent: nullable(
    Type.Integer({
      minimum: 1,
      maximum: limit('concurrent_max'),
      description: 'Requests at the same time at most, over all nodes.',
    }),
  ),
  success: SuccessRule,
};

const DeliverySettings = closed({
  timeoutSeconds: Type.Optional(deliveryFields.timeoutSeconds),
  verifyTls: Type.Optional(deliveryFields.verifyTls),
  ca: Type.Optional(deliveryFields.ca),
  headers: Type.Optional(deliveryFields.headers),
  retrySchedule: Type.Optional(deliveryFields.retrySchedule),
  success: Type.Optional(deliveryFields.success),
  ordering: Type.Optional(deliveryFields.ordering),
  maxPerSecond: Type.Optional(deliveryFields.maxPerSecond),
  maxConcurrent: Type.Optional(deliveryFields.maxConcurrent),
});

const PayloadText = text(limit('name_characters_max'), { minLength: 1 });
export const payloadFields = {
  dialect: text(50, { minLength: 1, description: 'The format that its receiver speaks.' }),
  contentType: enumOf(contentTypes),
  accept: enumOf(['application/json', 'application/xml']),
  data: Type.Unsafe<'status' | 'everything'>({
    ...enumOf(['status', 'everything']),
    description: '`status`: only what became of the envelope. `everything`: the content too.',
  }),
  extraFields: Type.Array(PayloadText, {
    maxItems: limit('company_fields_max'),
    description: "Names of company fields, reported for each company of the event's business unit.",
  }),
  fieldMapping: Type.Array(
    Type.Union([
      text(500, { minLength: 1 }),
      closed({ from: text(500, { minLength: 1 }), to: text(500, { minLength: 1 }) }),
    ]),
    {
      maxItems: limit('field_mappings_max'),
      description:
        'Fields that are added: `"total"`, `"total:amount"`, `{"from": "customer.email", "to": "client.mail"}`.',
    },
  ),
  documents: enumOf(['link']),
  options: Type.Record(Type.String(), Type.String(), { description: 'Options of the dialect, by name.' }),
};
const Payload = closed(
  {
    dialect: Type.Optional(payloadFields.dialect),
    contentType: Type.Optional(payloadFields.contentType),
    accept: Type.Optional(payloadFields.accept),
    data: Type.Optional(payloadFields.data),
    extraFields: Type.Optional(payloadFields.extraFields),
    fieldMapping: Type.Optional(payloadFields.fieldMapping),
    documents: Type.Optional(payloadFields.documents),
    options: Type.Optional(payloadFields.options),
  },
  { description: 'What requests carry, and in which form.' },
);

export const alertFields = {
  rules: Type.Unsafe<'organization' | 'own'>({
    ...enumOf(['organization', 'own']),
    description:
      '`organization`: the three rules are those of the organization, and change with them. `own`: they are the webhook’s, as soon as any of them is set here.',
  }),
  ...alertRuleFields,
  emails: AlertEmails,
};

const Alerts = closed(
  {
    rules: Type.Optional(alertFields.rules),
    ...alertRuleInputs,
    emails: Type.Optional(AlertEmails),
  },
  {
    description: 'When somebody is told that deliveries fail, and when the webhook is disabled. null: never.',
  },
);

export const SigningScheme = Type.Unsafe<'hmac' | 'ed25519'>({
  ...enumOf(signingSchemes),
  description:
    '`hmac`: one secret on both sides (`v1`). `ed25519`: receivers verify with a public key (`v1a`).',
});
const GivenSecret = Type.String({
  description:
    'A secret that its receiver has already, for example the HMAC key of a vendor: `whsec_…` (the base64 of 24 to 64 bytes), or any other text of 8 to 200 printable ASCII characters. Made here when left out.',
});
const Signing = closed({
  scheme: Type.Optional(SigningScheme),
  secret: Type.Optional(GivenSecret),
});

const Description = text(limit('description_characters_max'), {
  pattern: plainLines,
  errorMessage: `must be text of at most ${limit('description_characters_max')} characters`,
});

const settingsFields = {
  description: Type.Optional(Description),
  kind: Type.Optional(Kind),
  firing: Type.Optional(Firing),
  events: Type.Optional(EventSelection),
  routing: Type.Optional(Routing),
  delivery: Type.Optional(DeliverySettings),
  auth: Type.Optional(Auth),
  payload: Type.Optional(Payload),
  alerts: Type.Optional(Alerts),
};

export const WebhookBody = closed({
  name: Name,
  url: Url,
  status: Type.Optional(enumOf(['enabled', 'disabled'])),
  signing: Type.Optional(Signing),
  ...settingsFields,
});

export const WebhookPatch = closed({
  name: Type.Optional(Name),
  url: Type.Optional(Url),
  ...settingsFields,
});

const Notices = Type.Array(
  Type.Object({
    code: enumOf(noticeCodes),
    path: Type.String({ description: 'The setting that it is about.' }),
    message: Type.String(),
    types: Type.Array(Type.String()),
  }),
  { description: 'What is not wrong and should be known: types that the webhook’s dialect cannot express.' },
);

export const eventFields = Type.Object({
  mode: enumOf(['all', 'only']),
  types: Type.Optional(Type.Array(Type.String())),
  except: Type.Optional(Type.Array(Type.String())),
});

const webhookFields = {
  id: Uuid,
  name: Type.String(),
  description: Type.String(),
  url: Type.String(),
  status: enumOf(['enabled', 'disabled']),
  disabledReason: nullable(enumOf(['manual', 'gone', 'plan', 'failing'])),
  disabledAt: nullable(Time),
  events: eventFields,
  kind: Kind,
  firing: Firing,
  routing: Type.Object(routingFields),
  delivery: Type.Object(deliveryFields),
  auth: ShownAuth,
  authorities: Type.Array(ShownCertificate, { description: 'The certificates of `delivery.ca`, read.' }),
  payload: Type.Object(payloadFields),
  alerts: Type.Object(alertFields),
  signing: Type.Object({
    scheme: SigningScheme,
    publicKey: nullable(Type.String({ description: 'What receivers verify with (`whpk_…`).' })),
    since: Time,
    overlapEndsAt: nullable(Time),
  }),
  notices: Notices,
  revision: Type.Integer({ description: 'Grows with every change; also the ETag.' }),
  health: Type.Object({
    state: Type.Unsafe<string>({
      ...enumOf(['healthy', 'failing', 'warned', 'disabled']),
      description:
        '`failing`: the last attempt failed, or too many do. `warned`: it failed for so long that the webhook will be disabled (`disableAt`). `disabled`: for that reason, or because its receiver answered 410 Gone.',
    }),
    consecutiveFailures: Type.Integer(),
    failingSince: nullable(Time),
    disableAt: nullable(Time),
    alertId: nullable(
      Type.String({ format: 'uuid', description: 'The alert about the problem that it has now.' }),
    ),
    lastSuccessAt: nullable(Time),
    lastFailureAt: nullable(Time),
    pausedUntil: nullable(
      Type.String({
        format: 'date-time',
        description:
          'Nothing is sent before: the receiver does not answer, or asked to be left alone. Null where it is not so.',
      }),
    ),
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
    scheme: Type.Optional(SigningScheme),
    secret: Type.Optional(GivenSecret),
  }),
);

const Secret = nullable(
  Type.String({
    description:
      'Signs every request (`whsec_…`). Shown this once. null where it was given, and for `ed25519`, where receivers get the public key.',
  }),
);

export const RotatedWebhook = Type.Object({ ...webhookFields, secret: Secret, overlapEndsAt: Time });

export const CreatedWebhook = Type.Object({ ...webhookFields, secret: Secret });

/** The body may be left out. */
export const DisableBody = nullable(
  closed({
    pending: Type.Optional(
      Type.Unsafe<'hold' | 'skip'>({
        ...enumOf(['hold', 'skip']),
        description:
          '`hold` (when left out): what waits is kept until the webhook is enabled again. `skip`: it is cancelled.',
      }),
    ),
  }),
);

export const CopyBody = nullable(
  closed({
    name: Type.Optional(Name),
    environment: Type.Optional(enumOf(environmentNames)),
    routing: Type.Optional(Routing),
    auth: Type.Optional(Auth),
  }),
);

export const CopiedWebhook = Type.Object({
  ...webhookFields,
  secret: Secret,
  notCopied: Type.Array(enumOf(['auth']), {
    description: 'What the original has and the copy lacks, since it is secret.',
  }),
});
