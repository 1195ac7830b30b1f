// What every dialect promises, whatever its receivers: exact requests, proofs that others' code verifies, and judgements.
import { createSecretKey } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { eventTypes } from '../../src/catalogue/index.ts';
import type { AttemptFacts, Dialect, RenderContext } from '../../src/dialects/dialect.ts';
import { exampleOf } from '../../src/dialects/example.ts';
import { dialects, expressible, findDialect, judgeAnswer } from '../../src/dialects/index.ts';
import { makeRequest } from '../../src/dialects/request.ts';
import { noRouting } from '../../src/domain/event.ts';
import {
  type PayloadInput,
  type PayloadSettings,
  payloadProblems,
  toPayload,
} from '../../src/domain/payload.ts';
import { formatSecret } from '../../src/domain/signing.ts';
import type { StoredEvent } from '../../src/domain/stored-event.ts';
import type { Answer } from '../../src/domain/success-rule.ts';
import { exampleEvent } from '../../src/domain/test-send.ts';
import { renderGolden } from '../../tools/golden.ts';

const root = join(import.meta.dirname, '../../../..');
const secrets = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
const keys = secrets.map((secret) => createSecretKey(secret));

const now = Date.parse('2026-06-01T12:00:00.250Z');

const facts: AttemptFacts = {
  applicationId: 'appId_bank',
  environment: 'PRODUCTION',
  webhook: { id: 'wh-1', name: 'Loans', url: 'https://lms.example.com/hook' },
  deliveryId: '019c95c7-d2a4-7f6f-8c39-4de6ab7f0b51',
  attempt: 1,
  verificationToken: 'token-1',
  companies: [{ name: 'XYZ Leasing KK', fields: { costCenter: '42' } }],
};

/** What a webhook of this dialect cannot do without. */
const required: Readonly<Record<string, PayloadInput>> = {};

const settings = (dialect: Dialect, input: PayloadInput = {}) =>
  toPayload({ dialect: dialect.name, ...required[dialect.name], ...input });

const context = (event: StoredEvent, payload: PayloadSettings): RenderContext => ({
  event,
  payload,
  facts,
  keys,
  now,
});

const expressedBy = (dialect: Dialect, options: PayloadSettings['options'] = {}) =>
  eventTypes.map(({ type }) => type).filter((type) => dialect.expresses(type, options));

const eventOf = (type: string, content: unknown, more: Partial<StoredEvent> = {}): StoredEvent => ({
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

describe('the golden files', () => {
  const golden = renderGolden();

  it.each([...golden.keys()])('%s is what the dialect makes today', (path) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(golden.get(path));
  });

  it('there is none that no dialect makes', () => {
    const folder = 'packages/server/test/conformance/golden';
    expect(readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)).toEqual(
      [...golden.keys()].sort(),
    );
  });
});

it('a dialect is found by its name, and by nothing else', () => {
  for (const dialect of dialects) expect(findDialect(dialect.name)).toBe(dialect);
  expect(findDialect('__proto__')).toBeUndefined();
  expect(expressible({ dialect: 'constructor', options: {} }, 'envelope.sent')).toBe(false);
});

