// The micro-batcher of the bare pipeline: what queued while earlier batches ran goes out as the next one.

export function createBatches<Item>(
  run: (items: readonly Item[]) => Promise<unknown>,
  { sizeMax, concurrency }: { sizeMax: number; concurrency: number },
): (item: Item) => Promise<void> {
  interface Waiting {
    item: Item;
    resolve: () => void;
    reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let running = 0;
  let scheduled = false;

  function pump(): void {
    scheduled = false;
    while (running < concurrency && waiting.length > 0) {
      const batch = waiting.slice(0, sizeMax);
      waiting = waiting.slice(sizeMax);
      running += 1;
      void runBatch(batch);
    }
  }

  async function runBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      await run(batch.map(({ item }) => item));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    running -= 1;
    pump();
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (scheduled || running >= concurrency) return;
      scheduled = true;
      setImmediate(pump);
    });
}
