// The Ignisign-compatible API, used as that vendor's public SDK uses it (I1–I5, I20–I33).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IgnisignClient, type IgnisignMessage, IgnisignRefusal } from '../harness/ignisign-client.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import type { ReceivedRequest } from '../harness/recorded.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

let signpost: TestSignpost;
let receiver: Receiver;

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
});

async function client(
  environment = 'TEST',
  organization: object = {},
): Promise<{ sdk: IgnisignClient; tenant: Tenant }> {
  const tenant = await signpost.tenant({ environment, organization });
  const sdk = new IgnisignClient(`${signpost.app.url}/some/path`, { apiKey: tenant.key });
  await sdk.init();
  return { sdk, tenant };
}

const messageOf = ({ body }: ReceivedRequest) => JSON.parse(body.toString()) as IgnisignMessage;
const refusedWith = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof IgnisignRefusal)) throw new Error(`It was not refused: ${String(error)}`);
  return `${error.status} ${error.code}`;
};
const signed = (id: string) => ({
  id,
  type: 'signer.signed',
  envelopeId: 'request-1',
  content: { signerId: 's-1', signatureMethod: 'SIMPLE_STD' },
});

describe('the start of the SDK (I4)', () => {
  it('knows application and environment from the key, and reads its context', async () => {
    const { sdk, tenant } = await client();
    expect([sdk.appId, sdk.appEnv]).toEqual([tenant.appId, 'TEST']);
    expect(await sdk.context()).toEqual({ appId: tenant.appId, appType: 'SIGNATURE' });
    expect(await sdk.endpoints()).toEqual([]);
  });

  it.each(['the whole key', 'its last part'])(
    'in the old style exchanges a secret for a token (%s)',
    async (form) => {
      const { tenant } = await client();
      const secret = form === 'the whole key' ? tenant.key : (tenant.key.split('_').at(-1) ?? '');
      const old = new IgnisignClient(signpost.app.url, {
        appId: tenant.appId,
        appEnv: 'TEST',
        appSecret: secret,
      });
      await old.init();
      expect(await old.context()).toMatchObject({ appId: tenant.appId });
    },
  );

  it('is refused with the codes of the vendor', async () => {
    const { sdk, tenant } = await client();
    const path = `${signpost.app.url}/v4/applications/${tenant.appId}/context`;
    const codeWith = async (authorization?: string) => {
      const answer = await fetch(path, authorization === undefined ? {} : { headers: { authorization } });
      return `${answer.status} ${((await answer.json()) as { code: string }).code}`;
    };
    expect(await codeWith()).toBe('401 AUTH_HEADER_NOT_FOUND');
    expect(await codeWith('Basic eA==')).toBe('401 AUTH_HEADER_NOT_BEARER');
    expect(await codeWith('Bearer a.b.c')).toBe('401 INVALID_AUTH_JWT_TOKEN');
    expect(await codeWith(`Bearer ${tenant.key.slice(0, -1)}`)).toBe('401 INVALID_AUTH_JWT_TOKEN');
    const wrong = new IgnisignClient(signpost.app.url, {
      appId: tenant.appId,
      appEnv: 'TEST',
      appSecret: 'x',
    });
    expect(await refusedWith(wrong.init())).toBe('401 BAD_CREDENTIALS');
    expect(await refusedWith(sdk.call('GET', '/v4/applications/appId_other/context'))).toBe(
      '404 APP_NOT_FOUND',
    );
    const elsewhere = `/v4/applications/${tenant.appId}/envs/PRODUCTION/webhooks`;
    expect(await refusedWith(sdk.call('GET', elsewhere))).toBe('404 APP_NOT_FOUND');
    expect(await refusedWith(sdk.call('POST', '/v4/auth/app-api', {}, { appId: 5 }))).toBe(
      '400 BODY_VALIDATION_FAILED',
    );
  });

  it('a token ends with its key, and with its hour', async () => {
    let now = Date.now();
    const clock = { now: () => now, after: () => () => {} };
    const own = await startSignpost({ clock });
    const tenant = await own.tenant({ environment: 'TEST' });
    const path = `/api/v1/applications/${tenant.appId}/envs/TEST/keys`;
    const made = (await own.call('POST', path, { name: 'old', scopes: ['webhooks:read'] })).body;
    const old = new IgnisignClient(own.app.url, { appId: tenant.appId, appEnv: 'TEST', appSecret: made.key });
    await old.init();
    await old.context();
    now += 3601 * 1000;
    expect(await refusedWith(old.context())).toBe('401 OUTDATED_AUTH_JWT_TOKEN');
    await old.init();
    await own.call('DELETE', `${path}/${made.id}`);
    expect(await refusedWith(old.context())).toBe('401 INVALID_AUTH_JWT_TOKEN');
    await own.stop();
  });
});

