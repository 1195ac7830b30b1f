// How requests are sent: time limit, retries, what counts as success, pace, headers.
import { Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../ui/number-field.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Policies } from '../form-values.ts';
import { useWebhookForm } from './context.ts';
import { Headers } from './headers.tsx';
import { Retries } from './retries.tsx';
import { Success } from './success.tsx';
import { Tls } from './tls.tsx';

interface DeliveryProps {
  readonly isNew: boolean;
  readonly policies: Policies;
}

export function Delivery({ isNew, policies }: DeliveryProps) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  return (
    <Section id="delivery" title={t('webhook.section.delivery')}>
      <NumberField
        label={t('webhook.timeout')}
        description={t('webhook.timeoutHint')}
        maw={220}
        {...form.getInputProps('delivery.timeoutSeconds')}
      />
      <Retries isNew={isNew} policies={policies} />
      <Success isNew={isNew} policies={policies} />
      <Tls />
      <Select
        label={t('webhook.ordering.label')}
        data={(['none', 'per-envelope'] as const).map((value) => ({
          value,
          label: t(`webhook.ordering.${value}`),
        }))}
        allowDeselect={false}
        {...form.getInputProps('delivery.ordering')}
      />
      <Group grow preventGrowOverflow={false} align="flex-start">
        <NumberField
          label={t('webhook.maxPerSecond')}
          description={t('webhook.emptyNoLimit')}
          {...form.getInputProps('delivery.maxPerSecond')}
        />
        <NumberField
          label={t('webhook.maxConcurrent')}
          description={t('webhook.emptyNoLimit')}
          {...form.getInputProps('delivery.maxConcurrent')}
        />
      </Group>
      <Headers />
    </Section>
  );
}
