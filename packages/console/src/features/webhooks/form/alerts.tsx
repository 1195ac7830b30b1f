// When somebody is told that deliveries fail, and when the webhook is disabled by itself: as the organization does it, or not.
import { Radio, Stack, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { webhookDefaultsOptions } from '../../../api/webhook-defaults.ts';
import { RuleFields } from '../../../parts/alert-rules/rule-fields.tsx';
import { useRulesInWords } from '../../../parts/alert-rules/rules-in-words.tsx';
import { usePlace } from '../../../place.ts';
import { Section } from '../../../ui/section.tsx';
import { useWebhookForm } from './context.ts';

export function Alerts() {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const inWords = useRulesInWords();
  const { data: defaults } = useQuery(webhookDefaultsOptions(usePlace()));
  const { rules, failureRate } = form.values.alerts;
  return (
    <Section id="alerts" title={t('webhook.section.alerts')} lead={t('form.alerts.lead')}>
      <Radio.Group label={t('form.alerts.rules')} {...form.getInputProps('alerts.rules')}>
        <Stack gap="xs" mt="xs">
          <Radio
            value="organization"
            label={t('form.alerts.follow')}
            description={defaults && inWords(defaults.webhook.alerts)}
          />
          <Radio value="own" label={t('form.alerts.own')} />
        </Stack>
      </Radio.Group>
      {rules === 'own' && (
        <RuleFields
          hasRate={failureRate.isOn}
          field={(path, options) => form.getInputProps(`alerts.${path}`, options)}
        />
      )}
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
