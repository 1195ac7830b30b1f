import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readEvent } from './events.ts';

const answer = (content: string, rest: object) =>
  `${JSON.stringify(rest).slice(0, -1)},"content":${content}}`;

it('keeps the content of an event as it was written', () => {
  const content = '{"amount": 250000.00, "big": 12345678901234567890, "content":"\\u0041"}';
  const read = readEvent(answer(content, { id: 'e', type: 'signer.signed' }));
  expect(read).toMatchObject({ id: 'e', contentText: content });
});

it('finds the content behind any other members', () => {
  const rest = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { minKeys: 1 });
  fc.assert(
    fc.property(rest, fc.jsonValue(), (members, content) => {
      const { content: _, __proto__: __, ...others } = members as Record<string, unknown>;
      fc.pre(Object.keys(others).length > 0);
      expect(readEvent(answer(JSON.stringify(content), others)).contentText).toBe(JSON.stringify(content));
    }),
  );
});
