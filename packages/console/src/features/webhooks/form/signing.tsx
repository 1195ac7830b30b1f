// How the webhook's requests are signed: with a secret that both sides know, or with a key pair.
import { PasswordInput, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/section.tsx';
import { useWebhookForm } from './context.ts';

export function Signing() {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const { scheme } = form.values.signing;
  return (
    <Section id="signing" title={t('webhook.section.signing')} lead={t('form.signing.lead')}>
      <Radio.Group label={t('webhook.signing.scheme')} {...form.getInputProps('signing.scheme')}>
        <Stack gap="xs" mt="xs">
          {(['hmac', 'ed25519'] as const).map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`webhook.signing.${value}`)}
              description={t(`form.signing.hint.${value}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {scheme === 'hmac' && (
        <PasswordInput
          label={t('form.signing.secret')}
          description={t('form.signing.secretHint')}
          autoComplete="new-password"
          dir="ltr"
          visibilityToggleButtonProps={{ 'aria-label': t('session.showKey') }}
          {...form.getInputProps('signing.secret')}
        />
      )}
    </Section>
  );
}