describe('endpoints (I2, I3, I5, I30, I31)', () => {
  it('are added, listed with the new one first, updated and removed', async () => {
    const { sdk, tenant } = await client();
    const [first] = await sdk.add({ url: 'https://a.example.com/hook', description: 'first' });
    expect(first).toMatchObject({
      _id: expect.any(String),
      url: 'https://a.example.com/hook',
      description: 'first',
      isDisabled: false,
      _createdAt: expect.stringMatching(/Z$/),
    });
    const added = await sdk.add({ url: 'https://b.example.com/hook' });
    expect(added.map(({ url }: { url: string }) => url)).toEqual([
      'https://b.example.com/hook',
      'https://a.example.com/hook',
    ]);
    const updated = await sdk.update(first._id, { url: 'https://c.example.com', description: 'changed' });
    expect(updated[1]).toMatchObject({
      _id: first._id,
      url: 'https://c.example.com',
      description: 'changed',
    });
    const native = (await tenant.call('GET', `/webhooks/${first._id}`)).body;
    expect(native).toMatchObject({ payload: { dialect: 'ignisign' }, delivery: { success: '200' } });
    await tenant.call('POST', `/webhooks/${first._id}/disable`);
    expect((await sdk.endpoints())[1]).toMatchObject({ isDisabled: true });
    expect((await sdk.remove(first._id)).map(({ _id }: { _id: string }) => _id)).toEqual([added[0]._id]);
  });

  it('of others do not exist, and wrong ones are refused', async () => {
    const { sdk } = await client();
    const stranger = await client();
    const [{ _id }] = await stranger.sdk.add({ url: 'https://a.example.com' });
    for (const call of [
      () => sdk.update(_id, { url: 'https://b.example.com' }),
      () => sdk.remove(_id),
      () => sdk.disable(_id, { SIGNER: true }),
      () => sdk.events(_id, 'ALL', 1),
      () => sdk.event(_id, 'x'),
      () => sdk.resend(_id, 'x'),
      () => sdk.remove('not-an-id'),
    ]) {
      expect(await refusedWith(call())).toBe('404 WEBHOOK_NOT_FOUND');
    }
    expect(await refusedWith(sdk.add({ url: 'ftp://a.example.com' }))).toBe('400 BODY_VALIDATION_FAILED');
    expect(await refusedWith(sdk.add({}))).toBe('400 BODY_VALIDATION_FAILED');
    expect(await refusedWith(stranger.sdk.disable(_id, { SIGNER: 'yes' }))).toBe(
      '400 BODY_VALIDATION_FAILED',
    );
    expect(await stranger.sdk.endpoints()).toHaveLength(1);
  });

  it('send every topic but those that were disabled; true means disabled', async () => {
    const { sdk, tenant } = await client();
    const [{ _id, topics }] = await sdk.add({ url: receiver.url('/topics') });
    expect(Object.values(topics)).not.toContain(true);
    const after = await sdk.disable(_id, { SIGNATURE: true, SIGNATURE_PROOF: true });
    expect(after).toMatchObject({ _id, topics: { SIGNATURE: true, SIGNATURE_PROOF: true, SIGNER: false } });
    expect(await tenant.send(signed('t-1'))).toMatchObject({ deliveries: 0 });
    expect(await tenant.send({ type: 'signer.created' })).toMatchObject({ deliveries: 1 });
    await sdk.disable(_id, { SIGNATURE: false });
    expect(await tenant.send(signed('t-2'))).toMatchObject({ deliveries: 1 });
    expect(await tenant.send({ type: 'proof.generated' })).toMatchObject({ deliveries: 0 });
  });
});

