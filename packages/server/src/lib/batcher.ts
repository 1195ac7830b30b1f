// Turns many single calls into few batched ones: whatever queued while the last batches ran goes out as the next.
// It adds no waiting but the spacing that it is told, keeps the order of its input, and refuses instead of growing without
// bound.

/** How far apart batches begin, so that each has more items, unless enough of them wait or one is urgent. */
export interface Spacing {
  /** From the beginning of one batch to that of the next. */
  readonly ms: number;
  /** Only behind a batch of more items than this: where few come, waiting gathers nothing. */
  readonly above: number;
  /** So many items do not wait for more; without it, a full batch. */
  readonly enough?: number;
}

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
  /** Without it, batches begin at once. */
  readonly spacing?: Spacing;
  /** Whether somebody waits for the item, so that spacing is not for it. */
  readonly isUrgent?: (item: T) => boolean;
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
  let last = { at: Number.NEGATIVE_INFINITY, items: 0 };
  let urgent = false;
  let pause: NodeJS.Timeout | null = null;
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

  const enough = Math.min(options.spacing?.enough ?? options.batchMax, options.batchMax);
  const isEnough = () => urgent || waiting.length >= enough || waitingWeight >= options.weightMax;

  /** Sets the timer for the rest of the spacing; false: nothing has to be waited for. */
  function mustWait(): boolean {
    const { spacing } = options;
    if (spacing === undefined || last.items <= spacing.above || isEnough()) return false;
    const restMs = last.at + spacing.ms - performance.now();
    if (restMs <= 0) return false;
    pause ??= setTimeout(pump, Math.ceil(restMs));
    return true;
  }

  function pump(): void {
    scheduled = false;
    if (pause !== null) clearTimeout(pause);
    pause = null;
    while (waiting.length > 0 && running < options.concurrency && !mustWait()) {
      const batch = take();
      last = { at: performance.now(), items: batch.length };
      urgent = urgent && waiting.some(({ item }) => options.isUrgent?.(item));
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
      urgent ||= options.isUrgent?.(item) ?? false;
      // One turn of the event loop gathers what arrived together into the first batch.
      if (!scheduled && running < options.concurrency && (pause === null || isEnough())) {
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
