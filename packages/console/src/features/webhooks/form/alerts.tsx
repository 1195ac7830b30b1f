// When somebody is told that deliveries fail, and when the webhook is disabled by itself.
import { TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../ui/number-field.tsx';
import { Section } from '../../../ui/section.tsx';
import { useWebhookForm } from './context.ts';

export function Alerts() {
  const { t } = useTranslation();
  const form = useWebhookForm();
  return (
    <Section id="alerts" title={t('webhook.section.alerts')}>
      <NumberField
        label={t('webhook.alerts.after')}
        description={t('webhook.alerts.afterHint')}
        maw={320}
        {...form.getInputProps('alerts.afterConsecutiveFailures')}
      />
      <TextInput
        label={t('webhook.alerts.disableAfter')}
        description={t('webhook.alerts.disableAfterHint')}
        placeholder="5d"
        dir="ltr"
        maw={320}
        {...form.getInputProps('alerts.disableAfter')}
      />
      <TagsInput
        label={t('webhook.alerts.emails')}
        description={t('webhook.alerts.emailsHint')}
        splitChars={[',', ';', ' ']}
        acceptValueOnBlur
        dir="ltr"
        {...form.getInputProps('alerts.emails')}
      />
    </Section>
  );
}
