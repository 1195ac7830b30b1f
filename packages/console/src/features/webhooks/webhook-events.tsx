// What was sent to one webhook: all, passed, failed.
import { Stack } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { deliveriesOptions, deliveryCountsOptions } from '../../api/events.ts';
import type { Webhook } from '../../api/types.ts';
import { DeliveriesTable } from '../../parts/deliveries-table.tsx';
import { stateOf } from '../../parts/delivery-states.ts';
import { StatusTabs } from '../../parts/status-tabs.tsx';
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
  const query = useQuery(
    deliveriesOptions(place, { webhookId: webhook.id, ...stateOf(status), cursor, limit: 25 }),
  );
  const counts = useQuery(deliveryCountsOptions(place, { webhookId: webhook.id }));
  const go = (search: { status?: typeof status; cursor?: string | undefined }, replace: boolean) =>
    navigate({
      to: '/$appId/$env/webhooks/$webhookId',
      params: { ...place, webhookId: webhook.id },
      search: { tab: 'events', ...search },
      replace,
    });
  return (
    <Stack gap="md">
      <StatusTabs status={status} counts={counts.data} onChange={(next) => void go({ status: next }, true)} />
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
