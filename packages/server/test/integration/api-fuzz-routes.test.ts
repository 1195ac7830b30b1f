// The API is fuzzed from its own description: every route of openapi.json, and those that look like a vendor's, with bodies,
// parameters and headers that are nearly right. Whatever comes, the answer is 2xx, 3xx or a 4xx in the one form, in time, without
// a word of the server's insides. `npm run test:fuzz` takes longer and begins elsewhere each time (issue 6: hostile input).
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleOf, type Schema } from '../harness/examples.ts';
import { type RawAnswer, type RawRequest, rawRequest } from '../harness/http.ts';
import { environment, makeObjects, type Objects } from '../harness/objects.ts';
import { goodPassword, setUp, type TestPerson } from '../harness/people.ts';
import { type Route, routes } from '../harness/routes.ts';
import { rootKey, startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { vendorRoutes } from '../harness/vendor-routes.ts';

const isLong = process.env['FUZZ'] === 'full';
const seed = Number(process.env['FUZZ_SEED'] ?? (isLong ? process.hrtime()[1] : 20_261_125));
const run = { seed, numRuns: isLong ? 400 : 8 };
const answerMsMax = 20_000;

let signpost: TestSignpost;
let tenant: Tenant;
let operator: TestPerson;
let objects: Objects;
let logged: string[];

beforeAll(async () => {
  logged = [];
  const note = (fields: object, message: string) => {
    if (message === 'a request failed') logged.push(JSON.stringify(fields));
  };
  const ignore = () => {};
  signpost = await startSignpost({ log: { debug: ignore, info: ignore, warn: ignore, error: note } });
  operator = await setUp(signpost);
  tenant = await signpost.tenant({ environment });
  objects = await makeObjects(signpost, tenant);
  if (isLong) process.stderr.write(`   fuzz: FUZZ_SEED=${seed} begins here again\n`);
});
afterAll(() => signpost.stop());

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    ...[
      '',
      ' ',
      '\0',
      '\ud800',
      '..',
      '../..',
      '%00',
      '%',
      "'",
      '"',
      '\\',
      '*',
      '{}',
      'null',
      'undefined',
      'NaN',
    ],
    ...[
      '__proto__',
      'constructor',
      '-1',
      '1e400',
      '9'.repeat(30),
      '2016-12-31T23:59:60Z',
      '9999-12-31T23:59:59Z',
    ],
    ...[
      '0000-01-01',
      "' OR 1=1 --",
      '#{7*7}',
      '<script>',
      'http://169.254.169.254/',
      'a'.repeat(5_000),
      '𝒜'.repeat(200),
    ],
  ),
);
const anything = fc.oneof(
  odd,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(odd, { maxLength: 3 }),
  fc.dictionary(odd, odd, { maxKeys: 3 }),
);

/** What the schema asks for, mostly; here and there something else. */
function anyOf(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const right = rightOf(schema, depth);
  return fc.oneof({ weight: depth === 0 ? 12 : 5, arbitrary: right }, { weight: 1, arbitrary: anything });
}

function rightOf(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const [first, ...others] = (schema.anyOf ?? []).map((one) => anyOf(one, depth + 1));
  if (first) return fc.oneof(first, ...others);
  if (depth > 6) return fc.constant(exampleOf(schema));
  switch (schema.type ?? '') {
    case 'object':
      return objectOf(schema, depth);
    case 'array':
      return fc.array(anyOf(schema.items ?? {}, depth + 1), { maxLength: 3 });
    case 'string':
      return fc.oneof(fc.constant(exampleOf(schema)), fc.constantFrom(...Object.values(objects)), odd);
    case 'integer':
      return fc.oneof(fc.constant(exampleOf(schema)), fc.integer(), fc.constantFrom(0, -1, 2 ** 31, 2 ** 53));
    case 'number':
      return fc.double();
    case 'boolean':
      return fc.boolean();
    default:
      return anything;
  }
}

function objectOf({ properties = {}, required = [] }: Schema, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, anyOf(field, depth + 1)]),
  );
  const right = fc.record(fields, {
    requiredKeys: required.filter((name) => name in fields),
  });
  const more = fc.dictionary(odd, anything, { maxKeys: 1 });
  return fc.oneof(
    { weight: 6, arbitrary: right },
    { weight: 1, arbitrary: fc.tuple(right, more).map(([one, other]) => ({ ...one, ...other })) },
  );
}

