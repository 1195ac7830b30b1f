// A clock that a test holds in its hand: time stands still until it is advanced, and timers fire in their order.
import type { Clock } from '../../src/lib/clock.ts';

export interface ManualClock extends Clock {
  /** Moves the time on, firing what becomes due on the way. */
  advance(ms: number): void;
  /** Sets the time back or forth without firing anything, as when somebody sets the machine's clock. */
  set(nowMs: number): void;
  /** For SQL, which must live in the same time. */
  readonly sqlNow: () => Date;
}

interface Timer {
  readonly at: number;
  readonly action: () => void;
}

export function createManualClock(startMs = Date.now()): ManualClock {
  let now = startMs;
  const timers = new Set<Timer>();
  const dueBy = (ms: number) => [...timers].filter((timer) => timer.at <= ms).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    sqlNow: () => new Date(now),
    after(delayMs, action) {
      const timer = { at: now + Math.max(0, delayMs), action };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const until = now + ms;
      for (let timer = dueBy(until); timer; timer = dueBy(until)) {
        timers.delete(timer);
        now = Math.max(now, timer.at);
        timer.action();
      }
      now = until;
    },
    set(nowMs) {
      now = nowMs;
    },
  };
}
