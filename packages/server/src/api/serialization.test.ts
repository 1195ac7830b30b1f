import { expect, it } from 'vitest';
import { silentLog } from '../observe/log.ts';
import type { ApiDeps } from './route.ts';
import { serializerOf } from './serialization.ts';
import { createApi } from './server.ts';

interface Operation {
  readonly responses: Readonly<Record<string, { content?: Record<string, { schema?: object }> }>>;
}

it('every answer in the API document can be written by its schema', async () => {
  const api = await createApi({
    rootKey: 'none',
    consoleFolder: null,
    log: silentLog,
    tails: { stop: async () => {} },
  } as unknown as ApiDeps);
  await api.ready();
  const { paths } = api.swagger() as unknown as { paths: Record<string, Record<string, Operation>> };
  await api.close();
  const schemas = Object.values(paths)
    .flatMap((path) => Object.values(path))
    .flatMap(({ responses }) => Object.values(responses))
    .map(({ content }) => content?.['application/json']?.schema)
    .filter((schema) => schema !== undefined);
  expect(schemas.length).toBeGreaterThan(100);
  // Compiled before it looks at the answer; what an empty one lacks is no matter here.
  const failures = schemas.flatMap((schema) => {
    try {
      serializerOf(schema)({});
      return [];
    } catch (error) {
      return / is required!$| does not match schema definition\.$/.test(String(error)) ? [] : [String(error)];
    }
  });
  expect(failures).toEqual([]);
});

it('an answer is written by its schema, and nothing else of it', () => {
  const serialize = serializerOf({ type: 'object', properties: { id: { type: 'string' } } });
  expect(serialize({ id: 'a', secret: 'b' })).toBe('{"id":"a"}');
});
