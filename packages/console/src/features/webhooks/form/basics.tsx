// What the webhook is called and where it goes.
import { Alert, Radio, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../../../place.ts';
import { Section } from '../../../ui/section.tsx';
import { useWebhookForm } from './context.ts';

export function Basics({ isNew }: { readonly isNew: boolean }) {
  const { t } = useTranslation();
  const { env } = usePlace();
  const form = useWebhookForm();
  const plain = /^http:\/\//i.test(form.values.url.trim());
  return (
    <Section id="basics" title={t('webhook.section.basics')}>
      <TextInput
        label={t('webhook.name')}
        description={t('webhook.nameHint')}
        required
        maxLength={200}
        data-autofocus={isNew || undefined}
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t('webhook.url')}
        description={t('webhook.urlHint')}
        required
        type="url"
        inputMode="url"
        dir="ltr"
        placeholder="https://"
        {...form.getInputProps('url')}
      />
      {plain && (
        <Alert color="orange">
          {t(env === 'PRODUCTION' ? 'webhook.plainHttpProduction' : 'webhook.plainHttp')}
        </Alert>
      )}
      <Textarea
        label={t('webhook.description')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('description')}
      />
      <Radio.Group label={t('webhook.kind.label')} {...form.getInputProps('kind')}>
        <Stack gap="xs" mt="xs">
          <Radio
            value="notification"
            label={t('webhook.kind.notification')}
            description={t('webhook.kind.notificationHint')}
          />
          <Radio
            value="callout"
            label={t('webhook.kind.callout')}
            description={t('webhook.kind.calloutHint')}
          />
        </Stack>
      </Radio.Group>
      {isNew && (
        <Switch
          label={t('webhook.enabledFromStart')}
          {...form.getInputProps('enabled', { type: 'checkbox' })}
        />
      )}
    </Section>
  );
}
