// What a tail told and nobody took yet: of each delivery the last that was said, and of no more than a bounded number.
import type { Delivery } from '../../api/types.ts';
import type { News } from './live-rows.ts';

export interface Collected {
  told(delivery: Delivery): void;
  left(id: string): void;
  missed(): void;
  isEmpty(): boolean;
  look(): News;
  /** What was collected; from then on it begins anew. */
  take(): News;
}

export const collectedMax = 1_000;

export function collectNews(): Collected {
  let deliveries = new Map<string, Delivery>();
  let gone = new Set<string>();
  let isMissed = false;
  const look = (): News => ({ told: [...deliveries.values()], left: [...gone], isMissed });

  /** The oldest is let go. */
  function bound(all: Map<string, unknown> | Set<string>): void {
    if (all.size <= collectedMax) return;
    const [oldest] = all.keys();
    if (oldest !== undefined) all.delete(oldest);
    isMissed = true;
  }

  return {
    told(delivery) {
      gone.delete(delivery.id);
      deliveries.delete(delivery.id);
      deliveries.set(delivery.id, delivery);
      bound(deliveries);
    },
    left(id) {
      deliveries.delete(id);
      gone.add(id);
      bound(gone);
    },
    missed() {
      isMissed = true;
    },
    isEmpty: () => deliveries.size === 0 && gone.size === 0 && !isMissed,
    look,
    take() {
      const taken = look();
      [deliveries, gone, isMissed] = [new Map(), new Set(), false];
      return taken;
    },
  };
}
