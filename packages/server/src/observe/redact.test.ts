// Nothing secret is logged (design: security), whoever logs what.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRedactor } from './redact.ts';

const secret = 'p%ss/w0rd+of the=server';
const redact = createRedactor([secret, 'ab']);
const shown = (value: unknown) => JSON.stringify(redact(value));

it.each([
  'secret',
  'clientSecret',
  'sealed_auth',
  'authorization',
  'Authorization',
  'set-cookie',
  'password',
  'passphrase',
  'accessToken',
  'key',
  'rootKey',
  'SIGNPOST_MASTER_KEY',
  'connectionString',
  'webhook-signature',
])('takes out what a field %s holds, at any depth', (name) => {
  for (const value of ['4711-secret', ['4711-secret'], { inner: '4711-secret' }]) {
    expect(shown({ [name]: value })).toBe(JSON.stringify({ [name]: '[redacted]' }));
    expect(shown({ a: [{ b: { [name]: value } }] })).not.toContain('4711');
  }
});

it('leaves what a log is for', () => {
  const fields = {
    webhookId: '019b-1',
    keyId: '019b-2',
    keys: 3,
    tokens: 2,
    hasSecret: true,
    at: new Date(0),
    reason: 'the receiver answered 500',
    monkey: 'george',
    url: 'https://lms.example.com/api/loan-updates?x=1',
  };
  expect(redact(fields)).toEqual(fields);
});

it.each([
  ['an API key', 'no key skv2_production_abc123_S3cretPart99 here', 'S3cretPart99'],
  ['a signing secret', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'MfKQ9r8'],
  ['an Ed25519 key', 'whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'MfKQ9r8'],
  ['a bearer token', 'Authorization: Bearer abc.def-123', 'abc.def'],
  ['a password of HTTP Basic', 'authorization: basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
  ['a token of signed JSON', 'got eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln', 'eyJhIjoxfQ'],
  ['a private key', '-----BEGIN PRIVATE KEY-----\nMC4CAQ\n-----END PRIVATE KEY-----', 'MC4CAQ'],
  ['a private key that is cut off', 'x -----BEGIN RSA PRIVATE KEY-----\nMC4CAQ', 'MC4CAQ'],
  ['a password in a URL', 'connect ECONNREFUSED postgres://signpost:hunter2@db:5432/x', 'hunter2'],
  ['the URL of a source', 'POST https://x.example/in/tok4711?x', 'tok4711'],
  ['the URL of a test inbox', 'POST https://x.example/inbox/tok4711', 'tok4711'],
  ['the token of a link', 'https://x.example/reset#tok4711', 'tok4711'],
])('takes %s out of any text', (_what, text, gone) => {
  expect(shown({ message: text })).not.toContain(gone);
  expect(shown(new Error(text))).not.toContain(gone);
  expect(shown({ err: new Error('outer', { cause: new Error(text) }) })).not.toContain(gone);
});

it('takes out what the server knows to be secret, however it is written, and nothing short', () => {
  const forms = [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    Buffer.from(secret).toString('base64url'),
  ];
  for (const form of forms) expect(redact(`before ${form} after`)).toBe('before [redacted] after');
  expect(redact('abracadabra')).toBe('abracadabra');
});

it('ends with whatever it is given', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  expect(shown(circle)).toContain('…');
  expect(redact({ content: Buffer.from('secret') })).toEqual({ content: '6 bytes' });
  fc.assert(fc.property(fc.anything(), (value) => void redact(value)));
});
