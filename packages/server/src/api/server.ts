// The HTTP server: parses, authorizes, checks, and hands over to the routes. Sole place that knows Fastify's settings.
import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { Refusal } from '../domain/errors.ts';
import { limit } from '../domain/limits.ts';
import { isDeeperThan } from '../lib/json-depth.ts';
import { createAttempts } from './attempts.ts';
import { attribute } from './attribution.ts';
import { serveConsole } from './console.ts';
import { handleErrors, refuseUnreadable, refuseUrl } from './errors.ts';
import { createKeyAdmission } from './key-admission.ts';
import { openApi, showAccess } from './openapi.ts';
import type { ApiDeps, RouteDeps, Routes, TypedApp } from './route.ts';
import { alertRulesRoutes } from './routes/alert-rules.ts';
import { alertRoutes } from './routes/alerts.ts';
import { auditRoutes } from './routes/audit.ts';
import { authRoutes } from './routes/auth.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { deliveryRoutes } from './routes/deliveries.ts';
import { dialectRoutes } from './routes/dialects.ts';
import { directoryRoutes } from './routes/directory.ts';
import { envelopeRoutes } from './routes/envelopes.ts';
import { eventRoutes } from './routes/events.ts';
import { explainRoutes } from './routes/explain.ts';
import { healthRoutes } from './routes/health.ts';
import { identityProviderRoutes } from './routes/identity-providers.ts';
import { inboundRoutes } from './routes/inbound.ts';
import { inboxDoorRoutes } from './routes/inbox-door.ts';
import { inboxRoutes } from './routes/inboxes.ts';
import { meRoutes } from './routes/me.ts';
import { memberRoutes } from './routes/members.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { missedRoutes } from './routes/missed.ts';
import { organizationRoutes } from './routes/organizations.ts';
import { peopleRoutes } from './routes/people.ts';
import { replayRoutes } from './routes/replays.ts';
import { resendRoutes } from './routes/resend.ts';
import { serverRoutes } from './routes/server.ts';
import { sourceRoutes } from './routes/sources.ts';
import { statisticsRoutes } from './routes/statistics.ts';
import { tailRoutes } from './routes/tail.ts';
import { tenantRoutes } from './routes/tenants.ts';
import { webhookDefaultsRoutes } from './routes/webhook-defaults.ts';
import { webhookLifecycleRoutes } from './routes/webhook-lifecycle.ts';
import { webhookTestRoutes } from './routes/webhook-tests.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { serializerOf } from './serialization.ts';
import { createCookies } from './session.ts';
import { createTenancy } from './tenancy.ts';
import { compileBody, compileParameters } from './validation.ts';
import { ignisignRoutes } from './vendors/ignisign.ts';

export type Api = FastifyInstance;

const apiPrefix = '/api/v1';
/** A request that takes too long is ended so much later at the latest. */
const timeoutsCheckedEveryMs = 1_000;

