// Single sign-on at a real OpenID Connect provider: of an organization, and of the whole server (N16, N10).
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../harness/browser.ts';
import { refusal } from '../harness/http.ts';
import { type IdentityServer, startIdentityServer } from '../harness/identity-server.ts';
import { makeMember, setUp, type TestPerson } from '../harness/people.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let identity: IdentityServer;
let operator: TestPerson;
let tenant: Tenant;
let providers: string;
let settings: { name: string; issuer: string; clientId: string; clientSecret: string };

beforeAll(async () => {
  signpost = await startSignpost();
  identity = await startIdentityServer(`${signpost.app.url}/api/v1/auth/callback`);
  operator = await setUp(signpost);
  const { issuer, clientId, clientSecret } = identity;
  settings = { name: 'XYZ Bank login', issuer, clientId, clientSecret };
});
afterAll(async () => {
  await signpost.stop();
  await identity.stop();
});
beforeEach(async () => {
  tenant = await signpost.tenant();
  providers = `/api/v1/organizations/${tenant.organizationId}/identity-providers`;
});

let people = 0;
function somebody(extra = {}) {
  people += 1;
  const email = `person-${people}@xyzbank.com`;
  return { sub: `subject-${people}`, email, email_verified: true, name: `Person ${people}`, ...extra };
}

async function addProvider(extra: object = {}, path = providers): Promise<string> {
  const created = await signpost.call('POST', path, { ...settings, ...extra });
  if (created.status !== 201) throw new Error(JSON.stringify(created.body));
  return created.body.id;
}

/** Goes to the provider and back, as a browser does; answers where it ends. */
async function signInAt(
  id: string,
  browser: Browser,
  next = '/production/events?status=failed',
): Promise<string> {
  const start = `${signpost.app.url}/api/v1/auth/identity-providers/${id}/start?next=${encodeURIComponent(next)}`;
  let { location, status, text } = await browser.visit(start);
  for (let hops = 0; status === 303 || status === 302; hops += 1) {
    if (hops > 8) throw new Error('Sent around in circles.');
    const url = new URL(location, hops === 0 ? signpost.app.url : identity.issuer);
    const isBack =
      location.startsWith('/') && !location.startsWith('/auth/') && !location.startsWith('/interaction/');
    if (isBack) return location;
    ({ location, status, text } = await browser.visit(url.href));
  }
  throw new Error(`Ended with ${status}: ${text}`);
}

const me = async (browser: Browser) => (await browser.call('GET', '/api/v1/me')).body;

