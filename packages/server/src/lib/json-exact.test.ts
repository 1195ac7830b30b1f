import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isObject, parseExact, scalarText } from './json-exact.ts';

it('numbers keep the text that they were written in', () => {
  for (const text of ['1.50', '12345678901234567890', '1e2', '-0', '0.1', '7', '1.0E+10']) {
    expect(JSON.stringify(parseExact(`{"n":${text}}`))).toBe(`{"n":${text}}`);
    const value = parseExact(text);
    expect(scalarText(value)).toBe(text);
    expect(isObject(value)).toBe(false);
  }
});

it('everything else is what JSON.parse makes of it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(JSON.stringify(JSON.parse(JSON.stringify(parseExact(text))))).toBe(
        JSON.stringify(JSON.parse(text)),
      );
    }),
  );
  expect(() => parseExact('{')).toThrow(SyntaxError);
});

it('a member called __proto__ is a member like any other', () => {
  const value = parseExact('{"__proto__":{"a":1.50}}');
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(JSON.stringify(value)).toBe('{"__proto__":{"a":1.50}}');
});
