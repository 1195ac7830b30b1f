import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  issueToken,
  type TokenClaims,
  tokenCharactersMax,
  tokenId,
  verifyToken,
} from './verification-token.ts';

const key = createSecretKey(Buffer.alloc(32, 1));
const claims: TokenClaims = {
  deliveryId: '019c95c7-d2a4-7f6f-8c39-4de6ab7f0b51',
  attempt: 3,
  applicationId: 'appId_bank',
  environment: 'PRODUCTION',
  expiresAt: 1000,
};
const token = issueToken(claims, key);

it('a token proves what it was made for (I27)', () => {
  const genuine = { kind: 'genuine', id: tokenId(claims), claims };
  expect(verifyToken(token, claims, [key], 999)).toEqual(genuine);
  const other = createSecretKey(Buffer.alloc(32, 2));
  expect(verifyToken(token, claims, [other, key], 999), 'by any of several keys').toEqual(genuine);
  expect(tokenId(claims)).not.toBe(tokenId({ ...claims, attempt: 4 }));
});

it('it expires', () => {
  expect(verifyToken(token, claims, [key], 1000)).toMatchObject({ kind: 'expired', id: tokenId(claims) });
});

it('it is for one application and environment alone', () => {
  expect(verifyToken(token, { ...claims, applicationId: 'appId_other' }, [key], 0).kind).toBe('bad_target');
  expect(verifyToken(token, { ...claims, environment: 'TEST' }, [key], 0).kind).toBe('bad_target');
});

it('it is short enough for the longest id of an application', () => {
  const longest = issueToken({ ...claims, applicationId: `appId_${'x'.repeat(128)}` }, key);
  expect(longest.length).toBeLessThanOrEqual(tokenCharactersMax);
});

it('a token of another key, changed anywhere, or made up is unknown', () => {
  expect(verifyToken(token, claims, [createSecretKey(Buffer.alloc(32, 2))], 0)).toEqual({ kind: 'unknown' });
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom(...'Aa0_-.=+ \u0000'), (at, character) => {
      const changed = token.slice(0, at) + character + token.slice(at + 1);
      if (changed !== token) expect(verifyToken(changed, claims, [key], 0)).toEqual({ kind: 'unknown' });
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => verifyToken(text, claims, [key], 0).kind === 'unknown'));
  for (const text of ['', '.', `${token}.`, `${token}=`, 'x'.repeat(10_000)]) {
    expect(verifyToken(text, claims, [key], 0)).toEqual({ kind: 'unknown' });
  }
});
