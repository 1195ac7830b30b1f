import { describe, expect, it } from 'vitest';
import { type Auth, type AuthInput, authHeader, headerClashes, readAuth, showAuth } from './auth.ts';

const now = Date.parse('2026-01-31T10:00:00Z');
const urlProblem = (url: string) => (url.includes('://10.') ? 'its address is forbidden' : null);
const context = { urlProblem, now };
const none: Auth = { type: 'none' };
const basic: Auth = { type: 'basic', username: 'loans', password: 'old' };
const paths = (input: AuthInput, present: Auth = none) =>
  readAuth(input, present, context).problems.map(({ code, path }) => `${code} ${path}`);

describe('authentication that comes in (E17, L19, L20, C12)', () => {
  it('stays as it is when nothing is said', () => {
    expect(readAuth(undefined, basic, context)).toEqual({ auth: basic, problems: [] });
  });

  it('keeps a secret that is left out while the type stays the same, and only then', () => {
    expect(readAuth({ type: 'basic', username: 'hr' }, basic, context).auth).toEqual({
      type: 'basic',
      username: 'hr',
      password: 'old',
    });
    expect(paths({ type: 'basic', username: 'hr' }, { type: 'bearer', token: 't' })).toEqual([
      'missing_field auth.password',
    ]);
  });

  it('may have no user name: the secret is the password (C12)', () => {
    const { auth, problems } = readAuth({ type: 'basic', password: 'secret' }, none, context);
    expect(problems).toEqual([]);
    expect(authHeader(auth)).toEqual(['authorization', `Basic ${Buffer.from(':secret').toString('base64')}`]);
  });

  it.each<[AuthInput, string[]]>([
    [{ type: 'none', token: 't' }, ['invalid_field auth.token']],
    [{ type: 'basic' }, ['missing_field auth.password']],
    [{ type: 'basic', username: 'a:b', password: 'x' }, ['invalid_field auth.username']],
    [{ type: 'custom', name: 'X-Key' }, ['missing_field auth.value']],
    [{ type: 'custom', name: 'Host', value: 'x' }, ['invalid_field auth.name']],
    [{ type: 'custom', name: 'X-Key', value: 'ü' }, ['invalid_field auth.value']],
    [{ type: 'bearer', token: 'a b' }, ['invalid_field auth.token']],
    [{ type: 'bearer', token: '' }, ['missing_field auth.token']],
  ])('%j is refused, field by field', (input, expected) => {
    expect(paths(input)).toEqual(expected);
  });

  it('is not sent twice: an own header of the same name is refused', () => {
    const clashes = (auth: Auth, headers: Record<string, string>) =>
      headerClashes(auth, headers).map(({ path }) => path);
    expect(clashes(basic, { Authorization: 'x' })).toEqual(['delivery.headers.Authorization']);
    expect(clashes({ type: 'custom', name: 'X-Key', value: '1' }, { 'x-key': '2', 'X-Team': 'a' })).toEqual([
      'delivery.headers.x-key',
    ]);
    expect(clashes(none, { Authorization: 'x' })).toEqual([]);
  });
});

it('no secret is in what is shown of an authentication', () => {
  const shown = [
    basic,
    { type: 'custom', name: 'X-Key', value: 'old' } as const,
    { type: 'bearer', token: 'old' } as const,
  ].map((auth) => JSON.stringify(showAuth(auth, now)));
  expect(shown.join()).not.toContain('"old"');
  expect(shown[0]).toContain('loans');
});
