// What a webhook goes through: enabled, disabled, given a new secret, copied.
import { Type } from 'typebox';
import type { AuthInput } from '../../domain/auth.ts';
import type { EnvironmentName } from '../../domain/environment.ts';
import { Refusal } from '../../domain/errors.ts';
import { limit } from '../../domain/limits.ts';
import { refuse } from '../../domain/problems.ts';
import type { RoutingInput } from '../../domain/routing-names.ts';
import type { WebhookInput } from '../../domain/webhook-settings.ts';
import type { Snapshot } from '../../store/snapshots.ts';
import { showWebhook } from '../answers.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';
import { assertReaches, type Caller } from '../session.ts';
import { createWebhookAccess } from '../webhook-access.ts';
import { makeSecret, signingProblems } from '../webhook-secrets.ts';
import { checkedSettings, refuseFull } from './webhooks.ts';

const base = '/applications/:appId/envs/:env/webhooks/:id';
const params = Type.Object({ appId: Type.String(), env: Type.String(), id: Type.String() });
const errors = { '4xx': schemas.ErrorAnswer };
const tags = ['webhooks'];
const config = { access: 'webhooks:write', feature: 'webhooks' } as const;
const answers = { 200: schemas.Webhook, ...errors };

const defaultGraceSeconds = 24 * 3600;

export const webhookLifecycleRoutes: Routes = (app, deps) => {
  const { webhooks, snapshots, clock, newId, changed } = deps;
  const access = createWebhookAccess({ webhooks, clock, changed });
  const now = () => new Date(clock.now());

  app.post(
    `${base}/enable`,
    {
      config,
      schema: {
        tags,
        summary: 'Enable a webhook',
        description: 'What was held becomes due at once.',
        params,
        response: answers,
      },
    },
    async (request, reply) =>
      (await access.change(request, reply, (webhook) => webhooks.enable(webhook, now()))) as never,
  );
  app.post(
    `${base}/disable`,
    {
      config,
      schema: {
        tags,
        summary: 'Disable a webhook',
        description: 'New events do not go to it; what is pending is held, or skipped on request.',
        params,
        body: schemas.DisableBody,
        response: answers,
      },
    },
    async (request, reply) =>
      (await access.change(request, reply, (webhook) =>
        webhooks.disable(webhook, 'manual', request.body?.pending ?? 'hold', now()),
      )) as never,
  );
  app.post(
    `${base}/rotate-secret`,
    {
      config,
      schema: {
        tags,
        summary: 'Give a webhook a new secret',
        description:
          'The new secret signs at once. Until the overlap ends, every request also carries signatures by the secrets before it, so that a receiver can change over without missing one. Also the way to another signing scheme. Of a secret that is given nothing is shown.',
        params,
        body: schemas.RotationBody,
        response: { 200: schemas.RotatedWebhook, ...errors },
      },
    },
    async (request, reply) => {
      const at = clock.now();
      const overlapEndsAt = new Date(at + (request.body?.graceSeconds ?? defaultGraceSeconds) * 1000);
      let shown: string | null = null;
      const rotated = await access.change(request, reply, (webhook, present) => {
        const { scheme = present.signing.scheme, secret: given } = request.body ?? {};
        const problems = signingProblems({ scheme, secret: given }, present.payload.dialect, '');
        if (problems.length > 0) throw refuse(problems);
        const { shown: made, ...secret } = makeSecret({ scheme, secret: given });
        shown = made;
        const rotation = { ...secret, secretId: newId(at), overlapEnds: overlapEndsAt };
        return webhooks.rotateSecret(webhook, rotation, new Date(at));
      });
      return { ...rotated, secret: shown, overlapEndsAt } as never;
    },
  );
  app.post(
    `${base}/end-overlap`,
    {
      config,
      schema: {
        tags,
        summary: 'End the overlap of secrets',
        description: 'From now on only the present secret signs.',
        params,
        response: answers,
      },
    },
    async (request, reply) =>
      (await access.change(request, reply, (webhook) => webhooks.endOverlap(webhook, now()))) as never,
  );

  /** Where a copy goes: another environment is open only to those who may change webhooks there too. */
  const target = async (tenant: Snapshot, wanted: EnvironmentName | undefined, caller: Caller) => {
    if (wanted === undefined || wanted === tenant.environment) return tenant;
    const other = await snapshots.find(tenant.applicationId, wanted);
    if (!other) throw new Refusal('not_found', { what: 'environment', path: 'environment' });
    assertReaches(caller, other, 'webhooks:write');
    return other;
  };

  app.post(
    `${base}/duplicate`,
    {
      config,
      schema: {
        tags,
        summary: 'Copy a webhook',
        description:
          'Within its environment or to another one of its application. The copy has a secret of its own and is disabled; filters in `routing` replace those of the original. Credentials are not copied: give them in `auth`, or add them later.',
        params,
        body: schemas.CopyBody,
        response: { 201: schemas.CopiedWebhook, ...errors },
      },
    },
    async (request, reply) => {
      const original = await access.existing(request);
      const { name, environment, auth, routing } = request.body ?? {};
      const goal = await target(request.tenant, environment, request.caller);
      const present = { ...original, auth: { type: 'none' } } as const;
      const input: WebhookInput = {
        name: name ?? copyName(original.name, goal === request.tenant),
        url: original.url,
        ...(auth ? { auth: auth as AuthInput } : {}),
        ...(routing ? { routing: routing as RoutingInput } : {}),
      };
      const draft = { origin: 'copy', input, present } as const;
      const { settings, soleDefault } = checkedSettings(draft, goal, deps);
      const at = clock.now();
      const { shown, ...made } = makeSecret({ scheme: original.signing.scheme });
      const secret = { ...made, secretId: newId(at) };
      const id = newId(at);
      const { environmentId } = goal;
      const copy = { ...settings, ...secret, id, environmentId, status: 'disabled', soleDefault } as const;
      const created = await webhooks.create(copy, new Date(at));
      if (created === 'full') throw refuseFull();
      changed(environmentId);
      const notCopied = original.auth.type !== 'none' && !auth ? ['auth'] : [];
      const answer = { ...showWebhook(created, goal.directory, at), secret: shown, notCopied };
      return reply.status(201).send(answer as never);
    },
  );
};

/** Two of one name side by side would be taken for each other. */
function copyName(name: string, beside: boolean): string {
  const suffix = ' (copy)';
  return beside ? name.slice(0, limit('name_characters_max') - suffix.length).toWellFormed() + suffix : name;
}
