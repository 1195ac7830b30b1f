// What a new webhook of an environment begins with, and what its organization asks of it: for forms, which may not read the
// organization itself.
import { Type } from 'typebox';
import { showRouting } from '../../domain/routing-names.ts';
import { isDefault } from '../../domain/webhook-policies.ts';
import { newWebhook } from '../../domain/webhook-settings.ts';
import type { Snapshot } from '../../store/snapshots.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';

export const webhookDefaultsRoutes: Routes = (app) => {
  app.get(
    '/applications/:appId/envs/:env/webhook-defaults',
    {
      config: { access: 'webhooks:read', feature: 'webhooks' },
      schema: {
        tags: ['webhooks'],
        summary: 'What a new webhook begins with',
        description:
          "The organization's policies, and what they make of a webhook of which nothing else is said.",
        params: Type.Object({ appId: Type.String(), env: Type.String() }),
        response: { 200: schemas.WebhookDefaults, '4xx': schemas.ErrorAnswer },
      },
    },
    async ({ tenant }) => show(tenant) as never,
  );
};

function show({ plan, policies, alertRules, directory, webhooks }: Snapshot) {
  const { kind, firing, events, routing, delivery, payload, alerts } = newWebhook({ policies, alertRules });
  const { defaultReceives: receives } = policies;
  const holder =
    policies.routing === 'one-default'
      ? [...webhooks.values()].find((webhook) => isDefault(webhook))
      : undefined;
  return {
    plan,
    policies,
    webhook: {
      kind,
      firing,
      events,
      routing: showRouting({ ...routing, receives }, directory),
      delivery,
      payload,
      alerts,
    },
    defaultWebhook: holder ? { id: holder.id, name: holder.name } : null,
  };
}
