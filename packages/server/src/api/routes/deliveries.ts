// Deliveries: listed, read with every attempt, cancelled.
import { Type } from 'typebox';
import { Refusal } from '../../domain/errors.ts';
import { isUuid } from '../../lib/ids.ts';
import type { DeliveryRecord } from '../../store/delivery-history.ts';
import { pageRequest, showAttempt, showDelivery, showPage } from '../answers.ts';
import { readDeliveryFilter } from '../delivery-filter.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';

const base = '/applications/:appId/envs/:env/deliveries';
const params = Type.Object({ appId: Type.String(), env: Type.String() });
const idParams = Type.Object({ appId: Type.String(), env: Type.String(), id: Type.String() });
const query = Type.Object(
  { ...schemas.PageQuery, ...schemas.deliveryFilterFields },
  { additionalProperties: false },
);
const errors = { '4xx': schemas.ErrorAnswer };
const tags = ['deliveries'];

export const deliveryRoutes: Routes = (app, { history, cancels, tails, clock }) => {
  const find = async (environmentId: number, id: string): Promise<DeliveryRecord> => {
    const delivery = isUuid(id) ? await history.delivery(environmentId, id) : null;
    if (!delivery) throw new Refusal('not_found', { what: 'delivery', path: 'id' });
    return delivery;
  };

  app.get(
    base,
    {
      config: { access: 'events:read' },
      schema: {
        tags,
        summary: 'List deliveries',
        description: 'Newest first. Parameters that take several values are repeated.',
        params,
        querystring: query,
        response: { 200: schemas.DeliveryPage, ...errors },
      },
    },
    async (request) => {
      const { environmentId } = request.tenant;
      const { limit, cursor, ...filter } = request.query;
      const page = pageRequest('deliveries', {
        ...(limit && { limit }),
        ...(cursor !== undefined && { cursor }),
      });
      const wanted = await readDeliveryFilter(history, environmentId, filter);
      const found = await history.deliveries(environmentId, wanted, page);
      return { ...showPage('deliveries', found, showDelivery), searchedTo: found.searchedTo } as never;
    },
  );
  app.get(
    `${base}/counts`,
    {
      config: { access: 'events:read' },
      schema: {
        tags,
        summary: 'Count deliveries by status',
        description: 'Of those that the list finds by the same filter.',
        params,
        querystring: schemas.DeliveryFilterFields,
        response: { 200: schemas.DeliveryCounts, ...errors },
      },
    },
    async (request) => {
      const { environmentId } = request.tenant;
      return history.counts(
        environmentId,
        await readDeliveryFilter(history, environmentId, request.query),
      ) as never;
    },
  );
  app.get(
    `${base}/:id`,
    {
      config: { access: 'events:read' },
      schema: {
        tags,
        summary: 'Read a delivery with its attempts',
        params: idParams,
        response: { 200: schemas.DeliveryDetail, ...errors },
      },
    },
    async (request) => {
      const { environmentId } = request.tenant;
      const delivery = await find(environmentId, request.params.id);
      const [attempts, byHand] = await Promise.all([
        history.attempts(environmentId, delivery.id),
        history.byHand(environmentId, delivery.id),
      ]);
      return { ...showDelivery(delivery), byHand, attemptLog: attempts.map(showAttempt) } as never;
    },
  );
  app.post(
    `${base}/:id/cancel`,
    {
      config: { access: 'webhooks:write' },
      schema: {
        tags,
        summary: 'Cancel a delivery',
        description: 'One that waits, or is held, is not sent any more. It can be resent.',
        params: idParams,
        response: { 200: schemas.Delivery, ...errors },
      },
    },
    async (request) => {
      const { environmentId } = request.tenant;
      const { id } = await find(environmentId, request.params.id);
      const result = await cancels.cancel(environmentId, id, new Date(clock.now()));
      switch (result) {
        case 'cancelled':
          tails.changed(environmentId, id);
          return showDelivery(await find(environmentId, id)) as never;
        case 'not_found':
          throw new Refusal('not_found', { what: 'delivery', path: 'id' });
        case 'in_progress':
          throw new Refusal('delivery_in_progress');
        case 'ended':
          throw new Refusal('delivery_ended');
      }
    },
  );
};
