// OAuth 2.0: where the token comes from, and for whom.
import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../api/types.ts';
import { useWebhookForm } from './context.ts';
import { SecretField } from './secret-field.tsx';

const choices = {
  grant: ['client_credentials', 'password'],
  clientAuth: ['basic', 'body'],
  requestFormat: ['form', 'json'],
} as const;

/** @param present null: nothing of this type is stored */
export function OAuth2({ present }: { readonly present: Webhook['auth'] | null }) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const isPassword = form.values.auth.grant === 'password';
  const wasPassword = present?.grant === 'password';
  return (
    <>
      <Choice field="grant" />
      <Field field="tokenUrl" required placeholder="https://" hint={t('form.auth.tokenUrlHint')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Field field="clientId" required />
        <SecretField
          field="clientSecret"
          isSet={present?.clientSecretSet ?? false}
          required={!isPassword}
          {...(isPassword && { description: t('form.auth.publicClient') })}
        />
      </SimpleGrid>
      {isPassword && (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Field field="username" required />
          <SecretField field="password" isSet={wasPassword} required />
        </SimpleGrid>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Field field="scope" hint={t('form.auth.scopeHint')} />
        <Field field="audience" hint={t('form.auth.audienceHint')} />
        <Choice field="clientAuth" />
        <Choice field="requestFormat" />
      </SimpleGrid>
    </>
  );
}

interface FieldProps {
  readonly field: 'tokenUrl' | 'clientId' | 'username' | 'scope' | 'audience';
  readonly required?: boolean;
  readonly placeholder?: string;
  readonly hint?: string;
}

function Field({ field, required = false, placeholder, hint }: FieldProps) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  return (
    <TextInput
      label={t(`form.auth.${field}`)}
      description={hint}
      placeholder={placeholder}
      required={required}
      autoComplete="off"
      dir="ltr"
      {...form.getInputProps(`auth.${field}`)}
    />
  );
}

function Choice({ field }: { readonly field: keyof typeof choices }) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  return (
    <Select
      label={t(`form.auth.${field}`)}
      data={choices[field].map((value) => ({ value, label: t(`form.auth.choice.${value}`) }))}
      allowDeselect={false}
      {...form.getInputProps(`auth.${field}`)}
    />
  );
}
