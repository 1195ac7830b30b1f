// Our own dialect: a JSON object `{id, type, timestamp, severity, envelope, routing, data}`, signed by Standard Webhooks.
// `data` is the event's content byte for byte; the object is put together as text around it.

import { noRouting } from '../domain/event.ts';
import { contentTypes } from '../domain/payload.ts';
import { signingSchemes } from '../domain/signing.ts';
import type { StoredEvent } from '../domain/stored-event.ts';
import { additions, around, hasAdditions, putTogether } from './body.ts';
import { membersOf, parseContent, statusOf } from './content.ts';
import type { Dialect, RenderContext } from './dialect.ts';
import { judge2xx, plainAnswers, proveStandard } from './standard-proof.ts';

export const signpost: Dialect = {
  name: 'signpost',
  title: 'Signpost',
  meaning: 'Our own format: every event with all its facts, and the content exactly as it came.',
  published: [],
  chosen: [],
  contentTypes,
  options: [],
  takenNames: [],
  schemes: signingSchemes,
  headers: [],
  success: '2xx',
  successNote: null,
  wantsToken: false,
  namesOf: (type) => [type],
  render,
  prove: proveStandard,
  judge: judge2xx,
  answers: () => plainAnswers,
};

function render(context: RenderContext) {
  const { event, payload } = context;
  const isPlain =
    payload.data === 'everything' && payload.contentType === 'application/json' && !hasAdditions(payload);
  return isPlain ? around(opening(event), { contentName: 'data' }, event.content) : renderChosen(context);
}

/** Most events have no facts to be routed by: their text is made once. */
function opening(event: StoredEvent): string {
  const routing = event.routing === noRouting ? noRoutingJson : JSON.stringify(event.routing);
  return `${JSON.stringify(facts(event)).slice(0, -1)},"routing":${routing}}`;
}

const noRoutingJson = JSON.stringify(noRouting);

function facts(event: StoredEvent) {
  return {
    id: event.id,
    type: event.type,
    timestamp: new Date(event.occurredAt).toISOString(),
    severity: event.severity,
    envelope: event.envelope,
    ...(event.signer ? { signer: event.signer } : {}),
    ...(event.platform ? { platform: event.platform } : {}),
  };
}

function renderChosen(context: RenderContext) {
  const { event, payload } = context;
  const content = () => parseContent(event);
  const head = { ...facts(event), routing: event.routing, ...additions(context, content) };
  if (payload.data === 'everything')
    return putTogether(context, { root: 'event', head, contentName: 'data' });
  const data = { status: statusOf(event, membersOf(content())) };
  return putTogether(context, { root: 'event', head: { ...head, data }, contentName: null });
}
