// A failure as people can use it: what happened, what to do, and what to quote when asking for help.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { Mono } from './mono.tsx';

interface ProblemText {
  readonly message: string;
  readonly remedy: string;
}

/** In the reader's language where there is a text for the code, else in the server's own words. */
export function useProblemText(): (problem: {
  code: string;
  message: string;
  remedy: string;
  details: Readonly<Record<string, unknown>>;
}) => ProblemText {
  const { t, i18n } = useTranslation();
  return ({ code, message, remedy, details }) => {
    const say = (part: 'message' | 'remedy', fallback: string) => {
      const key = `errors.${code}.${part}`;
      return i18n.exists(key) ? String(t(key as never, details as never)) : fallback;
    };
    return { message: say('message', message), remedy: say('remedy', remedy) };
  };
}

export const asProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem
    ? error
    : new ApiProblem(0, { code: 'unexpected', message: String(error), details: {}, requestId: null });

interface ProblemProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Said as soon as it appears: for what follows an action. */
  readonly urgent?: boolean;
  /** Without code and request id: for what is a person's own mistake. */
  readonly brief?: boolean;
}

export function Problem({ error, onRetry, urgent = false, brief = false }: ProblemProps) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const problem = asProblem(error);
  const { message, remedy } = textOf(problem);
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={message || t('errors.unexpected.message')}
      role={urgent ? 'alert' : 'group'}
      aria-label={urgent ? undefined : t('common.problem')}
    >
      <Stack gap="xs">
        {remedy && <Text size="sm">{remedy}</Text>}
        {!(brief && problem.status > 0 && problem.status < 500) && (
          <Group gap="xs">
            <Mono>{problem.code}</Mono>
            {problem.requestId && (
              <Text size="sm" component="span">
                {t('common.requestId')} <Mono copyLabel={t('common.copyRequestId')}>{problem.requestId}</Mono>
              </Text>
            )}
          </Group>
        )}
        {onRetry && (
          <Group>
            <Button size="xs" variant="default" onClick={onRetry}>
              {t('common.tryAgain')}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
