// Trying a webhook: a type is chosen or a real event copied, the content can be changed, and the result stands below.
import { Paper, SegmentedControl, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exampleOptions, type TestChoice, testsOptions, testWebhook } from '../../api/tests.ts';
import type { TestSend, Webhook } from '../../api/types.ts';
import { jsonProblem } from '../../lib/json-problem.ts';
import { TestButton, TestOutcome, type TestRun, useTestRun } from '../../parts/test-run.tsx';
import { TestStatus } from '../../parts/test-status.tsx';
import { usePlace } from '../../place.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Time } from '../../ui/time.tsx';
import { Example } from './example.tsx';
import { type ChangedContent, TestContent } from './test-content.tsx';
import { TypeSelect } from './type-select.tsx';

export default function WebhookTest({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const place = usePlace();
  const queryClient = useQueryClient();
  const run = useTestRun(
    (choice: TestChoice, signal) => testWebhook(place, webhook.id, choice, signal),
    () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['tests', place, webhook.id] }),
        queryClient.invalidateQueries({ queryKey: ['webhooks', place] }),
      ]),
  );
  return (
    <Stack gap="md">
      <Paper withBorder p="md" bg="var(--signpost-surface)">
        <Stack gap="sm">
          <Title order={2} fz="lg">
            {t('test.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('test.lead')}
          </Text>
          <Choice webhook={webhook} run={run} />
        </Stack>
      </Paper>
      <TestOutcome run={run} />
      <LastTests webhookId={webhook.id} />
    </Stack>
  );
}

interface ChoiceProps {
  readonly webhook: Webhook;
  readonly run: TestRun<TestChoice>;
}

function Choice({ webhook, run }: ChoiceProps) {
  const { t } = useTranslation();
  const { env } = usePlace();
  const [from, setFrom] = useState<'example' | 'event'>('example');
  const [type, setType] = useState<string | null>(null);
  const [typedId, setTypedId] = useState('');
  const [changed, setChanged] = useState<ChangedContent | null>(null);
  const [enable, setEnable] = useState(webhook.status === 'disabled');
  const eventId = typedId.trim();
  // What is signed in production must have happened.
  const isFixed = env === 'PRODUCTION' && from === 'event';
  const content = isFixed ? null : changed;
  /** What was typed stays; what was only looked at is that of another type or event. */
  const chooseAnother = () => setChanged((last) => (last?.text === last?.begun ? null : last));
  const send = () =>
    run.start({
      ...(from === 'example' && type !== null && { type }),
      ...(from === 'event' && { eventId }),
      ...(content && content.text !== content.begun && { contentText: content.text }),
      ...(webhook.status === 'disabled' && enable && { enableOnSuccess: true }),
    });
  return (
    <>
      <SegmentedControl
        aria-label={t('test.from')}
        value={from}
        onChange={(value) => {
          setFrom(value === 'event' ? 'event' : 'example');
          chooseAnother();
        }}
        data={[
          { value: 'example', label: t('test.fromExample') },
          { value: 'event', label: t('test.fromEvent') },
        ]}
        w="fit-content"
        maw="100%"
      />
      {from === 'example' ? (
        <TypeSelect
          label={t('test.type')}
          value={type}
          onChange={(value) => {
            setType(value);
            chooseAnother();
          }}
        />
      ) : (
        <TextInput
          label={t('test.eventId')}
          description={t(isFixed ? 'test.eventIdFixed' : 'test.eventIdHint')}
          value={typedId}
          onChange={(event) => {
            setTypedId(event.currentTarget.value);
            chooseAnother();
          }}
          dir="ltr"
        />
      )}
      {!isFixed && (
        <TestContent
          origin={from === 'event' ? { from, eventId } : { from, type, webhookId: webhook.id }}
          changed={changed}
          onChange={setChanged}
        />
      )}
      {webhook.status === 'disabled' && (
        <Switch
          label={t('test.enable')}
          checked={enable}
          onChange={(event) => setEnable(event.currentTarget.checked)}
        />
      )}
      {from === 'example' && content === null && <WouldSend webhookId={webhook.id} type={type} />}
      <TestButton
        run={run}
        label={t('test.send')}
        disabled={
          (content !== null && jsonProblem(content.text) !== null) || (from === 'event' && eventId === '')
        }
        onStart={send}
      />
    </>
  );
}

function WouldSend({ webhookId, type }: { readonly webhookId: string; readonly type: string | null }) {
  const place = usePlace();
  const query = useQuery(exampleOptions(place, webhookId, type ?? undefined));
  return <Loaded query={query}>{(example) => <Example example={example} />}</Loaded>;
}

function LastTests({ webhookId }: { readonly webhookId: string }) {
  const { t } = useTranslation();
  const place = usePlace();
  const { data } = useQuery(testsOptions(place, webhookId));
  if (!data || data.data.length === 0) return null;
  const columns: readonly Column<TestSend>[] = [
    {
      id: 'outcome',
      header: t('delivery.column.status'),
      narrow: true,
      cell: (test) => <TestStatus test={test} />,
    },
    {
      id: 'type',
      header: t('delivery.column.event'),
      isName: true,
      cell: ({ type }) => <bdi dir="ltr">{type}</bdi>,
    },
    { id: 'summary', header: t('test.summary'), cell: ({ summary }) => <bdi>{summary}</bdi> },
    { id: 'at', header: t('test.at'), narrow: true, cell: ({ createdAt }) => <Time at={createdAt} /> },
  ];
  return (
    <Stack gap="xs">
      <Title order={2} fz="md">
        {t('test.last')}
      </Title>
      <DataTable caption={t('test.last')} columns={columns} rows={data.data} idOf={({ id }) => id} />
    </Stack>
  );
}
