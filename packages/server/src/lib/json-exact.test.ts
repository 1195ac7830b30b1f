import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isObject, nestingMax, parseExact, scalarText } from './json-exact.ts';

it('numbers keep the text that they were written in', () => {
  for (const text of ['1.50', '12345678901234567890', '1e2', '-0', '0.1', '7', '1.0E+10']) {
    expect(JSON.stringify(parseExact(`{"n":${text}}`))).toBe(`{"n":${text}}`);
    const value = parseExact(text);
    expect(scalarText(value)).toBe(text);
    expect(isObject(value)).toBe(false);
  }
});

it('whatever number there is, wherever it stands, comes out as it went in', () => {
  const digits = (max: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${max}}$`));
  const number = fc
    .tuple(
      fc.constantFrom('', '-'),
      fc.oneof(fc.constant('0'), fc.stringMatching(/^[1-9][0-9]{0,24}$/)),
      fc.option(digits(24), { nil: null }),
      fc.option(fc.tuple(fc.constantFrom('e', 'E', 'e-', 'E+'), digits(2)), { nil: null }),
    )
    .map(
      ([sign, whole, fraction, exponent]) =>
        sign + whole + (fraction === null ? '' : `.${fraction}`) + (exponent?.join('') ?? ''),
    );
  const place = fc.constantFrom('{"n":#}', '[#]', '[1,#,2]', '#', '{"s":"a, 1.50","n":#}');
  fc.assert(
    fc.property(number, place, (text, around) => {
      const json = around.replace('#', text);
      expect(JSON.stringify(parseExact(json))).toBe(json);
    }),
    { numRuns: 2000 },
  );
});

it('spaces around a number change nothing about it', () => {
  expect(JSON.stringify(parseExact('{ "n" :\n1.50 , "m": [ 12345678.901234567 ] }'))).toBe(
    '{"n":1.50,"m":[12345678.901234567]}',
  );
});

it('what is nested too deeply is left out, so that nothing that reads it runs out of stack', () => {
  const nested = (levels: number) => `${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`;
  expect(JSON.stringify(parseExact(nested(nestingMax)))).toBe(nested(nestingMax));
  for (const levels of [nestingMax + 2, 1000, 200_000]) {
    expect(JSON.stringify(parseExact(nested(levels)))).toContain('nested deeper than 64 levels');
  }
  const inString = JSON.stringify({ text: '{'.repeat(1000), n: 1 });
  expect(JSON.stringify(parseExact(inString))).toBe(inString);
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
