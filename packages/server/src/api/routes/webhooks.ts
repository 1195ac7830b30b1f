// Webhooks: create, read, change, enable, disable, delete.
import { randomBytes } from 'node:crypto';
import { type Static, Type } from 'typebox';
import { formatSecret, secretBytes } from '../../dialects/standard-webhooks.ts';
import { Refusal } from '../../domain/errors.ts';
import { limit } from '../../domain/limits.ts';
import { type Problem, refuse } from '../../domain/problems.ts';
import { type RoutingInput, readRouting } from '../../domain/routing-names.ts';
import { openRouting, type RoutingFilters } from '../../domain/webhook.ts';
import { deliveryProblems, selectionProblems, toDelivery, toSelection } from '../../domain/webhook-rules.ts';
import { isUuid } from '../../lib/ids.ts';
import type { Snapshot } from '../../store/snapshots.ts';
import type { WebhookRecord } from '../../store/webhooks.ts';
import { pageRequest, showPage, showWebhook } from '../answers.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';

const base = '/applications/:appId/envs/:env/webhooks';
const params = Type.Object({ appId: Type.String(), env: Type.String() });
const idParams = Type.Object({ appId: Type.String(), env: Type.String(), id: Type.String() });
const query = Type.Object(schemas.PageQuery, { additionalProperties: false });
const errors = { '4xx': schemas.ErrorAnswer };
const tags = ['webhooks'];
const write = { access: 'webhooks:write' } as const;
const read = { access: 'webhooks:read' } as const;

const defaultGraceSeconds = 24 * 3600;

