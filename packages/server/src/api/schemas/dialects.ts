// Receiver formats and what a new webhook begins with, as the API shows them.
import { Type } from 'typebox';
import { planNames } from '../../domain/plan.ts';
import { enumOf, nullable, Uuid } from './common.ts';
import { Policies } from './organizations.ts';
import {
  alertFields,
  deliveryFields,
  eventFields,
  payloadFields,
  routingFields,
  SigningScheme,
  SuccessRule,
} from './webhooks.ts';

export const Dialect = Type.Object(
  {
    name: Type.String({ description: 'What a webhook names as `payload.dialect`.' }),
    title: Type.String(),
    meaning: Type.String(),
    contentTypes: Type.Array(payloadFields.contentType, { description: 'What a webhook may choose from.' }),
    schemes: Type.Array(SigningScheme, { description: 'How its requests can be signed.' }),
    options: Type.Array(
      Type.Object({
        name: Type.String(),
        meaning: Type.String(),
        required: Type.Boolean(),
        values: nullable(Type.Array(Type.String())),
      }),
      { description: 'What a webhook may say in `payload.options`. `values` null: any text.' },
    ),
    takenNames: Type.Array(Type.String(), { description: 'Names that mapped fields may not take.' }),
    headers: Type.Array(Type.String(), { description: 'Headers that it sets itself.' }),
    success: SuccessRule,
    successNote: nullable(Type.String({ description: 'What its own rule asks beyond that, in words.' })),
    wantsToken: Type.Boolean({ description: 'Whether its requests carry a verification token.' }),
    docs: Type.String({ description: 'The page about it, in the documentation that comes along.' }),
  },
  { description: 'A receiver format: how events are rendered, requests proved, and answers judged.' },
);

export const WebhookDefaults = Type.Object(
  {
    plan: enumOf(planNames),
    policies: Type.Unsafe({ ...Policies, description: 'What the organization asks of its webhooks.' }),
    webhook: Type.Object(
      {
        kind: Type.String(),
        firing: Type.String(),
        events: eventFields,
        routing: Type.Object(routingFields),
        delivery: Type.Object(deliveryFields),
        payload: Type.Object(payloadFields),
        alerts: Type.Object(alertFields),
      },
      { description: 'What a new webhook is where nothing else is said.' },
    ),
    defaultWebhook: Type.Unsafe<{ id: string; name: string } | null>({
      ...nullable(Type.Object({ id: Uuid, name: Type.String() })),
      description:
        'Where at most one webhook may name neither a department nor a Request From: the one that does. Else null.',
    }),
  },
  { description: 'What the form of a webhook begins with, and what it has to keep to.' },
);