/** With ids of objects that there are, mostly. */
function pathOf({ path, query }: Route): fc.Arbitrary<string> {
  const parts = path.split('/').map((part, at, all) => {
    if (!/^\{\w+\}$/.test(part)) return fc.constant(part);
    const real = { '{orgId}': tenant.organizationId, '{appId}': tenant.appId, '{env}': environment }[part];
    const id = real ?? objects[all[at - 1] ?? ''] ?? 'x';
    return fc.oneof({ weight: 8, arbitrary: fc.constant(id) }, { weight: 1, arbitrary: odd }).map(encoded);
  });
  const asked = query.map(({ name, schema }) =>
    fc.option(
      fc.oneof(anyOf(schema, 1), odd).map((value) => `${name}=${encoded(value)}`),
      { nil: '' },
    ),
  );
  const extra = fc.option(
    fc.tuple(odd, odd).map(([name, value]) => `${encoded(name)}=${encoded(value)}`),
    { nil: '', freq: 6 },
  );
  return fc
    .tuple(fc.tuple(...parts), fc.tuple(...asked, extra))
    .map(([segments, pairs]) => `${segments.join('/')}?${pairs.filter(Boolean).join('&')}`);
}

const encoded = (value: unknown) =>
  encodeURIComponent((typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed());

const oddHeader = fc.tuple(
  fc.constantFrom(
    'if-match',
    'idempotency-key',
    'accept',
    'accept-language',
    'x-forwarded-for',
    'range',
    'content-type',
    'origin',
    'host',
    'x-signpost-csrf',
    'user-agent',
  ),
  odd.map((text) => text.replace(/[^\t\x20-\x7e]/g, '') || 'x'),
);

function requestOf(route: Route): fc.Arbitrary<RawRequest> {
  const body =
    route.body === null
      ? fc.constant(undefined)
      : anyOf(route.body).map((value) => JSON.stringify(value) ?? '');
  const headers = fc.option(oddHeader, { nil: null, freq: 4 });
  return fc.record({ path: pathOf(route), body, headers }).map(({ path, body, headers }) => ({
    method: route.method,
    path,
    ...(body !== undefined && { body }),
    headers: { 'content-type': 'application/json', ...(headers && { [headers[0]]: headers[1] }) },
  }));
}

/** Who asks: the operator, as a person, whose session some routes end. */
async function session(): Promise<Record<string, string>> {
  const { browser, email } = operator;
  const me = await browser.call('GET', '/api/v1/me');
  if (me.status !== 200) {
    const answer = await browser.call('POST', '/api/v1/auth/sign-in', { email, password: goodPassword });
    if (answer.status !== 200) throw new Error(`Nobody can sign in any more: ${JSON.stringify(answer.body)}`);
  }
  return { cookie: `signpost_session=${browser.cookies.get('signpost_session')}`, 'x-signpost-csrf': '1' };
}

const insides =
  /node_modules|node:internal|\bat \S+ \(|\.ts:\d+|\bSELECT\b.*\bFROM\b|\bINSERT INTO\b|violates|relation "|ECONNREFUSED|ENOENT|kysely|postgres/i;

function expectGoodAnswer({ status, text, headers }: RawAnswer, isVendors: boolean): void {
  expect(status, `${text}\n${logged.at(-1) ?? ''}`).toBeLessThan(500);
  if (status < 400 || text === '') return;
  expect(text).not.toMatch(insides);
  if (isVendors) return;
  const { error } = JSON.parse(text);
  expect(error).toEqual({
    code: expect.stringMatching(/^[a-z0-9_]+$/),
    message: expect.stringMatching(/./),
    details: expect.objectContaining({ remedy: expect.stringMatching(/./) }),
    requestId: headers['x-request-id'],
  });
}

async function fuzz(
  route: Route,
  headers: Readonly<Record<string, string>>,
  isVendors = false,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(requestOf(route), async (request) => {
      const answer = await within(
        rawRequest(signpost.app.url, { ...request, headers: { ...headers, ...request.headers } }),
      );
      expectGoodAnswer(answer, isVendors);
    }),
    run,
  );
}

async function within<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`No answer within ${answerMsMax} ms.`)), answerMsMax);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}

const longMs = isLong ? 600_000 : 60_000;

describe('every route', { timeout: longMs }, () => {
  it.each(routes.map((route) => [route.name, route] as const))('%s', async (_name, route) => {
    await fuzz(route, await session());
    if (route.path.includes('{appId}')) await fuzz(route, { authorization: `Bearer ${tenant.key}` });
  });
});

describe("every route of a vendor's API", { timeout: longMs }, () => {
  it.each(vendorRoutes.map((route) => [route.name, route] as const))('%s', async (_name, route) => {
    await fuzz(route, { authorization: `Bearer ${tenant.key}` }, true);
    await fuzz(route, {}, true);
  });
});

it('after all of it works as before, for everybody', async () => {
  expect(logged).toEqual([]);
  expect(await session()).toBeTruthy();
  const fresh = await signpost.tenant();
  expect((await fresh.send()).id).toBeTruthy();
  for (const path of ['/healthz', '/readyz', '/api/v1/catalogue'])
    expect(
      (await rawRequest(signpost.app.url, { path, headers: { authorization: `Bearer ${rootKey}` } })).status,
    ).toBeLessThan(500);
});
