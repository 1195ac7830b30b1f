// Alerts in rows: what fails, since when, with whom it is, and what can be done at once.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Alert } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { WebhookLink } from '../../parts/webhook-link.tsx';
import { usePlace } from '../../place.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { TextLink } from '../../ui/links.tsx';
import { SeverityPill } from '../../ui/severity.tsx';
import { Time } from '../../ui/time.tsx';
import { AlertMenu } from './alert-menu.tsx';
import { dayBefore } from './day-before.ts';
import { AlertStatePill, useProblemWords } from './in-words.tsx';

export function AlertTable({ alerts, busy }: { readonly alerts: readonly Alert[]; readonly busy: boolean }) {
  const { t } = useTranslation();
  const place = usePlace();
  const format = useFormat();
  const words = useProblemWords();
  const columns: readonly Column<Alert>[] = [
    {
      id: 'state',
      header: t('delivery.column.status'),
      narrow: true,
      cell: (alert) => <State alert={alert} />,
    },
    {
      id: 'problem',
      header: t('alerts.problem.label'),
      isName: true,
      cell: (alert) => (
        <div>
          <TextLink
            to="/$appId/$env/alerts/$alertId"
            params={{ ...place, alertId: alert.id }}
            fw={600}
            size="sm"
            className="break"
          >
            {words(alert)}
          </TextLink>
          <Text size="sm" c="dimmed">
            {t(`alerts.stage.${alert.stage}`)}
          </Text>
        </div>
      ),
    },
    {
      id: 'severity',
      header: t('alerts.severity'),
      narrow: true,
      cell: ({ severity }) => <SeverityPill severity={severity} />,
    },
    { id: 'webhook', header: t('alerts.column.webhook'), cell: (alert) => <Whose alert={alert} /> },
    {
      id: 'attempts',
      header: t('alerts.column.attempts'),
      narrow: true,
      align: 'end',
      cell: ({ failedAttempts, webhookId, failingSince }) => (
        <TextLink
          to="/$appId/$env/events"
          params={place}
          search={{ webhook: webhookId, status: 'failed', from: dayBefore(failingSince) }}
          size="sm"
          aria-label={t('alerts.affectedBy', { count: failedAttempts })}
        >
          {format.number(failedAttempts)}
        </TextLink>
      ),
    },
    {
      id: 'last',
      header: t('alerts.column.last'),
      narrow: true,
      cell: ({ firstSeenAt, lastSeenAt }) => (
        <div>
          <Time at={lastSeenAt} />
          <Text size="xs" c="dimmed" component="div">
            {t('alerts.since')} <Time at={firstSeenAt} />
          </Text>
        </div>
      ),
    },
    { id: 'owner', header: t('alerts.column.owner'), cell: (alert) => <Owner alert={alert} /> },
    {
      id: 'actions',
      header: t('common.actions'),
      headerHidden: true,
      narrow: true,
      align: 'end',
      cell: (alert) => <AlertMenu alert={alert} />,
    },
  ];
  return (
    <DataTable caption={t('nav.alerts')} columns={columns} rows={alerts} idOf={({ id }) => id} busy={busy} />
  );
}

/** With until when nobody is told. */
function State({ alert: { state, mutedUntil } }: { readonly alert: Alert }) {
  const { t } = useTranslation();
  return (
    <div>
      <AlertStatePill state={state} />
      {state === 'muted' && mutedUntil !== null && (
        <Text size="xs" c="dimmed" mt={2} component="div">
          {t('alerts.until')} <Time at={mutedUntil} />
        </Text>
      )}
    </div>
  );
}

/** Whoever took it on. */
function Owner({ alert: { acknowledgedBy } }: { readonly alert: Alert }) {
  const { t } = useTranslation();
  if (acknowledgedBy === null) return <Text c="dimmed">–</Text>;
  return (
    <Text span size="sm" className="break">
      <bdi>{acknowledgedBy.name ?? t('alerts.someone')}</bdi>
    </Text>
  );
}

function Whose({ alert: { webhookId, webhookName, webhookDeleted } }: { readonly alert: Alert }) {
  const { t } = useTranslation();
  if (!webhookDeleted) return <WebhookLink id={webhookId} />;
  return (
    <Text span size="sm">
      <bdi>{webhookName}</bdi> {t('webhooks.gone')}
    </Text>
  );
}
