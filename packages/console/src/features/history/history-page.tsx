// Deliveries across all webhooks of the environment. Every filter is in the address, and so is what is opened beside the list.
import { Button, Stack } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deliveriesOptions, deliveryCountsOptions } from '../../api/events.ts';
import type { Delivery } from '../../api/types.ts';
import { now } from '../../lib/now.ts';
import { isGiven } from '../../lib/search.ts';
import { useNow } from '../../lib/use-now.ts';
import { DeliveriesTable } from '../../parts/deliveries-table.tsx';
import { countOf, stateOf } from '../../parts/delivery-states.ts';
import { StatusTabs } from '../../parts/status-tabs.tsx';
import { usePlace } from '../../place.ts';
import { historyRoute } from '../../routes.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import { filterOf, type HistorySearch, type Opened } from './filter.ts';
import { Filters } from './filters.tsx';
import { Nothing, RetentionEdge } from './nothing.tsx';
import { startOf } from './range.ts';
import { useGrid } from './use-grid.ts';
import { useRowKeys } from './use-row-keys.ts';
import { ViewMenu } from './view-menu.tsx';

const EventDrawer = lazy(() => import('./event-drawer.tsx'));
const ResendOne = lazy(() => import('./resend-one.tsx'));

const none: readonly Delivery[] = [];

export function HistoryPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const { search, filters, opened, go, show, openPage } = useAddress();
  const filter = filterOf(search, useStart(search));
  const { status, cursor } = search;
  const wanted = { ...filter, ...stateOf(status) };
  const query = useQuery(deliveriesOptions(place, { ...wanted, cursor, limit: 50 }));
  const counts = useQuery(deliveryCountsOptions(place, filter));
  const rows = query.data?.data ?? none;
  const grid = useGrid(rows);
  const [resent, setResent] = useState<Delivery | null>(null);
  const rowOf = (act: (row: Delivery) => void) => (id: string) => {
    const row = rows.find((one) => one.id === id);
    if (row) act(row);
  };
  useRowKeys({ onPage: rowOf(openPage), onSelect: grid.selection.toggle, onResend: rowOf(setResent) });
  const refresh = () => {
    void query.refetch();
    void counts.refetch();
  };
  return (
    <Page
      title={t('history.title')}
      lead={t('history.lead')}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={query.isFetching && !query.isPending}
            onClick={refresh}
          >
            {t('history.refresh')}
          </Button>
          <ViewMenu {...grid} />
        </>
      }
    >
      <Stack gap="md">
        <StatusTabs
          status={status}
          counts={counts.data}
          onChange={(next) => go({ ...filters, status: next }, true)}
        />
        <Filters search={filters} onChange={(next) => go(next, true)} />
        <ChosenBar
          grid={grid}
          total={counts.data && countOf(counts.data, status ?? 'all')}
          freeze={() => ({ ...wanted, to: wanted.to ?? new Date(now()).toISOString() })}
        />
        <Loaded query={query} lines={10}>
          {(page) =>
            page.data.length === 0 ? (
              <Nothing
                page={page}
                filtered={isGiven(filters)}
                onClear={() => go({}, true)}
                onFurther={(next) => go({ ...filters, cursor: next }, false)}
              />
            ) : (
              <>
                <DeliveriesTable
                  caption={t('history.title')}
                  rows={page.data}
                  withSubject
                  hidden={grid.hidden}
                  dense={grid.dense}
                  selection={grid.selection}
                  busy={query.isPlaceholderData}
                  onOpen={({ id, eventId }) => show({ event: eventId, delivery: id }, false)}
                />
                <Pager
                  cursor={cursor}
                  nextCursor={page.nextCursor}
                  shown={page.data.length}
                  onMove={(next) => go(next === undefined ? filters : { ...filters, cursor: next }, false)}
                />
                {page.nextCursor === null && <RetentionEdge />}
              </>
            )
          }
        </Loaded>
      </Stack>
      <Suspense fallback={null}>
        {opened.event !== undefined && (
          <EventDrawer
            opened={{ ...opened, event: opened.event }}
            rows={rows}
            onShow={(next) => show(next, true)}
            onResend={setResent}
            onClose={() => show({}, true)}
          />
        )}
        {resent && <ResendOne delivery={resent} onClose={() => setResent(null)} />}
      </Suspense>
    </Page>
  );
}

/** The address in its parts, and the ways to change each. */
function useAddress() {
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

/** The beginning of a relative range moves on, but not with every second: each would be another question to the server. */
function useStart({ range, from }: HistorySearch): string | undefined {
  const present = useNow();
  return range === undefined ? from : new Date(startOf(range, present)).toISOString();
}
