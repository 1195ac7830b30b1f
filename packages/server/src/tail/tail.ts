// One live tail: reads what changed as fast as its client takes it, and keeps a bounded number of ids for it meanwhile. What
// does not fit is counted and told as a gap. Each state of a delivery is shown once.
import type { DeliveryFilter } from '../domain/delivery-filter.ts';
import { limit } from '../domain/limits.ts';
import type { Cancel, Clock } from '../lib/clock.ts';
import { lowestIdAt } from '../lib/ids.ts';
import type { Log } from '../observe/log.ts';
import type { DeliveryRecord } from '../store/delivery-history.ts';
import type { DeliveryTail } from '../store/delivery-tail.ts';

export type TailEvent =
  | { readonly kind: 'delivery'; readonly delivery: DeliveryRecord }
  /** It was shown, and is not among what the filter finds any more. */
  | { readonly kind: 'left'; readonly id: string }
  /** So many changes are not shown; null: nobody knows how many. */
  | { readonly kind: 'gap'; readonly count: number | null };

export type TailEnd = 'access' | 'stop';

/** Whom a tail is for. */
export interface TailClient {
  /** Resolves when the client can take more. @param position where to go on after a break */
  send(events: readonly TailEvent[], position: string): Promise<void>;
  end(reason: TailEnd): void;
  /** Whether the client may still see it. */
  mayStay(): Promise<boolean>;
}

export interface TailRequest {
  readonly environmentId: number;
  readonly filter: DeliveryFilter;
  /** The position after which to go on; null: from now on. */
  readonly after: string | null;
  /** Whose tails are counted together. */
  readonly owner: string;
}