describe("an organization's identity provider", () => {
  it('signs its people in, makes them members by the default role, and leads back to where they were', async () => {
    identity.be(somebody());
    const id = await addProvider({ defaultRole: 'developer' });
    const browser = openBrowser(signpost.app.url);
    expect(await signInAt(id, browser)).toBe('/production/events?status=failed');
    const first = await me(browser);
    expect(first).toMatchObject({
      person: { email: `person-${people}@xyzbank.com`, name: `Person ${people}`, hasPassword: false },
      session: { via: 'identity_provider', organizationId: tenant.organizationId },
      organizations: [{ id: tenant.organizationId, role: 'developer' }],
    });
    expect(browser.cookies.has('signpost_sso')).toBe(false);
    // The same person the next time, also under another address.
    identity.be({ sub: `subject-${people}`, email: 'new-name@xyzbank.com', email_verified: true });
    const again = openBrowser(signpost.app.url);
    await signInAt(id, again);
    expect((await me(again)).person.id).toBe(first.person.id);
  });

  it('without a default role lets in only who is a member or invited', async () => {
    const id = await addProvider();
    identity.be(somebody());
    const browser = openBrowser(signpost.app.url);
    expect(await signInAt(id, browser)).toBe(
      '/login?error=sso_not_a_member&next=%2Fproduction%2Fevents%3Fstatus%3Dfailed',
    );
    refusal(await browser.call('GET', '/api/v1/me'), 'unauthenticated');
    await signpost.call('POST', `/api/v1/organizations/${tenant.organizationId}/invitations`, {
      email: `Person-${people}@xyzbank.com`,
      role: 'viewer',
    });
    expect(await signInAt(id, browser, '/')).toBe('/');
    expect((await me(browser)).organizations).toEqual([
      expect.objectContaining({ id: tenant.organizationId, role: 'viewer' }),
    ]);
    // Who was removed does not come back by the same word.
    const { person } = await me(browser);
    await signpost.call('DELETE', `/api/v1/organizations/${tenant.organizationId}/members/${person.id}`);
    expect(await signInAt(id, browser, '/')).toBe('/login?error=sso_not_a_member');
  });

  it("opens no other organization of the person's, and lets nobody change the password", async () => {
    const other = await signpost.tenant();
    const member = await makeMember(signpost.app.url, signpost.call, other.organizationId, 'admin');
    const id = await addProvider({ defaultRole: 'admin' });
    // The provider is in the hands of an organization: it may say that anybody is anybody.
    identity.be({ sub: 'chosen by the provider', email: member.email, email_verified: true });
    const browser = openBrowser(signpost.app.url);
    await signInAt(id, browser);
    const found = await me(browser);
    expect(found.person.id).toBe(member.id);
    expect(found.organizations.map((organization: { id: string }) => organization.id)).toEqual([
      tenant.organizationId,
    ]);
    refusal(await browser.call('GET', `/api/v1/organizations/${other.organizationId}`), 'not_found');
    refusal(await browser.call('GET', `/api/v1/applications/${other.appId}/envs/TEST/webhooks`), 'not_found');
    const listed = (await browser.call('GET', '/api/v1/organizations')).body.data;
    expect(listed).toHaveLength(1);
    const password = 'a much better one';
    refusal(
      await browser.call('POST', '/api/v1/me/password', { current: '', password }),
      'needs_password_session',
    );
    refusal(await browser.call('POST', '/api/v1/me/two-factor', { password: '' }), 'needs_password_session');
    refusal(
      await browser.call('POST', '/api/v1/me/two-factor/confirm', { code: '1' }),
      'needs_password_session',
    );
  });

  it('makes nobody a super admin of the server', async () => {
    const id = await addProvider({ defaultRole: 'admin' });
    identity.be({ sub: 'root?', email: operator.email, email_verified: true });
    const browser = openBrowser(signpost.app.url);
    await signInAt(id, browser, '/');
    expect((await me(browser)).organizations).toHaveLength(1);
    refusal(await browser.call('GET', '/api/v1/people'), 'role_missing');
    refusal(await browser.call('POST', '/api/v1/organizations', { name: 'Eve Bank' }), 'role_missing');
    refusal(await browser.call('POST', `${providers}`, { ...settings }), 'role_missing');
  });

  it('is not believed about an address that it does not call verified, unless told to', async () => {
    const id = await addProvider({ defaultRole: 'viewer' });
    for (const person of [somebody({ email_verified: false }), somebody({ email_verified: undefined })]) {
      identity.be(person);
      expect(await signInAt(id, openBrowser(signpost.app.url), '/')).toBe(
        '/login?error=sso_email_unverified',
      );
    }
    await signpost.call('PATCH', `${providers}/${id}`, { trustsUnverifiedEmail: true });
    expect(await signInAt(id, openBrowser(signpost.app.url), '/')).toBe('/');
  });

  it('gets no secret of another on the word of whoever changes its issuer', async () => {
    const id = await addProvider();
    const other = { issuer: 'https://login.invalid' };
    const refused = await signpost.call('PATCH', `${providers}/${id}`, other);
    expect(refusal(refused, 'credentials_required').path).toBe('clientSecret');
    const changed = await signpost.call('PATCH', `${providers}/${id}`, { ...other, clientSecret: 'new' });
    expect(changed.body.issuer).toBe(other.issuer);
  });

  it('does not let one subject be another who has the same address', async () => {
    const id = await addProvider({ defaultRole: 'viewer' });
    const person = somebody();
    identity.be(person);
    await signInAt(id, openBrowser(signpost.app.url), '/');
    identity.be({ ...person, sub: 'somebody else' });
    expect(await signInAt(id, openBrowser(signpost.app.url), '/')).toBe('/login?error=sso_refused');
  });

  it('that is deleted or disabled signs nobody in, and its sessions end when it is deleted', async () => {
    const id = await addProvider({ defaultRole: 'viewer' });
    identity.be(somebody());
    const browser = openBrowser(signpost.app.url);
    await signInAt(id, browser, '/');
    await signpost.call('PATCH', `${providers}/${id}`, { enabled: false });
    const start = `${signpost.app.url}/api/v1/auth/identity-providers/${id}/start`;
    expect((await browser.visit(start)).status).toBe(404);
    expect((await signpost.call('DELETE', `${providers}/${id}`)).status).toBe(204);
    refusal(await browser.call('GET', '/api/v1/me'), 'unauthenticated');
  });

  it('that refuses somebody, or is answered for by nobody, leads back to the sign-in page', async () => {
    const id = await addProvider({ defaultRole: 'viewer' });
    identity.be(null);
    expect(await signInAt(id, openBrowser(signpost.app.url), '/')).toBe('/login?error=sso_refused');
    const closed = await startIdentityServer('http://127.0.0.1/');
    await closed.stop();
    const away = await addProvider({ issuer: closed.issuer });
    expect(await signInAt(away, openBrowser(signpost.app.url), '/')).toBe('/login?error=sso_unavailable');
    const test = async (which: string) => (await signpost.call('POST', `${providers}/${which}/test`)).body;
    expect(await test(id)).toEqual({ reachable: true, problem: null });
    expect(await test(away)).toEqual({ reachable: false, problem: expect.stringContaining('ECONNREFUSED') });
  });

  it('answers only what was asked in this very browser, once and in time', async () => {
    const id = await addProvider({ defaultRole: 'viewer' });
    identity.be(somebody());
    const callback = `${signpost.app.url}/api/v1/auth/callback`;
    const stranger = openBrowser(signpost.app.url);
    expect((await stranger.visit(`${callback}?code=x&state=y`)).location).toBe('/login?error=sso_refused');
    // An attacker's own answer, planted in the browser of somebody else who is just signing in.
    const victim = openBrowser(signpost.app.url);
    await victim.visit(`${signpost.app.url}/api/v1/auth/identity-providers/${id}/start`);
    expect((await victim.visit(`${callback}?code=x&state=y`)).location).toBe('/login?error=sso_refused');
    expect(victim.cookies.has('signpost_session')).toBe(false);
    expect(victim.setCookies.get('signpost_sso')).toMatch(/HttpOnly/);
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ])('never leads to %j afterwards', async (next) => {
    const id = await addProvider({ defaultRole: 'viewer' });
    identity.be(somebody());
    expect(await signInAt(id, openBrowser(signpost.app.url), next)).toBe('/');
  });
});

