// When a delivery that failed is tried again: the webhook's schedule, spread by jitter so that receivers are not hit in waves.

/** Each delay is moved by up to this part of itself, either way. */
const jitter = 0.2;

/**
 * Milliseconds from the end of the failed attempt to the next one, or null when the schedule is used up.
 * @param scheduleSeconds the webhook's schedule; entry 0 is the delay after the first attempt
 * @param step how many entries were used before
 * @param random a number in [0, 1)
 */
export function nextDelayMs(scheduleSeconds: readonly number[], step: number, random: number): number | null {
  const seconds = scheduleSeconds[step];
  if (seconds === undefined) return null;
  return Math.round(seconds * 1000 * (1 - jitter + 2 * jitter * random));
}