describe.each(dialects)('dialect $name', (dialect) => {
  const payload = settings(dialect);
  const types = expressedBy(dialect);

  it('needs no setting that its own rules refuse', () => {
    expect(payloadProblems(payload, dialects)).toEqual([]);
  });

  it('expresses something, and says no to what is no type', () => {
    expect(types.length).toBeGreaterThan(0);
    if (dialect.name !== 'signpost') {
      for (const name of ['', '__proto__', 'constructor', 'toString', 'envelope', 'envelope.']) {
        expect(dialect.expresses(name)).toBe(false);
      }
    }
  });

  it.each(types)(
    'signs %s so that the public library verifies it, with the present and the former secret (N1, N2, G10)',
    (type) => {
      const event = exampleEvent(type, 'evt-1', now);
      const { headers, body } = makeRequest(dialect, context(event, payload));
      const sent = Object.fromEntries(headers);
      const at = new Date(Number(sent['webhook-timestamp']) * 1000);
      // Its `verify` parses JSON, which not every body is; its `sign` is what `verify` compares with.
      const expected = secrets.map((secret) =>
        new Webhook(formatSecret(secret)).sign('evt-1', at, body.toString()),
      );
      expect(sent['webhook-signature']).toBe(expected.join(' '));
      expect(Math.abs(at.getTime() - now)).toBeLessThan(1000);
    },
  );

  it.each(types)('carries the content of %s byte for byte where it says so', (type) => {
    const event = exampleEvent(type, 'evt-1', now);
    const { body, contentAt } = makeRequest(dialect, context(event, payload));
    if (contentAt === null) return;
    expect(body.subarray(contentAt, contentAt + event.content.length)).toEqual(event.content);
  });

  it.each(dialect.contentTypes)('makes well-formed %s of any content, and never throws', (contentType) => {
    const chosen = settings(dialect, { contentType });
    const content = fc.oneof(
      fc.json(),
      fc.constantFrom('{}', '{ }', '[]', 'null', '"x"', '1.50', '{"__proto__":{"a":1}}'),
    );
    fc.assert(
      fc.property(content, fc.constantFrom(...types), (text, type) => {
        const { headers, body } = makeRequest(dialect, context(eventOf(type, text), chosen));
        const sent = Object.fromEntries(headers)['content-type'];
        if (sent === 'application/json') JSON.parse(body.toString());
        expect(Buffer.from(body.toString())).toEqual(body);
      }),
      { numRuns: 200 },
    );
  });

  it('makes the same request of the same attempt', () => {
    const event = exampleEvent(types[0] ?? '', 'evt-1', now);
    const once = context(event, payload);
    expect(makeRequest(dialect, once)).toEqual(makeRequest(dialect, once));
  });

  it('takes its own example of a good answer, refuses that of a bad one, and says why where the status does not (I22)', () => {
    const answer = ({ body, ...rest }: Dialect['answers']['success']): Answer => ({
      ...rest,
      body: Buffer.from(body),
    });
    expect(dialect.judge(answer(dialect.answers.success), payload)).toEqual({ kind: 'success' });
    const bad = dialect.judge(answer(dialect.answers.error), payload);
    expect(bad.kind).toBe('failure');
    if (dialect.answers.error.status === 200)
      expect(bad).toMatchObject({ reason: expect.stringMatching(/.{10}/) });
  });

  it('takes 410 as never again, and no redirect or error as success', () => {
    const judged = (status: number) =>
      dialect.judge({ status, headers: [], body: Buffer.from(dialect.answers.success.body) }, payload).kind;
    expect([301, 304, 400, 401, 429, 500, 503].map(judged)).toEqual(Array(7).fill('failure'));
    expect(judged(410)).toBe('gone');
  });

  it('gives way to the rule of the webhook', () => {
    const answer: Answer = { status: 204, headers: [], body: Buffer.alloc(0) };
    expect(judgeAnswer(dialect, payload, '2xx', answer)).toEqual({ kind: 'success' });
    expect(judgeAnswer(dialect, payload, '200', answer)).toMatchObject({ kind: 'failure' });
  });

  it('gives an example of every type that it expresses, and of no other (L23–L25)', () => {
    for (const { type } of eventTypes) {
      const example = exampleOf(dialect, type, payload);
      expect(example === null).toBe(!types.includes(type));
      if (example !== null) expect(example.request.body.length).toBeGreaterThan(0);
    }
    expect(exampleOf(dialect, 'nothing.known', payload)).toBeNull();
  });

  it('reports the fields and companies that the webhook asks for (C15, C16)', () => {
    const asked = settings(dialect, { extraFields: ['costCenter'], fieldMapping: ['total:amountDue'] });
    const type = types.includes('envelope.sent') ? 'envelope.sent' : (types[0] ?? '');
    const { body } = makeRequest(dialect, context(eventOf(type, '{"total":1.50}'), asked));
    const text = body.toString();
    expect(text).toContain('amountDue');
    expect(text).toContain('1.50');
    expect(text).toContain('42');
    expect(text).toContain('XYZ Leasing KK');
  });
});

/** The body as the receiver of a JSON dialect has it. */
function bodyOf(name: string, event: StoredEvent, input: PayloadInput = {}): Record<string, unknown> {
  const dialect = findDialect(name) as Dialect;
  return JSON.parse(makeRequest(dialect, context(event, settings(dialect, input))).body.toString());
}

describe('signpost', () => {
  const event = eventOf('envelope.sent', '{ "total": 1.50, "status":"sent" }');

  it('keeps the content as it came, or sends the status alone', () => {
    const dialect = findDialect('signpost') as Dialect;
    const { body } = makeRequest(dialect, context(event, settings(dialect)));
    expect(body.toString()).toContain('"data":{ "total": 1.50, "status":"sent" }}');
    expect(bodyOf('signpost', event, { data: 'status' })).toMatchObject({
      id: 'evt-1',
      data: { status: 'sent' },
    });
  });

  it('puts mapped fields and companies beside the content, which stays as it came', () => {
    const dialect = findDialect('signpost') as Dialect;
    const asked = settings(dialect, {
      extraFields: ['costCenter', 'none'],
      fieldMapping: ['total:a.b', 'missing'],
    });
    const request = makeRequest(dialect, context(event, asked));
    const at = request.contentAt ?? 0;
    expect(request.body.subarray(at, at + event.content.length)).toEqual(event.content);
    expect(JSON.parse(request.body.toString())).toMatchObject({
      fields: { a: { b: 1.5 }, missing: null },
      companies: [{ name: 'XYZ Leasing KK', fields: { costCenter: '42', none: null } }],
    });
  });

  it('is written as a form with nested names, and as XML (C11, L22)', () => {
    const dialect = findDialect('signpost') as Dialect;
    const made = (contentType: PayloadSettings['contentType']) =>
      makeRequest(dialect, context(event, settings(dialect, { contentType }))).body.toString();
    expect(made('application/x-www-form-urlencoded')).toContain('envelope%5BexternalId%5D=LN-1');
    expect(made('application/x-www-form-urlencoded')).toContain('data%5Btotal%5D=1.50');
    expect(made('application/xml')).toContain(
      '<data><total>1.50</total><status>sent</status></data></event>',
    );
  });
});

