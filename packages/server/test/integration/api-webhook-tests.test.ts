// Tests and examples of webhooks: what somebody sees who tries one out, before and after it is saved.
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventTypes } from '../../src/catalogue/index.ts';
import { refusal } from '../harness/http.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

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

const test = (id: string, body?: object) => tenant.call('POST', `/webhooks/${id}/test`, body);

describe('a test (L27, N9)', () => {
  it('sends an example now and answers all that came of it', async () => {
    const { id, secret } = await tenant.webhook(receiver.url('/ok'));
    receiver.answer('/ok', { status: 202, headers: { 'x-answer': 'yes' }, body: 'thank you' });
    const { status, body } = await test(id);
    const request = await receiver.next('/ok');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      webhookId: id,
      type: 'webhook.test',
      outcome: 'succeeded',
      summary: expect.stringMatching(/^Succeeded: the receiver answered 202 in \d+ ms\.$/),
      status: 202,
      request: {
        method: 'POST',
        url: receiver.url('/ok'),
        body: request.body.toString(),
        bodyEncoding: 'utf8',
      },
      response: { status: 202, body: 'thank you', bodyTruncated: false },
      error: null,
    });
    expect(body.response.headers).toContainEqual(['x-answer', 'yes']);
    expect(body.request.headers).toContainEqual(['signpost-test', 'true']);
    const { dnsMs, connectMs, tlsMs, firstByteMs, totalMs } = body.timing;
    expect([dnsMs, tlsMs]).toEqual([null, null]);
    expect(connectMs + firstByteMs).toBeLessThanOrEqual(totalMs + 0.2);
    expect(connectMs).toBeGreaterThan(0);
    expect(() =>
      new Verifier(secret).verify(request.body, request.headers as Record<string, string>),
    ).not.toThrow();
  });

  it('tells how long the name and TLS took', async () => {
    const secure = await startReceiver({ certificate: 'self-signed' });
    const url = secure.url('/tls').replace('127.0.0.1', 'localhost');
    const { id } = await tenant.webhook(url, { delivery: { verifyTls: false } });
    const { outcome, timing } = (await test(id)).body;
    expect(outcome).toBe('succeeded');
    expect(timing.dnsMs).toBeGreaterThan(0);
    expect(timing.tlsMs).toBeGreaterThan(0);
    await tenant.call('PATCH', `/webhooks/${id}`, { delivery: { verifyTls: true } });
    expect((await test(id)).body).toMatchObject({
      outcome: 'failed',
      summary: 'Failed: The certificate is self-signed.',
      error: { kind: 'tls' },
      response: null,
    });
    await secure.stop();
  });

  it.each([
    [{ status: 500 }, 'Failed: the receiver answered 500'],
    [{ status: 302, headers: { location: '/x' } }, 'Redirects are not followed'],
    [{ status: 401 }, 'Check the authentication'],
    [{ status: 404 }, 'Check the path'],
    [{ status: 410 }, '410 Gone'],
    [{ fault: 'reset' } as const, 'closed the connection'],
  ])('%j: says in words what went wrong', async (answer, words) => {
    const { id } = await tenant.webhook(receiver.url('/wrong'));
    receiver.answer('/wrong', answer);
    const { body } = await test(id);
    expect(body).toMatchObject({ outcome: 'failed', summary: expect.stringContaining(words) });
    expect(body.error === null).toBe('status' in answer);
  });

  it('counts for nothing: no delivery, no health, and 410 does not disable', async () => {
    const own = await signpost.tenant();
    const { id } = await own.webhook(receiver.url('/gone'));
    receiver.answer('/gone', { status: 410 });
    await own.call('POST', `/webhooks/${id}/test`);
    expect(await own.deliveries()).toEqual([]);
    expect((await own.call('GET', '/events')).body.data).toEqual([]);
    expect((await own.call('GET', `/webhooks/${id}`)).body).toMatchObject({
      status: 'enabled',
      health: { state: 'healthy', consecutiveFailures: 0, lastFailureAt: null },
    });
  });

  it('takes any type of the catalogue, other content byte for byte, or a copy of a real event', async () => {
    const { id } = await tenant.webhook(receiver.url('/chosen'));
    await test(id, { type: 'signer.signed' });
    expect(JSON.parse((await receiver.next('/chosen')).body.toString()).type).toBe('signer.signed');
    const text = '{"type":"signer.signed","content":{"z":1.0,"a":"\\u00e9"}}';
    await tenant.call('POST', `/webhooks/${id}/test`, text);
    expect((await receiver.next('/chosen')).body.toString()).toContain('"data":{"z":1.0,"a":"\\u00e9"}}');
    const own = await signpost.tenant();
    await own.send({ id: 'real-1', type: 'envelope.completed', content: { amount: 5 } });
    const webhook = await own.webhook(receiver.url('/copy'));
    await own.call('POST', `/webhooks/${webhook.id}/test`, { eventId: 'real-1' });
    const copy = JSON.parse((await receiver.next('/copy')).body.toString());
    expect(copy).toMatchObject({ type: 'envelope.completed', data: { amount: 5 } });
    expect(copy.id).not.toBe('real-1');
  });

  it('sends an edited copy of a real event, byte for byte, under an id of its own, and keeps it as what it is', async () => {
    const own = await signpost.tenant({ environment: 'STAGING' });
    await own.send({ id: 'real-2', type: 'envelope.completed', content: { amount: 5 } });
    const { id, secret } = await own.webhook(receiver.url('/edited'));
    const text = '{"eventId":"real-2","content":{"amount":250000.00,"b":12345678901234567890}}';
    const { status, body } = await own.call('POST', `/webhooks/${id}/test`, text);
    expect(status).toBe(200);
    expect(body).toMatchObject({ copyOf: 'real-2', isEdited: true, type: 'envelope.completed' });
    const request = await receiver.next('/edited');
    expect(request.body.toString()).toContain('"data":{"amount":250000.00,"b":12345678901234567890}}');
    expect(request.headers['webhook-id']).toBe(body.id);
    expect(request.headers['signpost-test']).toBe('true');
    expect(() =>
      new Verifier(secret).verify(request.body, request.headers as Record<string, string>),
    ).not.toThrow();
    await own.call('POST', `/webhooks/${id}/test`, { eventId: 'real-2' });
    await own.call('POST', `/webhooks/${id}/test`, { type: 'signer.signed', content: {} });
    const list = async (query: string) =>
      (await own.call('GET', `/tests?${query}`)).body.data.map(
        ({ copyOf, isEdited }: { copyOf: string | null; isEdited: boolean }) => [copyOf, isEdited],
      );
    const copies = [
      ['real-2', false],
      ['real-2', true],
    ];
    expect(await list(`webhookId=${id}`)).toEqual([[null, true], ...copies]);
    expect(await list('eventId=real-2')).toEqual(copies);
    expect(await list('eventId=nobody')).toEqual([]);
    expect((await own.call('GET', `/webhooks/${id}`)).body.health.lastSuccessAt).toBeNull();
    expect(await own.deliveries()).toEqual([]);
  });

  it('never sends an edited copy of a real event in PRODUCTION; a copy as it is, and an example with any content, it does', async () => {
    const own = await signpost.tenant();
    await own.send({ id: 'real-3', type: 'envelope.completed' });
    const { id } = await own.webhook(receiver.url('/production'));
    const edited = { eventId: 'real-3', content: { amount: 6 } };
    refusal(await own.call('POST', `/webhooks/${id}/test`, edited), 'no_edited_copy_in_production');
    const settings = { name: 'x', url: receiver.url('/production') };
    refusal(
      await own.call('POST', '/webhooks/test', { ...edited, settings }),
      'no_edited_copy_in_production',
    );
    expect(receiver.requests('/production')).toEqual([]);
    expect((await own.call('GET', '/tests')).body.data).toEqual([]);
    expect((await own.call('POST', `/webhooks/${id}/test`, { eventId: 'real-3' })).status).toBe(200);
    const example = { type: 'envelope.completed', content: { amount: 6 } };
    expect((await own.call('POST', `/webhooks/${id}/test`, example)).status).toBe(200);
  });

  it('uses the first wanted type where the webhook does not want tests', async () => {
    const { id } = await tenant.webhook(receiver.url('/only'), {
      events: { mode: 'only', types: ['signer.declined', 'form.*'] },
    });
    expect((await test(id)).body.type).toMatch(/^(signer\.declined|form\.\w+)$/);
  });

  it('tries settings without saving them, also those of a webhook that does not exist yet', async () => {
    const auth = { type: 'bearer', token: 'tok-new' };
    const { id } = await tenant.webhook(receiver.url('/saved'), {
      auth: { type: 'bearer', token: 'tok-old' },
    });
    await test(id, { settings: { url: receiver.url('/unsaved'), auth } });
    expect((await receiver.next('/unsaved')).headers['authorization']).toBe('Bearer tok-new');
    await test(id, { settings: { url: receiver.url('/kept-secret') } });
    expect((await receiver.next('/kept-secret')).headers['authorization']).toBe('Bearer tok-old');
    expect((await tenant.call('GET', `/webhooks/${id}`)).body.url).toBe(receiver.url('/saved'));
    const settings = { name: 'New', url: receiver.url('/new'), delivery: { headers: { 'X-Team': 'a' } } };
    const { body } = await tenant.call('POST', '/webhooks/test', { settings });
    const request = await receiver.next('/new');
    expect(request.headers['x-team']).toBe('a');
    expect(() =>
      new Verifier(body.secret).verify(request.body, request.headers as Record<string, string>),
    ).not.toThrow();
    expect(JSON.stringify(body)).not.toContain('tok-');
  });

  it('is kept, newest first, without credentials', async () => {
    const own = await signpost.tenant();
    const { id } = await own.webhook(receiver.url('/list'), {
      auth: { type: 'basic', password: 'hush-4711' },
    });
    const sent: string[] = [];
    for (let at = 0; at < 3; at++) sent.unshift((await own.call('POST', `/webhooks/${id}/test`)).body.id);
    const { data } = (await own.call('GET', `/tests?webhookId=${id}`)).body;
    expect(data.map((kept: { id: string }) => kept.id)).toEqual(sent);
    const shown = JSON.stringify(data);
    expect(shown).toContain('[redacted]');
    expect(shown).not.toContain(Buffer.from(':hush-4711').toString('base64'));
  });

  it('enables a disabled webhook when it succeeds and was asked to, and only then', async () => {
    const { id } = await tenant.webhook(receiver.url('/enable'), { status: 'disabled' });
    const status = async () => (await tenant.call('GET', `/webhooks/${id}`)).body.status;
    receiver.answer('/enable', { status: 500, times: 1 });
    expect((await test(id, { enableOnSuccess: true })).body.enabled).toBe(false);
    expect((await test(id)).body).not.toHaveProperty('enabled');
    expect(await status()).toBe('disabled');
    expect((await test(id, { enableOnSuccess: true })).body.enabled).toBe(true);
    expect(await status()).toBe('enabled');
    const both = await test(id, { enableOnSuccess: true, settings: {} });
    expect(refusal(both, 'invalid_field').path).toBe('enableOnSuccess');
  });

  it('is refused with what is wrong, and nothing is sent', async () => {
    const { id } = await tenant.webhook(receiver.url('/refused'));
    expect(refusal(await test(id, { type: 'signer.sined' }), 'unknown_event_type').nearest).toContain(
      'signer.signed',
    );
    refusal(await test(id, { settings: { url: 'ftp://x' } }), 'url_refused');
    refusal(await test(id, { eventId: 'nobody' }), 'not_found');
    refusal(await tenant.call('POST', '/webhooks/test', { settings: { name: 'x' } }), 'missing_field');
    expect(receiver.requests('/refused')).toEqual([]);
  });
});

