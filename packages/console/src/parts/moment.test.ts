import { expect, it } from 'vitest';
import { fromField, toField } from './moment.ts';

it('a moment is entered in a field and read back to the minute, in either zone', () => {
  for (const style of ['utc', 'local'] as const)
    expect(fromField(toField('2026-11-20T10:30:00.000Z', style), style)).toBe('2026-11-20T10:30:00.000Z');
  expect(toField('2026-11-20T10:30:00Z', 'utc')).toBe('2026-11-20T10:30');
  expect(fromField('', 'local')).toBeUndefined();
  expect(toField('soon', 'utc')).toBe('');
});
