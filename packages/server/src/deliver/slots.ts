// How many deliveries this node may hold at once, by number and by bytes: the back-pressure of everything that leases.
// A delivery is held from before its lease is written until its attempt is recorded, so what is held in memory and what is
// leased in the database can be compared at any time.

export interface Slots {
  /** Before a lease is written. False when no slot is free, or the delivery is held already. */
  hold(deliveryId: string, bytes: number): boolean;
  /** Keeps free slots for what a claim may bring, until `take` is called with it. */
  promise(count: number): void;
  /** Ends the promise: holds what was claimed, and answers what cannot be held because it is already. */
  take(claimed: readonly { readonly id: string; readonly bytes: number }[]): ReadonlySet<string>;
  free(deliveryId: string): void;
  held(): readonly string[];
  readonly available: number;
  readonly bytesAvailable: number;
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
  let promised = 0;

  function add(deliveryId: string, bytes: number): boolean {
    if (bytesOf.has(deliveryId)) return false;
    bytesOf.set(deliveryId, bytes);
    bytesHeld += bytes;
    return true;
  }

  return {
    hold(deliveryId, bytes) {
      const full = bytesOf.size + promised >= countMax || (bytesHeld > 0 && bytesHeld + bytes > bytesMax);
      return !full && add(deliveryId, bytes);
    },
    promise(count) {
      promised = count;
    },
    take(claimed) {
      promised = 0;
      return new Set(claimed.filter(({ id, bytes }) => !add(id, bytes)).map(({ id }) => id));
    },
    free(deliveryId) {
      const bytes = bytesOf.get(deliveryId);
      if (bytes === undefined) return;
      bytesOf.delete(deliveryId);
      bytesHeld -= bytes;
      onFree();
    },
    held: () => [...bytesOf.keys()],
    get available() {
      return bytesHeld >= bytesMax ? 0 : countMax - bytesOf.size - promised;
    },
    get bytesAvailable() {
      return Math.max(0, bytesMax - bytesHeld);
    },
  };
}
