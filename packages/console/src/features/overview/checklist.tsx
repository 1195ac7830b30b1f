// The first steps, which tick themselves from what there is: a webhook, a test, an event, a delivery that was accepted.
import { Button, CloseButton, Group, Paper, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { credential } from '../../api/credential.ts';
import { deliveriesOptions, eventsOptions } from '../../api/events.ts';
import { latestTestOptions } from '../../api/tests.ts';
import type { Webhook } from '../../api/types.ts';
import { usePlace } from '../../place.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { TextLink } from '../../ui/links.tsx';
import { eventCommand } from './event-command.ts';
import classes from './overview-page.module.css';
import { WatchInbox, WithInbox } from './with-inbox.tsx';

const Verify = lazy(() => import('./verify.tsx'));

interface ChecklistProps {
  readonly webhooks: readonly Webhook[];
  readonly onDismiss: () => void;
}

export function Checklist({ webhooks, onDismiss }: ChecklistProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const [first] = webhooks;
  const tests = useQuery(latestTestOptions(place));
  const events = useQuery(eventsOptions(place, { limit: 1 }));
  const passed = useQuery(deliveriesOptions(place, { status: 'succeeded', limit: 1 }));
  const [verifying, setVerifying] = useState(false);
  return (
    <Paper
      withBorder
      p="lg"
      bg="var(--signpost-surface)"
      component="section"
      aria-labelledby="checklist-title"
    >
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Title order={2} fz="lg" id="checklist-title">
          {t('checklist.title')}
        </Title>
        <CloseButton aria-label={t('checklist.dismiss')} onClick={onDismiss} />
      </Group>
      <ol className={classes['steps']}>
        <Step done={first !== undefined} title={t('checklist.webhook')}>
          <TextLink to="/$appId/$env/webhooks/new" params={place} size="sm">
            {t('webhooks.add')}
          </TextLink>
          <WithInbox />
        </Step>
        <Step done={(tests.data?.data.length ?? 0) > 0} title={t('checklist.test')}>
          {first && (
            <TextLink
              to="/$appId/$env/webhooks/$webhookId"
              params={{ ...place, webhookId: first.id }}
              search={{ tab: 'test' }}
              size="sm"
            >
              {t('checklist.toTest', { name: first.name })}
            </TextLink>
          )}
        </Step>
        <Step done={(events.data?.data.length ?? 0) > 0} title={t('checklist.event')}>
          <FirstEvent />
        </Step>
        <Step done={(passed.data?.data.length ?? 0) > 0} title={t('checklist.verify')}>
          <Text size="sm">{t('checklist.verifyHint')}</Text>
          <Button
            size="compact-sm"
            variant="default"
            mt={6}
            aria-expanded={verifying}
            onClick={() => setVerifying(!verifying)}
          >
            {t('checklist.showCode')}
          </Button>
          <Suspense fallback={null}>{verifying && <Verify />}</Suspense>
        </Step>
      </ol>
      <WatchInbox />
    </Paper>
  );
}

/** With the key that somebody signed in with, if it is one of this environment; else with its place. */
function FirstEvent() {
  const { t } = useTranslation();
  const place = usePlace();
  const key = credential.get();
  const own = key?.startsWith('skv2_') ? key : null;
  return (
    <>
      <CodeBlock label="cURL" text={eventCommand(window.location.origin, place, own)} />
      {own === null && (
        <Group gap={6} mt={4}>
          <Text size="sm">{t('checklist.keyHint')}</Text>
          <TextLink to="/$appId/$env/keys" params={place} size="sm">
            {t('nav.keys')}
          </TextLink>
        </Group>
      )}
    </>
  );
}

interface StepProps {
  readonly done: boolean;
  readonly title: string;
  readonly children: ReactNode;
}

function Step({ done, title, children }: StepProps) {
  const { t } = useTranslation();
  return (
    <li>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <ThemeIcon variant="light" color={done ? 'teal' : 'gray'} radius="xl" size="sm" mt={2}>
          {done ? (
            <IconCheck size={14} aria-label={t('checklist.done')} />
          ) : (
            <IconCircle size={14} aria-label={t('checklist.open')} />
          )}
        </ThemeIcon>
        <div className={classes['step']}>
          <Text fw={600}>{title}</Text>
          {!done && children}
        </div>
      </Group>
    </li>
  );
}