describe('ignisign', () => {
  const signed = eventOf('signer.signed', '{"signatureMethod":"ADVANCED_STD","n":1.0}', {
    signer: { id: 'sig-1', name: 'Yael', email: 'yael@example.com', role: null },
  });

  it('sends the documented body with a token (I17, I18)', () => {
    expect(bodyOf('ignisign', signed)).toEqual({
      appId: 'appId_bank',
      appEnv: 'PRODUCTION',
      topic: 'SIGNATURE',
      action: 'SIGNATURE_SUCCESS',
      msgNature: 'SUCCESS',
      verificationToken: 'token-1',
      eventId: 'evt-1',
      content: {
        signatureRequestId: 'env-1',
        signatureRequestExternalId: 'LN-1',
        signerId: 'sig-1',
        signatureMethod: 'ADVANCED_STD',
        n: 1,
      },
    });
  });

  it('puts the ids that receivers look for before the bytes of a content that lacks them', () => {
    const dialect = findDialect('ignisign') as Dialect;
    const { body } = makeRequest(dialect, context(signed, settings(dialect)));
    expect(body.toString()).toContain('"signerId":"sig-1","signatureMethod":"ADVANCED_STD","n":1.0}');
  });

  it.each([
    ['info', 'SUCCESS'],
    ['warning', 'WARNING'],
    ['error', 'ERROR'],
  ] as const)('names the nature of %s %s (I15)', (severity, nature) => {
    expect(bodyOf('ignisign', { ...signed, severity })['msgNature']).toBe(nature);
  });

  it('has the topics and actions of the documentation (I6–I14), and those of SDK 4 on request', () => {
    const names = (type: string, options = {}) => {
      const { topic, action } = bodyOf('ignisign', eventOf(type, '{}'), { options });
      return `${topic}/${action}`;
    };
    expect(names('envelope.created')).toBe('SIGNATURE_REQUEST/INIT');
    expect(names('envelope.created', { names: 'sdk-4' })).toBe('SIGNATURE_REQUEST/INITIALIZED');
    expect(names('signer.updated')).toBe('SIGNER/CLAIM_UPDATED');
    expect(names('signature_image.failed')).toBe('SIGNATURE_SIGNER_IMAGE/FAILED');
    expect(names('application.archived')).toBe('APP/ARCHIVED');
    expect(names('signer.signed', { names: 'sdk-4' })).toBe('SIGNATURE/FINALIZED');
    expect(expressible({ dialect: 'ignisign', options: {} }, 'envelope.voided')).toBe(false);
    expect(expressible({ dialect: 'ignisign', options: { names: 'sdk-4' } }, 'envelope.voided')).toBe(true);
  });

  it('takes 200 alone as success, and says so of 202 (I22)', () => {
    const dialect = findDialect('ignisign') as Dialect;
    const judged = (status: number) =>
      dialect.judge({ status, headers: [], body: Buffer.alloc(0) }, settings(dialect));
    expect(judged(200)).toEqual({ kind: 'success' });
    expect(judged(202)).toEqual({ kind: 'failure', reason: expect.stringContaining('202') });
  });
});

describe('esignglobal', () => {
  it('names the last signature differently', () => {
    const event = (remainingSigners: number) => eventOf('signer.signed', { remainingSigners });
    expect(bodyOf('esignglobal', event(1))['event']).toBe('ENVELOPE_SIGNER_SIGNED');
    expect(bodyOf('esignglobal', event(0))['event']).toBe('ENVELOPE_ALL_SIGNER_SIGNED');
  });

  it('wants the code 200 in the body of the answer', () => {
    const dialect = findDialect('esignglobal') as Dialect;
    const judged = (body: string) =>
      dialect.judge({ status: 200, headers: [], body: Buffer.from(body) }, settings(dialect));
    expect(judged('{"code":"200","msg":"success"}')).toEqual({ kind: 'success' });
    expect(judged('{"code":200}')).toEqual({ kind: 'success' });
    expect(judged('{"code":"500"}')).toMatchObject({
      kind: 'failure',
      reason: expect.stringContaining('500'),
    });
    expect(judged('')).toMatchObject({ kind: 'failure', reason: expect.stringContaining('empty') });
    expect(judged('<html>ok</html>')).toMatchObject({ kind: 'failure' });
  });
});
