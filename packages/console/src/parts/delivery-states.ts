// The states of deliveries as people know them, against those of the API.
import type { DeliveryFilter } from '../api/events.ts';
import type { DeliveryCounts } from '../api/types.ts';
import type { shownStates } from '../routes.ts';

export type ShownState = (typeof shownStates)[number];

/** For people a delivery that is retried does not wait: for the API it is pending too. */
export function stateOf(shown: ShownState | undefined): Pick<DeliveryFilter, 'status' | 'retrying'> {
  if (shown === 'retrying') return { status: 'pending', retrying: true };
  return shown === 'pending' ? { status: 'pending', retrying: false } : { status: shown };
}

export type Count = DeliveryCounts['all'];

export function countOf(counts: DeliveryCounts, shown: ShownState | 'all'): Count {
  if (shown !== 'pending') return counts[shown];
  const { pending, retrying } = counts;
  return {
    count: Math.max(0, pending.count - retrying.count),
    isEstimate: pending.isEstimate || retrying.isEstimate,
  };
}
