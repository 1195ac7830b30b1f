// The live tails of this process. While there are any of an environment, every node is asked to tell what changes there; when
// the last one ends, nobody tells anything any more.
import { Refusal } from '../domain/errors.ts';
import { limit } from '../domain/limits.ts';
import type { Cancel, Clock } from '../lib/clock.ts';
import type { Log } from '../observe/log.ts';
import type { DeliveryTail } from '../store/delivery-tail.ts';
import type { TailChannel } from '../store/tail-channel.ts';
import { createHerald } from './herald.ts';
import { formatMessage, parseMessage } from './messages.ts';
import { openTail, type Tail, type TailClient, type TailRequest } from './tail.ts';

export interface Tails {
  /**
   * Answers how to close it.
   * @throws Refusal `too_many_tails`
   */
  open(request: TailRequest, client: TailClient): () => void;
  /** A delivery was recorded here, or changed by a request. */
  changed(environmentId: number, deliveryId: string): void;
  /** Something that a node said; null: something may have been missed. */
  hear(message: string | null): void;
  /** Ends every tail. */
  stop(): Promise<void>;
}

export interface TailsOptions {
  readonly store: DeliveryTail;
  readonly channel: TailChannel;
  readonly clock: Clock;
  readonly log: Log;
}

/** Less than half of how long a node remembers it. */
const watchEveryMs = 5_000;

interface Open {
  readonly owner: string;
  readonly environmentId: number;
  readonly tail: Tail;
}

export function createTails({ store, channel, clock, log }: TailsOptions): Tails {
  const herald = createHerald({ channel, clock, log });
  const open = new Set<Open>();
  let cancelWatch: Cancel | null = null;

  const of = (environmentId: number) => [...open].filter((one) => one.environmentId === environmentId);

  function watch(): void {
    cancelWatch?.();
    cancelWatch = null;
    if (open.size === 0) return;
    const environments = new Set([...open].map(({ environmentId }) => environmentId));
    for (const environmentId of environments) herald.watched(environmentId);
    const messages = [...environments].map((environmentId) =>
      formatMessage({ kind: 'watched', environmentId }),
    );
    channel
      .tell(messages)
      .catch((error: unknown) => log.debug({ error }, 'other nodes do not know of live tails'));
    cancelWatch = clock.after(watchEveryMs, watch);
  }

  function admit(owner: string): void {
    const ofOwner = [...open].filter((one) => one.owner === owner).length;
    for (const [name, count] of [
      ['tails_per_caller_max', ofOwner],
      ['tails_max', open.size],
    ] as const)
      if (count >= limit(name)) throw new Refusal('too_many_tails', { limit: limit(name) });
  }

  return {
    open(request, client) {
      admit(request.owner);
      const { owner, environmentId } = request;
      const forget = () => void open.delete(one);
      const ending: TailClient = {
        ...client,
        end: (reason) => {
          forget();
          client.end(reason);
        },
      };
      const one: Open = { owner, environmentId, tail: openTail(request, ending, { store, clock, log }) };
      open.add(one);
      watch();
      return () => {
        forget();
        one.tail.close();
      };
    },
    changed: herald.changed,
    hear(text) {
      if (text === null) {
        for (const { tail } of open) tail.lost(null);
        return watch();
      }
      const message = parseMessage(text);
      switch (message?.kind) {
        case 'watched':
          return herald.watched(message.environmentId);
        case 'changed':
          for (const { tail } of of(message.environmentId)) tail.changed(message.ids);
          return;
        case 'lost':
          for (const { tail } of of(message.environmentId)) tail.lost(message.count);
          return;
        case undefined:
          return;
      }
    },
    async stop() {
      for (const { tail } of [...open]) tail.close();
      cancelWatch?.();
      await herald.stop();
    },
  };
}
