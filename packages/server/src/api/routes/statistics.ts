// Figures for charts: what became of attempts and deliveries, hour by hour or day by day; of one webhook or of all, of an event
// type, of a topic or of all.
import { type Static, Type } from 'typebox';
import { eventTypes, matchesPattern, nearestTypes } from '../../catalogue/index.ts';
import { Refusal } from '../../domain/errors.ts';
import { limit } from '../../domain/limits.ts';
import { invalid, refuse } from '../../domain/problems.ts';
import { type Span, spanMs } from '../../domain/statistics.ts';
import type { StatisticsRange } from '../../store/statistics.ts';
import type { GroupOrder } from '../../store/statistics-groups.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';
import {
  type Range,
  showGroups,
  showStatistics,
  showTypes,
  spansIn,
  wholeRange,
} from '../statistics-answer.ts';
import { createWebhookAccess } from '../webhook-access.ts';

const base = '/applications/:appId/envs/:env';
const queryOf = <T extends 'webhook' | 'type'>(groups: readonly T[]) => ({
  bucket: Type.Optional(Type.Unsafe<Span>({ ...schemas.Bucket, default: 'hour' })),
  from: Type.Optional(
    Type.Unsafe<string>({ ...schemas.Time, description: 'Default: 24 hours or 30 days before `to`.' }),
  ),
  to: Type.Optional(Type.Unsafe<string>({ ...schemas.Time, description: 'Default: now.' })),
  type: Type.Optional(
    Type.Unsafe<string>({
      ...schemas.Searched,
      description: 'Of events of this type, or of a whole topic: `signer.signed`, `signer.*`.',
    }),
  ),
  groupBy: Type.Optional(
    Type.Unsafe<T>({
      ...schemas.enumOf(groups),
      description: groups
        .map((name) => (name === 'webhook' ? '`webhook` tells `groups` too' : '`type` tells `types` too'))
        .join(', '),
    }),
  ),
  sort: Type.Optional(
    Type.Unsafe<GroupOrder>({
      ...schemas.enumOf(['attempts', 'failed']),
      default: 'attempts',
      description: 'Which of them come first: those with the most attempts, or with the most that failed.',
    }),
  ),
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: limit('page_items_max'),
      default: 50,
      description: 'So many of them, at most.',
    }),
  ),
});
const ofWebhook = Type.Object(queryOf(['type']), { additionalProperties: false });
const ofAll = Type.Object(
  {
    ...queryOf(['webhook', 'type']),
    webhookId: Type.Optional(
      Type.Array(schemas.Uuid, {
        minItems: 1,
        maxItems: limit('page_items_max'),
        description: 'Groups of these webhooks only, also where nothing was sent. May be repeated.',
      }),
    ),
  },
  { additionalProperties: false },
);
const errors = { '4xx': schemas.ErrorAnswer };
const description =
  'Up to date but for a few seconds. Hours are kept for three months, days as long as the database. With `groupBy=type` also type by type.';

export const statisticsRoutes: Routes = (app, { statistics, webhooks, clock, changed }) => {
  const access = createWebhookAccess({ webhooks, clock, changed });

  async function answer(environmentId: number, webhookId: string | null, asked: Static<typeof ofAll>) {
    const { groupBy, webhookId: webhookIds = null, type } = asked;
    if (groupBy !== 'webhook' && webhookIds !== null)
      throw refuse([invalid('webhookId', 'needs groupBy=webhook beside it')]);
    const { sort: order = 'attempts', limit: groupsMax = 50 } = asked;
    const range = readRange(asked, clock.now());
    const types = type === undefined ? null : typesOf(type);
    const wanted: StatisticsRange = { environmentId, webhookId, types, ...range };
    const rows = await statistics.read(wanted);
    return {
      ...showStatistics(range, rows),
      ...(groupBy === 'webhook' &&
        showGroups(range, await statistics.readGroups({ ...wanted, webhookIds, order, limit: groupsMax }))),
      ...(groupBy === 'type' &&
        showTypes(range, rows, await statistics.readTypes({ ...wanted, types: types ?? everyType }), {
          order,
          limit: groupsMax,
        })),
      ...((groupBy === 'type' || types !== null) && (await countedFrom(environmentId, range))),
    };
  }

  /** The part of the range that is counted by type. */
  async function countedFrom(environmentId: number, { from }: Range) {
    const since = await statistics.typesCountedSince(environmentId);
    return { typesCountedSince: since !== null && since > from ? since : null };
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
        querystring: ofAll,
        response: { 200: schemas.GroupedStatistics, ...errors },
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
        querystring: ofWebhook,
        response: { 200: schemas.Statistics, ...errors },
      },
    },
    async (request) => {
      const { id } = await access.existing(request);
      return (await answer(request.tenant.environmentId, id, request.query)) as never;
    },
  );
};

const everyType = eventTypes.map(({ type }) => type);

function typesOf(type: string): readonly string[] {
  const types = everyType.filter((known) => matchesPattern(type, known));
  if (types.length > 0) return types;
  throw new Refusal('unknown_event_type', { type, path: 'type', nearest: nearestTypes(type, 3) });
}

const usualSpans: Readonly<Record<Span, number>> = { hour: 24, day: 30 };

function readRange(
  { bucket: span = 'hour', ...asked }: Pick<Static<typeof ofWebhook>, 'bucket' | 'from' | 'to'>,
  now: number,
): Range {
  const end = asked.to === undefined ? now : Date.parse(asked.to);
  const start = asked.from === undefined ? end - usualSpans[span] * spanMs[span] : Date.parse(asked.from);
  if (start >= end) throw refuseFrom('must be before `to`');
  const range = wholeRange(span, start, end);
  const max = limit('statistics_buckets_max');
  if (spansIn(range) > max) throw refuseFrom(`may be at most ${max} ${span}s before \`to\``);
  return range;
}

const refuseFrom = (reason: string) => refuse([{ code: 'invalid_field', path: 'from', details: { reason } }]);
