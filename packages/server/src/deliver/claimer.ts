// Takes due deliveries from the queue while slots are free: retries, what came when no slot was free, what dead nodes left.
// It sleeps until the next one is due, wakes when told, and looks by itself now and then, since other nodes add work too.
import type { Clock } from '../lib/clock.ts';
import type { Service } from '../lib/service.ts';
import type { Log } from '../observe/log.ts';
import type { ClaimedRow, QueueStore } from '../store/queue.ts';
import type { Slots } from './slots.ts';

export interface Claimer extends Service {
  /** There may be something due now, or a free slot. */
  wake(): void;
  /** An answer of the database got lost: leases may exist that this node knows nothing of. */
  reconcile(): void;
  /** While true nothing may be leased at birth: leases are being compared with what is held in memory. */
  readonly reconciling: boolean;
}

export interface ClaimerOptions {
  readonly queue: QueueStore;
  readonly slots: Slots;
  readonly clock: Clock;
  readonly log: Log;
  readonly nodeId: () => number;
  readonly sqlNow: () => Date | null;
  readonly begin: (claimed: readonly ClaimedRow[]) => void;
}

const claimMax = 500;
/** Claiming waits until this part of the slots is free, so that a backlog is taken in batches and not one by one. */
const claimShare = 4;
const pollMs = 1_000;
const errorPauseMs = 1_000;

export function createClaimer(options: ClaimerOptions): Claimer {
  const { queue, slots, clock, log, nodeId, sqlNow, begin } = options;
  const claimMin = Math.max(1, Math.floor(Math.min(claimMax, slots.available) / claimShare));
  let stopped = false;
  let reconciling = false;
  let woken = false;
  let wakeSleeper: () => void = () => {};
  let loop: Promise<void> = Promise.resolve();

  const sleep = (delayMs: number) =>
    new Promise<void>((resolve) => {
      if (woken || stopped) return resolve();
      const cancel = clock.after(delayMs, resolve);
      wakeSleeper = () => {
        cancel();
        resolve();
      };
    });

  function wake(): void {
    woken = true;
    wakeSleeper();
  }

  /** Answers how long nothing will be due, in milliseconds. */
  async function round(): Promise<number> {
    if (reconciling) await releaseUnheld();
    const asked = Math.min(slots.available, claimMax);
    // A freed slot wakes the claimer again.
    if (asked < claimMin) return pollMs;
    const claimed = await queue.claim(nodeId(), asked, sqlNow());
    begin(claimed);
    if (claimed.length === asked) return 0;
    const dueInMs = await queue.nextDueMs(sqlNow());
    return Math.min(pollMs, Math.max(1, Math.ceil(dueInMs ?? pollMs)));
  }

  async function releaseUnheld(): Promise<void> {
    const released = await queue.releaseUnheld(nodeId(), slots.held());
    reconciling = false;
    if (released > 0) log.info({ released }, 'leases that nothing in memory knew of were given back');
  }

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      let pauseMs: number;
      try {
        pauseMs = await round();
      } catch (error) {
        // A claim that failed may have been committed before its answer was lost.
        reconciling = true;
        pauseMs = errorPauseMs;
        log.warn({ error: String(error) }, 'no deliveries could be claimed');
      }
      if (pauseMs > 0) await sleep(pauseMs);
    }
  }

  return {
    wake,
    get reconciling() {
      return reconciling;
    },
    reconcile() {
      reconciling = true;
      wake();
    },
    async start() {
      loop = run();
    },
    async stop() {
      stopped = true;
      wake();
      await loop;
    },
  };
}
