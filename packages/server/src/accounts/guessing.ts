// Guards what can be guessed: after some wrong guesses in a row each further one must wait, each time longer.
import { createHash } from 'node:crypto';
import { Refusal } from '../domain/errors.ts';
import type { Clock } from '../lib/clock.ts';
import type { GuessStore } from '../store/guesses.ts';

export interface Guessing {
  /** Answers what `judge` finds; a null of it is a wrong guess, after which the next must wait if `locks`. @throws Refusal `sign_in_locked` while guesses must wait */
  guess<T>(what: string, whose: string, judge: (locks: boolean) => Promise<T | null>): Promise<T | null>;
  /** Whether one more may be made now; it is counted. */
  mayTry(what: string, whose: string): Promise<boolean>;
  forget(what: string, whose: string): Promise<void>;
}

export function createGuessing({
  guesses,
  clock,
}: {
  readonly guesses: GuessStore;
  readonly clock: Clock;
}): Guessing {
  // Hashed, because people type passwords where addresses belong.
  const target = (what: string, whose: string) =>
    `${what}:${createHash('sha256').update(whose).digest('hex')}`;
  return {
    async guess(what, whose, judge) {
      const name = target(what, whose);
      const begun = await guesses.begin(name, new Date(clock.now()));
      if (begun.kind === 'locked')
        throw new Refusal('sign_in_locked', { retryAfterSeconds: begun.waitSeconds });
      const found = await judge(begun.locks);
      if (found !== null) await guesses.forget(name);
      return found;
    },
    mayTry: async (what, whose) =>
      (await guesses.begin(target(what, whose), new Date(clock.now()))).kind === 'counted',
    forget: (what, whose) => guesses.forget(target(what, whose)),
  };
}
