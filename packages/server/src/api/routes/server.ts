// What this server is and how it is set up, for whoever operates it.
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';

export const serverRoutes: Routes = (app, { server, publicUrl, workersAlive }) => {
  app.get(
    '/server',
    {
      config: { access: 'root' },
      schema: {
        tags: ['operations'],
        summary: 'What this server is',
        description: 'Its version, and what its settings say that concerns whoever administers it.',
        response: { 200: schemas.Server, '4xx': schemas.ErrorAnswer },
      },
    },
    async () => ({ ...server, publicUrl: publicUrl(), workersAlive: await workersAlive() }),
  );
};
