// A moment: short in the text, exact in its tooltip, in both zones.
import { Text, Tooltip } from '@mantine/core';
import { useFormat } from '../i18n/use-format.ts';
import { useNow } from '../lib/use-now.ts';
import { useTimeStyle } from './times.ts';

interface TimeProps {
  /** As the API writes it. */
  readonly at: string;
  /** Whether it can be reached by keyboard: in a table that would be a stop at every row. */
  readonly focusable?: boolean;
}

export function Time({ at, focusable = false }: TimeProps) {
  const format = useFormat();
  const now = useNow();
  const style = useTimeStyle();
  const ms = Date.parse(at);
  const shown =
    style === 'relative' ? format.relative(ms, now) : format.absolute(ms, style === 'utc' ? 'utc' : 'local');
  return (
    <Tooltip
      label={
        <>
          <Text size="sm">{format.exact(ms, 'local')}</Text>
          <Text size="sm">{format.exact(ms, 'utc')}</Text>
        </>
      }
    >
      <time dateTime={at} {...(focusable && { tabIndex: 0 })}>
        {shown}
      </time>
    </Tooltip>
  );
}
