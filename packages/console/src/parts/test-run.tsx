// A test under way: how long it has taken so far, and no longer waiting for it.
import { Button, Group, Text } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TestSend } from '../api/types.ts';
import { useFormat } from '../i18n/use-format.ts';
import { now } from '../lib/now.ts';
import { Problem } from '../ui/problem.tsx';
import { TestResult } from './test-result.tsx';

export interface TestRun<C> {
  readonly start: (choice: C) => void;
  readonly cancel: () => void;
  /** When it was begun; null: none is under way. */
  readonly since: number | null;
  readonly result: TestSend | undefined;
  /** null also of one that was given up. */
  readonly error: Error | null;
  readonly isGivenUp: boolean;
}

/** @param onEnd however it ended: the server goes on with one that was given up */
export function useTestRun<C>(
  send: (choice: C, signal: AbortSignal) => Promise<TestSend>,
  onEnd: () => unknown = () => {},
): TestRun<C> {
  const waiting = useRef(new AbortController());
  const run = useMutation({
    mutationFn: (choice: C) => {
      waiting.current = new AbortController();
      return send(choice, waiting.current.signal);
    },
    onSettled: onEnd,
  });
  const isGivenUp = run.isError && waiting.current.signal.aborted;
  return {
    start: run.mutate,
    cancel: () => waiting.current.abort(),
    since: run.isPending ? run.submittedAt : null,
    result: run.data,
    error: isGivenUp ? null : run.error,
    isGivenUp,
  };
}

interface TestButtonProps {
  readonly run: Pick<TestRun<never>, 'since' | 'cancel'>;
  readonly label: string;
  readonly disabled: boolean;
  readonly onStart: () => void;
  /** Beside a heading. */
  readonly isSmall?: boolean;
}

export function TestButton({ run: { since, cancel }, label, disabled, onStart, isSmall }: TestButtonProps) {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      <Button
        {...(isSmall && { size: 'xs', variant: 'default' })}
        disabled={disabled}
        // Not disabled while it runs: it would lose the focus.
        {...(since !== null && { 'data-disabled': true, 'aria-disabled': true })}
        leftSection={<IconSend size={16} className="mirrored" aria-hidden />}
        onClick={() => since === null && onStart()}
      >
        {label}
      </Button>
      {since !== null && (
        <>
          <Elapsed since={since} />
          <Button size="xs" variant="default" onClick={cancel}>
            {t('test.cancel')}
          </Button>
        </>
      )}
    </Group>
  );
}

const tickMs = 100;

function Elapsed({ since }: { readonly since: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [present, setPresent] = useState(since);
  useInterval(() => setPresent(now()), tickMs, { autoInvoke: true });
  const time = format.duration(Math.max(0, present - since));
  return (
    <Text size="sm" role="timer">
      {t('test.elapsed', { time })}
    </Text>
  );
}

/** What became of it. */
export function TestOutcome({
  run,
}: {
  readonly run: Pick<TestRun<never>, 'result' | 'error' | 'isGivenUp'>;
}) {
  const { t } = useTranslation();
  return (
    <>
      {run.error && <Problem error={run.error} urgent />}
      {run.isGivenUp && (
        <Text size="sm" role="status">
          {t('test.givenUp')}
        </Text>
      )}
      {run.result && <TestResult result={run.result} />}
    </>
  );
}
