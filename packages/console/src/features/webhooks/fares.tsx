// How one webhook fares over a day, a week or a month: figures, charts and why attempts failed.
import { Group, SegmentedControl, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { statisticsOptions, statisticsSpans } from '../../api/statistics.ts';
import { DeliveriesChart, FigureCards, isQuiet, LatencyChart } from '../../parts/health.tsx';
import { Reasons } from '../../parts/reasons.tsx';
import { usePlace } from '../../place.ts';
import { webhookRoute } from '../../routes.ts';
import { TextLink } from '../../ui/links.tsx';

const ranges = ['24h', '7d', '30d'] as const;
type Range = (typeof ranges)[number];

export default function Fares({ webhookId }: { readonly webhookId: string }) {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const { range: asked } = webhookRoute.useSearch();
  const range: Range = ranges.find((known) => known === asked) ?? '24h';
  const { data } = useQuery(statisticsOptions(place, statisticsSpans[range], { webhookId }));
  const choose = (value: string) =>
    void navigate({
      to: '/$appId/$env/webhooks/$webhookId',
      params: { ...place, webhookId },
      search: { range: ranges.find((known) => known === value && known !== '24h') },
      replace: true,
      resetScroll: false,
    });
  if (!data) return null;
  // Nothing is said before anything was sent, unless another time was asked for.
  if (isQuiet(data) && asked === undefined) return null;
  return (
    <Stack gap="sm" component="section" aria-labelledby="fares">
      <Group justify="space-between" align="center">
        <Group gap="sm" maw="100%">
          <Title order={2} fz="lg" id="fares">
            {t('fares.title')}
          </Title>
          <SegmentedControl
            size="xs"
            aria-label={t('health.range')}
            value={range}
            onChange={choose}
            data={ranges.map((value) => ({ value, label: t(`health.last${value}`) }))}
            maw="100%"
            style={{ overflowX: 'auto' }}
          />
        </Group>
        <TextLink
          to="/$appId/$env/health"
          params={place}
          search={{ webhook: webhookId, ...(range !== '24h' && { range }) }}
          size="sm"
        >
          {t('health.details')}
        </TextLink>
      </Group>
      {isQuiet(data) ? (
        <Text c="dimmed">{t('health.quiet')}</Text>
      ) : (
        <>
          <FigureCards statistics={data} />
          <DeliveriesChart statistics={data} webhookId={webhookId} />
          <SimpleGrid cols={{ base: 1, lg: 2 }}>
            <LatencyChart statistics={data} />
            <Reasons failures={data.total.failures} />
          </SimpleGrid>
        </>
      )}
    </Stack>
  );
}
