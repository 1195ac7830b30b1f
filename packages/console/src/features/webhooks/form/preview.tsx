// What the webhook would send with the settings in the form, as they stand at this moment; and sending it now.
import { Alert, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Draft, draftExampleOptions, testDraft } from '../../../api/tests.ts';
import { TestButton, TestOutcome, useTestRun } from '../../../parts/test-run.tsx';
import { usePlace } from '../../../place.ts';
import { asProblem, useProblemText } from '../../../ui/problem.tsx';
import { Example } from '../example.tsx';
import { TypeSelect } from '../type-select.tsx';

const settleMs = 500;

export default function Preview({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const place = usePlace();
  const [type, setType] = useState<string | null>(null);
  const [settled] = useDebouncedValue(draft, settleMs);
  const isReady = settled.settings.name !== '' && /^https?:\/\/./i.test(settled.settings.url);
  const { data, error } = useQuery({
    ...draftExampleOptions(place, settled, type ?? undefined),
    enabled: isReady,
  });
  const run = useTestRun((tried: Draft, signal) => testDraft(place, tried, type ?? undefined, signal));
  return (
    <Stack gap="md">
      <Paper
        component="section"
        aria-labelledby="preview-title"
        withBorder
        p="md"
        bg="var(--signpost-surface)"
      >
        <Stack gap="sm">
          <Group justify="space-between">
            <Title order={2} fz="lg" id="preview-title">
              {t('preview.title')}
            </Title>
            <TestButton
              run={run}
              label={t('preview.test')}
              disabled={!isReady}
              onStart={() => run.start(draft)}
              isSmall
            />
          </Group>
          <TypeSelect label={t('form.previewType')} value={type} onChange={setType} />
          {!isReady && <Text c="dimmed">{t('preview.notReady')}</Text>}
          {isReady && error && <NoPreview error={error} />}
          {isReady && data && !error && <Example example={data} />}
        </Stack>
      </Paper>
      <TestOutcome run={run} />
    </Stack>
  );
}

function NoPreview({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const problem = asProblem(error);
  const said = [problem.fields[0] ?? problem].map((wrong) => textOf(wrong).message);
  return <Alert color="gray">{t('preview.wrong', { reason: said.join(' ') })}</Alert>;
}
