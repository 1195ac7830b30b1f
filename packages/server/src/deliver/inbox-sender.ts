// Hands what goes to a test inbox of this server over inside; all else goes straight through. So the guard need not open an
// address, and it works behind any proxy and on any node (decision 0022).
// Promises: the time limit, an abort and a stop end it like any other request; it never throws.
import type { OwnArrival, Received, ToldAnswer } from '../domain/inbox.ts';
import { type HeaderList, headersOf, type InboxTarget, type OutgoingRequest } from './post.ts';
import type { Sender, SendResult } from './send.ts';
import { describeTimeout, type SendFailure } from './send-failure.ts';

export interface InboxReceiver {
  receive(inboxId: string, arrival: OwnArrival): Promise<Received>;
}

type ToInbox = OutgoingRequest & { readonly inbox: InboxTarget };

export function createInboxSender(sender: Sender, receiver: InboxReceiver): Sender {
  const live = new Set<() => void>();

  async function handOver(request: ToInbox, signal?: AbortSignal): Promise<SendResult> {
    const startedAt = performance.now();
    const { host, pathname, search } = new URL(request.url);
    const headers = headersOf(request, host).sent;
    const { id, webhook, type } = request.inbox;
    const arrival = { method: 'POST', path: pathname + search, headers, body: request.body, webhook, type };
    const spentMs = () => performance.now() - startedAt;
    const received = await receiver.receive(id, arrival).catch(() => null);
    if (received === null) return failed(notKept, headers, spentMs());
    if (received.kind === 'gone') return failed(noInbox, headers, spentMs());
    const cut = await wait(received.delayMs, request.timeoutMs - spentMs(), signal);
    switch (cut) {
      case 'time is up':
        return failed(describeTimeout('headers', request.timeoutMs), headers, spentMs());
      case 'aborted':
        return failed({ error: 'aborted', message: 'The request was cancelled' }, headers, spentMs());
      case null:
        return answered(received, headers, spentMs());
    }
  }

  /** Answers what ended it before the delay was over; null: nothing did. */
  function wait(
    delayMs: number,
    leftMs: number,
    signal: AbortSignal | undefined,
  ): Promise<'time is up' | 'aborted' | null> {
    const { promise, resolve } = Promise.withResolvers<'time is up' | 'aborted' | null>();
    const inTime = delayMs <= leftMs;
    const timer = setTimeout(
      () => resolve(inTime ? null : 'time is up'),
      Math.max(0, Math.min(delayMs, leftMs)),
    );
    const abort = () => resolve('aborted');
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    live.add(abort);
    return promise.finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      live.delete(abort);
    });
  }

  return {
    send: (request, signal) =>
      goesToInbox(request) ? handOver(request, signal) : sender.send(request, signal),
    size: () => sender.size(),
    stop: async () => {
      for (const abort of live) abort();
      await sender.stop();
    },
  };
}

const goesToInbox = (request: OutgoingRequest): request is ToInbox => request.inbox !== null;

const noInbox: SendFailure = { error: 'blocked', message: 'There is no such test inbox any more' };
const notKept: SendFailure = { error: 'connect', message: 'The test inbox cannot take it at the moment' };

const timing = (totalMs: number, firstByteMs: number | null) => ({ totalMs, firstByteMs, opening: null });

function failed(failure: SendFailure, sentHeaders: HeaderList, totalMs: number): SendResult {
  const requestSent = failure.error === 'timeout' || failure.error === 'aborted';
  return {
    kind: 'failed',
    ...failure,
    status: null,
    sentHeaders,
    requestSent,
    timing: timing(totalMs, null),
  };
}

function answered(
  { status, headers, body }: ToldAnswer,
  sentHeaders: HeaderList,
  totalMs: number,
): SendResult {
  const length = ['content-length', String(body.length)] as const;
  return {
    kind: 'answered',
    status,
    headers: [...headers, length],
    body,
    bodyTruncated: false,
    sentHeaders,
    timing: timing(totalMs, totalMs),
  };
}
