// The list of configured webhooks: what each wants, how it fares, and everything that can be done with it.
import { Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconFilterOff, IconPlus, IconSearch, IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { statisticsByWebhookOptions, statisticsSpans } from '../../api/statistics.ts';
import type { Webhook, WebhookStatistics } from '../../api/types.ts';
import { type WebhookList, webhooksOptions } from '../../api/webhooks.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { May } from '../../parts/may.tsx';
import { usePlace } from '../../place.ts';
import { webhookStatuses, webhooksRoute } from '../../routes.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink, TextLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Page } from '../../ui/page.tsx';
import { WebhookStatus } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import { Scope, TriggerSources, WantedEvents } from './in-words.tsx';
import { MiniBars } from './mini-bars.tsx';
import { isAsked, sorted } from './wanted.ts';
import { WebhookMenu } from './webhook-menu.tsx';

export function WebhooksPage() {
  const { t } = useTranslation();
  const place = usePlace();
  const query = useQuery(webhooksOptions(place));
  const isEmpty = query.data?.webhooks.length === 0;
  return (
    <Page
      title={t('webhooks.title')}
      lead={t('webhooks.lead')}
      actions={
        !isEmpty && (
          <May access="webhooks:write">
            <ButtonLink
              to="/$appId/$env/webhooks/new"
              params={place}
              leftSection={<IconPlus size={18} aria-hidden />}
            >
              {t('webhooks.add')}
            </ButtonLink>
          </May>
        )
      }
    >
      <Loaded query={query} lines={8}>
        {(list) => (isEmpty ? <NoWebhooks /> : <FilteredList list={list} />)}
      </Loaded>
    </Page>
  );
}

function NoWebhooks() {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <Empty
      icon={<IconWebhook size={40} />}
      title={t('webhooks.none', { environment: t(`environment.name.${place.env}`) })}
      actions={
        <May access="webhooks:write">
          <ButtonLink
            to="/$appId/$env/webhooks/new"
            params={place}
            leftSection={<IconPlus size={18} aria-hidden />}
          >
            {t('webhooks.add')}
          </ButtonLink>
        </May>
      }
    >
      {t('webhooks.noneHint')}
    </Empty>
  );
}

function FilteredList({ list: { webhooks, complete } }: { readonly list: WebhookList }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const place = usePlace();
  const search = webhooksRoute.useSearch();
  const shown = sorted(
    webhooks.filter((webhook) => isAsked(webhook, search)),
    search.sort,
    language,
  );
  const clear = () => navigate({ to: '/$appId/$env/webhooks', params: place, search: {}, replace: true });
  return (
    <Stack gap="md">
      <Filters webhooks={webhooks} />
      {!complete && <Alert color="yellow">{t('webhooks.incomplete', { count: webhooks.length })}</Alert>}
      {shown.length > 0 ? (
        <WebhookTable webhooks={shown} />
      ) : (
        <Empty
          icon={<IconFilterOff size={40} />}
          title={t('webhooks.noMatch')}
          actions={<Button onClick={() => void clear()}>{t('common.clearFilters')}</Button>}
        />
      )}
      <Text size="sm" c="dimmed" role="status">
        {t('webhooks.count', { count: shown.length, total: webhooks.length })}
      </Text>
    </Stack>
  );
}

/** Only names that some webhook uses: the others would find nothing. */
const used = (webhooks: readonly Webhook[], kind: 'departments' | 'requestFrom' | 'businessUnits') => [
  ...new Set(webhooks.flatMap(({ routing }) => routing[kind])),
];

