// What the webhook is called and where it goes.
import { Textarea, TextInput } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { withTexts } from '../../../i18n/i18n.ts';
import { Section } from '../../../ui/section.tsx';
import { useWebhookForm } from './context.ts';

const UrlNotes = lazy(() => withTexts(['inboxes'], () => import('./url-notes.tsx')));

export function Basics({ isNew }: { readonly isNew: boolean }) {
  const { t } = useTranslation();
  const form = useWebhookForm();
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
      <Suspense fallback={null}>
        <UrlNotes />
      </Suspense>
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
