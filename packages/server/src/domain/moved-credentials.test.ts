// Secrets that were saved are never sent where whoever saved them did not send them (N10).
import { describe, expect, it } from 'vitest';
import type { Auth, AuthInput } from './auth.ts';
import { movedCredentials } from './moved-credentials.ts';

const one = 'https://one.example/hook';
const basic: Auth = { type: 'basic', username: 'u', password: 'p' };
const client = {
  type: 'oauth2',
  tokenUrl: 'https://login.example/token',
  clientId: 'c',
  clientSecret: 's',
  scope: null,
  audience: null,
  clientAuth: 'basic',
  requestFormat: 'form',
} as const;
const oauth2: Auth = { ...client, grant: 'client_credentials' };
const byPassword: Auth = { ...client, grant: 'password', username: 'u', password: 'p' };
const mtls = { type: 'mtls', certificate: 'c', key: 'k' } as unknown as Auth;

const asked = (auth: Auth, url: string, input?: AuthInput, after: Auth = auth) =>
  movedCredentials(input, { url: one, auth }, { url, auth: after }).map(({ path }) => path);

describe('another origin of the URL', () => {
  it.each<[string, Auth, readonly string[]]>([
    ['basic', basic, ['auth.password']],
    ['a header of its own', { type: 'custom', name: 'x-key', value: 'v' }, ['auth.value']],
    ['bearer', { type: 'bearer', token: 't' }, ['auth.token']],
    ['OAuth 2.0', oauth2, ['auth.clientSecret']],
    ['OAuth 2.0 by password', byPassword, ['auth.clientSecret', 'auth.password']],
    ['OAuth 2.0 of a public client', { ...byPassword, clientSecret: '' }, ['auth.password']],
    ['nothing', { type: 'none' }, []],
    ['a client certificate, which tells nothing', mtls, []],
  ])('asks for the secrets of %s', (_name, auth, fields) => {
    for (const url of [
      'https://two.example/hook',
      'http://one.example/hook',
      'https://one.example:8443/hook',
    ])
      expect(asked(auth, url)).toEqual(fields);
  });

  it('is content with secrets that are given, and names those that are missing', () => {
    const url = 'https://two.example/';
    expect(asked(basic, url, { type: 'basic', password: 'p' })).toEqual([]);
    expect(asked(basic, url, { type: 'basic', username: 'other' })).toEqual(['auth.password']);
    expect(asked(byPassword, url, { type: 'oauth2', password: 'p' })).toEqual(['auth.clientSecret']);
  });
});

it('asks for them when the token is to be fetched elsewhere', () => {
  const elsewhere: Auth = { ...client, grant: 'client_credentials', tokenUrl: 'https://evil.example/token' };
  expect(asked(oauth2, one, { type: 'oauth2', tokenUrl: elsewhere.tokenUrl }, elsewhere)).toEqual([
    'auth.clientSecret',
  ]);
  const samePlace: Auth = { ...elsewhere, tokenUrl: 'https://login.example/v2/token' };
  expect(asked(oauth2, one, { type: 'oauth2', tokenUrl: samePlace.tokenUrl }, samePlace)).toEqual([]);
});

it('does not ask where they stay with their server, however it is written', () => {
  for (const url of ['https://one.example/other?x=1', 'https://ONE.example:443/'])
    expect(asked(basic, url)).toEqual([]);
});

it('leaves another type to itself: its secrets are new', () => {
  expect(
    asked(basic, 'https://two.example/', { type: 'bearer', token: 't' }, { type: 'bearer', token: 't' }),
  ).toEqual([]);
});
