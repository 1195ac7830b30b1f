import { expect, it } from 'vitest';
import { fromRows, readText, toRows, toText } from './field-mapping.ts';

/** As One-CP documents it. */
const documented = ['total', 'total:amount', { from: 'customer.email', to: 'client.mail' }];

it('shows a mapping in a table and gives it back as it was written (C16, C17)', () => {
  const rows = toRows(documented);
  expect(rows.map(({ from, to }) => [from, to])).toEqual([
    ['total', ''],
    ['total', 'amount'],
    ['customer.email', 'client.mail'],
  ]);
  expect(fromRows(rows)).toEqual(documented);
});

it('writes rows that are new or changed, and leaves empty ones out', () => {
  const [first] = toRows(['total:amount']);
  const rows = [
    { from: 'total', to: 'sum', was: first?.was ?? null },
    { from: 'customer.name', to: '', was: null },
    { from: ' ', to: '', was: null },
  ];
  expect(fromRows(rows)).toEqual([{ from: 'total', to: 'sum' }, 'customer.name']);
});

it('reads the same mapping as JSON, and says what is wrong with a text that is none', () => {
  expect(readText(toText(toRows(documented)))).toEqual({ kind: 'mapping', mapping: documented });
  expect(readText('')).toEqual({ kind: 'mapping', mapping: [] });
  expect(readText('["total"')).toMatchObject({ kind: 'syntax' });
  expect(readText('{"total": "amount"}')).toEqual({ kind: 'shape', entry: null });
  expect(readText('["total", {"from": "a"}]')).toEqual({ kind: 'shape', entry: 1 });
  expect(readText('[{"from": "a", "to": "b", "as": "c"}]')).toEqual({ kind: 'shape', entry: 0 });
});
