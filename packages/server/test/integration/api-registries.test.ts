// What forms and pages ask beside the objects themselves: whose an application is, which platforms and formats there are,
// what a new webhook begins with, what still waits, what refers to an entry, what the server is (E11, G1, I23).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { dialects } from '../../src/dialects/index.ts';
import { sources } from '../../src/sources/index.ts';
import { refusal } from '../harness/http.ts';
import { makeMember, setUp, type TestPerson } from '../harness/people.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { caller, startSignpost, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let receiver: Receiver;
let operator: TestPerson;

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
  operator = await setUp(signpost);
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
});

describe('an application', () => {
  it('tells its name and its organization to each of its keys, whatever their scopes and environment', async () => {
    const tenant = await signpost.tenant({ scopes: ['events:write'], environment: 'TEST' });
    const path = `/api/v1/applications/${tenant.appId}`;
    const answer = await caller(signpost.app.url, tenant.key)('GET', path);
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        id: tenant.appId,
        name: 'Contracts',
        organizationId: tenant.organizationId,
        organization: { id: tenant.organizationId, name: 'XYZ Bank', plan: 'professional' },
        createdAt: expect.any(String),
      },
    ]);
    expect((await signpost.call('GET', path)).body).toEqual(answer.body);
    const viewer = await makeMember(signpost.app.url, signpost.call, tenant.organizationId, 'viewer');
    expect((await viewer.browser.call('GET', path)).body).toEqual(answer.body);
  });

  it('does not exist for keys of others, nor where there is none', async () => {
    const [tenant, other] = await Promise.all([signpost.tenant(), signpost.tenant()]);
    const foreign = caller(signpost.app.url, other.key);
    refusal(await foreign('GET', `/api/v1/applications/${tenant.appId}`), 'not_found');
    refusal(await signpost.call('GET', '/api/v1/applications/appId_none'), 'not_found');
    refusal(await signpost.call('GET', '/api/v1/applications/none'), 'not_found');
  });
});

describe('registries', () => {
  it('list every platform with what its source needs and how it is set up', async () => {
    const tenant = await signpost.tenant({ scopes: ['events:read'] });
    const { status, body } = await caller(signpost.app.url, tenant.key)('GET', '/api/v1/source-platforms');
    expect([status, body.nextCursor]).toEqual([200, null]);
    expect(body.data.map(({ platform }: { platform: string }) => platform)).toEqual(
      sources.map(({ platform }) => platform),
    );
    for (const { guide, title, secret } of body.data) {
      expect(guide.length, title).toBeGreaterThan(1);
      expect(['required', 'optional', 'none']).toContain(secret);
    }
  });

  it('list every receiver format with what a webhook may choose', async () => {
    const tenant = await signpost.tenant({ scopes: ['events:read'] });
    const { body } = await caller(signpost.app.url, tenant.key)('GET', '/api/v1/dialects');
    expect(body.data.map(({ name }: { name: string }) => name)).toEqual(dialects.map(({ name }) => name));
    expect(body.data[0]).toMatchObject({
      title: 'Signpost',
      schemes: ['hmac', 'ed25519'],
      success: '2xx',
      docs: 'docs/dialects/signpost.md',
    });
    expect(body.data[0].contentTypes).toContain('application/xml');
  });

  it('are for whoever has a key or a session', async () => {
    for (const path of ['/api/v1/source-platforms', '/api/v1/dialects']) {
      refusal(await caller(signpost.app.url, null)('GET', path), 'unauthenticated');
    }
  });
});

describe('the defaults of webhooks', () => {
  it('are what a webhook becomes of which nothing is said', async () => {
    for (const profile of ['signpost', 'emsigner', 'esignglobal', 'ignisign']) {
      const organization = { profile, policies: { requiredFields: [] } };
      const tenant = await signpost.tenant({ scopes: ['webhooks:read', 'webhooks:write'], organization });
      const { body: defaults } = await tenant.call('GET', '/webhook-defaults');
      const made = await tenant.webhook('https://receiver.invalid/');
      expect(made, profile).toMatchObject(defaults.webhook);
      expect(defaults.policies.requiredFields).toEqual([]);
    }
  });

  it('name the default webhook where there may be only one', async () => {
    const tenant = await signpost.tenant({ organization: { policies: { routing: 'one-default' } } });
    const holder = async () => (await tenant.call('GET', '/webhook-defaults')).body.defaultWebhook;
    expect(await holder()).toBeNull();
    const made = await tenant.webhook(receiver.url('/'));
    expect(await holder()).toEqual({ id: made.id, name: 'Receiver' });
    const open = await signpost.tenant();
    await open.webhook(receiver.url('/'));
    expect((await open.call('GET', '/webhook-defaults')).body.defaultWebhook).toBeNull();
  });
});

