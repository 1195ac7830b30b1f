// Sends one POST and tells what came of it. Never throws, never follows a redirect, never decompresses, knows no proxy.
// Promises: one time limit over name, connection, TLS, headers and body together; at most `responseBytesMax` of the
// body are read; a request on a kept-alive connection that the peer was just closing is sent once more, unnoticed.
import { createSecureContext, getCACertificates } from 'node:tls';
import { limit } from '../domain/limits.ts';
import { type Connection, Connections } from './connections.ts';
import type { Guard } from './guard.ts';
import { type OutgoingRequest, Post, type Reach, type SendResult, type Target } from './post.ts';
import type { SendFailure } from './send-failure.ts';
import { createSecureContexts } from './tls-identity.ts';

export type { HeaderList, OutgoingRequest, SendResult } from './post.ts';

export interface SenderOptions {
  readonly guards: Readonly<Record<Reach, Guard>>;
  readonly connectionsPerOrigin: number;
  readonly responseBytesMax: number;
  /** Idle connections over all origins; the least recently used are closed above it. */
  readonly idleConnectionsMax?: number;
  readonly idleMs?: number;
  readonly connectionAgeMsMax?: number;
  /** Certificates (PEM) of authorities that are trusted besides the usual ones. */
  readonly authorities?: readonly string[];
}

export interface Sender {
  send(request: OutgoingRequest, signal?: AbortSignal): Promise<SendResult>;
  /** For metrics: connections, idle or not, and origins that have any. */
  size(): { readonly connections: number; readonly origins: number };
  /** Cuts all connections; requests on their way end as `aborted`. */
  stop(): Promise<void>;
}

const idleMsMax = 60_000;
const targetsMax = 10_000;

type Judged =
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'refused'; readonly message: string };

/** One guard and one way to verify: what a request needs to find its target and its connection. */
class Lane {
  readonly connections: Connections;
  readonly #guard: Guard;
  readonly #targets = new Map<string, Judged>();

  constructor(guard: Guard, connections: Connections) {
    this.#guard = guard;
    this.connections = connections;
  }

  /** Parsing and judging a URL costs more than the rest of a send; most URLs come again and again. */
  target(url: string): Judged {
    const known = this.#targets.get(url);
    if (known !== undefined) return known;
    if (this.#targets.size >= targetsMax) this.#targets.clear();
    const target = this.#judge(url);
    this.#targets.set(url, target);
    return target;
  }

  #judge(text: string): Judged {
    const verdict = this.#guard.checkUrl(text);
    if (verdict.kind === 'refused') {
      const message =
        verdict.reason === 'forbidden_address' ? 'The address is not allowed' : 'The URL cannot be sent to';
      return { kind: 'refused', message };
    }
    const { origin, host, pathname, search } = new URL(verdict.url);
    return { kind: 'target', target: { origin, host, path: pathname + search } };
  }
}

const notStarted = (request: OutgoingRequest, failure: SendFailure): SendResult => ({
  kind: 'failed',
  ...failure,
  status: null,
  sentHeaders: request.headers,
  requestSent: false,
  timing: { totalMs: 0, firstByteMs: null, opening: null },
});

type Lanes = Readonly<Record<Reach, { readonly verified: Lane; readonly unverified: Lane }>>;

function createLanes(options: SenderOptions): Lanes {
  const { authorities = [] } = options;
  const ca = authorities.length === 0 ? {} : { ca: [...getCACertificates('default'), ...authorities] };
  const secureContext = createSecureContext(ca);
  const secureContexts = createSecureContexts(limit('tls_contexts_kept_max'));
  const idle = new Set<Connection>();
  const lane = (guard: Guard, verifyTls: boolean) => {
    const connections = new Connections({
      guard,
      verifyTls,
      secureContext,
      secureContexts,
      perOrigin: options.connectionsPerOrigin,
      idleMs: options.idleMs ?? 4_000,
      idleMsMax,
      ageMsMax: options.connectionAgeMsMax ?? 300_000,
      idle,
      idleMax: options.idleConnectionsMax ?? 1_000,
    });
    return new Lane(guard, connections);
  };
  const both = (guard: Guard) => ({ verified: lane(guard, true), unverified: lane(guard, false) });
  return { public: both(options.guards.public), 'loopback-too': both(options.guards['loopback-too']) };
}

export function createSender(options: SenderOptions): Sender {
  const lanes = createLanes(options);
  const all = Object.values(lanes).flatMap(({ verified, unverified }) => [verified, unverified]);
  const live = new Set<Post>();
  let stopped = false;
  return {
    send: (request, signal) =>
      new Promise((resolve) => {
        if (stopped)
          return resolve(notStarted(request, { error: 'aborted', message: 'Signpost is stopping' }));
        const lane = lanes[request.addresses][request.verifyTls ? 'verified' : 'unverified'];
        const judged = lane.target(request.url);
        if (judged.kind === 'refused') {
          return resolve(notStarted(request, { error: 'blocked', message: judged.message }));
        }
        const { connections } = lane;
        const deps = { connections, live, responseBytesMax: options.responseBytesMax };
        new Post(deps, judged.target, request, resolve).start(signal);
      }),
    size: () =>
      all.reduce(
        (sum, { connections: { size } }) => ({
          connections: sum.connections + size.connections,
          origins: sum.origins + size.origins,
        }),
        { connections: 0, origins: 0 },
      ),
    stop: async () => {
      stopped = true;
      const closed = all.map(({ connections }) => connections.stop());
      for (const post of live) post.abort('Signpost is stopping');
      await Promise.all(closed);
    },
  };
}
