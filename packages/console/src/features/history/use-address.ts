// The address of the history in its parts, and the ways to change each.
import { useNavigate } from '@tanstack/react-router';
import type { Delivery } from '../../api/types.ts';
import { usePlace } from '../../place.ts';
import { historyRoute } from '../../routes.ts';
import type { HistorySearch, Opened } from './filter.ts';

export function useAddress() {
  const place = usePlace();
  const navigate = useNavigate();
  const { event, delivery, attempt, tab, ...search } = historyRoute.useSearch() as HistorySearch & Opened;
  const { cursor: _, ...filters } = search;
  const to = '/$appId/$env/events' as const;
  return {
    search,
    filters,
    opened: { event, delivery, attempt, tab },
    go: (next: HistorySearch, replace: boolean) =>
      void navigate({ to, params: place, search: next as never, replace }),
    show: (next: Opened, replace: boolean) =>
      void navigate({
        ...{ to, params: place, replace },
        search: { ...search, ...next } as never,
        resetScroll: false,
      }),
    openPage: ({ id, eventId }: Delivery) =>
      void navigate({
        to: '/$appId/$env/events/$eventId',
        params: { ...place, eventId },
        search: { delivery: id },
      }),
  };
}

export type Address = ReturnType<typeof useAddress>;
