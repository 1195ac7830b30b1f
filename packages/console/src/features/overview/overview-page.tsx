// How the environment fares: what needs attention, what failed last; and, before anything was delivered, the way there.
import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCertificate, IconKey, IconMoodCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { deliveriesOptions, deliveryCountsOptions } from '../../api/events.ts';
import { statisticsOptions, statisticsSpans } from '../../api/statistics.ts';
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
import { Checklist } from './checklist.tsx';
import { useDismissed } from './dismissed.ts';
import classes from './overview-page.module.css';

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

function Attention({ webhooks }: { readonly webhooks: readonly Webhook[] }) {
  const { t } = useTranslation();
  const place = usePlace();
  const needing = webhooks.filter(
    ({ status, health, disabledReason }) =>
      (status === 'enabled' && health.state !== 'healthy') ||
      (status === 'disabled' && disabledReason !== null && disabledReason !== 'manual'),
  );
  const overlapping = webhooks.filter(({ signing }) => signing.overlapEndsAt !== null);
  const expiring = webhooks.filter(
    ({ status, auth }) => status === 'enabled' && (auth.expiry === 'soon' || auth.expiry === 'expired'),
  );
  if (needing.length + overlapping.length + expiring.length === 0) return null;
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
        {/* A receiver that still verifies with the old secret will refuse everything from then on. */}
        {overlapping.map((webhook) => (
          <Note
            key={`${webhook.id} overlap`}
            webhook={webhook}
            icon={<IconKey size={20} aria-hidden />}
            words={t('overview.overlapEnds')}
            at={webhook.signing.overlapEndsAt as string}
          />
        ))}
        {expiring.map((webhook) => (
          <Note
            key={`${webhook.id} certificate`}
            webhook={webhook}
            icon={<IconCertificate size={20} aria-hidden className={classes['alarm']} />}
            words={t(webhook.auth.expiry === 'expired' ? 'overview.expired' : 'overview.expires')}
            at={webhook.auth.notAfter as string}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

interface NoteProps {
  readonly webhook: Webhook;
  readonly icon: ReactNode;
  readonly words: string;
  readonly at: string;
}

/** Something that happens to a webhook at a time that is known before. */
function Note({ webhook: { id, name }, icon, words, at }: NoteProps) {
  const place = usePlace();
  return (
    <Paper component="li" withBorder p="md" bg="var(--signpost-surface)" className={classes['item']}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        {icon}
        <Stack gap={6} miw={0}>
          <TextLink
            to="/$appId/$env/webhooks/$webhookId"
            params={{ ...place, webhookId: id }}
            fw={600}
            className="break"
          >
            {name}
          </TextLink>
          <Text size="sm" component="div">
            {words} <Time at={at} focusable />
          </Text>
        </Stack>
      </Group>
    </Paper>
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
