// Trying a webhook out: the request it would get, and a test that is sent now; with its settings as they are saved, or as
// they stand in a form that is not saved yet.
import { type Static, Type } from 'typebox';
import { findEventType, nearestTypes } from '../../catalogue/index.ts';
import { expressible, findDialect } from '../../dialects/index.ts';
import { Refusal } from '../../domain/errors.ts';
import { limit } from '../../domain/limits.ts';
import { invalid, refuse } from '../../domain/problems.ts';
import { type SigningSecret, signingKeys } from '../../domain/signing.ts';
import type { StoredEvent } from '../../domain/stored-event.ts';
import { exampleEvent, testTypeOf } from '../../domain/test-send.ts';
import { toWebhook, type Webhook, type WebhookSettings } from '../../domain/webhook.ts';
import { newWebhook, type WebhookInput } from '../../domain/webhook-settings.ts';
import { memberText } from '../../lib/json-spans.ts';
import { selects } from '../../routing/verdict.ts';
import { destinationOf, type Snapshot } from '../../store/snapshots.ts';
import type { TestSend } from '../../store/test-sends.ts';
import { pageRequest, showPage } from '../answers.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';
import { createWebhookAccess } from '../webhook-access.ts';
import { makeSecret, signingProblems } from '../webhook-secrets.ts';
import { checkedSettings } from './webhooks.ts';

const base = '/applications/:appId/envs/:env/webhooks';
const params = Type.Object({ appId: Type.String(), env: Type.String() });
const idParams = Type.Object({ appId: Type.String(), env: Type.String(), id: Type.String() });
const errors = { '4xx': schemas.ErrorAnswer };
const tags = ['webhooks'];
const write = { access: 'webhooks:write', feature: 'webhooks' } as const;
const read = { access: 'webhooks:read', feature: 'webhooks' } as const;

interface Chosen {
  readonly type?: string;
  readonly eventId?: string;
}

interface Trial extends Pick<TestSend, 'copyOf' | 'isEdited'> {
  readonly event: StoredEvent;
}

