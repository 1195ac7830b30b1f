import { generateSync } from 'otplib';
import { expect, it } from 'vitest';
import { hashRecoveryCode, newRecoveryCodes, newTotpSecret, totpStep, totpUrl } from './totp.ts';

// The test vector of RFC 6238, appendix B: secret "12345678901234567890", SHA-1; the last six of its eight digits.
const vector = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

it.each([
  [59, '287082', 1],
  [1_111_111_109, '081804', 37_037_036],
  [20_000_000_000, '353130', 666_666_666],
])('at second %i takes the code of RFC 6238, %s', (second, code, step) => {
  expect(totpStep(vector, code, 0, second * 1000)).toBe(step);
});

it('takes the code before and after, no further one, and none twice', () => {
  const secret = newTotpSecret();
  const now = 1_800_000_000;
  const code = (offset: number) => generateSync({ secret, epoch: now + offset });
  expect(totpStep(secret, code(-30), 0, now * 1000)).toBe(now / 30 - 1);
  expect(totpStep(secret, code(30), 0, now * 1000)).toBe(now / 30 + 1);
  expect(totpStep(secret, code(-90), 0, now * 1000)).toBeNull();
  expect(totpStep(secret, code(90), 0, now * 1000)).toBeNull();
  expect(totpStep(secret, code(0), now / 30, now * 1000)).toBeNull();
  expect(totpStep(secret, code(30), now / 30, now * 1000)).toBe(now / 30 + 1);
});

it.each(['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦'])('takes %j for no code', (code) => {
  expect(totpStep(vector, code, 0, 59_000)).toBeNull();
});

it('names the server and the person for the authenticator', () => {
  expect(totpUrl(vector, 'ada@xyzbank.com')).toMatch(
    /^otpauth:\/\/totp\/Signpost:ada(@|%40)xyzbank\.com\?(.*&)?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ/,
  );
});

it('makes ten recovery codes that may be typed in any case and without dashes', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}$/);
  const [code = ''] = codes;
  expect(hashRecoveryCode(code.replaceAll('-', ' ').toUpperCase())).toEqual(hashRecoveryCode(code));
});
