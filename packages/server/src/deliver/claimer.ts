// Takes due deliveries from the queue while slots are free: retries, what came when no slot was free, what dead nodes left, and
// what goes through the lanes of webhooks that have limits or are in trouble.
// It sleeps until the next one is due, wakes when told, and looks by itself now and then, since other nodes add work too.
import type { Cancel, Clock } from '../lib/clock.ts';
import type { Service } from '../lib/service.ts';
import type { Log } from '../observe/log.ts';
import { isUnavailable } from '../store/database.ts';
import { type ClaimedRow, fullOf, type QueueStore } from '../store/queue.ts';
import type { Slots } from './slots.ts';

export interface Claimer extends Service {
  /** There may be something due now. */
  wake(): void;
  /** Something will be due in so many milliseconds. */
  expect(dueInMs: number): void;
  /** A slot of this webhook became free. */
  slotFreed(webhookId: string): void;
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
  /** Ends every lease that is not of something held, also those that a statement still on its way would take. */
  readonly renewLeases: (held: readonly string[]) => Promise<number>;
  /** Begins what was claimed; answers the ids of what is held already and cannot be begun again. */
  readonly begin: (claimed: readonly ClaimedRow[]) => ReadonlySet<string>;
}

const claimMax = 500;
/** Claiming waits until this part of the slots is free, so that a backlog is taken in batches and not one by one. */
const claimShare = 4;
const pollMs = 1_000;
const errorPauseMs = 500;

export function createClaimer(options: ClaimerOptions): Claimer {
  const { queue, slots, clock, log, nodeId, sqlNow, begin } = options;
  const claimMin = Math.max(1, Math.floor(Math.min(claimMax, slots.available) / claimShare));
  let stopped = false;
  let reconcileWanted = false;
  let reconcileRunning = false;
  /** Unleased work may be waiting: freed slots are worth a claim. Cleared only just before a claim that would bring it. */
  let maybeDue = true;
  let nudged = false;
  /** After an error the pause is kept, whoever nudges. */
  let failed = false;
  let wakeSleeper: () => void = () => {};
  let expected: { readonly at: number; readonly cancel: Cancel } | null = null;
  let loop: Promise<void> = Promise.resolve();

  /** Time that passes may make something due. */
  const sleep = (delayMs: number) =>
    new Promise<void>((resolve) => {
      if ((nudged && !failed) || stopped) return resolve();
      const cancel = clock.after(delayMs, () => {
        maybeDue = true;
        resolve();
      });
      wakeSleeper = () => {
        cancel();
        resolve();
      };
    });

  function nudge(): void {
    nudged = true;
    if (!failed || stopped) wakeSleeper();
  }

  function wake(): void {
    maybeDue = true;
    nudge();
  }

  /** Answers how long nothing will be due, in milliseconds. */
  async function round(): Promise<number> {
    if (reconcileWanted) await reconcile();
    const count = Math.min(slots.available, claimMax);
    if (count < claimMin) return pollMs;
    maybeDue = false;
    const room = slots.room();
    const { claimed, refused } = await claim(count, room);
    if (refused.size > 0) {
      await giveBack(refused);
      return pollMs;
    }
    if (claimed < count) return look(claimed > 0, fullOf(room));
    maybeDue = true;
    return 0;
  }

  /**
   * After a claim that brought less than it might have.
   * @param fullBefore webhooks for which it had no room
   */
  async function look(brought: boolean, fullBefore: readonly string[]): Promise<number> {
    const full = fullOf(slots.room());
    const { dueInMs } = await queue.look(full, sqlNow());
    const isDue = dueInMs !== null && dueInMs <= 0;
    if (isDue || full.length > 0) maybeDue = true;
    // More is due than one claim takes, or there is room meanwhile for what there was none: nobody may come to tell it.
    const hasRoom = [...fullBefore, ...full].some((webhookId) => slots.roomOf(webhookId) > 0);
    if (hasRoom || (isDue && brought)) return 0;
    return Math.min(pollMs, Math.max(1, Math.ceil(dueInMs ?? pollMs)));
  }

  async function claim(count: number, room: ReadonlyMap<string, number>) {
    const likely = Math.min(count, slots.likelyMore);
    const limits = { count: likely, bytes: slots.bytesAvailable, room, roomOfRest: Math.ceil(count / 2) };
    slots.promise(count);
    try {
      const claimed = await queue.claim(nodeId(), limits, sqlNow());
      return { claimed: claimed.length, refused: begin(claimed) };
    } finally {
      slots.promise(0);
    }
  }

  /** Held already: this node had them before it lost its leases, and the attempt still runs. */
  async function giveBack(refused: ReadonlySet<string>): Promise<void> {
    await queue.release(nodeId(), [...refused]);
  }

  async function reconcile(): Promise<void> {
    reconcileWanted = false;
    reconcileRunning = true;
    try {
      const released = await options.renewLeases(slots.held());
      maybeDue = true;
      log.info(
        { released },
        'leases were compared with what is held, after an answer of the database was lost',
      );
    } finally {
      reconcileRunning = false;
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      nudged = false;
      failed = false;
      let pauseMs: number;
      try {
        pauseMs = await round();
      } catch (error) {
        // What failed may have been committed before its answer was lost.
        reconcileWanted = true;
        failed = true;
        pauseMs = errorPauseMs;
        const level = isUnavailable(error) ? 'debug' : 'warn';
        log[level]({ error: String(error) }, 'no deliveries could be claimed');
      }
      if (pauseMs > 0) await sleep(pauseMs);
    }
  }

  return {
    wake,
    expect(dueInMs) {
      const at = clock.now() + Math.max(0, dueInMs);
      if (expected !== null && expected.at <= at) return;
      expected?.cancel();
      const cancel = clock.after(Math.max(0, dueInMs), () => {
        expected = null;
        wake();
      });
      expected = { at, cancel };
    },
    slotFreed(webhookId) {
      if (maybeDue && slots.available >= claimMin && slots.roomOf(webhookId) > 0) nudge();
    },
    get reconciling() {
      return reconcileWanted || reconcileRunning;
    },
    reconcile() {
      reconcileWanted = true;
      nudge();
    },
    async start() {
      loop = run();
    },
    async stop() {
      stopped = true;
      expected?.cancel();
      nudge();
      await loop;
    },
  };
}
