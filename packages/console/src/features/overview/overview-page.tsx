// How the environment fares: what needs attention, what failed last; and, before anything was delivered, the way there.
import { Anchor, Group, Paper, SimpleGrid, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircle, IconMoodCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { deliveriesOptions, eventsOptions } from '../../api/events.ts';
import { statisticsOptions } from '../../api/statistics.ts';
import type { Delivery, Webhook } from '../../api/types.ts';
import { webhooksOptions } from '../../api/webhooks.ts';
import { DeliveriesTable } from '../../parts/deliveries-table.tsx';
import { DeliveriesChart, FigureCards, isQuiet } from '../../parts/health.tsx';
import { usePlace } from '../../place.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { WebhookStatus } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import classes from './overview-page.module.css';

export function OverviewPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const webhooks = useQuery(webhooksOptions(place));
  const newest = useQuery(deliveriesOptions(place, { limit: 1 }));
  const passed = useQuery(deliveriesOptions(place, { status: 'succeeded', limit: 1 }));
  const failed = useQuery(deliveriesOptions(place, { status: 'failed', limit: 10 }));
  const events = useQuery(eventsOptions(place, { limit: 1 }));
  return (
    <Page
      title={t('nav.overview')}
      lead={t('overview.lead', { environment: t(`environment.name.${place.env}`) })}
    >
      <Loaded query={webhooks}>
        {({ webhooks: all }) => (
          <Loaded query={failed}>
            {({ data: failures }) => (
              <Stack gap="lg">
                {passed.data?.data.length === 0 && (
                  <Checklist
                    hasWebhook={all.length > 0}
                    hasEvent={(events.data?.data.length ?? 0) > 0}
                    hasDelivery={false}
                  />
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
  const { data } = useQuery(statisticsOptions(place, { bucket: 'hour', count: 24 }));
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
      <FigureCards statistics={data} />
      <DeliveriesChart statistics={data} />
    </Stack>
  );
}

interface ChecklistProps {
  readonly hasWebhook: boolean;
  readonly hasEvent: boolean;
  readonly hasDelivery: boolean;
}

function Checklist({ hasWebhook, hasEvent, hasDelivery }: ChecklistProps) {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <Paper
      withBorder
      p="lg"
      bg="var(--signpost-surface)"
      component="section"
      aria-labelledby="checklist-title"
    >
      <Title order={2} fz="lg" id="checklist-title" mb="sm">
        {t('checklist.title')}
      </Title>
      <ol className={classes['steps']}>
        <Step done={hasWebhook} title={t('checklist.webhook')}>
          <TextLink to="/$appId/$env/webhooks/new" params={place} size="sm">
            {t('webhooks.add')}
          </TextLink>
        </Step>
        <Step done={hasEvent} title={t('checklist.event')}>
          <Anchor href="/api/v1/reference" size="sm">
            {t('checklist.reference')}
          </Anchor>
        </Step>
        <Step done={hasDelivery} title={t('checklist.delivery')}>
          <TextLink to="/$appId/$env/events" params={place} size="sm">
            {t('nav.history')}
          </TextLink>
        </Step>
      </ol>
    </Paper>
  );
}

function Step({
  done,
  title,
  children,
}: {
  readonly done: boolean;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <li>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <ThemeIcon variant="light" color={done ? 'teal' : 'gray'} radius="xl" size="sm" mt={2}>
          {done ? (
            <IconCheck size={14} aria-label={t('checklist.done')} />
          ) : (
            <IconCircle size={14} aria-label={t('checklist.open')} />
          )}
        </ThemeIcon>
        <div>
          <Text>{title}</Text>
          {children}
        </div>
      </Group>
    </li>
  );
}

function Attention({ webhooks }: { readonly webhooks: readonly Webhook[] }) {
  const { t } = useTranslation();
  const place = usePlace();
  const needing = webhooks.filter(
    ({ status, health, disabledReason }) =>
      (status === 'enabled' && health.state !== 'healthy') ||
      (status === 'disabled' && disabledReason !== null && disabledReason !== 'manual'),
  );
  if (needing.length === 0) return null;
  return (
    <Stack component="section" gap="sm" aria-labelledby="attention-title">
      <Title order={2} fz="lg" id="attention-title">
        {t('overview.attention')}
      </Title>
      <SimpleGrid component="ul" cols={{ base: 1, sm: 2, lg: 3 }} p={0} m={0}>
        {needing.map((webhook) => (
          <Paper
            key={webhook.id}
            component="li"
            withBorder
            p="md"
            bg="var(--signpost-surface)"
            className={classes['item']}
          >
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <IconAlertTriangle size={20} aria-hidden className={classes['alarm']} />
              <Stack gap={6} miw={0}>
                <TextLink
                  to="/$appId/$env/webhooks/$webhookId"
                  params={{ ...place, webhookId: webhook.id }}
                  fw={600}
                  className="break"
                >
                  {webhook.name}
                </TextLink>
                <WebhookStatus webhook={webhook} />
                <Text size="sm">
                  {t('overview.failuresInARow', { count: webhook.health.consecutiveFailures })}
                </Text>
                {webhook.health.alertId !== null && (
                  <TextLink
                    to="/$appId/$env/alerts/$alertId"
                    params={{ ...place, alertId: webhook.health.alertId }}
                    size="sm"
                  >
                    {t('overview.toAlert')}
                  </TextLink>
                )}
              </Stack>
            </Group>
          </Paper>
        ))}
      </SimpleGrid>
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
