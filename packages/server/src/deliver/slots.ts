// How many deliveries this node may hold at once, by number and by bytes: the back-pressure of everything that leases.
// A delivery is held from before its lease is written until its attempt is recorded, so what is held in memory and what is
// leased in the database can be compared at any time.

export interface Slots {
  /** False when no slot is free, or the delivery is held already. */
  hold(deliveryId: string, bytes: number): boolean;
  free(deliveryId: string): void;
  has(deliveryId: string): boolean;
  held(): readonly string[];
  readonly available: number;
}

export interface SlotsOptions {
  readonly countMax: number;
  readonly bytesMax: number;
  /** Called after a slot became free. */
  readonly onFree: () => void;
}

export function createSlots({ countMax, bytesMax, onFree }: SlotsOptions): Slots {
  const bytesOf = new Map<string, number>();
  let bytesHeld = 0;
  return {
    hold(deliveryId, bytes) {
      const full = bytesOf.size >= countMax || (bytesHeld > 0 && bytesHeld + bytes > bytesMax);
      if (full || bytesOf.has(deliveryId)) return false;
      bytesOf.set(deliveryId, bytes);
      bytesHeld += bytes;
      return true;
    },
    free(deliveryId) {
      const bytes = bytesOf.get(deliveryId);
      if (bytes === undefined) return;
      bytesOf.delete(deliveryId);
      bytesHeld -= bytes;
      onFree();
    },
    has: (deliveryId) => bytesOf.has(deliveryId),
    held: () => [...bytesOf.keys()],
    get available() {
      return bytesHeld >= bytesMax ? 0 : countMax - bytesOf.size;
    },
  };
}
