// What is wrong with a form, above it: each line leads to its field.
import { Alert, Anchor, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacedProblem } from './form-problems.ts';
import { Problem, useProblemText } from './problem.tsx';

interface FormSummaryProps {
  readonly error: unknown;
  readonly problems: readonly PlacedProblem[];
  /** Moves to the field. */
  readonly onChoose: (field: string) => void;
}

export function FormSummary({ error, problems, onChoose }: FormSummaryProps) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) place.current?.focus();
  }, [error]);
  if (!error) return null;
  if (problems.length === 0) {
    return (
      <div ref={place} tabIndex={-1}>
        <Problem error={error} urgent />
      </div>
    );
  }
  return (
    <Alert
      ref={place}
      tabIndex={-1}
      role="alert"
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('common.fieldsWrong')}
    >
      <List spacing="xs" size="sm">
        {problems.map((problem, index) => {
          const { field } = problem;
          const { message, remedy } = textOf(problem);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two problems may have one path
            <List.Item key={`${problem.path} ${index}`}>
              <Stack gap={0}>
                {field === null ? (
                  <span>{message}</span>
                ) : (
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    ta="start"
                    onClick={() => onChoose(field)}
                  >
                    {message}
                  </Anchor>
                )}
                <Text size="sm">{remedy}</Text>
              </Stack>
            </List.Item>
          );
        })}
      </List>
    </Alert>
  );
}
