// Webhooks with a client certificate, and with authorities of their own: saved, shown, used.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../harness/http.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { clientIdentity, passphrase, pem } from '../harness/tls/index.ts';

let signpost: TestSignpost;
let receiver: Receiver;
let tenant: Tenant;

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([
    startSignpost(),
    startReceiver({ certificate: 'valid', asksForClient: true }),
  ]);
  tenant = await signpost.tenant();
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
});

const trusting = { ca: pem('ca.crt') };
const create = (body: object) =>
  tenant.call('POST', '/webhooks', { name: 'w', url: 'https://receiver.example/', ...body });

describe('a client certificate (N11)', () => {
  it('lets deliveries in, and its key is shown nowhere', async () => {
    const own = await signpost.tenant();
    const created = await own.webhook(receiver.url('/in'), { auth: clientIdentity(), delivery: trusting });
    const recorded = signpost.recorded(({ webhookId }) => webhookId === created.id);
    await own.send();
    await recorded;
    expect(await receiver.next('/in')).toMatchObject({ client: 'loans-client' });
    const [delivery] = await own.deliveries('?status=succeeded');
    const answers = [
      created,
      await own.call('GET', `/webhooks/${created.id}`),
      await own.call('GET', `/deliveries/${delivery?.id}`),
      await own.call('POST', `/webhooks/${created.id}/test`),
    ];
    expect(JSON.stringify(answers)).not.toContain(clientIdentity().key.slice(40, 80));
    expect(created['auth']).toEqual({
      type: 'mtls',
      subject: 'CN=loans-client',
      issuer: 'CN=Signpost test authority',
      fingerprint: expect.stringMatching(/^[0-9A-F:]{95}$/),
      notAfter: '2075-01-01T00:00:00.000Z',
      expiry: 'valid',
      keySet: true,
    });
  });

  it('is used from the next delivery on when it is changed, its key kept', async () => {
    const own = await signpost.tenant();
    const { id } = await own.webhook(receiver.url('/changed'), {
      auth: clientIdentity(),
      delivery: trusting,
    });
    await own.send();
    await receiver.next('/changed');
    const certificate = pem('client-by-intermediate.crt') + pem('intermediate.crt');
    const changed = await own.call('PATCH', `/webhooks/${id}`, { auth: { type: 'mtls', certificate } });
    expect(changed.body.auth).toMatchObject({ subject: 'CN=hr-client', keySet: true });
    await own.send();
    await receiver.next('/changed');
    expect(receiver.requests('/changed').map(({ client }) => client)).toEqual(['loans-client', 'hr-client']);
  });

  it('may come with an encrypted key', async () => {
    const own = await signpost.tenant();
    const auth = { type: 'mtls', certificate: pem('rsa-client.crt'), key: pem('rsa-client.key'), passphrase };
    const { id } = await own.webhook(receiver.url('/encrypted'), { auth, delivery: trusting });
    expect((await own.call('POST', `/webhooks/${id}/test`)).body).toMatchObject({ outcome: 'succeeded' });
    expect(receiver.requests('/encrypted')).toMatchObject([{ client: 'rsa-client' }]);
  });

  it('that is missing is told in words by the attempt', async () => {
    const own = await signpost.tenant();
    const { id } = await own.webhook(receiver.url('/without'), { delivery: trusting });
    expect((await own.call('POST', `/webhooks/${id}/test`)).body).toMatchObject({
      summary: 'Failed: The receiver asks for a client certificate.',
      error: { kind: 'tls' },
    });
  });

  it.each<[string, object, string, string]>([
    ['has expired', { certificate: pem('client-expired.crt') }, 'auth.certificate', 'expired on 2021-01-01'],
    ['does not match its key', { key: pem('server.key') }, 'auth.key', 'does not match'],
    ['has a key under a passphrase', { key: pem('client-encrypted.key') }, 'auth.passphrase', ''],
    [
      'is longer than any',
      { certificate: 'x'.repeat(16_385) },
      'auth.certificate',
      'at most 16384 characters',
    ],
    ['is no text', { certificate: 7 }, 'auth.certificate', 'must be text in PEM'],
    ['comes with a user', { username: 'u' }, 'auth.username', 'does not go with type "mtls"'],
  ])('that %s is refused with its path', async (_, more, path, reason) => {
    const answer = await create({ auth: { ...clientIdentity(), ...more } });
    const details = refusal(answer, reason === '' ? 'missing_field' : 'invalid_field');
    expect(details).toMatchObject({ path, ...(reason ? { reason: expect.stringContaining(reason) } : {}) });
    expect(JSON.stringify(details)).not.toContain(clientIdentity().key.slice(40, 80));
  });

  it('needs https', async () => {
    const url = 'http://receiver.example/';
    expect(refusal(await create({ url, auth: clientIdentity() }), 'invalid_field').path).toBe('auth.type');
    const { body } = await create({ auth: clientIdentity() });
    const changed = await tenant.call('PATCH', `/webhooks/${body.id}`, { url });
    expect(refusal(changed, 'invalid_field').path).toBe('url');
  });
});

