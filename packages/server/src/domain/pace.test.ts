import { describe, expect, it } from 'vitest';
import { retryAfterMs, retryAfterMsMax, signOf } from './pace.ts';

const now = Date.UTC(2026, 10, 25, 12, 0, 0);
const asked = (value: string) => retryAfterMs([['Retry-After', value]], now);

describe('Retry-After (N6)', () => {
  it('is read as seconds, also with decimals', () => {
    expect(asked('120')).toBe(120_000);
    expect(asked(' 1.5 ')).toBe(1_500);
    expect(asked('0')).toBe(0);
  });

  it('is read as any of the dates that HTTP knows', () => {
    expect(asked('Wed, 25 Nov 2026 12:01:00 GMT')).toBe(60_000);
    expect(asked('Wednesday, 25-Nov-26 12:01:00 GMT')).toBe(60_000);
    expect(asked('Wed Nov 25 12:01:00 2026')).toBe(60_000);
  });

  it('asks for nothing where its time is past', () => {
    expect(asked('Wed, 25 Nov 2026 11:00:00 GMT')).toBe(0);
  });

  it('is held within a day', () => {
    expect(asked('99999999999')).toBe(retryAfterMsMax);
    expect(asked('Fri, 25 Nov 2050 12:00:00 GMT')).toBe(retryAfterMsMax);
  });

  it.each([
    '',
    'soon',
    '-5',
    '1e9',
    '5 minutes',
    '2026-11-25T12:01:00Z',
    'Wed, 99 Foo 2026 12:01:00 GMT',
    '٥',
    '1.',
    '0x10',
  ])('is passed over where it is %j', (value) => {
    expect(asked(value)).toBeNull();
  });

  it('is not made up where the answer has none', () => {
    expect(retryAfterMs([['content-type', 'text/plain']], now)).toBeNull();
  });
});

describe('what an attempt says of its receiver (N6)', () => {
  const answered = (status: number) => signOf({ kind: 'answered', status, headers: [] }, null).kind;

  it('is overload for 429, 502, 503 and 504, and for nothing else', () => {
    expect([429, 502, 503, 504].map(answered)).toEqual(Array(4).fill('overloaded'));
    expect([200, 301, 400, 404, 410, 500, 501].map(answered)).toEqual(Array(7).fill('fine'));
  });

  it('is silence where no whole answer came', () => {
    expect(signOf({ kind: 'failed' }, null)).toEqual({ kind: 'unreachable' });
  });

  it('carries the time that the receiver asks for', () => {
    expect(signOf({ kind: 'answered', status: 429, headers: [] }, 3_000)).toEqual({
      kind: 'overloaded',
      askedMs: 3_000,
    });
  });
});
