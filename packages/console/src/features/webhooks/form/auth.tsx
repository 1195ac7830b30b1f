// How requests prove themselves to the receiver, beside the signature that all of them carry.
import { Group, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../api/types.ts';
import { Section } from '../../../ui/section.tsx';
import type { AuthType, Policies } from '../form-values.ts';
import { Certificate } from './certificate.tsx';
import { useWebhookForm } from './context.ts';
import { OAuth2 } from './oauth2.tsx';
import { SecretField } from './secret-field.tsx';

const types = ['none', 'basic', 'bearer', 'custom', 'oauth2', 'mtls'] as const;

interface AuthProps {
  /** What is stored: its secrets are set, and stay as they are while their fields are left empty. */
  readonly present: Webhook['auth'] | null;
  readonly policies: Policies;
}

export function Auth({ present, policies }: AuthProps) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const isAllowed = (type: AuthType) => policies.authTypes.includes(type);
  return (
    <Section id="auth" title={t('webhook.section.auth')} lead={t('webhook.auth.lead')}>
      <Radio.Group
        label={t('form.auth.kind')}
        withAsterisk={policies.requiredFields.includes('auth')}
        {...form.getInputProps('auth.type')}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" mt="xs" data-path="auth.type">
          {types
            .filter((type) => isAllowed(type) || type === present?.type)
            .map((type) => (
              <Card key={type} type={type} />
            ))}
        </SimpleGrid>
      </Radio.Group>
      <Credentials present={present} />
    </Section>
  );
}

function Card({ type }: { readonly type: AuthType }) {
  const { t } = useTranslation();
  return (
    <Radio.Card value={type} p="sm" aria-label={t(`webhook.auth.${type}`)}>
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <Radio.Indicator />
        <Stack gap={2} miw={0}>
          <Text fw={600} size="sm">
            {t(`webhook.auth.${type}`)}
          </Text>
          <Text size="sm" c="dimmed">
            {t(`form.auth.hint.${type}`)}
          </Text>
        </Stack>
      </Group>
    </Radio.Card>
  );
}

function Credentials({ present }: Pick<AuthProps, 'present'>) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const { type } = form.values.auth;
  const isSet = present?.type === type;
  switch (type) {
    case '':
    case 'none':
      return null;
    case 'basic':
      return (
        <>
          <TextInput
            label={t('form.auth.username')}
            description={t('form.auth.usernameHint')}
            autoComplete="off"
            dir="ltr"
            {...form.getInputProps('auth.username')}
          />
          <SecretField field="password" isSet={isSet} required />
        </>
      );
    case 'bearer':
      return <SecretField field="token" isSet={isSet} required />;
    case 'custom':
      return (
        <>
          <TextInput
            label={t('form.auth.name')}
            placeholder="X-Api-Key"
            required
            dir="ltr"
            {...form.getInputProps('auth.name')}
          />
          <SecretField field="value" isSet={isSet} required />
        </>
      );
    case 'oauth2':
      return <OAuth2 present={isSet ? present : null} />;
    case 'mtls':
      return <Certificate present={isSet ? present : null} />;
  }
}
