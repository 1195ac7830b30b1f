// Our own dialect: a JSON object `{id, type, timestamp, severity, envelope, routing, data}`, signed by Standard Webhooks.
// `data` is the event's content byte for byte; the object is put together as text around it.
import { noRouting } from '../domain/event.ts';
import type { StoredEvent } from '../domain/stored-event.ts';
import type { Answer, Dialect, ProofInput } from './dialect.ts';
import { sign } from './standard-webhooks.ts';

export const signpost: Dialect = { name: 'signpost', render, prove, judge };

function render(event: StoredEvent) {
  const head = JSON.stringify({
    id: event.id,
    type: event.type,
    timestamp: new Date(event.occurredAt).toISOString(),
    severity: event.severity,
    envelope: event.envelope,
    ...(event.signer ? { signer: event.signer } : {}),
    ...(event.platform ? { platform: event.platform } : {}),
  });
  // Most events have no facts to be routed by: their text is made once.
  const routing = event.routing === noRouting ? noRoutingJson : JSON.stringify(event.routing);
  const opening = Buffer.from(`${head.slice(0, -1)},"routing":${routing},"data":`);
  const body = Buffer.concat([opening, event.content, closing]);
  return { contentType: 'application/json', body, contentAt: opening.length };
}

const noRoutingJson = JSON.stringify(noRouting);
const closing = Buffer.from('}');

function prove({ eventId, now, body, keys }: ProofInput) {
  const timestamp = Math.floor(now / 1000);
  return [
    ['webhook-id', eventId],
    ['webhook-timestamp', String(timestamp)],
    ['webhook-signature', sign({ id: eventId, timestamp, body, keys })],
  ] as const;
}

/** Only 2xx is success: a redirect was not followed, so nobody has the event yet. */
function judge({ status }: Answer) {
  if (status >= 200 && status < 300) return { kind: 'success' } as const;
  return { kind: status === 410 ? 'gone' : 'failure' } as const;
}
