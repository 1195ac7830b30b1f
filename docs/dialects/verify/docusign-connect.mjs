import { createHmac, timingSafeEqual } from 'node:crypto';

/** @param body the raw bytes, before anything parses them */
export function verify(hmacKey, headers, body) {
  const expected = createHmac('sha256', hmacKey).update(body).digest();
  return Object.entries(headers).some(([name, signature]) => {
    if (!/^x-docusign-signature-\d+$/i.test(name)) return false;
    const given = Buffer.from(signature, 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
