import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layOutJson } from './lay-out-json.ts';

it('lays JSON out as JSON.stringify does', () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())), (value) => {
      expect(layOutJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
    }),
  );
});

it('keeps numbers and escapes as they were written', () => {
  expect(layOutJson('{"amount":250000.00,"name":"\\u0041"}')).toBe(
    '{\n  "amount": 250000.00,\n  "name": "\\u0041"\n}',
  );
});

it('leaves alone what is no JSON object or array', () => {
  for (const text of ['', 'hello', '17', '<xml/>', '{"a":}', '[1,]']) expect(layOutJson(text)).toBeNull();
});
