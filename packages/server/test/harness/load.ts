// Senders that post events one after the other, as fast as they are answered, and remember what they were told of each.
// They go on through every failure: a server that is down costs them a short pause.
import { setTimeout as pause } from 'node:timers/promises';
import { until } from './until.ts';

export interface Load {
  /** Ids that were answered 202: these must arrive. */
  readonly accepted: ReadonlySet<string>;
  /** Answers other than 202, by status. */
  readonly refused: ReadonlyMap<number, number>;
  /** Posts that got no answer: they may or may not have been stored. */
  readonly unanswered: number;
  /** The longest time that an answer took so far, in milliseconds. */
  readonly slowestMs: number;
  /** Resolves when so many more were accepted. */
  acceptedMore(count: number, withinMs?: number): Promise<void>;
  stop(): Promise<void>;
}

export interface LoadTarget {
  /** Where the server is now: it may move when it is started again. */
  readonly events: () => string;
  readonly key: string;
  readonly senders: number;
  readonly content?: string;
}

const failurePauseMs = 20;
const answerMsMax = 60_000;

export function startLoad({ events, key, senders, content = '{"name":"Ada"}' }: LoadTarget): Load {
  const accepted = new Set<string>();
  const refused = new Map<number, number>();
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  let unanswered = 0;
  let slowestMs = 0;
  let stopped = false;

  async function post(ownId: string | null): Promise<boolean> {
    const id = ownId === null ? '' : `"id":"${ownId}",`;
    const body = `{${id}"type":"signer.signed","content":${content}}`;
    const startedAt = performance.now();
    const signal = AbortSignal.timeout(answerMsMax);
    const response = await fetch(events(), { method: 'POST', headers, body, signal });
    const text = await response.text();
    slowestMs = Math.max(slowestMs, performance.now() - startedAt);
    if (response.status === 202) accepted.add((JSON.parse(text) as { id: string }).id);
    else refused.set(response.status, (refused.get(response.status) ?? 0) + 1);
    return response.status === 202;
  }

  /** Every second event has an id of the sender's, which takes the other way through the store. */
  async function send(sender: number): Promise<void> {
    for (let number = 0; !stopped; number++) {
      const ok = await post(number % 2 === 0 ? `load-${sender}-${number}` : null).catch(() => null);
      if (ok === null) unanswered += 1;
      if (ok !== true) await pause(failurePauseMs);
    }
  }

  const sending = Array.from({ length: senders }, (_, sender) => send(sender));
  return {
    accepted,
    refused,
    get unanswered() {
      return unanswered;
    },
    get slowestMs() {
      return slowestMs;
    },
    acceptedMore: async (count, withinMs = 30_000) => {
      const wanted = accepted.size + count;
      await until(() => accepted.size >= wanted, `${count} more accepted events`, withinMs);
    },
    stop: async () => {
      stopped = true;
      await Promise.all(sending);
    },
  };
}