function Filters({ webhooks }: { readonly webhooks: readonly Webhook[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const place = usePlace();
  const search = webhooksRoute.useSearch();
  const set = (change: Partial<typeof search>) =>
    navigate({ to: '/$appId/$env/webhooks', params: place, search: { ...search, ...change }, replace: true });
  const byName = (name: 'department' | 'requestFrom' | 'businessUnit', data: readonly string[]) =>
    data.length > 0 && (
      <Select
        aria-label={t(`routing.${name}`)}
        placeholder={t(`routing.${name}`)}
        data={data}
        value={search[name] ?? null}
        onChange={(value) => void set({ [name]: value ?? undefined })}
        clearable
        searchable
        w={{ base: '100%', xs: 190 }}
      />
    );
  return (
    <Group gap="sm" role="search" aria-label={t('common.filters')}>
      <TextInput
        type="search"
        aria-label={t('webhooks.search')}
        placeholder={t('webhooks.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search.q ?? ''}
        onChange={(event) => void set({ q: event.currentTarget.value || undefined })}
        w={{ base: '100%', xs: 260 }}
      />
      <Select
        aria-label={t('webhooks.column.status')}
        placeholder={t('webhooks.column.status')}
        data={webhookStatuses.map((value) => ({ value, label: t(`webhook.status.${value}`) }))}
        value={search.status ?? null}
        onChange={(value) => void set({ status: webhookStatuses.find((known) => known === value) })}
        clearable
        w={{ base: '100%', xs: 150 }}
      />
      {byName('department', used(webhooks, 'departments'))}
      {byName('requestFrom', used(webhooks, 'requestFrom'))}
      {byName('businessUnit', used(webhooks, 'businessUnits'))}
      <Select
        aria-label={t('webhooks.sort')}
        data={[
          { value: 'newest', label: t('webhooks.sortBy.newest') },
          { value: 'name', label: t('webhooks.sortBy.name') },
          { value: 'status', label: t('webhooks.sortBy.status') },
          { value: 'lastDelivery', label: t('webhooks.sortBy.lastDelivery') },
        ]}
        value={search.sort ?? 'newest'}
        allowDeselect={false}
        onChange={(value) =>
          void set({ sort: value === 'newest' ? undefined : (value as typeof search.sort) })
        }
        w={{ base: '100%', xs: 210 }}
      />
    </Group>
  );
}

function WebhookTable({ webhooks }: { readonly webhooks: readonly Webhook[] }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const columns: readonly Column<Webhook>[] = [
    {
      id: 'name',
      header: t('common.name'),
      isName: true,
      cell: (webhook) => <Named webhook={webhook} />,
    },
    {
      id: 'status',
      header: t('webhooks.column.status'),
      narrow: true,
      cell: (webhook) => <WebhookStatus webhook={webhook} />,
    },
    {
      id: 'events',
      header: t('webhooks.column.events'),
      cell: (webhook) => <WantedEvents webhook={webhook} />,
    },
    { id: 'scope', header: t('webhooks.column.scope'), cell: (webhook) => <Scope webhook={webhook} /> },
    {
      id: 'trigger',
      header: t('webhooks.column.trigger'),
      cell: (webhook) => <TriggerSources webhook={webhook} />,
    },
    {
      id: 'mode',
      header: t('webhooks.column.mode'),
      cell: ({ firing }) => t(`webhook.firing.${firing}`),
    },
    {
      id: 'day',
      header: t('fares.day'),
      cell: ({ id }) => <MiniBars figures={figures.get(id)} />,
    },
    {
      id: 'last',
      header: t('webhooks.column.last'),
      cell: ({ health }) => <LastDelivery {...health} />,
    },
    {
      id: 'menu',
      header: t('common.actions'),
      headerHidden: true,
      narrow: true,
      align: 'end',
      cell: (webhook) => <WebhookMenu webhook={webhook} />,
    },
  ];
  return <DataTable caption={t('webhooks.title')} columns={columns} rows={webhooks} idOf={({ id }) => id} />;
}

/** Of the last day, by the id of the webhook. */
function useFigures(): ReadonlyMap<string, WebhookStatistics> {
  const { data } = useQuery(statisticsByWebhookOptions(usePlace(), statisticsSpans['24h']));
  return new Map(data?.groups?.map((group) => [group.webhookId, group]));
}

function Named({ webhook: { id, name, description, url } }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <Stack gap={2} maw={{ sm: 220 }}>
      <TextLink
        to="/$appId/$env/webhooks/$webhookId"
        params={{ ...place, webhookId: id }}
        fw={600}
        className="break"
      >
        <bdi>{name}</bdi>
      </TextLink>
      {description && (
        <Text size="sm" c="dimmed" lineClamp={1} component="span">
          <bdi>{description}</bdi>
        </Text>
      )}
      <Text size="sm" c="dimmed" component="span">
        <Mono truncated copyLabel={t('common.copyUrl')}>
          {url}
        </Mono>
      </Text>
    </Stack>
  );
}

function LastDelivery({ lastSuccessAt, lastFailureAt }: Webhook['health']) {
  const { t } = useTranslation();
  const [last] = [lastSuccessAt, lastFailureAt]
    .filter((at) => at !== null)
    .toSorted()
    .reverse();
  return last ? (
    <Time at={last} />
  ) : (
    <Text size="sm" c="dimmed" component="span">
      {t('common.never')}
    </Text>
  );
}
