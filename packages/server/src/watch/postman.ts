// Sends the mails about alerts that are due, one after the other and beside everything else. Nobody ever waits for it; what
// could not be sent stays with the store and is tried again.
import { systemClock } from '../lib/clock.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Log } from '../observe/log.ts';
import type { AlertMailStore, DueMails } from '../store/alert-mails.ts';
import { writeLetter } from './letters.ts';

export interface Postman {
  /** Begins a round, unless one is under way. */
  go(): void;
  /** Resolves when no round is under way. */
  idle(): Promise<void>;
  /** Ends the round after the mail that is under way, which it waits for a little; one that was cut off is sent again. */
  stop(): Promise<void>;
}

export interface PostmanOptions {
  readonly store: AlertMailStore;
  readonly mailer: Mailer;
  readonly publicUrl: () => string;
  readonly log: Log;
  /** The time for SQL where a test holds the clock; null: the database's own. */
  readonly sqlNow: () => Date | null;
}

const stopGraceMs = 3_000;

export function createPostman({ store, mailer, publicUrl, log, sqlNow }: PostmanOptions): Postman {
  let round: Promise<void> | null = null;
  /** Asked to go while a round was under way, which may have looked for the last time already. */
  let again = false;
  let stopped = false;

  async function deliverAll(): Promise<void> {
    while (!stopped) {
      const due = await store.take(sqlNow());
      if (due === null || !(await deliver(due))) return;
    }
  }

  /** False when the others would fare no better. */
  async function deliver({ recipient, mails }: DueMails): Promise<boolean> {
    const ids = mails.map(({ id }) => id);
    const sending = await mailer.send({ to: recipient, ...writeLetter(mails, publicUrl()) });
    switch (sending.kind) {
      case 'sent':
        await store.sent(ids, sqlNow());
        return true;
      case 'failed': {
        const { problem, passing } = sending;
        const givenUp = await store.failed(ids, problem, passing, sqlNow());
        if (givenUp > 0)
          log.error({ recipient, problem, mails: givenUp }, 'mails about alerts were given up');
        else
          log.warn({ recipient, problem }, 'a mail about alerts could not be sent; it will be tried again');
        return !passing;
      }
    }
  }

  return {
    go() {
      again = round !== null;
      if (stopped || again) return;
      round = deliverAll()
        .catch((error: unknown) =>
          log.warn({ error: String(error) }, 'mails about alerts wait for the database'),
        )
        .finally(() => {
          round = null;
          if (again) this.go();
        });
    },
    async idle() {
      while (round !== null) await round;
    },
    async stop() {
      stopped = true;
      const grace = Promise.withResolvers<void>();
      const cancel = systemClock.after(stopGraceMs, grace.resolve);
      await Promise.race([round, grace.promise]);
      cancel();
    },
  };
}
