// Which events the webhook gets, and whether it fires always or only when told.
import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeBlock } from '../../../ui/code-block.tsx';
import { Section } from '../../../ui/section.tsx';
import { snippet } from '../snippet.ts';
import { useWebhookForm } from './context.ts';
import { TypesField } from './types-field.tsx';

export function Events({ webhookId }: { readonly webhookId: string | null }) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const { events, firing } = form.values;
  return (
    <Section id="events" title={t('webhook.section.events')} lead={t('webhook.eventsLead')}>
      <Radio.Group label={t('webhook.events.which')} {...form.getInputProps('events.mode')}>
        <Stack gap="xs" mt="xs">
          <Radio value="all" label={t('webhook.events.all')} description={t('webhook.events.allHint')} />
          <Radio value="only" label={t('webhook.events.only')} description={t('webhook.events.onlyHint')} />
        </Stack>
      </Radio.Group>
      {events.mode === 'all' ? (
        <TypesField label={t('webhook.except')} description={t('webhook.exceptHint')} path="events.except" />
      ) : (
        <TypesField label={t('webhook.types')} description={t('webhook.typesHint')} path="events.types" />
      )}
      <Radio.Group label={t('webhook.firing.label')} {...form.getInputProps('firing')}>
        <Stack gap="xs" mt="xs">
          <Radio
            value="implicit"
            label={t('webhook.firing.implicit')}
            description={t('webhook.firing.implicitHint')}
          />
          <Radio
            value="explicit"
            label={t('webhook.firing.explicit')}
            description={t('webhook.firing.explicitHint')}
          />
        </Stack>
      </Radio.Group>
      {firing === 'explicit' && (
        <CodeBlock label={t('webhook.snippet')} text={snippet(webhookId ?? t('webhook.snippetIdLater'))} />
      )}
    </Section>
  );
}
