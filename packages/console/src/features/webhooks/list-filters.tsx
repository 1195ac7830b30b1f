// What narrows the list of webhooks down, and its order. All of it stands in the address.
import { Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { topicsOptions } from '../../api/catalogue.ts';
import type { Webhook } from '../../api/types.ts';
import { usePlace } from '../../place.ts';
import { webhookStatuses, webhooksRoute, webhookTriggers } from '../../routes.ts';

/** Only names that some webhook uses: the others would find nothing. */
const used = (webhooks: readonly Webhook[], kind: 'departments' | 'requestFrom' | 'businessUnits') => [
  ...new Set(webhooks.flatMap(({ routing }) => routing[kind])),
];

export function Filters({ webhooks }: { readonly webhooks: readonly Webhook[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const place = usePlace();
  const search = webhooksRoute.useSearch();
  const set = (change: Partial<typeof search>) =>
    navigate({ to: '/$appId/$env/webhooks', params: place, search: { ...search, ...change }, replace: true });
  const topics = useQuery(topicsOptions());
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
      <Select
        aria-label={t('webhooks.topic')}
        placeholder={t('webhooks.topic')}
        data={topics.data?.data.map(({ topic, title }) => ({ value: topic, label: title })) ?? []}
        value={search.topic ?? null}
        onChange={(value) => void set({ topic: value ?? undefined })}
        clearable
        searchable
        w={{ base: '100%', xs: 190 }}
      />
      {byName('department', used(webhooks, 'departments'))}
      {byName('requestFrom', used(webhooks, 'requestFrom'))}
      {byName('businessUnit', used(webhooks, 'businessUnits'))}
      {webhooks.some(({ routing }) => routing.triggers.length === 1) && (
        <Select
          aria-label={t('webhooks.column.trigger')}
          placeholder={t('webhooks.column.trigger')}
          data={webhookTriggers.map((value) => ({ value, label: t(`routing.triggers.${value}`) }))}
          value={search.trigger ?? null}
          onChange={(value) => void set({ trigger: webhookTriggers.find((known) => known === value) })}
          clearable
          w={{ base: '100%', xs: 190 }}
        />
      )}
      <Select
        aria-label={t('webhooks.sort')}
        data={[
          { value: 'newest', label: t('webhooks.sortBy.newest') },
          { value: 'name', label: t('webhooks.sortBy.name') },
          { value: 'status', label: t('webhooks.sortBy.status') },
          { value: 'lastDelivery', label: t('webhooks.sortBy.lastDelivery') },
          { value: 'success', label: t('webhooks.sortBy.success') },
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
