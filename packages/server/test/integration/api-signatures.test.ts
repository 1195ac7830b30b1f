// Signatures by Standard Webhooks, as the public library of the specification verifies them (N1, G10).
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import type { ReceivedRequest } from '../harness/recorded.ts';
import { startSignpost, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let receiver: Receiver;

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
});

const headersOf = ({ headers }: ReceivedRequest) => ({
  'webhook-id': String(headers['webhook-id']),
  'webhook-timestamp': String(headers['webhook-timestamp']),
  'webhook-signature': String(headers['webhook-signature']),
});

describe('a delivered request', () => {
  it.each([
    ['plain', '{"a":1}'],
    ['unicode', '{"ü":"漢字 🎉 \\u00e9"}'],
    ['numbers', '{"big":12345678901234567890,"z":1.0}'],
  ])('is verified by the public library with the secret that was shown (%s)', async (name, content) => {
    const tenant = await signpost.tenant();
    const { secret } = await tenant.webhook(receiver.url(`/${name}`));
    await tenant.call('POST', '/events', `{"id":"${name}","type":"signer.signed","content":${content}}`);
    const request = await receiver.next(`/${name}`);
    const verified = new Webhook(secret).verify(request.body, headersOf(request));
    expect(verified).toMatchObject({ id: name, type: 'signer.signed', data: JSON.parse(content) });
    expect(headersOf(request)['webhook-id']).toBe(name);
  });

  it('is refused when body, id or time was changed, or under the secret of another webhook', async () => {
    const tenant = await signpost.tenant();
    const { secret } = await tenant.webhook(receiver.url('/tampered'));
    const other = await tenant.webhook(receiver.url('/other'));
    await tenant.send();
    const request = await receiver.next('/tampered');
    const headers = headersOf(request);
    const body = request.body.toString();
    const verify = (key: string, text: string, changed: object = {}) =>
      new Webhook(key).verify(text, { ...headers, ...changed });
    expect(() => verify(secret, body)).not.toThrow();
    const seconds = Number(headers['webhook-timestamp']);
    for (const attempt of [
      () => verify(secret, body.replace('signer.signed', 'signer.sign3d')),
      () => verify(secret, `${body} `),
      () => verify(secret, body, { 'webhook-id': 'another' }),
      () => verify(secret, body, { 'webhook-timestamp': String(seconds + 1) }),
      () => verify(other.secret, body),
    ]) {
      expect(attempt).toThrow(WebhookVerificationError);
    }
  });

  it('carries one signature, an id without a dot, and the seconds of its attempt', async () => {
    const tenant = await signpost.tenant();
    await tenant.webhook(receiver.url('/headers'));
    const before = Math.floor(Date.now() / 1000);
    await tenant.send();
    const headers = headersOf(await receiver.next('/headers'));
    expect(headers['webhook-signature']).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
    expect(headers['webhook-id']).toMatch(/^[^.]+$/);
    const seconds = Number(headers['webhook-timestamp']);
    expect(seconds).toBeGreaterThanOrEqual(before);
    expect(seconds).toBeLessThanOrEqual(Date.now() / 1000);
  });
});
