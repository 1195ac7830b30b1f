// Why somebody was not let in: in words, and after too many guesses with the time at which to try again.
import { Alert } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { now } from '../../lib/now.ts';
import { asProblem, Problem } from '../../ui/problem.tsx';

const waitSecondsUsual = 30;

/** When guessing is allowed again; null while it is. */
export function useLockedUntil(error: unknown): number | null {
  const [until, setUntil] = useState<number | null>(null);
  useEffect(() => {
    if (!isLocked(error)) return setUntil(null);
    const seconds = Number(asProblem(error).details['retryAfterSeconds'] ?? waitSecondsUsual);
    setUntil(now() + seconds * 1000);
    const timer = setTimeout(() => setUntil(null), seconds * 1000);
    return () => clearTimeout(timer);
  }, [error]);
  return until;
}

const isLocked = (error: unknown) => error !== null && asProblem(error).code === 'sign_in_locked';

interface RefusedProps {
  readonly error: unknown;
  readonly lockedUntil: number | null;
}

export function Refused({ error, lockedUntil }: RefusedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (error === null) return null;
  if (!isLocked(error)) return <Problem error={error} urgent brief />;
  return (
    <Alert color="orange" role="alert" icon={<IconClockPause aria-hidden />} title={t('signIn.locked')}>
      {lockedUntil === null
        ? t('signIn.unlocked')
        : t('signIn.lockedUntil', { time: format.clock(lockedUntil) })}
    </Alert>
  );
}
