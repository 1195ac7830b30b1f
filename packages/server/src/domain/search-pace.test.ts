import { describe, expect, it } from 'vitest';
import { createSearchPace } from './search-pace.ts';

const hourMs = 3_600_000;

describe('parts by rows', () => {
  it('begin small, and grow where they are looked at soon, to a bound', () => {
    const pace = createSearchPace();
    expect(pace.rows).toBe(250);
    pace.took('rows', 10, hourMs);
    expect(pace.rows).toBe(1_000);
    pace.took('rows', 1, hourMs);
    expect(pace.rows).toBe(8_000);
    pace.took('rows', 1, hourMs);
    expect(pace.rows).toBe(10_000);
  });

  it('shrink where they take long, to a bound', () => {
    const pace = createSearchPace();
    pace.took('rows', 80, hourMs);
    expect(pace.rows).toBe(125);
    pace.took('rows', 4_000, hourMs);
    expect(pace.rows).toBe(100);
  });
});

describe('parts by time', () => {
  it('begin with a first look, and then go further the less it took', () => {
    const pace = createSearchPace();
    expect(pace.spanMs).toBeNull();
    pace.took('time', 20, hourMs);
    expect(pace.spanMs).toBe(4 * hourMs);
    pace.took('time', 5, 4 * hourMs);
    expect(pace.spanMs).toBe(32 * hourMs);
  });

  it('shrink where a look takes long, and go on as long as rows would not lead further', () => {
    const pace = createSearchPace();
    pace.took('rows', 40, hourMs);
    pace.took('time', 160, 4 * hourMs);
    expect([pace.spanMs, pace.timeHelps]).toEqual([2 * hourMs, true]);
  });

  it('end where rows lead further in the same time', () => {
    const pace = createSearchPace();
    pace.took('rows', 40, hourMs);
    pace.took('time', 160, hourMs);
    expect(pace.timeHelps).toBe(false);
  });

  it('do not end for one that took little', () => {
    const pace = createSearchPace();
    pace.took('rows', 1, hourMs);
    pace.took('time', 60, hourMs);
    expect(pace.timeHelps).toBe(true);
  });

  it('that led nowhere begin anew', () => {
    const pace = createSearchPace();
    pace.took('time', 20, 0);
    expect(pace.spanMs).toBeNull();
  });
});
