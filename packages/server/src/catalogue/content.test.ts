import { Ajv2020 } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { type EventType, eventTypes, type Schema, topics } from './index.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
formatsPlugin.default(ajv);

/** Times that may lie ahead of the event. */
const ahead = new Set(['expiresAt', 'dueAt', 'disableAt']);
/** What must have come before what, wherever both are told of the same thing. */
const courses = [
  ['createdAt', 'publishedAt'],
  ['createdAt', 'sentAt', 'viewedAt', 'signedAt', 'completedAt'],
  ['sentAt', 'declinedAt'],
  ['sentAt', 'voidedAt'],
  ['sentAt', 'resentAt', 'expiresAt'],
  ['sentAt', 'expiredAt'],
  ['createdAt', 'updatedAt', 'expiresAt'],
  ['completedAt', 'archivedAt'],
  ['invitedAt', 'expiredAt'],
  ['notifiedAt', 'expiresAt'],
  ['requestedAt', 'dueAt'],
  ['readyAt', 'availableUntil'],
  ['startedAt', 'completedAt'],
  ['since', 'detectedAt', 'disableAt'],
  ['since', 'disabledAt'],
  ['since', 'recoveredAt'],
];

interface Place {
  readonly path: string;
  readonly name: string;
  readonly value: unknown;
}

/** Everything in a value, however deep, with its name. A list gives its name to its items. */
function walk(value: unknown, path: string, name: string): Place[] {
  const here = { path, name, value };
  if (Array.isArray(value)) return [here, ...value.flatMap((item, at) => walk(item, `${path}[${at}]`, name))];
  if (typeof value !== 'object' || value === null) return [here];
  return [here, ...Object.entries(value).flatMap(([key, inner]) => walk(inner, `${path}.${key}`, key))];
}

const inExample = ({ example }: EventType) => walk(example, 'example', '');
const textsOf = (type: EventType) =>
  inExample(type).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));

/** Each schema within a schema, by the path of what it describes. */
function parts(schema: Schema, path: string): { path: string; schema: Schema }[] {
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
    parts(part, `${path}.${name}`),
  );
  return [{ path, schema }, ...inner, ...(schema.items ? parts(schema.items, `${path}[]`) : [])];
}

/** Where a value says something that its schema does not name. */
function undescribed(schema: Schema, value: unknown, path: string): string[] {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.flatMap((item) => undescribed(items, item, `${path}[]`)) : [];
  }
  const { properties } = schema;
  if (!properties || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const part = properties[name];
    return part ? undescribed(part, inner, `${path}.${name}`) : [`${path}.${name}`];
  });
}

