// Where an environment has one default webhook at most: says so as soon as this one would be the second.
import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { webhookDefaultsOptions } from '../../../api/webhook-defaults.ts';
import { usePlace } from '../../../place.ts';
import { useWebhookForm } from './context.ts';

export function OtherDefault({ webhookId }: { readonly webhookId: string | null }) {
  const { t } = useTranslation();
  const { kind, routing } = useWebhookForm().values;
  const { data } = useQuery(webhookDefaultsOptions(usePlace()));
  const isDefault =
    kind === 'notification' && routing.departments.length === 0 && routing.requestFrom.length === 0;
  if (!isDefault || !data) return null;
  const other = data.defaultWebhook?.id === webhookId ? null : data.defaultWebhook;
  return (
    <Alert color={other ? 'orange' : 'gray'} role="status">
      {other ? t('form.otherDefault', { name: other.name }) : t('form.isDefault')}
    </Alert>
  );
}
