// Since when a webhook is disabled, and what passed it by.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../api/types.ts';
import { missedOptions } from '../../api/webhooks.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { usePlace } from '../../place.ts';
import { Time } from '../../ui/time.tsx';

export default function Missed({ webhook: { id, disabledAt } }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  if (disabledAt === null) return null;
  return (
    <Text size="sm" component="div">
      {t('fares.since')} <Time at={disabledAt} focusable /> <Count webhookId={id} />
    </Text>
  );
}

function Count({ webhookId }: { readonly webhookId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(missedOptions(usePlace(), webhookId));
  // That none was found among the newest of many says nothing.
  if (!data || (data.isAtLeast && data.count === 0)) return null;
  const { count, isAtLeast } = data;
  const number = format.number(count);
  const words = isAtLeast ? t('fares.missedAtLeast', { number }) : t('fares.missed', { count, number });
  return <>· {count === 0 ? t('fares.missedNone') : words}</>;
}
