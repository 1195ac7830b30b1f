// Follows a list live: puts what a tail tells into its rows, at most once a second however fast it comes and never before the
// last was shown; lets new ones wait while somebody reads; has the list read again where the tail could not tell all.
import type { TailListener } from '../../api/tail.ts';
import type { Delivery } from '../../api/types.ts';
import { now } from '../../lib/now.ts';
import { collectNews } from './live-news.ts';
import { begin, type LiveRows, merge, showAll } from './live-rows.ts';

export interface FollowerDeps {
  /** Begins to listen; answers how to end it. */
  readonly listen: (listener: Omit<TailListener, 'onRefused'>) => () => void;
  /** Has the list read again; `listed` is told what it is. */
  readonly read: () => void;
  /** Whether somebody reads, and must not lose the place. */
  readonly isHeld: () => boolean;
  /** Shows the rows; `shown` is told when it has. */
  readonly show: (live: LiveRows) => void;
  /** Says to those who listen that so many came. */
  readonly say: (count: number, isMore: boolean) => void;
  readonly onConnected: (connected: boolean) => void;
  /** What is shown already; null: nothing is. */
  readonly from: LiveRows | null;
}

export interface Follower {
  listed(rows: readonly Delivery[]): void;
  shown(): void;
  /** What waits is shown now. */
  showNew(): void;
  stop(): void;
}

const putEveryMs = 1_000;
/** Between two looks whether the last was shown. */
const againMs = 100;
const readEveryMs = 5_000;
const sayEveryMs = 10_000;

export function createFollower(deps: FollowerDeps): Follower {
  const { listen, read, isHeld, show, say, onConnected } = deps;
  const fresh = collectNews();
  /** What was told since the list was last asked for: an answer may not have it yet. */
  const sinceRead = collectNews();
  const timers = createTimers();
  let live = deps.from;
  let isShowing = false;
  let said = live?.came ?? 0;

  function present(next: LiveRows): void {
    live = next;
    isShowing = true;
    show(next);
    if (next.came > said) timers.every('say', sayEveryMs, sayNew);
  }

  function sayNew(): void {
    if (live === null || live.came <= said) return;
    say(live.came - said, live.isMore);
    said = live.came;
  }

  function put(): void {
    if (live === null) return;
    if (isShowing) {
      timers.after('put', againMs, put);
      return;
    }
    const held = isHeld();
    const hasNews = !fresh.isEmpty() || (!held && live.waiting.length + live.gone.size > 0);
    const { isMissed, ...told } = fresh.take();
    if (hasNews) present(merge(live, { ...told, isMissed: isMissed && held }, held));
    // What left made room for older ones, and what was missed is in the list.
    if (!held && (isMissed || told.left.length > 0 || live.isMore)) readSoon();
    if (live.waiting.length + live.gone.size > 0) putSoon();
  }

  const putSoon = () => timers.every('put', putEveryMs, put);

  const readSoon = () =>
    timers.every('read', readEveryMs, () => {
      sinceRead.take();
      read();
    });

  const end = listen({
    onReady() {
      onConnected(true);
      sinceRead.take();
      read();
    },
    onDelivery(delivery) {
      fresh.told(delivery);
      sinceRead.told(delivery);
      putSoon();
    },
    onLeft(id) {
      fresh.left(id);
      sinceRead.left(id);
      putSoon();
    },
    onGap() {
      fresh.missed();
      putSoon();
    },
    onLost: () => onConnected(false),
  });

  return {
    listed(rows) {
      if (live === null || !isHeld()) return present(begin(rows, sinceRead.look(), live?.came));
      const known = new Set([...live.rows, ...live.waiting].map(({ id }) => id));
      // Nothing in common: there were more in between.
      const isMissed = rows.length > 0 && !rows.some(({ id }) => known.has(id));
      present(merge(live, { told: rows, left: [], isMissed }, true));
    },
    shown() {
      isShowing = false;
    },
    showNew() {
      if (live === null) return;
      if (live.isMore) readSoon();
      present(showAll({ ...live, isMore: false }));
    },
    stop() {
      end();
      timers.stop();
    },
  };
}

/** Timers by name, each of which stands once. */
function createTimers() {
  const running = new Map<string, ReturnType<typeof setTimeout>>();
  const ranAt = new Map<string, number>();
  function after(name: string, ms: number, act: () => void): void {
    if (running.has(name)) return;
    const run = () => {
      running.delete(name);
      ranAt.set(name, now());
      act();
    };
    running.set(name, setTimeout(run, ms));
  }
  return {
    after,
    /** Soon, but not more often than that. */
    every: (name: string, ms: number, act: () => void) =>
      after(name, Math.max(0, (ranAt.get(name) ?? 0) + ms - now()), act),
    stop() {
      for (const timer of running.values()) clearTimeout(timer);
    },
  };
}
