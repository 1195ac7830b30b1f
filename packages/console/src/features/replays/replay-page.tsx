// One replay: how far it is, what became of what it sent, and how it is steered.
import { Alert, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconListDetails, IconPlayerPause } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deliveryCountsOptions } from '../../api/events.ts';
import { isUnfinished, replayOptions } from '../../api/replays.ts';
import type { DeliveryCounts, Replay } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { usePlace } from '../../place.ts';
import { replayRoute } from '../../routes.ts';
import { Facts } from '../../ui/facts.tsx';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Page } from '../../ui/page.tsx';
import { PageOf } from '../../ui/page-of.tsx';
import { Time } from '../../ui/time.tsx';
import {
  ReplayProgress,
  ReplayStatePill,
  useProgressWords,
  useReplayName,
  useSelectionWords,
} from './in-words.tsx';
import { ReplayActions } from './replay-actions.tsx';
import { By } from './replays-page.tsx';

export function ReplayPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const { replayId } = replayRoute.useParams();
  const list = (
    <TextLink key="list" to="/$appId/$env/replays" params={place} size="sm">
      {t('nav.replays')}
    </TextLink>
  );
  return (
    <PageOf query={useQuery(replayOptions(place, replayId))} title={t('replays.one')} trail={[list]}>
      {(replay) => <Shown replay={replay} list={list} />}
    </PageOf>
  );
}

/** What was sent has its answer a little later: it is asked about until nothing waits any more. */
const followMs = 2_000;

/** What was read before the last were sent knows nothing of them, not even that they wait. */
const isBehind = (counts: DeliveryCounts | undefined, { done }: Replay) =>
  counts === undefined || counts.pending.count > 0 || (!counts.all.isEstimate && counts.all.count < done);

function Shown({ replay, list }: { readonly replay: Replay; readonly list: React.ReactNode }) {
  const { t } = useTranslation();
  const place = usePlace();
  const name = useReplayName()(replay);
  const counts = useQuery({
    ...deliveryCountsOptions(place, { replayId: replay.id }),
    refetchInterval: ({ state: { data } }) =>
      isUnfinished(replay) || isBehind(data, replay) ? followMs : false,
  });
  return (
    <Page
      title={name}
      aside={<ReplayStatePill state={replay.state} />}
      lead={<Mono copyLabel={t('common.copyId')}>{replay.id}</Mono>}
      trail={[
        list,
        <Text key="this" span size="sm" c="dimmed" className="break">
          {name}
        </Text>,
      ]}
      actions={<ReplayActions replay={replay} failed={counts.data?.failed.count ?? 0} />}
    >
      {replay.state === 'paused' && (
        <Alert color="orange" icon={<IconPlayerPause aria-hidden />} title={t('replays.state.paused')}>
          {t(`replays.pausedBecause.${replay.pausedBecause ?? 'person'}`)}
        </Alert>
      )}
      <Progress replay={replay} />
      {counts.data && <Outcomes replayId={replay.id} counts={counts.data} />}
      <ReplayFacts replay={replay} />
    </Page>
  );
}

function Progress({ replay }: { readonly replay: Replay }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useProgressWords();
  const skipWords = useSkipWords();
  const { done, skipped, total, skippedBecause, state } = replay;
  const left = total === null || state === 'done' ? null : Math.max(0, total - done - skipped);
  const reasons = Object.entries(skippedBecause).map(
    ([reason, count]) => `${format.number(count)} ${skipWords(reason)}`,
  );
  return (
    <Paper withBorder p="md" bg="var(--signpost-surface)">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text fw={600}>
            <bdi>{words(replay)}</bdi> {t('replays.deliveries', { count: total ?? done + skipped })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('replays.figures', { done: format.number(done), skipped: format.number(skipped) })}
            {left !== null && ` · ${t('replays.left', { left: format.number(left) })}`}
          </Text>
        </Group>
        <ReplayProgress replay={replay} />
        {reasons.length > 0 && (
          <Text size="sm">{t('replays.skippedBecause', { reasons: format.list(reasons) })}</Text>
        )}
      </Stack>
    </Paper>
  );
}

const skipReasons = ['in_progress', 'webhook_disabled', 'webhook_deleted', 'not_found'] as const;

function useSkipWords(): (reason: string) => string {
  const { t } = useTranslation();
  return (reason) => {
    const known = skipReasons.find((name) => name === reason);
    return known === undefined ? reason : t(`replays.skip.${known}`);
  };
}

interface OutcomesProps {
  readonly replayId: string;
  readonly counts: DeliveryCounts;
}

/** What became of the deliveries that it sent; each figure leads to them. */
function Outcomes({ replayId, counts }: OutcomesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const place = usePlace();
  return (
    <Stack component="section" gap="sm" aria-label={t('replays.outcomes')}>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        {(['succeeded', 'failed', 'pending'] as const).map((status) => (
          <Paper key={status} withBorder p="md" bg="var(--signpost-surface)">
            <TextLink
              to="/$appId/$env/events"
              params={place}
              search={{ replay: replayId, ...(status !== 'pending' && { status }) }}
              size="sm"
            >
              {t(status === 'pending' ? 'replays.waiting' : `delivery.status.${status}`)}
            </TextLink>
            <Text fz={26} fw={650}>
              <bdi>{format.number(counts[status].count)}</bdi>
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
      <Group>
        <ButtonLink
          variant="default"
          size="xs"
          leftSection={<IconListDetails size={16} aria-hidden />}
          to="/$appId/$env/events"
          params={place}
          search={{ replay: replayId }}
        >
          {t('replays.toHistory')}
        </ButtonLink>
      </Group>
    </Stack>
  );
}

function ReplayFacts({ replay }: { readonly replay: Replay }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useSelectionWords();
  return (
    <Facts
      title={t('replays.facts')}
      wide
      facts={[
        {
          name: t('replays.selection'),
          value: (
            <Stack gap={2}>
              {words(replay).map((part) => (
                <bdi key={part}>{part}</bdi>
              ))}
            </Stack>
          ),
        },
        { name: t('replays.perSecond'), value: format.number(replay.perSecond) },
        { name: t('replays.by'), value: <By createdBy={replay.createdBy} /> },
        { name: t('replays.started'), value: <Time at={replay.createdAt} focusable /> },
        replay.endedAt !== null && {
          name: t('replays.ended'),
          value: <Time at={replay.endedAt} focusable />,
        },
      ]}
    />
  );
}