describe('authorities of a webhook (N11)', () => {
  it('are shown, kept by other changes, and taken away by null', async () => {
    const { body } = await create({ delivery: { ca: `# ours\n${trusting.ca}` } });
    expect(body.delivery.ca).toBe(trusting.ca);
    expect(body.authorities).toEqual([
      {
        subject: 'CN=Signpost test authority',
        issuer: 'CN=Signpost test authority',
        fingerprint: expect.stringMatching(/^[0-9A-F:]{95}$/),
        notAfter: expect.stringMatching(/^20/),
        expiry: 'valid',
      },
    ]);
    const change = async (delivery: object) =>
      (await tenant.call('PATCH', `/webhooks/${body.id}`, { delivery })).body.delivery.ca;
    expect(await change({ timeoutSeconds: 5 })).toBe(trusting.ca);
    expect(await change({ ca: null })).toBeNull();
  });

  it('go along with a copy, the client certificate does not', async () => {
    const { body } = await create({ auth: clientIdentity(), delivery: trusting });
    const copy = await tenant.call('POST', `/webhooks/${body.id}/duplicate`);
    expect(copy.body).toMatchObject({ delivery: trusting, auth: { type: 'none' }, notCopied: ['auth'] });
  });

  it.each<[string, unknown, string]>([
    ['a private key', pem('ca.crt') + pem('server.key'), 'must not hold a private key'],
    ['nothing', '', 'must be PEM'],
    ['an expired one', pem('expired.crt'), 'expired on 2021-01-01'],
    ['too much', `${pem('ca.crt')}${' '.repeat(32_768)}`, 'at most 32768 characters'],
    ['a number', 7, 'must be text in PEM'],
  ])('with %s are refused', async (_, ca, reason) => {
    const details = refusal(await create({ delivery: { ca } }), 'invalid_field');
    expect(details).toMatchObject({ path: 'delivery.ca', reason: expect.stringContaining(reason) });
  });

  it('count for the token URL too', async () => {
    const own = await signpost.tenant();
    const tokens = await startReceiver({ certificate: 'by-intermediate' });
    tokens.answer('/token', { body: '{"access_token":"at-1"}' });
    const plain = await startReceiver();
    const auth = {
      type: 'oauth2',
      tokenUrl: tokens.url('/token'),
      grant: 'client_credentials',
      clientId: 'c',
      clientSecret: 's',
    };
    const { id } = await own.webhook(plain.url('/'), { auth });
    const test = async () => (await own.call('POST', `/webhooks/${id}/test`)).body;
    expect(await test()).toMatchObject({
      error: {
        kind: 'auth',
        message: expect.stringMatching(
          /^No access token\. Asking the token endpoint failed: The certificate/,
        ),
      },
    });
    await own.call('PATCH', `/webhooks/${id}`, { delivery: { ca: pem('intermediate.crt') } });
    expect(await test()).toMatchObject({ outcome: 'succeeded' });
    await Promise.all([tokens.stop(), plain.stop()]);
  });
});
