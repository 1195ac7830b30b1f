// Follows the list while it is switched on and the page is looked at. Rows are shown in a transition: drawing them is cut into
// pieces, so that a click is answered in between however much comes.
import { useEffect, useRef, useState, useTransition } from 'react';
import type { DeliveryFilter } from '../../api/events.ts';
import type { ApiProblem } from '../../api/problem.ts';
import type { Delivery, Place } from '../../api/types.ts';
import { useStable } from '../../lib/use-stable.ts';
import type { Follower } from './follower.ts';
import type { LiveRows } from './live-rows.ts';
import { isReading, noteMove } from './reading.ts';

export interface LiveOptions {
  readonly on: boolean;
  readonly place: Place;
  readonly filter: DeliveryFilter;
  /** What the list was when it was last read with this filter; undefined: that is not known yet. */
  readonly listed: readonly Delivery[] | undefined;
  /** Reads the list again. */
  readonly read: () => void;
  readonly say: (count: number, isMore: boolean) => void;
  readonly onRefused: (problem: ApiProblem) => void;
}

export interface Live {
  /** undefined: what is listed. */
  readonly rows: readonly Delivery[] | undefined;
  /** How many new ones wait to be shown. */
  readonly count: number;
  readonly isMore: boolean;
  /** The connection broke, and another is tried. */
  readonly isLost: boolean;
  readonly showNew: () => void;
}

interface Shown {
  readonly asked: string;
  readonly live: LiveRows;
}

export function useLive({ on, place, filter, listed, ...options }: LiveOptions): Live {
  const asked = JSON.stringify([place, filter]);
  const visible = useVisible();
  const [shown, setShown] = useState<Shown | null>(null);
  const [isLost, setLost] = useState(false);
  const [, startTransition] = useTransition();
  const follower = useRef<Follower | null>(null);
  const present = on && shown?.asked === asked ? shown.live : null;
  const read = useStable(options.read);
  const say = useStable(options.say);
  const onRefused = useStable(options.onRefused);
  const from = useStable(() => present);
  const listedNow = useStable(() => listed);

  useEffect(() => {
    if (!on || !visible) return;
    let isOver = false;
    document.addEventListener('mousemove', noteMove, { passive: true });
    void Promise.all([import('./follower.ts'), import('../../api/tail.ts')]).then(
      ([{ createFollower }, { followDeliveries }]) => {
        if (isOver) return;
        const [at, by] = JSON.parse(asked) as [Place, DeliveryFilter];
        follower.current = createFollower({
          listen: (listener) => followDeliveries(at, by, { ...listener, onRefused }),
          show: (live) => startTransition(() => setShown({ asked, live })),
          onConnected: (connected) => setLost(!connected),
          ...{ read, say, from: from() },
          isHeld: isReading,
        });
        const rows = listedNow();
        // Whoever comes back goes on with what was shown, until the list was read again.
        if (rows && from() === null) follower.current.listed(rows);
      },
    );
    return () => {
      isOver = true;
      document.removeEventListener('mousemove', noteMove);
      follower.current?.stop();
      follower.current = null;
      setLost(false);
    };
  }, [on, visible, asked, read, say, onRefused, from, listedNow]);

  useEffect(() => {
    if (listed) follower.current?.listed(listed);
  }, [listed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once they are shown the next may be
  useEffect(() => follower.current?.shown(), [shown]);
  // Whoever switches it on again begins with the list.
  useEffect(() => {
    if (!on) setShown(null);
  }, [on]);

  return {
    rows: present?.rows,
    count: present?.count ?? 0,
    isMore: present?.isMore ?? false,
    isLost,
    showNew: useStable(() => follower.current?.showNew()),
  };
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return visible;
}
