// How deliveries fare over a time: figures on cards, and charts of what ended how, and how fast.
import { Paper, SimpleGrid, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { endOf } from '../api/statistics.ts';
import type { Statistics } from '../api/types.ts';
import { useFormat } from '../i18n/use-format.ts';
import { usePlace } from '../place.ts';
import { TextLink } from '../ui/links.tsx';
import { useTimeStyle } from '../ui/times.ts';
import { ChartCard, type ChartRow } from './chart-card.tsx';

interface FiguresProps {
  readonly statistics: Statistics;
}

type Figures = Statistics['total'];

export const isQuiet = ({ total: { attempts, deliveries } }: Statistics) =>
  attempts.succeeded + attempts.failed + deliveries.succeeded + deliveries.failed === 0;

interface FigureCardsProps extends FiguresProps {
  /** How many are tried again; shown instead of the number of attempts. */
  readonly retrying?: number | undefined;
  /** Leads from each figure to the deliveries of the last day behind it. */
  readonly linked?: boolean;
}

export function FigureCards({ statistics: { total }, retrying, linked = false }: FigureCardsProps) {
  const { t } = useTranslation();
  const to = (status?: 'failed' | 'retrying') => (linked ? { range: '24h' as const, status } : undefined);
  const format = useFormat();
  const { attempts, deliveries, latencyMs } = total;
  const ended = deliveries.succeeded + deliveries.failed;
  const tried = attempts.succeeded + attempts.failed;
  const time = (ms: number | null) => (ms === null ? '–' : format.duration(ms));
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} component="dl" m={0}>
      <Figure
        name={t('health.passedPart')}
        to={to()}
        value={ended === 0 ? '–' : format.percent(deliveries.succeeded / ended)}
        more={t('health.of', { count: format.number(ended) as never })}
      />
      <Figure
        name={t('health.failed')}
        to={to('failed')}
        value={format.number(deliveries.failed)}
        bad={deliveries.failed > 0}
      />
      {retrying === undefined ? (
        <Figure
          name={t('health.attempts')}
          value={format.number(tried)}
          more={t('health.failedAttempts', { count: format.number(attempts.failed) as never })}
        />
      ) : (
        <Figure
          name={t('delivery.status.retrying')}
          to={to('retrying')}
          value={format.number(retrying)}
          more={t('health.retryingHint')}
        />
      )}
      <Figure
        name={t('health.p95')}
        value={time(latencyMs.p95)}
        more={latencyMs.p50 !== null && t('health.half', { time: time(latencyMs.p50) })}
      />
    </SimpleGrid>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly more?: ReactNode;
  readonly bad?: boolean;
  /** Of the deliveries that it counts. */
  readonly to?: object | undefined;
}

function Figure({ name, value, more, bad = false, to }: FigureProps) {
  const place = usePlace();
  return (
    <Paper withBorder p="md" bg="var(--signpost-surface)">
      <Text component="dt" size="sm" c="dimmed">
        {to === undefined ? (
          name
        ) : (
          <TextLink to="/$appId/$env/events" params={place} search={to} size="sm">
            {name}
          </TextLink>
        )}
      </Text>
      <Text component="dd" m={0} fz={26} fw={650} {...(bad && { c: 'light-dark(#b02525, #ffa8a8)' })}>
        <bdi>{value}</bdi>
      </Text>
      {more && (
        <Text component="dd" m={0} size="sm" c="dimmed">
          {more}
        </Text>
      )}
    </Paper>
  );
}

function useRows(
  statistics: Statistics,
  values: (figures: Figures) => ChartRow['values'],
): readonly ChartRow[] {
  const format = useFormat();
  const zone = useTimeStyle() === 'utc' ? 'utc' : 'local';
  const { bucket, data } = statistics;
  return data.map(({ from, ...figures }) => ({
    from,
    label: format.span(Date.parse(from), bucket, zone),
    values: values(figures),
  }));
}

/**
 * A bar leads to the deliveries behind it; several, dragged over, to the figures of that time alone. The history has no filter by
 * topic: bars of one lead nowhere.
 */
export function DeliveriesChart({
  statistics,
  webhookId,
  type,
  onZoom,
}: FiguresProps & {
  readonly webhookId?: string | undefined;
  readonly type?: string | undefined;
  readonly onZoom?: (span: { readonly from: string; readonly to: string }) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const place = usePlace();
  const navigate = useNavigate();
  const rows = useRows(statistics, ({ deliveries: { succeeded, failed } }) => ({ succeeded, failed }));
  const choose = (index: number) => {
    const row = rows[index];
    if (!row) return;
    const { from } = row;
    const search = { from, to: endOf(from, statistics.bucket), webhook: webhookId, type };
    void navigate({ to: '/$appId/$env/events', params: place, search });
  };
  return (
    <ChartCard
      title={t('health.deliveries')}
      kind="bars"
      rows={rows}
      series={[
        { name: 'succeeded', label: t('health.passed'), color: 'teal.7' },
        { name: 'failed', label: t('health.failedShort'), color: 'red.7' },
      ]}
      value={format.number}
      onChoose={type?.endsWith('.*') ? undefined : choose}
      onDrag={
        onZoom &&
        ((first, last) => {
          const [begin, end] = [rows[first], rows[last]];
          if (begin && end) onZoom({ from: begin.from, to: endOf(end.from, statistics.bucket) });
        })
      }
      note={statistics.bucket === 'day' && t('health.days')}
    />
  );
}

export function LatencyChart({ statistics }: FiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = useRows(statistics, ({ latencyMs: { p50, p95, p99 } }) => ({ p50, p95, p99 }));
  return (
    <ChartCard
      title={t('health.latency')}
      kind="lines"
      rows={rows}
      series={[
        { name: 'p50', label: t('health.p50'), color: 'teal.7' },
        { name: 'p95', label: t('health.p95Short'), color: 'indigo.6' },
        { name: 'p99', label: t('health.p99'), color: 'orange.7' },
      ]}
      value={format.duration}
    />
  );
}
