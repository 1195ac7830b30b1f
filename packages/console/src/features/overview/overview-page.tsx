// How the environment fares: what needs attention, what failed last; and, before anything was delivered, the way there.
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconMoodCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deliveriesOptions, deliveryCountsOptions } from '../../api/events.ts';
import { statisticsOptions, statisticsSpans } from '../../api/statistics.ts';
import type { Delivery } from '../../api/types.ts';
import { webhooksOptions } from '../../api/webhooks.ts';
import { DeliveriesTable } from '../../parts/deliveries-table.tsx';
import { DeliveriesChart, FigureCards, isQuiet } from '../../parts/health.tsx';
import { usePlace } from '../../place.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Time } from '../../ui/time.tsx';
import { Attention } from './attention.tsx';
import { Checklist } from './checklist.tsx';
import { useDismissed } from './dismissed.ts';

export function OverviewPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const webhooks = useQuery(webhooksOptions(place));
  const newest = useQuery(deliveriesOptions(place, { limit: 1 }));
  const passed = useQuery(deliveriesOptions(place, { status: 'succeeded', limit: 1 }));
  const failed = useQuery(deliveriesOptions(place, { status: 'failed', limit: 10 }));
  const { isDismissed, dismiss, bringBack } = useDismissed(place);
  return (
    <Page
      title={t('nav.overview')}
      lead={t('overview.lead', { environment: t(`environment.name.${place.env}`) })}
      actions={
        isDismissed && (
          <Button variant="subtle" size="xs" onClick={bringBack}>
            {t('checklist.bringBack')}
          </Button>
        )
      }
    >
      <Loaded query={webhooks}>
        {({ webhooks: all }) => (
          <Loaded query={failed}>
            {({ data: failures }) => (
              <Stack gap="lg">
                {passed.data && (passed.data.data.length === 0 || all.length === 0) && !isDismissed && (
                  <Checklist webhooks={all} onDismiss={dismiss} />
                )}
                <LastDay />
                <Attention webhooks={all} />
                <Failures failures={failures} newest={newest.data?.data[0] ?? null} />
              </Stack>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function LastDay() {
  const { t } = useTranslation();
  const place = usePlace();
  const { data } = useQuery(statisticsOptions(place, statisticsSpans['24h']));
  const { data: counts } = useQuery(deliveryCountsOptions(place, {}));
  if (!data || isQuiet(data)) return null;
  return (
    <Stack component="section" gap="sm" aria-labelledby="last-day">
      <Group justify="space-between" align="baseline">
        <Title order={2} fz="lg" id="last-day">
          {t('health.last24h')}
        </Title>
        <TextLink to="/$appId/$env/health" params={place} size="sm">
          {t('health.details')}
        </TextLink>
      </Group>
      <FigureCards statistics={data} retrying={counts?.retrying.count ?? 0} linked />
      <DeliveriesChart statistics={data} />
    </Stack>
  );
}

interface FailuresProps {
  readonly failures: readonly Delivery[];
  readonly newest: Delivery | null;
}

function Failures({ failures, newest }: FailuresProps) {
  const { t } = useTranslation();
  const place = usePlace();
  if (failures.length === 0) {
    return (
      newest && (
        <Paper withBorder p="lg" bg="var(--signpost-surface)">
          <Group gap="sm">
            <IconMoodCheck size={28} aria-hidden />
            <div>
              <Text fw={600}>{t('overview.noFailures')}</Text>
              <Text size="sm" c="dimmed" component="div">
                {t('overview.lastDelivery')} <Time at={newest.finishedAt ?? newest.createdAt} focusable />
              </Text>
            </div>
          </Group>
        </Paper>
      )
    );
  }
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="baseline">
        <Title order={2} fz="lg">
          {t('overview.failures')}
        </Title>
        <TextLink to="/$appId/$env/events" params={place} search={{ status: 'failed' }} size="sm">
          {t('overview.allFailures')}
        </TextLink>
      </Group>
      <DeliveriesTable caption={t('overview.failures')} rows={failures} />
    </Stack>
  );
}