describe('an example (G16, L23, L24, L25, N14)', () => {
  it.each(eventTypes.map(({ type }) => type))(
    '%s: the request as it would go out, and the answers',
    async (type) => {
      const { id } = await tenant.webhook('https://example.com/hook');
      const { status, body } = await tenant.call('GET', `/webhooks/${id}/example?type=${type}`);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        type,
        request: { method: 'POST', url: 'https://example.com/hook' },
        responses: { success: { status: 200 }, error: { status: expect.any(Number) } },
        integration: null,
      });
      expect(JSON.parse(body.request.body).type).toBe(type);
    },
  );

  it('of unsaved settings changes with them; credentials are not shown', async () => {
    const settings = {
      name: 'x',
      url: 'https://example.com/new',
      firing: 'explicit',
      delivery: { headers: { 'X-Team': 'loans' } },
      auth: { type: 'bearer', token: 'tok-4711' },
    };
    const { body } = await tenant.call('POST', '/webhooks/example', { settings, type: 'signer.signed' });
    expect(body.request.headers).toContainEqual(['X-Team', 'loans']);
    expect(body.request.headers).toContainEqual(['authorization', '[redacted]']);
    expect(body.integration.snippet).toEqual({ integrations: [{ uuid: expect.any(String) }] });
    const { id } = await tenant.webhook('https://example.com/old');
    const changed = await tenant.call('POST', `/webhooks/${id}/example`, { settings: { url: settings.url } });
    expect(changed.body.request.url).toBe(settings.url);
  });

  it('of an explicit webhook has the snippet that makes it fire, and the snippet does (L29, L31)', async () => {
    const own = await signpost.tenant();
    const { id } = await own.webhook(receiver.url('/explicit'), { firing: 'explicit' });
    const { integration } = (await own.call('GET', `/webhooks/${id}/example`)).body;
    expect(await own.send({ envelopeId: 'e-1' })).toMatchObject({ deliveries: 0 });
    expect((await own.call('PUT', '/envelopes/e-2', integration.snippet)).status).toBeLessThan(300);
    expect(await own.send({ envelopeId: 'e-2' })).toMatchObject({ deliveries: 1 });
  });

  it('names a type that it does not know, with the nearest', async () => {
    const { id } = await tenant.webhook('https://example.com');
    const answer = await tenant.call('GET', `/webhooks/${id}/example?type=signer.sined`);
    expect(refusal(answer, 'unknown_event_type')).toMatchObject({ path: 'type' });
  });
});

