// The only place that reads the time or sets a timer for product logic, so that a test can hold both in its hand.

export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Runs `action` once after `delayMs`; the answer cancels it. Timers never keep the process alive. */
  after(delayMs: number, action: () => void): Cancel;
}

export type Cancel = () => void;

/** Node's timers overflow above this and would fire at once. */
const longestTimerMs = 2_147_483_647;

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, action) => {
    const timer = setTimeout(action, Math.min(Math.max(0, delayMs), longestTimerMs));
    timer.unref();
    return () => clearTimeout(timer);
  },
};
