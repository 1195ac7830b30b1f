// All settings of a webhook, in words.
import { Badge, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../api/types.ts';
import { endOverlap } from '../../api/webhooks.ts';
import { parseDuration } from '../../i18n/format.ts';
import { withTexts } from '../../i18n/i18n.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { May } from '../../parts/may.tsx';
import { usePlace } from '../../place.ts';
import { CopyIcon } from '../../ui/copy.tsx';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { TextLink } from '../../ui/links.tsx';
import { Mono } from '../../ui/mono.tsx';
import { useNotifyProblem } from '../../ui/notify-problem.ts';
import { HealthPill } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import { snippet } from './snippet.ts';
import { useWebhookChange } from './use-changes.ts';
import { scopeOf, wantedTypes } from './wanted.ts';

const Fares = lazy(() => import('./fares.tsx'));
const PayloadFacts = lazy(() => withTexts(['form'], () => import('./payload-facts.tsx')));
const RotateDialog = lazy(() => import('./rotate-dialog.tsx'));

export function WebhookOverview({ webhook }: { readonly webhook: Webhook }) {
  return (
    <Stack gap="md">
      <Suspense fallback={null}>
        <Fares webhookId={webhook.id} />
      </Suspense>
      <SettingsInWords webhook={webhook} />
    </Stack>
  );
}

function SettingsInWords({ webhook }: { readonly webhook: Webhook }) {
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
      <Stack gap="md">
        <HealthFacts webhook={webhook} />
        <EventFacts webhook={webhook} />
        <SigningFacts webhook={webhook} />
      </Stack>
      <Stack gap="md">
        <Suspense fallback={null}>
          <PayloadFacts webhook={webhook} />
        </Suspense>
        <DeliveryFacts webhook={webhook} />
        <AlertFacts webhook={webhook} />
        <IdentityFacts webhook={webhook} />
      </Stack>
    </SimpleGrid>
  );
}

interface Props {
  readonly webhook: Webhook;
}

function useMoment() {
  const { t } = useTranslation();
  return (at: string | null) => (at === null ? t('common.never') : <Time at={at} focusable />);
}

function HealthFacts({ webhook: { health } }: Props) {
  const { t } = useTranslation();
  const place = usePlace();
  const moment = useMoment();
  const format = useFormat();
  const { state, alertId, failingSince, disableAt, pausedUntil } = health;
  return (
    <Facts
      title={t('webhook.section.health')}
      aside={
        alertId && (
          <TextLink to="/$appId/$env/alerts/$alertId" params={{ ...place, alertId }} size="sm">
            {t('alerts.more')}
          </TextLink>
        )
      }
      facts={[
        { name: t('alerts.health.state'), value: <HealthPill state={state} /> },
        { name: t('webhook.lastSuccess'), value: moment(health.lastSuccessAt) },
        { name: t('webhook.lastFailure'), value: moment(health.lastFailureAt) },
        { name: t('webhook.failuresInARow'), value: format.number(health.consecutiveFailures) },
        failingSince !== null && { name: t('alerts.failingSince'), value: moment(failingSince) },
        pausedUntil !== null && { name: t('alerts.health.pausedUntil'), value: moment(pausedUntil) },
        disableAt !== null && { name: t('alerts.health.disableAt'), value: moment(disableAt) },
      ]}
    />
  );
}

function EventFacts({ webhook }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { types, except } = wantedTypes(webhook);
  const { routing, firing, kind } = webhook;
  const scope: readonly Fact[] = scopeOf(webhook).map((part) => ({
    name: t(`routing.${part.kind}`),
    value: format.list(part.names),
  }));
  return (
    <Facts
      title={t('webhook.section.events')}
      facts={[
        { name: t('webhook.kind.label'), value: t(`webhook.kind.${kind}`) },
        {
          name: t('webhooks.column.events'),
          value: types === null ? t('webhooks.events.all') : <Types types={types} />,
        },
        except.length > 0 && { name: t('webhook.except'), value: <Types types={except} /> },
        { name: t('webhooks.column.mode'), value: t(`webhook.firing.${firing}`) },
        { name: t('routing.receives.label'), value: t(`routing.receives.${routing.receives}`) },
        {
          name: t('webhooks.column.trigger'),
          value: format.list(routing.triggers.map((name) => t(`routing.triggers.${name}`))),
        },
        ...scope,
      ]}
    />
  );
}

function Types({ types }: { readonly types: readonly string[] }) {
  return (
    <Group gap={6}>
      {types.map((type) => (
        <Badge key={type} variant="default" tt="none" fw={500} radius="sm" dir="ltr">
          {type}
        </Badge>
      ))}
    </Group>
  );
}

