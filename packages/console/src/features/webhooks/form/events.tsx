// What kind of webhook it is, which events it gets, and whether it fires always or only when told.
import { Button, Radio, Stack } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withTexts } from '../../../i18n/i18n.ts';
import { CodeBlock } from '../../../ui/code-block.tsx';
import { Waiting } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/section.tsx';
import { snippet } from '../snippet.ts';
import { useWebhookForm } from './context.ts';

const Templates = lazy(() => withTexts(['form'], () => import('./templates.tsx')));
const EventsTree = lazy(() => withTexts(['form'], () => import('./events-tree.tsx')));

export default function Events({ webhookId }: { readonly webhookId: string | null }) {
  const { t } = useTranslation();
  const form = useWebhookForm();
  const { events, firing } = form.values;
  const [isLeavingOut, setLeavingOut] = useState(events.except.length > 0);
  return (
    <Section id="events" title={t('webhook.section.events')} lead={t('webhook.eventsLead')}>
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
      <Radio.Group label={t('webhook.events.which')} {...form.getInputProps('events.mode')}>
        <Stack gap="xs" mt="xs">
          <Radio value="all" label={t('webhook.events.all')} description={t('webhook.events.allHint')} />
          <Radio value="only" label={t('webhook.events.only')} description={t('webhook.events.onlyHint')} />
        </Stack>
      </Radio.Group>
      {events.mode === 'all' && !isLeavingOut ? (
        <Button variant="default" size="xs" w="fit-content" onClick={() => setLeavingOut(true)}>
          {t('webhook.leaveOut')}
        </Button>
      ) : (
        <Tree mode={events.mode} />
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
        <>
          <CodeBlock label={t('webhook.snippet')} text={snippet(webhookId ?? t('webhook.snippetIdLater'))} />
          <Suspense fallback={<Waiting lines={2} />}>
            <Templates webhookId={webhookId} />
          </Suspense>
        </>
      )}
    </Section>
  );
}

function Tree({ mode }: { readonly mode: 'all' | 'only' }) {
  const { t } = useTranslation();
  const isAll = mode === 'all';
  return (
    <Suspense fallback={<Waiting lines={8} />}>
      <EventsTree
        key={mode}
        label={t(isAll ? 'webhook.except' : 'webhook.types')}
        description={t(isAll ? 'webhook.exceptHint' : 'webhook.typesHint')}
        path={isAll ? 'events.except' : 'events.types'}
      />
    </Suspense>
  );
}
