// Health webhook by webhook, and what waits in all.
import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WebhookStatistics } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { toCsv } from '../../lib/csv.ts';
import { WebhookLink } from '../../parts/webhook-link.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Time } from '../../ui/time.tsx';

interface Groups {
  readonly groups: readonly WebhookStatistics[];
}

const attemptsOf = ({ total: { attempts } }: WebhookStatistics) => attempts.succeeded + attempts.failed;
const passedOf = ({ total: { deliveries } }: WebhookStatistics) => {
  const ended = deliveries.succeeded + deliveries.failed;
  return ended === 0 ? null : deliveries.succeeded / ended;
};

/** What waits for all webhooks together, and since when the oldest does. */
export function QueueCard({ groups }: Groups) {
  const { t } = useTranslation();
  const format = useFormat();
  const sum = (name: 'pending' | 'held') => groups.reduce((all, { waiting }) => all + waiting[name], 0);
  const isAtLeast = groups.some(({ waiting }) => waiting.isAtLeast);
  const [oldest] = groups
    .flatMap(({ waiting: { oldestAt } }) => (oldestAt === null ? [] : [oldestAt]))
    .toSorted();
  const number = (count: number) => `${format.number(count)}${isAtLeast ? '+' : ''}`;
  return (
    <Paper withBorder p="md" bg="var(--signpost-surface)" component="section" aria-labelledby="queue-title">
      <Group gap="lg" align="baseline">
        <Title order={2} fz="md" id="queue-title">
          {t('fares.queue')}
        </Title>
        <Text size="sm">
          {t('delivery.status.pending')}: <strong>{number(sum('pending'))}</strong>
        </Text>
        <Text size="sm">
          {t('delivery.status.held')}: <strong>{number(sum('held'))}</strong>
        </Text>
        {oldest !== undefined && (
          <Text size="sm" component="div">
            {t('fares.oldest')}: <Time at={oldest} focusable />
          </Text>
        )}
      </Group>
    </Paper>
  );
}

export function ByWebhook({ groups, onChoose }: Groups & { readonly onChoose: (id: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: readonly Column<WebhookStatistics>[] = [
    {
      id: 'webhook',
      header: t('delivery.column.webhook'),
      isName: true,
      cell: ({ webhookId }) => <WebhookLink id={webhookId} />,
    },
    {
      id: 'attempts',
      header: t('health.attempts'),
      align: 'end',
      cell: (group) => format.number(attemptsOf(group)),
    },
    {
      id: 'passed',
      header: t('health.passedPart'),
      align: 'end',
      cell: (group) => {
        const passed = passedOf(group);
        return passed === null ? '–' : format.percent(passed);
      },
    },
    {
      id: 'p95',
      header: t('health.p95'),
      align: 'end',
      cell: ({ total: { latencyMs } }) => (
        <bdi>{latencyMs.p95 === null ? '–' : format.duration(latencyMs.p95)}</bdi>
      ),
    },
    {
      id: 'waiting',
      header: t('fares.waiting'),
      align: 'end',
      cell: ({ waiting }) => format.number(waiting.pending + waiting.held),
    },
    {
      id: 'oldest',
      header: t('fares.oldest'),
      cell: ({ waiting }) => (waiting.oldestAt === null ? '–' : <Time at={waiting.oldestAt} />),
    },
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
  const csv = () =>
    toCsv([
      ['webhookId', 'name', 'attempts', 'passed', 'p95Ms', 'pending', 'held', 'oldestAt'],
      ...groups.map((group) => [
        ...[group.webhookId, group.name, attemptsOf(group), passedOf(group), group.total.latencyMs.p95],
        ...[group.waiting.pending, group.waiting.held, group.waiting.oldestAt],
      ]),
    ]);
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2} fz="md">
          {t('fares.byWebhook')}
        </Title>
        <CopyButton value={csv} label={t('health.copyCsv')} />
      </Group>
      <DataTable
        caption={t('fares.byWebhook')}
        columns={columns}
        rows={groups}
        idOf={({ webhookId }) => webhookId}
      />
    </Stack>
  );
}
