// A `fetch` for libraries that ask addresses which tenants name, such as identity providers. Every connection passes the
// address guard, no redirect is followed, and time and size of an answer have limits. Deliveries do not go this way.
import { isIP } from 'node:net';
import { Agent, buildConnector, fetch as undiciFetch } from 'undici';
import { AddressForbidden, type Guard } from './guard.ts';

export interface GuardedFetch {
  readonly fetch: typeof fetch;
  stop(): Promise<void>;
}

export interface GuardedFetchOptions {
  readonly guard: Guard;
  readonly timeoutMs: number;
  readonly responseBytesMax: number;
}

export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const { guard, timeoutMs, responseBytesMax } = options;
  const connect = buildConnector({ timeout: timeoutMs, lookup: guard.lookup } as buildConnector.BuildOptions);
  const agent = new Agent({
    // A literal address meets no lookup, so it is judged here.
    connect: (target, callback) => {
      const host = target.hostname.replace(/^\[(.*)\]$/, '$1');
      if (isIP(host) !== 0 && guard.judge(host).kind === 'forbidden') {
        process.nextTick(callback, new AddressForbidden(), null);
        return;
      }
      connect(target, callback);
    },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: responseBytesMax,
    keepAliveTimeout: 1_000,
  });
  const guarded = (input: unknown, init: object = {}) =>
    undiciFetch(input as string, {
      ...init,
      dispatcher: agent,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
  return { fetch: guarded as unknown as typeof fetch, stop: () => agent.destroy() };
}