export async function createApi(deps: ApiDeps): Promise<Api> {
  const app = createInstance(deps);
  const cookies = createCookies(() => deps.publicUrl());
  const { rootKey, snapshots, publicUrl } = deps;
  const admission = createKeyAdmission(deps);
  const { authorize, mayStay } = createTenancy({
    rootKey,
    snapshots,
    keeper: {
      find: (token) => deps.accounts.keeper.find(token),
      look: (token) => deps.accounts.keeper.look(token),
    },
    cookies,
    publicUrl,
    admission,
  });
  const parts: RouteDeps = { ...deps, cookies, admission, mayStay };
  app.setValidatorCompiler(({ schema, httpPart }) =>
    httpPart === 'body' ? compileBody(schema as object) : compileParameters(schema as object),
  );
  app.setSerializerCompiler(({ schema }) => serializerOf(schema as object));
  handleErrors(app as unknown as FastifyInstance, deps.log);
  parseJson(app);
  app.decorateRequest('rawText', '');
  app.decorateRequest('tenant');
  app.decorateRequest('caller');
  // Beyond its own limit Node would leave headers out without a word; their size is limited before.
  app.server.maxHeadersCount = 0;
  app.addHook('onRequest', limitHeaders);
  await app.register(cookie);
  app.addHook('onRequest', authorize);
  // They would go on for ever: nothing else waits for the stop.
  app.addHook('preClose', () => deps.tails.stop());
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  const attempts = createAttempts(deps);
  app.addHook('onRequest', attempts.count);
  app.addHook('onResponse', attempts.judge);
  app.addHook('preHandler', attribute);
  if (deps.settled) answerWhenSettled(app, deps.settled);
  app.addHook('onRoute', showAccess);
  await app.register(swagger, openApi);
  await app.register(swaggerUi, { routePrefix: `${apiPrefix}/reference`, staticCSP: true });
  await app.register(
    async (scope) => {
      const routes: readonly Routes[] = [
        catalogueRoutes,
        dialectRoutes,
        authRoutes,
        meRoutes,
        memberRoutes,
        identityProviderRoutes,
        peopleRoutes,
        serverRoutes,
        organizationRoutes,
        auditRoutes,
        tenantRoutes,
        directoryRoutes,
        webhookDefaultsRoutes,
        webhookRoutes,
        webhookLifecycleRoutes,
        webhookTestRoutes,
        inboxRoutes,
        envelopeRoutes,
        eventRoutes,
        explainRoutes,
        tailRoutes,
        deliveryRoutes,
        resendRoutes,
        missedRoutes,
        replayRoutes,
        alertRoutes,
        alertRulesRoutes,
        statisticsRoutes,
        sourceRoutes,
      ];
      for (const add of routes) add(scope as unknown as TypedApp, parts);
    },
    { prefix: apiPrefix },
  );
  await app.register(async (scope) => ignisignRoutes(scope as unknown as TypedApp, parts));
  await app.register(async (scope) => inboundRoutes(scope as unknown as TypedApp, parts));
  await app.register(async (scope) => inboxDoorRoutes(scope as unknown as TypedApp, parts));
  healthRoutes(app, parts);
  metricsRoutes(app, parts);
  if (deps.consoleFolder !== null) serveConsole(app as unknown as FastifyInstance, deps.consoleFolder);
  return app as unknown as Api;
}

/** Whoever reads the answer to a change may ask another process next, which must know of it. */
function answerWhenSettled(app: TypedApp, settled: () => Promise<void> | null): void {
  app.addHook('onSend', (_request, _reply, _payload, done) => {
    const waiting = settled();
    if (waiting === null) done();
    else void waiting.then(() => done());
  });
}

function createInstance({ trustedProxies = [] }: Pick<ApiDeps, 'trustedProxies'>): TypedApp {
  return fastify({
    logger: false,
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    bodyLimit: limit('request_body_bytes_max'),
    genReqId: () => randomUUID(),
    // A client that opens a request and never ends it must not hold a socket for ever.
    requestTimeout: limit('request_seconds_max') * 1000,
    keepAliveTimeout: 65_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    forceCloseConnections: 'idle',
    // What is still sent on an open connection while the server stops is answered like any other request.
    return503OnClosing: false,
    clientErrorHandler: refuseUnreadable,
    http: {
      maxHeaderSize: limit('request_headers_bytes_max'),
      headersTimeout: limit('request_headers_seconds_max') * 1000,
      connectionsCheckingInterval: timeoutsCheckedEveryMs,
    },
    frameworkErrors: refuseUrl,
  }).withTypeProvider<TypeBoxTypeProvider>();
}

/** Keeps the text beside the value: event contents are passed on byte for byte. */
function parseJson(app: TypedApp): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = body as Buffer;
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity')
      return done(new Refusal('unsupported_encoding', { encoding }));
    if (bytes.length === 0) return done(null, undefined);
    if (!isUtf8(bytes)) return done(new Refusal('not_utf8'));
    if (isDeeperThan(limit('json_levels_max'), bytes)) return done(tooDeep());
    request.rawText = withoutByteOrderMark(bytes.toString());
    try {
      return done(null, JSON.parse(request.rawText));
    } catch (error) {
      return done(
        new Refusal('invalid_json', { reason: error instanceof Error ? error.message : 'unreadable' }),
      );
    }
  });
}

const tooDeep = () => new Refusal('json_too_deep', { limit: limit('json_levels_max') });

function limitHeaders(request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void {
  const count = request.raw.rawHeaders.length / 2;
  const max = limit('request_headers_max');
  done(count > max ? new Refusal('too_many_headers', { count, limit: max }) : undefined);
}

function withoutByteOrderMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
