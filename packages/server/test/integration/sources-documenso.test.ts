// A Documenso source end to end: configured, posted to, verified, translated, delivered once (N12).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limit } from '../../src/domain/limits.ts';
import { type RawRequest, rawRequest, refusal } from '../harness/http.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
/** Another node on the same database. */
let second: TestSignpost;
let receiver: Receiver;

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
  second = await startSignpost({ databaseUrl: signpost.databaseUrl });
});
afterAll(async () => {
  await second.stop();
  await signpost.stop();
  await receiver.stop();
});

const secret = 'shared-with-documenso';
let paths = 0;

async function tenantWithSource() {
  const tenant = await signpost.tenant();
  const path = `/documenso/${paths++}`;
  await tenant.webhook(receiver.url(path));
  return { tenant, path, source: await createSource(tenant) };
}

async function createSource(tenant: Tenant, name = 'Our Documenso') {
  const { status, body } = await tenant.call('POST', '/sources', { platform: 'documenso', name, secret });
  expect(status).toBe(201);
  return body as { readonly id: string; readonly url: string; readonly createdAt: string };
}

/** As Documenso posts. */
function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = { 'x-documenso-secret': secret },
) {
  const { origin, pathname } = new URL(url);
  const bytes = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const request: RawRequest = { method: 'POST', path: pathname, body: bytes };
  return rawRequest(origin, { ...request, headers: { 'content-type': 'application/json', ...headers } });
}

const recipient = {
  id: 52,
  email: 'ada@example.com',
  name: 'Ada Lovelace',
  token: 'tok-of-ada',
  role: 'SIGNER',
  signedAt: '2026-01-05T10:00:00.000Z',
  readStatus: 'OPENED',
  signingStatus: 'SIGNED',
};
const payload = {
  id: 10,
  envelopeId: 'envelope_ten',
  externalId: 'LOS-1',
  title: 'Loan agreement',
  createdAt: '2026-01-05T09:00:00.000Z',
  recipients: [recipient],
  Recipient: [recipient],
};
const signed = (createdAt = '2026-01-05T10:00:01.000Z', changed: object = {}) => ({
  event: 'DOCUMENT_SIGNED',
  payload: { ...payload, ...changed },
  createdAt,
  webhookEndpoint: 'https://in.example/secret-path',
});

/** The ids that arrived on the path, after a last event that comes behind all others. */
async function arrivals(tenant: Tenant, path: string): Promise<readonly string[]> {
  const stored = (await tenant.call('GET', '/events?limit=200')).body.data.length;
  await receiver.count(path, stored);
  await tenant.send({ id: 'last' });
  const all = await receiver.count(path, stored + 1);
  return all.map(({ headers }) => String(headers['webhook-id'])).filter((id) => id !== 'last');
}

it('a post with the right secret arrives at the webhooks, translated, without signing tokens', async () => {
  const { tenant, path, source } = await tenantWithSource();
  expect(source.url).toMatch(new RegExp(`^${signpost.app.url}/in/[A-Za-z0-9]{32}$`));
  const answer = await post(source.url, signed());
  expect(answer).toMatchObject({ status: 200, text: '{"status":"accepted"}' });
  const { body } = await receiver.next(path);
  const { id } = (await tenant.call('GET', '/events')).body.data[0];
  expect(JSON.parse(body.toString())).toEqual({
    id,
    type: 'signer.signed',
    timestamp: '2026-01-05T10:00:00.000Z',
    severity: 'info',
    envelope: { id: 'envelope_ten', externalId: 'LOS-1', title: 'Loan agreement' },
    signer: { id: '52', name: 'Ada Lovelace', email: 'ada@example.com', role: 'SIGNER' },
    platform: { platform: 'documenso', type: 'DOCUMENT_SIGNED', id: null },
    routing: expect.any(Object),
    data: {
      ...signed(),
      payload: {
        ...payload,
        recipients: [{ ...recipient, token: '[redacted]' }],
        Recipient: [{ ...recipient, token: '[redacted]' }],
      },
      webhookEndpoint: '[redacted]',
    },
  });
  expect((await tenant.call('GET', `/events/${id}`)).body).toMatchObject({
    sourceId: source.id,
    envelope: { id: 'envelope_ten' },
    signer: { name: 'Ada Lovelace' },
    platform: { type: 'DOCUMENT_SIGNED' },
    deliveryCount: 1,
  });
});