export interface TailDeps {
  readonly store: DeliveryTail;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Tail {
  changed(ids: readonly string[]): void;
  /** null: something may have been missed. */
  lost(count: number | null): void;
  close(): void;
}

/** Between two looks at what came to wait, and least between any two. */
const lookMs = 500;
const pauseMs = 100;
/** What was shown and has not ended is read again so often: not all that ends it is told. */
const againMs = 2_000;
const againMax = 200;
const allowedMs = 5_000;
const afterTroubleMs = 1_000;
const idsAtOnce = 500;
/** Commits may become visible in another order than that of their ids. */
const overlapMs = 2_000;

interface Shown {
  readonly stamp: string;
  readonly ended: boolean;
}

export function openTail(request: TailRequest, client: TailClient, { store, clock, log }: TailDeps): Tail {
  const { environmentId, filter } = request;
  const waitingMax = limit('tail_waiting_max');
  const shown = new Map<string, Shown>();
  let waiting = new Set<string>();
  let gap: { count: number | null } | null = null;
  let position = request.after ?? lowestIdAt(clock.now());
  let above = lowestIdAt(clock.now() - overlapMs);
  let lookedAt = 0;
  let againAt = clock.now() + againMs;
  let closed = false;
  let wake: () => void = () => {};
  let cancelCheck: Cancel = () => {};

  function lost(count: number | null): void {
    gap = { count: count === null || gap?.count === null ? null : (gap?.count ?? 0) + count };
    wake();
  }

  function changed(ids: readonly string[]): void {
    const room = waitingMax - waiting.size;
    for (const id of ids.slice(0, room)) waiting.add(id);
    if (ids.length > room) lost(ids.length - room);
    wake();
  }

  /** The states that were not shown yet, and what left. */
  function news(found: readonly DeliveryRecord[], asked: readonly string[]): readonly TailEvent[] {
    const fresh = found.filter((delivery) => shown.get(delivery.id)?.stamp !== stampOf(delivery));
    const here = new Set(found.map(({ id }) => id));
    const left = asked.filter((id) => shown.has(id) && !here.has(id));
    for (const id of left) shown.delete(id);
    for (const delivery of fresh) remember(delivery);
    return [
      ...fresh.map((delivery) => ({ kind: 'delivery', delivery }) as const),
      ...left.map((id) => ({ kind: 'left', id }) as const),
    ];
  }

  function remember(delivery: DeliveryRecord): void {
    shown.delete(delivery.id);
    shown.set(delivery.id, { stamp: stampOf(delivery), ended: delivery.finishedAt !== null });
    const [oldest] = shown.size > waitingMax ? shown.keys() : [];
    if (oldest !== undefined) shown.delete(oldest);
    if (delivery.id > position) position = delivery.id;
  }

  async function look(): Promise<readonly DeliveryRecord[]> {
    const now = clock.now();
    if (now - lookedAt < lookMs) return [];
    lookedAt = now;
    const found = await store.waitingAfter(environmentId, filter, above, waitingMax);
    const settled = lowestIdAt(now - overlapMs);
    const last = found.length === waitingMax ? found.at(-1)?.id : undefined;
    // More came than is shown at once: the rest is told by its attempts.
    if (last !== undefined && last < settled) lost(null);
    above = settled;
    return found;
  }

  function asked(): readonly string[] {
    const [now, later] = split([...waiting], idsAtOnce);
    waiting = new Set(later);
    if (clock.now() < againAt) return now;
    againAt = clock.now() + againMs;
    const unended = [...shown].flatMap(([id, { ended }]) => (ended ? [] : [id]));
    return [...new Set([...now, ...unended.slice(-againMax)])];
  }

  async function turn(): Promise<void> {
    const missed = gap;
    gap = null;
    const ids = asked();
    const found = new Map<string, DeliveryRecord>();
    for (const delivery of await look()) found.set(delivery.id, delivery);
    for (const delivery of await store.among(environmentId, filter, ids)) found.set(delivery.id, delivery);
    const inOrder = [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const events: readonly TailEvent[] = [
      ...(missed === null ? [] : [{ kind: 'gap', count: missed.count } as const]),
      ...news(inOrder, ids),
    ];
    if (events.length > 0 && !closed) await client.send(events, position);
  }

  async function catchUp(after: string): Promise<void> {
    const max = limit('page_items_max');
    const { deliveries, others } = await store.after(environmentId, filter, after, max);
    const missed = others > 0 ? [{ kind: 'gap', count: others } as const] : [];
    const events = [...missed, ...news(deliveries, [])];
    if (events.length > 0) await client.send(events, position);
  }

  /** Until there is something to do; with nothing new until the next look. */
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const cancel = clock.after(ms, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });

  async function run(): Promise<void> {
    if (request.after !== null) await guarded(() => catchUp(request.after ?? ''));
    while (!closed) {
      await guarded(turn);
      if (closed) return;
      await rest(pauseMs);
      if (waiting.size === 0 && gap === null && !closed) await rest(lookMs - pauseMs);
    }
  }

  /** A database that is away ends no tail; what was missed meanwhile is a gap. */
  async function guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.debug({ error }, 'a live tail could not read');
      lost(null);
      await rest(afterTroubleMs);
    }
  }

  function checkLater(): void {
    cancelCheck = clock.after(allowedMs, () => {
      client.mayStay().then(
        (may) => (may ? checkLater() : end('access')),
        // Whether it may is not known while the database is away.
        () => checkLater(),
      );
    });
  }

  function close(): void {
    closed = true;
    cancelCheck();
    wake();
  }

  function end(reason: TailEnd): void {
    if (closed) return;
    close();
    client.end(reason);
  }

  checkLater();
  void run();
  return { changed, lost, close: () => end('stop') };
}

function stampOf({ state, attempts, nextAttemptAt, lastStatus, lastError }: DeliveryRecord): string {
  return [state, attempts, nextAttemptAt?.getTime(), lastStatus, lastError].join(' ');
}

function split<T>(items: readonly T[], at: number): readonly [readonly T[], readonly T[]] {
  return [items.slice(0, at), items.slice(at)];
}
