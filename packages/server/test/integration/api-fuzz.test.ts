// Whatever is posted, the answer is 2xx or a 4xx in the one form: never a 5xx, and the server goes on working.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RawAnswer, rawRequest } from '../harness/http.ts';
import { rootKey, startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let tenant: Tenant;
let inbound: string;

beforeAll(async () => {
  signpost = await startSignpost();
  tenant = await signpost.tenant();
  // What the right event and the right webhook name.
  const directory = `/api/v1/organizations/${tenant.organizationId}`;
  await signpost.call('POST', `${directory}/source-systems`, { name: 'a' });
  await signpost.call('POST', `${directory}/departments`, { name: 'd' });
  const source = { platform: 'documenso', name: 's', secret: 'secret' };
  inbound = new URL((await tenant.call('POST', '/sources', source)).body.url).pathname;
});
afterAll(() => signpost.stop());

const boundedRun = {
  seed: 20_260_131,
  numRuns: 300,
  interruptAfterTimeLimit: 1_500,
  markInterruptAsFailure: false,
};

const good: Readonly<Record<string, object>> = {
  events: {
    id: 'e-1',
    type: 'signer.signed',
    occurredAt: '2026-01-31T10:00:00Z',
    severity: 'info',
    envelopeId: 'E',
    envelope: { externalId: 'x', title: 't' },
    routing: { requestFrom: ['a'], department: 'd', trigger: 'page', appId: null },
    content: { a: [1, 'x', null] },
  },
  webhooks: {
    name: 'w',
    url: 'https://example.com',
    description: 'd',
    firing: 'implicit',
    events: { mode: 'only', types: ['signer.*'] },
    routing: { requestFrom: ['a'], departments: ['d'], triggers: ['page'], appIds: [], receives: 'matching' },
    delivery: {
      timeoutSeconds: 5,
      verifyTls: true,
      ca: null,
      headers: { 'X-A': '1' },
      retrySchedule: ['5s'],
    },
    auth: {
      type: 'oauth2',
      tokenUrl: 'https://login.example.com/token',
      grant: 'password',
      clientId: 'c',
      clientSecret: 's',
      username: 'u',
      password: 'p',
      scope: null,
    },
  },
  sources: { platform: 'documenso', name: 's', secret: 'secret' },
};
const names = [
  ...Object.values(good).flatMap((body) => Object.keys(body)),
  ...['title', 'requestFrom', 'mode', 'types', 'headers', '__proto__', 'constructor', 'toJSON', ''],
];

const name = fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 5 }));
const leaf = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '\0',
    '\ud800',
    '9999-12-31T23:59:59Z',
    '2016-12-31T23:59:60Z',
    'signer.signed',
    '1e400',
    '*',
  ),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(name, tie('value')), { maxLength: 5 }).map(toObject),
  ),
}));

