// What the webhook is called and where it goes.
import { Alert, Textarea, TextInput } from '@mantine/core';
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
    </Section>
  );
}
