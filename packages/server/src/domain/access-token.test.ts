import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTokenAnswer, tokenRequest } from './access-token.ts';
import type { OAuth2 } from './oauth2.ts';

const client: OAuth2 = {
  type: 'oauth2',
  tokenUrl: 'https://login.example.com/token',
  grant: 'client_credentials',
  clientId: 'sign post',
  clientSecret: 'a:b&c=ü',
  scope: 'events:write more',
  audience: null,
  clientAuth: 'basic',
  requestFormat: 'form',
};
const user: OAuth2 = { ...client, grant: 'password', username: 'u@x', password: 'p w', audience: 'lms' };

describe('the request for a token (L21)', () => {
  const request = (auth: OAuth2) => {
    const { headers, body } = tokenRequest(auth);
    return { ...Object.fromEntries(headers), body: body.toString() };
  };

  it('is a form, and the client is in Basic, each part of it encoded (RFC 6749, 2.3.1)', () => {
    expect(request(client)).toEqual({
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      authorization: `Basic ${Buffer.from('sign+post:a%3Ab%26c%3D%C3%BC').toString('base64')}`,
      body: 'grant_type=client_credentials&scope=events%3Awrite+more',
    });
  });

  it('is JSON when that is chosen, and has the client in its body when that is', () => {
    const { authorization, body, ...headers } = request({
      ...user,
      clientAuth: 'body',
      requestFormat: 'json',
    }) as {
      authorization?: string;
      body: string;
    };
    expect([authorization, headers]).toEqual([
      undefined,
      { 'content-type': 'application/json', accept: 'application/json' },
    ]);
    expect(JSON.parse(body)).toEqual({
      grant_type: 'password',
      client_id: 'sign post',
      client_secret: 'a:b&c=ü',
      username: 'u@x',
      password: 'p w',
      scope: 'events:write more',
      audience: 'lms',
    });
  });

  it('has no field that has no value', () => {
    expect(request({ ...client, scope: null, clientSecret: '', clientAuth: 'body' }).body).toBe(
      'grant_type=client_credentials&client_id=sign+post',
    );
  });
});

const answer = (body: string | object, status = 200, bodyTruncated = false) =>
  readTokenAnswer({
    status,
    body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    bodyTruncated,
  });
const token = (seconds: number) => ({ kind: 'token', token: 'at-1', lifetimeMs: seconds * 1000 });

describe('the answer to it', () => {
  it.each<[string, string | object, number]>([
    ['as it should be', { access_token: 'at-1', token_type: 'Bearer', expires_in: 3600 }, 3600],
    [
      'with its lifetime as text',
      { access_token: 'at-1', token_type: 'bearer', expires_in: ' 3599.5 ' },
      3599.5,
    ],
    ['without type and lifetime: 300 seconds', { access_token: 'at-1' }, 300],
    ['with a lifetime that is no number: 300 seconds', { access_token: 'at-1', expires_in: 'soon' }, 300],
    ['with a lifetime of null: 300 seconds', { access_token: 'at-1', expires_in: null }, 300],
    ['that is over already', { access_token: 'at-1', expires_in: -5 }, 0],
    ['that never ends: 30 days', { access_token: 'at-1', expires_in: 1e300 }, 30 * 86_400],
    ['with an unusual name of the type', { access_token: 'at-1', token_type: 'BearerToken' }, 300],
    ['with space around, and more', '\uFEFF \n{"access_token":" at-1 ","scope":["x"],"expires_in":60}\n', 60],
    ['as a form', 'access_token=at-1&token_type=bearer&expires_in=60', 60],
  ])('is understood %s', (_, body, seconds) => {
    expect(answer(body)).toEqual(token(seconds));
  });

  it.each<[string | object, number, string]>([
    ['', 302, 'answered with a redirect (302), which is not followed'],
    [{ error: 'invalid_client' }, 401, 'answered 401, invalid_client: the client id or secret'],
    [{ error: 'invalid_grant' }, 200, 'without an access token, invalid_grant: the user name'],
    ['Bad gateway', 502, 'answered 502'],
    ['<html>secret</html>', 200, 'answered 200 with a body that is neither'],
    ['[1]', 200, 'answered 200 with a body that is neither'],
    ['{"access_token":', 200, 'answered 200 with a body that is neither'],
    ['', 200, 'answered 200 with a body that is neither'],
    [{}, 200, 'answered 200 without an access token'],
    [{ access_token: 7 }, 200, 'answered 200 without an access token'],
    [{ access_token: 'a\r\nb' }, 200, 'characters that a header cannot carry'],
    [{ access_token: 'x'.repeat(8193) }, 200, 'more than 8192 characters'],
    [{ access_token: 'a', token_type: 'mac' }, 200, 'of another type than Bearer'],
  ])('gives no token: %j, %i', (body, status, reason) => {
    const result = answer(body, status);
    expect(result.kind === 'none' && result.reason).toContain(reason);
  });

  it('gives no token when it is longer than what is read', () => {
    expect(answer({ access_token: 'at-1' }, 200, true)).toEqual({
      kind: 'none',
      reason: 'answered 200 with more than 64 KiB',
    });
  });

  it('is never repeated in words, whatever it is', () => {
    const parts = fc.record({
      error: fc.constant('secret-4711'),
      error_description: fc.string(),
      token_type: fc.string(),
    });
    fc.assert(
      fc.property(parts, fc.integer({ min: 200, max: 599 }), (fields, status) => {
        expect(JSON.stringify(answer(fields, status))).not.toContain('4711');
      }),
      { numRuns: 100 },
    );
  });

  it('of any bytes is read without failing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (body) => {
        expect(['token', 'none']).toContain(answer(body).kind);
      }),
      { numRuns: 200 },
    );
  });
});
