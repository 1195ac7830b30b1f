// A moment: short in the text, exact in its tooltip, in both zones.
import { Text, Tooltip } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useFormat } from '../i18n/use-format.ts';
import { useNow } from '../lib/use-now.ts';
import { useTimeStyle } from './times.ts';

const TimeButton = lazy(() => import('./time-button.tsx'));

interface TimeProps {
  /** As the API writes it. */
  readonly at: string;
  /** Whether it can be reached by keyboard, and copied: in a table that would be a stop at every row. */
  readonly focusable?: boolean;
}

export function Time({ at, focusable = false }: TimeProps) {
  const format = useFormat();
  const now = useNow();
  const style = useTimeStyle();
  const ms = Date.parse(at);
  const time = (
    <time dateTime={at}>
      {style === 'relative'
        ? format.relative(ms, now)
        : format.absolute(ms, style === 'utc' ? 'utc' : 'local')}
    </time>
  );
  const exact = (
    <>
      <Text size="sm">{format.exact(ms, 'local')}</Text>
      <Text size="sm">{format.exact(ms, 'utc')}</Text>
    </>
  );
  if (!focusable) return <Tooltip label={exact}>{time}</Tooltip>;
  return (
    <Suspense fallback={time}>
      <TimeButton at={at} exact={exact}>
        {time}
      </TimeButton>
    </Suspense>
  );
}
