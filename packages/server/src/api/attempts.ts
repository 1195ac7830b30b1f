// How often one address may be wrong about who it is, whatever it tries: beside the wait of each account, which somebody who
// tries one password at many accounts never meets. Callers on this very machine are not counted: they need no guesses.
import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import { Refusal } from '../domain/errors.ts';
import { limit } from '../domain/limits.ts';
import { createBuckets } from '../lib/buckets.ts';
import type { Clock } from '../lib/clock.ts';
import { isLocalCaller } from './local-caller.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the body proves can be guessed at. */
    attempt?: true;
  }
}

export interface Attempts {
  /** An onRequest hook: an attempt counts before it is judged, so that many at once are not one. */
  count(request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void;
  /** An onResponse hook: one that was right did not count. */
  judge(request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void;
}

export function createAttempts({ clock }: { readonly clock: Clock }): Attempts {
  const size = limit('sign_in_attempts_per_minute_max');
  const buckets = createBuckets({ perSecond: size / 60, size, namesMax: limit('rates_kept_max') });
  const counts = (request: FastifyRequest) =>
    request.routeOptions.config.attempt === true && !isLocalCaller(request);
  return {
    count(request, _reply, done) {
      if (!counts(request)) return done();
      const taken = buckets.take(networkOf(request.ip), clock.now());
      if (taken.kind === 'taken') return done();
      done(new Refusal('too_many_attempts', { retryAfterSeconds: Math.ceil(taken.waitMs / 1000) }));
    },
    judge(request, reply, done) {
      if (reply.statusCode < 400 && counts(request)) buckets.giveBack(networkOf(request.ip));
      done();
    },
  };
}

/** Whoever has one IPv6 address has 2^64 of them. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail = ''] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const zeros = address.includes('::') ? Math.max(0, 8 - groups.length - after.length) : 0;
  return [...groups, ...Array<string>(zeros).fill('0'), ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
