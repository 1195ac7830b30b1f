// What was sent to one webhook: all, passed, failed.
import { SegmentedControl, Stack } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { deliveriesOptions } from '../../api/events.ts';
import { deliveryStates, type Webhook } from '../../api/types.ts';
import { DeliveriesTable } from '../../parts/deliveries-table.tsx';
import { usePlace } from '../../place.ts';
import { webhookRoute } from '../../routes.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Pager } from '../../ui/pager.tsx';

export default function WebhookEvents({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const { status, cursor } = webhookRoute.useSearch();
  const query = useQuery(deliveriesOptions(place, { webhookId: webhook.id, status, cursor, limit: 25 }));
  const go = (search: { status?: typeof status; cursor?: string | undefined }, replace: boolean) =>
    navigate({
      to: '/$appId/$env/webhooks/$webhookId',
      params: { ...place, webhookId: webhook.id },
      search: { tab: 'events', ...search },
      replace,
    });
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t('delivery.column.status')}
        value={status ?? 'all'}
        onChange={(value) => void go({ status: deliveryStates.find((known) => known === value) }, true)}
        data={[
          { value: 'all', label: t('common.all') },
          { value: 'succeeded', label: t('delivery.status.succeeded') },
          { value: 'failed', label: t('delivery.status.failed') },
          { value: 'pending', label: t('delivery.status.pending') },
        ]}
        w="fit-content"
        maw="100%"
      />
      <Loaded query={query} lines={8}>
        {({ data, nextCursor }) =>
          data.length === 0 ? (
            <Empty icon={<IconListDetails size={40} />} title={t('history.none')}>
              {t('webhook.noEvents')}
            </Empty>
          ) : (
            <>
              <DeliveriesTable
                caption={t('webhook.tab.events')}
                rows={data}
                withWebhook={false}
                busy={query.isPlaceholderData}
              />
              <Pager
                cursor={cursor}
                nextCursor={nextCursor}
                shown={data.length}
                onMove={(to) => void go({ status, cursor: to }, false)}
              />
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}
