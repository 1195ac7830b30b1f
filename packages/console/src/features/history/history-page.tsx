// Deliveries across all webhooks of the environment. Every filter is in the address, and so is what is opened beside the list.
import { Button, Stack } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../api/types.ts';
import { withTexts } from '../../i18n/i18n.ts';
import { now } from '../../lib/now.ts';
import { DeliveriesTable } from '../../parts/deliveries-table.tsx';
import { countOf } from '../../parts/delivery-states.ts';
import { StatusTabs } from '../../parts/status-tabs.tsx';
import { announce } from '../../ui/announce.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import classes from './history-page.module.css';
import { type Address, useAddress } from './use-address.ts';
import { type Grid, useGrid } from './use-grid.ts';
import { type List, useList } from './use-list.ts';
import { useRowKeys } from './use-row-keys.ts';

const ChosenBar = lazy(() => import('./chosen-bar.tsx'));
const EventDrawer = lazy(() => withTexts(['event'], () => import('./event-drawer.tsx')));
const Filters = lazy(() => import('./filters.tsx'));
const Further = lazy(() => withTexts(['further'], () => import('./further.tsx')));
const LiveBar = lazy(() => import('./live-bar.tsx'));
const Nothing = lazy(() => import('./nothing.tsx'));
const ResendOne = lazy(() => import('./resend-one.tsx'));
const RetentionEdge = lazy(() => import('./retention-edge.tsx'));
const ViewMenu = lazy(() => import('./view-menu.tsx'));

export function HistoryPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const { search, filters, opened, go, show, openPage } = address;
  const list = useList(address);
  const { rows, counts, wanted, isLive, live } = list;
  const grid = useGrid(rows);
  const [resent, setResent] = useState<Delivery | null>(null);
  const rowOf = (act: (row: Delivery) => void) => (id: string) => {
    const row = rows.find((one) => one.id === id);
    if (row) act(row);
  };
  useRowKeys({
    onPage: rowOf(openPage),
    onSelect: grid.selection.toggle,
    onResend: rowOf(setResent),
    onTail: () => {
      list.toggleLive();
      announce(t(isLive ? 'history.live.off' : 'history.live.on'));
    },
  });
  return (
    <Page title={t('history.title')} lead={t('history.lead')} actions={<Actions list={list} grid={grid} />}>
      <Stack gap="md">
        <StatusTabs
          status={search.status}
          counts={counts.data}
          onChange={(status) => go({ ...filters, status }, true)}
        />
        <Suspense fallback={<div className={classes['filters']} />}>
          <Filters search={filters} onChange={(next) => go(next, true)} />
        </Suspense>
        <Suspense fallback={null}>
          {grid.chosen.length > 0 && (
            <ChosenBar
              grid={grid}
              total={counts.data && countOf(counts.data, search.status ?? 'all')}
              freeze={() => ({ ...wanted, to: wanted.to ?? new Date(now()).toISOString() })}
            />
          )}
          {isLive && <LiveBar live={live} words={list.words} />}
        </Suspense>
        <Rows list={list} address={address} grid={grid} />
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

function Actions({ list, grid }: { readonly list: List; readonly grid: Grid }) {
  const { t } = useTranslation();
  const { query, isLive, toggleLive, refresh } = list;
  return (
    <>
      <Button
        variant="default"
        role="switch"
        aria-checked={isLive}
        leftSection={<span className={classes['dot']} />}
        onClick={toggleLive}
      >
        {t('history.live.label')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} aria-hidden />}
        loading={query.isFetching && !query.isPending && !isLive}
        onClick={refresh}
      >
        {t('history.refresh')}
      </Button>
      {/* The room that it takes is kept, so that nothing moves when it comes. */}
      <Suspense fallback={<Button variant="default" w={96} />}>
        <ViewMenu {...grid} page={list.page} />
      </Suspense>
    </>
  );
}

interface RowsProps {
  readonly list: List;
  readonly address: Address;
  readonly grid: Grid;
}

function Rows({ list, address: { search, filters, go, show }, grid }: RowsProps) {
  const { query, rows, isLive, search: looked } = list;
  const isShort = looked.missing > 0 && looked.end.nextCursor !== null && looked.end.searchedTo !== null;
  const further = isShort && !query.isPlaceholderData && (
    <Suspense fallback={null}>
      <Further search={looked} shown={rows.length} isHeld={isLive} />
    </Suspense>
  );
  const move = async (cursor: string | undefined) => {
    const next = await list.older(cursor);
    go(next == null ? filters : { ...filters, cursor: next }, false);
  };
  return (
    <Loaded query={query} lines={10}>
      {(page) => {
        if (rows.length === 0) {
          return (
            further || (
              <Suspense fallback={null}>
                <Nothing filters={filters} onFilter={(next) => go(next, true)} />
              </Suspense>
            )
          );
        }
        // Rows that came meanwhile have pushed others off the end.
        const nextCursor = looked.end.nextCursor ?? (isLive && rows.length > page.data.length ? '' : null);
        return (
          <>
            <Table
              rows={rows}
              grid={grid}
              busy={query.isPlaceholderData}
              onOpen={({ id, eventId }) => show({ event: eventId, delivery: id }, false)}
            />
            {further}
            <Pager
              cursor={search.cursor}
              nextCursor={isShort && !isLive ? null : nextCursor}
              shown={rows.length}
              onMove={(next) => void move(next)}
            />
            <Suspense fallback={null}>{nextCursor === null && <RetentionEdge />}</Suspense>
          </>
        );
      }}
    </Loaded>
  );
}

interface TableProps {
  readonly rows: readonly Delivery[];
  readonly grid: Grid;
  readonly busy: boolean;
  readonly onOpen: (delivery: Delivery) => void;
}

/** Other rows are drawn bit by bit: fifty at once would keep a click waiting. */
function Table({ rows, grid: { hidden, dense, selection }, ...rest }: TableProps) {
  const { t } = useTranslation();
  return (
    <div data-list>
      <DeliveriesTable
        caption={t('history.title')}
        rows={useDeferredValue(rows)}
        withSubject
        {...{ hidden, dense, selection }}
        {...rest}
      />
    </div>
  );
}