describe('an identity provider of the whole server', () => {
  const path = '/api/v1/identity-providers';

  it('signs in who has an account, everywhere that the person belongs', async () => {
    const member = await makeMember(signpost.app.url, signpost.call, tenant.organizationId, 'developer');
    const id = await addProvider({ onSignInPage: true, domains: ['corporation.example'] }, path);
    expect((await operator.browser.call('GET', '/api/v1/auth')).body.identityProviders).toEqual([
      { id, name: 'XYZ Bank login' },
    ]);
    const find = async (email: string) =>
      (await operator.browser.call('POST', '/api/v1/auth/identity-providers/find', { email })).body
        .identityProvider;
    expect(await find('Anybody@Corporation.example')).toEqual({ id, name: 'XYZ Bank login' });
    expect(await find('anybody@else.example')).toBeNull();
    identity.be({ sub: 'member', email: member.email, email_verified: true });
    const browser = openBrowser(signpost.app.url);
    await signInAt(id, browser, '/');
    expect(await me(browser)).toMatchObject({
      person: { id: member.id },
      session: { via: 'identity_provider', organizationId: null },
      organizations: [{ id: tenant.organizationId, role: 'developer' }],
    });
    identity.be(somebody());
    expect(await signInAt(id, openBrowser(signpost.app.url), '/')).toBe('/login?error=sso_not_a_member');
    expect((await signpost.call('DELETE', `${path}/${id}`)).status).toBe(204);
  });

  it('is for super admins of the server alone', async () => {
    const chief = await makeMember(signpost.app.url, signpost.call, tenant.organizationId, 'super_admin');
    refusal(await chief.browser.call('GET', path), 'role_missing');
    refusal(await chief.browser.call('POST', path, settings), 'role_missing');
    expect((await operator.browser.call('GET', path)).status).toBe(200);
  });
});

describe('the settings of an identity provider', () => {
  it('belong to super admins of the organization; what leads others to it does not', async () => {
    const chief = await makeMember(signpost.app.url, signpost.call, tenant.organizationId, 'super_admin');
    const admin = await makeMember(signpost.app.url, signpost.call, tenant.organizationId, 'admin');
    refusal(await admin.browser.call('GET', providers), 'role_missing');
    const created = await chief.browser.call('POST', providers, settings);
    expect(created.body).toMatchObject({
      hasClientSecret: true,
      redirectUrl: `${signpost.app.url}/api/v1/auth/callback`,
      signInUrl: `${signpost.app.url}/login?identityProvider=${created.body.id}`,
    });
    expect(JSON.stringify(created.body)).not.toContain(settings.clientSecret);
    for (const [name, value] of Object.entries({ onSignInPage: true, domains: ['gmail.com'] })) {
      const refused = await chief.browser.call('PATCH', `${providers}/${created.body.id}`, { [name]: value });
      expect(refusal(refused, 'role_missing').path).toBe(name);
    }
    const url = `/api/v1/auth?identityProvider=${created.body.id}`;
    expect((await openBrowser(signpost.app.url).call('GET', url)).body.identityProviders[0].id).toBe(
      created.body.id,
    );
  });

  it.each([
    ['http://login.xyzbank.com', 'invalid_field'],
    ['https://10.0.0.1/', 'url_refused'],
    ['https://169.254.169.254/', 'url_refused'],
    ['https://[fd00:ec2::254]/', 'url_refused'],
    ['https://user@login.xyzbank.com', 'url_refused'],
    ['ftp://login.xyzbank.com', 'invalid_field'],
    ['login.xyzbank.com', 'invalid_field'],
  ] as const)('refuse the issuer %s: Signpost would have to ask it', async (issuer, code) => {
    expect(refusal(await signpost.call('POST', providers, { ...settings, issuer }), code).path).toBe(
      'issuer',
    );
  });
});
