import { expect, it } from 'vitest';
import { countdown } from './countdown.ts';

it('counts down by seconds, with hours only where there are any', () => {
  const second = 1_000;
  expect([239, 240, 0.2, 7_439].map((seconds) => countdown(seconds * second))).toEqual([
    '3:59',
    '4:00',
    '0:01',
    '2:03:59',
  ]);
  expect(countdown(-5)).toBe('0:00');
});
