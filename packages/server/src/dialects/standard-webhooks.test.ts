import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatSecret } from '../domain/signing.ts';
import { sign } from './standard-webhooks.ts';

/** The vector of the specification. */
const known = {
  key: createSecretKey(Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64')),
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1614265330,
  body: Buffer.from('{"test": 2432232314}'),
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

describe('sign (N1)', () => {
  it('makes the signature that the specification gives', () => {
    expect(sign({ ...known, keys: [known] })).toBe(known.signature);
  });

  it('signs with every live key, in their order, separated by spaces (N2)', () => {
    const older = { key: createSecretKey(Buffer.alloc(32, 1)) };
    const both = sign({ ...known, keys: [older, known] }).split(' ');
    expect(both).toEqual([sign({ ...known, keys: [older] }), known.signature]);
  });

  it('signs the bytes, not a text made of them', () => {
    const body = Buffer.from([0xff, 0x00, 0xfe]);
    const asText = Buffer.from(body.toString());
    const keys = [known];
    expect(sign({ ...known, body, keys })).not.toBe(sign({ ...known, body: asText, keys }));
  });
});

it('a secret is written with its prefix, as padded base64', () => {
  expect(formatSecret(Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64'))).toBe(
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  );
  expect(formatSecret(Buffer.alloc(32, 255))).toBe('whsec_//////////////////////////////////////////8=');
});
