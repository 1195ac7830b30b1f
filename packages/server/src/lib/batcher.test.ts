import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BatcherOptions, createBatcher } from './batcher.ts';

/** A batcher whose batches run until the test ends them, one after the other. */
function held(options: Partial<BatcherOptions<number, string>> = {}) {
  const batches: { items: readonly number[]; end: () => void; fail: (error: Error) => void }[] = [];
  const batcher = createBatcher<number, string>({
    batchMax: 3,
    weightMax: 1_000,
    weigh: (item) => item,
    concurrency: 1,
    highWater: 1_000,
    run: (items) =>
      new Promise((resolve, reject) => {
        batches.push({ items, end: () => resolve(items.map((item) => `done ${item}`)), fail: reject });
      }),
    ...options,
  });
  return { batcher, batches };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const added = (promise: Promise<string> | null) => promise ?? Promise.reject(new Error('It was refused.'));

describe('a batcher', () => {
  it('gathers what was added in one turn, in order, and answers each item its own result', async () => {
    const { batcher, batches } = held();
    const results = [1, 2, 3].map((item) => added(batcher.add(item)));
    expect(batches).toHaveLength(0);
    await turn();
    expect(batches.map(({ items }) => items)).toEqual([[1, 2, 3]]);
    batches[0]?.end();
    expect(await Promise.all(results)).toEqual(['done 1', 'done 2', 'done 3']);
  });

  it('lets what came meanwhile wait for the running batch, and sends it as the next ones', async () => {
    const { batcher, batches } = held();
    void batcher.add(1);
    await turn();
    for (const item of [2, 3, 4, 5]) void batcher.add(item);
    await turn();
    expect(batches.map(({ items }) => items)).toEqual([[1]]);
    batches[0]?.end();
    await turn();
    expect(batches.map(({ items }) => items)).toEqual([[1], [2, 3, 4]]);
    batches[1]?.end();
    await turn();
    expect(batches[2]?.items).toEqual([5]);
  });

  it('runs as many batches at once as it may, and no more', async () => {
    const { batcher, batches } = held({ concurrency: 2, batchMax: 1 });
    const results = [1, 2, 3].map((item) => added(batcher.add(item)));
    await turn();
    expect(batches.map(({ items }) => items)).toEqual([[1], [2]]);
    batches[1]?.end();
    expect(await results[1]).toBe('done 2');
    await turn();
    expect(batches[2]?.items).toEqual([3]);
  });

  it('keeps a batch below its weight; a single heavier item goes alone', async () => {
    const { batcher, batches } = held({ weightMax: 10, concurrency: 10, batchMax: 10 });
    for (const item of [4, 6, 1, 50, 2]) void batcher.add(item);
    await turn();
    expect(batches.map(({ items }) => items)).toEqual([[4, 6], [1], [50], [2]]);
  });

  it('refuses what would lie above the high-water mark, and takes again when there is room', async () => {
    const { batcher, batches } = held({ highWater: 10 });
    void batcher.add(6);
    expect(batcher.add(5)).toBeNull();
    expect(batcher.add(4)).not.toBeNull();
    expect(batcher.add(1)).toBeNull();
    expect(batcher.size).toBe(2);
    await turn();
    // The mark is for what waits: both run now.
    expect(batches[0]?.items).toEqual([6, 4]);
    expect(batcher.add(10)).not.toBeNull();
    expect(batcher.add(1)).toBeNull();
  });

  it('takes an item above the mark when nothing else waits, so that it can ever be done', async () => {
    const { batcher, batches } = held({ highWater: 10 });
    expect(batcher.add(99)).not.toBeNull();
    await turn();
    expect(batches[0]?.items).toEqual([99]);
  });

  it('rejects every item of a batch that fails, and goes on with the next', async () => {
    const { batcher, batches } = held({ batchMax: 2 });
    const results = [1, 2, 3].map((item) => added(batcher.add(item)));
    const settled = Promise.allSettled(results);
    await turn();
    batches[0]?.fail(new Error('lost'));
    await turn();
    batches[1]?.end();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    await expect(results[0]).rejects.toThrow('lost');
    expect(batcher.size).toBe(0);
  });

  it('treats a run that throws at once like one that fails', async () => {
    const { batcher } = held({
      run: () => {
        throw new Error('at once');
      },
    });
    await expect(batcher.add(1)).rejects.toThrow('at once');
    await batcher.idle();
  });

  it('is idle when nothing waits and nothing runs, and not before', async () => {
    const { batcher, batches } = held({ batchMax: 1 });
    await batcher.idle();
    void batcher.add(1);
    void batcher.add(2);
    let idle = false;
    const waited = Promise.all([batcher.idle(), batcher.idle()]).then(() => {
      idle = true;
    });
    for (const step of [0, 1]) {
      await turn();
      expect(idle).toBe(false);
      batches[step]?.end();
    }
    await waited;
    expect(batcher.size).toBe(0);
  });

  it('is idle after a failure too', async () => {
    const { batcher, batches } = held();
    const failed = added(batcher.add(1)).catch((error: Error) => error.message);
    const idle = batcher.idle();
    await turn();
    batches[0]?.fail(new Error('lost'));
    await idle;
    expect(await failed).toBe('lost');
  });

  it('can be added to by what a result sets off', async () => {
    const { batcher, batches } = held();
    const chained = added(batcher.add(1)).then(() => added(batcher.add(2)));
    await turn();
    batches[0]?.end();
    await turn();
    await turn();
    batches[1]?.end();
    expect(await chained).toBe('done 2');
  });
});

describe('a batcher with spacing', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const spaced = (options: Partial<BatcherOptions<number, string>> = {}) =>
    held({ concurrency: 2, spacing: { ms: 20, above: 1 }, isUrgent: (item) => item >= 100, ...options });

  /** A batch of two, which is more than spacing asks for, and then one item. */
  async function oneAfterTwo(options: Partial<BatcherOptions<number, string>> = {}) {
    const made = spaced(options);
    for (const item of [1, 2]) void made.batcher.add(item);
    await turn();
    void made.batcher.add(3);
    await turn();
    return made;
  }

  it('begins a batch so long after the one before, and gathers what comes meanwhile', async () => {
    const { batcher, batches } = await oneAfterTwo();
    vi.advanceTimersByTime(15);
    void batcher.add(4);
    await turn();
    expect(batches.map(({ items }) => items)).toEqual([[1, 2]]);
    vi.advanceTimersByTime(5);
    expect(batches.map(({ items }) => items)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('lets nothing wait behind a batch that had few', async () => {
    const { batcher, batches } = spaced();
    void batcher.add(1);
    await turn();
    void batcher.add(2);
    await turn();
    expect(batches.map(({ items }) => items)).toEqual([[1], [2]]);
  });

  it('lets nothing wait once the time has passed', async () => {
    const { batcher, batches } = spaced();
    for (const item of [1, 2]) void batcher.add(item);
    await turn();
    vi.advanceTimersByTime(20);
    void batcher.add(3);
    await turn();
    expect(batches.map(({ items }) => items)).toEqual([[1, 2], [3]]);
  });

  it('does not let a full batch wait', async () => {
    const { batcher, batches } = await oneAfterTwo();
    for (const item of [4, 5]) void batcher.add(item);
    await turn();
    expect(batches.map(({ items }) => items)).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
  });

  it('does not let more wait than it is told to be enough', async () => {
    const { batcher, batches } = await oneAfterTwo({ spacing: { ms: 20, above: 1, enough: 2 } });
    void batcher.add(4);
    await turn();
    expect(batches.map(({ items }) => items)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('does not let an urgent item wait, nor what stands before it', async () => {
    const { batcher, batches } = await oneAfterTwo();
    void batcher.add(100);
    await turn();
    expect(batches.map(({ items }) => items)).toEqual([
      [1, 2],
      [3, 100],
    ]);
  });

  it('keeps to it when a batch ends early', async () => {
    const { batches } = await oneAfterTwo({ concurrency: 1 });
    batches[0]?.end();
    await turn();
    expect(batches).toHaveLength(1);
    vi.advanceTimersByTime(20);
    expect(batches[1]?.items).toEqual([3]);
  });

  it('is not idle while something waits for its turn', async () => {
    const { batcher, batches } = await oneAfterTwo({ concurrency: 1 });
    batches[0]?.end();
    let idle = false;
    const waited = batcher.idle().then(() => {
      idle = true;
    });
    await turn();
    expect(idle).toBe(false);
    vi.advanceTimersByTime(20);
    batches[1]?.end();
    await waited;
  });
});
