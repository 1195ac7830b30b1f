// When somebody is told that deliveries fail, and when the webhook is disabled by itself.
import { SimpleGrid, Stack, Switch, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../ui/number-field.tsx';
import { Section } from '../../../ui/section.tsx';
import { useWebhookForm } from './context.ts';

export function Alerts() {
  const { t } = useTranslation();
  const form = useWebhookForm();
  return (
    <Section id="alerts" title={t('webhook.section.alerts')} lead={t('form.alerts.lead')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberField
          label={t('webhook.alerts.after')}
          description={t('webhook.alerts.afterHint')}
          {...form.getInputProps('alerts.afterConsecutiveFailures')}
        />
        <TextInput
          label={t('webhook.alerts.disableAfter')}
          description={t('webhook.alerts.disableAfterHint')}
          placeholder="5d"
          dir="ltr"
          {...form.getInputProps('alerts.disableAfter')}
        />
      </SimpleGrid>
      <FailureRate />
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

function FailureRate() {
  const { t } = useTranslation();
  const form = useWebhookForm();
  return (
    <Stack gap="sm">
      <Switch
        label={t('form.alerts.rate')}
        description={t('form.alerts.rateHint')}
        {...form.getInputProps('alerts.failureRate.isOn', { type: 'checkbox' })}
      />
      {form.values.alerts.failureRate.isOn && (
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          {(['percent', 'hours', 'attemptsMin'] as const).map((field) => (
            <NumberField
              key={field}
              label={t(`form.alerts.${field}`)}
              {...form.getInputProps(`alerts.failureRate.${field}`)}
            />
          ))}
        </SimpleGrid>
      )}
    </Stack>
  );
}
