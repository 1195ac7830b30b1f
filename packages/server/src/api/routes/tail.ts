// The live tail: deliveries as they come and change, by server-sent events.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { limit } from '../../domain/limits.ts';
import { systemClock } from '../../lib/clock.ts';
import { isUuid } from '../../lib/ids.ts';
import type { TailEvent } from '../../tail/tail.ts';
import { showDelivery } from '../answers.ts';
import { readDeliveryFilter } from '../delivery-filter.ts';
import { openEventStream, type StreamEvent } from '../event-stream.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';

const access = 'events:read' as const;
/** Connections have their own time, which no test moves. */
const clock = systemClock;
const heartbeatMs = 15_000;

const description = `Server-sent events, with the same filter as the list.

- \`ready\`: from now on nothing is missed.
- \`delivery\`: one that came or changed, as in the list. The same one comes again with each change.
- \`left\` \`{"id"}\`: it was told, and is not among what the filter finds any more.
- \`gap\` \`{"count"}\`: so many changes are not told, because they came faster than they were taken; \`null\`: nobody knows how many.
- \`end\` \`{"reason"}\`: \`access\`, the key or session may not go on; \`stop\`, this server stops.

With \`Last-Event-ID\` the deliveries that came since are told first, the newest ${limit('page_items_max')} of them.`;

export const tailRoutes: Routes = (app, { history, tails, mayStay }) => {
  app.get(
    '/applications/:appId/envs/:env/deliveries/tail',
    {
      config: { access },
      // It would never end.
      exposeHeadRoute: false,
      schema: {
        tags: ['deliveries'],
        summary: 'Follow deliveries live',
        description,
        params: Type.Object({ appId: Type.String(), env: Type.String() }),
        querystring: schemas.DeliveryFilterFields,
        response: {
          200: {
            description: 'Events, until either side ends it.',
            content: { 'text/event-stream': { schema: Type.String() } },
          },
          '4xx': schemas.ErrorAnswer,
        },
      },
    },
    async (request, reply) => {
      const { environmentId } = request.tenant;
      const filter = await readDeliveryFilter(history, environmentId, request.query);
      follow(request, reply, { environmentId, filter, after: positionOf(request), owner: ownerOf(request) });
    },
  );

  function follow(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Parameters<typeof tails.open>[0],
  ): void {
    // Opened by the first that is sent: before it, a refusal can still be answered.
    const stream = { ready: Promise.withResolvers<ReturnType<typeof openEventStream>>() };
    const close = tails.open(asked, {
      send: async (events, position) =>
        (await stream.ready.promise).send(events.map((event) => show(event, position))),
      end: (reason) =>
        void stream.ready.promise.then((opened) => opened.end({ event: 'end', data: { reason } })),
      mayStay: () => mayStay(request, access),
    });
    const stalledMs = limit('tail_stalled_seconds_max') * 1000;
    const opened = openEventStream(reply, { clock, heartbeatMs, stalledMs });
    opened.onClose(close);
    void opened.send([{ event: 'ready', data: {} }]);
    stream.ready.resolve(opened);
  }
};

/** What browsers send when they come back; whatever else it may be tells nothing. */
function positionOf({ headers }: FastifyRequest): string | null {
  const given = headers['last-event-id'];
  return typeof given === 'string' && isUuid(given) ? given.toLowerCase() : null;
}

function ownerOf({ caller }: FastifyRequest): string {
  switch (caller.kind) {
    case 'root':
      return 'root';
    case 'key':
      return `key ${caller.key.id}`;
    case 'person':
      return `session ${caller.session.id}`;
  }
}

function show(event: TailEvent, position: string): StreamEvent {
  switch (event.kind) {
    case 'delivery':
      return { event: 'delivery', data: showDelivery(event.delivery), id: position };
    case 'left':
      return { event: 'left', data: { id: event.id } };
    case 'gap':
      return { event: 'gap', data: { count: event.count } };
  }
}
