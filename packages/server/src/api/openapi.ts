// The OpenAPI document, made from the route schemas. A copy is committed as openapi.json and compared by a test.
import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';

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
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    security: [{ key: [] }],
    tags: [
      { name: 'catalogue', description: 'The types of events that there are' },
      { name: 'tenants', description: 'Organizations, applications, keys' },
      { name: 'directory', description: 'Departments, source systems, business units and templates' },
      { name: 'webhooks', description: 'Where events go' },
      { name: 'events', description: 'What happened' },
      { name: 'deliveries', description: 'What was sent, and what was answered' },
      { name: 'sources', description: 'E-signature platforms that post to Signpost' },
      { name: 'operations', description: 'Health and metrics' },
    ],
  },
};
