// The Ignisign-compatible API, at the origin's root: the same functions as our own API under that vendor's paths, shapes and
// habits, so that its public SDK works against this server. It is not in openapi.json: docs/ignisign-api.md tells of it.
// The organization's policies hold here too, but for changing only while disabled, which that vendor does not know.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Scope } from '../../domain/api-key.ts';
import { isEnvironmentName } from '../../domain/environment.ts';
import { limit } from '../../domain/limits.ts';
import { assertIncluded } from '../../domain/plan.ts';
import { verifyToken } from '../../domain/verification-token.ts';
import { newWebhook, type WebhookInput } from '../../domain/webhook-settings.ts';
import { isUuid } from '../../lib/ids.ts';
import type { WebhookRecord } from '../../store/webhook-record.ts';
import type { RouteDeps, TypedApp } from '../route.ts';
import { checkedSettings, refuseFull } from '../routes/webhooks.ts';
import { makeSecret } from '../webhook-secrets.ts';
import { createIgnisignAuth, type IgnisignCaller } from './ignisign-auth.ts';
import { handleIgnisignErrors, IgnisignError } from './ignisign-errors.ts';
import { showEndpoint, showWebhookEvent, switchTopics } from './ignisign-shapes.ts';

const envParams = Type.Object({ appId: Type.String(), appEnv: Type.String() });
const webhookParams = Type.Object({ webhookId: Type.String() });
const eventParams = Type.Object({ webhookId: Type.String(), eventId: Type.String() });
const Short = Type.String({ maxLength: limit('header_value_characters_max') });
const EndpointBody = Type.Object({
  url: Type.String({ minLength: 1, maxLength: limit('url_characters_max') }),
  description: Type.Optional(Type.String({ maxLength: limit('description_characters_max') })),
});
const hide = true;
const eventsPerPage = 20;
const exchangePath = '/v4/auth/app-api';

