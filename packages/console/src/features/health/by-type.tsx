// Health event type by event type. Each leads to its deliveries of the time that is shown.
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Statistics, TypeStatistics } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { usePlace } from '../../place.ts';
import type { Column } from '../../ui/data-table.tsx';
import { TextLink } from '../../ui/links.tsx';
import { Time } from '../../ui/time.tsx';
import { attemptsOf, FiguresTable, passedOf, useFigureColumns } from './figures-table.tsx';

interface ByTypeProps {
  readonly statistics: Statistics;
  /** The time that is shown, and the webhook, as the history is asked for them. */
  readonly search: object;
  readonly onChoose: (type: string) => void;
}

/** What came before has no type: it is not zero, it is not known. */
export function CountedSince({ at }: { readonly at: string }) {
  const { t } = useTranslation();
  return (
    <>
      {t('types.typesSince')} <Time at={at} focusable />
    </>
  );
}

export function ByType({ statistics, search, onChoose }: ByTypeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const place = usePlace();
  const { attempts, passed, p95 } = useFigureColumns();
  const { types = [], rest, typesCountedSince } = statistics;
  const untold = rest === undefined ? 0 : rest.attempts.succeeded + rest.attempts.failed;
  const columns: readonly Column<TypeStatistics>[] = [
    {
      id: 'type',
      header: t('types.type'),
      isName: true,
      cell: ({ type }) => (
        <TextLink
          to="/$appId/$env/events"
          params={place}
          search={{ ...search, type }}
          size="sm"
          className="break"
        >
          <bdi dir="ltr">{type}</bdi>
        </TextLink>
      ),
    },
    attempts,
    passed,
    {
      id: 'failed',
      header: t('health.failed'),
      align: 'end',
      cell: ({ type, total: { deliveries } }) =>
        deliveries.failed === 0 ? (
          format.number(0)
        ) : (
          <TextLink
            to="/$appId/$env/events"
            params={place}
            search={{ ...search, type, status: 'failed' }}
            size="sm"
            aria-label={`${t('health.failed')}: ${type}, ${format.number(deliveries.failed)}`}
          >
            {format.number(deliveries.failed)}
          </TextLink>
        ),
    },
    p95,
    {
      id: 'figures',
      header: t('common.actions'),
      headerHidden: true,
      align: 'end',
      cell: ({ type }) => (
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-label={`${t('health.details')}: ${type}`}
          onClick={() => onChoose(type)}
        >
          {t('health.details')}
        </Anchor>
      ),
    },
  ];
  const csv = () => [
    ['type', 'attempts', 'passed', 'failed', 'p95Ms'],
    ...types.map((row) => [
      ...[row.type, attemptsOf(row), passedOf(row), row.total.deliveries.failed, row.total.latencyMs.p95],
    ]),
  ];
  return (
    <FiguresTable
      title={t('types.byType')}
      columns={columns}
      rows={types}
      idOf={({ type }) => type}
      csv={csv}
      note={
        typesCountedSince != null && (
          <>
            <CountedSince at={typesCountedSince} />
            {untold > 0 && ` · ${t('types.untyped', { count: untold, number: format.number(untold) })}`}
          </>
        )
      }
    />
  );
}
