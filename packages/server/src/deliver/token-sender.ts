// Sends requests that need an access token with one; all others go straight through.
// Promises: the time limit of a request covers getting its token; after a 401 of the receiver it is sent once more with a new
// token, and never a third time; that no token could be got is an outcome like any other (`auth`).
import type { Clock } from '../lib/clock.ts';
import type { OutgoingRequest, Sender, SendResult } from './send.ts';
import { describeTimeout } from './send-failure.ts';
import { createTokens, noToken, type TokenRequest, type TokenResult } from './tokens.ts';

type Failed = Extract<SendResult, { kind: 'failed' }>;
type NoToken = Exclude<TokenResult, { kind: 'token' }>;

export function createTokenSender(sender: Sender, clock: Clock): Sender {
  const tokens = createTokens({ send: (request) => sender.send(request), clock });

  async function sendWithToken(request: TokenRequest, signal?: AbortSignal): Promise<SendResult> {
    const startedAt = performance.now();
    const spentMs = () => performance.now() - startedAt;
    const withToken = async (token: string) => {
      const tokenMs = spentMs();
      const headers = [...request.headers, ['authorization', `Bearer ${token}`] as const];
      const timeoutMs = leftOf(request.timeoutMs - tokenMs);
      const result = await sender.send({ ...request, headers, timeoutMs, token: null }, signal);
      return since(tokenMs, withoutToken(result, token));
    };
    const wait = (token: Promise<TokenResult>) =>
      within(token, request.timeoutMs - spentMs(), request.timeoutMs);

    const first = await wait(tokens.get(request));
    if (first.kind === 'none') return notSent(request, first, spentMs());
    const result = await withToken(first.token);
    const renewing =
      isRefused(result) && spentMs() < request.timeoutMs ? tokens.renew(request, first.token) : null;
    if (renewing === null) return result;
    const second = await wait(renewing);
    if (second.kind === 'none') return refused(result, second, spentMs());
    // Sent again it would be refused again.
    const last = second.token === first.token ? result : await withToken(second.token);
    if (isRefused(last)) tokens.renewedInVain(request);
    return last;
  }

  return {
    send: (request, signal) =>
      needsToken(request) ? sendWithToken(request, signal) : sender.send(request, signal),
    size: () => sender.size(),
    stop: () => sender.stop(),
  };
}

const needsToken = (request: OutgoingRequest): request is TokenRequest => request.token !== null;

/** In tenths of a second, for whoever reads that nothing came within it. */
const leftOf = (ms: number) => Math.max(100, Math.floor(ms / 100) * 100);

const isRefused = (result: SendResult) => result.kind === 'answered' && result.status === 401;

/** The one who asked for the token knows better why it did not come, so he is heard first. */
const graceMs = 25;

/** Whoever waits for a token that others asked for has a time limit of its own. */
function within(token: Promise<TokenResult>, limitMs: number, wholeLimitMs: number): Promise<TokenResult> {
  return new Promise((resolve, reject) => {
    const late = () => resolve(noToken(describeTimeout('headers', wholeLimitMs)));
    const timer = setTimeout(late, Math.max(0, limitMs) + graceMs);
    token.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** A shorter one is no secret, and may stand in an answer by chance. */
const secretCharactersMin = 8;

/** Some receivers answer what they got, and answers are kept. */
function withoutToken(result: SendResult, token: string): SendResult {
  if (result.kind !== 'answered' || token.length < secretCharactersMin) return result;
  const { body, headers } = result;
  const clean = (text: string) => text.replaceAll(token, '[redacted]');
  return {
    ...result,
    headers: headers.map(([name, value]) => [name, clean(value)]),
    body: body.includes(token) ? Buffer.from(clean(body.toString('latin1')), 'latin1') : body,
  };
}

function since(tokenMs: number, result: SendResult): SendResult {
  const { totalMs, firstByteMs, opening } = result.timing;
  const firstByte = firstByteMs === null ? null : firstByteMs + tokenMs;
  return { ...result, timing: { totalMs: totalMs + tokenMs, firstByteMs: firstByte, tokenMs, opening } };
}

function notSent(request: OutgoingRequest, { error, message }: NoToken, totalMs: number): Failed {
  return {
    kind: 'failed',
    error,
    message,
    status: null,
    sentHeaders: request.headers,
    requestSent: false,
    timing: { totalMs, firstByteMs: null, tokenMs: totalMs, opening: null },
  };
}

function refused(result: SendResult, { error, message }: NoToken, totalMs: number): Failed {
  const said = error === 'aborted' ? message : `The receiver answered 401 to the token it had. ${message}`;
  return {
    kind: 'failed',
    error,
    message: said,
    status: result.status,
    sentHeaders: result.sentHeaders,
    requestSent: true,
    timing: { ...result.timing, totalMs },
  };
}
