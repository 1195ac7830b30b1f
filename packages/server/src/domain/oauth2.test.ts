import { describe, expect, it } from 'vitest';
import { type Auth, type AuthInput, authHeader, authHeaderName, readAuth, showAuth } from './auth.ts';

const urlProblem = (url: string) => (url.includes('://10.') ? 'its address is forbidden' : null);
const context = { urlProblem, now: Date.parse('2026-01-31T10:00:00Z') };
const none: Auth = { type: 'none' };
const read = (input: AuthInput, present: Auth = none) => readAuth(input, present, context);
const paths = (input: AuthInput, present: Auth = none) =>
  read(input, present).problems.map(({ code, path }) => `${code} ${path}`);

const client = {
  type: 'oauth2',
  tokenUrl: 'https://login.example.com/token',
  grant: 'client_credentials',
  clientId: 'signpost',
  clientSecret: 'cs-4711',
} as const;
const user = { ...client, grant: 'password', username: 'loans', password: 'pw-4711' } as const;

describe('OAuth 2.0 that comes in (L21, N11)', () => {
  it('is sent by Basic and as a form unless something else is said', () => {
    expect(read(client)).toEqual({
      auth: { ...client, scope: null, audience: null, clientAuth: 'basic', requestFormat: 'form' },
      problems: [],
    });
    const chosen = { scope: 'events', audience: 'lms', clientAuth: 'body', requestFormat: 'json' } as const;
    expect(read({ ...user, ...chosen }).auth).toEqual({ ...user, ...chosen });
  });

  it.each<[string, AuthInput, string[]]>([
    [
      'without any field',
      { type: 'oauth2' },
      ['tokenUrl', 'grant', 'clientId', 'clientSecret'].map((field) => `missing_field auth.${field}`),
    ],
    [
      'without the user of a password grant',
      { ...client, grant: 'password' },
      ['missing_field auth.username', 'missing_field auth.password'],
    ],
    ['with a user for client credentials', { ...client, username: 'u' }, ['invalid_field auth.username']],
    ['with the token itself', { ...client, token: 't' }, ['invalid_field auth.token']],
    ['with a key', { ...client, key: 'k' }, ['invalid_field auth.key']],
    ['with an empty secret', { ...client, clientSecret: '' }, ['missing_field auth.clientSecret']],
    [
      'with a forbidden token URL',
      { ...client, tokenUrl: 'http://10.0.0.1/' },
      ['url_refused auth.tokenUrl'],
    ],
  ])('is refused %s', (_, input, expected) => {
    expect(paths(input)).toEqual(expected);
  });

  it('of another type refuses its fields', () => {
    expect(paths({ type: 'bearer', token: 't', tokenUrl: 'https://a.example', scope: 's' })).toEqual([
      'invalid_field auth.tokenUrl',
      'invalid_field auth.scope',
    ]);
  });

  it('keeps what is left out, and drops the user with the password grant', () => {
    const present = read({ ...user, scope: 'events' }).auth;
    expect(read({ type: 'oauth2', clientId: 'other' }, present).auth).toEqual({
      ...present,
      clientId: 'other',
    });
    expect(read({ type: 'oauth2', scope: null }, present).auth).toMatchObject({
      scope: null,
      password: 'pw-4711',
    });
    const { auth, problems } = read({ type: 'oauth2', grant: 'client_credentials' }, present);
    expect([problems, Object.keys(auth)]).toEqual([[], expect.not.arrayContaining(['username', 'password'])]);
    expect(
      paths({ type: 'oauth2', clientId: 'x' }, { type: 'basic', username: 'u', password: 'p' }),
    ).toContain('missing_field auth.clientSecret');
  });

  it('may have no client secret with a password grant, when that is said', () => {
    const { auth, problems } = read({ ...user, clientSecret: '' });
    expect(problems).toEqual([]);
    expect(showAuth(auth, context.now)).toMatchObject({ clientSecretSet: false });
    expect(paths({ type: 'oauth2', clientId: 'other' }, auth)).toEqual([]);
  });

  it('shows no secret', () => {
    expect(showAuth(read(client).auth, context.now)).toEqual({
      type: 'oauth2',
      tokenUrl: client.tokenUrl,
      grant: 'client_credentials',
      clientId: 'signpost',
      clientSecretSet: true,
      scope: null,
      audience: null,
      clientAuth: 'basic',
      requestFormat: 'form',
    });
    const shown = showAuth(read(user).auth, context.now);
    expect(shown).toMatchObject({ username: 'loans', passwordSet: true });
    expect(JSON.stringify(shown)).not.toContain('4711');
  });

  it('owns the header Authorization, whose value is known only when it is sent', () => {
    const { auth } = read(client);
    expect([authHeaderName(auth), authHeader(auth)]).toEqual(['authorization', null]);
  });
});
