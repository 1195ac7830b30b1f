// What a live key costs and leaves behind: each has a rate, and its last use is noted. On the way of every event: two looks
// into maps, no query, and headers only when they tell something.
import type { FastifyReply } from 'fastify';
import { hasExpired, type KnownKey } from '../domain/api-key.ts';
import { Refusal } from '../domain/errors.ts';
import { limit } from '../domain/limits.ts';
import { createBuckets } from '../lib/buckets.ts';
import type { Clock } from '../lib/clock.ts';
import type { LastUse } from '../store/last-use.ts';

export interface KeyAdmission {
  isLive(key: KnownKey): boolean;
  /** Counts a request of a live key. @throws Refusal `rate_limited` */
  admit(key: KnownKey, reply: FastifyReply): void;
}

export interface KeyAdmissionOptions {
  readonly clock: Clock;
  /** null: without limit. */
  readonly requestsPerSecond: number | null;
  readonly keyUse: Pick<LastUse, 'note'>;
}

export function createKeyAdmission({ clock, requestsPerSecond, keyUse }: KeyAdmissionOptions): KeyAdmission {
  const namesMax = limit('rates_kept_max');
  const rates =
    requestsPerSecond === null
      ? null
      : createBuckets({ perSecond: requestsPerSecond, size: requestsPerSecond, namesMax });

  function count(key: KnownKey, perSecond: number, reply: FastifyReply): void {
    const taken = rates?.take(key.id, clock.now());
    if (taken === undefined || (taken.kind === 'taken' && taken.left * 2 >= perSecond)) return;
    const left = taken.kind === 'taken' ? taken.left : 0;
    const fullInSeconds = Math.ceil((perSecond - left) / perSecond);
    reply.header('ratelimit-limit', perSecond);
    reply.header('ratelimit-remaining', left);
    reply.header('ratelimit-reset', fullInSeconds);
    if (taken.kind === 'taken') return;
    const retryAfterSeconds = Math.max(1, Math.ceil(taken.waitMs / 1000));
    throw new Refusal('rate_limited', { limit: perSecond, retryAfterSeconds });
  }

  return {
    isLive: (key) => !hasExpired(key, clock.now()),
    admit(key, reply) {
      if (requestsPerSecond !== null) count(key, requestsPerSecond, reply);
      keyUse.note(key.id);
    },
  };
}
