// Delivery health: figures and charts of all webhooks or of one, over a time that is in the address.
import { Group, SegmentedControl, Select, SimpleGrid, Stack } from '@mantine/core';
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
import { DeliveriesChart, FigureCards, isQuiet, LatencyChart } from '../../parts/health.tsx';
import { Reasons } from '../../parts/reasons.tsx';
import { useWebhookNames } from '../../parts/webhook-names.ts';
import { usePlace } from '../../place.ts';
import { healthRanges, healthRoute } from '../../routes.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { ByWebhook, QueueCard } from './by-webhook.tsx';
import { OwnSpan } from './own-span.tsx';

type Range = (typeof healthRanges)[number];

interface Search {
  readonly range?: Range | undefined;
  readonly webhook?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export function HealthPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const search: Search = healthRoute.useSearch();
  const { range = '24h', webhook, from, to } = search;
  const span = from !== undefined && to !== undefined ? spanFrom(from, to) : statisticsSpans[range];
  const query = useQuery(statisticsOptions(place, span, webhook));
  const groups = useQuery({
    ...statisticsByWebhookOptions(place, span),
    enabled: webhook === undefined,
  });
  const go = (next: Search) =>
    void navigate({ to: '/$appId/$env/health', params: place, search: next, replace: true });
  return (
    <Page title={t('nav.health')} lead={t('health.lead')}>
      <Stack gap="md">
        <Filters search={search} onChange={go} />
        {webhook === undefined && groups.data?.groups && <QueueCard groups={groups.data.groups} />}
        <Loaded query={query} lines={10}>
          {(statistics) =>
            isQuiet(statistics) ? (
              <Empty icon={<IconChartBarOff size={40} />} title={t('health.quiet')}>
                {t('health.quietHint')}
              </Empty>
            ) : (
              <Stack gap="md" aria-busy={query.isPlaceholderData}>
                <FigureCards statistics={statistics} />
                <DeliveriesChart
                  statistics={statistics}
                  webhookId={webhook}
                  onZoom={(part) => go({ ...part, webhook })}
                />
                <SimpleGrid cols={{ base: 1, lg: 2 }}>
                  <LatencyChart statistics={statistics} />
                  <Reasons failures={statistics.total.failures} />
                </SimpleGrid>
                {webhook === undefined && groups.data?.groups && (
                  <ByWebhook groups={groups.data.groups} onChoose={(id) => go({ ...search, webhook: id })} />
                )}
              </Stack>
            )
          }
        </Loaded>
      </Stack>
    </Page>
  );
}

interface FiltersProps {
  readonly search: Search;
  readonly onChange: (search: Search) => void;
}

function Filters({ search, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const { range, webhook, from, to } = search;
  const { all } = useWebhookNames();
  return (
    <Group gap="sm" role="search" aria-label={t('common.filters')}>
      <SegmentedControl
        aria-label={t('health.range')}
        value={from === undefined ? (range ?? '24h') : ''}
        onChange={(value) =>
          onChange({ webhook, range: healthRanges.find((known) => known === value && known !== '24h') })
        }
        data={healthRanges.map((value) => ({ value, label: t(`health.last${value}`) }))}
        maw="100%"
        style={{ overflowX: 'auto' }}
      />
      <OwnSpan from={from} to={to} onChoose={(span) => onChange({ ...span, webhook })} />
      <Select
        aria-label={t('delivery.column.webhook')}
        placeholder={t('health.allWebhooks')}
        data={all.map(({ id, name }) => ({ value: id, label: name }))}
        value={webhook ?? null}
        onChange={(value) => onChange({ ...search, webhook: value ?? undefined })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('common.clearFilters') }}
        w={{ base: '100%', xs: 240 }}
      />
    </Group>
  );
}
