// How much a webhook missed: events that it would get by its present settings and has no delivery of. Recovering sends them.
import { Type } from 'typebox';
import { limit } from '../../domain/limits.ts';
import { invalid, refuse } from '../../domain/problems.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';
import { createWebhookAccess } from '../webhook-access.ts';

const lookedThroughMax = limit('missed_events_looked_through_max');

export const missedRoutes: Routes = (app, { history, explainer, webhooks, clock, changed }) => {
  const access = createWebhookAccess({ webhooks, clock, changed });
  app.get(
    '/applications/:appId/envs/:env/webhooks/:id/missed',
    {
      config: { access: 'webhooks:read', feature: 'webhooks' },
      schema: {
        tags: ['webhooks'],
        summary: 'How much a webhook missed',
        description: `Counts the events that the webhook would get by its present settings and has no delivery of, since it was disabled, did not exist, or filtered otherwise. It looks through the newest ${lookedThroughMax} events of the time: where there are more, the count is the least that it can be. \`POST …/recover\` with the status \`missed\` sends them.`,
        params: Type.Object({ appId: Type.String(), env: Type.String(), id: Type.String() }),
        querystring: schemas.MissedQuery,
        response: { 200: schemas.Missed, '4xx': schemas.ErrorAnswer },
      },
    },
    async (request) => {
      const webhook = await access.existing(request);
      const { environmentId } = request.tenant;
      const { from: begin, to: end } = request.query;
      const from = begin === undefined ? (webhook.disabledAt ?? webhook.createdAt) : new Date(begin);
      const to = end === undefined ? new Date(clock.now()) : new Date(end);
      if (begin !== undefined && from >= to) throw refuse([invalid('from', 'must be before `to`')]);
      const { events, isAll } = await history.undelivered(
        environmentId,
        webhook.id,
        { from, to },
        lookedThroughMax,
      );
      const count = await explainer.countFor(environmentId, webhook.id, events);
      return { from, to, count, isAtLeast: !isAll } as never;
    },
  );
};
