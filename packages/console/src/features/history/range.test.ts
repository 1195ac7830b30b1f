import { expect, it } from 'vitest';
import { startOf } from './range.ts';

it('begins a range at a whole minute and leaves nothing of it out', () => {
  const now = Date.parse('2026-03-03T12:30:45.123Z');
  expect(new Date(startOf('15m', now)).toISOString()).toBe('2026-03-03T12:15:00.000Z');
  expect(new Date(startOf('7d', now)).toISOString()).toBe('2026-02-24T12:30:00.000Z');
  expect(startOf('1h', now)).toBe(startOf('1h', now + 10_000));
});
