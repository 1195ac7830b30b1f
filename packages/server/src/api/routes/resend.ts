// Sending a delivery again: to its own webhook, or its event to another one that somebody chose.
import { type Static, Type } from 'typebox';
import { expressible } from '../../dialects/index.ts';
import { Refusal } from '../../domain/errors.ts';
import { invalid, refuse } from '../../domain/problems.ts';
import { isUuid } from '../../lib/ids.ts';
import type { DeliveryRecord } from '../../store/delivery-history.ts';
import type { ResendResult } from '../../store/resend.ts';
import type { WebhookRecord } from '../../store/webhook-record.ts';
import { showDelivery } from '../answers.ts';
import { actorOf } from '../attribution.ts';
import type { RouteDeps, Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';
import type { Caller } from '../session.ts';

export const resendRoutes: Routes = (app, deps) => {
  const { history, resends, tails, clock } = deps;
  const find = async (environmentId: number, id: string): Promise<DeliveryRecord> => {
    const delivery = isUuid(id) ? await history.delivery(environmentId, id) : null;
    if (!delivery) throw new Refusal('not_found', { what: 'delivery', path: 'id' });
    return delivery;
  };

  app.post(
    '/applications/:appId/envs/:env/deliveries/:id/resend',
    {
      config: { access: 'webhooks:write' },
      schema: {
        tags: ['deliveries'],
        summary: 'Send a delivery again',
        description:
          'One that waits for a retry is sent now; one that ended is sent again and then follows its schedule anew. With `webhookId` its event is sent to that webhook, whether its filters match or not, as a delivery of its own, which is answered; where that webhook has a delivery of the event already, that one is sent again. So a repeated request never makes a second one.',
        params: Type.Object({ appId: Type.String(), env: Type.String(), id: Type.String() }),
        body: schemas.ResendDeliveryBody,
        response: { 202: schemas.Delivery, '4xx': schemas.ErrorAnswer },
      },
    },
    async (request, reply) => {
      const { environmentId } = request.tenant;
      const delivery = await find(environmentId, request.params.id);
      const webhookId = wanted(request.body)?.toLowerCase() ?? delivery.webhookId;
      const id =
        webhookId === delivery.webhookId
          ? queued(await resends.resend(environmentId, delivery.id, new Date(clock.now())), delivery.id)
          : await sendElsewhere(deps, { environmentId, delivery, webhookId }, request.caller);
      tails.changed(environmentId, id);
      return reply.status(202).send(showDelivery(await find(environmentId, id)) as never);
    },
  );
};

const wanted = (body: Static<typeof schemas.ResendDeliveryBody> | undefined) => body?.webhookId;

interface Elsewhere {
  readonly environmentId: number;
  readonly delivery: DeliveryRecord;
  readonly webhookId: string;
}

/** Answers the id of the delivery that goes there. */
async function sendElsewhere(
  { webhooks, history, elsewhere, clock, newId }: RouteDeps,
  { environmentId, delivery, webhookId }: Elsewhere,
  caller: Caller,
): Promise<string> {
  const webhook = await webhooks.find(environmentId, webhookId);
  if (webhook) checkTakes(webhook, delivery.type);
  const event = await history.event(environmentId, delivery.eventId);
  if (!event) throw new Refusal('not_found', { what: 'event', path: 'id' });
  const now = clock.now();
  const result = await elsewhere.sendElsewhere(
    { environmentId, eventId: event.id, webhookId, newId: newId(now), by: actorOf(caller) },
    new Date(now),
  );
  switch (result.kind) {
    case 'queued':
      return result.deliveryId;
    case 'webhook_not_found':
      throw new Refusal('not_found', { what: 'webhook', path: 'webhookId' });
    case 'not_found':
    case 'in_progress':
    case 'webhook_disabled':
    case 'webhook_deleted':
      return queued(result, '', 'the chosen');
  }
}

/** What no filter says, but the webhook itself: it could do nothing with the event. */
function checkTakes({ kind, payload }: WebhookRecord, type: string): void {
  if (kind === 'callout') {
    throw refuse([invalid('webhookId', 'names a callout, to which no events go')]);
  }
  if (!expressible(payload, type)) {
    const reason = `cannot be this one: its dialect ${payload.dialect} has no way to say ${type}`;
    throw refuse([invalid('webhookId', reason)]);
  }
}

/** @throws Refusal unless it is queued */
function queued(result: ResendResult, id: string, whose: 'its' | 'the chosen' = 'its'): string {
  switch (result.kind) {
    case 'queued':
      return id;
    case 'not_found':
      throw new Refusal('not_found', { what: 'delivery', path: 'id' });
    case 'in_progress':
      throw new Refusal('delivery_in_progress');
    case 'webhook_disabled':
      throw new Refusal('delivery_not_sendable', { reason: `${whose} webhook is disabled` });
    case 'webhook_deleted':
      throw new Refusal('delivery_not_sendable', { reason: `${whose} webhook was deleted` });
  }
}
