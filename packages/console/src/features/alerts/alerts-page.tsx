// The inbox of alerts: what fails and nobody has seen to yet, unless asked for others.
import { Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconBellCheck, IconBellCog, IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { alertCountsOptions, alertsOptions } from '../../api/alerts.ts';
import type { Alert } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { WebhookLink } from '../../parts/webhook-link.tsx';
import { useWebhookNames } from '../../parts/webhook-names.ts';
import { useOrganizationOf, usePlace } from '../../place.ts';
import { alertsRoute, alertTabs } from '../../routes.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { SeverityPill } from '../../ui/severity.tsx';
import { Time } from '../../ui/time.tsx';
import { dayBefore } from './day-before.ts';
import { AlertStatePill, useProblemWords } from './in-words.tsx';

interface Search {
  readonly state?: (typeof alertTabs)[number] | undefined;
  readonly webhook?: string | undefined;
  readonly cursor?: string | undefined;
}

export function AlertsPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const search: Search = alertsRoute.useSearch();
  const { state = 'open', webhook, cursor } = search;
  const orgId = useOrganizationOf(place.appId)?.id ?? null;
  const query = useQuery(
    alertsOptions(place, {
      state: state === 'all' ? undefined : state,
      webhookId: webhook,
      cursor,
      limit: 50,
    }),
  );
  const go = (next: Search, replace: boolean) =>
    void navigate({ to: '/$appId/$env/alerts', params: place, search: next, replace });
  return (
    <Page
      title={t('nav.alerts')}
      lead={t('alerts.lead')}
      actions={
        orgId !== null && (
          <ButtonLink
            variant="default"
            leftSection={<IconBellCog size={16} aria-hidden />}
            to="/organizations/$orgId/alert-rules"
            params={{ orgId }}
          >
            {t('nav.alertRules')}
          </ButtonLink>
        )
      }
    >
      <Stack gap="md">
        <Filters search={search} onChange={(next) => go({ ...next, cursor: undefined }, true)} />
        <Loaded query={query} lines={8}>
          {({ data, nextCursor }) =>
            data.length === 0 ? (
              <Nothing isInbox={state === 'open' && !webhook} onAll={() => go({ state: 'all' }, true)} />
            ) : (
              <>
                <Alerts alerts={data} busy={query.isPlaceholderData} />
                <Pager
                  cursor={cursor}
                  nextCursor={nextCursor}
                  shown={data.length}
                  onMove={(next) => go({ ...search, cursor: next }, false)}
                />
              </>
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
  const format = useFormat();
  const { data: counts } = useQuery(alertCountsOptions(usePlace()));
  const label = (tab: (typeof alertTabs)[number]) => {
    const word = t(`alerts.state.${tab}`);
    const count = counts?.[tab as keyof typeof counts];
    return count === undefined ? word : `${word} ${format.number(count)}`;
  };
  return (
    <Group gap="sm" role="search" aria-label={t('common.filters')}>
      <SegmentedControl
        aria-label={t('delivery.column.status')}
        value={search.state ?? 'open'}
        onChange={(value) =>
          onChange({ ...search, state: alertTabs.find((tab) => tab === value && tab !== 'open') })
        }
        data={alertTabs.map((value) => ({ value, label: label(value) }))}
        maw="100%"
        style={{ overflowX: 'auto' }}
      />
      <Select
        aria-label={t('alerts.column.webhook')}
        placeholder={t('alerts.column.webhook')}
        data={all.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.webhook ?? null}
        onChange={(value) => onChange({ ...search, webhook: value ?? undefined })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('common.clearFilters') }}
        w={{ base: '100%', xs: 220 }}
      />
    </Group>
  );
}

function Nothing({ isInbox, onAll }: { readonly isInbox: boolean; readonly onAll: () => void }) {
  const { t } = useTranslation();
  return isInbox ? (
    <Empty icon={<IconBellCheck size={40} />} title={t('alerts.none')}>
      {t('alerts.noneHint')}
    </Empty>
  ) : (
    <Empty
      icon={<IconFilterOff size={40} />}
      title={t('alerts.noMatch')}
      actions={<Button onClick={onAll}>{t('common.clearFilters')}</Button>}
    >
      {t('alerts.noMatchHint')}
    </Empty>
  );
}

function Alerts({ alerts, busy }: { readonly alerts: readonly Alert[]; readonly busy: boolean }) {
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
      id: 'first',
      header: t('alerts.column.first'),
      narrow: true,
      cell: ({ firstSeenAt }) => <Time at={firstSeenAt} />,
    },
    {
      id: 'last',
      header: t('alerts.column.last'),
      narrow: true,
      cell: ({ lastSeenAt }) => <Time at={lastSeenAt} />,
    },
  ];
  return (
    <DataTable caption={t('nav.alerts')} columns={columns} rows={alerts} idOf={({ id }) => id} busy={busy} />
  );
}

/** With whose it is, or until when nobody is told. */
function State({ alert: { state, acknowledgedBy, mutedUntil } }: { readonly alert: Alert }) {
  const { t } = useTranslation();
  const small = { size: 'xs', c: 'dimmed', mt: 2 } as const;
  return (
    <>
      <AlertStatePill state={state} />
      {state === 'acknowledged' && acknowledgedBy && (
        <Text {...small}>{t('alerts.by', { name: acknowledgedBy.name ?? t('alerts.someone') })}</Text>
      )}
      {state === 'muted' && mutedUntil !== null && (
        <Text {...small} component="div">
          {t('alerts.until')} <Time at={mutedUntil} />
        </Text>
      )}
    </>
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
