// What the tests of dialects render with: one place, two live secrets, and settings that each dialect is content with.
import { eventTypes } from '../../src/catalogue/index.ts';
import type { AttemptFacts, Dialect, RenderContext } from '../../src/dialects/dialect.ts';
import { findDialect } from '../../src/dialects/index.ts';
import { type DialectRequest, makeRequest } from '../../src/dialects/request.ts';
import { noRouting } from '../../src/domain/event.ts';
import { type PayloadInput, type PayloadSettings, toPayload } from '../../src/domain/payload.ts';
import { type SigningSecret, signingKeys } from '../../src/domain/signing.ts';
import type { StoredEvent } from '../../src/domain/stored-event.ts';

/** The present one and the one before it. */
export const secrets: readonly SigningSecret[] = [7, 8].map((byte) => ({
  scheme: 'hmac',
  form: 'bytes',
  secret: Buffer.alloc(32, byte),
}));

export const now = Date.parse('2026-06-01T12:00:00.250Z');

export const facts: AttemptFacts = {
  applicationId: 'appId_bank',
  environment: 'PRODUCTION',
  webhook: { id: 'wh-1', name: 'Loans', url: 'https://lms.example.com/hook' },
  deliveryId: '019c95c7-d2a4-7f6f-8c39-4de6ab7f0b51',
  attempt: 1,
  verificationToken: 'token-1',
  companies: [{ name: 'XYZ Leasing KK', fields: { costCenter: '42' } }],
};

/** What a webhook of this dialect cannot do without. */
const required: Readonly<Record<string, PayloadInput>> = {
  'adobe-sign': { options: { clientId: 'client-1' } },
};

export const dialectOf = (name: string): Dialect => {
  const dialect = findDialect(name);
  if (!dialect) throw new Error(`There is no dialect ${name}.`);
  return dialect;
};

export const settings = ({ name }: Pick<Dialect, 'name'>, input: PayloadInput = {}): PayloadSettings =>
  toPayload({ dialect: name, ...required[name], ...input });

export const context = (
  event: StoredEvent,
  payload: PayloadSettings,
  more: Partial<RenderContext> = {},
): RenderContext => ({ event, payload, facts, keys: secrets.map(signingKeys), now, ...more });

export const expressedBy = (dialect: Dialect, options: PayloadSettings['options'] = {}) =>
  eventTypes.map(({ type }) => type).filter((type) => dialect.namesOf(type, options).length > 0);

export const eventOf = (type: string, content: unknown, more: Partial<StoredEvent> = {}): StoredEvent => ({
  id: 'evt-1',
  type,
  severity: 'info',
  occurredAt: Date.parse('2026-03-03T08:12:40Z'),
  envelope: { id: 'env-1', externalId: 'LN-1', title: 'Loan' },
  signer: null,
  routing: noRouting,
  platform: null,
  content: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
  ...more,
});

export const yael = { id: 'sig-1', name: 'Yael', email: 'yael@example.com', role: 'declarant' };

/** What a webhook of this dialect sends. */
export function requestOf(
  name: string,
  event: StoredEvent,
  input: PayloadInput = {},
  more: Partial<RenderContext> = {},
): DialectRequest {
  const dialect = dialectOf(name);
  return makeRequest(dialect, context(event, settings(dialect, input), more));
}

/** The body as the receiver of a JSON dialect has it. */
export function bodyOf(name: string, event: StoredEvent, input: PayloadInput = {}): Record<string, unknown> {
  return JSON.parse(requestOf(name, event, input).body.toString());
}
