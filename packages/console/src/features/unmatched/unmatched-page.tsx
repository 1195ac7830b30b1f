// Events that no webhook got: accepted, kept, and delivered to nobody.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconFilterOff, IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { eventsOptions } from '../../api/events.ts';
import type { SignedEvent } from '../../api/types.ts';
import { usePlace } from '../../place.ts';
import { unmatchedRoute } from '../../routes.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { TextLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Time } from '../../ui/time.tsx';

export function UnmatchedPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const search = unmatchedRoute.useSearch();
  const { type, q, cursor } = search;
  const query = useQuery(eventsOptions(place, { status: 'unmatched', type, q, cursor, limit: 50 }));
  const go = (next: typeof search, replace: boolean) =>
    navigate({ to: '/$appId/$env/unmatched', params: place, search: next, replace });
  const typed = (name: 'type' | 'q', label: string) => (
    <TextInput
      key={`${name} ${search[name] ?? ''}`}
      aria-label={label}
      placeholder={label}
      defaultValue={search[name] ?? ''}
      dir="ltr"
      onKeyDown={(event) => {
        const value = event.currentTarget.value.trim();
        if (event.key === 'Enter')
          void go({ ...search, cursor: undefined, [name]: value || undefined }, true);
      }}
      w={{ base: '100%', xs: 240 }}
    />
  );
  return (
    <Page title={t('unmatched.title')} lead={t('unmatched.lead')}>
      <Stack gap="md">
        <Group gap="sm" role="search" aria-label={t('common.filters')}>
          {typed('type', t('history.type'))}
          {typed('q', t('unmatched.search'))}
        </Group>
        <Loaded query={query} lines={8}>
          {({ data, nextCursor }) =>
            data.length === 0 ? (
              <Nothing filtered={type !== undefined || q !== undefined} onClear={() => void go({}, true)} />
            ) : (
              <>
                <Events events={data} busy={query.isPlaceholderData} />
                <Pager
                  cursor={cursor}
                  nextCursor={nextCursor}
                  shown={data.length}
                  onMove={(next) => void go({ ...search, cursor: next }, false)}
                />
              </>
            )
          }
        </Loaded>
      </Stack>
    </Page>
  );
}

function Nothing({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  const { t } = useTranslation();
  return filtered ? (
    <Empty
      icon={<IconFilterOff size={40} />}
      title={t('unmatched.noMatch')}
      actions={<Button onClick={onClear}>{t('common.clearFilters')}</Button>}
    />
  ) : (
    <Empty icon={<IconRoute size={40} />} title={t('unmatched.none')}>
      {t('unmatched.noneHint')}
    </Empty>
  );
}

function Events({ events, busy }: { readonly events: readonly SignedEvent[]; readonly busy: boolean }) {
  const { t } = useTranslation();
  const place = usePlace();
  const columns: readonly Column<SignedEvent>[] = [
    {
      id: 'event',
      header: t('delivery.column.event'),
      isName: true,
      cell: ({ id, type }) => (
        <div>
          <TextLink
            to="/$appId/$env/events/$eventId"
            params={{ ...place, eventId: id }}
            search={{ tab: 'explain' }}
            fw={600}
            size="sm"
          >
            <bdi dir="ltr">{type}</bdi>
          </TextLink>
          <Text size="sm" c="dimmed" component="div">
            <Mono truncated copyLabel={t('common.copyId')}>
              {id}
            </Mono>
          </Text>
        </div>
      ),
    },
    {
      id: 'envelope',
      header: t('event.envelope'),
      cell: ({ envelope }) => {
        const id = (envelope as { id?: unknown } | null)?.id;
        return typeof id === 'string' ? <Mono truncated>{id}</Mono> : <span aria-hidden>–</span>;
      },
    },
    {
      id: 'received',
      header: t('event.received'),
      narrow: true,
      cell: ({ receivedAt }) => <Time at={receivedAt} />,
    },
  ];
  return (
    <DataTable
      caption={t('unmatched.title')}
      columns={columns}
      rows={events}
      idOf={({ id }) => id}
      busy={busy}
    />
  );
}
