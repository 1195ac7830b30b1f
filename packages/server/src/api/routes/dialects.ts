// The receiver formats that Signpost speaks, for whoever configures webhooks. The same for every tenant.
import type { Dialect } from '../../dialects/dialect.ts';
import { dialects } from '../../dialects/index.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';

export const dialectRoutes: Routes = (app) => {
  app.get(
    '/dialects',
    {
      config: { access: 'anybody' },
      schema: {
        tags: ['catalogue'],
        summary: 'All receiver formats',
        description: 'What a webhook may choose as `payload.dialect`, and what each can do.',
        response: { 200: schemas.wholeOf(schemas.Dialect), '4xx': schemas.ErrorAnswer },
      },
    },
    async () => ({ data: dialects.map(show), nextCursor: null }) as never,
  );
};

function show(dialect: Dialect) {
  const { name, title, meaning, contentTypes, schemes, options, takenNames, headers } = dialect;
  const { success, successNote, wantsToken } = dialect;
  const docs = `docs/dialects/${name}.md`;
  // biome-ignore format: one line for what it speaks, one for what it expects
  return {
    name, title, meaning, contentTypes, schemes, options, takenNames, headers,
    success, successNote, wantsToken, docs,
  };
}
