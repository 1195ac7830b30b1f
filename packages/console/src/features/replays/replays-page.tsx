// Replays: what was sent again as jobs, how far each is, and the way to a new one.
import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconFilterOff, IconPlus, IconRepeat } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { replaysOptions } from '../../api/replays.ts';
import { type Replay, replayStates } from '../../api/types.ts';
import { May } from '../../parts/may.tsx';
import { usePlace } from '../../place.ts';
import { replaysRoute } from '../../routes.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Time } from '../../ui/time.tsx';
import {
  ReplayProgress,
  ReplayStatePill,
  useProgressWords,
  useReplayName,
  useSelectionWords,
} from './in-words.tsx';

export function ReplaysPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const search = replaysRoute.useSearch();
  const { state, cursor } = search;
  const query = useQuery(replaysOptions(place, { state, cursor, limit: 50 }));
  const go = (next: typeof search, replace: boolean) =>
    void navigate({ to: '/$appId/$env/replays', params: place, search: next, replace });
  return (
    <Page title={t('nav.replays')} lead={t('replays.lead')} actions={<NewReplay />}>
      <Stack gap="md">
        <SegmentedControl
          aria-label={t('delivery.column.status')}
          value={state ?? 'all'}
          onChange={(value) => go({ state: replayStates.find((known) => known === value) }, true)}
          data={[
            { value: 'all', label: t('common.all') },
            ...replayStates.map((value) => ({ value, label: t(`replays.state.${value}`) })),
          ]}
          w="fit-content"
          maw="100%"
          style={{ overflowX: 'auto' }}
        />
        <Loaded query={query} lines={8}>
          {({ data, nextCursor }) =>
            data.length === 0 ? (
              <Nothing filtered={state !== undefined} />
            ) : (
              <>
                <Replays replays={data} busy={query.isPlaceholderData} />
                <Pager
                  cursor={cursor}
                  nextCursor={nextCursor}
                  shown={data.length}
                  onMove={(next) => go({ state, cursor: next }, false)}
                />
              </>
            )
          }
        </Loaded>
      </Stack>
    </Page>
  );
}

function NewReplay() {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <May access="webhooks:write">
      <ButtonLink
        to="/$appId/$env/replays/new"
        params={place}
        leftSection={<IconPlus size={18} aria-hidden />}
      >
        {t('replays.new')}
      </ButtonLink>
    </May>
  );
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  const { t } = useTranslation();
  return filtered ? (
    <Empty icon={<IconFilterOff size={40} />} title={t('replays.noMatch')} />
  ) : (
    <Empty icon={<IconRepeat size={40} />} title={t('replays.none')}>
      {t('replays.noneHint')}
    </Empty>
  );
}

function Replays({ replays, busy }: { readonly replays: readonly Replay[]; readonly busy: boolean }) {
  const { t } = useTranslation();
  const columns: readonly Column<Replay>[] = [
    {
      id: 'state',
      header: t('delivery.column.status'),
      narrow: true,
      cell: ({ state }) => <ReplayStatePill state={state} />,
    },
    { id: 'name', header: t('common.name'), isName: true, cell: (replay) => <Named replay={replay} /> },
    {
      id: 'progress',
      header: t('replays.progress'),
      cell: (replay) => <Progress replay={replay} />,
    },
    { id: 'by', header: t('replays.by'), cell: ({ createdBy }) => <By createdBy={createdBy} /> },
    {
      id: 'started',
      header: t('replays.started'),
      narrow: true,
      cell: ({ createdAt }) => <Time at={createdAt} />,
    },
  ];
  return (
    <DataTable
      caption={t('nav.replays')}
      columns={columns}
      rows={replays}
      idOf={({ id }) => id}
      busy={busy}
    />
  );
}

function Named({ replay }: { readonly replay: Replay }) {
  const place = usePlace();
  const nameOf = useReplayName();
  const words = useSelectionWords();
  return (
    <div>
      <TextLink
        to="/$appId/$env/replays/$replayId"
        params={{ ...place, replayId: replay.id }}
        fw={600}
        size="sm"
        className="break"
      >
        <bdi>{nameOf(replay)}</bdi>
      </TextLink>
      <Text size="sm" c="dimmed" className="break">
        <bdi>{words(replay).join(' · ')}</bdi>
      </Text>
    </div>
  );
}

function Progress({ replay }: { readonly replay: Replay }) {
  const words = useProgressWords();
  return (
    <Group gap="xs" wrap="nowrap">
      <ReplayProgress replay={replay} />
      <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
        <bdi>{words(replay)}</bdi>
      </Text>
    </Group>
  );
}

export function By({ createdBy: { kind, name } }: Pick<Replay, 'createdBy'>) {
  const { t } = useTranslation();
  return <bdi>{name ?? t(`replays.actor.${kind}`)}</bdi>;
}
