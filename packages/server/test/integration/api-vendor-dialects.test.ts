// Receivers that were written for another vendor, over the API and the wire: their own secret is given, the vendor's
// signature verifies by it, and their own answer counts.
import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import type { ReceivedRequest } from '../harness/recorded.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let receiver: Receiver;
let tenant: Tenant;

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
  tenant = await signpost.tenant();
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
});

const vendorKey = 'cNCzmGjBs6rmcIFqHhTPqHm4yAFa9zU4mWbnvOy1x3o=';
const docusign = { payload: { dialect: 'docusign-connect' } };
const create = (path: string, settings: object) =>
  tenant.call('POST', '/webhooks', { name: path, url: receiver.url(path), ...settings });
const sent = (envelope = 'env-1') =>
  tenant.send({ type: 'envelope.sent', envelopeId: envelope, content: { status: 'sent' } });
const refused = (code: string, path: string) => ({ body: { error: { code, details: { path } } } });
const base64Hmac = (key: string, body: Buffer) => createHmac('sha256', key).update(body).digest('base64');
const signatures = ({ headers }: ReceivedRequest) =>
  Object.entries(headers)
    .filter(([name]) => name.startsWith('x-docusign-signature-'))
    .map(([, value]) => value);

describe('a secret that is given', () => {
  it('signs as the vendor does, and is in no answer', async () => {
    const created = await create('/given', { ...docusign, signing: { secret: vendorKey } });
    expect(created).toMatchObject({ status: 201, body: { secret: null, signing: { scheme: 'hmac' } } });
    const { id } = created.body;
    await sent();
    const request = await receiver.next('/given');
    expect(signatures(request)).toEqual([base64Hmac(vendorKey, request.body)]);
    const shown = await Promise.all([
      tenant.call('GET', `/webhooks/${id}`),
      tenant.call('GET', '/webhooks'),
      tenant.call('PATCH', `/webhooks/${id}`, { description: 'x' }),
      tenant.call('GET', `/webhooks/${id}/example`),
    ]);
    expect(JSON.stringify([created, ...shown])).not.toContain(vendorKey);
  });

  it('verifies by the public library too, as text or as whsec_', async () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    await create('/whsec', { ...docusign, signing: { secret } });
    await create('/raw', { ...docusign, signing: { secret: vendorKey } });
    await sent();
    for (const [path, webhook] of [
      ['/whsec', new Webhook(secret)],
      ['/raw', new Webhook(vendorKey, { format: 'raw' })],
    ] as const) {
      const { body, headers } = await receiver.next(path);
      expect(() => webhook.verify(body, headers as Record<string, string>)).not.toThrow();
    }
  });

  it('replaces one that was made here, and both sign until the overlap ends (G14)', async () => {
    const { body: created } = await create('/rotated', docusign);
    expect(created.secret).toMatch(/^whsec_/);
    const rotated = await tenant.call('POST', `/webhooks/${created.id}/rotate-secret`, { secret: vendorKey });
    expect(rotated).toMatchObject({ status: 200, body: { secret: null } });
    await sent();
    const request = await receiver.next('/rotated');
    expect(signatures(request)).toEqual([
      base64Hmac(vendorKey, request.body),
      base64Hmac(created.secret, request.body),
    ]);
  });

  it.each([
    ['too short', { secret: '1234567' }, 'signing.secret'],
    ['no base64', { secret: 'whsec_12345678' }, 'signing.secret'],
    ['not ASCII', { secret: 'schlüssel1' }, 'signing.secret'],
    ['with a key pair', { scheme: 'ed25519', secret: '12345678' }, 'signing.secret'],
    ['of another type', { secret: 12345678 }, 'signing.secret'],
  ])('is refused when it is %s, without being repeated', async (_name, signing, path) => {
    const answer = await create('/refused', { signing });
    expect(answer).toMatchObject(refused('invalid_field', path));
    expect(JSON.stringify(answer.body)).not.toContain(String(signing.secret));
  });

  it('is refused on rotation, and the present one goes on signing', async () => {
    const { body: created } = await create('/kept', docusign);
    const path = `/webhooks/${created.id}/rotate-secret`;
    expect(await tenant.call('POST', path, { secret: 'short' })).toMatchObject(
      refused('invalid_field', 'secret'),
    );
    await sent();
    const request = await receiver.next('/kept');
    expect(signatures(request)).toEqual([base64Hmac(created.secret, request.body)]);
  });

  it('signs a test of settings that are not saved yet', async () => {
    const settings = {
      name: 'Test',
      url: receiver.url('/unsaved'),
      ...docusign,
      signing: { secret: vendorKey },
    };
    const { body } = await tenant.call('POST', '/webhooks/test', { settings, type: 'envelope.sent' });
    expect(body).toMatchObject({ outcome: 'succeeded', secret: null });
    const request = await receiver.next('/unsaved');
    expect(signatures(request)).toEqual([base64Hmac(vendorKey, request.body)]);
  });
});

