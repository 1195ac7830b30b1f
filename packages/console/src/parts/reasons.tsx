// Why attempts failed, the most frequent reason first.
import { Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Statistics } from '../api/types.ts';
import { useFormat } from '../i18n/use-format.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { useReasonText } from './outcome.tsx';

interface Reason {
  readonly name: string;
  readonly count: number;
}

export function Reasons({ failures }: { readonly failures: Statistics['total']['failures'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useReasonText();
  const reasons = Object.entries(failures as Readonly<Record<string, number>>)
    .map(([name, count]): Reason => ({ name, count }))
    .toSorted((a, b) => b.count - a.count);
  const all = reasons.reduce((sum, { count }) => sum + count, 0);
  const columns: readonly Column<Reason>[] = [
    { id: 'reason', header: t('health.reason'), isName: true, cell: ({ name }) => words(name) },
    { id: 'count', header: t('health.count'), align: 'end', cell: ({ count }) => format.number(count) },
    {
      id: 'share',
      header: t('health.share'),
      align: 'end',
      cell: ({ count }) => format.percent(count / all),
    },
  ];
  return (
    <Paper role="group" withBorder p="md" bg="var(--signpost-surface)" aria-labelledby="reasons-title">
      <Title order={2} fz="md" mb="sm" id="reasons-title">
        {t('health.reasons')}
      </Title>
      {all === 0 ? (
        <Text size="sm">{t('health.noReasons')}</Text>
      ) : (
        <DataTable caption={t('health.reasons')} columns={columns} rows={reasons} idOf={({ name }) => name} />
      )}
    </Paper>
  );
}
