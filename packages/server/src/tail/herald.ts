// Tells those who watch an environment which of its deliveries changed, on whatever node they do. While nobody watches, what
// is recorded costs one look into an empty map.
import type { Cancel, Clock } from '../lib/clock.ts';
import type { Log } from '../observe/log.ts';
import type { TailChannel } from '../store/tail-channel.ts';
import { formatMessage, type TailMessage } from './messages.ts';

export interface Herald {
  /** A delivery was recorded here, or changed by a request. */
  changed(environmentId: number, deliveryId: string): void;
  /** Somebody, on whatever node, watches the environment. */
  watched(environmentId: number): void;
  stop(): Promise<void>;
}

export interface HeraldOptions {
  readonly channel: TailChannel;
  readonly clock: Clock;
  readonly log: Log;
}

/** Who watches says so again in less than half of it. */
const watchedMs = 15_000;
/** What changed is told in one go so often. */
const tellMs = 100;
/** As many ids as one message holds. */
const idsPerMessage = 200;
/** Of one environment; what is more in so short a time is only counted. */
const idsWaitingMax = 2_000;

interface News {
  readonly ids: Set<string>;
  lost: number;
}

export function createHerald({ channel, clock, log }: HeraldOptions): Herald {
  const watchedUntil = new Map<number, number>();
  let news = new Map<number, News>();
  let cancel: Cancel | null = null;
  let telling: Promise<void> = Promise.resolve();

  function newsOf(environmentId: number): News {
    const known = news.get(environmentId);
    if (known) return known;
    const fresh = { ids: new Set<string>(), lost: 0 };
    news.set(environmentId, fresh);
    return fresh;
  }

  function tellSoon(): void {
    cancel ??= clock.after(tellMs, () => {
      cancel = null;
      const messages = [...news].flatMap(([environmentId, told]) => messagesOf(environmentId, told));
      news = new Map();
      // One after another: what cannot be told now must not pile up behind a database that is away.
      telling = telling
        .then(() => channel.tell(messages))
        .catch((error: unknown) => {
          log.debug({ error }, 'live tails were not told of changes');
        });
    });
  }

  return {
    changed(environmentId, deliveryId) {
      const until = watchedUntil.get(environmentId);
      if (until === undefined) return;
      if (until < clock.now()) {
        watchedUntil.delete(environmentId);
        return;
      }
      const told = newsOf(environmentId);
      if (told.ids.size < idsWaitingMax) told.ids.add(deliveryId);
      else told.lost += 1;
      tellSoon();
    },
    watched: (environmentId) => void watchedUntil.set(environmentId, clock.now() + watchedMs),
    async stop() {
      cancel?.();
      watchedUntil.clear();
      await telling;
    },
  };
}

function messagesOf(environmentId: number, { ids, lost }: News): readonly string[] {
  const all = [...ids];
  const messages: TailMessage[] = [];
  for (let at = 0; at < all.length; at += idsPerMessage)
    messages.push({ kind: 'changed', environmentId, ids: all.slice(at, at + idsPerMessage) });
  if (lost > 0) messages.push({ kind: 'lost', environmentId, count: lost });
  return messages.map(formatMessage);
}
