// What every dialect promises, whatever its receivers: exact requests, proofs that others' code verifies, and judgements.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { eventTypes } from '../../src/catalogue/index.ts';
import type { ExampleAnswer } from '../../src/dialects/dialect.ts';
import { exampleOf } from '../../src/dialects/example.ts';
import { dialects, expressible, findDialect, judgeAnswer } from '../../src/dialects/index.ts';
import { makeRequest } from '../../src/dialects/request.ts';
import { payloadProblems } from '../../src/domain/payload.ts';
import { formatSecret, signingKeys } from '../../src/domain/signing.ts';
import type { Answer } from '../../src/domain/success-rule.ts';
import { exampleEvent } from '../../src/domain/test-send.ts';
import { renderDialectPages } from '../../tools/dialect-pages.ts';
import { renderGolden } from '../../tools/golden.ts';
import { context, eventOf, expressedBy, now, secrets, settings, yael } from './rendering.ts';

const root = join(import.meta.dirname, '../../../..');

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

describe('the pages about dialects and content types', () => {
  it.each([...renderDialectPages()])('%s says what the code does', (path, page) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(page);
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
        expect(dialect.namesOf(name)).toEqual([]);
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
      const expected = secrets.map(({ secret }) =>
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

  it('makes something of every type also where content and people are strange', () => {
    const strange = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constant('\ud800'),
      fc.integer(),
      fc.constant(null),
    );
    const person = fc.record({ id: strange, name: strange, email: strange, role: strange, status: strange });
    const content = fc.record({
      ...{ status: strange, envelopeStatus: strange, title: strange, reason: strange, templateId: strange },
      ...{ sentAt: strange, expiresAt: strange, remainingSigners: strange },
      ...{ sender: person, signers: fc.array(person), documents: fc.array(person), roles: fc.array(strange) },
      ...{ session: person, sessions: fc.array(person), client: person, fields: fc.array(person) },
    });
    fc.assert(
      fc.property(content, fc.constantFrom(...types), fc.constantFrom(null, yael), (told, type, signer) => {
        const event = eventOf(type, told, { signer, envelope: null });
        expect(makeRequest(dialect, context(event, payload)).body.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it.each(dialect.contentTypes)('makes %s also of content that is nested without end', (contentType) => {
    const deep = `${'{"a":['.repeat(50_000)}1.50${']}'.repeat(50_000)}`;
    const chosen = settings(dialect, { contentType, fieldMapping: ['a:deep'], data: 'everything' });
    for (const type of types) {
      expect(makeRequest(dialect, context(eventOf(type, deep), chosen)).body.length).toBeGreaterThan(0);
    }
  });

  it('sets no header that it does not name, so that a webhook’s own cannot clash with it', () => {
    const names = types.flatMap((type) =>
      makeRequest(dialect, context(exampleEvent(type, 'evt-1', now), payload)).headers.map(([name]) => name),
    );
    const usual = ['content-type', 'accept', 'webhook-id', 'webhook-timestamp', 'webhook-signature'];
    expect([...new Set(names)].filter((name) => ![...usual, ...dialect.headers].includes(name))).toEqual([]);
  });

  it('can be signed by every scheme that it says', () => {
    for (const scheme of dialect.schemes) {
      const keys = [signingKeys({ scheme, form: 'bytes', secret: Buffer.alloc(32, 9) })];
      const { headers } = makeRequest(dialect, context(eventOf(types[0] ?? '', '{}'), payload, { keys }));
      const prefix = scheme === 'hmac' ? 'v1,' : 'v1a,';
      expect(Object.fromEntries(headers)['webhook-signature']).toMatch(new RegExp(`^${prefix}[^ ]+$`));
    }
  });

  it('makes the same request of the same attempt', () => {
    const event = exampleEvent(types[0] ?? '', 'evt-1', now);
    const once = context(event, payload);
    expect(makeRequest(dialect, once)).toEqual(makeRequest(dialect, once));
  });

  const asAnswer = ({ body, ...rest }: ExampleAnswer): Answer => ({ ...rest, body: Buffer.from(body) });

  it.each(types)(
    'takes its own example of a good answer to %s, refuses that of a bad one, and says why where the status does not (I22, L24, L25)',
    (type) => {
      const { success, error } = dialect.answers(type, payload);
      expect(dialect.judge(asAnswer(success), payload)).toEqual({ kind: 'success' });
      const bad = dialect.judge(asAnswer(error), payload);
      expect(bad.kind).toBe('failure');
      if (error.status === 200) expect(bad).toMatchObject({ reason: expect.stringMatching(/.{10}/) });
    },
  );

  it('takes 410 as never again, and no redirect or error as success', () => {
    const good = asAnswer(dialect.answers(types[0] ?? '', payload).success);
    const judged = (status: number) => dialect.judge({ ...good, status }, payload).kind;
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
