// Waiting for what only looking can tell, with a bound.
import { setTimeout as pause } from 'node:timers/promises';

const lookEveryMs = 20;

/** Resolves with the first answer of `look` that is neither false, null nor undefined; rejects after `withinMs`. */
export async function until<T>(
  look: () => T | Promise<T>,
  what: string,
  withinMs = 15_000,
): Promise<Exclude<T, false | null | undefined>> {
  const end = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== false && found !== null && found !== undefined) return found as never;
    if (performance.now() > end) throw new Error(`Waited ${withinMs} ms in vain for ${what}.`);
    await pause(lookEveryMs);
  }
}
