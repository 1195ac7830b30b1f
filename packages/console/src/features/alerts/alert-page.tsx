// One alert: what is wrong, what to do, what will happen next, and whom it was told.
import { Alert as Box, Group, SimpleGrid, Stack, Text, Timeline, Title } from '@mantine/core';
import { IconBulb, IconListDetails, IconRepeat, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { alertOptions } from '../../api/alerts.ts';
import type { AlertDetail } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { May } from '../../parts/may.tsx';
import { WebhookLink } from '../../parts/webhook-link.tsx';
import { usePlace } from '../../place.ts';
import { alertRoute } from '../../routes.ts';
import { Facts } from '../../ui/facts.tsx';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { Page } from '../../ui/page.tsx';
import { PageOf } from '../../ui/page-of.tsx';
import { SeverityPill } from '../../ui/severity.tsx';
import { Time } from '../../ui/time.tsx';
import { adviceFor } from './advice.ts';
import { AlertActions } from './alert-actions.tsx';
import { dayBefore } from './day-before.ts';
import { AlertStatePill, useProblemWords } from './in-words.tsx';
import { LastFailure } from './last-failure.tsx';

export function AlertPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const { alertId } = alertRoute.useParams();
  const words = useProblemWords();
  const list = (
    <TextLink key="list" to="/$appId/$env/alerts" params={place} size="sm">
      {t('nav.alerts')}
    </TextLink>
  );
  return (
    <PageOf query={useQuery(alertOptions(place, alertId))} title={t('alerts.one')} trail={[list]}>
      {(alert) => (
        <Page
          title={words(alert)}
          aside={<AlertStatePill state={alert.state} />}
          lead={<bdi>{alert.webhookName}</bdi>}
          trail={[
            list,
            <Text key="this" span size="sm" c="dimmed" className="break">
              {alert.webhookName}
            </Text>,
          ]}
          actions={<AlertActions alert={alert} />}
        >
          <WhatToDo alert={alert} />
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
            <div>
              <ProblemFacts alert={alert} />
            </div>
            <Stack gap="md">
              {alert.lastFailure && <LastFailure failure={alert.lastFailure} />}
              <Steps alert={alert} />
            </Stack>
          </SimpleGrid>
        </Page>
      )}
    </PageOf>
  );
}

function WhatToDo({ alert }: { readonly alert: AlertDetail }) {
  const { t } = useTranslation();
  const place = usePlace();
  const { stage, kind, disableAt, webhookId, webhookDeleted, failingSince, failedDeliveries } = alert;
  const icon = { size: 16, 'aria-hidden': true } as const;
  const over = stage === 'recovered';
  return (
    <Box
      color={over ? 'green' : alert.severity === 'error' ? 'red' : 'orange'}
      icon={<IconBulb aria-hidden />}
      title={t('alerts.whatToDo')}
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          {over ? t('alerts.next.recovered') : t(`alerts.advice.${adviceFor(alert.lastFailure)}`)}
        </Text>
        {stage === 'disabled' && (
          <Text size="sm">{t(kind === 'gone' ? 'alerts.next.gone' : 'alerts.next.disabled')}</Text>
        )}
        {disableAt !== null && stage !== 'disabled' && !over && (
          <Text size="sm" component="div">
            {t('alerts.next.disableAt')} <Time at={disableAt} focusable />
          </Text>
        )}
        <Group gap="sm">
          {!webhookDeleted && (
            <ButtonLink
              variant="default"
              size="xs"
              leftSection={<IconSend {...icon} className="mirrored" />}
              to="/$appId/$env/webhooks/$webhookId"
              params={{ ...place, webhookId }}
              search={{ tab: 'test' }}
            >
              {t('alerts.test')}
            </ButtonLink>
          )}
          <ButtonLink
            variant="default"
            size="xs"
            leftSection={<IconListDetails {...icon} />}
            to="/$appId/$env/events"
            params={place}
            search={{ webhook: webhookId, status: 'failed', from: dayBefore(failingSince) }}
          >
            {t('alerts.affected')}
          </ButtonLink>
          {!webhookDeleted && failedDeliveries > 0 && (
            <May access="webhooks:write">
              <ButtonLink
                variant="default"
                size="xs"
                leftSection={<IconRepeat {...icon} />}
                to="/$appId/$env/replays/new"
                params={place}
                search={{
                  what: 'failed',
                  webhooks: webhookId,
                  when: 'custom',
                  from: dayBefore(failingSince),
                }}
              >
                {t('alerts.replay')}
              </ButtonLink>
            </May>
          )}
        </Group>
      </Stack>
    </Box>
  );
}

