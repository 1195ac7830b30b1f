// The templates whose processes a webhook fires for when it fires only when told. The directory keeps them: they are saved after
// the webhook, by whoever may change it; others see them.
import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { directoryOptions } from '../../../api/directory.ts';
import { useMayAt, useOrganizationOf, usePlace } from '../../../place.ts';
import { useWebhookForm } from './context.ts';

export default function Templates({ webhookId }: { readonly webhookId: string | null }) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const orgId = useOrganizationOf(usePlace().appId)?.id ?? null;
  const may = useMayAt({ orgId: orgId ?? undefined });
  const { data } = useQuery({ ...directoryOptions(orgId ?? '', 'templates'), enabled: orgId !== null });
  if (!data || data.length === 0) return null;
  const coupled = data.filter(({ webhooks }) => webhookId !== null && webhooks?.includes(webhookId));
  return (
    <MultiSelect
      label={t('form.templates')}
      description={t(may('directory:write') ? 'form.templatesHint' : 'form.templatesReadOnly')}
      data={data.map(({ id, name }) => ({ value: id, label: name }))}
      value={form.values.coupled ?? coupled.map(({ id }) => id)}
      onChange={(ids) => form.setFieldValue('coupled', ids)}
      readOnly={!may('directory:write')}
      searchable
      clearable={may('directory:write')}
      hidePickedOptions
      nothingFoundMessage={t('common.nothingFound')}
    />
  );
}
