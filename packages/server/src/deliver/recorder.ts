// Records finished attempts in batches. It keeps them until the database has them, however long that takes; what it holds is
// bounded by the slots, which stay taken until then.
import { createBatcher } from '../lib/batcher.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../observe/log.ts';
import { isUnavailable } from '../store/database.ts';
import type { FinishedAttempt, RecordStore } from '../store/record.ts';

/** What became of a finished attempt. */
export type Recorded =
  /** Milliseconds until the next attempt; null when there is none to wait for. */
  | { readonly kind: 'recorded'; readonly dueInMs: number | null }
  /** The lease was lost in the meantime: another node has the delivery, and nothing was written. */
  | { readonly kind: 'lease_lost' }
  /** The database refused this attempt for good. Its lease stays, so that it is not sent over and over. */
  | { readonly kind: 'unrecordable' };

export interface Recorder {
  record(attempt: FinishedAttempt): Promise<Recorded>;
}

export interface RecorderOptions {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly nodeId: () => number;
  readonly sqlNow: () => Date | null;
}

const batchMax = 500;
const batchBytesMax = 8 * 1024 * 1024;
const retryMs = 500;

export function createRecorder({ store, clock, log, nodeId, sqlNow }: RecorderOptions): Recorder {
  const batcher = createBatcher<FinishedAttempt, Recorded>({
    batchMax,
    weightMax: batchBytesMax,
    weigh: ({ request, response }) => 1024 + request.body.length + (response?.body.length ?? 0),
    concurrency: 2,
    highWater: Number.POSITIVE_INFINITY,
    run: write,
  });

  async function write(attempts: readonly FinishedAttempt[]): Promise<readonly Recorded[]> {
    for (;;) {
      try {
        const kept = await store.record(nodeId(), attempts, sqlNow());
        return attempts.map(({ deliveryId }) => {
          const dueInMs = kept.get(deliveryId);
          return dueInMs === undefined ? { kind: 'lease_lost' } : { kind: 'recorded', dueInMs };
        });
      } catch (error) {
        if (!isUnavailable(error)) return isolate(attempts, error);
        log.warn({ attempts: attempts.length, error: String(error) }, 'attempts wait for the database');
        await new Promise<void>((resolve) => clock.after(retryMs, resolve));
      }
    }
  }

  /** One attempt that the database refuses must not keep the others of its batch from being recorded. */
  async function isolate(attempts: readonly FinishedAttempt[], error: unknown): Promise<readonly Recorded[]> {
    const [only] = attempts;
    if (attempts.length === 1 && only) {
      log.error({ deliveryId: only.deliveryId, error: String(error) }, 'an attempt could not be recorded');
      return [{ kind: 'unrecordable' }];
    }
    const results: Recorded[] = [];
    for (const attempt of attempts) results.push(...(await write([attempt])));
    return results;
  }

  return {
    record(attempt) {
      const recording = batcher.add(attempt);
      if (!recording) throw new Error('The recorder has no high-water mark: it never refuses.');
      return recording;
    },
  };
}
