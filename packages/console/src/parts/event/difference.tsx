// What is different in the answers to two attempts, line by line.
import { Group, Select, Stack, Text, Title } from '@mantine/core';
import { diffLines } from 'diff';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attempt } from '../../api/types.ts';
import { responseText } from '../../lib/response-text.ts';
import { CopyIcon } from '../../ui/copy.tsx';
import classes from './difference.module.css';

/** Beyond so many changed lines the two have nothing in common that anybody would look for. */
const changesMax = 4_000;

interface DifferenceProps {
  /** That is shown beside it. */
  readonly chosen: Attempt;
  /** The others. */
  readonly others: readonly Attempt[];
  readonly other: Attempt | null;
  readonly onChoose: (number: number | null) => void;
}

export default function Difference({ chosen, others, other, onChoose }: DifferenceProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" component="section" aria-labelledby="difference-title">
      <Group justify="space-between" align="flex-end">
        <Title order={3} fz="md" id="difference-title">
          {t('difference.title')}
        </Title>
        <Select
          size="xs"
          aria-label={t('difference.with')}
          placeholder={t('difference.with')}
          data={others.map(({ number }) => ({
            value: String(number),
            label: t('event.attempt', { number }),
          }))}
          value={other === null ? null : String(other.number)}
          onChange={(value) => onChoose(value === null ? null : Number(value))}
          clearable
          clearButtonProps={{ 'aria-label': t('difference.none') }}
        />
      </Group>
      {other !== null && <Lines from={other} to={chosen} />}
    </Stack>
  );
}

function Lines({ from, to }: { readonly from: Attempt; readonly to: Attempt }) {
  const { t } = useTranslation();
  const [before, after] = [responseText(from.response), responseText(to.response)];
  const parts = useMemo(() => diffLines(before, after, { maxEditLength: changesMax }), [before, after]);
  if (before === after) return <Text size="sm">{t('difference.same')}</Text>;
  if (parts === undefined) return <Text size="sm">{t('difference.tooMany')}</Text>;
  const label = t('difference.label', { from: from.number, to: to.number });
  const lines = parts.flatMap(({ added, removed, value }) => {
    const sign = added ? '+' : removed ? '-' : ' ';
    return value
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => ({ sign, line }));
  });
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {label}
        </Text>
        <CopyIcon
          value={lines.map(({ sign, line }) => `${sign} ${line}`).join('\n')}
          label={t('code.copy', { label })}
        />
      </Group>
      {/* biome-ignore-start lint/a11y: what scrolls must be reachable by keyboard, and be named there */}
      <pre role="group" className={classes['lines']} tabIndex={0} aria-label={label} dir="ltr">
        {lines.map(({ sign, line }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines repeat, and their order is all they have
          <span key={index} className={classes['line']} data-sign={sign}>
            {`${sign} ${line}`}
          </span>
        ))}
      </pre>
      {/* biome-ignore-end lint/a11y: see above */}
    </Stack>
  );
}
