// Where platforms post to. The order is the contract: verify over the raw bytes, translate, store, and only then reply.
import { Type } from 'typebox';
import { Refusal } from '../../domain/errors.ts';
import { limit } from '../../domain/limits.ts';
import type { Incoming } from '../../ingest/ingest.ts';
import { isDeeperThan } from '../../lib/json-depth.ts';
import { findSource } from '../../sources/index.ts';
import type { InboundRequest, Translation } from '../../sources/source.ts';
import type { InboundSource } from '../../store/sources.ts';
import type { Routes } from '../route.ts';

const params = Type.Object({ token: Type.String() });
const none = Buffer.alloc(0);

export const inboundRoutes: Routes = (app, { sources, sourceUse, ingest, clock, log }) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    const max = limit('json_levels_max');
    // Whatever it says that it is: platforms differ about that.
    if (isDeeperThan(max, body as Buffer)) done(new Refusal('json_too_deep', { limit: max }));
    else done(null, body);
  });

  app.post(
    '/in/:token',
    { bodyLimit: limit('inbound_body_bytes_max'), schema: { hide: true, params } },
    async (request, reply) => {
      const source = await sources.byToken(request.params.token);
      const platform = source && findSource(source.platform);
      if (!source || !platform) throw new Refusal('not_found', { what: 'source' });
      const inbound: InboundRequest = {
        headers: joined(request.headers),
        body: (request.body as Buffer | undefined) ?? none,
        receivedAt: clock.now(),
      };
      const verification = platform.verify(inbound, { secret: source.secret });
      if (verification.kind === 'refused') {
        log.warn(
          { sourceId: source.id, platform: source.platform, reason: verification.reason },
          'a post to a source was refused',
        );
        sourceUse.refusal.note(source.id);
        throw new Refusal('source_proof_refused', { reason: verification.reason });
      }
      const incoming = toIncoming(source, inbound, platform.translate(inbound));
      const accepted = await ingest.accept(source.environmentId, incoming);
      sourceUse.event.note(source.id);
      const answer = platform.reply(accepted.every(({ repeated }) => repeated) ? 'duplicate' : 'accepted');
      return reply.status(answer.status).headers(answer.headers).send(answer.body);
    },
  );
};

function toIncoming(
  source: InboundSource,
  inbound: InboundRequest,
  translation: Translation,
): readonly Incoming[] {
  switch (translation.kind) {
    case 'unreadable':
      throw new Refusal('source_unreadable', { reason: translation.reason, path: translation.path });
    case 'translated':
      return translation.events.map((event) => ({
        // Two sources may hear of the same event; each delivers it once.
        event: { ...event, key: event.key === null ? null : `source:${source.id}:${event.key}` },
        senderId: null,
        fingerprint: none,
        sourceId: source.id,
        received: inbound.body,
        path: null,
      }));
  }
}

function joined(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
