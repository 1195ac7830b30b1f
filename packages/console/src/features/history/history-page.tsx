// Deliveries across all webhooks of the environment. Every filter is in the address.
import { Button, Group, Menu, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
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
import { deliveriesOptions } from '../../api/events.ts';
import { type Delivery, type DeliveryState, deliveryStates } from '../../api/types.ts';
import { isGiven } from '../../lib/search.ts';
import { useNow } from '../../lib/use-now.ts';
import { DeliveriesTable, deliveryColumns } from '../../parts/deliveries-table.tsx';
import { useWebhookNames } from '../../parts/webhook-names.ts';
import { usePlace } from '../../place.ts';
import { historyRoute, ranges } from '../../routes.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import { startOf } from './range.ts';
import { type Grid, useGrid } from './use-grid.ts';

const none: readonly Delivery[] = [];

type Search = ReturnType<typeof historyRoute.useSearch>;

export function HistoryPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const search = historyRoute.useSearch();
  const from = useStart(search);
  const { status, webhook: webhookId, type, event: eventId, to, cursor } = search;
  const query = useQuery(
    deliveriesOptions(place, { status, webhookId, type, eventId, from, to, cursor, limit: 50 }),
  );
  const grid = useGrid(query.data?.data ?? none);
  const go = (next: Search, replace: boolean) =>
    navigate({ to: '/$appId/$env/events', params: place, search: next, replace });
  const { cursor: _, ...filters } = search;
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
            onClick={() => void query.refetch()}
          >
            {t('history.refresh')}
          </Button>
          <ColumnMenu {...grid} />
        </>
      }
    >
      <Stack gap="md">
        <StatusTabs status={status} onChange={(next) => void go({ ...filters, status: next }, true)} />
        <Filters search={filters} onChange={(next) => void go(next, true)} />
        <ChosenBar chosen={grid.chosen} onDone={grid.clear} />
        <Loaded query={query} lines={10}>
          {({ data, nextCursor }) =>
            data.length === 0 ? (
              <Nothing filtered={isGiven(filters)} onClear={() => void go({}, true)} />
            ) : (
              <>
                <DeliveriesTable
                  caption={t('history.title')}
                  rows={data}
                  hidden={grid.hidden}
                  selection={grid.selection}
                  busy={query.isPlaceholderData}
                />
                <Pager
                  cursor={cursor}
                  nextCursor={nextCursor}
                  shown={data.length}
                  onMove={(next) =>
                    void go(next === undefined ? filters : { ...filters, cursor: next }, false)
                  }
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
function useStart({ range, from }: Search): string | undefined {
  const now = useNow();
  return range === undefined ? from : new Date(startOf(range, now)).toISOString();
}

interface StatusTabsProps {
  readonly status: DeliveryState | undefined;
  readonly onChange: (status: DeliveryState | undefined) => void;
}

function StatusTabs({ status, onChange }: StatusTabsProps) {
  const { t } = useTranslation();
  const order = ['succeeded', 'failed', 'pending', 'held', 'cancelled'] as const;
  return (
    <SegmentedControl
      aria-label={t('delivery.column.status')}
      value={status ?? 'all'}
      onChange={(value) => onChange(deliveryStates.find((known) => known === value))}
      data={[
        { value: 'all', label: t('common.all') },
        ...order.map((value) => ({ value, label: t(`delivery.status.${value}`) })),
      ]}
      w="fit-content"
      maw="100%"
      style={{ overflowX: 'auto' }}
    />
  );
}

interface FiltersProps {
  readonly search: Search;
  readonly onChange: (search: Search) => void;
}

function Filters({ search, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const { all } = useWebhookNames();
  const set = (change: Search) =>
    onChange(
      Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value)) as Search,
    );
  const typed = (name: 'type' | 'event', label: string) => (
    <TextInput
      key={`${name} ${search[name] ?? ''}`}
      aria-label={label}
      placeholder={label}
      defaultValue={search[name] ?? ''}
      dir="ltr"
      onBlur={(event) => set({ [name]: event.currentTarget.value.trim() })}
      onKeyDown={(event) => {
        if (event.key === 'Enter') set({ [name]: event.currentTarget.value.trim() });
      }}
      w={{ base: '100%', xs: 200 }}
    />
  );
  return (
    <Group gap="sm" role="search" aria-label={t('common.filters')}>
      <Select
        aria-label={t('delivery.column.webhook')}
        placeholder={t('delivery.column.webhook')}
        data={all.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.webhook ?? null}
        onChange={(value) => set({ webhook: value ?? undefined })}
        searchable
        clearable
        w={{ base: '100%', xs: 220 }}
      />
      {typed('type', t('history.type'))}
      {typed('event', t('history.eventId'))}
      <Select
        aria-label={t('history.range')}
        placeholder={t('history.range')}
        data={ranges.map((value) => ({ value, label: t(`history.ranges.${value}`) }))}
        value={search.range ?? null}
        onChange={(value) =>
          set({ range: ranges.find((known) => known === value), from: undefined, to: undefined })
        }
        clearable
        w={{ base: '100%', xs: 180 }}
      />
      {isGiven(search) && (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size={16} aria-hidden />}
          onClick={() => onChange({})}
        >
          {t('common.clearFilters')}
        </Button>
      )}
    </Group>
  );
}

function Nothing({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  const { t } = useTranslation();
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
