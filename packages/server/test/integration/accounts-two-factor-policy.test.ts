// An organization that asks its members for two-factor sign-in: who has none reaches the own account, and nothing else of it
// (issue 6: people, roles).
import { generateSync } from 'otplib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../harness/browser.ts';
import { refusal } from '../harness/http.ts';
import { goodPassword, makeMember, setUp, type TestPerson } from '../harness/people.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let tenant: Tenant;
let other: Tenant;
let admin: TestPerson;
let operator: TestPerson;

beforeAll(async () => {
  signpost = await startSignpost();
  operator = await setUp(signpost);
  [tenant, other] = await Promise.all([signpost.tenant(), signpost.tenant()]);
  admin = await makeMember(signpost.app.url, signpost.call, tenant.organizationId, 'admin');
});
afterAll(() => signpost.stop());

const organization = () => `/api/v1/organizations/${tenant.organizationId}`;
const webhooks = () => `/api/v1/applications/${tenant.appId}/envs/PRODUCTION/webhooks`;
const ask = (requireTwoFactor: boolean) =>
  signpost.call('PATCH', organization(), { policies: { requireTwoFactor } });

/** A code that was not taken yet: each is good once. */
let step = 0;
const codeOf = (secret: string) =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * step++ });

it('lets members without it only switch it on, at once and until they have', async () => {
  const { browser } = admin;
  expect((await browser.call('GET', webhooks())).status).toBe(200);
  expect((await ask(true)).body.policies.requireTwoFactor).toBe(true);
  for (const path of [webhooks(), organization(), `${organization()}/members`, `${organization()}/audit`])
    refusal(await browser.call('GET', path), 'two_factor_required');
  refusal(
    await browser.call('PATCH', organization(), { policies: { requireTwoFactor: false } }),
    'two_factor_required',
  );

  // What is one's own is still there, with why.
  const me = await browser.call('GET', '/api/v1/me');
  expect(me.body.organizations).toEqual([
    expect.objectContaining({ id: tenant.organizationId, requiresTwoFactor: true }),
  ]);
  expect((await browser.call('GET', '/api/v1/me/sessions')).status).toBe(200);

  const begun = await browser.call('POST', '/api/v1/me/two-factor', { password: goodPassword });
  refusal(await browser.call('GET', webhooks()), 'two_factor_required');
  const { secret } = begun.body;
  await browser.call('POST', '/api/v1/me/two-factor/confirm', { code: codeOf(secret) });
  expect((await browser.call('GET', webhooks())).status).toBe(200);

  // And so it is the next time, with a code.
  const again = openBrowser(signpost.app.url);
  await again.call('POST', '/api/v1/auth/sign-in', { email: admin.email, password: goodPassword });
  refusal(await again.call('GET', webhooks()), 'unauthenticated');
  await again.call('POST', '/api/v1/auth/second-factor', { code: codeOf(secret) });
  expect((await again.call('GET', webhooks())).status).toBe(200);

  // Switched off, it closes the door again.
  await again.call('POST', '/api/v1/me/two-factor/disable', { password: goodPassword });
  refusal(await again.call('GET', webhooks()), 'two_factor_required');
});

it('asks neither keys, nor the root key, nor who runs the server, nor the members of others', async () => {
  await ask(true);
  const elsewhere = await makeMember(signpost.app.url, signpost.call, other.organizationId, 'viewer');
  expect((await tenant.call('GET', '/webhooks')).status).toBe(200);
  expect((await signpost.call('GET', organization())).status).toBe(200);
  expect((await operator.browser.call('GET', organization())).status).toBe(200);
  const foreign = `/api/v1/organizations/${other.organizationId}`;
  expect((await elsewhere.browser.call('GET', foreign)).status).toBe(200);
  // What is not theirs is still not there, whatever it asks for.
  refusal(await elsewhere.browser.call('GET', organization()), 'not_found');
});

it('comes and goes with the policy', async () => {
  const viewer = await makeMember(signpost.app.url, signpost.call, tenant.organizationId, 'viewer');
  await ask(true);
  refusal(await viewer.browser.call('GET', webhooks()), 'two_factor_required');
  await ask(false);
  expect((await viewer.browser.call('GET', webhooks())).status).toBe(200);
});

it('wrong guesses at the own password must wait, and stand in the audit log', async () => {
  const viewer = await makeMember(signpost.app.url, signpost.call, tenant.organizationId, 'viewer');
  const guess = () => viewer.browser.call('POST', '/api/v1/me/two-factor', { password: 'a wrong one' });
  for (let at = 0; at < 5; at++) refusal(await guess(), 'password_refused');
  refusal(await guess(), 'sign_in_locked');
  const change = { current: goodPassword, password: 'another good one' };
  refusal(await viewer.browser.call('POST', '/api/v1/me/password', change), 'sign_in_locked');
  const { body } = await signpost.call('GET', `${organization()}/audit?objectId=${viewer.id}`);
  const told = body.data.map(({ action }: { action: string }) => action).slice(0, 6);
  expect(told).toEqual(['session.locked', ...Array<string>(5).fill('session.refused')]);
  expect(body.data[1]).toMatchObject({
    actor: { kind: 'person', id: viewer.id },
    address: '127.0.0.1',
    after: { reason: 'own_password' },
  });
});
