// For the operator's monitoring: everything that is counted, in the text format of Prometheus.
import { Type } from 'typebox';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';

export const metricsRoutes: Routes = (app, { metrics }) => {
  app.get(
    '/metrics',
    {
      config: { access: 'operator' },
      schema: {
        tags: ['operations'],
        summary: 'Metrics for Prometheus',
        description:
          'Open to callers on the same machine that come without a proxy; from elsewhere with the root key.',
        security: [{ key: [] }, {}],
        response: {
          200: { content: { 'text/plain': { schema: Type.String() } }, description: 'Text format 0.0.4.' },
          '4xx': schemas.ErrorAnswer,
        },
      },
      serializerCompiler: () => String,
    },
    async (_request, reply) => reply.type(metrics.contentType).send((await metrics.render()) as never),
  );
};
