// Each policy as a field, with what the profile presets where it differs.
import { Checkbox, Select, Stack, Switch, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dialectsOptions } from '../../api/catalogue.ts';
import type { Policies } from '../../api/types.ts';

const switches = [
  'changeOnlyWhileDisabled',
  'requireRequestFrom',
  'requireBusinessUnit',
  'requireHttps',
] as const;
const requirable = ['events', 'routing.triggers', 'auth'] as const;
const authTypes = ['none', 'basic', 'bearer', 'custom', 'oauth2', 'mtls'] as const;

export const policyNames: readonly (keyof Policies)[] = [
  ...switches,
  ...(['routing', 'requiredFields', 'authTypes', 'defaultEventsMode', 'defaultReceives'] as const),
  ...(['defaultDialect', 'defaultSuccess', 'defaultRetrySchedule'] as const),
];

interface PolicyFieldsProps {
  readonly policies: Policies;
  /** null: not known yet. */
  readonly preset: Policies | null;
  readonly onChange: (change: Partial<Policies>) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly disabled: boolean;
}

export function PolicyFields(props: PolicyFieldsProps) {
  const { t } = useTranslation();
  const { policies, onChange, disabled } = props;
  return (
    <Stack>
      {switches.map((name) => (
        <Switch
          key={name}
          label={t(`policy.${name}`)}
          description={t(`policy.hint.${name}`)}
          checked={policies[name]}
          onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
          disabled={disabled}
        />
      ))}
      <Switch
        label={t('policy.routing')}
        description={t('policy.hint.routing')}
        checked={policies.routing === 'one-default'}
        onChange={(event) => onChange({ routing: event.currentTarget.checked ? 'one-default' : 'open' })}
        disabled={disabled}
      />
      <Kinds {...props} />
      <Defaults {...props} />
    </Stack>
  );
}

function Kinds({ policies, onChange, errors, disabled }: PolicyFieldsProps) {
  const { t } = useTranslation();
  const group = { gap: 'xs', mt: 'xs' } as const;
  return (
    <>
      <Checkbox.Group
        label={t('policy.requiredFields')}
        value={policies.requiredFields}
        onChange={(values) =>
          onChange({ requiredFields: requirable.filter((name) => values.includes(name)) })
        }
        error={errors['policies.requiredFields']}
      >
        <Stack {...group}>
          {requirable.map((name) => (
            <Checkbox
              key={name}
              value={name}
              label={t(`policy.field.${name === 'routing.triggers' ? 'triggers' : name}`)}
              disabled={disabled}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Checkbox.Group
        label={t('policy.authTypes')}
        value={policies.authTypes}
        onChange={(values) => onChange({ authTypes: authTypes.filter((name) => values.includes(name)) })}
        error={errors['policies.authTypes']}
      >
        <Stack {...group}>
          {authTypes.map((name) => (
            <Checkbox key={name} value={name} label={t(`webhook.auth.${name}`)} disabled={disabled} />
          ))}
        </Stack>
      </Checkbox.Group>
    </>
  );
}

function Defaults({ policies, preset, onChange, errors, disabled }: PolicyFieldsProps) {
  const { t } = useTranslation();
  const { data: dialects } = useQuery(dialectsOptions());
  const { defaultEventsMode, defaultReceives, defaultDialect, defaultSuccess } = policies;
  return (
    <>
      <Choice
        label={t('policy.defaultEventsMode')}
        options={{ all: t('policy.optOut'), only: t('policy.optIn') }}
        value={defaultEventsMode}
        onChange={(value) => onChange({ defaultEventsMode: value })}
        disabled={disabled}
      />
      <Choice
        label={t('policy.defaultReceives')}
        options={{ matching: t('routing.receives.matching'), unrouted: t('routing.receives.unrouted') }}
        value={defaultReceives}
        onChange={(value) => onChange({ defaultReceives: value })}
        disabled={disabled}
      />
      <Select
        label={t('policy.defaultDialect')}
        data={dialects?.data.map(({ name, title }) => ({ value: name, label: title })) ?? [defaultDialect]}
        value={defaultDialect}
        onChange={(value) => value && onChange({ defaultDialect: value })}
        allowDeselect={false}
        error={errors['policies.defaultDialect']}
        disabled={disabled}
      />
      <SuccessChoice
        value={defaultSuccess}
        preset={preset?.defaultSuccess ?? defaultSuccess}
        onChange={(value) => onChange({ defaultSuccess: value })}
        disabled={disabled}
      />
      <TagsInput
        label={t('policy.defaultRetrySchedule')}
        description={t('webhook.scheduleHint')}
        splitChars={[',', ' ']}
        allowDuplicates
        acceptValueOnBlur
        dir="ltr"
        value={policies.defaultRetrySchedule}
        onChange={(values) => onChange({ defaultRetrySchedule: values })}
        error={errors['policies.defaultRetrySchedule']}
        disabled={disabled}
      />
    </>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly disabled: boolean;
}

function Choice<T extends string>({ label, options, value, onChange, disabled }: ChoiceProps<T>) {
  return (
    <Select
      label={label}
      data={Object.entries<string>(options).map(([name, text]) => ({ value: name, label: text }))}
      value={value}
      onChange={(next) => next && onChange(next as T)}
      allowDeselect={false}
      disabled={disabled}
    />
  );
}

type Success = Policies['defaultSuccess'];

interface SuccessChoiceProps {
  readonly value: Success;
  readonly preset: Success;
  readonly onChange: (value: Success) => void;
  readonly disabled: boolean;
}

/** A rule about the body is set by the profile or by API; here it can be kept or left. */
function SuccessChoice({ value, preset, onChange, disabled }: SuccessChoiceProps) {
  const { t } = useTranslation();
  const rule = [value, preset].find((success) => typeof success !== 'string');
  const options = {
    '2xx': t('policy.success.2xx'),
    '200': t('policy.success.200'),
    dialect: t('policy.success.dialect'),
    ...(rule && {
      rule: t('policy.success.rule', { path: rule.body.path, value: String(rule.body.equals) }),
    }),
  };
  return (
    <Choice
      label={t('policy.defaultSuccess')}
      options={options as Readonly<Record<'2xx' | '200' | 'dialect' | 'rule', string>>}
      value={typeof value === 'string' ? value : 'rule'}
      onChange={(next) => onChange(next === 'rule' ? (rule ?? value) : next)}
      disabled={disabled}
    />
  );
}
