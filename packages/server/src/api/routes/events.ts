// Events: accepted one by one or in arrays, listed, read with their deliveries.
import { createHash } from 'node:crypto';
import { type Static, Type } from 'typebox';
import { findEventType, nearestTypes } from '../../catalogue/index.ts';
import { deliveryStates } from '../../domain/delivery.ts';
import { Refusal } from '../../domain/errors.ts';
import { idempotentKey, type NewEvent, noRouting } from '../../domain/event.ts';
import { limit } from '../../domain/limits.ts';
import { type Problem, problemsShownMax, refuse } from '../../domain/problems.ts';
import type { Accepted, Incoming } from '../../ingest/ingest.ts';
import { memberTexts } from '../../lib/json-spans.ts';
import { senderKey } from '../../store/delivery-names.ts';
import { pageRequest, showDelivery, showEvent, showPage } from '../answers.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';
import { type Check, compileBody, toProblems } from '../validation.ts';

const base = '/applications/:appId/envs/:env/events';
const params = Type.Object({ appId: Type.String(), env: Type.String() });
const idParams = Type.Object({ appId: Type.String(), env: Type.String(), id: Type.String() });
const query = Type.Object(
  {
    ...schemas.PageQuery,
    type: Type.Optional(schemas.Searched),
    envelopeId: Type.Optional(schemas.Searched),
    webhookId: Type.Optional(schemas.Uuid),
    status: Type.Optional(
      Type.Unsafe<'unmatched' | (typeof deliveryStates)[number]>({
        type: 'string',
        enum: ['unmatched', ...deliveryStates],
      }),
    ),
    from: Type.Optional(schemas.Time),
    to: Type.Optional(schemas.Time),
    q: Type.Optional(
      Type.Unsafe<string>({ ...schemas.Searched, description: 'An id: of the event or of its envelope.' }),
    ),
  },
  { additionalProperties: false },
);
const headers = Type.Object({ 'idempotency-key': Type.Optional(schemas.SenderId) });
const errors = { '4xx': schemas.ErrorAnswer, '5xx': schemas.ErrorAnswer };
const tags = ['events'];

type EventBody = Static<typeof schemas.EventBody>;

const isEvent = compileBody(schemas.EventBody);

export const eventRoutes: Routes = (app, { ingest, history, clock }) => {
  app.post(
    base,
    {
      config: { access: 'events:write' },
      schema: {
        tags,
        summary: 'Send one event, or an array of them',
        description: 'Answered after the commit. An array is stored whole or refused whole.',
        params,
        headers,
        body: schemas.EventsBody,
        response: { 202: schemas.AcceptedAnswer, ...errors },
      },
      // Each event is checked by itself, so that the answer can name the ones that are wrong.
      validatorCompiler: ({ schema, httpPart }) =>
        httpPart === 'headers' ? compileBody(schema) : () => true,
      // The union of answers would be tried branch by branch; the shapes are made right here.
      serializerCompiler: () => JSON.stringify,
    },
    async (request, reply) => {
      const incoming = readEvents(
        request.body,
        request.rawText,
        clock.now(),
        request.headers['idempotency-key'],
      );
      const accepted = await ingest.accept(request.tenant.environmentId, incoming);
      const data = accepted.map(({ id, deliveries }) => ({ id, deliveries }));
      reply.status(202);
      if (accepted.every(isRepeated)) reply.header('idempotent-replayed', 'true');
      return (Array.isArray(request.body) ? { data } : data[0]) as never;
    },
  );
  app.get(
    base,
    {
      config: { access: 'events:read' },
      schema: {
        tags,
        summary: 'List events',
        params,
        querystring: query,
        response: { 200: schemas.pageOf(schemas.Event), ...errors },
      },
    },
    async (request) => {
      const { limit: size, cursor, from, to, ...filter } = request.query;
      const page = pageRequest('events', {
        ...(size && { limit: size }),
        ...(cursor !== undefined && { cursor }),
      });
      const times = { ...(from && { from: new Date(from) }), ...(to && { to: new Date(to) }) };
      return showPage(
        'events',
        await history.events(request.tenant.environmentId, { ...filter, ...times }, page),
        showEvent,
      );
    },
  );
  app.get(
    `${base}/:id`,
    {
      config: { access: 'events:read' },
      schema: {
        tags,
        summary: 'Read an event with its deliveries',
        params: idParams,
        response: { 200: schemas.EventDetail, ...errors },
      },
      serializerCompiler: () => withContent,
    },
    async (request) => {
      const { environmentId } = request.tenant;
      const { id } = request.params;
      const event = schemas.isSenderId(id) ? await history.event(environmentId, id) : null;
      if (!event) throw new Refusal('not_found', { what: 'event', path: 'id' });
      const deliveries = await history.deliveriesOf(environmentId, event.id);
      return { ...showEvent(event), deliveries: deliveries.map(showDelivery) } as never;
    },
  );
};