/** With its own `__proto__`, as JSON.parse would make it. */
function toObject(entries: [string, unknown][]): unknown {
  const members = entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}`);
  return JSON.parse(`{${members.join()}}`);
}

/** A good body with some of its values exchanged, at any depth. */
function mutated(body: object): fc.Arbitrary<unknown> {
  return fc.array(fc.tuple(fc.nat(), anyValue), { minLength: 1, maxLength: 3 }).map((changes) => {
    const copy = structuredClone(body);
    for (const [at, value] of changes) {
      const places = placesIn(copy);
      const place = places[at % places.length];
      if (place) Object.assign(place.owner, { [place.key]: value });
    }
    return copy;
  });
}

function placesIn(owner: object): { owner: object; key: string }[] {
  return Object.entries(owner).flatMap(([key, value]) => [
    { owner, key },
    ...(typeof value === 'object' && value !== null ? placesIn(value) : []),
  ]);
}

/** Its text with a few bytes exchanged: mostly no JSON any more. */
const broken = (body: object) =>
  fc
    .array(fc.tuple(fc.nat(), fc.constantFrom(...Buffer.from('{}[]",:\\0eu'), 0, 128, 255)), { maxLength: 4 })
    .map((changes) => {
      const bytes = Buffer.from(JSON.stringify(body));
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      return bytes;
    });

const shapesOf = (body: object) =>
  fc.oneof(
    { weight: 3, arbitrary: mutated(body).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.array(mutated(body), { maxLength: 3 }).map((list) => JSON.stringify(list)) },
    { weight: 1, arbitrary: anyValue.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: broken(body) },
  );

function expectKindAnswer({ status, text, headers }: RawAnswer): void {
  expect(status, text).toBeLessThan(500);
  if (status < 300) return;
  const { error } = JSON.parse(text);
  expect(error).toEqual({
    code: expect.stringMatching(/^[a-z0-9_]+$/),
    message: expect.stringMatching(/./),
    details: expect.objectContaining({ remedy: expect.stringMatching(/./) }),
    requestId: headers['x-request-id'],
  });
}

const post = (path: string, body: string | Buffer, headers: Record<string, string>) =>
  rawRequest(signpost.app.url, {
    method: 'POST',
    path,
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });

it.each(Object.entries(good))(
  '%s: bodies of every shape get 2xx or a 4xx in the one form',
  async (route, body) => {
    const path = `/api/v1/applications/${tenant.appId}/envs/PRODUCTION/${route}`;
    const key = { authorization: `Bearer ${tenant.key}` };
    await fc.assert(
      fc.asyncProperty(shapesOf(body), async (text) => expectKindAnswer(await post(path, text, key))),
      boundedRun,
    );
    // One good body still works, and what was stored can be read.
    expect(
      (await post(path, JSON.stringify({ ...body, ...(route === 'events' && { id: 'after' }) }), key)).status,
    ).toBeLessThan(300);
    expect((await tenant.call('GET', `/${route}?limit=200`)).status).toBe(200);
  },
);

it.each([
  ['/business-units', { name: 'u', companies: [{ name: 'c', fields: { costCenter: '42' } }] }],
  ['/templates', { name: 't', webhooks: [] }],
  [
    '',
    {
      name: 'o',
      plan: 'basic',
      profile: 'emsigner',
      policies: {
        routing: 'open',
        authTypes: ['none'],
        defaultSuccess: { status: '2xx', body: { path: 'code', equals: '200' } },
        defaultRetrySchedule: ['5s'],
      },
    },
  ],
])('organizations%s: bodies of every shape get 2xx or a 4xx in the one form', async (segment, body) => {
  const path = `/api/v1/organizations${segment && `/${tenant.organizationId}${segment}`}`;
  const key = { authorization: `Bearer ${rootKey}` };
  await fc.assert(
    fc.asyncProperty(shapesOf(body), async (text) => expectKindAnswer(await post(path, text, key))),
    boundedRun,
  );
  expect((await post(path, JSON.stringify({ ...body, name: 'after' }), key)).status).toBe(201);
  expect((await rawRequest(signpost.app.url, { path: `${path}?limit=200`, headers: key })).status).toBe(200);
});

it('the inbound URL: posts of every shape get 2xx or a 4xx in the one form', async () => {
  const documenso = {
    event: 'DOCUMENT_SIGNED',
    payload: { id: 1, title: 't', recipients: [{ id: 1, token: 't' }] },
    createdAt: 'x',
  };
  const shapes = fc.oneof(
    mutated(documenso).map((value) => JSON.stringify(value)),
    broken(documenso),
  );
  await fc.assert(
    fc.asyncProperty(shapes, async (text) =>
      expectKindAnswer(await post(inbound, text, { 'x-documenso-secret': 'secret' })),
    ),
    boundedRun,
  );
  expect((await post(inbound, JSON.stringify(documenso), { 'x-documenso-secret': 'secret' })).status).toBe(
    200,
  );
});

it('any path and query gets an answer below 500', async () => {
  const id = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }).map((text) => encodeURIComponent(text.toWellFormed())),
    fc.webPath(),
  );
  const lists = fc.constantFrom('events', 'deliveries', 'webhooks', 'alerts', 'sources', 'x');
  const parameter = fc.constantFrom(
    'q',
    'type',
    'envelopeId',
    'webhookId',
    'eventId',
    'cursor',
    'from',
    'to',
    'status',
    'state',
    'limit',
  );
  const headers = { authorization: `Bearer ${tenant.key}` };
  await fc.assert(
    fc.asyncProperty(lists, id, parameter, id, async (list, part, query, value) => {
      const base = `/api/v1/applications/${tenant.appId}/envs/PRODUCTION/${list}`;
      for (const path of [`${base}/${part}`, `${base}?${query}=${value}`]) {
        const answer = await rawRequest(signpost.app.url, { path, headers });
        expectKindAnswer(answer);
      }
    }),
    { ...boundedRun, numRuns: 200 },
  );
});
