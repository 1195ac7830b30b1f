import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { compileBody, compileParameters, toProblems } from './validation.ts';

const closed = { additionalProperties: false };
const Inner = Type.Object({ at: Type.Optional(Type.String({ format: 'date-time' })) }, closed);
const Body = Type.Object(
  {
    id: Type.Optional(Type.String({ minLength: 2, pattern: '^[a-z]+$', errorMessage: 'must be letters' })),
    list: Type.Array(Inner, { maxItems: 3 }),
    note: Type.Optional(Type.Union([Type.String({ maxLength: 3 }), Type.Null()])),
  },
  closed,
);
const check = compileBody(Body);
const problemsOf = (value: unknown, root = '') =>
  check(value) ? [] : toProblems(check.errors, root).map(({ code, path }) => `${code} ${path}`);

describe('a body', () => {
  it('is taken as it is: nothing is coerced, filled in or dropped', () => {
    const good = { list: [{ at: '2026-01-31T10:00:00Z' }], note: null };
    expect(problemsOf(good)).toEqual([]);
    expect(problemsOf({ list: 'x' })).toEqual(['invalid_field list']);
    expect(problemsOf({ list: { 0: {} } })).toEqual(['invalid_field list']);
  });

  it('has every problem named by code and path', () => {
    expect(problemsOf({ foo: 1, id: 'A', list: [{}, { at: 'x' }, { bar: 1 }], note: 5 }).sort()).toEqual([
      'invalid_field id',
      'invalid_field list[1].at',
      'invalid_field note',
      'unknown_field foo',
      'unknown_field list[2].bar',
    ]);
    expect(problemsOf({}, '[7]')).toEqual(['missing_field [7].list']);
    expect(problemsOf(null)).toEqual(['invalid_field body']);
    expect(problemsOf(5, '[2]')).toEqual(['invalid_field [2]']);
  });

  it('has names like those of JSON pointers shown as they are', () => {
    expect(problemsOf({ list: [], 'a/b~c.d': 1 })).toEqual(['unknown_field a/b~c.d']);
  });

  it('that is huge has its first problem named alone, so that the list cannot grow with it', () => {
    const values = Array.from({ length: 6_000 }, () => ({ bar: 1 }));
    expect(check({ list: values, foo: 1 })).toBe(false);
    expect(check.errors).toHaveLength(1);
    expect(problemsOf({ list: [], foo: 1, id: 'A' })).toHaveLength(2);
  });

  it('does not confuse the problems of one check with those of the next', () => {
    expect(problemsOf({ foo: 1, list: [] })).toEqual(['unknown_field foo']);
    expect(problemsOf({ list: [] })).toEqual([]);
    expect(problemsOf({})).toEqual(['missing_field list']);
  });
});

it.each([
  ['2026-02-28T23:59:59Z', true],
  ['2024-02-29T00:00:00.123456789+23:59', true],
  ['2000-02-29T00:00:00Z', true],
  ['1900-02-29T00:00:00Z', false],
  ['2026-02-29T00:00:00Z', false],
  ['2026-04-31T00:00:00Z', false],
  ['2026-00-10T00:00:00Z', false],
  ['2026-01-00T00:00:00Z', false],
  ['2026-01-31T25:00:00Z', false],
  ['2016-12-31T23:59:60Z', false],
  ['2026-01-31T10:00:00+24:00', false],
  ['2026-01-31T10:00:00z', false],
  ['2026-01-31t10:00:00Z', false],
  ['2026-01-31\u00a010:00:00Z', false],
  ['2026-01-31T10:00Z', false],
  ['0000-01-01T00:00:00Z', false],
  ['2026-01-31T10:00:00Z\n', false],
])('%j is a time: %s', (text, verdict) => {
  expect(check({ list: [{ at: text }] })).toBe(verdict);
});

it('a parameter is read from its text, with its default', () => {
  const query = compileParameters(Type.Object({ limit: Type.Integer({ maximum: 9, default: 5 }) }));
  const values: Record<string, unknown>[] = [
    { limit: '7' },
    {},
    { limit: '10' },
    { limit: '' },
    { limit: ['1', '2'] },
  ];
  expect(values.map((value) => query(value))).toEqual([true, true, false, false, false]);
  expect(values.slice(0, 2)).toEqual([{ limit: 7 }, { limit: 5 }]);
});
