import { expect, it } from 'vitest';
import { historyRoute, signInRoute, webhooksRoute } from '../routes.ts';
import { parseSearch, stringifySearch } from './search.ts';

const read = (route: { options: { validateSearch?: unknown } }, search: string) =>
  (route.options.validateSearch as (raw: object) => Record<string, unknown>)(parseSearch(search));

it('gives an address back as it was written', () => {
  for (const search of ['', '?status=failed&range=24h', '?event=007', '?webhook=1e5&type=signer.*'])
    expect(decodeURIComponent(stringifySearch(read(historyRoute, search)))).toBe(search);
});

it('drops what it does not know, so that an old link still opens', () => {
  expect(stringifySearch(read(historyRoute, '?status=lost&range=9y&nonsense=1&event=e'))).toBe('?event=e');
  expect(stringifySearch(read(webhooksRoute, '?sort=colour&q=loan'))).toBe('?q=loan');
});

it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
  'never leads away after signing in: %s',
  (next) => {
    expect(read(signInRoute, stringifySearch({ next }))).toMatchObject({ next: undefined });
  },
);
