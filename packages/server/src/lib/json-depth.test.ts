import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isDeeperThan } from './json-depth.ts';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

it('tells the depth of any JSON, whatever stands in its strings', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'[]{}"\\\\a,:') });
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'medium' },
      texts,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(texts, tie('value'), { maxKeys: 3 }),
    ),
  }));
  const spaces = fc.constantFrom('', ' ', '\n\t', '\ufeff');
  fc.assert(
    fc.property(value, spaces, fc.constantFrom(0, 2), (json, space, indent) => {
      const bytes = Buffer.from(space + JSON.stringify(json, null, indent));
      const depth = depthOf(json);
      expect(isDeeperThan(depth, bytes)).toBe(false);
      if (depth > 0) expect(isDeeperThan(depth - 1, bytes)).toBe(true);
    }),
  );
});

it('ends with whatever it is given, in time that grows with its length alone', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof isDeeperThan(8, bytes) === 'boolean'));
  expect(isDeeperThan(64, Buffer.from('['.repeat(8_000_000)))).toBe(true);
  expect(isDeeperThan(64, Buffer.from(`["${'\\\\'.repeat(4_000_000)}`))).toBe(false);
  expect(isDeeperThan(64, Buffer.from('<a>{[{[</a>'))).toBe(false);
});
