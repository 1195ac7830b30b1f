import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatPublicKey, formatSecret, secretProblem, signingKeys } from './signing.ts';

const bytes = Buffer.alloc(32, 3);
const keysOf = (text: string) => signingKeys({ scheme: 'hmac', form: 'text', secret: Buffer.from(text) });
const hmac = (key: Parameters<typeof createHmac>[1]) => createHmac('sha256', key).update('x').digest('hex');

describe('the keys of a secret', () => {
  it('are its bytes for Standard Webhooks, and its text for vendors', () => {
    const { key, textKey } = signingKeys({ scheme: 'hmac', form: 'bytes', secret: bytes });
    expect(hmac(key)).toBe(hmac(bytes));
    expect(textKey && hmac(textKey)).toBe(hmac(formatSecret(bytes)));
  });

  it('are the same when what was shown is given back, padded or not', () => {
    for (const text of [formatSecret(bytes), formatSecret(bytes).replace(/=+$/, '')]) {
      const { key, textKey } = keysOf(text);
      expect(hmac(key)).toBe(hmac(bytes));
      expect(textKey && hmac(textKey)).toBe(hmac(text));
    }
  });

  it('are both the text, where it is not the form of Standard Webhooks', () => {
    const { key, textKey } = keysOf('an API key of a vendor');
    expect(hmac(key)).toBe(hmac('an API key of a vendor'));
    expect(textKey && hmac(textKey)).toBe(hmac(key));
  });

  it('of a pair have no text', () => {
    const pair = { scheme: 'ed25519', form: 'bytes', secret: bytes } as const;
    expect(signingKeys(pair)).toMatchObject({ key: { asymmetricKeyType: 'ed25519' }, textKey: null });
    expect(formatPublicKey('ed25519', bytes)).toMatch(/^whpk_/);
    expect(formatPublicKey('hmac', bytes)).toBeNull();
  });
});

describe('a secret that is given', () => {
  it.each([
    ['eight characters', '12345678'],
    ['200 characters', 'k'.repeat(200)],
    ['an API key', '324e3b0840f065eb51f3fd63231d0d33daa35d4ed10d27718839e81737065782'],
    ['spaces and signs within', 'a b ~!@#$%^&*()'],
    ['24 bytes', formatSecret(Buffer.alloc(24, 1))],
    ['64 bytes', formatSecret(Buffer.alloc(64, 1))],
    ['without padding', formatSecret(bytes).replace(/=+$/, '')],
  ])('may be %s', (_name, text) => {
    expect(secretProblem(text, 'hmac')).toBeNull();
  });

  it.each([
    ['seven characters', '1234567', '8 to 200'],
    ['201 characters', 'k'.repeat(201), '8 to 200'],
    ['a line break', 'secret key\n', 'printable'],
    ['not ASCII', 'schlüssel-für-dich', 'printable'],
    ['a space at its end', 'secret key ', 'space'],
    ['23 bytes', formatSecret(Buffer.alloc(23, 1)), '24 to 64'],
    ['65 bytes', formatSecret(Buffer.alloc(65, 1)), '24 to 64'],
    ['no base64', 'whsec_this is no base64 at all, is it', 'base64'],
    ['base64 with characters of base64url', `whsec_${'-_'.repeat(16)}`, 'base64'],
    ['base64 that is cut off', formatSecret(bytes).slice(0, -3), 'base64'],
    ['a public key', formatPublicKey('ed25519', bytes) ?? '', 'Ed25519'],
    ['a private key', 'whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'Ed25519'],
  ])('may not be %s', (_name, text, reason) => {
    expect(secretProblem(text, 'hmac')).toContain(reason);
  });

  it('does not go with key pairs', () => {
    expect(secretProblem('12345678', 'ed25519')).toContain('hmac');
  });

  it('is not in the reason for which it is refused', () => {
    for (const text of ['1234567', 'schlüssel-für-dich', 'whsec_12345678']) {
      expect(secretProblem(text, 'hmac')).not.toContain(text);
    }
  });
});
