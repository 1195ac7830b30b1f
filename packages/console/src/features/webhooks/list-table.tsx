// The table of webhooks: what each wants, how it fares, and the menu of what can be done with it.
import { Stack, Text } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Webhook, WebhookStatistics } from '../../api/types.ts';
import { usePlace } from '../../place.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { TextLink } from '../../ui/links.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Pill, WebhookStatus } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import { Scope, TriggerSources, WantedEvents } from './in-words.tsx';
import { MiniBars } from './mini-bars.tsx';
import { isUnchecked, lastDelivery } from './wanted.ts';
import { WebhookMenu } from './webhook-menu.tsx';

interface WebhookTableProps {
  readonly webhooks: readonly Webhook[];
  /** Of the last day, by the id of the webhook. */
  readonly figures: ReadonlyMap<string, WebhookStatistics>;
}

export function WebhookTable({ webhooks, figures }: WebhookTableProps) {
  const { t } = useTranslation();
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
      cell: (webhook) => (
        <Stack gap={4} align="flex-start">
          <WebhookStatus webhook={webhook} />
          {isUnchecked(webhook) && <Pill tone="warn" icon={IconLockOpen} label={t('webhooks.unchecked')} />}
        </Stack>
      ),
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
      narrow: true,
      cell: (webhook) => <LastDelivery webhook={webhook} />,
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

function LastDelivery({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const last = lastDelivery(webhook);
  return last > 0 ? (
    <Time at={new Date(last).toISOString()} />
  ) : (
    <Text size="sm" c="dimmed" component="span">
      {t('common.never')}
    </Text>
  );
}
