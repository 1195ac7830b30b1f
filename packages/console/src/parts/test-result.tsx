// How a test ended: the outcome first, then how long each part took, then exactly what was sent and answered.
import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TestSend } from '../api/types.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Exchange } from './exchange.tsx';

const phases = ['dnsMs', 'connectMs', 'tlsMs', 'firstByteMs', 'totalMs'] as const;

interface TestResultProps {
  readonly result: TestSend;
  /** Of what it is, where the page shows another exchange too. */
  readonly of?: string;
}

export function TestResult({ result, of }: TestResultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const passed = result.outcome === 'succeeded';
  return (
    <Stack gap="md">
      <Alert
        role="status"
        color={passed ? 'teal' : 'red'}
        icon={passed ? <IconCircleCheck aria-hidden /> : <IconCircleX aria-hidden />}
        title={t(passed ? 'test.passed' : 'test.failed')}
      >
        <Stack gap="sm">
          <Text size="sm">
            <bdi>{result.summary}</bdi>
          </Text>
          <Group gap="md">
            {phases.map((phase) => {
              const ms = result.timing[phase];
              return (
                ms !== null && (
                  <Text key={phase} size="sm" component="span">
                    {t(`test.${phase}`)}: {format.duration(ms)}
                  </Text>
                )
              );
            })}
          </Group>
        </Stack>
      </Alert>
      <Exchange
        request={result.request}
        response={result.response}
        error={result.error}
        name={result.id}
        {...(of !== undefined && { of })}
      />
    </Stack>
  );
}
