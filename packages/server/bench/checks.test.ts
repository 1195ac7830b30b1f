import { expect, test } from 'vitest';
import { type Check, isMet } from './cases/case.ts';
import { formatChecks } from './checks.ts';

const check = (value: number | null, bar: Check['bar']): Check => ({
  case: 'drain',
  what: 'rate',
  value,
  unit: '',
  bar,
  of: '8 to 10',
});

test('a bar is met at its very value, from its own side, and never by what was not measured', () => {
  expect(isMet(check(0.8, { atLeast: 0.8 }))).toBe(true);
  expect(isMet(check(0.79, { atLeast: 0.8 }))).toBe(false);
  expect(isMet(check(1.5, { atMost: 1.5 }))).toBe(true);
  expect(isMet(check(1.51, { atMost: 1.5 }))).toBe(false);
  expect(isMet(check(null, { atMost: 1.5 }))).toBe(false);
});

test('each check says what it is made of and whether its bar is met', () => {
  const text = formatChecks([
    check(0.81, { atLeast: 0.8 }),
    check(2, { atMost: 1 }),
    check(null, { atMost: 1 }),
  ]);
  expect(text.split('\n')).toEqual([
    expect.stringMatching(/^drain +rate +0\.81 {2}\(at least 0\.8: met; 8 to 10\)$/),
    expect.stringMatching(/2\.00 {2}\(at most 1: MISSED;/),
    expect.stringMatching(/– {2}\(at most 1: NOT MEASURED;/),
  ]);
});
