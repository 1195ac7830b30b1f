// How requests prove themselves to the receiver, beside the signature that all of them carry.
import { Badge, Group, PasswordInput, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../api/types.ts';
import { Section } from '../../../ui/section.tsx';
import { useWebhookForm } from './context.ts';

const types = ['none', 'basic', 'bearer', 'custom'] as const;
type AuthType = Webhook['auth']['type'];

/** What is set up by API alone can be kept. */
function typesFor(present: Webhook['auth'] | null): readonly AuthType[] {
  return present === null || types.some((type) => type === present.type) ? types : [...types, present.type];
}

/** @param present what is stored: its secrets are set, and stay as they are while their fields are left empty */
export function Auth({ present }: { readonly present: Webhook['auth'] | null }) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const { type } = form.values.auth;
  return (
    <Section id="auth" title={t('webhook.section.auth')} lead={t('webhook.auth.lead')}>
      <Radio.Group aria-label={t('webhook.section.auth')} {...form.getInputProps('auth.type')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {typesFor(present).map((name) => (
            <Radio.Card key={name} value={name} p="sm" aria-label={t(`webhook.auth.${name}`)}>
              <Group wrap="nowrap" align="flex-start" gap="sm">
                <Radio.Indicator />
                <Stack gap={2}>
                  <Text fw={600} size="sm">
                    {t(`webhook.auth.${name}`)}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {t(`webhook.auth.${name}Hint`)}
                  </Text>
                </Stack>
              </Group>
            </Radio.Card>
          ))}
        </SimpleGrid>
      </Radio.Group>
      {type === 'basic' && (
        <>
          <TextInput
            label={t('webhook.auth.username')}
            autoComplete="off"
            {...form.getInputProps('auth.username')}
          />
          <Secret field="password" isSet={present?.type === 'basic'} />
        </>
      )}
      {type === 'bearer' && <Secret field="token" isSet={present?.type === 'bearer'} />}
      {type === 'custom' && (
        <>
          <TextInput
            label={t('webhook.auth.name')}
            placeholder="X-Api-Key"
            dir="ltr"
            {...form.getInputProps('auth.name')}
          />
          <Secret field="value" isSet={present?.type === 'custom'} />
        </>
      )}
    </Section>
  );
}

function Secret({
  field,
  isSet,
}: {
  readonly field: 'password' | 'token' | 'value';
  readonly isSet: boolean;
}) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  return (
    <Stack gap={6}>
      <PasswordInput
        label={t(`webhook.auth.${field}`)}
        description={isSet ? t('webhook.auth.keepHint') : undefined}
        placeholder={isSet ? '••••••••' : undefined}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('session.showKey') }}
        {...form.getInputProps(`auth.${field}`)}
      />
      {isSet && (
        <Badge variant="default" tt="none" w="fit-content">
          {t('webhook.auth.set')}
        </Badge>
      )}
    </Stack>
  );
}