describe('the same post again is answered as a duplicate and delivered once', () => {
  it('when Documenso retries it, with another outer time', async () => {
    const { tenant, path, source } = await tenantWithSource();
    await post(source.url, signed());
    const retry = await post(source.url, signed('2026-01-05T10:05:01.000Z'));
    expect(retry).toMatchObject({ status: 200, text: '{"status":"duplicate"}' });
    expect(await arrivals(tenant, path)).toHaveLength(1);
  });

  it('but what happened to another document, or later, is another event', async () => {
    const { tenant, path, source } = await tenantWithSource();
    await post(source.url, signed());
    for (const changed of [{ id: 11 }, { title: 'Other' }, { updatedAt: '2026-01-05T11:00:00.000Z' }]) {
      expect((await post(source.url, signed(undefined, changed))).text).toContain('accepted');
    }
    expect(await arrivals(tenant, path)).toHaveLength(4);
  });

  it('when it comes 30 times at once, to two nodes', async () => {
    const { tenant, path, source } = await tenantWithSource();
    const there = source.url.replace(signpost.app.url, second.app.url);
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        post(at % 2 ? source.url : there, signed(`2026-01-05T10:00:${10 + at}.000Z`)),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(200));
    expect(answers.filter(({ text }) => text === '{"status":"accepted"}')).toHaveLength(1);
    expect(await arrivals(tenant, path)).toHaveLength(1);
  });

  it('once for each of two sources that hear of it', async () => {
    const { tenant, path, source } = await tenantWithSource();
    const other = await createSource(tenant, 'The second');
    for (const url of [source.url, other.url, other.url, source.url]) await post(url, signed());
    expect(await arrivals(tenant, path)).toHaveLength(2);
    const { data } = (await tenant.call('GET', '/events')).body;
    const sources = data.map(({ sourceId }: { sourceId: string | null }) => sourceId).filter(Boolean);
    expect(sources.sort()).toEqual([source.id, other.id].sort());
  });
});

describe('a post is refused', () => {
  it.each([
    ['a wrong secret', { 'x-documenso-secret': `${secret}x` }],
    ['no secret', {}],
    ['an empty secret', { 'x-documenso-secret': '' }],
  ])('with %s, and nothing of it is kept', async (_name, headers) => {
    const { tenant, source } = await tenantWithSource();
    const answer = await post(source.url, signed(), headers as Record<string, string>);
    expect(refusal(answer, 'source_proof_refused').reason).toContain('X-Documenso-Secret');
    expect(answer.text).not.toContain(secret);
    expect((await tenant.call('GET', '/events')).body.data).toEqual([]);
    expect((await post(source.url, signed())).text).toContain('accepted');
  });

  it('to a URL that no source has', async () => {
    const { source } = await tenantWithSource();
    for (const url of [`${signpost.app.url}/in/unknown`, source.url.slice(0, -1), `${source.url}x`]) {
      refusal(await post(url, signed()), 'not_found');
    }
    refusal(await post(`${signpost.app.url}/in/%00`, signed()), 'not_found');
    refusal(await post(`${signpost.app.url}/in/`, signed()), 'route_not_found');
  });

  it.each([
    ['nothing', '', null],
    ['no JSON', 'event=DOCUMENT_SIGNED', null],
    ['no object', '[]', null],
    ['bytes that are not UTF-8', Buffer.from('{"event":"\xff"}', 'latin1'), null],
    ['no event', '{}', 'event'],
    ['an event that is no text', '{"event":5}', 'event'],
    ['no payload', '{"event":"DOCUMENT_SIGNED"}', 'payload'],
  ])('that is not what Documenso sends: %s', async (_name, body, path) => {
    const { source } = await tenantWithSource();
    expect(refusal(await post(source.url, body), 'source_unreadable').path).toBe(path);
  });

  it('that is larger than a post may be, with the limit', async () => {
    const { source } = await tenantWithSource();
    const max = limit('inbound_body_bytes_max');
    const body = JSON.stringify(signed(undefined, { title: 'x'.repeat(max) }));
    expect(refusal(await post(source.url, body), 'body_too_large').limit).toBe(max);
  });

  it('under no usual content type: the bytes count alone', async () => {
    const { source } = await tenantWithSource();
    for (const contentType of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; x']) {
      const headers = { 'x-documenso-secret': secret, 'content-type': contentType };
      const { status } = await post(source.url, signed(), headers);
      expect([contentType, status]).toEqual([contentType, 200]);
    }
    const { origin, pathname: path } = new URL(source.url);
    const headers = { 'x-documenso-secret': secret };
    const bare = await rawRequest(origin, { method: 'POST', path, headers, body: JSON.stringify(signed()) });
    expect(bare.status).toBe(200);
  });
});

it('an event that the catalogue does not know is passed on as unmapped, with its name', async () => {
  const { path, source } = await tenantWithSource();
  const strange = {
    event: 'SOMETHING\u0000_NEW\ud800',
    payload: [1, { deep: '\u0000' }],
    createdAt: 'never',
  };
  expect((await post(source.url, strange)).status).toBe(200);
  const { body } = await receiver.next(path);
  expect(JSON.parse(body.toString())).toMatchObject({
    type: 'platform.unmapped',
    platform: { type: 'SOMETHING_NEW\ufffd' },
    data: strange,
  });
});