describe('the schema of', () => {
  it.each(eventTypes)('$type is valid JSON Schema, named after its type', ({ type, meaning, schema }) => {
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(() => ajv.compile(schema)).not.toThrow();
    expect(schema).toMatchObject({ title: type, description: meaning, type: 'object' });
  });

  it.each(eventTypes)('$type describes each of its properties', ({ schema }) => {
    const silent = parts(schema, '').filter(
      (part) => !/^[A-Z].{8,160}\.$/.test(part.schema.description ?? ''),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it.each(eventTypes)('$type stays open, and can be put into an OpenAPI document', ({ schema }) => {
    const keywords = new Set(
      walk(schema, '', '').flatMap(({ value }) => (isObject(value) ? Object.keys(value) : [])),
    );
    for (const keyword of ['$id', '$ref', '$schema', '$defs', 'unevaluatedProperties'])
      expect(keywords).not.toContain(keyword);
    expect(JSON.stringify(schema)).not.toContain('"additionalProperties":false');
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });

  it.each(eventTypes)('$type requires only what it describes', ({ schema }) => {
    for (const part of parts(schema, '')) {
      for (const name of part.schema.required ?? []) expect(part.schema.properties).toHaveProperty(name);
    }
  });
});

describe('the example of', () => {
  it.each(eventTypes)('$type is valid by the schema', ({ schema, example }) => {
    const valid = ajv.compile(schema);
    valid(example.content);
    expect(valid.errors ?? []).toEqual([]);
  });

  it.each(eventTypes)('$type tells nothing that the schema does not describe', ({ schema, example }) => {
    expect(undescribed(schema, example.content, '')).toEqual([]);
  });

  it.each(eventTypes)('$type is plain JSON of at most 4 KB', ({ example }) => {
    const text = JSON.stringify(example);
    expect(JSON.parse(text)).toEqual(example);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4096);
  });

  it.each(eventTypes)('$type speaks of the envelope and the signer that it names', ({ example }) => {
    const { envelope, signer, content } = example;
    if (envelope) expect(content['signatureRequestId']).toBe(envelope.id);
    else expect(content).not.toHaveProperty('signatureRequestId');
    expect(content['signatureRequestExternalId'] ?? null).toBe(envelope?.externalId ?? null);
    expect(content['signerId'] ?? null).toBe(signer?.id ?? null);
    if (content['title'] !== undefined) expect(content['title']).toBe(envelope?.title);
  });

  it.each(eventTypes)('$type happened in 2026, at the latest time it tells of', (type) => {
    const times = walk(type.example.content, 'content', '').filter(({ name }) =>
      /At$|^(since|at)$/.test(name),
    );
    for (const { value } of times) expect(value).toMatch(/^2026-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/);
    const past = times.filter(({ name }) => !ahead.has(name)).map(({ value }) => Date.parse(String(value)));
    expect(past).not.toContain(Number.NaN);
    expect(Math.max(...past)).toBe(Date.parse(type.example.occurredAt));
  });

  it.each(eventTypes)('$type tells first things first', (type) => {
    for (const { path, value } of inExample(type).filter((place) => isObject(place.value))) {
      for (const course of courses) {
        const times = course.flatMap((name) => (isObject(value) && name in value ? [value[name]] : []));
        expect(times, `${path}: ${course.join(', ')}`).toEqual([...times].sort());
      }
    }
  });

  it.each(eventTypes)('$type names nobody who could exist', (type) => {
    for (const text of textsOf(type)) {
      for (const [, domain] of text.matchAll(/\S@([\w.-]+)/g)) expect(domain).toMatch(/^example\.(com|org)$/);
      for (const [, host] of text.matchAll(/https?:\/\/([^/\s]+)/g))
        expect(host).toMatch(/(^|\.)example\.com$/);
      for (const [number] of text.matchAll(/\+\d[\d -]{6,}/g)) expect(number).toMatch(/^\+1-202-555-01\d\d$/);
      for (const [address] of text.matchAll(/(?<![\d.:/])\d{1,3}(\.\d{1,3}){3}(?![\d.])/g)) {
        expect(address).toMatch(/^192\.0\.2\.\d+$/);
      }
    }
  });

  it.each(topics)('$topic.* is told differently for each type', ({ topic }) => {
    const contents = eventTypes.filter((type) => type.topic === topic).map(({ example }) => example.content);
    expect(new Set(contents.map((content) => JSON.stringify(content))).size).toBe(contents.length);
  });
});

describe('the examples together', () => {
  const files = eventTypes.flatMap((type) =>
    inExample(type).flatMap(({ value }) => (isObject(value) && 'sha256' in value ? [value] : [])),
  );

  it('know each fingerprint from one file only', () => {
    const sizes = Map.groupBy(files, (file) => file['sha256']);
    for (const [sha256, same] of sizes) {
      expect(new Set(same.map((file) => file['size'])).size, String(sha256)).toBe(1);
    }
  });

  it('come from people of many places and several departments', () => {
    const names = new Set(eventTypes.flatMap(({ example }) => example.signer?.name ?? []));
    const departments = new Set(eventTypes.flatMap(({ example }) => example.routing.department ?? []));
    expect(names.size).toBeGreaterThanOrEqual(10);
    expect([...departments]).toEqual(expect.arrayContaining(['Loans', 'HR', 'Compliance']));
  });

  it('G16, N14: there is one for every type', () => {
    expect(eventTypes.every(({ example }) => Object.keys(example.content).length > 0)).toBe(true);
  });
});

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
