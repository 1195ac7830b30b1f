// The inbox of alerts: what fails and nobody has seen to yet, unless asked for others.
import { Button, Group, SegmentedControl, Select, Stack } from '@mantine/core';
import { IconBellCheck, IconBellCog, IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { alertCountsOptions, alertsOptions } from '../../api/alerts.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWebhookNames } from '../../parts/webhook-names.ts';
import { useOrganizationOf, usePlace } from '../../place.ts';
import { alertsRoute, alertTabs } from '../../routes.ts';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { AlertTable } from './alert-table.tsx';

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
                <AlertTable alerts={data} busy={query.isPlaceholderData} />
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
