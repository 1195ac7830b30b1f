// A table of figures, one row for each webhook or event type: what all of them tell, its title, and the same as CSV.
import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Statistics } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { toCsv } from '../../lib/csv.ts';
import { CopyButton } from '../../ui/copy.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';

export interface Told {
  readonly total: Statistics['total'];
}

export const attemptsOf = ({ total: { attempts } }: Told) => attempts.succeeded + attempts.failed;

/** What part of the deliveries that ended had passed; null where none ended. */
export const passedOf = ({ total: { deliveries } }: Told) => {
  const ended = deliveries.succeeded + deliveries.failed;
  return ended === 0 ? null : deliveries.succeeded / ended;
};

/** Columns that every such table has. */
export function useFigureColumns() {
  const { t } = useTranslation();
  const format = useFormat();
  const attempts: Column<Told> = {
    id: 'attempts',
    header: t('health.attempts'),
    align: 'end',
    cell: (row) => format.number(attemptsOf(row)),
  };
  const passed: Column<Told> = {
    id: 'passed',
    header: t('health.passedPart'),
    align: 'end',
    cell: (row) => {
      const part = passedOf(row);
      return part === null ? '–' : format.percent(part);
    },
  };
  const p95: Column<Told> = {
    id: 'p95',
    header: t('health.p95'),
    align: 'end',
    cell: ({ total: { latencyMs } }) => (
      <bdi>{latencyMs.p95 === null ? '–' : format.duration(latencyMs.p95)}</bdi>
    ),
  };
  return { attempts, passed, p95 };
}

interface FiguresTableProps<T> {
  readonly title: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly idOf: (row: T) => string;
  /** The heading and the rows of the CSV. */
  readonly csv: () => Parameters<typeof toCsv>[0];
  readonly note?: ReactNode;
}

export function FiguresTable<T>({ title, columns, rows, idOf, csv, note }: FiguresTableProps<T>) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2} fz="md">
          {title}
        </Title>
        <CopyButton value={() => toCsv(csv())} label={t('health.copyCsv')} />
      </Group>
      {rows.length > 0 && <DataTable caption={title} columns={columns} rows={rows} idOf={idOf} />}
      {note && (
        <Text size="sm" c="dimmed" component="div">
          {note}
        </Text>
      )}
    </Stack>
  );
}
