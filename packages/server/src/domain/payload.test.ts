import { describe, expect, it } from 'vitest';
import { noRouting } from './event.ts';
import { previewMapping } from './field-mapping.ts';
import {
  contentTypes,
  type DialectFacts,
  defaultPayload,
  type PayloadInput,
  payloadProblems,
  schemeProblem,
  toPayload,
} from './payload.ts';
import { refuse } from './problems.ts';

const usual = { options: [], takenNames: [], schemes: ['hmac', 'ed25519'], headers: [] } as const;
const dialects: readonly DialectFacts[] = [
  { ...usual, name: 'signpost', contentTypes },
  {
    ...usual,
    name: 'ignisign',
    contentTypes: ['application/json'],
    options: [{ name: 'names', meaning: '', required: false, values: ['documented', 'sdk-4'] }],
  },
  {
    ...usual,
    schemes: ['hmac'],
    name: 'strict',
    contentTypes: ['application/json'],
    options: [{ name: 'clientId', meaning: '', required: true, values: null }],
    takenNames: ['status'],
  },
];

const problems = (input: PayloadInput) => payloadProblems(toPayload(input), dialects);
const places = (input: PayloadInput) => problems(input).map(({ code, path }) => `${code} ${path}`);

it('the defaults are in order', () => {
  expect(problems({})).toEqual([]);
  expect(toPayload(undefined)).toEqual(defaultPayload);
});

it('another dialect begins without the options of the one before', () => {
  const before = toPayload({ dialect: 'ignisign', options: { names: 'sdk-4' } });
  expect(toPayload({ dialect: 'signpost' }, before).options).toEqual({});
  expect(toPayload({ data: 'status' }, before).options).toEqual({ names: 'sdk-4' });
});

it('a dialect is signed only by the schemes that it has', () => {
  expect(schemeProblem('strict', 'ed25519', dialects)).toMatch(/strict.*hmac.*ed25519/);
  expect(schemeProblem('strict', 'hmac', dialects)).toBeNull();
  expect(schemeProblem('signpost', 'ed25519', dialects)).toBeNull();
  expect(schemeProblem('unknown', 'ed25519', dialects)).toBeNull();
});

it('an unknown dialect is refused with those that are near', () => {
  expect(problems({ dialect: 'ignisgn' })).toMatchObject([
    { code: 'unknown_dialect', path: 'payload.dialect', details: { nearest: ['ignisign'] } },
  ]);
  expect(refuse(problems({ dialect: '__proto__' })).message).toBe('There is no dialect "__proto__".');
});

it('a content type that the dialect does not speak is refused', () => {
  expect(places({ dialect: 'ignisign', contentType: 'application/xml' })).toEqual([
    'invalid_field payload.contentType',
  ]);
});

it('options are checked against those of the dialect', () => {
  expect(places({ dialect: 'ignisign', options: { names: 'sdk-3', other: 'x' } })).toEqual([
    'invalid_field payload.options.names',
    'unknown_field payload.options.other',
  ]);
});

it('an option that a dialect cannot do without must be there, and fit a header', () => {
  const strict = (options: Record<string, string>) => places({ dialect: 'strict', options });
  expect(strict({})).toEqual(['missing_field payload.options.clientId']);
  expect(strict({ clientId: ' ' })).toEqual(['invalid_field payload.options.clientId']);
  expect(strict({ clientId: 'a\r\nb' })).toEqual(['invalid_field payload.options.clientId']);
  expect(strict({ clientId: 'x'.repeat(501) })).toEqual(['invalid_field payload.options.clientId']);
  expect(strict({ clientId: 'CBJCHBCAABAA' })).toEqual([]);
});

it('extra fields are names, each once (C15)', () => {
  expect(places({ extraFields: ['costCenter', ' ', 'costCenter', 'x'.repeat(65)] })).toEqual([
    'invalid_field payload.extraFields[1]',
    'invalid_field payload.extraFields[2]',
    'invalid_field payload.extraFields[3]',
  ]);
});

describe('a field mapping (C16)', () => {
  it('is taken in every documented form (C17)', () => {
    expect(
      problems({ fieldMapping: ['total', 'total:amount', { from: 'customer.email', to: 'client.mail' }] }),
    ).toEqual([]);
    expect(
      problems({ fieldMapping: ['documents[0].name:first', 'event.envelope.externalId : number'] }),
    ).toEqual([]);
  });

  it.each([
    ['', 'payload.fieldMapping[0]'],
    [':x', 'payload.fieldMapping[0]'],
    ['a:', 'payload.fieldMapping[0]'],
    ['a..b', 'payload.fieldMapping[0]'],
    ['a:b:c', 'payload.fieldMapping[0]'],
    ['a:b[0]', 'payload.fieldMapping[0]'],
    ['__proto__.x:y', 'payload.fieldMapping[0]'],
    ['x:constructor.y', 'payload.fieldMapping[0]'],
    [{ from: 'a', to: 'prototype' }, 'payload.fieldMapping[0].to'],
    [{ from: 'a.', to: 'b' }, 'payload.fieldMapping[0].from'],
  ])('%j is refused on save', (mapping, place) => {
    const [first] = problems({ fieldMapping: [mapping] });
    expect(first).toMatchObject({
      code: 'invalid_field',
      path: place,
      details: { reason: expect.stringMatching(/.{10}/) },
    });
  });

  it.each([[['a:x', 'b:x']], [['a:x', 'b:x.y']], [['a:x.y.z', 'b:x.y']]])(
    '%j is refused: two targets that cannot both be',
    (fieldMapping) => {
      expect(places({ fieldMapping })).toEqual(['invalid_field payload.fieldMapping[1]']);
    },
  );

  it('does not write where the dialect writes itself', () => {
    const options = { clientId: 'x' };
    expect(places({ dialect: 'strict', options, fieldMapping: ['status.code', 'status:state'] })).toEqual([
      'invalid_field payload.fieldMapping[0]',
    ]);
  });

  it('is limited', () => {
    const fieldMapping = Array.from({ length: 101 }, (_, index) => `f${index}`);
    expect(places({ fieldMapping })).toEqual(['invalid_field payload.fieldMapping']);
  });

  it('is previewed with what each entry finds', () => {
    const event = {
      id: 'evt-1',
      type: 'envelope.sent',
      severity: 'info',
      occurredAt: 0,
      envelope: { id: 'e', externalId: 'LN-1', title: null },
      signer: null,
      routing: noRouting,
      platform: null,
      content: Buffer.from('{}'),
    } as const;
    expect(
      previewMapping(['total:amount', 'event.envelope.externalId:ref', 'nothing', '..'], event, { total: 5 }),
    ).toEqual([
      { from: 'total', to: 'amount', found: true, value: 5 },
      { from: 'event.envelope.externalId', to: 'ref', found: true, value: 'LN-1' },
      { from: 'nothing', to: 'nothing', found: false, value: null },
    ]);
  });
});
