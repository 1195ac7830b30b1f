import { expect, it } from 'vitest';
import { toForm } from './form.ts';
import { parseExact } from './json-exact.ts';

it('nested names stand in brackets (C11)', () => {
  const value = parseExact(
    '{"id":"a b&c","total":1.50,"ok":false,"none":null,"empty":{},"list":[],"customer":{"email":"a@example.com"},"documents":[{"name":"Ä"},{"name":"B"}]}',
  );
  expect(toForm(value)).toBe(
    'id=a+b%26c&total=1.50&ok=false&none=&customer%5Bemail%5D=a%40example.com&documents%5B0%5D%5Bname%5D=%C3%84&documents%5B1%5D%5Bname%5D=B',
  );
  expect(Object.fromEntries(new URLSearchParams(toForm(value)))).toMatchObject({
    'documents[1][name]': 'B',
    id: 'a b&c',
  });
});

it('encodes as browsers do, and lone surrogates too', () => {
  const text = "!'()~*-._ \ud800";
  expect(toForm({ text })).toBe(new URLSearchParams({ text: text.toWellFormed() }).toString());
});
