// One of the nodes leads: it does the upkeep for all. The lead is a lease that its holder prolongs; when it falls silent,
// another takes it. Leading saves work twice done and decides nothing else: a node that only believes to lead does no harm,
// since every task of upkeep is right also when two do it at once.
import { randomUUID } from 'node:crypto';
import type { Cancel, Clock } from '../lib/clock.ts';
import type { Service } from '../lib/service.ts';
import type { Log } from '../observe/log.ts';
import type { LeadershipStore } from '../store/leadership.ts';

export interface Leadership extends Service {
  /** True while this node knows that it leads. */
  readonly leads: boolean;
}

export interface LeadershipOptions {
  readonly store: LeadershipStore;
  /** The machine's, like the database's; not one that a test moves. */
  readonly clock: Clock;
  readonly log: Log;
  /** True when no other process can be using this store: what an earlier one left behind is taken over at once. */
  readonly alone: boolean;
  /** After so long without a word from the leader another takes its place. */
  readonly leaseMs: number;
  readonly onElected: () => void;
}

/** Tries in the time of a lease: a few may be late or fail. */
const triesPerLease = 5;

export function createLeadership(options: LeadershipOptions): Leadership {
  const { store, clock, log, alone, leaseMs } = options;
  const holder = randomUUID();
  let stopped = false;
  let cancel: Cancel = () => {};
  let trying: Promise<void> = Promise.resolve();
  /** When the last try that succeeded was sent, by performance.now(): the lease lasts longer than this node believes. */
  let heldAt = Number.NEGATIVE_INFINITY;

  const leads = () => performance.now() - heldAt < leaseMs;

  async function attempt(take: LeadershipStore['hold']): Promise<void> {
    const sentAt = performance.now();
    const led = leads();
    try {
      heldAt = (await take(holder, leaseMs)) ? sentAt : Number.NEGATIVE_INFINITY;
    } catch (error) {
      log.debug({ error: String(error) }, 'the lead could not be asked for: the database cannot be reached');
    }
    if (!led && leads() && !stopped) {
      log.info({}, 'this node does the upkeep now');
      options.onElected();
    }
    schedule();
  }

  function schedule(): void {
    if (stopped) return;
    cancel = clock.after(leaseMs / triesPerLease, () => {
      trying = attempt(store.hold);
    });
  }

  return {
    get leads() {
      return leads();
    },
    async start() {
      trying = attempt(alone ? store.seize : store.hold);
      await trying;
    },
    async stop() {
      if (stopped) return;
      stopped = true;
      cancel();
      await trying;
      if (!leads()) return;
      heldAt = Number.NEGATIVE_INFINITY;
      await store.release(holder).catch((error: unknown) => {
        log.debug({ error: String(error) }, 'the lead was not given up; another takes it when it runs out');
      });
    },
  };
}
