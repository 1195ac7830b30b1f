// A webhook that was disabled by itself: why, since when, and the two ways back.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPlay, IconRepeat } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alertOptions } from '../../api/alerts.ts';
import { testWebhook } from '../../api/tests.ts';
import type { TestSend, Webhook } from '../../api/types.ts';
import { May } from '../../parts/may.tsx';
import { useOutcomeText } from '../../parts/outcome.tsx';
import { usePlace } from '../../place.ts';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { notify } from '../../ui/notify.ts';
import { useNotifyProblem } from '../../ui/notify-problem.ts';
import Missed from './missed.tsx';
import { useWebhookChange } from './use-changes.ts';

interface AutoDisabledProps {
  readonly webhook: Webhook;
  readonly reason: 'failing' | 'gone' | 'plan';
}

const icon = { size: 16, 'aria-hidden': true } as const;

export default function AutoDisabled({ webhook, reason }: AutoDisabledProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const { alertId } = webhook.health;
  const { data: alert } = useQuery({ ...alertOptions(place, alertId ?? ''), enabled: alertId !== null });
  const outcome = useOutcomeText();
  const failure = alert?.lastFailure;
  const since = webhook.disabledAt;
  return (
    <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('webhook.notice.autoDisabled')}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t(`webhook.disabledReason.${reason}`)}</Text>
        <Missed webhook={webhook} />
        {failure && (
          <Text size="sm">
            {t('fares.lastError')} {outcome({ status: failure.status, error: failure.error?.kind ?? null })}
          </Text>
        )}
        {alertId !== null && (
          <TextLink to="/$appId/$env/alerts/$alertId" params={{ ...place, alertId }} size="sm" fw={600}>
            {t('alerts.more')}
          </TextLink>
        )}
        <May access="webhooks:write">
          <Group gap="sm">
            <TestAndEnable webhook={webhook} />
            <ButtonLink
              variant="default"
              size="xs"
              leftSection={<IconRepeat {...icon} />}
              to="/$appId/$env/replays/new"
              params={place}
              search={{ what: 'missed', webhooks: webhook.id, ...(since && { from: since }) }}
            >
              {t('fares.replayMissed')}
            </ButtonLink>
          </Group>
        </May>
      </Stack>
    </Alert>
  );
}

/** Nothing is enabled unless its receiver takes a test. */
function TestAndEnable({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const place = usePlace();
  const inEnvironment = useInEnvironment();
  const [failed, setFailed] = useState<TestSend | null>(null);
  const test = useWebhookChange(
    () => testWebhook(place, webhook.id, { enableOnSuccess: true }),
    (result) => {
      const passed = result.outcome === 'succeeded';
      setFailed(passed ? null : result);
      if (passed) notify(t('webhooks.enabled', { name: webhook.name }));
    },
    useNotifyProblem(),
  );
  return (
    <>
      <Button
        size="xs"
        leftSection={<IconPlayerPlay {...icon} className="mirrored" />}
        loading={test.isPending}
        onClick={() => test.mutate(undefined)}
      >
        {inEnvironment(t('fares.testAndEnable'))}
      </Button>
      {failed && (
        <Text size="sm" role="alert">
          {t('fares.testFailed')} <bdi>{failed.summary}</bdi>
        </Text>
      )}
    </>
  );
}
