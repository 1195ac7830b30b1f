import { describe, expect, it } from 'vitest';
import { spanOf, timeOf } from './span.ts';

const now = Date.parse('2026-11-25T15:04:05Z');

describe('the time of a replay', () => {
  it('is the last eight hours, unless told otherwise', () => {
    expect(spanOf({}, now, 'utc')).toEqual({
      from: '2026-11-25T07:04:05.000Z',
      to: '2026-11-25T15:04:05.000Z',
    });
    expect(timeOf({ from: '2026-11-01T00:00:00Z' })).toBe('custom');
  });

  it('is all of yesterday in the zone that times are shown in', () => {
    expect(spanOf({ when: 'yesterday' }, now, 'utc')).toEqual({
      from: '2026-11-24T00:00:00.000Z',
      to: '2026-11-25T00:00:00.000Z',
    });
    const local = spanOf({ when: 'yesterday' }, now, 'local');
    expect(new Date(local?.from ?? '').getHours()).toBe(0);
    expect(new Date(local?.to ?? '').getHours()).toBe(0);
  });

  it('goes on until now where only its beginning is given', () => {
    expect(spanOf({ from: '2026-11-20T00:00:00Z' }, now, 'utc')?.to).toBe('2026-11-25T15:04:05.000Z');
  });

  it('is none where its end is not after its beginning, or nothing was entered', () => {
    const from = '2026-11-20T00:00:00Z';
    expect(spanOf({ when: 'custom', from, to: from }, now, 'utc')).toBeNull();
    expect(spanOf({ when: 'custom' }, now, 'utc')).toBeNull();
    expect(spanOf({ when: 'custom', from: 'soon' }, now, 'utc')).toBeNull();
  });
});