describe('the dialect of a webhook (N13)', () => {
  const payload = (settings: object) => ({ name: 'x', url: 'https://example.com', payload: settings });

  it('brings its own rule for success, until somebody chose one', async () => {
    const own = await tenant.webhook('https://example.com', { payload: { dialect: 'ignisign' } });
    expect(own['delivery']).toMatchObject({ success: '200' });
    const { id } = await tenant.webhook('https://example.com');
    const change = async (body: object) => (await tenant.call('PATCH', `/webhooks/${id}`, body)).body;
    expect((await change({ payload: { dialect: 'esignglobal' } })).delivery.success).toEqual({
      status: '2xx',
      body: { path: 'code', equals: '200' },
    });
    await change({ delivery: { success: '200' } });
    expect((await change({ payload: { dialect: 'signpost' } })).delivery.success).toBe('200');
  });

  it.each([
    [{ dialect: 'ignisgn' }, 'unknown_dialect', 'payload.dialect'],
    [{ dialect: 'ignisign', contentType: 'application/xml' }, 'invalid_field', 'payload.contentType'],
    [{ dialect: 'ignisign', options: { names: 'x' } }, 'invalid_field', 'payload.options.names'],
    [{ options: { names: 'x' } }, 'unknown_field', 'payload.options.names'],
    [{ fieldMapping: ['a..b'] }, 'invalid_field', 'payload.fieldMapping[0]'],
    [{ documents: 'inline' }, 'invalid_field', 'payload.documents'],
  ])('%j is refused', async (settings, code, path) => {
    const answer = await tenant.call('POST', '/webhooks', payload(settings));
    expect(refusal(answer, code as 'invalid_field').path).toBe(path);
  });

  it('is what its receiver gets; a token that proves it is covered in history', async () => {
    const own = await signpost.tenant();
    await own.webhook(receiver.url('/ignisign'), { payload: { dialect: 'ignisign' } });
    await own.send({ type: 'envelope.created', content: { signatureRequestId: 'r-1' } });
    const sent = JSON.parse((await receiver.next('/ignisign')).body.toString());
    expect(sent).toMatchObject({
      appId: own.appId,
      appEnv: 'PRODUCTION',
      topic: 'SIGNATURE_REQUEST',
      action: 'INIT',
    });
    const delivery = await until(async () => (await own.deliveries('?status=succeeded'))[0], 'the delivery');
    const shown = JSON.stringify((await own.call('GET', `/deliveries/${delivery.id}`)).body);
    expect(shown).toContain('****');
    expect(shown).not.toContain(sent.verificationToken);
  });

  it('skips what it cannot say, and explain says so', async () => {
    const own = await signpost.tenant();
    await own.webhook(receiver.url('/mute'), { payload: { dialect: 'ignisign' } });
    const { id, deliveries } = await own.send({ type: 'bulk.started' });
    expect(deliveries).toBe(0);
    const { body } = await own.call('GET', `/events/${id}/explain`);
    expect(JSON.stringify(body)).toContain('has no way to say');
    const { data } = (await own.call('GET', '/webhooks')).body;
    const example = await own.call('GET', `/webhooks/${data[0].id}/example?type=bulk.started`);
    expect(refusal(example, 'invalid_field').path).toBe('type');
  });

  it('an answer of the right status and the wrong body is a failure, in words (G3)', async () => {
    const own = await signpost.tenant();
    receiver.answer('/judged', { status: 200, body: '{"code":"500","msg":"no"}', times: 1 });
    await own.webhook(receiver.url('/judged'), {
      delivery: { success: { status: '2xx', body: { path: 'code', equals: '200' } } },
    });
    await own.send();
    const delivery = await until(
      async () => (await own.deliveries()).find(({ attempts }) => attempts === 1),
      'it',
    );
    expect(delivery.status).toBe('pending');
    const { attemptLog } = (await own.call('GET', `/deliveries/${delivery.id}`)).body;
    expect(attemptLog[0].error).toEqual({ kind: 'answer', message: expect.stringContaining('"200"') });
  });

  it('reports the fields of the companies of the business unit (C15)', async () => {
    const own = await signpost.tenant();
    const companies = [{ name: 'XYZ Leasing', fields: { costCenter: '42' } }];
    const units = `/api/v1/organizations/${own.organizationId}/business-units`;
    await signpost.call('POST', units, { name: 'Leasing', companies });
    const { id } = await own.webhook(receiver.url('/companies'), {
      routing: { businessUnits: ['Leasing'] },
      payload: { extraFields: ['costCenter'] },
    });
    const { request } = (await own.call('GET', `/webhooks/${id}/example`)).body;
    expect(request.body).toContain('"costCenter":"42"');
    await own.send({ routing: { businessUnit: 'Leasing' } });
    expect((await receiver.next('/companies')).body.toString()).toContain('"costCenter":"42"');
  });
});
