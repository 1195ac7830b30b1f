// What the webhook would send with the settings in the form, as they stand at this moment; and sending it now.
import { Alert, Button, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { eventTypesOptions } from '../../../api/catalogue.ts';
import { type Draft, draftExampleOptions, testDraft } from '../../../api/tests.ts';
import { TestResult } from '../../../parts/test-result.tsx';
import { usePlace } from '../../../place.ts';
import { asProblem, Problem, useProblemText } from '../../../ui/problem.tsx';
import { Example } from '../example.tsx';

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
  const test = useMutation({ mutationFn: () => testDraft(place, draft, type ?? undefined) });
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
            <Button
              variant="default"
              size="xs"
              disabled={!isReady}
              loading={test.isPending}
              leftSection={<IconSend size={16} className="mirrored" aria-hidden />}
              onClick={() => test.mutate()}
            >
              {t('preview.test')}
            </Button>
          </Group>
          <TypeChoice value={type} onChange={setType} />
          {!isReady && <Text c="dimmed">{t('preview.notReady')}</Text>}
          {isReady && error && <NoPreview error={error} />}
          {isReady && data && !error && <Example example={data} />}
        </Stack>
      </Paper>
      {test.error && <Problem error={test.error} urgent />}
      {test.data && <TestResult result={test.data} />}
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

interface TypeChoiceProps {
  readonly value: string | null;
  readonly onChange: (type: string | null) => void;
}

function TypeChoice({ value, onChange }: TypeChoiceProps) {
  const { t } = useTranslation();
  const { data } = useQuery(eventTypesOptions());
  return (
    <Select
      label={t('form.previewType')}
      placeholder={t('form.previewFirst')}
      data={data?.data.map(({ type }) => type) ?? []}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('form.previewClear') }}
      nothingFoundMessage={t('common.nothingFound')}
      value={value}
      onChange={onChange}
      dir="ltr"
    />
  );
}
