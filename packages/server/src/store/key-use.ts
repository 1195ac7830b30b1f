// When keys were last used, to the minute: noted in memory by every request, written for many at once and seldom, so that
// a request costs no query. What a process noted and had not written when it was killed is lost.
import type { Cancel, Clock } from '../lib/clock.ts';
import type { Log } from '../observe/log.ts';
import type { Database, Statement } from './database.ts';

export interface KeyUse {
  /** The key is being used. Costs a look into a map. */
  note(keyId: string): void;
  /** Writes what was noted. */
  stop(): Promise<void>;
}

/** A use within the same minute is not noted again. */
const notedEveryMs = 60_000;
const writtenAfterMs = 5_000;

// In the order of ids, as on every other node: two that write the same keys never wait for each other in a ring.
const writeUses: Statement = {
  name: 'key_use',
  text: `
UPDATE api_keys k SET last_used_at = u.at
FROM (SELECT id, at FROM unnest($1::uuid[], $2::timestamptz[]) AS u (id, at) ORDER BY id) u
WHERE k.id = u.id AND (k.last_used_at IS NULL OR k.last_used_at < u.at)`,
};

export function createKeyUse(options: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}): KeyUse {
  const { database, clock, log } = options;
  const noted = new Map<string, number>();
  let unwritten = new Map<string, number>();
  let cancel: Cancel | null = null;
  let writing = Promise.resolve();

  async function write(): Promise<void> {
    cancel = null;
    const uses = [...unwritten];
    unwritten = new Map();
    if (uses.length === 0) return;
    const values = [uses.map(([id]) => id), uses.map(([, at]) => new Date(at))];
    await database.query(writeUses, values).catch((error: unknown) => {
      // Nothing hangs on it; the next use of each is noted anew.
      for (const [id] of uses) noted.delete(id);
      log.warn({ keys: uses.length, error: String(error) }, 'when keys were last used could not be written');
    });
  }

  return {
    note(keyId) {
      const now = clock.now();
      const last = noted.get(keyId);
      if (last !== undefined && now - last < notedEveryMs) return;
      noted.set(keyId, now);
      unwritten.set(keyId, now);
      cancel ??= clock.after(writtenAfterMs, () => {
        writing = write();
      });
    },
    async stop() {
      cancel?.();
      await writing;
      await write();
    },
  };
}
