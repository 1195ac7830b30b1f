// Why an event went where it went, and routing it again.
import { Type } from 'typebox';
import type { Directory } from '../../domain/directory.ts';
import { Refusal } from '../../domain/errors.ts';
import type { ExplainedEvent } from '../../ingest/explain.ts';
import type { Verdict } from '../../routing/router.ts';
import type { Miss } from '../../routing/verdict.ts';
import type { WebhookState } from '../../store/decisions.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';

const base = '/applications/:appId/envs/:env/events/:id';
const params = Type.Object({ appId: Type.String(), env: Type.String(), id: Type.String() });
const errors = { '4xx': schemas.ErrorAnswer };
const tags = ['events'];

export const explainRoutes: Routes = (app, { history, explainer }) => {
  const find = async (environmentId: number, id: string): Promise<ExplainedEvent> => {
    const event = await history.event(environmentId, id);
    if (!event) throw new Refusal('not_found', { what: 'event', path: 'id' });
    return event;
  };

  app.get(
    `${base}/explain`,
    {
      config: { access: 'events:read' },
      schema: {
        tags,
        summary: 'Why an event went to which webhooks',
        description:
          'For every webhook, matched or not with every reason: as it was decided, and as it would be decided now.',
        params,
        response: { 200: schemas.Explanation, ...errors },
      },
    },
    async (request) => {
      const { environmentId } = request.tenant;
      const event = await find(environmentId, request.params.id);
      const { decided, now, byHand, directory } = await explainer.explain(environmentId, event);
      const show = (verdict: Verdict<WebhookState>) => showVerdict(verdict, directory);
      return {
        eventId: event.senderId ?? event.id,
        decided: decided === null ? null : { at: event.receivedAt, webhooks: decided.map(show) },
        now: { webhooks: now.map(show) },
        byHand,
      } as never;
    },
  );
  app.post(
    `${base}/route`,
    {
      config: { access: 'webhooks:write' },
      schema: {
        tags,
        summary: 'Route an event again',
        description: 'Adds deliveries to the webhooks that would get the event now and have not got it.',
        params,
        response: { 202: Type.Object({ id: Type.String(), webhooks: Type.Array(schemas.Uuid) }), ...errors },
      },
    },
    async (request, reply) => {
      const { environmentId } = request.tenant;
      const event = await find(environmentId, request.params.id);
      const webhooks = await explainer.routeAgain(environmentId, event);
      return reply.status(202).send({ id: event.senderId ?? event.id, webhooks: [...webhooks] });
    },
  );
};

function showVerdict({ webhook: { id, name }, misses }: Verdict<WebhookState>, directory: Directory) {
  const reasons = misses.map((miss) => ({ rule: miss.rule, message: sentence(miss, directory) }));
  return { id, name, matched: misses.length === 0, reasons };
}

const subjects = {
  department: 'department',
  requestFrom: 'Request From',
  businessUnit: 'business unit',
  template: 'template',
} as const;

function sentence(miss: Miss, directory: Directory): string {
  const named = (ids: readonly string[]) => ids.map((id) => directory.byId(id)?.name ?? id).join(', ');
  switch (miss.rule) {
    case 'disabled':
      return 'The webhook is disabled.';
    case 'kind':
      return 'It is a callout: it is called when an answer is needed, and events do not go to it.';
    case 'type':
      return 'It does not want events of this type.';
    case 'dialect':
      return `Its format, ${miss.dialect}, has no way to say an event of this type.`;
    case 'itself':
      return 'The event is about this webhook.';
    case 'trigger':
      return `It wants events of the trigger ${miss.wanted.join(', ')}; this one ${said(miss.given)}.`;
    case 'appId':
      return `It wants events of the app id ${miss.wanted.join(', ')}; this one ${said(miss.given)}.`;
    case 'department':
    case 'requestFrom':
    case 'businessUnit':
    case 'template': {
      const given = miss.given.length === 0 ? 'names none' : `names ${named(miss.given)}`;
      return `It wants events of the ${subjects[miss.rule]} ${named(miss.wanted)}; this one ${given}.`;
    }
    case 'firing':
      return 'It fires only when told, and neither the envelope nor its template told it.';
    case 'unrouted':
      return 'It gets only what no webhook with a department or Request From took.';
  }
}

const said = (given: string | null) => (given === null ? 'does not say' : `says ${given}`);
