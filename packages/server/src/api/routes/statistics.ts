// Figures for charts: what became of attempts and deliveries, hour by hour or day by day, of one webhook or of all.
import { type Static, Type } from 'typebox';
import { limit } from '../../domain/limits.ts';
import { invalid, refuse } from '../../domain/problems.ts';
import { percentileMs, type Span, spanBegin, spanMs } from '../../domain/statistics.ts';
import { timeOfId } from '../../lib/ids.ts';
import type { SpanStatistics } from '../../store/statistics.ts';
import type { GroupOrder, GroupWaiting, StatisticsGroups } from '../../store/statistics-groups.ts';
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
const groupQuery = Type.Object(
  {
    ...query.properties,
    groupBy: Type.Optional(
      Type.Unsafe<'webhook'>({ ...schemas.enumOf(['webhook']), description: 'Tells `groups` too.' }),
    ),
    webhookId: Type.Optional(
      Type.Array(schemas.Uuid, {
        minItems: 1,
        maxItems: limit('page_items_max'),
        description: 'Groups of these webhooks only, also where nothing was sent. May be repeated.',
      }),
    ),
    sort: Type.Optional(
      Type.Unsafe<GroupOrder>({
        ...schemas.enumOf(['attempts', 'failed']),
        default: 'attempts',
        description: 'Which groups come first: those with the most attempts, or with the most that failed.',
      }),
    ),
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: limit('page_items_max'),
        default: 50,
        description: 'Groups, at most.',
      }),
    ),
  },
  { additionalProperties: false },
);
const errors = { '4xx': schemas.ErrorAnswer };
const response = { 200: schemas.Statistics, ...errors };
const description =
  'Up to date but for a few seconds. Hours are kept for three months, days as long as the database.';

export const statisticsRoutes: Routes = (app, { statistics, webhooks, clock, changed }) => {
  const access = createWebhookAccess({ webhooks, clock, changed });

  async function grouped(environmentId: number, asked: Static<typeof groupQuery>) {
    const {
      groupBy,
      webhookId: webhookIds = null,
      sort: order = 'attempts',
      limit: groupsMax = 50,
      ...rest
    } = asked;
    if (groupBy === undefined && webhookIds !== null)
      throw refuse([invalid('webhookId', 'needs groupBy=webhook beside it')]);
    const whole = await answer(environmentId, null, rest);
    if (groupBy === undefined) return whole;
    const { bucket: span, from, to } = whole;
    const found = await statistics.readGroups({
      environmentId,
      webhookIds,
      span,
      from,
      to,
      order,
      limit: groupsMax,
    });
    return { ...whole, ...showGroups({ span, from: from.getTime(), to: to.getTime() }, found) };
  }

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
        description: `${description} Deleted webhooks count as long as they were there. With \`groupBy=webhook\` also webhook by webhook: those with the most attempts, and what the others amount to.`,
        params: Type.Object({ appId: Type.String(), env: Type.String() }),
        querystring: groupQuery,
        response: { 200: schemas.GroupedStatistics, ...errors },
      },
    },
    async (request) => (await grouped(request.tenant.environmentId, request.query)) as never,
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

/** Every hour or day of the range, with what happened in it. */
function spansOf({ span, from, to }: Range, rows: readonly SpanStatistics[]) {
  const bySince = new Map(rows.map((row) => [row.since.getTime(), row]));
  return Array.from({ length: (to - from) / spanMs[span] }, (_, index) => {
    const begin = from + index * spanMs[span];
    return { begin, counts: bySince.get(begin) ?? nothing };
  });
}

function show(range: Range, rows: readonly SpanStatistics[]) {
  return {
    bucket: range.span,
    from: new Date(range.from),
    to: new Date(range.to),
    total: figures(rows.reduce(add, nothing)),
    data: spansOf(range, rows).map(({ begin, counts }) => ({ from: new Date(begin), ...figures(counts) })),
  };
}

function showGroups(range: Range, { groups, rest }: StatisticsGroups) {
  return {
    groups: groups.map(({ webhookId, name, spans, waiting }) => {
      const counted = spansOf(range, spans).map(({ counts }) => counts);
      return {
        webhookId,
        name,
        total: figures(spans.reduce(add, nothing)),
        attempts: {
          succeeded: counted.map(({ succeeded }) => succeeded),
          failed: counted.map(({ attempts, succeeded }) => attempts - succeeded),
        },
        waiting: showWaiting(waiting),
      };
    }),
    rest: {
      webhooks: rest.webhooks,
      attempts: { succeeded: rest.succeeded, failed: rest.attempts - rest.succeeded },
      deliveries: { succeeded: rest.succeeded, failed: rest.failed },
    },
  };
}

function showWaiting({ pending, held, isAtLeast, oldestId }: GroupWaiting) {
  return { pending, held, isAtLeast, oldestAt: oldestId === null ? null : new Date(timeOfId(oldestId)) };
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
