// Replays: deliveries that are sent again as jobs, with progress, pace, pause and cancel.
import { type Static, Type } from 'typebox';
import { Refusal } from '../../domain/errors.ts';
import { limit } from '../../domain/limits.ts';
import { invalid, refuse } from '../../domain/problems.ts';
import { type ReplayWork, recoveryOf } from '../../domain/replay.ts';
import { isUuid } from '../../lib/ids.ts';
import type { Count } from '../../store/delivery-search.ts';
import type { NewReplay, ReplayRecord, ReplayRef } from '../../store/replays.ts';
import { pageRequest, showDelivery, showPage, showReplay } from '../answers.ts';
import { actorOf } from '../attribution.ts';
import { readDeliveryFilter } from '../delivery-filter.ts';
import type { RouteDeps, Routes, TypedApp } from '../route.ts';
import * as schemas from '../schemas/index.ts';
import type { Caller } from '../session.ts';
import { createWebhookAccess } from '../webhook-access.ts';

const environment = '/applications/:appId/envs/:env';
const params = Type.Object({ appId: Type.String(), env: Type.String() });
const idParams = Type.Object({ appId: Type.String(), env: Type.String(), id: Type.String() });
const errors = { '4xx': schemas.ErrorAnswer };
const read = { access: 'webhooks:read', feature: 'webhooks' } as const;
const write = { access: 'webhooks:write', feature: 'webhooks' } as const;
const tags = ['replays'];
const perSecondUsual = 50;

export const replayRoutes: Routes = (app, deps) => {
  addRecover(app, deps);
  addResend(app, deps);
  addReads(app, deps);
  addChanges(app, deps);
};

type Beginning = Pick<NewReplay, 'kind' | 'webhookId' | 'selection' | 'work'> & {
  readonly total: Count | null;
  readonly how: { readonly name?: string | null; readonly perSecond?: number };
};

async function begin(
  { replays, clock, newId }: Pick<RouteDeps, 'replays' | 'clock' | 'newId'>,
  request: { readonly caller: Caller; readonly tenant: { readonly environmentId: number } },
  { how, total, ...replay }: Beginning,
): Promise<ReplayRecord> {
  const now = clock.now();
  const { name = null, perSecond = perSecondUsual } = how;
  const created = await replays.create(
    {
      ...replay,
      id: newId(now),
      environmentId: request.tenant.environmentId,
      name,
      perSecond,
      total: total?.count ?? null,
      totalIsEstimate: total?.isEstimate ?? false,
      createdBy: actorOf(request.caller),
    },
    new Date(now),
  );
  if (created !== 'full') return created;
  throw new Refusal('limit_reached', {
    limit: limit('replays_unfinished_max'),
    what: 'replays that have not ended',
  });
}

function addRecover(app: TypedApp, deps: RouteDeps): void {
  const { history, webhooks, clock, changed } = deps;
  const access = createWebhookAccess({ webhooks, clock, changed });
  app.post(
    `${environment}/webhooks/:id/recover`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Recover a webhook',
        description:
          'Sends again what failed, was cancelled, succeeded or was missed in a range of time, as a job. What is held needs none: enabling the webhook releases it.',
        params: idParams,
        body: schemas.RecoverBody,
        response: { 202: schemas.Replay, ...errors },
      },
    },
    async (request, reply) => {
      const webhook = await access.existing(request);
      const { environmentId } = request.tenant;
      const { from, to = new Date(clock.now()).toISOString(), status, ...how } = request.body;
      if (Date.parse(from) >= Date.parse(to)) throw refuse([invalid('from', 'must be before `to`')]);
      if (webhook.status !== 'enabled')
        throw new Refusal('delivery_not_sendable', { reason: 'its webhook is disabled' });
      const wanted = [status].flat();
      const work = recoveryOf(webhook.id, new Date(from), new Date(to), wanted);
      const counted = work.missed === null && work.filter !== null;
      const total = counted ? (await history.counts(environmentId, work.filter)).all : null;
      const selection = { from, to, status: wanted };
      const replay = { kind: 'recover', webhookId: webhook.id, selection, work, total, how } as const;
      return reply.status(202).send(showReplay(await begin(deps, request, replay)) as never);
    },
  );
}

interface Selected {
  readonly work: ReplayWork;
  readonly selection: object;
  readonly total: Count;
}

/** What a request names: some deliveries, or all that a filter finds now. */
async function selectedBy(
  { history, clock }: Pick<RouteDeps, 'history' | 'clock'>,
  environmentId: number,
  { ids, filter }: Static<typeof schemas.PreviewBody>,
): Promise<Selected> {
  if ((ids === undefined) === (filter === undefined))
    throw refuse([invalid('filter', 'must be given, or `ids`, and not both')]);
  if (ids !== undefined)
    return {
      work: { filter: null, ids, missed: null },
      selection: { ids: ids.length },
      total: { count: ids.length, isEstimate: false },
    };
  const frozen = { ...filter, to: filter?.to ?? new Date(clock.now()).toISOString() };
  const wanted = await readDeliveryFilter(history, environmentId, frozen, 'filter.eventId');
  const { all } = await history.counts(environmentId, wanted);
  return { work: { filter: wanted, ids: [], missed: null }, selection: { filter: frozen }, total: all };
}

