// Trying a webhook: a type is chosen or a real event copied, the content can be changed, and the result stands below.
import {
  Button,
  Group,
  Paper,
  SegmentedControl,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exampleOptions, type TestChoice, testsOptions, testWebhook } from '../../api/tests.ts';
import type { TestSend, Webhook } from '../../api/types.ts';
import { jsonProblem } from '../../lib/json-problem.ts';
import { TestResult } from '../../parts/test-result.tsx';
import { usePlace } from '../../place.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Problem } from '../../ui/problem.tsx';
import { AttemptOutcome } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import { Example } from './example.tsx';
import { TypeSelect } from './type-select.tsx';

export default function WebhookTest({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const place = usePlace();
  const queryClient = useQueryClient();
  const test = useMutation({
    mutationFn: (choice: TestChoice) => testWebhook(place, webhook.id, choice),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['tests', place, webhook.id] }),
        queryClient.invalidateQueries({ queryKey: ['webhooks', place] }),
      ]),
  });
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
          <Choice webhook={webhook} isPending={test.isPending} onSend={(choice) => test.mutate(choice)} />
        </Stack>
      </Paper>
      {test.error && <Problem error={test.error} urgent />}
      {test.data && <TestResult result={test.data} />}
      <LastTests webhookId={webhook.id} />
    </Stack>
  );
}

interface ChoiceProps {
  readonly webhook: Webhook;
  readonly isPending: boolean;
  readonly onSend: (choice: TestChoice) => void;
}

function Choice({ webhook, isPending, onSend }: ChoiceProps) {
  const { t } = useTranslation();
  const [from, setFrom] = useState<'example' | 'event'>('example');
  const [type, setType] = useState<string | null>(null);
  const [eventId, setEventId] = useState('');
  const [content, setContent] = useState('');
  const [enable, setEnable] = useState(webhook.status === 'disabled');
  // What is signed in production must have happened.
  const { env } = usePlace();
  const isFixed = env === 'PRODUCTION' && from === 'event';
  const wrong = isFixed || content.trim() === '' ? null : jsonProblem(content);
  const send = () =>
    onSend({
      ...(from === 'example' && type !== null && { type }),
      ...(from === 'event' && { eventId: eventId.trim() }),
      ...(!isFixed && content.trim() !== '' && { contentText: content }),
      ...(webhook.status === 'disabled' && enable && { enableOnSuccess: true }),
    });
  return (
    <>
      <SegmentedControl
        aria-label={t('test.from')}
        value={from}
        onChange={(value) => setFrom(value === 'event' ? 'event' : 'example')}
        data={[
          { value: 'example', label: t('test.fromExample') },
          { value: 'event', label: t('test.fromEvent') },
        ]}
        w="fit-content"
        maw="100%"
      />
      {from === 'example' ? (
        <TypeSelect label={t('test.type')} description={t('test.typeHint')} value={type} onChange={setType} />
      ) : (
        <TextInput
          label={t('test.eventId')}
          description={t('test.eventIdHint')}
          value={eventId}
          onChange={(event) => setEventId(event.currentTarget.value)}
          dir="ltr"
        />
      )}
      <Textarea
        label={t('test.content')}
        description={t(isFixed ? 'test.contentFixed' : 'test.contentHint')}
        disabled={isFixed}
        value={isFixed ? '' : content}
        onChange={(event) => setContent(event.currentTarget.value)}
        error={wrong && t('test.contentWrong', { reason: wrong })}
        autosize
        minRows={2}
        maxRows={16}
        dir="ltr"
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
      />
      {webhook.status === 'disabled' && (
        <Switch
          label={t('test.enable')}
          checked={enable}
          onChange={(event) => setEnable(event.currentTarget.checked)}
        />
      )}
      {from === 'example' && <WouldSend webhookId={webhook.id} type={type} />}
      <Group>
        <Button
          loading={isPending}
          disabled={wrong !== null || (from === 'event' && eventId.trim() === '')}
          leftSection={<IconSend size={16} className="mirrored" aria-hidden />}
          onClick={send}
        >
          {t('test.send')}
        </Button>
      </Group>
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
      cell: ({ outcome }) => (
        <AttemptOutcome
          ok={outcome === 'succeeded'}
          label={t(outcome === 'succeeded' ? 'delivery.status.succeeded' : 'delivery.status.failed')}
        />
      ),
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