export function ignisignRoutes(app: TypedApp, deps: RouteDeps): void {
  const { webhooks, history, resends, usedTokens, clock, newId, changed, tokenKeys, log } = deps;
  const auth = createIgnisignAuth({ ...deps, clock, tokenKeys });
  handleIgnisignErrors(app as unknown as FastifyInstance, (error) =>
    log.error({ stack: error instanceof Error ? error.stack : String(error) }, 'a request failed'),
  );

  // Before the body is read, and before changes are attributed to whoever is calling.
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url !== exchangePath) await auth.identify(request, reply);
  });

  const permitted = (request: FastifyRequest, scope: Scope): IgnisignCaller => {
    const caller = auth.caller(request);
    if (caller.key.scopes.includes(scope)) return caller;
    throw new IgnisignError('INSUFFICIENT_SCOPE', `The key does not have the scope ${scope}.`);
  };

  /** For all that has to do with webhooks: the plan must have them. */
  const allowed = (request: FastifyRequest, scope: Scope): IgnisignCaller => {
    const caller = permitted(request, scope);
    assertIncluded(caller.tenant.plan, 'webhooks');
    return caller;
  };

  /** The environment of the path must be the caller's own: any other does not exist for it. */
  const own = (request: FastifyRequest, { tenant }: IgnisignCaller) => {
    const { appId, appEnv } = request.params as { appId: string; appEnv?: string };
    const isOwn = appId === tenant.applicationId && (appEnv ?? tenant.environment) === tenant.environment;
    // The vendor's SDK asks for its context with the path's placeholder left as it is.
    if (!isOwn && !(appEnv === undefined && appId === ':appId')) {
      throw new IgnisignError('APP_NOT_FOUND', 'There is no such application or environment.');
    }
    return tenant;
  };

  const existing = async (environmentId: number, id: string): Promise<WebhookRecord> => {
    const webhook = isUuid(id) ? await webhooks.find(environmentId, id) : null;
    if (!webhook) throw new IgnisignError('WEBHOOK_NOT_FOUND', 'There is no such webhook.');
    return webhook;
  };

  /** All of them: the vendor's list has no pages. */
  const endpoints = async (environmentId: number) => {
    const request = { limit: limit('webhooks_per_environment_max'), after: null };
    return (await webhooks.list(environmentId, request)).data.map(showEndpoint);
  };

  app.post(
    exchangePath,
    {
      schema: {
        hide,
        body: Type.Object({ appId: Short, appEnv: Short, secret: Short }),
      },
    },
    async ({ body: { appId, appEnv, secret } }) => ({ jwtToken: await auth.exchange(appId, appEnv, secret) }),
  );

  app.get(
    '/v4/applications/:appId/context',
    { schema: { hide, params: Type.Object({ appId: Type.String() }) } },
    async (request) => {
      const { applicationId } = own(request, permitted(request, 'webhooks:read'));
      return { appId: applicationId, appType: 'SIGNATURE' };
    },
  );

  app.get(
    '/v4/applications/:appId/envs/:appEnv/webhooks',
    { schema: { hide, params: envParams } },
    async (request) => endpoints(own(request, allowed(request, 'webhooks:read')).environmentId),
  );

  app.post(
    '/v4/applications/:appId/envs/:appEnv/webhooks',
    { schema: { hide, params: envParams, body: EndpointBody } },
    async (request) => {
      const tenant = own(request, allowed(request, 'webhooks:write'));
      const { url, description = '' } = request.body;
      const input: WebhookInput = { ...endpoint, name: nameOf(url), url, description };
      const draft = { origin: 'new', input, present: newWebhook(tenant) } as const;
      const { settings, soleDefault } = checkedSettings(draft, tenant, deps);
      const now = clock.now();
      const { environmentId } = tenant;
      const { shown: _, ...made } = makeSecret({ scheme: 'hmac' });
      const secret = { ...made, secretId: newId(now) };
      const place = { id: newId(now), environmentId, status: 'enabled', soleDefault } as const;
      const created = await webhooks.create({ ...settings, ...secret, ...place }, new Date(now));
      if (created === 'full') throw refuseFull();
      changed(environmentId);
      return endpoints(environmentId);
    },
  );

  app.put(
    '/v4/webhooks/:webhookId',
    { schema: { hide, params: webhookParams, body: EndpointBody } },
    async (request) => {
      const { tenant } = allowed(request, 'webhooks:write');
      const { environmentId } = tenant;
      const present = await existing(environmentId, request.params.webhookId);
      const { url, description = present.description } = request.body;
      const draft = { origin: 'change', input: { url, description }, present } as const;
      const { settings, soleDefault } = checkedSettings(draft, tenant, deps);
      await webhooks.update(
        { environmentId, id: present.id, expected: null },
        { ...settings, soleDefault },
        new Date(clock.now()),
      );
      changed(environmentId);
      return endpoints(environmentId);
    },
  );

  app.delete('/v4/webhooks/:webhookId', { schema: { hide, params: webhookParams } }, async (request) => {
    const { environmentId } = allowed(request, 'webhooks:write').tenant;
    const { id } = await existing(environmentId, request.params.webhookId);
    await webhooks.delete({ environmentId, id, expected: null }, new Date(clock.now()));
    changed(environmentId);
    return endpoints(environmentId);
  });

  app.post(
    '/v4/webhooks/:webhookId/disabled-events',
    {
      schema: {
        hide,
        params: webhookParams,
        body: Type.Object({ topics: Type.Record(Type.String(), Type.Boolean()) }),
      },
    },
    async (request) => {
      const { environmentId } = allowed(request, 'webhooks:write').tenant;
      const present = await existing(environmentId, request.params.webhookId);
      const events = switchTopics(present.events, request.body.topics);
      const settings = { ...present, events, soleDefault: false };
      const webhook = { environmentId, id: present.id, expected: null };
      const after = await webhooks.update(webhook, settings, new Date(clock.now()));
      changed(environmentId);
      return showEndpoint(after ?? (await existing(environmentId, present.id)));
    },
  );

  app.get(
    '/v4/webhooks/:webhookId/events',
    {
      schema: {
        hide,
        params: webhookParams,
        querystring: Type.Object({
          filter: Type.Optional(Type.Unsafe<Filter>({ type: 'string', enum: ['ALL', 'SUCCESS', 'FAILED'] })),
          page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
        }),
      },
    },
    async (request) => {
      const { tenant } = allowed(request, 'events:read');
      const { environmentId } = tenant;
      const webhook = await existing(environmentId, request.params.webhookId);
      const { filter = 'ALL', page = 1 } = request.query;
      const wanted = { webhookId: webhook.id, ...filters[filter] };
      const offset = (page - 1) * eventsPerPage;
      const { total, data } = await history.numberedPage(environmentId, wanted, offset, eventsPerPage);
      const events = await Promise.all(
        data.map(async (delivery) => {
          const event = await history.event(environmentId, delivery.eventId);
          return showWebhookEvent({ tenant, webhook, delivery, event });
        }),
      );
      return { events, searchData: { total, page, nbEventsPerPage: eventsPerPage } };
    },
  );

  /** The delivery of one event to the webhook, by the id that its receiver was told, or the delivery's own. */
  const delivered = async (environmentId: number, webhookId: string, eventId: string) => {
    const event = await history.event(environmentId, eventId);
    const wanted = { webhookId, ...(event ? { eventId: event.id } : {}) };
    const delivery = event
      ? (await history.deliveries(environmentId, wanted, { limit: 1, after: null })).data[0]
      : isUuid(eventId) && (await history.delivery(environmentId, eventId));
    if (!delivery || delivery.webhookId !== webhookId) {
      throw new IgnisignError('WEBHOOK_EVENT_NOT_FOUND', 'The webhook has no such event.');
    }
    return { delivery, event: event ?? (await history.event(environmentId, delivery.eventId)) };
  };

  app.get(
    '/v4/webhooks/:webhookId/events/:eventId',
    { schema: { hide, params: eventParams } },
    async (request) => {
      const { tenant } = allowed(request, 'events:read');
      const webhook = await existing(tenant.environmentId, request.params.webhookId);
      const found = await delivered(tenant.environmentId, webhook.id, request.params.eventId);
      return showWebhookEvent({ tenant, webhook, ...found });
    },
  );

  app.post(
    '/v4/webhooks/:webhookId/events/:eventId/resend',
    { schema: { hide, params: eventParams } },
    async (request, reply) => {
      const { environmentId } = allowed(request, 'webhooks:write').tenant;
      const webhook = await existing(environmentId, request.params.webhookId);
      const { delivery } = await delivered(environmentId, webhook.id, request.params.eventId);
      const result = await resends.resend(environmentId, delivery.id, new Date(clock.now()));
      // One that is just being sent is what was asked for.
      if (result.kind === 'webhook_disabled') {
        throw new IgnisignError('WEBHOOK_EVENT_NOT_RESENDABLE', 'The webhook is disabled: enable it first.');
      }
      return reply.status(204).send();
    },
  );

  app.post(
    '/v4/tokens/webhook-verification/checking-consumption',
    {
      schema: {
        hide,
        body: Type.Object({
          token: Type.Optional(Type.String()),
          verificationToken: Type.Optional(Type.String()),
          appId: Short,
          appEnv: Short,
        }),
      },
    },
    async (request) => {
      const { tenant } = auth.caller(request);
      const { token, verificationToken, appId, appEnv } = request.body;
      const text = token ?? verificationToken;
      if (text === undefined)
        throw new IgnisignError('BODY_VALIDATION_FAILED', 'The body must have a token.');
      return checkToken(tenant.environmentId, tenant, text, appId, appEnv.toUpperCase());
    },
  );

  /** A token is good for the caller's own environment alone, whoever it is said to be for. */
  async function checkToken(
    environmentId: number,
    tenant: IgnisignCaller['tenant'],
    token: string,
    appId: string,
    appEnv: string,
  ) {
    const { applicationId, environment } = tenant;
    const isOwn = appId === applicationId && isEnvironmentName(appEnv) && appEnv === environment;
    const verdict = verifyToken(token, { applicationId, environment }, tokenKeys, clock.now());
    if (verdict.kind === 'unknown') return tokenAnswer({ notFound: true });
    if (verdict.kind === 'bad_target' || !isOwn) return tokenAnswer({ badTarget: true });
    if (verdict.kind === 'expired') return tokenAnswer({ isExpired: true });
    const first = await usedTokens.use(environmentId, verdict.id, new Date(clock.now()));
    return first
      ? tokenAnswer({ isValid: true, haveBeenConsumed: true })
      : tokenAnswer({ alreadyConsumed: true });
  }
}

const unsaid = {
  isValid: false,
  haveBeenConsumed: false,
  notFound: false,
  alreadyConsumed: false,
  badTarget: false,
  isExpired: false,
};
const tokenAnswer = (said: Partial<typeof unsaid>) => ({ ...unsaid, ...said });

/** What an endpoint of the vendor is, and cannot be otherwise: all topics, whoever triggered them, without credentials. */
const endpoint: Partial<WebhookInput> = {
  events: { mode: 'all' },
  routing: { triggers: ['page', 'integration'] },
  auth: { type: 'none' },
  payload: { dialect: 'ignisign' },
};

type Filter = 'ALL' | 'SUCCESS' | 'FAILED';
const filters = {
  ALL: {},
  SUCCESS: { states: ['succeeded'] },
  FAILED: { states: ['failed'] },
} as const;

/** Endpoints of the vendor have no name. */
function nameOf(url: string): string {
  return (URL.parse(url)?.host || url).slice(0, limit('name_characters_max')).toWellFormed();
}
