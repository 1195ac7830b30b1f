// The last day of a webhook as small bars, one for each hour, with the part that passed in words.
import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WebhookStatistics } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './mini-bars.module.css';

const size = { bar: 3, gap: 1, height: 22 } as const;

export function MiniBars({ figures }: { readonly figures: WebhookStatistics | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { succeeded: passed, failed } = figures?.attempts ?? { succeeded: [], failed: [] };
  const sums = passed.map((count, index) => count + (failed[index] ?? 0));
  const highest = Math.max(...sums, 1);
  const all = sums.reduce((sum, count) => sum + count, 0);
  if (all === 0) {
    return (
      <Text span size="sm" c="dimmed">
        {t('fares.nothing')}
      </Text>
    );
  }
  const failedAll = failed.reduce((sum, count) => sum + count, 0);
  const height = (count: number) => (count === 0 ? 0 : Math.max(2, (count / highest) * size.height));
  return (
    <Group gap={6} wrap="nowrap" justify="flex-start">
      <svg
        role="img"
        aria-label={t('fares.bars', {
          passed: format.number(all - failedAll),
          failed: format.number(failedAll),
        })}
        width={sums.length * (size.bar + size.gap)}
        height={size.height}
        className={classes['bars']}
      >
        {passed.map((count, index) => {
          const x = index * (size.bar + size.gap);
          const bad = height(failed[index] ?? 0);
          const good = Math.min(height(count), size.height - bad);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: hours have no other name
            <g key={index}>
              <rect
                className={classes['good']}
                x={x}
                y={size.height - bad - good}
                width={size.bar}
                height={good}
              />
              <rect className={classes['bad']} x={x} y={size.height - bad} width={size.bar} height={bad} />
            </g>
          );
        })}
      </svg>
      <Text span size="sm">
        <bdi>{format.percent((all - failedAll) / all)}</bdi>
      </Text>
    </Group>
  );
}
