import { describe, expect, it } from 'vitest';
import { showReplay } from './answers.ts';

const replay = (change: object) =>
  showReplay({
    total: 10_001,
    totalIsEstimate: true,
    skippedBecause: {},
    state: 'running',
    ...change,
  } as never);

describe('a replay as it is shown', () => {
  it('was of as many as it sent, once it is done, whatever was expected (N7)', () => {
    const done = { state: 'done', done: 19_990, skippedBecause: { in_progress: 7, not_found: 3 } };
    expect(replay(done)).toMatchObject({ total: 20_000, totalIsEstimate: false, skipped: 10, progress: 1 });
    expect(replay({ ...done, total: null }).total).toBe(20_000);
  });

  it('is never further than what it is of, and not at its end before it is', () => {
    expect(replay({ done: 5_000 })).toMatchObject({ total: 10_001, totalIsEstimate: true, progress: 0.5 });
    expect(replay({ done: 15_000 })).toMatchObject({ total: 15_000, totalIsEstimate: true, progress: 0.999 });
    expect(replay({ done: 15_000, total: null })).toMatchObject({ total: null, progress: 0 });
  });
});