function SigningFacts({ webhook }: Props) {
  const { t } = useTranslation();
  const place = usePlace();
  const inEnvironment = useInEnvironment();
  const [rotating, setRotating] = useState(false);
  const { scheme, publicKey, since, overlapEndsAt } = webhook.signing;
  const end = useWebhookChange(
    () => endOverlap(place, webhook.id),
    () => undefined,
    useNotifyProblem(),
  );
  return (
    <>
      <Facts
        title={t('webhook.section.signing')}
        aside={
          <May access="webhooks:write">
            <Button size="xs" variant="default" onClick={() => setRotating(true)}>
              {t('webhooks.action.rotate')}
            </Button>
          </May>
        }
        facts={[
          { name: t('webhook.signing.scheme'), value: t(`webhook.signing.${scheme}`) },
          { name: t('webhook.signing.since'), value: <Time at={since} focusable /> },
          publicKey !== null && {
            name: t('webhooks.secret.publicKey'),
            value: <Mono copyLabel={t('webhook.signing.copyPublicKey')}>{publicKey}</Mono>,
          },
          overlapEndsAt !== null && {
            name: t('webhook.signing.overlapEnds'),
            value: (
              <Group gap="sm">
                <Time at={overlapEndsAt} focusable />
                <May access="webhooks:write">
                  <Button
                    size="compact-xs"
                    variant="default"
                    loading={end.isPending}
                    onClick={() => end.mutate(undefined)}
                  >
                    {inEnvironment(t('webhook.signing.endOverlap'))}
                  </Button>
                </May>
              </Group>
            ),
          },
          { name: t('webhook.auth.label'), value: <AuthInWords auth={webhook.auth} /> },
        ]}
      />
      <Suspense fallback={null}>
        {rotating && <RotateDialog webhook={webhook} onClose={() => setRotating(false)} />}
      </Suspense>
    </>
  );
}

function AuthInWords({ auth }: { readonly auth: Webhook['auth'] }) {
  const { t } = useTranslation();
  const detail = auth.type === 'basic' ? auth.username : auth.type === 'custom' ? auth.name : undefined;
  return (
    <Group gap={6}>
      <span>{t(`webhook.auth.${auth.type}`)}</span>
      {detail && <Mono>{detail}</Mono>}
      {auth.type !== 'none' && (
        <Text span size="sm" c="dimmed">
          {t('webhook.auth.set')}
        </Text>
      )}
    </Group>
  );
}

function DeliveryFacts({ webhook: { delivery } }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const headers = Object.entries(delivery.headers);
  const steps = delivery.retrySchedule.map((step) => format.duration(parseDuration(step) ?? 0));
  const limit = (value: number | null) => (value === null ? t('webhook.noLimit') : format.number(value));
  return (
    <Facts
      title={t('webhook.section.delivery')}
      facts={[
        { name: t('webhook.timeout'), value: format.duration(delivery.timeoutSeconds * 1000) },
        {
          name: t('webhook.retries'),
          value: steps.length === 0 ? t('webhook.noRetries') : steps.join(' · '),
        },
        { name: t('webhook.verifyTls'), value: t(delivery.verifyTls ? 'common.yes' : 'common.no') },
        { name: t('webhook.ordering.label'), value: t(`webhook.ordering.${delivery.ordering}`) },
        { name: t('webhook.maxPerSecond'), value: limit(delivery.maxPerSecond) },
        { name: t('webhook.maxConcurrent'), value: limit(delivery.maxConcurrent) },
        headers.length > 0 && {
          name: t('webhook.headers'),
          value: (
            <Stack gap={2}>
              {headers.map(([name, value]) => (
                <Mono key={name}>{`${name}: ${value}`}</Mono>
              ))}
            </Stack>
          ),
        },
      ]}
    />
  );
}

function AlertFacts({ webhook: { alerts } }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const after = alerts.disableAfter === null ? null : parseDuration(alerts.disableAfter);
  return (
    <Facts
      title={t('webhook.section.alerts')}
      facts={[
        {
          name: t('webhook.alerts.rules'),
          value: t(alerts.rules === 'own' ? 'webhook.alerts.ownRules' : 'webhook.alerts.ofOrganization'),
        },
        {
          name: t('webhook.alerts.after'),
          value:
            alerts.afterConsecutiveFailures === null
              ? t('common.never')
              : t('webhook.alerts.failures', { count: alerts.afterConsecutiveFailures }),
        },
        {
          name: t('webhook.alerts.disableAfter'),
          value:
            after === null
              ? t('common.never')
              : t('webhook.alerts.afterFailing', { time: format.duration(after) }),
        },
        alerts.emails.length > 0 && {
          name: t('webhook.alerts.emails'),
          value: <bdi>{alerts.emails.join(', ')}</bdi>,
        },
      ]}
    />
  );
}

function IdentityFacts({ webhook }: Props) {
  const { t } = useTranslation();
  return (
    <Facts
      title={t('webhook.section.identity')}
      facts={[
        webhook.description !== '' && {
          name: t('webhook.description'),
          value: <bdi>{webhook.description}</bdi>,
        },
        { name: t('common.id'), value: <Mono copyLabel={t('common.copyId')}>{webhook.id}</Mono> },
        webhook.firing === 'explicit' && {
          name: t('webhook.snippet'),
          value: (
            <Group gap={6}>
              <Mono>{snippet(webhook.id)}</Mono>
              <CopyIcon value={snippet(webhook.id)} label={t('common.copy')} />
            </Group>
          ),
        },
        { name: t('common.created'), value: <Time at={webhook.createdAt} focusable /> },
        { name: t('common.updated'), value: <Time at={webhook.updatedAt} focusable /> },
      ]}
    />
  );
}