describe('a received message (I17, I25, I27, I28)', () => {
  it('can be checked inside the handler, once as true and then as false', async () => {
    const { sdk, tenant } = await client();
    await sdk.add({ url: receiver.url('/handler') });
    const checks: boolean[] = [];
    receiver.answer('/handler', async (request) => {
      const { verificationToken } = messageOf(request);
      for (let at = 0; at < 2; at++) checks.push((await sdk.check(verificationToken)).isValid);
      return { status: 200 };
    });
    await tenant.send(signed('in-flight'));
    await until(async () => (await tenant.deliveries('?status=succeeded'))[0], 'the delivery');
    expect(checks).toEqual([true, false]);
  });

  it('can be checked after it was answered, by one of many who ask at once', async () => {
    const { sdk, tenant } = await client();
    await sdk.add({ url: receiver.url('/after') });
    await tenant.send(signed('after'));
    const message = messageOf(await receiver.next('/after'));
    await until(async () => (await tenant.deliveries('?status=succeeded'))[0], 'the delivery');
    const answers = await Promise.all(Array.from({ length: 10 }, () => sdk.check(message.verificationToken)));
    expect(answers.filter(({ isValid }) => isValid)).toHaveLength(1);
    expect(answers.filter(({ alreadyConsumed }) => alreadyConsumed)).toHaveLength(9);
    await expect(sdk.consume(message)).rejects.toThrow('cannot be verified');
  });

  it('is consumed as the SDK does; topic, action and nature are the documented names', async () => {
    const { sdk, tenant } = await client();
    await sdk.add({ url: receiver.url('/consume') });
    await tenant.send(signed('consume'));
    const message = messageOf(await receiver.next('/consume'));
    await sdk.consume(message);
    expect(message).toMatchObject({
      appId: tenant.appId,
      appEnv: 'TEST',
      topic: 'SIGNATURE',
      action: 'SIGNATURE_SUCCESS',
      msgNature: 'SUCCESS',
      eventId: 'consume',
      content: { signatureRequestId: 'request-1', signerId: 's-1', signatureMethod: 'SIMPLE_STD' },
    });
  });

  it('a token of somebody else, of another environment, or changed is no token, and is not used up', async () => {
    const { sdk, tenant } = await client();
    const stranger = await client();
    await sdk.add({ url: receiver.url('/target') });
    await tenant.send(signed('target'));
    const { verificationToken: token } = messageOf(await receiver.next('/target'));
    expect(await stranger.sdk.check(token)).toMatchObject({ isValid: false, badTarget: true });
    expect(await stranger.sdk.check(token, tenant.appId, 'TEST')).toMatchObject({
      isValid: false,
      badTarget: true,
    });
    expect(await sdk.check(token, sdk.appId, 'PRODUCTION')).toMatchObject({
      isValid: false,
      badTarget: true,
    });
    expect(await sdk.check(`${token}x`)).toMatchObject({ isValid: false, notFound: true });
    expect(await sdk.check('')).toMatchObject({ isValid: false, notFound: true });
    expect(await sdk.check(token)).toMatchObject({ isValid: true, haveBeenConsumed: true });
  });
});

describe('the history of an endpoint (I20, I22, I23, I24, I32)', () => {
  it('tells all, those that passed and those that failed, page by page', async () => {
    const { sdk, tenant } = await client();
    const [{ _id }] = await sdk.add({ url: receiver.url('/history') });
    await tenant.call('PATCH', `/webhooks/${_id}`, { delivery: { retrySchedule: [] } });
    receiver.answer('/history', { status: 201, times: 1 });
    await tenant.send(signed('refused'));
    await until(async () => (await tenant.deliveries('?status=failed'))[0], 'the failure');
    const many = Array.from({ length: 24 }, (_, at) => signed(`passed-${at}`));
    await tenant.call('POST', '/events', many);
    await until(async () => (await tenant.deliveries('?status=succeeded')).length === 24 || null, 'all');
    const all = await sdk.events(_id, 'ALL', 1);
    expect(all.searchData).toEqual({ total: 25, page: 1, nbEventsPerPage: 20 });
    const second = await sdk.events(_id, 'ALL', 2);
    const ids = [...all.events, ...second.events].map((event: { _id: string }) => event._id);
    expect(new Set(ids).size).toBe(25);
    expect((await sdk.events(_id, 'SUCCESS', 1)).searchData.total).toBe(24);
    const failed = await sdk.events(_id, 'FAILED', 1);
    expect(failed.events).toEqual([
      expect.objectContaining({
        _id: 'refused',
        appId: tenant.appId,
        appEnv: 'TEST',
        webhookId: _id,
        topic: 'SIGNATURE',
        action: 'SIGNATURE_SUCCESS',
        msgNature: 'SUCCESS',
        content: expect.objectContaining({ signerId: 's-1' }),
        response: { status: 201, statusText: 'Created' },
        status: 'FAILED',
      }),
    ]);
  });

  it('shows one event, and sends it again, also one that succeeded', async () => {
    const { sdk, tenant } = await client();
    const [{ _id }] = await sdk.add({ url: receiver.url('/again') });
    await tenant.send(signed('again'));
    await until(async () => (await tenant.deliveries('?status=succeeded'))[0], 'the delivery');
    expect(await sdk.event(_id, 'again')).toMatchObject({ _id: 'again', status: 'SUCCESS' });
    expect(await refusedWith(sdk.event(_id, 'nobody'))).toBe('404 WEBHOOK_EVENT_NOT_FOUND');
    expect(await refusedWith(sdk.resend(_id, 'nobody'))).toBe('404 WEBHOOK_EVENT_NOT_FOUND');
    expect(await sdk.resend(_id, 'again')).toBeUndefined();
    const [one, two] = (await receiver.count('/again', 2)).map(messageOf);
    expect(one?.eventId).toBe(two?.eventId);
    expect(one?.verificationToken).not.toBe(two?.verificationToken);
  });
});

