// Health webhook by webhook, with what waits for each.
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WebhookStatistics } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { WebhookLink } from '../../parts/webhook-link.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Time } from '../../ui/time.tsx';
import { attemptsOf, FiguresTable, passedOf, useFigureColumns } from './figures-table.tsx';

interface ByWebhookProps {
  readonly groups: readonly WebhookStatistics[];
  /** Whether figures are of some types only: what waits is not told by type. */
  readonly ofTypes: boolean;
  readonly onChoose: (id: string) => void;
}

export function ByWebhook({ groups, ofTypes, onChoose }: ByWebhookProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { attempts, passed, p95 } = useFigureColumns();
  const waiting: readonly Column<WebhookStatistics>[] = [
    {
      id: 'waiting',
      header: t('fares.waiting'),
      align: 'end',
      cell: ({ waiting: { pending, held } }) => format.number(pending + held),
    },
    {
      id: 'oldest',
      header: t('fares.oldest'),
      cell: ({ waiting: { oldestAt } }) => (oldestAt === null ? '–' : <Time at={oldestAt} />),
    },
  ];
  const columns: readonly Column<WebhookStatistics>[] = [
    {
      id: 'webhook',
      header: t('delivery.column.webhook'),
      isName: true,
      cell: ({ webhookId }) => <WebhookLink id={webhookId} />,
    },
    attempts,
    passed,
    p95,
    ...(ofTypes ? [] : waiting),
    {
      id: 'figures',
      header: t('common.actions'),
      headerHidden: true,
      align: 'end',
      cell: ({ webhookId, name }) => (
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-label={`${t('health.details')}: ${name}`}
          onClick={() => onChoose(webhookId)}
        >
          {t('health.details')}
        </Anchor>
      ),
    },
  ];
  const csv = () => [
    [
      ...['webhookId', 'name', 'attempts', 'passed', 'p95Ms'],
      ...(ofTypes ? [] : ['pending', 'held', 'oldestAt']),
    ],
    ...groups.map((group) => [
      ...[group.webhookId, group.name, attemptsOf(group), passedOf(group), group.total.latencyMs.p95],
      ...(ofTypes ? [] : [group.waiting.pending, group.waiting.held, group.waiting.oldestAt]),
    ]),
  ];
  return (
    <FiguresTable
      title={t('fares.byWebhook')}
      columns={columns}
      rows={groups}
      idOf={({ webhookId }) => webhookId}
      csv={csv}
    />
  );
}
