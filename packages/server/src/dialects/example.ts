// Examples of what a webhook sends and what its receiver answers, made from the catalogue's example of a type.
// They are made by the functions that make the real thing; only the secrets are placeholders.
import { findEventType } from '../catalogue/index.ts';
import type { PayloadSettings } from '../domain/payload.ts';
import { signingKeys } from '../domain/signing.ts';
import type { StoredEvent } from '../domain/stored-event.ts';
import { exampleEvent } from '../domain/test-send.ts';
import type { AttemptFacts, Dialect, ExampleAnswers, RenderContext } from './dialect.ts';
import { type DialectRequest, makeRequest } from './request.ts';

export interface Example extends ExampleAnswers {
  readonly request: DialectRequest;
}

const exampleId = '019cbc05-5459-79ca-ad60-dc0b1f5da9aa';
/** Nobody's: `whsec_cGxhY2Vob2xkZXItZm9yLWEtd2ViaG9vay1zZWNyZXQ=`. */
const placeholder = {
  scheme: 'hmac',
  form: 'bytes',
  secret: Buffer.from('placeholder-for-a-webhook-secret'),
} as const;
const placeholderKeys = signingKeys(placeholder);

/** null where the catalogue has no such type, or the dialect cannot express it. */
export function exampleOf(
  dialect: Dialect,
  type: string,
  payload: PayloadSettings,
  facts: Partial<AttemptFacts> = {},
): Example | null {
  const described = findEventType(type);
  if (described === undefined || dialect.namesOf(type, payload.options).length === 0) return null;
  const event = exampleEvent(type, exampleId, Date.parse(described.example.occurredAt));
  const context: RenderContext = {
    event,
    payload,
    facts: { ...exampleFacts(dialect, event, payload), ...facts },
    keys: [placeholderKeys],
    now: event.occurredAt,
  };
  return { request: makeRequest(dialect, context), ...dialect.answers(type, payload) };
}

function exampleFacts(dialect: Dialect, event: StoredEvent, { extraFields }: PayloadSettings): AttemptFacts {
  const fields = Object.fromEntries(extraFields.map((field) => [field, `example of ${field}`]));
  const { company } = event.routing;
  return {
    applicationId: 'appId_example',
    environment: 'TEST',
    webhook: {
      id: '019c95c7-cb6f-708e-bc27-392a36745b95',
      name: 'Example',
      url: 'https://receiver.example.com/hook',
    },
    deliveryId: '019c95c7-d2a4-7f6f-8c39-4de6ab7f0b51',
    attempt: 1,
    verificationToken: dialect.wantsToken ? 'example-verification-token' : null,
    companies: company === null || extraFields.length === 0 ? [] : [{ name: company, fields }],
  };
}
