// Records finished attempts in batches. It keeps them until the database has them, however long that takes; what it holds is
// bounded by the slots, which stay taken until then. Only a stop makes it give up.
import { createBatcher } from '../lib/batcher.ts';
import type { Cancel, Clock } from '../lib/clock.ts';
import type { Log } from '../observe/log.ts';
import { isFinal, isUnavailable } from '../store/database.ts';
import type { FinishedAttempt, RecordStore } from '../store/record.ts';

/** What became of a finished attempt. */
export type Recorded =
  /** Milliseconds until the next attempt; null when there is none to wait for. */
  | { readonly kind: 'recorded'; readonly dueInMs: number | null }
  /** The lease was lost in the meantime: another node has the delivery, and nothing was written. */
  | { readonly kind: 'lease_lost' }
  /** The database refused this attempt for good. Its lease stays, so that it is not sent over and over. */
  | { readonly kind: 'unrecordable' }
  /** The database did not come back before the stop. The delivery will be sent again. */
  | { readonly kind: 'given_up' };

export interface Recorder {
  record(attempt: FinishedAttempt): Promise<Recorded>;
  /** From now on it waits only so long for a database that cannot be reached. */
  giveUpIn(delayMs: number): void;
}

export interface RecorderOptions {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly log: Log;
  /** The id that leases are held under, once no change of it is under way. */
  readonly nodeId: () => Promise<number>;
  readonly sqlNow: () => Date | null;
  /** So many attempts are recorded without waiting for more: the slots that they keep are missed. */
  readonly enough: number;
}

const batchMax = 500;
const batchBytesMax = 8 * 1024 * 1024;
/** Half of what a statement costs does not depend on how much it records: fewer and larger ones are what helps most. */
const spacingMs = 25;
const retryMs = 500;

type Write = RecordStore['ended'];

export function createRecorder(options: RecorderOptions): Recorder {
  const { store, clock, log, nodeId, sqlNow, enough } = options;
  let givenUp = false;
  const pauses = new Set<() => void>();
  const ended = batcherOf(store.ended);
  const endedInTurn = batcherOf(store.endedInTurn);
  const again = batcherOf(store.again);

  function batcherOf(write: Write) {
    return createBatcher<FinishedAttempt, Recorded>({
      batchMax,
      weightMax: batchBytesMax,
      weigh: ({ request, response }) => 1024 + request.head.length + (response?.body.length ?? 0),
      // Seldom does anybody wait for a record: one batch at a time makes them larger.
      concurrency: 1,
      spacing: { ms: spacingMs, above: 0, enough },
      isUrgent: ({ isAwaited }) => isAwaited,
      highWater: Number.POSITIVE_INFINITY,
      run: (attempts) => persist(write, attempts),
    });
  }

  function batcherFor({ decision, inTurn }: FinishedAttempt) {
    if (decision.kind === 'retry') return again;
    return inTurn ? endedInTurn : ended;
  }

  async function persist(write: Write, attempts: readonly FinishedAttempt[]): Promise<readonly Recorded[]> {
    for (;;) {
      try {
        return await writeOnce(write, attempts);
      } catch (error) {
        if (isFinal(error)) return isolate(write, attempts, error);
        tellWait(attempts.length, error);
        if (givenUp) return attempts.map(() => ({ kind: 'given_up' }));
        await pause();
      }
    }
  }

  /** That the database is out of reach is told once, by its connections; anything else should not last. */
  function tellWait(attempts: number, error: unknown): void {
    const level = isUnavailable(error) ? 'debug' : 'warn';
    log[level]({ attempts, error: String(error) }, 'attempts wait for the database');
  }

  async function writeOnce(write: Write, attempts: readonly FinishedAttempt[]): Promise<readonly Recorded[]> {
    const id = await nodeId();
    const recorded = await write(id, attempts, sqlNow());
    const lost = attempts.filter((_, index) => recorded[index] === 'lost');
    const moved = lost.length > 0 && (await nodeId()) !== id;
    // The node changed its id while this was being written: leases that it kept are under the new one.
    const retried = moved ? (await persist(write, lost)).values() : null;
    return recorded.map((dueInMs): Recorded => {
      if (dueInMs !== 'lost') return { kind: 'recorded', dueInMs };
      return retried?.next().value ?? { kind: 'lease_lost' };
    });
  }

  /** One attempt that the database refuses must not keep the others of its batch from being recorded. */
  async function isolate(
    write: Write,
    attempts: readonly FinishedAttempt[],
    error: unknown,
  ): Promise<readonly Recorded[]> {
    const [only] = attempts;
    if (attempts.length === 1 && only) {
      log.error({ deliveryId: only.deliveryId, error: String(error) }, 'an attempt could not be recorded');
      return [{ kind: 'unrecordable' }];
    }
    const outcomes: Recorded[] = [];
    for (const attempt of attempts) outcomes.push(...(await persist(write, [attempt])));
    return outcomes;
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        pauses.delete(end);
        cancel();
        resolve();
      };
      const cancel: Cancel = clock.after(retryMs, end);
      pauses.add(end);
    });
  }

  return {
    record(attempt) {
      const recording = batcherFor(attempt).add(attempt);
      if (!recording) throw new Error('The recorder has no high-water mark: it never refuses.');
      return recording;
    },
    giveUpIn(delayMs) {
      clock.after(delayMs, () => {
        givenUp = true;
        for (const end of [...pauses]) end();
      });
    },
  };
}
