// A replay: deliveries that are sent again as one durable job. Pure.
import type { DeliveryState } from './delivery.ts';
import type { DeliveryFilter } from './delivery-filter.ts';

export const replayStates = ['running', 'paused', 'done', 'cancelled'] as const;
export type ReplayState = (typeof replayStates)[number];
/** `missed`: events that the webhook would get now and has no delivery of. */
export const recoverable = ['failed', 'cancelled', 'succeeded', 'missed'] as const;
export type Recoverable = (typeof recoverable)[number];
/** Why a delivery was not sent again. */
export type SkipReason = 'in_progress' | 'webhook_disabled' | 'webhook_deleted' | 'not_found';

/** What a replay goes through, one after the other. */
export interface ReplayWork {
  /** Deliveries that are looked for; null: none, or those of `ids`. */
  readonly filter: DeliveryFilter | null;
  readonly ids: readonly string[];
  /** Events that are looked through for what the webhook missed. */
  readonly missed: { readonly webhookId: string; readonly from: Date; readonly to: Date } | null;
}

/** What a recovery of a webhook goes through. */
export function recoveryOf(
  webhookId: string,
  from: Date,
  to: Date,
  status: readonly Recoverable[],
): ReplayWork {
  const states = status.filter((one): one is Exclude<Recoverable, 'missed'> => one !== 'missed');
  return {
    filter: states.length === 0 ? null : { webhookId, states: states as readonly DeliveryState[], from, to },
    ids: [],
    missed: status.includes('missed') ? { webhookId, from, to } : null,
  };
}

const chunkMax = 200;

/** How many are sent at once, and how long it is until the next ones may be. */
export function pace(perSecond: number): { readonly count: number; readonly waitMs: number } {
  const count = Math.min(chunkMax, Math.max(1, Math.floor(perSecond / 2)));
  return { count, waitMs: (count / perSecond) * 1000 };
}
