// Figures as a picture or as a table: the same rows, whichever is easier to read; and as CSV.
import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toCsv } from '../lib/csv.ts';
import { CopyButton } from '../ui/copy.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import type { ChartProps, Series } from './chart.tsx';
import classes from './chart-card.module.css';

const Chart = lazy(() => import('./chart.tsx'));

export interface ChartRow {
  /** When it begins, as the API writes it. */
  readonly from: string;
  readonly label: string;
  readonly values: Readonly<Record<string, number | null>>;
}

interface ChartCardProps extends Pick<ChartProps, 'kind' | 'value' | 'onChoose' | 'onDrag'> {
  readonly title: string;
  readonly rows: readonly ChartRow[];
  readonly series: readonly Series[];
  readonly note?: ReactNode;
}

export function ChartCard({ title, kind, rows, series, value, onChoose, onDrag, note }: ChartCardProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const titleId = useId();
  const csv = () =>
    toCsv([
      [t('health.from'), ...series.map(({ label }) => label)],
      ...rows.map(({ from, values }) => [from, ...series.map(({ name }) => values[name] ?? null)]),
    ]);
  return (
    <Paper role="group" withBorder p="md" bg="var(--signpost-surface)" aria-labelledby={titleId}>
      <Group justify="space-between" gap="xs" mb="sm">
        <Title order={2} fz="md" id={titleId}>
          {title}
        </Title>
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            leftSection={
              asTable ? <IconChartBar size={16} aria-hidden /> : <IconTable size={16} aria-hidden />
            }
            onClick={() => setAsTable(!asTable)}
          >
            {t(asTable ? 'health.asChart' : 'health.asTable')}
          </Button>
          <CopyButton value={csv} label={t('health.copyCsv')} />
        </Group>
      </Group>
      {asTable ? (
        <div className={classes['table']}>
          <Table title={title} rows={rows} series={series} value={value} />
        </div>
      ) : (
        <div dir="ltr" role="img" aria-label={t('health.describes', { title })} className={classes['chart']}>
          <Suspense fallback={null}>
            <Chart
              kind={kind}
              rows={rows.map(({ label, values }) => ({ label, ...values }))}
              series={series}
              value={value}
              onChoose={onChoose}
              onDrag={onDrag}
            />
          </Suspense>
        </div>
      )}
      {note && (
        <Text size="sm" c="dimmed" mt="xs">
          {note}
        </Text>
      )}
    </Paper>
  );
}

function Table({ title, rows, series, value }: Pick<ChartCardProps, 'title' | 'rows' | 'series' | 'value'>) {
  const { t } = useTranslation();
  const columns: readonly Column<ChartRow>[] = [
    { id: 'from', header: t('health.from'), isName: true, cell: ({ label }) => <bdi>{label}</bdi> },
    ...series.map(
      ({ name, label }): Column<ChartRow> => ({
        id: name,
        header: label,
        align: 'end',
        cell: ({ values }) => {
          const figure = values[name];
          return figure == null ? '–' : value(figure);
        },
      }),
    ),
  ];
  return <DataTable caption={title} columns={columns} rows={rows.toReversed()} idOf={({ from }) => from} />;
}
