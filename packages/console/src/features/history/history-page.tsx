// Deliveries across all webhooks of the environment. Every filter is in the address.
import { Button, Menu, SegmentedControl, Stack } from '@mantine/core';
import {
  IconColumns,
  IconFilterOff,
  IconListDetails,
  IconRefresh,
  IconSquare,
  IconSquareCheck,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { deliveriesOptions, deliveryCountsOptions } from '../../api/events.ts';
import type { Delivery, DeliveryCounts } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { isGiven } from '../../lib/search.ts';
import { useNow } from '../../lib/use-now.ts';
import { DeliveriesTable, deliveryColumns } from '../../parts/deliveries-table.tsx';
import { usePlace } from '../../place.ts';
import { historyRoute, shownStates } from '../../routes.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Time } from '../../ui/time.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import { type Count, countOf, filterOf, type HistorySearch, type ShownState, stateOf } from './filter.ts';
import { Filters } from './filters.tsx';
import { startOf } from './range.ts';
import { type Grid, useGrid } from './use-grid.ts';

const none: readonly Delivery[] = [];

export function HistoryPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const search: HistorySearch = historyRoute.useSearch();
  const filter = filterOf(search, useStart(search));
  const { status, cursor } = search;
  const query = useQuery(deliveriesOptions(place, { ...filter, ...stateOf(status), cursor, limit: 50 }));
  const counts = useQuery(deliveryCountsOptions(place, filter));
  const grid = useGrid(query.data?.data ?? none);
  const go = (next: HistorySearch, replace: boolean) =>
    void navigate({ to: '/$appId/$env/events', params: place, search: next as never, replace });
  const { cursor: _, ...filters } = search;
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
          <ColumnMenu {...grid} />
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
        <ChosenBar chosen={grid.chosen} onDone={grid.clear} />
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
                  selection={grid.selection}
                  busy={query.isPlaceholderData}
                />
                <Pager
                  cursor={cursor}
                  nextCursor={page.nextCursor}
                  shown={page.data.length}
                  onMove={(next) => go(next === undefined ? filters : { ...filters, cursor: next }, false)}
                />
              </>
            )
          }
        </Loaded>
      </Stack>
    </Page>
  );
}

/** The beginning of a relative range moves on, but not with every second: each would be another question to the server. */
function useStart({ range, from }: HistorySearch): string | undefined {
  const now = useNow();
  return range === undefined ? from : new Date(startOf(range, now)).toISOString();
}

interface StatusTabsProps {
  readonly status: ShownState | undefined;
  readonly counts: DeliveryCounts | undefined;
  readonly onChange: (status: ShownState | undefined) => void;
}

function StatusTabs({ status, counts, onChange }: StatusTabsProps) {
  const { t } = useTranslation();
  const words = useCountWords();
  const label = (word: string, shown: ShownState | 'all') =>
    counts === undefined ? word : `${word} ${words(countOf(counts, shown))}`;
  return (
    <SegmentedControl
      aria-label={t('delivery.column.status')}
      value={status ?? 'all'}
      onChange={(value) => onChange(shownStates.find((known) => known === value))}
      data={[
        { value: 'all', label: label(t('common.all'), 'all') },
        ...shownStates.map((value) => ({ value, label: label(t(`delivery.status.${value}`), value) })),
      ]}
      w="fit-content"
      maw="100%"
      style={{ overflowX: 'auto' }}
    />
  );
}

function useCountWords(): (count: Count) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ count, isEstimate }) => {
    const number = format.number(count);
    return isEstimate ? t('history.about', { count: number as never }) : number;
  };
}

interface NothingProps {
  readonly page: { readonly nextCursor: string | null; readonly searchedTo?: string | null };
  readonly filtered: boolean;
  readonly onClear: () => void;
  readonly onFurther: (cursor: string) => void;
}

/** Nothing at all, nothing that matches, or nothing in the part of a long history that was looked at. */
function Nothing({ page: { nextCursor, searchedTo }, filtered, onClear, onFurther }: NothingProps) {
  const { t } = useTranslation();
  if (nextCursor !== null) {
    return (
      <Empty
        icon={<IconFilterOff size={40} />}
        title={t('history.noMatch')}
        actions={<Button onClick={() => onFurther(nextCursor)}>{t('history.further')}</Button>}
      >
        {searchedTo && (
          <>
            {t('history.nothingYet')} <Time at={searchedTo} focusable />
          </>
        )}
      </Empty>
    );
  }
  return filtered ? (
    <Empty
      icon={<IconFilterOff size={40} />}
      title={t('history.noMatch')}
      actions={<Button onClick={onClear}>{t('common.clearFilters')}</Button>}
    >
      {t('history.noMatchHint')}
    </Empty>
  ) : (
    <Empty icon={<IconListDetails size={40} />} title={t('history.none')}>
      {t('history.noneHint')}
    </Empty>
  );
}

function ColumnMenu({ hidden, toggleColumn }: Pick<Grid, 'hidden' | 'toggleColumn'>) {
  const { t } = useTranslation();
  const labels = {
    subject: t('delivery.column.subject'),
    webhook: t('delivery.column.webhook'),
    outcome: t('delivery.column.outcome'),
    attempts: t('delivery.column.attempts'),
    next: t('delivery.column.next'),
    created: t('common.created'),
  };
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconColumns size={16} aria-hidden />}>
          {t('history.columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {deliveryColumns.map((id) => (
          <Menu.Item
            key={id}
            role="menuitemcheckbox"
            aria-checked={!hidden[id]}
            leftSection={
              hidden[id] ? <IconSquare size={16} aria-hidden /> : <IconSquareCheck size={16} aria-hidden />
            }
            onClick={() => toggleColumn(id)}
          >
            {labels[id]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
