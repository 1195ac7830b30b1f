// Access tokens by webhook: one is asked for once, however many wait for it, and kept until shortly before it expires.
// Promises: a refused token is asked for anew once; an endpoint that fails, and a receiver that refuses every token, are not
// asked over and over. Each server keeps its own; nothing of it is stored or logged.
import { readTokenAnswer, tokenRequest } from '../domain/access-token.ts';
import { limit } from '../domain/limits.ts';
import type { OAuth2 } from '../domain/oauth2.ts';
import type { Clock } from '../lib/clock.ts';
import { createRecent } from '../lib/recent.ts';
import type { OutgoingRequest, TokenSource } from './post.ts';
import { userAgent } from './prepare.ts';
import type { SendResult } from './send.ts';
import type { SendFailure } from './send-failure.ts';

export type TokenResult =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'none'; readonly error: 'auth' | 'aborted'; readonly message: string };

/** For a request that needs a token. */
export type TokenRequest = OutgoingRequest & { readonly token: TokenSource };

export interface Tokens {
  /** Of a request that is `fresh`, a token that nobody had before. */
  get(request: TokenRequest): Promise<TokenResult>;
  /** Another token, after the receiver answered 401 to this one; null where that helps nothing. */
  renew(request: TokenRequest, refused: string): Promise<TokenResult> | null;
  /** The receiver answered 401 to a renewed token too. */
  renewedInVain(request: TokenRequest): void;
}

export interface TokensOptions {
  readonly send: (request: OutgoingRequest) => Promise<SendResult>;
  readonly clock: Clock;
}

interface Held {
  readonly token: string;
  readonly from: number;
  readonly until: number;
}

/** What is known of the tokens of one webhook. */
interface Entry {
  auth: OAuth2;
  held: Held | null;
  asking: Promise<TokenResult> | null;
  failed: { readonly result: TokenResult; readonly at: number } | null;
  inVainAt: number | null;
}

/** A token is not used in its last 30 seconds, or in the last fifth of a short life: it must still be good on arrival. */
const marginMsMax = 30_000;
const marginShare = 0.2;
/** What waits behind a failing endpoint gets its answer; user accounts are locked by those who ask too often. */
const failurePauseMs = 1_000;
const inVainPauseMs = 10_000;

/** False also when somebody set the clock back. */
const isWithin = (now: number, from: number, ms: number) => now >= from && now < from + ms;

export function createTokens({ send, clock }: TokensOptions): Tokens {
  const entries = createRecent<string, Entry>(limit('access_tokens_kept_max'));

  /** Other credentials begin anew: what was got for those before them is forgotten. */
  function entryOf({ webhookId, auth }: TokenSource): Entry {
    const known = entries.get(webhookId);
    if (known !== undefined && isSame(known.auth, auth)) {
      known.auth = auth;
      return known;
    }
    const entry: Entry = { auth, held: null, asking: null, failed: null, inVainAt: null };
    entries.set(webhookId, entry);
    return entry;
  }

  async function ask(request: TokenRequest, keep: (held: Held) => void): Promise<TokenResult> {
    const { auth } = request.token;
    const from = clock.now();
    const { headers: own, body } = tokenRequest(auth);
    const headers = [['user-agent', userAgent] as const, ...own];
    const result = await send({ ...request, url: auth.tokenUrl, headers, body, token: null, inbox: null });
    if (result.kind === 'failed') return noToken(result);
    const answer = readTokenAnswer(result);
    if (answer.kind === 'none') return none(`The token endpoint ${answer.reason}`);
    const margin = Math.min(marginMsMax, answer.lifetimeMs * marginShare);
    keep({ token: answer.token, from, until: from + answer.lifetimeMs - margin });
    return { kind: 'token', token: answer.token };
  }

  async function askFor(entry: Entry, request: TokenRequest): Promise<TokenResult> {
    try {
      const result = await ask(request, (held) => {
        entry.held = held;
      });
      entry.failed = result.kind === 'none' ? { result, at: clock.now() } : null;
      return result;
    } finally {
      entry.asking = null;
    }
  }

  async function get(request: TokenRequest): Promise<TokenResult> {
    if (request.fresh === true) return ask(request, () => {});
    const entry = entryOf(request.token);
    const { held, failed } = entry;
    const now = clock.now();
    if (held !== null && isWithin(now, held.from, held.until - held.from)) {
      return { kind: 'token', token: held.token };
    }
    if (failed !== null && isWithin(now, failed.at, failurePauseMs)) return failed.result;
    entry.asking ??= askFor(entry, request);
    return entry.asking;
  }

  return {
    get,
    renew(request, refused) {
      const entry = entryOf(request.token);
      const isVain = entry.inVainAt !== null && isWithin(clock.now(), entry.inVainAt, inVainPauseMs);
      if (request.fresh === true || isVain) return null;
      if (entry.held?.token === refused) entry.held = null;
      return get(request);
    },
    renewedInVain({ token }) {
      entryOf(token).inVainAt = clock.now();
    },
  };
}

function isSame(one: OAuth2, other: OAuth2): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

const none = (message: string): TokenResult => ({
  kind: 'none',
  error: 'auth',
  message: `No access token. ${message}`,
});

/** What is said of receivers is said of the endpoint here. */
export function noToken({ error, message }: SendFailure): TokenResult {
  if (error === 'aborted') return { kind: 'none', error, message };
  const words = message.replaceAll('the receiver', 'it').replaceAll('The receiver', 'It');
  return none(`Asking the token endpoint failed: ${words}`);
}
