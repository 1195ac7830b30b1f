// Turns many single calls into few batched ones: whatever queued while the last batches ran goes out as the next.
// It adds no waiting of its own, keeps the order of its input, and refuses instead of growing without bound.

export interface BatcherOptions<T, R> {
  /** Items in one batch at most. */
  readonly batchMax: number;
  /** Weight of one batch at most, in the unit of `weigh` (a single heavier item goes alone). */
  readonly weightMax: number;
  readonly weigh: (item: T) => number;
  /** Batches that run at the same time. */
  readonly concurrency: number;
  /** Waiting weight above which `add` refuses. */
  readonly highWater: number;
  /** Answers one result for each item, in order. When it rejects, every item of the batch rejects. */
  readonly run: (items: readonly T[]) => Promise<readonly R[]>;
}

export interface Batcher<T, R> {
  /** null when the high-water mark is reached: nothing was queued, the caller must tell its client to come back. */
  add(item: T): Promise<R> | null;
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>;
  /** Items that wait or run. */
  readonly size: number;
}

interface Waiting<T, R> {
  readonly item: T;
  readonly weight: number;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

export function createBatcher<T, R>(options: BatcherOptions<T, R>): Batcher<T, R> {
  let waiting: Waiting<T, R>[] = [];
  let waitingWeight = 0;
  let running = 0;
  let runningItems = 0;
  let scheduled = false;
  let idleWaiters: (() => void)[] = [];

  function take(): Waiting<T, R>[] {
    let weight = 0;
    let count = 0;
    for (const entry of waiting) {
      if (count === options.batchMax || (count > 0 && weight + entry.weight > options.weightMax)) break;
      weight += entry.weight;
      count += 1;
    }
    const batch = waiting.slice(0, count);
    waiting = waiting.slice(count);
    waitingWeight -= weight;
    return batch;
  }

  async function runBatch(batch: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const results = await options.run(batch.map((entry) => entry.item));
      batch.forEach((entry, index) => {
        entry.resolve(results[index] as R);
      });
    } catch (error) {
      for (const entry of batch) entry.reject(error);
    } finally {
      running -= 1;
      runningItems -= batch.length;
      pump();
    }
  }

  function pump(): void {
    scheduled = false;
    while (waiting.length > 0 && running < options.concurrency) {
      const batch = take();
      running += 1;
      runningItems += batch.length;
      void runBatch(batch);
    }
    if (running === 0 && waiting.length === 0) {
      for (const wake of idleWaiters) wake();
      idleWaiters = [];
    }
  }

  return {
    add(item) {
      const weight = options.weigh(item);
      if (waiting.length > 0 && waitingWeight + weight > options.highWater) return null;
      waitingWeight += weight;
      const result = new Promise<R>((resolve, reject) => waiting.push({ item, weight, resolve, reject }));
      // One turn of the event loop gathers what arrived together into the first batch.
      if (!scheduled && running < options.concurrency) {
        scheduled = true;
        setImmediate(pump);
      }
      return result;
    },
    idle: () =>
      running === 0 && waiting.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            idleWaiters.push(resolve);
          }),
    get size() {
      return waiting.length + runningItems;
    },
  };
}
