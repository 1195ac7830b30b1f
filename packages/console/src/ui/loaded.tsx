// What a page shows of a read: a skeleton after a moment, the data, or what went wrong with a way to try again.
import { Skeleton, Stack } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from './empty.tsx';
import { asProblem, Problem, useProblemText } from './problem.tsx';

/** Faster answers than this show no skeleton at all. */
const patienceMs = 300;

export function Waiting({ lines = 4 }: { readonly lines?: number }) {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Stack role="status" aria-label={t('common.loading')} mih={lines * 34}>
      {late &&
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        Array.from({ length: lines }, (_, line) => <Skeleton key={line} height={18} radius="sm" />)}
    </Stack>
  );
}

interface LoadedProps<T> {
  readonly query: UseQueryResult<T>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

export function Loaded<T>({ query, lines = 4, children }: LoadedProps<T>) {
  const { data, error, refetch } = query;
  if (data === undefined && error && asProblem(error).code === 'plan_excludes_webhooks') {
    return <NotInPlan error={error} />;
  }
  if (data === undefined) {
    return error ? <Problem error={error} onRetry={() => void refetch()} /> : <Waiting lines={lines} />;
  }
  return (
    <>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {children(data)}
    </>
  );
}

/** Nothing went wrong: the organization has not bought it. */
function NotInPlan({ error }: { readonly error: unknown }) {
  const { message, remedy } = useProblemText()(asProblem(error));
  return (
    <Empty icon={<IconLock size={40} />} title={message}>
      {remedy}
    </Empty>
  );
}
