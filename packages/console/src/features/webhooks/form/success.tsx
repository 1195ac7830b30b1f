// What answer of the receiver counts as success.
import { Checkbox, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Policies } from '../form-values.ts';
import { useWebhookForm } from './context.ts';

export function Success({ isNew, policies }: { readonly isNew: boolean; readonly policies: Policies }) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const { rule, withBody } = form.values.delivery.success;
  const rules = (['usual', '2xx', '200', 'dialect'] as const).filter((name) => isNew || name !== 'usual');
  return (
    <Stack gap="xs">
      <Select
        label={t('form.success.label')}
        description={rule === 'usual' ? inWords(policies.defaultSuccess) : undefined}
        data={rules.map((value) => ({ value, label: t(`form.success.rule.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('delivery.success.rule')}
        error={form.errors['delivery.success']}
        data-path="delivery.success"
      />
      {(rule === '2xx' || rule === '200') && (
        <Checkbox
          label={t('form.success.withBody')}
          {...form.getInputProps('delivery.success.withBody', { type: 'checkbox' })}
        />
      )}
      {(rule === '2xx' || rule === '200') && withBody && (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t('form.success.path')}
            description={t('form.success.pathHint')}
            placeholder="code"
            required
            dir="ltr"
            {...form.getInputProps('delivery.success.path')}
          />
          <TextInput
            label={t('form.success.equals')}
            description={t('form.success.equalsHint')}
            placeholder="200"
            required
            dir="ltr"
            {...form.getInputProps('delivery.success.equals')}
          />
        </SimpleGrid>
      )}
    </Stack>
  );

  function inWords(success: Policies['defaultSuccess']): string {
    if (typeof success === 'string') return t(`form.success.rule.${success}`);
    const { status, body } = success;
    return t('form.success.inWords', {
      status: t(`form.success.rule.${status}`),
      path: body.path,
      value: String(body.equals),
    });
  }
}
