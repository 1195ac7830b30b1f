// Where anybody who knows the URL of a test inbox posts to: what this server delivers itself is handed over inside.
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Refusal } from '../../domain/errors.ts';
import { limit } from '../../domain/limits.ts';
import { systemClock } from '../../lib/clock.ts';
import type { Routes } from '../route.ts';

const params = Type.Object({ token: Type.String() });
const none = Buffer.alloc(0);
/** Connections have their own time, which no test moves. */
const clock = systemClock;

export const inboxDoorRoutes: Routes = (app, { inboxDoor }) => {
  const waiting = new Set<() => void>();
  const wait = (delayMs: number) =>
    new Promise<void>((resolve) => {
      const end = () => {
        cancel();
        waiting.delete(end);
        resolve();
      };
      const cancel = clock.after(delayMs, end);
      waiting.add(end);
    });

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  // Told to wait or not: a stop does not.
  app.addHook('preClose', async () => {
    for (const end of waiting) end();
  });

  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/inbox/:token',
    exposeHeadRoute: false,
    bodyLimit: limit('inbound_body_bytes_max'),
    schema: { hide: true, params },
    handler: async (request, reply) => {
      const { token } = request.params as { readonly token: string };
      const received = await inboxDoor.receiveAt(token, {
        method: request.method,
        path: request.url,
        headers: headersOf(request),
        body: (request.body as Buffer | undefined) ?? none,
      });
      if (received.kind === 'gone') throw new Refusal('not_found', { what: 'test inbox' });
      if (received.delayMs > 0) await wait(received.delayMs);
      return reply
        .status(received.status)
        .headers(Object.fromEntries(received.headers))
        .send(received.body.length === 0 ? null : received.body);
    },
  });
};

/** As they came: in their order, their case and their number. */
function headersOf({ raw: { rawHeaders } }: FastifyRequest): readonly (readonly [string, string])[] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : [],
  );
}
