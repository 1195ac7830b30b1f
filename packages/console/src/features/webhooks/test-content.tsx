// The content of a test, as it is or changed: an editor that begins with the content that would be sent.
import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconPencil } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { eventTypeOptions } from '../../api/catalogue.ts';
import { eventOptions } from '../../api/events.ts';
import { exampleOptions } from '../../api/tests.ts';
import { jsonProblem } from '../../lib/json-problem.ts';
import { layOutJson } from '../../lib/lay-out-json.ts';
import { usePlace } from '../../place.ts';
import { Problem } from '../../ui/problem.tsx';

const CodeEditor = lazy(() => import('../../ui/code-editor.tsx'));

/** Whose content it is: an example of a type (null: the first that the webhook wants), or a real event. */
export type TestOrigin =
  | { readonly from: 'example'; readonly webhookId: string; readonly type: string | null }
  | { readonly from: 'event'; readonly eventId: string };

export interface ChangedContent {
  /** What the editor began with. */
  readonly begun: string;
  readonly text: string;
}

interface TestContentProps {
  readonly origin: TestOrigin;
  /** null: as it is. */
  readonly changed: ChangedContent | null;
  readonly onChange: (changed: ChangedContent | null) => void;
}

export function TestContent({ origin, changed, onChange }: TestContentProps) {
  const { t } = useTranslation();
  const read = useContentOf();
  const begin = useMutation({
    mutationFn: read,
    onSuccess: (text) => onChange({ begun: text, text }),
  });
  if (changed !== null)
    return <Editor key={changed.begun} {...changed} onChange={onChange} onUndo={() => onChange(null)} />;
  return (
    <>
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        leftSection={<IconPencil size={16} aria-hidden />}
        loading={begin.isPending}
        disabled={origin.from === 'event' && origin.eventId === ''}
        onClick={() => begin.mutate(origin)}
      >
        {t('test.change')}
      </Button>
      {begin.error && <Problem error={begin.error} urgent />}
    </>
  );
}

function useContentOf(): (origin: TestOrigin) => Promise<string> {
  const place = usePlace();
  const queryClient = useQueryClient();
  return async (origin) => {
    if (origin.from === 'event') {
      const { contentText } = await queryClient.fetchQuery(eventOptions(place, origin.eventId));
      return layOutJson(contentText) ?? contentText;
    }
    const { webhookId } = origin;
    const type =
      origin.type ?? (await queryClient.fetchQuery(exampleOptions(place, webhookId, undefined))).type;
    const { example } = await queryClient.fetchQuery(eventTypeOptions(type));
    return JSON.stringify(example.content, null, 2);
  };
}

interface EditorProps extends ChangedContent {
  readonly onChange: (changed: ChangedContent) => void;
  readonly onUndo: () => void;
}

function Editor({ begun, text, onChange, onUndo }: EditorProps) {
  const { t } = useTranslation();
  const noteId = useId();
  const wrong = jsonProblem(text);
  return (
    <Stack gap={4}>
      <Group justify="space-between">
        <Text size="sm" fw={500} component="div" aria-hidden>
          {t('test.content')}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowBackUp size={16} className="mirrored" aria-hidden />}
          onClick={onUndo}
        >
          {t('test.asItIs')}
        </Button>
      </Group>
      <Suspense fallback={<Skeleton h={200} />}>
        <CodeEditor
          label={t('test.content')}
          text={begun}
          onChange={(typed) => onChange({ begun, text: typed })}
          describedBy={noteId}
        />
      </Suspense>
      <Text id={noteId} size="sm" role="status" c={wrong === null ? 'dimmed' : 'var(--mantine-color-error)'}>
        {wrong === null ? t('test.contentHint') : t('test.contentWrong', { reason: wrong })}
      </Text>
    </Stack>
  );
}
