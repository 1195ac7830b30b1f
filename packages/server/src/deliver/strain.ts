// Which webhooks' receivers are in trouble, as this node knows it: what comes for them goes through their lanes, which know
// what they bear. A node finds out by its own attempts, and of what others found out by each look at the queue.
import { retryAfterMs, type Sign, signOf } from '../domain/pace.ts';
import type { Webhook } from '../domain/webhook.ts';
import type { QueueLook, QueueStore } from '../store/queue.ts';
import type { SendResult } from './send.ts';

export interface Strain {
  has(webhookId: string): boolean;
  /** What an attempt says of its receiver; null where its lane need not hear of it. */
  signOf(webhook: Webhook, result: SendResult, askedMs: number | null): Sign | null;
  /** A sign was recorded. */
  note(webhookId: string, sign: Sign | null): void;
  look: QueueStore['look'];
}

export function createStrain(queue: Pick<QueueStore, 'look'>): Strain {
  let strained = new Set<string>();
  /** Grows with each that this node finds out by itself: a look of before does not know of it. */
  let found = 0;
  return {
    has: (webhookId) => strained.has(webhookId),
    /** A lane hears of trouble, of its end, and, where the webhook limits how many run, of each place that became free. */
    signOf({ id, delivery }, result, askedMs) {
      const sign = signOf(result, askedMs);
      return sign.kind !== 'fine' || strained.has(id) || delivery.maxConcurrent !== null ? sign : null;
    },
    note(webhookId, sign) {
      if (sign === null || sign.kind === 'fine') return;
      strained.add(webhookId);
      found += 1;
    },
    async look(full, now): Promise<QueueLook> {
      const before = found;
      const looked = await queue.look(full, now);
      strained = new Set(found === before ? looked.strained : [...strained, ...looked.strained]);
      return looked;
    },
  };
}

/** Milliseconds for which the answer asks to be left alone; null where it asks for nothing, or there is none. */
export const askedBy = (result: SendResult, now: number): number | null =>
  result.kind === 'answered' ? retryAfterMs(result.headers, now) : null;
