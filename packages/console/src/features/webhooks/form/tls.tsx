// Whose certificates are believed. Turning the check off has to be meant.
import { Alert, Checkbox, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWebhookForm } from './context.ts';
import { PemArea } from './secret-field.tsx';

export function Tls() {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const { verifyTls } = form.values.delivery;
  return (
    <Stack gap="sm">
      <Switch
        label={t('webhook.verifyTls')}
        description={t('webhook.verifyTlsHint')}
        {...form.getInputProps('delivery.verifyTls', { type: 'checkbox' })}
      />
      {verifyTls ? (
        <PemArea
          label={t('form.ca')}
          description={t('form.caHint')}
          minRows={2}
          {...form.getInputProps('delivery.ca')}
        />
      ) : (
        <Alert color="orange" title={t('webhook.notice.noTls')}>
          <Stack gap="sm">
            {t('webhook.notice.noTlsHint')}
            <Checkbox
              label={t('form.tlsUnderstood')}
              {...form.getInputProps('delivery.tlsUnderstood', { type: 'checkbox' })}
            />
          </Stack>
        </Alert>
      )}
    </Stack>
  );
}