/** The content is put in as it was accepted: parsing and writing it again would change numbers. */
function withContent(answer: { readonly content?: Buffer }): string {
  const { content, ...rest } = answer;
  const text = JSON.stringify(rest);
  return content === undefined ? text : `${text.slice(0, -1)},"content":${content.toString()}}`;
}

const isRepeated = (accepted: Accepted) => accepted.repeated;

/** @throws Refusal that names every wrong event and field; nothing is accepted then */
function readEvents(
  body: unknown,
  rawText: string,
  now: number,
  idempotencyKey: string | undefined,
): readonly Incoming[] {
  const list = Array.isArray(body) ? body : [body];
  const max = limit('events_per_request_max');
  if (list.length > max) throw new Refusal('batch_too_large', { count: list.length, limit: max });
  if (list.length === 0)
    throw refuse([
      { code: 'invalid_field', path: 'body', details: { reason: 'must have at least one event' } },
    ]);
  const contents = memberTexts(rawText, 'content');
  let named = 0;
  const wrong = list.map((event, index) => {
    const check = named < problemsShownMax ? isEvent : isEvent.first;
    const problems = eventProblems(event, check, contents[index], Array.isArray(body) ? `[${index}]` : '');
    named += problems.length;
    return problems;
  });
  const indexes = wrong.flatMap((problems, index) => (problems.length > 0 ? [index] : []));
  if (indexes.length > 0) throw refuse(wrong.flat(), Array.isArray(body) ? { indexes } : {});
  const keys = list.map((_, index) =>
    idempotencyKey === undefined ? null : idempotentKey(idempotencyKey, index),
  );
  return (list as EventBody[]).map((event, index) =>
    toIncoming(event, contents[index] ?? 'null', now, {
      key: keys[index] ?? null,
      count: list.length,
      path: Array.isArray(body) ? `[${index}]` : '',
    }),
  );
}

function eventProblems(
  event: unknown,
  check: Check | Check['first'],
  content: string | undefined,
  root: string,
): readonly Problem[] {
  if (!check(event)) return toProblems(check.errors, root);
  const { type } = event as EventBody;
  const at = (name: string) => `${root}.${name}`.replace(/^\./, '');
  if (!findEventType(type)) {
    return [
      { code: 'unknown_event_type', path: at('type'), details: { type, nearest: nearestTypes(type, 3) } },
    ];
  }
  const max = limit('event_content_bytes_max');
  if (Buffer.byteLength(content ?? '') > max) {
    return [
      { code: 'invalid_field', path: at('content'), details: { reason: `must have at most ${max} bytes` } },
    ];
  }
  return [];
}

/** Where an event stands in its request. */
interface Place {
  /** Its part of the Idempotency-Key. */
  readonly key: string | null;
  /** Events in the request. */
  readonly count: number;
  readonly path: string;
}

function toIncoming(
  body: EventBody,
  content: string,
  now: number,
  { key: headerKey, count, path }: Place,
): Incoming {
  const senderId = body.id ?? null;
  const key = senderId === null ? headerKey : senderKey(senderId);
  const fingerprint = key === null ? none : fingerprintOf(body, content, senderId === null ? count : 1);
  return {
    event: toEvent(body, content, now, key),
    senderId,
    fingerprint,
    sourceId: null,
    received: null,
    path,
  };
}

const none = Buffer.alloc(0);

function toEvent(body: EventBody, content: string, now: number, key: string | null): NewEvent {
  const { envelopeId, envelope, routing } = body;
  return {
    key,
    type: body.type,
    severity: body.severity ?? findEventType(body.type)?.severity ?? 'info',
    occurredAt: body.occurredAt === undefined ? now : Date.parse(body.occurredAt),
    envelope:
      envelopeId === undefined && envelope === undefined
        ? null
        : {
            id: envelopeId ?? null,
            externalId: envelope?.externalId ?? null,
            title: envelope?.title ?? null,
          },
    signer: null,
    routing: routing === undefined ? noRouting : { ...noRouting, ...routing },
    platform: null,
    content: Buffer.from(content),
  };
}

/** Hash of what the sender sent: the same fields and the same content, however the rest was written. */
function fingerprintOf({ content: _, ...facts }: EventBody, content: string, count: number): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([count, facts], sorted))
    .update(content)
    .digest();
}

/** For JSON.stringify: the members of every object in one order. */
function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
