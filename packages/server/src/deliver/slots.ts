// How many deliveries this node may hold at once, by number and by bytes: the back-pressure of everything that leases.
// A delivery is held from before its lease is written until its attempt is recorded, so what is held in memory and what is
// leased in the database can be compared at any time.
// No webhook may hold more than are free: one that does not answer has half of them at most, two a third each, and something
// is always left for the others.

/** What takes a slot. */
export interface Holding {
  readonly id: string;
  readonly webhookId: string;
  readonly bytes: number;
}

export interface Slots {
  /** Before a lease is written. False when no slot is free for its webhook, or the delivery is held already. */
  hold(delivery: Holding): boolean;
  /** Keeps free slots for what a claim may bring, until `take` is called with it. */
  promise(count: number): void;
  /** Ends the promise: holds what was claimed, and answers what cannot be held because it is already. */
  take(claimed: readonly Holding[]): ReadonlySet<string>;
  free(deliveryId: string): void;
  held(): readonly string[];
  /**
   * How many more of each webhook may be claimed, for those that hold any. None for one that has less room than a quarter of
   * its share: its backlog is taken in batches, not one by one.
   */
  room(): ReadonlyMap<string, number>;
  /** The same for one. */
  roomOf(webhookId: string): number;
  readonly available: number;
  readonly bytesAvailable: number;
  /** How many more fit by their bytes if they are like those that are held; one at least. */
  readonly likelyMore: number;
}

export interface SlotsOptions {
  readonly countMax: number;
  readonly bytesMax: number;
  /** Called after a slot of the webhook became free. */
  readonly onFree: (webhookId: string) => void;
}

/** Part of a webhook's share that must be free before more is claimed for it. */
const roomShare = 4;

export function createSlots({ countMax, bytesMax, onFree }: SlotsOptions): Slots {
  const holdings = new Map<string, Holding>();
  const countOf = new Map<string, number>();
  let bytesHeld = 0;
  let promised = 0;

  const freeCount = () => countMax - holdings.size - promised;

  function add(delivery: Holding): boolean {
    if (holdings.has(delivery.id)) return false;
    holdings.set(delivery.id, delivery);
    countOf.set(delivery.webhookId, (countOf.get(delivery.webhookId) ?? 0) + 1);
    bytesHeld += delivery.bytes;
    return true;
  }

  function roomOf(webhookId: string): number {
    const count = countOf.get(webhookId) ?? 0;
    const more = Math.ceil((freeCount() - count) / 2);
    return more > 0 && more * roomShare >= count + more ? more : 0;
  }

  return {
    hold(delivery) {
      const free = freeCount();
      if (free <= (countOf.get(delivery.webhookId) ?? 0)) return false;
      if (bytesHeld > 0 && bytesHeld + delivery.bytes > bytesMax) return false;
      return add(delivery);
    },
    promise(count) {
      promised = count;
    },
    take(claimed) {
      promised = 0;
      return new Set(claimed.filter((delivery) => !add(delivery)).map(({ id }) => id));
    },
    free(deliveryId) {
      const delivery = holdings.get(deliveryId);
      if (delivery === undefined) return;
      const { webhookId, bytes } = delivery;
      holdings.delete(deliveryId);
      bytesHeld -= bytes;
      const left = (countOf.get(webhookId) ?? 0) - 1;
      if (left > 0) countOf.set(webhookId, left);
      else countOf.delete(webhookId);
      onFree(webhookId);
    },
    held: () => [...holdings.keys()],
    room: () => new Map([...countOf.keys()].map((webhookId) => [webhookId, roomOf(webhookId)])),
    roomOf,
    get available() {
      return bytesHeld >= bytesMax ? 0 : freeCount();
    },
    get bytesAvailable() {
      return Math.max(0, bytesMax - bytesHeld);
    },
    get likelyMore() {
      const bytesEach = bytesHeld / Math.max(1, holdings.size);
      return bytesEach === 0
        ? Number.MAX_SAFE_INTEGER
        : Math.max(1, Math.floor((bytesMax - bytesHeld) / bytesEach));
    },
  };
}
