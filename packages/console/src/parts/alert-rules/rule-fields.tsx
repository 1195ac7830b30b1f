// When somebody is told that deliveries fail, and when a webhook is disabled by itself: the fields, for two forms.
import { SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../ui/number-field.tsx';

/** As forms name their values. */
type RulePath =
  | 'afterConsecutiveFailures'
  | 'disableAfter'
  | `failureRate.${'isOn' | 'percent' | 'hours' | 'attemptsMin'}`;

interface RuleFieldsProps {
  readonly hasRate: boolean;
  /** What ties a field to its value. */
  readonly field: (path: RulePath, options?: { readonly type: 'checkbox' }) => object;
  readonly disabled?: boolean;
}

export function RuleFields({ hasRate, field, disabled = false }: RuleFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberField
          label={t('webhook.alerts.after')}
          description={t('webhook.alerts.afterHint')}
          disabled={disabled}
          {...field('afterConsecutiveFailures')}
        />
        <TextInput
          label={t('webhook.alerts.disableAfter')}
          description={t('webhook.alerts.disableAfterHint')}
          placeholder="5d"
          dir="ltr"
          disabled={disabled}
          {...field('disableAfter')}
        />
      </SimpleGrid>
      <Stack gap="sm">
        <Switch
          label={t('form.alerts.rate')}
          description={t('form.alerts.rateHint')}
          disabled={disabled}
          {...field('failureRate.isOn', { type: 'checkbox' })}
        />
        {hasRate && (
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            {(['percent', 'hours', 'attemptsMin'] as const).map((name) => (
              <NumberField
                key={name}
                label={t(`form.alerts.${name}`)}
                disabled={disabled}
                {...field(`failureRate.${name}`)}
              />
            ))}
          </SimpleGrid>
        )}
      </Stack>
    </>
  );
}
