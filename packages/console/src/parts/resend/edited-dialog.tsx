// A copy of an event with other content, sent as a test: at once, once, and with its answer below.
import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadEvent } from '../../api/events.ts';
import { testCopy } from '../../api/tests.ts';
import type { Delivery } from '../../api/types.ts';
import { jsonProblem } from '../../lib/json-problem.ts';
import { layOutJson } from '../../lib/lay-out-json.ts';
import { usePlace } from '../../place.ts';
import { useChange } from '../../ui/change.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { TestResult } from '../test-result.tsx';
import { useWebhookNames } from '../webhook-names.ts';
import { WebhookChoice } from './webhook-choice.tsx';

const CodeEditor = lazy(() => import('../../ui/code-editor.tsx'));

interface EditedDialogProps {
  readonly event: ReadEvent;
  readonly delivery: Delivery;
  readonly onClose: () => void;
}

export function EditedDialog({ event, delivery, onClose }: EditedDialogProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const { all, find } = useWebhookNames();
  const [webhookId, setWebhookId] = useState(find(delivery.webhookId)?.id ?? null);
  const [begun] = useState(() => layOutJson(event.contentText) ?? event.contentText);
  const [text, setText] = useState(begun);
  const wrong = jsonProblem(text);
  const noteId = useId();
  const send = useChange(
    (to: string) => testCopy(place, to, event.id, text),
    [['tests', place]],
    () => undefined,
  );
  return (
    // Where something was typed it is not closed by a key that was pressed by accident.
    <Dialog
      opened
      onClose={onClose}
      title={t('resend.edited.title')}
      size="xl"
      closable={text === begun || send.isSuccess}
    >
      <Stack>
        <Text size="sm">{t('resend.edited.lead')}</Text>
        <WebhookChoice
          label={t('resend.webhook')}
          description={t('resend.edited.hint')}
          webhooks={all}
          reasonAgainst={() => null}
          value={webhookId}
          onChange={setWebhookId}
        />
        <Stack gap={4}>
          <Text size="sm" fw={500} component="div" aria-hidden>
            {t('resend.edited.content')}
          </Text>
          <Suspense fallback={<Skeleton h={200} />}>
            <CodeEditor
              label={t('resend.edited.content')}
              text={begun}
              onChange={setText}
              describedBy={noteId}
            />
          </Suspense>
          <Text
            id={noteId}
            size="sm"
            role="status"
            c={wrong === null ? 'dimmed' : 'var(--mantine-color-error)'}
          >
            {wrong === null ? t('resend.edited.bytes') : t('test.contentWrong', { reason: wrong })}
          </Text>
        </Stack>
        {send.error && <Problem error={send.error} urgent />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t(send.isSuccess ? 'common.close' : 'common.cancel')}
          </Button>
          <Button
            leftSection={<IconSend size={16} className="mirrored" aria-hidden />}
            disabled={webhookId === null || wrong !== null}
            loading={send.isPending}
            onClick={() => webhookId !== null && send.mutate(webhookId)}
          >
            {t('resend.edited.send')}
          </Button>
        </Group>
        {send.data && <TestResult result={send.data} of={t('resend.edited.copy')} />}
      </Stack>
    </Dialog>
  );
}