describe('the organization that an endpoint belongs to', () => {
  const plan = async ({ organizationId }: Tenant, name: string) => {
    const answer = await signpost.call('PATCH', `/api/v1/organizations/${organizationId}`, { plan: name });
    expect(answer.status).toBe(200);
  };

  it.each(['trial', 'basic'])(
    'has no endpoints on the plan %s, in the words of the vendor (G1)',
    async (name) => {
      const { sdk, tenant } = await client();
      const [{ _id }] = await sdk.add({ url: receiver.url('/plan') });
      await plan(tenant, name);
      const calls = [
        () => sdk.endpoints(),
        () => sdk.add({ url: receiver.url('/plan') }),
        () => sdk.update(_id, { url: receiver.url('/plan') }),
        () => sdk.disable(_id, { SIGNER: true }),
        () => sdk.events(_id, 'ALL', 1),
        () => sdk.event(_id, 'x'),
        () => sdk.resend(_id, 'x'),
        () => sdk.remove(_id),
      ];
      for (const call of calls) expect(await refusedWith(call())).toBe('403 WEBHOOKS_NOT_IN_PLAN');
      expect(await sdk.context()).toMatchObject({ appId: tenant.appId });
      await plan(tenant, 'professional');
      expect(await sdk.endpoints()).toMatchObject([{ _id }]);
    },
  );

  it('with the profile ignisign retries nothing, and wants https in PRODUCTION (I22, I23, I26)', async () => {
    const { sdk, tenant } = await client('TEST', { profile: 'ignisign' });
    await sdk.add({ url: receiver.url('/profile') });
    const [webhook] = (await tenant.call('GET', '/webhooks')).body.data;
    expect(webhook.delivery).toMatchObject({ retrySchedule: [], success: '200' });
    const production = await client('PRODUCTION', { profile: 'ignisign' });
    const refused = production.sdk.add({ url: receiver.url('/profile') });
    expect(await refusedWith(refused)).toBe('400 BODY_VALIDATION_FAILED');
  });

  it('may ask to change only while disabled: this API does not know that, and changes (G11)', async () => {
    const organization = { policies: { changeOnlyWhileDisabled: true } };
    const { sdk } = await client('TEST', organization);
    const [{ _id }] = await sdk.add({ url: receiver.url('/exempt') });
    expect(await sdk.update(_id, { url: receiver.url('/exempt-2') })).toMatchObject([
      { url: receiver.url('/exempt-2') },
    ]);
    await sdk.disable(_id, { SIGNER: true });
    expect(await sdk.remove(_id)).toEqual([]);
  });

  it('may ask for fields that an endpoint cannot say otherwise: they count as said (E12, E17, G8)', async () => {
    const requiredFields = ['events', 'routing.triggers', 'auth'];
    const { sdk } = await client('TEST', { policies: { requiredFields } });
    expect(await sdk.add({ url: receiver.url('/said') })).toHaveLength(1);
  });
});
