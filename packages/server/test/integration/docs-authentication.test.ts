// The requests of docs/authentication.md, made as they stand there.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

const page = readFileSync(new URL('../../../../docs/authentication.md', import.meta.url), 'utf8');
const bodies = [...page.matchAll(/POST \$BASE\/webhooks .*? -d '(\{.*?\n\})'/gs)].map(
  ([, body]) => body ?? '',
);

let signpost: TestSignpost;
let tenant: Tenant;
beforeAll(async () => {
  signpost = await startSignpost();
  tenant = await signpost.tenant();
});
afterAll(() => signpost.stop());

it('are one for each type that needs no file', () => {
  const types = bodies.map((body) => JSON.parse(body).auth.type);
  expect(types).toEqual(['none', 'basic', 'custom', 'bearer', 'oauth2', 'oauth2']);
});

it.each(bodies.map((body) => [JSON.parse(body).auth.type, body]))('are accepted: %s', async (type, body) => {
  expect(await tenant.call('POST', '/webhooks', body)).toMatchObject({
    status: 201,
    body: { auth: { type } },
  });
});
