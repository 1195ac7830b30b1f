// What the history lists: a page of what the filter finds, or the newest of it followed live.
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deliveriesOptions, deliveryCountsOptions, readDeliveries } from '../../api/events.ts';
import type { Delivery } from '../../api/types.ts';
import { useNow } from '../../lib/use-now.ts';
import { stateOf } from '../../parts/delivery-states.ts';
import { usePlace } from '../../place.ts';
import { announce } from '../../ui/announce.tsx';
import { useNotifyProblem } from '../../ui/notify-problem.ts';
import { filterOf, type HistorySearch } from './filter.ts';
import { usePageRows } from './page-rows.ts';
import { startOf } from './range.ts';
import type { Found } from './search-on.ts';
import type { Address } from './use-address.ts';
import { useLive } from './use-live.ts';

const none: readonly Delivery[] = [];

/** What a search found behind a page that it left too short. */
interface Behind extends Found {
  /** The page as it was answered: another answer begins anew. */
  readonly page: unknown;
  /** What was asked, but for the beginning of a relative range, which moves on. */
  readonly asked: string;
}

export function useList({ search, filters, go }: Address) {
  const { t } = useTranslation();
  const place = usePlace();
  const page = usePageRows();
  const [isLive, setLive] = useState(false);
  const { status, cursor, range, from } = search;
  // Older pages do not change: whoever turns to one looks at what was.
  if (isLive && cursor !== undefined) setLive(false);
  const start = useStart(search);
  const filter = filterOf(search, start);
  const [behind, setBehind] = useState<Behind | null>(null);
  const asked = JSON.stringify([search, page.rows]);
  const goesOn = !isLive && behind?.asked === asked;
  const followedFrom = useHeld(start, isLive || goesOn ? `${range} ${from}` : null);
  const wanted = { ...filterOf(search, followedFrom), ...stateOf(status) };
  const query = useQuery({
    ...deliveriesOptions(place, { ...wanted, cursor, limit: isLive ? 50 : page.rows }),
    // It would begin a long search anew.
    refetchOnWindowFocus: !goesOn,
  });
  const more = goesOn && behind.page === query.data ? behind : undefined;
  const listed = useMemo(
    () => (more && query.data ? [...query.data.data, ...more.data] : (query.data?.data ?? none)),
    [more, query.data],
  );
  const counts = useQuery(deliveryCountsOptions(place, filter));
  /** "7 new events". */
  const words = (count: number, isMore: boolean) =>
    t(isMore ? 'history.live.moreNew' : 'history.live.new', { count });
  const notifyProblem = useNotifyProblem();
  const live = useLive({
    on: isLive && cursor === undefined,
    place,
    filter: wanted,
    listed: query.isPlaceholderData ? undefined : query.data?.data,
    read: () => void query.refetch(),
    say: (count, isMore) => announce(words(count, isMore)),
    onRefused: (problem) => {
      setLive(false);
      notifyProblem(problem);
    },
  });
  // What was followed stays until the answer to another filter is there: the list that was read before is older.
  const followed = useRef<readonly Delivery[] | undefined>(undefined);
  const kept = isLive && query.isPlaceholderData ? followed.current : undefined;
  followed.current = live.rows ?? kept;
  return {
    query,
    counts,
    wanted,
    rows: followed.current ?? listed,
    search: {
      page: query.data,
      end: more ?? query.data ?? atEnd,
      missing: page.rows - listed.length,
      ask: (next: string, limit: number): Promise<Found> =>
        readDeliveries(place, { ...wanted, cursor: next, limit }),
      onFound: () => (found: Found) =>
        setBehind({ ...found, data: [...(more?.data ?? []), ...found.data], page: query.data, asked }),
    },
    page,
    isLive,
    live,
    words,
    toggleLive: () => {
      if (!isLive && cursor !== undefined) go(filters, false);
      setLive(!isLive);
    },
    refresh: () => {
      setBehind(null);
      void query.refetch();
      void counts.refetch();
    },
    /** Where the next older page begins: rows that were followed are not where the list was when it was read. */
    older: async (cursorThen: string | undefined) =>
      isLive && cursorThen !== undefined ? (await query.refetch()).data?.nextCursor : cursorThen,
  };
}

const atEnd: Pick<Found, 'nextCursor' | 'searchedTo'> = { nextCursor: null, searchedTo: null };

export type List = ReturnType<typeof useList>;

/** The beginning of a relative range moves on, but not with every second: each would be another question to the server. */
function useStart({ range, from }: HistorySearch): string | undefined {
  const present = useNow();
  return range === undefined ? from : new Date(startOf(range, present)).toISOString();
}

/** What it was when the key became what it is; null: what it is now. */
function useHeld<T>(value: T, key: string | null): T {
  const held = useRef({ key, value });
  if (key === null || held.current.key !== key) held.current = { key, value };
  return held.current.value;
}
