// For whoever runs the server: is the process alive, and can it do its work.
import { Type } from 'typebox';
import { Refusal } from '../../domain/errors.ts';
import type { Routes } from '../route.ts';

const answer = { 200: Type.Object({ status: Type.Literal('ok') }) };

export const healthRoutes: Routes = (app, { isReady }) => {
  app.get(
    '/healthz',
    { schema: { tags: ['operations'], summary: 'Alive', security: [], response: answer } },
    async () => ({
      status: 'ok' as const,
    }),
  );
  app.get(
    '/readyz',
    { schema: { tags: ['operations'], summary: 'Ready for work', security: [], response: answer } },
    async () => {
      if (!(await isReady())) throw new Refusal('store_unavailable');
      return { status: 'ok' as const };
    },
  );
};