function ProblemFacts({ alert }: { readonly alert: AlertDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const moment = (name: string, at: string | null, more?: string | null) =>
    at !== null && {
      name,
      value: (
        <>
          <Time at={at} focusable /> {more}
        </>
      ),
    };
  const taker =
    alert.acknowledgedBy && t('alerts.by', { name: alert.acknowledgedBy.name ?? t('alerts.someone') });
  return (
    <Facts
      title={t('alerts.facts')}
      aside={<SeverityPill severity={alert.severity} />}
      facts={[
        { name: t('alerts.column.webhook'), value: <WebhookLink id={alert.webhookId} /> },
        { name: t('alerts.stage.label'), value: t(`alerts.stage.${alert.stage}`) },
        moment(t('alerts.failingSince'), alert.failingSince),
        moment(t('alerts.column.last'), alert.lastSeenAt),
        { name: t('alerts.column.attempts'), value: format.number(alert.failedAttempts) },
        alert.occurrences > 1 && {
          name: t('alerts.occurrences'),
          value: format.number(alert.occurrences - 1),
        },
        { name: t('alerts.waiting'), value: format.number(alert.waitingDeliveries) },
        { name: t('alerts.givenUp'), value: format.number(alert.failedDeliveries) },
        moment(t('alerts.warnedAt'), alert.warnedAt),
        moment(t('alerts.disabledAt'), alert.disabledAt),
        moment(
          t('alerts.recoveredAt'),
          alert.recoveredAt,
          alert.recoveredBy && t(`alerts.recoveredBy.${alert.recoveredBy}`),
        ),
        moment(t('alerts.takenOn'), alert.acknowledgedAt, taker),
        moment(t('alerts.mutedUntil'), alert.mutedUntil),
        moment(t('alerts.resolvedAt'), alert.resolvedAt),
      ]}
    />
  );
}

function Steps({ alert: { steps } }: { readonly alert: AlertDetail }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" component="section" aria-labelledby="alert-steps">
      <Title order={2} fz="md" id="alert-steps">
        {t('alerts.history')}
      </Title>
      <Timeline active={steps.length} bulletSize={16} lineWidth={2} color="indigo.8">
        {steps.map(({ step, at, mails }) => (
          <Timeline.Item key={`${step} ${at}`} title={t(`alerts.step.${step}`)}>
            <Text size="sm" c="dimmed" component="div">
              <Time at={at} focusable />
            </Text>
            {mails.length === 0 ? (
              <Text size="sm">{t('alerts.noMails')}</Text>
            ) : (
              mails.map((mail) => (
                <Text size="sm" key={mail.to} className="break">
                  <MailLine mail={mail} />
                </Text>
              ))
            )}
          </Timeline.Item>
        ))}
      </Timeline>
    </Stack>
  );
}

type Mail = AlertDetail['steps'][number]['mails'][number];

function MailLine({ mail: { to, sentAt, problem } }: { readonly mail: Mail }) {
  const { t } = useTranslation();
  const name = to ?? '–';
  if (sentAt !== null) return t('alerts.mail.sent', { to: name });
  return problem === null
    ? t('alerts.mail.waits', { to: name })
    : t('alerts.mail.failed', { to: name, problem });
}
