// When people are told of failing webhooks and who is told, for all webhooks that have no rules of their own.
import { Button, Group, Stack, Switch, TagsInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { changeAlertRules } from '../../api/alert-rules.ts';
import type { AlertRules } from '../../api/types.ts';
import { RuleFields } from '../../parts/alert-rules/rule-fields.tsx';
import { fromRules, toRules } from '../../parts/alert-rules/rule-values.ts';
import { useChange } from '../../ui/change.ts';
import { notify } from '../../ui/notify.ts';
import { Problem } from '../../ui/problem.tsx';
import { Section } from '../../ui/section.tsx';
import { useFieldErrors } from '../../ui/simple-form.tsx';

interface RulesFormProps {
  readonly orgId: string;
  readonly rules: AlertRules;
  readonly mayWrite: boolean;
}

const rates = ['percent', 'hours', 'attemptsMin'] as const;
const fields = [
  ...(['afterConsecutiveFailures', 'disableAfter', 'emails'] as const),
  ...rates.map((name) => `failureRate.${name}`),
];

export default function RulesForm({ orgId, rules, mayWrite }: RulesFormProps) {
  const { t } = useTranslation();
  const { administrators, emails } = rules;
  const form = useForm({ initialValues: { ...fromRules(rules), administrators, emails: [...emails] } });
  const save = useChange(
    () => {
      const { administrators: told, emails: others, ...values } = form.getValues();
      return changeAlertRules(orgId, { ...toRules(values), administrators: told, emails: others });
    },
    [['organizations', orgId], ['webhooks']],
    () => notify(t('common.saved')),
  );
  const errors = useFieldErrors(save.error, fields);
  const tied = (path: string, options?: { readonly type: 'checkbox' }) => ({
    ...form.getInputProps(path, options),
    error: errors[path],
    disabled: !mayWrite,
  });
  return (
    <Section id="rules" title={t('alertRules.when')} lead={t('alertRules.whenLead')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <Stack>
          <RuleFields hasRate={form.values.failureRate.isOn} field={tied} disabled={!mayWrite} />
          <Switch
            label={t('alertRules.administrators')}
            description={t('alertRules.administratorsHint')}
            {...tied('administrators', { type: 'checkbox' })}
          />
          <TagsInput
            label={t('alertRules.emails')}
            description={t('alertRules.emailsHint')}
            splitChars={[',', ';', ' ']}
            acceptValueOnBlur
            dir="ltr"
            {...tied('emails')}
          />
          {rules.webhooksWithOwnRules > 0 && (
            <Text size="sm" c="dimmed">
              {t('alertRules.own', { count: rules.webhooksWithOwnRules })}
            </Text>
          )}
          {save.error && Object.keys(errors).length === 0 && <Problem error={save.error} urgent />}
          {mayWrite && (
            <Group>
              <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
                {t('common.save')}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Section>
  );
}
