// When a delivery is tried again: how long that still is, ticking, and at what time.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { countdown } from '../../lib/countdown.ts';
import { useSeconds } from '../../lib/use-seconds.ts';
import { Time } from '../../ui/time.tsx';

export function NextAttempt({ at }: { readonly at: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ms = Date.parse(at);
  const rest = ms - useSeconds();
  return (
    <>
      {/* Not read out: a countdown that speaks is a nuisance, and the time beside it says the same. */}
      <Text size="sm" fw={600} aria-hidden style={{ fontVariantNumeric: 'tabular-nums' }}>
        {rest > 0 ? <bdi dir="ltr">{countdown(rest)}</bdi> : t('event.dueNow')}
      </Text>
      <Text size="sm" c="dimmed" component="div">
        <Time at={at} focusable /> · {format.clock(ms)}
      </Text>
    </>
  );
}
