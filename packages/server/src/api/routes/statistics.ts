// Figures for charts: what became of attempts and deliveries, hour by hour or day by day, of one webhook or of all.
import { type Static, Type } from 'typebox';
import { limit } from '../../domain/limits.ts';
import { refuse } from '../../domain/problems.ts';
import { percentileMs, type Span, spanBegin, spanMs } from '../../domain/statistics.ts';
import type { SpanStatistics } from '../../store/statistics.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';
import { createWebhookAccess } from '../webhook-access.ts';

const base = '/applications/:appId/envs/:env';
const query = Type.Object(
  {
    bucket: Type.Optional(Type.Unsafe<Span>({ ...schemas.Bucket, default: 'hour' })),
    from: Type.Optional(
      Type.Unsafe<string>({ ...schemas.Time, description: 'Default: 24 hours or 30 days before `to`.' }),
    ),
    to: Type.Optional(Type.Unsafe<string>({ ...schemas.Time, description: 'Default: now.' })),
  },
  { additionalProperties: false },
);
const errors = { '4xx': schemas.ErrorAnswer };
const response = { 200: schemas.Statistics, ...errors };
const description =
  'Up to date but for a few seconds. Hours are kept for three months, days as long as the database.';

export const statisticsRoutes: Routes = (app, { statistics, webhooks, clock, changed }) => {
  const access = createWebhookAccess({ webhooks, clock, changed });

  async function answer(environmentId: number, webhookId: string | null, asked: Static<typeof query>) {
    const range = readRange(asked, clock.now());
    const { span, from, to } = range;
    const rows = await statistics.read({
      environmentId,
      webhookId,
      span,
      from: new Date(from),
      to: new Date(to),
    });
    return show(range, rows);
  }

  app.get(
    `${base}/stats`,
    {
      config: { access: 'events:read' },
      schema: {
        tags: ['deliveries'],
        summary: 'Figures of all webhooks together',
        description: `${description} Deleted webhooks count as long as they were there.`,
        params: Type.Object({ appId: Type.String(), env: Type.String() }),
        querystring: query,
        response,
      },
    },
    async (request) => (await answer(request.tenant.environmentId, null, request.query)) as never,
  );
  app.get(
    `${base}/webhooks/:id/stats`,
    {
      config: { access: 'webhooks:read', feature: 'webhooks' },
      schema: {
        tags: ['webhooks'],
        summary: 'Figures of a webhook',
        description,
        params: Type.Object({ appId: Type.String(), env: Type.String(), id: Type.String() }),
        querystring: query,
        response,
      },
    },
    async (request) => {
      const { id } = await access.existing(request);
      return (await answer(request.tenant.environmentId, id, request.query)) as never;
    },
  );
};

const usualSpans: Readonly<Record<Span, number>> = { hour: 24, day: 30 };

interface Range {
  readonly span: Span;
  /** Both at the beginning of an hour or day. */
  readonly from: number;
  readonly to: number;
}

/** Widened to whole hours or days. */
function readRange({ bucket: span = 'hour', ...asked }: Static<typeof query>, now: number): Range {
  const end = asked.to === undefined ? now : Date.parse(asked.to);
  const start = asked.from === undefined ? end - usualSpans[span] * spanMs[span] : Date.parse(asked.from);
  if (start >= end) throw refuseFrom('must be before `to`');
  const from = spanBegin(span, start);
  const to = spanBegin(span, end - 1) + spanMs[span];
  const max = limit('statistics_buckets_max');
  if (to - from > max * spanMs[span]) throw refuseFrom(`may be at most ${max} ${span}s before \`to\``);
  return { span, from, to };
}

const refuseFrom = (reason: string) => refuse([{ code: 'invalid_field', path: 'from', details: { reason } }]);

type Counts = Omit<SpanStatistics, 'since'>;

const nothing: Counts = { attempts: 0, succeeded: 0, failed: 0, durationMs: 0, latency: [], failures: {} };

function show({ span, from, to }: Range, rows: readonly SpanStatistics[]) {
  const bySince = new Map(rows.map((row) => [row.since.getTime(), row]));
  const begins = Array.from(
    { length: (to - from) / spanMs[span] },
    (_, index) => from + index * spanMs[span],
  );
  return {
    bucket: span,
    from: new Date(from),
    to: new Date(to),
    total: figures(rows.reduce(add, nothing)),
    data: begins.map((begin) => ({ from: new Date(begin), ...figures(bySince.get(begin) ?? nothing) })),
  };
}

function add(sum: Counts, row: Counts): Counts {
  const failures = { ...sum.failures };
  for (const [reason, count] of Object.entries(row.failures))
    failures[reason] = (failures[reason] ?? 0) + count;
  return {
    attempts: sum.attempts + row.attempts,
    succeeded: sum.succeeded + row.succeeded,
    failed: sum.failed + row.failed,
    durationMs: sum.durationMs + row.durationMs,
    latency: row.latency.map((count, index) => count + (sum.latency[index] ?? 0)),
    failures,
  };
}

function figures({ attempts, succeeded, failed, durationMs, latency, failures }: Counts) {
  return {
    attempts: { succeeded, failed: attempts - succeeded },
    deliveries: { succeeded, failed },
    latencyMs: {
      mean: attempts === 0 ? null : Math.round((durationMs / attempts) * 10) / 10,
      p50: percentileMs(latency, 0.5),
      p95: percentileMs(latency, 0.95),
      p99: percentileMs(latency, 0.99),
    },
    failures,
  };
}