it('what waits for a webhook is counted, before it is deleted', async () => {
  const tenant = await signpost.tenant();
  receiver.answer('/fails', { status: 500 });
  const webhook = await tenant.webhook(receiver.url('/fails'), { delivery: { retrySchedule: ['1h'] } });
  const waiting = async () => (await tenant.call('GET', `/webhooks/${webhook.id}/waiting`)).body;
  const none = { count: 0, isEstimate: false };
  const two = { count: 2, isEstimate: false };
  expect(await waiting()).toEqual({ pending: none, held: none });
  for (const _ of ['first', 'second']) {
    const failed = signpost.recorded(({ webhookId }) => webhookId === webhook.id);
    await tenant.send();
    await failed;
  }
  expect(await waiting()).toEqual({ pending: two, held: none });
  await tenant.call('POST', `/webhooks/${webhook.id}/disable`, { pending: 'hold' });
  expect(await waiting()).toEqual({ pending: none, held: two });
  refusal(await tenant.call('GET', '/webhooks/none/waiting'), 'not_found');
});

describe('what refers to an entry of the directory', () => {
  it('is told by webhooks and envelopes, of all applications of the organization and of no other', async () => {
    const [tenant, other] = await Promise.all([signpost.tenant(), signpost.tenant()]);
    for (const { knows } of [tenant, other]) await knows('departments', 'Loans', 'HR');
    const idOf = async ({ organizationId }: typeof tenant, name: string) =>
      (await signpost.call('GET', `/api/v1/organizations/${organizationId}/departments?name=${name}`)).body
        .data[0].id;
    for (const { call } of [tenant, other]) {
      await call('PUT', '/envelopes/one', { department: 'loans' });
      await call('PUT', '/envelopes/two', { department: 'HR' });
    }
    const webhook = await tenant.webhook(receiver.url('/'), { routing: { departments: ['Loans'] } });
    const usage = async (name: string) =>
      (
        await signpost.call(
          'GET',
          `/api/v1/organizations/${tenant.organizationId}/departments/${await idOf(tenant, name)}/usage`,
        )
      ).body;
    const place = { applicationId: tenant.appId, environment: 'PRODUCTION' };
    expect(await usage('Loans')).toEqual({
      webhooks: { count: 1, named: [{ id: webhook.id, name: 'Receiver', ...place }] },
      envelopes: { count: 1, isAtLeast: false },
    });
    expect(await usage('HR')).toMatchObject({ webhooks: { count: 0, named: [] }, envelopes: { count: 1 } });
    refusal(
      await signpost.call(
        'GET',
        `/api/v1/organizations/${tenant.organizationId}/departments/${await idOf(other, 'HR')}/usage`,
      ),
      'not_found',
    );
  });
});

it('the server tells its operator what it is, and nobody else', async () => {
  const expected = {
    version: manifest.version,
    publicUrl: signpost.app.url,
    mailConfigured: false,
    retentionDays: null,
    workers: 1,
    workersAlive: 1,
    embeddedDatabase: false,
  };
  expect((await signpost.call('GET', '/api/v1/server')).body).toEqual(expected);
  expect((await operator.browser.call('GET', '/api/v1/server')).body).toEqual(expected);
  const tenant = await signpost.tenant();
  refusal(await caller(signpost.app.url, tenant.key)('GET', '/api/v1/server'), 'root_key_required');
  const admin = await makeMember(signpost.app.url, signpost.call, tenant.organizationId, 'super_admin');
  refusal(await admin.browser.call('GET', '/api/v1/server'), 'role_missing');
});