export const webhookRoutes: Routes = (app, { webhooks, clock, newId, changed, urlProblem }) => {
  /** Answers the filters with ids for the names. @throws Refusal with everything that is wrong */
  const check = (
    body: Static<typeof schemas.WebhookPatch>,
    present: RoutingFilters,
    tenant: Snapshot,
  ): RoutingFilters => {
    const { routing, problems: unknown } = readRouting(
      (body.routing ?? {}) as RoutingInput,
      present,
      tenant.directory,
    );
    const problems: Problem[] = [
      ...selectionProblems(body.events),
      ...unknown,
      ...deliveryProblems(body.delivery),
    ];
    const reason = body.url === undefined ? null : urlProblem(body.url, tenant.environment);
    if (reason !== null) problems.unshift({ code: 'url_refused', path: 'url', details: { reason } });
    if (problems.length > 0) throw refuse(problems);
    return routing;
  };

  const found = (webhook: WebhookRecord | null): WebhookRecord => {
    if (!webhook) throw new Refusal('not_found', { what: 'webhook', path: 'id' });
    return webhook;
  };

  const find = async (environmentId: number, id: string) =>
    found(isUuid(id) ? await webhooks.find(environmentId, id) : null);

  app.post(
    base,
    {
      config: write,
      schema: {
        tags,
        summary: 'Create a webhook',
        params,
        body: schemas.WebhookBody,
        response: { 201: schemas.CreatedWebhook, ...errors },
      },
    },
    async (request, reply) => {
      const { environmentId } = request.tenant;
      const { name, url, description = '', firing = 'implicit', events, delivery } = request.body;
      const routing = check(request.body, openRouting, request.tenant);
      const now = clock.now();
      const secret = randomBytes(secretBytes);
      const settings = {
        name,
        url,
        description,
        firing,
        events: toSelection(events),
        routing,
        delivery: toDelivery(delivery),
      };
      const created = await webhooks.create(
        { ...settings, id: newId(now), environmentId, secretId: newId(now), secret },
        new Date(now),
      );
      changed(environmentId);
      if (created === 'full')
        throw new Refusal('limit_reached', {
          limit: limit('webhooks_per_environment_max'),
          what: 'webhooks',
        });
      return reply
        .status(201)
        .send({ ...showWebhook(created, request.tenant.directory), secret: formatSecret(secret) } as never);
    },
  );
  app.get(
    base,
    {
      config: read,
      schema: {
        tags,
        summary: 'List webhooks',
        params,
        querystring: query,
        response: { 200: schemas.pageOf(schemas.Webhook), ...errors },
      },
    },
    async (request) =>
      showPage(
        'webhooks',
        await webhooks.list(request.tenant.environmentId, pageRequest('webhooks', request.query)),
        (webhook) => showWebhook(webhook, request.tenant.directory),
      ),
  );
  app.get(
    `${base}/:id`,
    {
      config: read,
      schema: {
        tags,
        summary: 'Read a webhook',
        params: idParams,
        response: { 200: schemas.Webhook, ...errors },
      },
    },
    async (request) =>
      showWebhook(
        await find(request.tenant.environmentId, request.params.id),
        request.tenant.directory,
      ) as never,
  );
  app.patch(
    `${base}/:id`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Change a webhook',
        params: idParams,
        body: schemas.WebhookPatch,
        response: { 200: schemas.Webhook, ...errors },
      },
    },
    async (request) => {
      const { environmentId } = request.tenant;
      const present = await find(environmentId, request.params.id);
      const routing = check(request.body, present.routing, request.tenant);
      const { name, url, description, firing, events, delivery } = request.body;
      const settings = {
        name: name ?? present.name,
        url: url ?? present.url,
        description: description ?? present.description,
        firing: firing ?? present.firing,
        routing,
        events: events === undefined ? present.events : toSelection(events),
        delivery: toDelivery(delivery, present.delivery),
      };
      const updated = found(
        await webhooks.update(environmentId, present.id, settings, new Date(clock.now())),
      );
      changed(environmentId);
      return showWebhook(updated, request.tenant.directory) as never;
    },
  );
  app.delete(
    `${base}/:id`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Delete a webhook',
        description: 'What is pending is cancelled; history stays.',
        params: idParams,
        response: { 204: Type.Null(), ...errors },
      },
    },
    async (request, reply) => {
      const { environmentId } = request.tenant;
      const { id } = await find(environmentId, request.params.id);
      await webhooks.delete(environmentId, id, new Date(clock.now()));
      changed(environmentId);
      return reply.status(204).send(null);
    },
  );
  app.post(
    `${base}/:id/rotate-secret`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Give a webhook a new secret',
        description:
          'The new secret signs at once. Until the overlap ends, every request also carries signatures by the secrets before it, so that a receiver can change over without missing one.',
        params: idParams,
        body: schemas.RotationBody,
        response: { 200: schemas.RotatedWebhook, ...errors },
      },
    },
    async (request) => {
      const { environmentId, directory } = request.tenant;
      const { id } = await find(environmentId, request.params.id);
      const now = clock.now();
      const secret = randomBytes(secretBytes);
      const overlapEnds = new Date(now + (request.body?.graceSeconds ?? defaultGraceSeconds) * 1000);
      const rotation = { secretId: newId(now), secret, overlapEnds };
      const rotated = found(await webhooks.rotateSecret(environmentId, id, rotation, new Date(now)));
      changed(environmentId);
      const shown = showWebhook(rotated, directory);
      return { ...shown, secret: formatSecret(secret), overlapEndsAt: overlapEnds } as never;
    },
  );
  app.post(
    `${base}/:id/enable`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Enable a webhook',
        description: 'What was held becomes due at once.',
        params: idParams,
        response: { 200: schemas.Webhook, ...errors },
      },
    },
    async (request) => {
      const { environmentId } = request.tenant;
      const { id } = await find(environmentId, request.params.id);
      const enabled = found(await webhooks.enable(environmentId, id, new Date(clock.now())));
      changed(environmentId);
      return showWebhook(enabled, request.tenant.directory) as never;
    },
  );
  app.post(
    `${base}/:id/disable`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Disable a webhook',
        description: 'New events do not go to it; what is pending is held.',
        params: idParams,
        response: { 200: schemas.Webhook, ...errors },
      },
    },
    async (request) => {
      const { environmentId } = request.tenant;
      const { id } = await find(environmentId, request.params.id);
      const disabled = found(await webhooks.disable(environmentId, id, 'manual', new Date(clock.now())));
      changed(environmentId);
      return showWebhook(disabled, request.tenant.directory) as never;
    },
  );
};