export const webhookTestRoutes: Routes = (app, deps) => {
  const { webhooks, tester, testSends, history, clock, newId, changed } = deps;
  const access = createWebhookAccess({ webhooks, clock, changed });

  /** A saved webhook with other settings. */
  const altered = (tenant: Snapshot, present: WebhookSettings, input: object = {}): WebhookSettings =>
    checkedSettings({ origin: 'change', input, present }, tenant, deps).settings;

  /** What is sent: a copy of a real event, or an example, with other content where some was given. */
  const eventFor = async (
    tenant: Snapshot,
    settings: WebhookSettings,
    { type, eventId }: Chosen,
    contentText: string | undefined,
  ): Promise<Trial> => {
    const content = contentText === undefined ? null : Buffer.from(contentText);
    const isEdited = content !== null;
    if (isEdited && eventId !== undefined && tenant.environment === 'PRODUCTION') {
      throw new Refusal('no_edited_copy_in_production', { path: 'content' });
    }
    if ((content?.length ?? 0) > limit('event_content_bytes_max')) {
      throw refuse([invalid('content', `must have at most ${limit('event_content_bytes_max')} bytes`)]);
    }
    const id = newId(clock.now());
    if (eventId === undefined) {
      const event = exampleFor(tenant, settings, typeFor(settings, type), id, clock.now(), content);
      return { event, copyOf: null, isEdited };
    }
    const found = await history.event(tenant.environmentId, eventId);
    if (!found) throw new Refusal('not_found', { what: 'event', path: 'eventId' });
    typeFor(settings, found.type);
    const { envelope, signer, routing, platform, severity } = found;
    const facts = { envelope, signer, routing, platform, severity, occurredAt: found.occurredAt.getTime() };
    const event = { ...facts, id, type: found.type, content: content ?? found.content };
    return { event, copyOf: found.senderId ?? found.id, isEdited };
  };

  const unsaved = (tenant: Snapshot, settings: WebhookSettings, id: string, secret: SigningSecret): Webhook =>
    toWebhook(settings, {
      id,
      environmentId: tenant.environmentId,
      applicationId: tenant.applicationId,
      environment: tenant.environment,
      status: 'enabled',
      signingKeys: [{ ...signingKeys(secret), expiresAt: null }],
    });

  /** Of one that is not saved yet, and need not be complete. */
  const begun = (tenant: Snapshot, body: Static<typeof schemas.UnsavedTestBody>['settings']) => {
    const { status: _, signing: asked, ...input } = body;
    const signing = { scheme: 'hmac', ...asked } as const;
    const draft = {
      origin: 'trial',
      input: input as WebhookInput,
      present: newWebhook(tenant),
    } as const;
    const { settings } = checkedSettings(draft, tenant, deps, ({ payload }) =>
      signingProblems(signing, payload.dialect, 'signing.'),
    );
    return { signing, settings };
  };

  const send = async (tenant: Snapshot, webhook: Webhook, webhookId: string | null, trial: Trial) => {
    const { event, copyOf, isEdited } = trial;
    const createdAt = new Date(clock.now());
    const result = await tester.send(destinationOf(tenant, webhook), event);
    const { id, type } = event;
    const test: TestSend = { ...result, id, webhookId, type, copyOf, isEdited, createdAt };
    await testSends.keep(tenant.environmentId, test);
    return test;
  };

  app.post(
    `${base}/:id/test`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Test a webhook',
        description:
          'Sends an example now, or a copy of a real event, with the header `signpost-test: true`, and answers all that came of it. With `eventId` and `content` an edited copy is sent, except in PRODUCTION. `settings` are tried without being saved. Tests are kept, and count for nothing in health.',
        params: idParams,
        body: schemas.TestBody,
        response: { 200: schemas.TestSend, ...errors },
      },
    },
    async (request, reply) => {
      const { tenant } = request;
      const { settings: input, enableOnSuccess = false, ...chosen } = request.body ?? {};
      const present = await access.existing(request);
      if (enableOnSuccess && input) {
        throw refuse([invalid('enableOnSuccess', 'goes only with the saved settings')]);
      }
      const settings = altered(tenant, present, input);
      const trial = await eventFor(tenant, settings, chosen, memberText(request.rawText, 'content'));
      const signingKeys = tenant.webhooks.get(present.id)?.signingKeys ?? [];
      const { environmentId, applicationId, environment } = tenant;
      const { id, status } = present;
      const test = await send(
        tenant,
        toWebhook(settings, { id, environmentId, applicationId, environment, status, signingKeys }),
        id,
        trial,
      );
      if (!enableOnSuccess) return test as never;
      const enabled = test.outcome === 'succeeded' && status === 'disabled';
      if (enabled) {
        await access.change(request, reply, (webhook) => webhooks.enable(webhook, new Date(clock.now())));
      }
      return { ...test, enabled } as never;
    },
  );
  app.post(
    `${base}/test`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Test a webhook before it is saved',
        description:
          'Signed with the secret that is given, or else with one made for this test, which is in the answer.',
        params,
        body: schemas.UnsavedTestBody,
        response: { 200: schemas.TestSend, ...errors },
      },
    },
    async (request) => {
      const { tenant, body } = request;
      const { settings, signing } = begun(tenant, body.settings);
      const trial = await eventFor(tenant, settings, body, memberText(request.rawText, 'content'));
      const { shown, ...secret } = makeSecret(signing);
      const webhook = unsaved(tenant, settings, newId(clock.now()), secret);
      return { ...(await send(tenant, webhook, null, trial)), secret: shown } as never;
    },
  );
  app.get(
    '/applications/:appId/envs/:env/tests',
    {
      config: read,
      schema: {
        tags,
        summary: 'List test sends',
        params,
        querystring: Type.Object(
          {
            ...schemas.PageQuery,
            webhookId: Type.Optional(schemas.Uuid),
            eventId: Type.Optional(
              Type.Unsafe<string>({
                ...schemas.SenderId,
                description: 'Those that are a copy of this event.',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 200: schemas.pageOf(schemas.TestSend), ...errors },
      },
    },
    async (request) => {
      const { webhookId, eventId, ...paging } = request.query;
      const { environmentId } = request.tenant;
      const copied = eventId === undefined ? null : await history.event(environmentId, eventId);
      const copyOf = copied?.senderId ?? copied?.id ?? eventId;
      const wanted = { ...(webhookId && { webhookId }), ...(copyOf !== undefined && { copyOf }) };
      const tests = await testSends.list(environmentId, wanted, pageRequest('tests', paging));
      return showPage('tests', tests, (test) => test);
    },
  );

  /** Nothing in it is secret: it is signed by a key that is thrown away. */
  const example = (tenant: Snapshot, settings: WebhookSettings, id: string, wanted: string | undefined) => {
    const type = typeFor(settings, wanted);
    const now = clock.now();
    const webhook = unsaved(tenant, settings, id, makeSecret({ scheme: 'hmac' }));
    const request = tester.preview(
      destinationOf(tenant, webhook),
      exampleFor(tenant, settings, type, newId(now), now),
    );
    const integration = settings.firing === 'explicit' ? integrationOf(id) : null;
    const { payload } = settings;
    const { success, error } = findDialect(payload.dialect)?.answers(type, payload) ?? noAnswers;
    return { type, request, responses: { success, error }, integration };
  };

  app.get(
    `${base}/:id/example`,
    {
      config: read,
      schema: {
        tags,
        summary: 'Read what a webhook gets',
        description:
          'The request of an example event, the answers that count as success and as failure, and for an explicit webhook what tells it to fire.',
        params: idParams,
        querystring: schemas.ExampleQuery,
        response: { 200: schemas.WebhookExample, ...errors },
      },
    },
    async (request) => {
      const webhook = await access.existing(request);
      return example(request.tenant, webhook, webhook.id, request.query.type) as never;
    },
  );
  app.post(
    `${base}/:id/example`,
    {
      config: read,
      schema: {
        tags,
        summary: 'Preview what a webhook would get with other settings',
        params: idParams,
        body: schemas.ExampleBody,
        response: { 200: schemas.WebhookExample, ...errors },
      },
    },
    async (request) => {
      const present = await access.existing(request);
      const { settings: input = {}, type } = request.body ?? {};
      const settings = altered(request.tenant, present, input);
      return example(request.tenant, settings, present.id, type) as never;
    },
  );
  app.post(
    `${base}/example`,
    {
      config: read,
      schema: {
        tags,
        summary: 'Preview what a webhook would get before it is saved',
        params,
        body: schemas.UnsavedExampleBody,
        response: { 200: schemas.WebhookExample, ...errors },
      },
    },
    async (request) => {
      const { settings } = begun(request.tenant, request.body.settings);
      return example(request.tenant, settings, unsavedId, request.body.type) as never;
    },
  );
};

/** Stands in a snippet for the id that a webhook gets when it is saved. */
const unsavedId = '00000000-0000-7000-8000-000000000000';

const noAnswers = { success: null, error: null };

/** @throws Refusal when the catalogue has no such type, or the webhook's dialect no word for it */
function typeFor({ events, payload }: WebhookSettings, wanted: string | undefined): string {
  const gets = (type: string) => selects(events, type) && expressible(payload, type);
  const type = wanted ?? testTypeOf(gets);
  if (!findEventType(type)) {
    throw new Refusal('unknown_event_type', { type, path: 'type', nearest: nearestTypes(type, 3) });
  }
  if (expressible(payload, type)) return type;
  throw refuse([invalid('type', `cannot be ${type}: the dialect ${payload.dialect} has no way to say it`)]);
}

/** An example that the webhook's own filters would let through: its department, its business unit. */
function exampleFor(
  { directory }: Snapshot,
  { routing }: WebhookSettings,
  ...made: Parameters<typeof exampleEvent>
): StoredEvent {
  const example = exampleEvent(...made);
  const name = (ids: readonly string[]) => directory.byId(ids[0] ?? '')?.name;
  const requestFrom = name(routing.requestFrom);
  const [department, businessUnit, template] = [
    name(routing.departments),
    name(routing.businessUnits),
    name(routing.templates),
  ];
  const own = {
    ...(requestFrom && { requestFrom: [requestFrom] }),
    ...(department && { department }),
    ...(businessUnit && { businessUnit }),
    ...(template && { template }),
  };
  return Object.keys(own).length === 0 ? example : { ...example, routing: { ...example.routing, ...own } };
}

const integrationOf = (uuid: string) => ({
  description:
    'The webhook fires only when told: put this into the envelope (PUT …/envelopes/{envelopeId}), or couple the webhook with a template.',
  snippet: { integrations: [{ uuid }] },
});
