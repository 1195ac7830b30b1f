import { expect, it } from 'vitest';
import { dialects } from '../src/dialects/index.ts';
import { costBarMicroseconds, dialectCosts } from './dialect-cost.ts';

/** A busy machine, code that is not compiled yet: only what is many times too slow fails here. */
const leeway = 5;

it(`a request costs less than ${leeway * costBarMicroseconds} µs of CPU in every dialect and content type`, () => {
  const costs = dialectCosts({ iterations: 1000, warmUp: 1000 });
  expect(new Set(costs.map(({ dialect }) => dialect)).size).toBe(dialects.length);
  for (const { microseconds, bodyBytes } of costs) {
    expect(bodyBytes).toBeGreaterThan(0);
    expect(microseconds).toBeGreaterThan(0);
    expect(microseconds).toBeLessThan(leeway * costBarMicroseconds);
  }
});
