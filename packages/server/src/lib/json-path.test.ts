import { describe, expect, it } from 'vitest';
import { parsePath, readPath } from './json-path.ts';

const read = (value: Parameters<typeof readPath>[0], path: string) => {
  const parsed = parsePath(path);
  return parsed.kind === 'path' ? readPath(value, parsed.segments) : parsed.reason;
};

describe('a path', () => {
  const value = { customer: { email: 'a@example.com', größe: 1 }, documents: [{ name: 'A' }, { name: 'B' }] };

  it.each([
    ['customer.email', 'a@example.com'],
    ['customer.größe', 1],
    ['documents[1].name', 'B'],
    ['documents.0.name', 'A'],
    ['documents.2.name', undefined],
    ['documents.length', undefined],
    ['customer.toString', undefined],
    ['customer.email.length', undefined],
  ])('%s leads to %s', (path, found) => {
    expect(read(value, path)).toBe(found);
  });

  it.each([
    ['', /empty/],
    ['a..b', /empty name/],
    ['.a', /empty name/],
    ['a b', /cannot be used/],
    ['a[x]', /cannot be used/],
    ['a.__proto__.b', /__proto__/],
    ['constructor', /constructor/],
    ['x.prototype', /prototype/],
    ['a\u0000', /cannot be used/],
    ['a'.repeat(201), /200 characters/],
    ['a.a.a.a.a.a.a.a.a.a.a', /10 names/],
  ])('%j is refused', (path, reason) => {
    expect(parsePath(path)).toEqual({ kind: 'refused', reason: expect.stringMatching(reason) });
  });
});
