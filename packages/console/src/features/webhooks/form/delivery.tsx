// How requests are sent: time limit, retries, pace, headers.
import {
  ActionIcon,
  Alert,
  Button,
  Group,
  Radio,
  Select,
  Stack,
  Switch,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { parseDuration } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { NumberField } from '../../../ui/number-field.tsx';
import { Section } from '../../../ui/section.tsx';
import { useWebhookForm } from './context.ts';

export function Delivery() {
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
      <Retries />
      <Stack gap="xs">
        <Switch
          label={t('webhook.verifyTls')}
          description={t('webhook.verifyTlsHint')}
          {...form.getInputProps('delivery.verifyTls', { type: 'checkbox' })}
        />
        {!form.values.delivery.verifyTls && <Alert color="orange">{t('webhook.notice.noTlsHint')}</Alert>}
      </Stack>
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

function Retries() {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useWebhookForm();
  const { retries, retrySchedule } = form.values.delivery;
  const waits = retrySchedule.map((step) => parseDuration(step));
  const total = waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0);
  return (
    <Stack gap="sm">
      <Radio.Group label={t('webhook.retries')} {...form.getInputProps('delivery.retries')}>
        <Stack gap="xs" mt="xs">
          <Radio
            value="usual"
            label={t('webhook.retriesUsual')}
            description={t('webhook.retriesUsualHint')}
          />
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
          {waits.length > 0 && waits.every((wait) => wait !== null) && (
            <Text size="sm" role="status">
              {t('webhook.scheduleInWords', {
                count: waits.length,
                steps: waits.map((wait) => format.duration(wait)).join(' · '),
                total: format.duration(total),
              })}
            </Text>
          )}
        </>
      )}
    </Stack>
  );
}

function Headers() {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const { headers } = form.values.delivery;
  const error = form.errors['delivery.headers'];
  return (
    <Stack gap="xs" component="fieldset" bd={0} p={0} m={0} miw={0}>
      <Text component="legend" size="sm" fw={500} p={0}>
        {t('webhook.headers')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('webhook.headersHint')}
      </Text>
      {headers.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <Group key={index} gap="xs" align="flex-start" wrap="nowrap">
          <TextInput
            aria-label={t('webhook.headerName', { number: index + 1 })}
            placeholder="X-Team"
            dir="ltr"
            flex={1}
            miw={0}
            {...form.getInputProps(`delivery.headers.${index}.name`)}
          />
          <TextInput
            aria-label={t('webhook.headerValue', { number: index + 1 })}
            dir="ltr"
            flex={2}
            miw={0}
            {...form.getInputProps(`delivery.headers.${index}.value`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="input-sm"
            aria-label={t('webhook.removeHeader', { number: index + 1 })}
            onClick={() => form.removeListItem('delivery.headers', index)}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      {error && (
        <Text size="sm" c="var(--mantine-color-error)">
          {error}
        </Text>
      )}
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => form.insertListItem('delivery.headers', { name: '', value: '' })}
      >
        {t('webhook.addHeader')}
      </Button>
    </Stack>
  );
}
