import { expect, it } from 'vitest';
import { headerOfKey, idempotentKey } from './event.ts';

it.each(['K', 'a:1', 'idem:x:0', '7'])(
  'the Idempotency-Key %s is found again in the keys made of it',
  (header) => {
    const keys = [0, 1, 999].map((index) => idempotentKey(header, index));
    expect(new Set(keys).size).toBe(3);
    expect(keys.map(headerOfKey)).toEqual([header, header, header]);
  },
);
