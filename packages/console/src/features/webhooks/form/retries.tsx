// When a delivery that failed is tried again: by the organization's schedule or one of its own, said in a sentence.
import { Radio, Stack, TagsInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parseDuration } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { Policies } from '../form-values.ts';
import { useWebhookForm } from './context.ts';

interface RetriesProps {
  readonly isNew: boolean;
  readonly policies: Policies;
}

export function Retries({ isNew, policies }: RetriesProps) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const { retries, retrySchedule } = form.values.delivery;
  return (
    <Stack gap="sm">
      <Radio.Group label={t('webhook.retries')} {...form.getInputProps('delivery.retries')}>
        <Stack gap="xs" mt="xs">
          {isNew && (
            <Radio
              value="usual"
              label={t('webhook.retriesUsual')}
              description={<InWords schedule={policies.defaultRetrySchedule} />}
            />
          )}
          <Radio value="own" label={t('webhook.retriesOwn')} />
          <Radio value="none" label={t('webhook.noRetries')} />
        </Stack>
      </Radio.Group>
      {retries === 'own' && (
        <>
          <TagsInput
            label={t('webhook.schedule')}
            description={t('webhook.scheduleHint')}
            splitChars={[',', ' ']}
            allowDuplicates
            acceptValueOnBlur
            dir="ltr"
            {...form.getInputProps('delivery.retrySchedule')}
          />
          <Text size="sm" role="status">
            <InWords schedule={retrySchedule} />
          </Text>
        </>
      )}
    </Stack>
  );
}

/** Nothing while a step cannot be read: the server says what is wrong with it. */
function InWords({ schedule }: { readonly schedule: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const waits = schedule.map((step) => parseDuration(step));
  if (schedule.length === 0) return t('webhook.noRetries');
  if (!waits.every((wait) => wait !== null)) return null;
  return t('webhook.scheduleInWords', {
    count: waits.length,
    steps: waits.map((wait) => format.duration(wait)).join(' · '),
    total: format.duration(waits.reduce((sum, wait) => sum + wait, 0)),
  });
}
