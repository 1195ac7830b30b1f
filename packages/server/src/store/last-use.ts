// When keys were last used, and when sources last brought something or were refused, to the minute: noted in memory by every
// request, written for many at once and seldom, so that a request costs no query. What a process noted and had not written
// when it was killed is lost.
import type { Cancel, Clock } from '../lib/clock.ts';
import type { Log } from '../observe/log.ts';
import type { Database, Statement } from './database.ts';

export interface LastUse {
  /** It is being used. Costs a look into a map. */
  note(id: string): void;
  /** Writes what was noted. */
  stop(): Promise<void>;
}

/** A use within the same minute is not noted again. */
const notedEveryMs = 60_000;
const writtenAfterMs = 5_000;

// In the order of ids, as on every other node: two that write the same rows never wait for each other in a ring.
const write = (table: string, column: string): string => `
UPDATE ${table} k SET ${column} = u.at
FROM (SELECT id, at FROM unnest($1::uuid[], $2::timestamptz[]) AS u (id, at) ORDER BY id) u
WHERE k.id = u.id AND (k.${column} IS NULL OR k.${column} < u.at)`;

const statements = {
  key: { name: 'key_use', text: write('api_keys', 'last_used_at') },
  sourceEvent: { name: 'source_event', text: write('sources', 'last_event_at') },
  sourceRefusal: { name: 'source_refusal', text: write('sources', 'last_refused_at') },
} as const satisfies Record<string, Statement>;

export function createLastUse(options: {
  readonly of: keyof typeof statements;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}): LastUse {
  const { of, database, clock, log } = options;
  const noted = new Map<string, number>();
  let unwritten = new Map<string, number>();
  let cancel: Cancel | null = null;
  let writing = Promise.resolve();

  async function writeNoted(): Promise<void> {
    cancel = null;
    const uses = [...unwritten];
    unwritten = new Map();
    if (uses.length === 0) return;
    const values = [uses.map(([id]) => id), uses.map(([, at]) => new Date(at))];
    await database.query(statements[of], values).catch((error: unknown) => {
      // Nothing hangs on it; the next use of each is noted anew.
      for (const [id] of uses) noted.delete(id);
      log.warn(
        { of, count: uses.length, error: String(error) },
        'the time of a last use could not be written',
      );
    });
  }

  return {
    note(id) {
      const now = clock.now();
      const last = noted.get(id);
      if (last !== undefined && now - last < notedEveryMs) return;
      noted.set(id, now);
      unwritten.set(id, now);
      cancel ??= clock.after(writtenAfterMs, () => {
        writing = writeNoted();
      });
    },
    async stop() {
      cancel?.();
      await writing;
      await writeNoted();
    },
  };
}
