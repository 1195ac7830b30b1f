// An identity provider: where it is, as which client Signpost comes, and what becomes of those who come from there.
import { PasswordInput, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { homeOptions } from '../../api/home.ts';
import { changeProvider, createProvider } from '../../api/identity-providers.ts';
import type { IdentityProvider, IdentityProviderInput } from '../../api/types.ts';
import { useChange } from '../../ui/change.ts';
import { notify } from '../../ui/notify.ts';
import { FormDialog, useFieldErrors } from '../../ui/simple-form.tsx';

interface ProviderDialogProps {
  readonly orgId: string | null;
  /** null: a new one. */
  readonly present: IdentityProvider | null;
  readonly onClose: () => void;
}

type Values = Required<IdentityProviderInput>;
const texts = ['name', 'issuer', 'clientId'] as const;
const defaultRoles = ['viewer', 'developer', 'admin'] as const;

function begin(present: IdentityProvider | null): Values {
  if (present === null) {
    return {
      ...{ name: '', issuer: '', clientId: '', clientSecret: '', defaultRole: null, domains: [] },
      ...{ trustsUnverifiedEmail: false, onSignInPage: false, enabled: true },
    };
  }
  const { name, issuer, clientId, defaultRole, domains, trustsUnverifiedEmail, onSignInPage, enabled } =
    present;
  return {
    ...{ name, issuer, clientId, defaultRole, domains, trustsUnverifiedEmail, onSignInPage, enabled },
    clientSecret: '',
  };
}

export function ProviderDialog({ orgId, present, onClose }: ProviderDialogProps) {
  const { t } = useTranslation();
  const isOperator = useQuery(homeOptions()).data?.isOperator ?? false;
  const [values, setValues] = useState(() => begin(present));
  const set = (change: Partial<Values>) => setValues({ ...values, ...change });
  const save = useChange(
    async () => {
      const body = toBody(values, isOperator);
      return present ? changeProvider(orgId, present.id, body) : createProvider(orgId, body);
    },
    [['identity-providers', orgId]],
    () => {
      notify(t('common.saved'));
      onClose();
    },
  );
  const errors = useFieldErrors(save.error, [...texts, 'clientSecret', 'defaultRole', 'domains']);
  const title = present ? t('signOn.editTitle', { name: present.name }) : t('signOn.add');
  return (
    <FormDialog
      title={title}
      action={t(present ? 'common.save' : 'signOn.add')}
      size="lg"
      isPending={save.isPending}
      error={Object.keys(errors).length > 0 ? null : save.error}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      {texts.map((name) => (
        <TextInput
          key={name}
          label={t(`signOn.field.${name}`)}
          description={t(`signOn.fieldHint.${name}`)}
          required
          autoComplete="off"
          {...(name === 'name' ? { 'data-autofocus': true } : { dir: 'ltr' })}
          value={values[name]}
          onChange={(event) => set({ [name]: event.currentTarget.value })}
          error={errors[name]}
        />
      ))}
      <PasswordInput
        label={t('signOn.field.clientSecret')}
        description={t(present?.hasClientSecret ? 'signOn.keepSecret' : 'signOn.fieldHint.clientSecret')}
        placeholder={present?.hasClientSecret ? '••••••••' : undefined}
        autoComplete="new-password"
        dir="ltr"
        visibilityToggleButtonProps={{ 'aria-label': t('session.showKey') }}
        value={values.clientSecret}
        onChange={(event) => set({ clientSecret: event.currentTarget.value })}
        error={errors['clientSecret']}
      />
      {orgId !== null && (
        <Select
          label={t('signOn.defaultRole')}
          description={t('signOn.defaultRoleHint')}
          data={[
            { value: '', label: t('signOn.nobody') },
            ...defaultRoles.map((role) => ({ value: role as string, label: t(`role.${role}`) })),
          ]}
          value={values.defaultRole ?? ''}
          onChange={(value) => set({ defaultRole: defaultRoles.find((role) => role === value) ?? null })}
          allowDeselect={false}
          error={errors['defaultRole']}
        />
      )}
      {isOperator && (
        <>
          <TagsInput
            label={t('signOn.field.domains')}
            description={t('signOn.fieldHint.domains')}
            splitChars={[',', ' ']}
            acceptValueOnBlur
            dir="ltr"
            value={values.domains}
            onChange={(domains) => set({ domains })}
            error={errors['domains']}
          />
          <Toggle name="onSignInPage" values={values} onChange={set} />
        </>
      )}
      <Toggle name="trustsUnverifiedEmail" values={values} onChange={set} />
      <Toggle name="enabled" values={values} onChange={set} />
    </FormDialog>
  );
}

interface ToggleProps {
  readonly name: 'onSignInPage' | 'trustsUnverifiedEmail' | 'enabled';
  readonly values: Values;
  readonly onChange: (change: Partial<Values>) => void;
}

function Toggle({ name, values, onChange }: ToggleProps) {
  const { t } = useTranslation();
  return (
    <Switch
      label={t(`signOn.field.${name}`)}
      description={t(`signOn.fieldHint.${name}`)}
      checked={values[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
    />
  );
}

/** A secret that was not entered stays; what only operators set is not said by others. */
function toBody(values: Values, isOperator: boolean): IdentityProviderInput {
  const { clientSecret, domains, onSignInPage, name, issuer, clientId, ...rest } = values;
  return {
    ...{ ...rest, name: name.trim(), issuer: issuer.trim(), clientId: clientId.trim() },
    ...(clientSecret !== '' && { clientSecret }),
    ...(isOperator && { domains, onSignInPage }),
  };
}
