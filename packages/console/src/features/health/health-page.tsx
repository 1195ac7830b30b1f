// Delivery health: figures and charts of all webhooks or of one, over a time that is in the address.
import { Group, Paper, SegmentedControl, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconChartBarOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type StatisticsQuery, statisticsOptions } from '../../api/statistics.ts';
import type { Statistics } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { DeliveriesChart, FigureCards, isQuiet, LatencyChart } from '../../parts/health.tsx';
import { useReasonText } from '../../parts/outcome.tsx';
import { useWebhookNames } from '../../parts/webhook-names.ts';
import { usePlace } from '../../place.ts';
import { healthRanges, healthRoute } from '../../routes.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';

type Range = (typeof healthRanges)[number];

interface Search {
  readonly range?: Range | undefined;
  readonly webhook?: string | undefined;
}

const spans: Readonly<Record<Range, Pick<StatisticsQuery, 'bucket' | 'count'>>> = {
  '24h': { bucket: 'hour', count: 24 },
  '7d': { bucket: 'hour', count: 7 * 24 },
  '30d': { bucket: 'day', count: 30 },
  '90d': { bucket: 'day', count: 90 },
};

export function HealthPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const search: Search = healthRoute.useSearch();
  const { range = '24h', webhook } = search;
  const query = useQuery(statisticsOptions(place, { ...spans[range], webhookId: webhook }));
  const go = (next: Search) =>
    void navigate({ to: '/$appId/$env/health', params: place, search: next, replace: true });
  return (
    <Page title={t('nav.health')} lead={t('health.lead')}>
      <Stack gap="md">
        <Filters search={search} onChange={go} />
        <Loaded query={query} lines={10}>
          {(statistics) =>
            isQuiet(statistics) ? (
              <Empty icon={<IconChartBarOff size={40} />} title={t('health.quiet')}>
                {t('health.quietHint')}
              </Empty>
            ) : (
              <Stack gap="md" aria-busy={query.isPlaceholderData}>
                <FigureCards statistics={statistics} />
                <DeliveriesChart statistics={statistics} webhookId={webhook} />
                <SimpleGrid cols={{ base: 1, lg: 2 }}>
                  <LatencyChart statistics={statistics} />
                  <Reasons failures={statistics.total.failures} />
                </SimpleGrid>
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
  const { all } = useWebhookNames();
  return (
    <Group gap="sm" role="search" aria-label={t('common.filters')}>
      <SegmentedControl
        aria-label={t('health.range')}
        value={search.range ?? '24h'}
        onChange={(value) =>
          onChange({ ...search, range: healthRanges.find((known) => known === value && known !== '24h') })
        }
        data={healthRanges.map((value) => ({ value, label: t(`health.last${value}`) }))}
        maw="100%"
        style={{ overflowX: 'auto' }}
      />
      <Select
        aria-label={t('delivery.column.webhook')}
        placeholder={t('health.allWebhooks')}
        data={all.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.webhook ?? null}
        onChange={(value) => onChange({ ...search, webhook: value ?? undefined })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('common.clearFilters') }}
        w={{ base: '100%', xs: 240 }}
      />
    </Group>
  );
}

interface Reason {
  readonly name: string;
  readonly count: number;
}

function Reasons({ failures }: { readonly failures: Statistics['total']['failures'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useReasonText();
  const reasons = Object.entries(failures as Readonly<Record<string, number>>)
    .map(([name, count]): Reason => ({ name, count }))
    .toSorted((a, b) => b.count - a.count);
  const all = reasons.reduce((sum, { count }) => sum + count, 0);
  const columns: readonly Column<Reason>[] = [
    { id: 'reason', header: t('health.reason'), isName: true, cell: ({ name }) => words(name) },
    { id: 'count', header: t('health.count'), align: 'end', cell: ({ count }) => format.number(count) },
    {
      id: 'share',
      header: t('health.share'),
      align: 'end',
      cell: ({ count }) => format.percent(count / all),
    },
  ];
  return (
    <Paper role="group" withBorder p="md" bg="var(--signpost-surface)" aria-labelledby="reasons-title">
      <Title order={2} fz="md" mb="sm" id="reasons-title">
        {t('health.reasons')}
      </Title>
      {all === 0 ? (
        <Text size="sm">{t('health.noReasons')}</Text>
      ) : (
        <DataTable caption={t('health.reasons')} columns={columns} rows={reasons} idOf={({ name }) => name} />
      )}
    </Paper>
  );
}