describe('a key pair cannot make the HMAC of a vendor', () => {
  it('so it is refused with such a dialect, on creation, change and rotation', async () => {
    const pair = { signing: { scheme: 'ed25519' } };
    expect(await create('/pair', { ...docusign, ...pair })).toMatchObject(
      refused('invalid_field', 'signing.scheme'),
    );
    const { body: ours } = await create('/pair', pair);
    expect(await tenant.call('PATCH', `/webhooks/${ours.id}`, docusign)).toMatchObject(
      refused('invalid_field', 'payload.dialect'),
    );
    const { body: theirs } = await create('/pair', docusign);
    expect(
      await tenant.call('POST', `/webhooks/${theirs.id}/rotate-secret`, { scheme: 'ed25519' }),
    ).toMatchObject(refused('invalid_field', 'scheme'));
  });

  it('and is left out of the vendor’s signatures while it still signs during an overlap', async () => {
    const { body: created } = await create('/left', { signing: { scheme: 'ed25519' } });
    await tenant.call('POST', `/webhooks/${created.id}/rotate-secret`, { scheme: 'hmac', secret: vendorKey });
    expect((await tenant.call('PATCH', `/webhooks/${created.id}`, docusign)).status).toBe(200);
    await sent();
    const request = await receiver.next('/left');
    expect(signatures(request)).toEqual([base64Hmac(vendorKey, request.body)]);
    expect(String(request.headers['webhook-signature']).split(' ')).toEqual([
      expect.stringMatching(/^v1,/),
      expect.stringMatching(/^v1a,/),
    ]);
  });
});

it('a header that the dialect sets cannot be one of the webhook’s own, nor its authentication', async () => {
  const own = { delivery: { headers: { 'X-DocuSign-Signature-1': 'x' } } };
  expect(await create('/own', { ...docusign, ...own })).toMatchObject(
    refused('invalid_field', 'delivery.headers.X-DocuSign-Signature-1'),
  );
  expect((await create('/own', own)).status).toBe(201);
  const auth = { type: 'custom', name: 'X-AdobeSign-ClientId', value: 'x' };
  const adobe = { payload: { dialect: 'adobe-sign', options: { clientId: 'c-1' } } };
  expect(await create('/own', { ...adobe, auth })).toMatchObject(refused('invalid_field', 'auth.name'));
});

