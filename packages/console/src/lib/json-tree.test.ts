import { expect, it } from 'vitest';
import { toJsonTree } from './json-tree.ts';

const leaf = (name: string, text: string) => ({ name, node: { kind: 'leaf', text } });

it('keeps every value and name as it was written', () => {
  expect(toJsonTree(' {"a\\u00e9": 250000.00, "big":12345678901234567890, "list":["x:{",null,[]]} ')).toEqual(
    {
      kind: 'object',
      members: [
        leaf('"a\\u00e9"', '250000.00'),
        leaf('"big"', '12345678901234567890'),
        {
          name: '"list"',
          node: {
            kind: 'array',
            members: [
              leaf('0', '"x:{"'),
              leaf('1', 'null'),
              { name: '2', node: { kind: 'array', members: [] } },
            ],
          },
        },
      ],
    },
  );
});

it('shows both members of one name', () => {
  expect(toJsonTree('{"a":1,"a":2}')).toEqual({
    kind: 'object',
    members: [leaf('"a"', '1'), leaf('"a"', '2')],
  });
});

it('has nothing for what is no JSON object or array', () => {
  for (const text of ['', '1', '"text"', '<a/>', '{"a":', 'a=b']) expect(toJsonTree(text)).toBeNull();
});
