// Wrong guesses, by what was guessed at, whether or not it exists: what locks out must not tell who has an account.
// A guess is counted before it is judged, so that many at once are not one.
import type { Database, Statement } from './database.ts';

export interface GuessLimits {
  /** Guesses in a row before the next one must wait. */
  readonly freeMax: number;
  readonly waitSecondsMax: number;
}

export type Begun =
  /** May be judged; `locks`: when it is wrong the next one must wait. */
  | { readonly kind: 'counted'; readonly locks: boolean }
  | { readonly kind: 'locked'; readonly waitSeconds: number };

export interface GuessStore {
  /** Counts a guess, unless it must wait. */
  begin(target: string, now: Date): Promise<Begun>;
  /** It was right: all before it are forgotten. */
  forget(target: string): Promise<void>;
  /** Forgets what is a day old. */
  sweep(now: Date): Promise<void>;
}

const firstWaitSeconds = 30;
const forgottenAfterMs = 24 * 3600 * 1000;

/** Each wait is twice the one before. While one lasts nothing is counted, so that nobody can lengthen another's. */
const beginGuess: Statement = {
  name: 'guess_begin',
  text: `
INSERT INTO guesses AS g (target, failures, last_at) VALUES ($1, 1, $2)
ON CONFLICT (target) DO UPDATE SET
  failures = CASE WHEN g.last_at > $6 THEN g.failures + 1 ELSE 1 END,
  last_at = $2,
  locked_until = CASE WHEN g.last_at > $6 AND g.failures + 1 >= $3
    THEN $2::timestamptz + least($5, $4 * 2 ^ least(g.failures + 1 - $3, 20)) * interval '1 second' END
WHERE g.locked_until IS NULL OR g.locked_until <= $2
RETURNING g.locked_until IS NOT NULL AS locks`,
};
const readLock: Statement = {
  name: 'guess_lock',
  text: 'SELECT extract(epoch FROM locked_until - $2)::float8 AS seconds FROM guesses WHERE target = $1',
};

const forgottenBefore = (now: Date) => new Date(now.getTime() - forgottenAfterMs);

export function createGuessStore(database: Database, { freeMax, waitSecondsMax }: GuessLimits): GuessStore {
  const { kysely } = database;
  return {
    async begin(target, now) {
      const values = [target, now, freeMax, firstWaitSeconds, waitSecondsMax, forgottenBefore(now)];
      const [counted] = await database.query<{ locks: boolean }>(beginGuess, values);
      if (counted) return { kind: 'counted', locks: counted.locks };
      const [lock] = await database.query<{ seconds: number | null }>(readLock, [target, now]);
      return { kind: 'locked', waitSeconds: Math.max(1, Math.ceil(lock?.seconds ?? 1)) };
    },
    async forget(target) {
      await kysely.deleteFrom('guesses').where('target', '=', target).execute();
    },
    async sweep(now) {
      await kysely.deleteFrom('guesses').where('last_at', '<=', forgottenBefore(now)).execute();
    },
  };
}
