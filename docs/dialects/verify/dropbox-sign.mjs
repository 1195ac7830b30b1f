import { createHmac, timingSafeEqual } from 'node:crypto';

/** All but the key are members of `event` in the form field `json`. */
export function verify(apiKey, eventTime, eventType, eventHash) {
  const expected = createHmac('sha256', apiKey)
    .update(eventTime + eventType)
    .digest();
  const given = Buffer.from(eventHash, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
