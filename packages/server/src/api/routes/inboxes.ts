// Test inboxes: made, told what to answer, read and emptied. What comes to them comes by routes/inbox-door.ts, or inside.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Refusal } from '../../domain/errors.ts';
import {
  defaultInboxAnswer,
  defaultInboxName,
  type InboxAnswer,
  inboxUrl,
  mayHaveInboxes,
} from '../../domain/inbox.ts';
import { limit } from '../../domain/limits.ts';
import { showBody } from '../../domain/test-send.ts';
import { isUuid, randomToken, timeOfId } from '../../lib/ids.ts';
import type { InboxContents, InboxRequestSummary } from '../../store/inbox-requests.ts';
import type { InboxRecord } from '../../store/inboxes.ts';
import type { Page } from '../../store/paging.ts';
import type { Snapshot } from '../../store/snapshots.ts';
import { pageRequest, showPage } from '../answers.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';

const base = '/applications/:appId/envs/:env/inboxes';
const params = Type.Object({ appId: Type.String(), env: Type.String() });
const idParams = Type.Object({ appId: Type.String(), env: Type.String(), id: Type.String() });
const requestParams = Type.Object({ ...idParams.properties, requestId: Type.String() });
const query = Type.Object(schemas.PageQuery, { additionalProperties: false });
const errors = { '4xx': schemas.ErrorAnswer };
const tags = ['inboxes'];
const write = { access: 'webhooks:write', feature: 'webhooks' } as const;
const read = { access: 'webhooks:read', feature: 'webhooks' } as const;
/** Requests hold the contents of events. */
const look = { access: 'events:read', feature: 'webhooks' } as const;

const tokenCharacters = 32;

