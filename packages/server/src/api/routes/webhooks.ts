// Webhooks: create, list, read, change, delete. What they go through in between is in webhook-lifecycle.ts.
import { type Static, Type } from 'typebox';
import { dialects } from '../../dialects/index.ts';
import { Refusal } from '../../domain/errors.ts';
import { limit } from '../../domain/limits.ts';
import { schemeProblem } from '../../domain/payload.ts';
import { invalid, type Problem, refuse } from '../../domain/problems.ts';
import type { WebhookSettings } from '../../domain/webhook.ts';
import { assertChangeable, type Draft, type Judged, judge } from '../../domain/webhook-policies.ts';
import { newWebhook, readSettings, type WebhookInput } from '../../domain/webhook-settings.ts';
import type { Snapshot } from '../../store/snapshots.ts';
import { pageRequest, showPage, showWebhook } from '../answers.ts';
import { expectedRevisions } from '../preconditions.ts';
import type { ApiDeps, Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';
import { createWebhookAccess } from '../webhook-access.ts';
import { makeSecret, signingProblems } from '../webhook-secrets.ts';

const base = '/applications/:appId/envs/:env/webhooks';
const params = Type.Object({ appId: Type.String(), env: Type.String() });
const idParams = Type.Object({ appId: Type.String(), env: Type.String(), id: Type.String() });
const query = Type.Object(schemas.PageQuery, { additionalProperties: false });
const errors = { '4xx': schemas.ErrorAnswer };
const tags = ['webhooks'];
const write = { access: 'webhooks:write', feature: 'webhooks' } as const;
const read = { access: 'webhooks:read', feature: 'webhooks' } as const;

/**
 * A webhook made whole out of what was said and what it starts from.
 * @param more what else may be wrong with the request, once the settings are whole
 * @throws Refusal with everything that is wrong with it, by itself and by the organization's policies
 */
export function checkedSettings(
  { origin, input, present }: Pick<Draft, 'origin' | 'input' | 'present'>,
  { directory, environment, policies, alertRules, inboxes }: Snapshot,
  { urlProblem, clock }: Pick<ApiDeps, 'urlProblem' | 'clock'>,
  more: (settings: WebhookSettings) => readonly Problem[] = () => [],
): Pick<Judged, 'settings' | 'soleDefault'> {
  const { settings, problems } = readSettings(input, present, {
    directory,
    alertRules,
    dialects,
    // What goes there never leaves this server.
    urlProblem: (url: string) => (inboxes.has(url) ? null : urlProblem(url, environment)),
    now: clock.now(),
    eventsMode: origin === 'new' || origin === 'trial' ? policies.defaultEventsMode : present.events.mode,
  });
  const judged = judge({ origin, input, present, settings, environment }, policies);
  const all = [...problems, ...judged.problems, ...more(settings)];
  if (all.length > 0) throw refuse(all);
  return judged;
}

export function refuseFull(): Refusal {
  return new Refusal('limit_reached', { limit: limit('webhooks_per_environment_max'), what: 'webhooks' });
}

export const webhookRoutes: Routes = (app, deps) => {
  const { webhooks, clock, newId, changed } = deps;
  const access = createWebhookAccess({ webhooks, clock, changed });

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
      const { status = 'enabled', signing: asked, ...input } = request.body;
      const signing = { scheme: 'hmac', ...asked } as const;
      const draft = {
        origin: 'new',
        input: input as WebhookInput,
        present: newWebhook(request.tenant),
      } as const;
      const { settings, soleDefault } = checkedSettings(draft, request.tenant, deps, ({ payload }) =>
        signingProblems(signing, payload.dialect, 'signing.'),
      );
      const now = clock.now();
      const { shown, ...secret } = makeSecret(signing);
      const created = await webhooks.create(
        { ...settings, ...secret, secretId: newId(now), id: newId(now), environmentId, status, soleDefault },
        new Date(now),
      );
      if (created === 'full') throw refuseFull();
      changed(environmentId);
      const answer = { ...access.show(request, reply, created), secret: shown };
      return reply.status(201).send(answer as never);
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
        (webhook) => showWebhook(webhook, request.tenant.directory, clock.now()),
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
    async (request, reply) => access.show(request, reply, await access.existing(request)) as never,
  );
  app.get(
    `${base}/:id/waiting`,
    {
      config: read,
      schema: {
        tags,
        summary: 'How many deliveries wait for a webhook',
        description: 'What is pending, and what is held while it is disabled: what deleting it would cancel.',
        params: idParams,
        response: { 200: schemas.Waiting, ...errors },
      },
    },
    async (request) => {
      const { id } = await access.existing(request);
      return (await deps.history.waiting(request.tenant.environmentId, id)) as never;
    },
  );
  app.patch(
    `${base}/:id`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Change a webhook',
        description:
          'What is left out stays as it is. With If-Match (the ETag of what was read) a change that somebody else made in between is not overwritten. Where the policy `changeOnlyWhileDisabled` holds, it must be disabled.',
        params: idParams,
        body: schemas.WebhookPatch,
        response: { 200: schemas.Webhook, ...errors },
      },
    },
    async (request, reply) =>
      (await access.changeAsRead(request, reply, (webhook, present) => {
        const whileDisabled = request.tenant.policies.changeOnlyWhileDisabled;
        assertChangeable(present.status, whileDisabled);
        const input = request.body as Static<typeof schemas.WebhookPatch> as WebhookInput;
        const draft = { origin: 'change', input, present } as const;
        const { settings, soleDefault } = checkedSettings(draft, request.tenant, deps, ({ payload }) => {
          const reason = schemeProblem(payload.dialect, present.signing.scheme, dialects);
          return reason === null ? [] : [invalid('payload.dialect', reason)];
        });
        return webhooks.update(
          { ...webhook, whileDisabled },
          { ...settings, soleDefault },
          new Date(clock.now()),
        );
      })) as never,
  );
  app.delete(
    `${base}/:id`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Delete a webhook',
        description:
          'What is pending is cancelled; history stays. Where the policy `changeOnlyWhileDisabled` holds, it must be disabled.',
        params: idParams,
        querystring: Type.Object(
          { confirm: Type.Optional(Type.String({ description: 'The name of the webhook.' })) },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null(), ...errors },
      },
    },
    async (request, reply) => {
      const { environmentId, policies } = request.tenant;
      const { id, name, status } = await access.existing(request);
      const whileDisabled = policies.changeOnlyWhileDisabled;
      assertChangeable(status, whileDisabled);
      if (request.query.confirm !== name) {
        throw new Refusal('confirmation_required', { what: 'webhook', confirm: name, path: 'confirm' });
      }
      const webhook = { environmentId, id, expected: expectedRevisions(request), whileDisabled };
      await webhooks.delete(webhook, new Date(clock.now()));
      changed(environmentId);
      return reply.status(204).send(null);
    },
  );
};
