// A client certificate with its private key: what is stored is told by its facts, the key never.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../api/types.ts';
import { Facts } from '../../../ui/facts.tsx';
import { Mono } from '../../../ui/mono.tsx';
import { Time } from '../../../ui/time.tsx';
import { useWebhookForm } from './context.ts';
import { SecretField } from './secret-field.tsx';

/** @param present null: nothing of this type is stored */
export function Certificate({ present }: { readonly present: Webhook['auth'] | null }) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const isSet = present !== null;
  const { key, passphrase } = form.values.auth;
  const asksPassphrase =
    key.includes('ENCRYPTED') || passphrase !== '' || form.errors['auth.passphrase'] !== undefined;
  return (
    <>
      {present && <Stored auth={present} />}
      <SecretField
        field="certificate"
        isSet={isSet}
        required
        isPem
        description={t('form.auth.certificateHint')}
      />
      <SecretField field="key" isSet={isSet} required isPem description={t('form.auth.keyHint')} />
      {asksPassphrase && (
        <SecretField field="passphrase" isSet={false} description={t('form.auth.passphraseHint')} />
      )}
    </>
  );
}

function Stored({ auth }: { readonly auth: Webhook['auth'] }) {
  const { t } = useTranslation();
  const { subject = '', issuer = '', notAfter, expiry = 'valid' } = auth;
  return (
    <Facts
      facts={[
        { name: t('form.certificate.subject'), value: <Mono>{subject}</Mono> },
        { name: t('form.certificate.issuer'), value: <Mono>{issuer}</Mono> },
        notAfter !== undefined && {
          name: t('form.certificate.notAfter'),
          value: (
            <>
              <Time at={notAfter} focusable />{' '}
              {expiry !== 'valid' && (
                <Text span size="sm" fw={600} c="var(--mantine-color-error)">
                  {t(`form.certificate.expiry.${expiry}`)}
                </Text>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