export const inboxRoutes: Routes = (app, { inboxes, inboxRequests, clock, newId, changed, publicUrl }) => {
  const found = <T>(record: T | null, what = 'inbox', path = 'id'): T => {
    if (record === null) throw new Refusal('not_found', { what, path });
    return record;
  };
  const existing = async (request: FastifyRequest) => {
    const { id } = request.params as { readonly id: string };
    return found(isUuid(id) ? await inboxes.find(request.tenant.environmentId, id) : null);
  };
  const show = async (tenant: Snapshot, inbox: InboxRecord) => {
    const contents = await inboxRequests.contents([inbox.id], clock.now());
    return shown(tenant, inbox, contents.get(inbox.id));
  };

  app.post(
    base,
    {
      config: write,
      schema: {
        tags,
        summary: 'Make a test inbox',
        description: `An address of this server's own that takes what a webhook sends, shows it, and answers what it is told to. It keeps the last ${limit('inbox_requests_kept_max')} requests for ${limit('inbox_request_seconds_max') / 86_400} days. Not in PRODUCTION.`,
        params,
        body: schemas.InboxBody,
        response: { 201: schemas.Inbox, ...errors },
      },
    },
    async (request, reply) => {
      const { tenant, body } = request;
      const { environmentId, environment } = tenant;
      if (!mayHaveInboxes(environment)) throw new Refusal('no_inbox_in_production');
      const now = clock.now();
      const token = randomToken(tokenCharacters);
      const created = await inboxes.create(
        {
          id: newId(now),
          environmentId,
          name: body?.name ?? defaultInboxName,
          token,
          url: inboxUrl(publicUrl(), token),
          answer: { ...defaultInboxAnswer, ...(body?.answer as Partial<InboxAnswer> | undefined) },
        },
        new Date(now),
      );
      if (created === 'full') {
        const max = limit('inboxes_per_environment_max');
        throw new Refusal('limit_reached', { limit: max, what: 'test inboxes' });
      }
      changed(environmentId);
      return reply.status(201).send(shown(tenant, created, undefined) as never);
    },
  );
  app.get(
    base,
    {
      config: read,
      schema: {
        tags,
        summary: 'List test inboxes',
        params,
        querystring: query,
        response: { 200: schemas.pageOf(schemas.Inbox), ...errors },
      },
    },
    async ({ tenant, query: asked }) => {
      const page = await inboxes.list(tenant.environmentId, pageRequest('inboxes', asked));
      const ids = page.data.map(({ id }) => id);
      const contents = await inboxRequests.contents(ids, clock.now());
      return showPage('inboxes', page, (inbox) => shown(tenant, inbox, contents.get(inbox.id))) as never;
    },
  );
  app.get(
    `${base}/:id`,
    {
      config: read,
      schema: {
        tags,
        summary: 'Read a test inbox',
        params: idParams,
        response: { 200: schemas.Inbox, ...errors },
      },
    },
    async (request) => (await show(request.tenant, await existing(request))) as never,
  );
  app.patch(
    `${base}/:id`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Tell a test inbox what to answer, or name it',
        description: 'What is left out stays as it is.',
        params: idParams,
        body: schemas.InboxPatch,
        response: { 200: schemas.Inbox, ...errors },
      },
    },
    async (request) => {
      const { id, answer: present } = await existing(request);
      const { name, answer } = request.body;
      const change = {
        name,
        answer: answer && ({ ...present, ...answer } as InboxAnswer),
      };
      const after = await inboxes.update(request.tenant.environmentId, id, change, new Date(clock.now()));
      return (await show(request.tenant, found(after))) as never;
    },
  );
  app.delete(
    `${base}/:id`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Delete a test inbox',
        description: 'With all that came to it. What webhooks send to it from then on fails.',
        params: idParams,
        response: { 204: Type.Null(), ...errors },
      },
    },
    async (request, reply) => {
      const { environmentId } = request.tenant;
      const { id } = await existing(request);
      found((await inboxes.delete(environmentId, id)) || null);
      changed(environmentId);
      return reply.status(204).send(null);
    },
  );
  app.get(
    `${base}/:id/requests`,
    {
      config: look,
      schema: {
        tags,
        summary: 'List what came to a test inbox',
        description:
          'The newest first. With If-None-Match (the ETag of what was read) it answers 304 while nothing has changed.',
        params: idParams,
        querystring: schemas.InboxRequestQuery,
        response: { 200: schemas.pageOf(schemas.InboxRequest), 304: Type.Null(), ...errors },
      },
    },
    async (request, reply) => {
      const { id } = await existing(request);
      const paging = pageRequest('inbox-requests', request.query);
      const page = await inboxRequests.list(id, clock.now(), paging);
      if (isUnchanged(request, reply, page)) return reply.status(304).send(null);
      return showPage('inbox-requests', page, showRequest) as never;
    },
  );
  app.get(
    `${base}/:id/requests/:requestId`,
    {
      config: look,
      schema: {
        tags,
        summary: 'Read a request that came to a test inbox',
        description: 'Its credentials are redacted.',
        params: requestParams,
        response: { 200: schemas.InboxRequestDetail, ...errors },
      },
    },
    async (request) => {
      const { id } = await existing(request);
      const { requestId } = request.params;
      const known = isUuid(requestId) ? await inboxRequests.find(id, requestId, clock.now()) : null;
      const { headers, body, ...summary } = found(known, 'request', 'requestId');
      return { ...showRequest(summary), headers, ...showBody(body) } as never;
    },
  );
  app.delete(
    `${base}/:id/requests`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Empty a test inbox',
        params: idParams,
        response: { 204: Type.Null(), ...errors },
      },
    },
    async (request, reply) => {
      const { id } = await existing(request);
      await inboxes.empty(request.tenant.environmentId, id, new Date(clock.now()));
      return reply.status(204).send(null);
    },
  );
};

function shown({ webhooks }: Snapshot, inbox: InboxRecord, contents: InboxContents | undefined) {
  const { environmentId: _, ...rest } = inbox;
  const senders = [...webhooks.values()].filter(({ url }) => url === inbox.url);
  return {
    ...rest,
    webhooks: senders.map(({ id, name }) => ({ id, name })),
    requests: contents?.requests ?? 0,
    lastRequestAt: contents?.lastRequestAt ?? null,
  };
}

function showRequest({ isTest, ...request }: InboxRequestSummary) {
  return {
    ...request,
    test: isTest,
    receivedAt: new Date(timeOfId(request.id)),
    bodyTruncated: request.bodyBytes > limit('inbox_body_bytes_max'),
  };
}

/** Requests are never changed, so which there are says everything. */
function isUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  { data, next }: Page<InboxRequestSummary>,
): boolean {
  const etag = `"${data.length}-${data[0]?.id ?? ''}-${next ?? ''}"`;
  reply.header('etag', etag).header('cache-control', 'private, no-cache');
  return request.headers['if-none-match'] === etag;
}