describe('the vendor’s own answer decides', () => {
  it('Dropbox Sign: the text in the answer', async () => {
    const { body } = await create('/dropbox', {
      payload: { dialect: 'dropbox-sign' },
      signing: { secret: vendorKey },
      delivery: { retrySchedule: [] },
    });
    receiver.answer('/dropbox', { status: 200, body: 'OK', times: 1 });
    receiver.answer('/dropbox', { status: 200, body: 'Hello API Event Received' });
    const test = () => tenant.call('POST', `/webhooks/${body.id}/test`, { type: 'envelope.sent' });
    expect((await test()).body).toMatchObject({
      outcome: 'failed',
      summary: expect.stringContaining('Hello API Event Received'),
    });
    expect((await test()).body).toMatchObject({ outcome: 'succeeded' });
    const { body: raw, headers } = await receiver.next('/dropbox');
    const form = await new Response(new Uint8Array(raw), {
      headers: { 'content-type': String(headers['content-type']) },
    }).formData();
    const { event } = JSON.parse(String(form.get('json')));
    const hash = createHmac('sha256', vendorKey)
      .update(event.event_time + event.event_type)
      .digest('hex');
    expect(event.event_hash).toBe(hash);
  });

  it('Adobe Sign: the echo of the client id, which the dialect cannot do without', async () => {
    expect(await create('/adobe', { payload: { dialect: 'adobe-sign' } })).toMatchObject(
      refused('missing_field', 'payload.options.clientId'),
    );
    const { body } = await create('/adobe', {
      payload: { dialect: 'adobe-sign', options: { clientId: 'c-1' } },
    });
    receiver.answer('/adobe', { status: 200, times: 1 });
    receiver.answer('/adobe', { status: 200, headers: { 'X-AdobeSign-ClientId': 'c-1' } });
    const test = () => tenant.call('POST', `/webhooks/${body.id}/test`, { type: 'envelope.sent' });
    expect((await test()).body).toMatchObject({
      outcome: 'failed',
      summary: expect.stringContaining('client id'),
    });
    expect((await test()).body).toMatchObject({ outcome: 'succeeded' });
  });
});

it('Ignisign: the code of the docs is told once that a token is good (I27)', async () => {
  await create('/token', { payload: { dialect: 'ignisign' } });
  await tenant.send({ type: 'signer.signed', content: {} });
  const message = JSON.parse((await receiver.next('/token')).body.toString());
  const code = join(import.meta.dirname, '../../../../docs/dialects/verify/ignisign.mjs');
  const { verify } = (await import(code)) as { verify: (...args: unknown[]) => Promise<boolean> };
  expect(await verify(signpost.app.url, tenant.key, message)).toBe(true);
  expect(await verify(signpost.app.url, tenant.key, message)).toBe(false);
});

it.each(examplesOfDocs())('the webhook on the page %s is taken as it stands (C17)', async (page, body) => {
  const created = await tenant.call('POST', '/webhooks', body);
  expect(created).toMatchObject({ status: 201, body: { notices: [] } });
  expect(created.body.payload.dialect).toBe(page.replace('.md', ''));
});

/** What the pages say to create, by page. */
function examplesOfDocs(): readonly (readonly [string, string])[] {
  const folder = join(import.meta.dirname, '../../../../docs/dialects');
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return pages.map((name) => {
    const [, example] = readFileSync(join(folder, name), 'utf8').split('```json create\n');
    return [name, example?.split('\n```')[0] ?? 'no example'];
  });
}

describe('types that the dialect cannot express', () => {
  it('are told on creation and change, and not when there are none', async () => {
    const { body: created } = await create('/told', {
      ...docusign,
      events: { mode: 'only', types: ['envelope.sent', 'proof.*'] },
    });
    expect(created.notices).toMatchObject([
      { code: 'types_not_expressed', path: 'events', types: ['proof.generated', 'proof.failed'] },
    ]);
    const path = `/webhooks/${created.id}`;
    const none = { events: { mode: 'only', types: ['envelope.sent'] } };
    expect((await tenant.call('PATCH', path, none)).body.notices).toEqual([]);
    const nothing = { events: { mode: 'only', types: ['proof.*'] } };
    expect((await tenant.call('PATCH', path, nothing)).body.notices).toMatchObject([
      { code: 'nothing_expressed' },
    ]);
  });

  it('are not sent, and explained', async () => {
    const { body: created } = await create('/skipped', docusign);
    const { id } = await tenant.send({ type: 'proof.generated', content: {} });
    const { body } = await tenant.call('GET', `/events/${id}/explain`);
    expect(body.now.webhooks.find((verdict: { id: string }) => verdict.id === created.id)).toMatchObject({
      matched: false,
      reasons: [{ rule: 'dialect', message: expect.stringContaining('docusign-connect') }],
    });
  });
});
