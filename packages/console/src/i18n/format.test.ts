import { expect, it } from 'vitest';
import { formatLeft } from './format.ts';

it('tells what is left of a time to the second, with days where there are some', () => {
  const day = 86_400_000;
  expect(formatLeft('en-US', 7 * day - 1000)).toBe('6 days 23:59:59');
  expect(formatLeft('en-US', day)).toBe('1 day 00:00:00');
  expect(formatLeft('en-US', 300_000)).toBe('0:05:00');
  // What has begun is not over.
  expect(formatLeft('en-US', 1)).toBe('0:00:01');
  expect(formatLeft('en-US', 0)).toBe('0:00:00');
  expect(formatLeft('zh-CN', 2 * day + 3_600_000)).toBe('2天 01:00:00');
});