describe('a source', () => {
  it('never shows its secret, and its URL only when that is new', async () => {
    const { tenant, source } = await tenantWithSource();
    const path = `/sources/${source.id}`;
    const token = source.url.split('/').at(-1) ?? '';
    const shown = [
      await tenant.call('GET', path),
      await tenant.call('GET', '/sources'),
      await tenant.call('PATCH', path, { name: 'Other', secret: 'another-secret' }),
      await tenant.call('POST', `${path}/rotate-token`),
      await tenant.call('GET', path),
    ];
    for (const { status, body } of shown) {
      expect(status).toBe(200);
      const text = JSON.stringify([body, source]);
      expect(text).not.toContain('another-secret');
      expect(text).not.toContain(secret);
      expect(JSON.stringify(body)).not.toContain(token);
    }
    expect(shown[0]?.body).toEqual({
      id: source.id,
      platform: 'documenso',
      name: 'Our Documenso',
      hasSecret: true,
      lastEventAt: null,
      lastRefusedAt: null,
      protectsBody: false,
      createdAt: source.createdAt,
      updatedAt: source.createdAt,
    });
    expect(shown[2]?.body.name).toBe('Other');
  });

  it('gets a new URL, and the old one stops at once, on every node', async () => {
    const { tenant, source } = await tenantWithSource();
    const rotated = (await tenant.call('POST', `/sources/${source.id}/rotate-token`)).body;
    expect(rotated.url).toMatch(/\/in\/[A-Za-z0-9]{32}$/);
    expect(rotated.url).not.toBe(source.url);
    const nodes = [signpost.app.url, second.app.url];
    for (const node of nodes)
      refusal(await post(source.url.replace(signpost.app.url, node), signed()), 'not_found');
    for (const node of nodes) {
      expect((await post(rotated.url.replace(signpost.app.url, node), signed())).status).toBe(200);
    }
  });

  it('gets a new secret, which counts from then on; a new name leaves the secret', async () => {
    const { tenant, source } = await tenantWithSource();
    await tenant.call('PATCH', `/sources/${source.id}`, { name: 'Renamed' });
    expect((await post(source.url, signed())).status).toBe(200);
    await tenant.call('PATCH', `/sources/${source.id}`, { secret: 'new-secret' });
    refusal(await post(source.url, signed()), 'source_proof_refused');
    expect((await post(source.url, signed(), { 'x-documenso-secret': 'new-secret' })).status).toBe(200);
  });

  it('is gone after it was deleted; its events stay', async () => {
    const { tenant, source } = await tenantWithSource();
    await post(source.url, signed());
    expect((await tenant.call('DELETE', `/sources/${source.id}`)).status).toBe(204);
    refusal(await post(source.url, signed()), 'not_found');
    for (const [method, path] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/rotate-token'],
    ] as const) {
      const body = method === 'PATCH' ? { name: 'x' } : undefined;
      refusal(await tenant.call(method, `/sources/${source.id}${path}`, body), 'not_found');
    }
    expect((await tenant.call('GET', '/events')).body.data).toEqual([
      expect.objectContaining({ sourceId: source.id, type: 'signer.signed' }),
    ]);
  });

  it.each([
    ['an unknown platform', { platform: 'documensa', name: 'x' }, 'unknown_platform', 'platform'],
    ['a platform of the prototype', { platform: '__proto__', name: 'x' }, 'unknown_platform', 'platform'],
    ['no secret', { platform: 'documenso', name: 'x' }, 'missing_field', 'secret'],
    ['an empty secret', { platform: 'documenso', name: 'x', secret: '' }, 'invalid_field', 'secret'],
    ['a secret of null', { platform: 'documenso', name: 'x', secret: null }, 'invalid_field', 'secret'],
    [
      'a secret that no header can carry',
      { platform: 'documenso', name: 'x', secret: 'a\nb' },
      'invalid_field',
      'secret',
    ],
    ['no name', { platform: 'documenso', secret: 's' }, 'missing_field', 'name'],
    ['a token', { platform: 'documenso', name: 'x', secret: 's', token: 't' }, 'unknown_field', 'token'],
  ] as const)('is not created with %s', async (_name, body, code, path) => {
    const tenant = await signpost.tenant();
    expect(refusal(await tenant.call('POST', '/sources', body), code).path).toBe(path);
    expect((await tenant.call('GET', '/sources')).body.data).toEqual([]);
  });
});

const samples = join(import.meta.dirname, '../../../../../shared/samples/documenso');
const files = existsSync(samples) ? readdirSync(samples).filter((file) => file.endsWith('.json')) : [];

it.skipIf(files.length === 0)(
  'every sample of Documenso arrives once, though each is posted three times (needs ../shared/samples/documenso)',
  async () => {
    const { tenant, path, source } = await tenantWithSource();
    for (let round = 0; round < 3; round++) {
      for (const file of files) {
        const text = readFileSync(join(samples, file), 'utf8');
        expect((await post(source.url, text)).text).toContain(round === 0 ? 'accepted' : 'duplicate');
      }
    }
    expect(await arrivals(tenant, path)).toHaveLength(files.length);
    const bodies = receiver.requests(path).map(({ body }) => body.toString());
    expect(bodies.join()).not.toContain('vbT8hi3jKQmrFP_LN1WcS');
    const names = bodies.map((body) => JSON.parse(body).platform?.type).filter(Boolean);
    expect(names.sort()).toEqual(files.map((file) => file.replace('.json', '')).sort());
  },
);
