// The OpenAPI document, made from the route schemas. A copy is committed as openapi.json and compared by a test.
import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { RouteOptions } from 'fastify';

export const openApi: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Signpost',
      version: '1',
      description:
        'The webhook layer for e-signature. Every error answers `{error: {code, message, details, requestId}}`; lists are newest first and are continued with `cursor`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'signpost_session',
          description:
            'Of a person who signed in. Requests that change something need the header x-signpost-csrf as well.',
        },
      },
    },
    security: [{ key: [] }, { session: [] }],
    tags: [
      { name: 'sign-in', description: 'Who somebody is' },
      { name: 'me', description: 'The own account' },
      { name: 'members', description: 'Who belongs to an organization' },
      { name: 'identity providers', description: 'Where people sign in with OpenID Connect' },
      { name: 'people', description: 'Everybody on this server' },
      { name: 'catalogue', description: 'The types of events that there are' },
      { name: 'tenants', description: 'Organizations, applications, keys' },
      { name: 'audit', description: 'Who did what, when, from where' },
      { name: 'directory', description: 'Departments, source systems, business units and templates' },
      { name: 'webhooks', description: 'Where events go' },
      { name: 'inboxes', description: 'Addresses of this server that show what webhooks send' },
      { name: 'events', description: 'What happened' },
      { name: 'deliveries', description: 'What was sent, and what was answered' },
      { name: 'alerts', description: 'What is wrong with webhooks, and what is done about it' },
      { name: 'sources', description: 'E-signature platforms that post to Signpost' },
      { name: 'operations', description: 'Health and metrics' },
    ],
  },
};

/** An onRoute hook: what a route asks of its caller stands in the document, as `x-access`. */
export function showAccess(route: RouteOptions): void {
  const access = route.config?.access;
  if (access !== undefined)
    route.schema = { ...route.schema, 'x-access': access } as RouteOptions['schema'] & object;
}