function addResend(app: TypedApp, deps: RouteDeps): void {
  const { history } = deps;
  app.post(
    `${environment}/deliveries/resend`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Send deliveries again',
        description: 'A selection, or all that a filter finds, of any webhooks, as a job.',
        params,
        body: schemas.ResendBody,
        response: { 202: schemas.Replay, ...errors },
      },
    },
    async (request, reply) => {
      const { ids, filter, ...how } = request.body;
      const asked = { ...(ids && { ids }), ...(filter && { filter }) };
      const selected = await selectedBy(deps, request.tenant.environmentId, asked);
      const replay = { kind: 'resend', webhookId: null, ...selected, how } as const;
      return reply.status(202).send(showReplay(await begin(deps, request, replay)) as never);
    },
  );
  app.post(
    `${environment}/replays/preview`,
    {
      config: read,
      schema: {
        tags,
        summary: 'Show what a resend would send',
        params,
        body: schemas.PreviewBody,
        response: { 200: schemas.Preview, ...errors },
      },
    },
    async (request) => {
      const { environmentId } = request.tenant;
      const { work, total } = await selectedBy(deps, environmentId, request.body);
      const { newest, oldest } = await history.ends(environmentId, work.filter ?? { ids: work.ids }, samples);
      const shown = newest.map(showDelivery);
      return {
        total,
        oldestAt: oldest === null ? null : showDelivery(oldest).createdAt,
        newestAt: shown[0]?.createdAt ?? null,
        samples: shown,
      } as never;
    },
  );
}

const samples = 5;

function addReads(app: TypedApp, { replays }: RouteDeps): void {
  app.get(
    `${environment}/replays`,
    {
      config: read,
      schema: {
        tags,
        summary: 'List replays',
        params,
        querystring: Type.Object(
          { ...schemas.PageQuery, state: Type.Optional(schemas.ReplayStateName) },
          { additionalProperties: false },
        ),
        response: { 200: schemas.pageOf(schemas.Replay), ...errors },
      },
    },
    async (request) => {
      const { state = null, ...page } = request.query;
      const { environmentId } = request.tenant;
      return showPage(
        'replays',
        await replays.list(environmentId, state, pageRequest('replays', page)),
        showReplay,
      ) as never;
    },
  );
  app.get(
    `${environment}/replays/:id`,
    {
      config: read,
      schema: {
        tags,
        summary: 'Read a replay',
        description: 'What became of the deliveries tells the list of deliveries, by `replayId`.',
        params: idParams,
        response: { 200: schemas.Replay, ...errors },
      },
    },
    async (request) => {
      const found = await replays.find(refOf(request));
      if (found === null) throw notFound();
      return showReplay(found) as never;
    },
  );
}

const notFound = () => new Refusal('not_found', { what: 'replay', path: 'id' });

const nobody = '00000000-0000-0000-0000-000000000000';

const refOf = ({
  tenant,
  params: { id },
}: {
  readonly tenant: { readonly environmentId: number };
  readonly params: { readonly id: string };
}): ReplayRef => ({ environmentId: tenant.environmentId, id: isUuid(id) ? id : nobody });

function changed(result: ReplayRecord | 'ended' | null) {
  if (result === null) throw notFound();
  if (result === 'ended') throw new Refusal('replay_ended');
  return showReplay(result);
}

type Step = (replay: ReplayRef, now: Date) => Promise<ReplayRecord | 'ended' | null>;

function addChanges(app: TypedApp, { replays, clock }: RouteDeps): void {
  const response = { 200: schemas.Replay, ...errors };
  app.patch(
    `${environment}/replays/:id`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Change the pace or the name of a replay',
        params: idParams,
        body: schemas.ReplayPatch,
        response,
      },
    },
    async (request) => changed(await replays.change(refOf(request), request.body)) as never,
  );
  const steps: readonly (readonly [string, string, Step])[] = [
    ['pause', 'Pause a replay', (ref) => replays.pause(ref)],
    ['resume', 'Let a paused replay go on', (ref, now) => replays.resume(ref, now)],
    [
      'cancel',
      'Cancel a replay: what it has not sent yet is not sent',
      (ref, now) => replays.cancel(ref, now),
    ],
  ];
  for (const [name, summary, step] of steps) {
    app.post(
      `${environment}/replays/:id/${name}`,
      { config: write, schema: { tags, summary, params: idParams, response } },
      async (request) => changed(await step(refOf(request), new Date(clock.now()))) as never,
    );
  }
}
