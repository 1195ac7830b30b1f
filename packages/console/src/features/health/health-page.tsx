// Delivery health: figures and charts of all webhooks or of one, of all event types or of some, over a time that is in the address.
import { Group, SegmentedControl, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconChartBarOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  spanFrom,
  statisticsByWebhookOptions,
  statisticsOptions,
  statisticsSpans,
} from '../../api/statistics.ts';
import type { Statistics } from '../../api/types.ts';
import { DeliveriesChart, FigureCards, isQuiet, LatencyChart } from '../../parts/health.tsx';
import { Reasons } from '../../parts/reasons.tsx';
import { useWebhookNames } from '../../parts/webhook-names.ts';
import { usePlace } from '../../place.ts';
import { healthRanges, healthRoute, ranges } from '../../routes.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { ByType, CountedSince } from './by-type.tsx';
import { ByWebhook } from './by-webhook.tsx';
import { OwnSpan } from './own-span.tsx';
import { QueueCard } from './queue-card.tsx';
import { TypeFilter } from './type-filter.tsx';

type Range = (typeof healthRanges)[number];

interface Search {
  readonly range?: Range | undefined;
  readonly webhook?: string | undefined;
  readonly type?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export function HealthPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const search: Search = healthRoute.useSearch();
  const { range = '24h', webhook, type, from, to } = search;
  const span = from !== undefined && to !== undefined ? spanFrom(from, to) : statisticsSpans[range];
  const query = useQuery(statisticsOptions(place, span, { webhookId: webhook, type }, 'type'));
  const groups = useQuery(
    statisticsByWebhookOptions(place, span, {
      type,
      ...(webhook !== undefined && { webhookIds: [webhook] }),
    }),
  );
  const waiting = webhook === undefined ? groups.data?.waiting : groups.data?.groups?.[0]?.waiting;
  const go = (next: Search) =>
    void navigate({ to: '/$appId/$env/health', params: place, search: next, replace: true });
  return (
    <Page title={t('nav.health')} lead={t('health.lead')}>
      <Stack gap="md">
        <Filters search={search} onChange={go} />
        {waiting && <QueueCard waiting={waiting} webhook={webhook} />}
        <Loaded query={query} lines={10}>
          {(statistics) =>
            isQuiet(statistics) ? (
              <Empty icon={<IconChartBarOff size={40} />} title={t('health.quiet')}>
                {type !== undefined && statistics.typesCountedSince != null ? (
                  <CountedSince at={statistics.typesCountedSince} />
                ) : (
                  t('health.quietHint')
                )}
              </Empty>
            ) : (
              <Stack gap="md" aria-busy={query.isPlaceholderData}>
                {type !== undefined && statistics.typesCountedSince != null && (
                  <Text size="sm" c="dimmed" component="div">
                    <CountedSince at={statistics.typesCountedSince} />
                  </Text>
                )}
                <FigureCards statistics={statistics} />
                <DeliveriesChart
                  statistics={statistics}
                  webhookId={webhook}
                  type={type}
                  onZoom={(part) => go({ ...part, webhook, type })}
                />
                <SimpleGrid cols={{ base: 1, lg: 2 }}>
                  <LatencyChart statistics={statistics} />
                  <Reasons failures={statistics.total.failures} />
                </SimpleGrid>
                {webhook === undefined && groups.data?.groups && (
                  <ByWebhook
                    groups={groups.data.groups}
                    ofTypes={type !== undefined}
                    onChoose={(id) => go({ ...search, webhook: id })}
                  />
                )}
                <ByType
                  statistics={statistics}
                  search={inHistory(search, statistics)}
                  onChoose={(one) => go({ ...search, type: one })}
                />
              </Stack>
            )
          }
        </Loaded>
      </Stack>
    </Page>
  );
}

/** The same time and webhook, for the history: it has most of the ranges, too. */
function inHistory({ range = '24h', webhook, from, to }: Search, statistics: Statistics) {
  const known = ranges.find((one) => one === range);
  if (from !== undefined) return { webhook, from, to };
  return known === undefined ? { webhook, from: statistics.from } : { webhook, range: known };
}

interface FiltersProps {
  readonly search: Search;
  readonly onChange: (search: Search) => void;
}

function Filters({ search, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const { range, webhook, type, from, to } = search;
  const { all } = useWebhookNames();
  return (
    <Group gap="sm" role="search" aria-label={t('common.filters')}>
      <SegmentedControl
        aria-label={t('health.range')}
        value={from === undefined ? (range ?? '24h') : ''}
        onChange={(value) =>
          onChange({ webhook, type, range: healthRanges.find((known) => known === value && known !== '24h') })
        }
        data={healthRanges.map((value) => ({ value, label: t(`health.last${value}`) }))}
        maw="100%"
        style={{ overflowX: 'auto' }}
      />
      <OwnSpan from={from} to={to} onChoose={(span) => onChange({ ...span, webhook, type })} />
      <Group gap="sm" flex={{ base: '1 0 100%', xs: 'initial' }}>
        <Select
          aria-label={t('delivery.column.webhook')}
          placeholder={t('health.allWebhooks')}
          data={all.map(({ id, name }) => ({ value: id, label: name }))}
          value={webhook ?? null}
          onChange={(value) => onChange({ ...search, webhook: value ?? undefined })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': `${t('common.remove')}: ${t('delivery.column.webhook')}` }}
          w={{ base: '100%', xs: 240 }}
        />
        <TypeFilter value={type} onChange={(value) => onChange({ ...search, type: value })} />
      </Group>
    </Group>
  );
}
