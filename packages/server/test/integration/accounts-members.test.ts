// Members and invitations of an organization, and what people of the server's super admins can do (E19, G7, N16).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../harness/browser.ts';
import { refusal } from '../harness/http.ts';
import { type MailServer, startMailServer } from '../harness/mail-server.ts';
import { goodPassword, makeMember, setUp, type TestPerson, tokenOf } from '../harness/people.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let tenant: Tenant;
let operator: TestPerson;
let path: string;

beforeAll(async () => {
  signpost = await startSignpost();
  operator = await setUp(signpost);
  tenant = await signpost.tenant();
  path = `/api/v1/organizations/${tenant.organizationId}`;
});
afterAll(() => signpost.stop());

const member = (role: string, environmentRoles = {}, organizationId = tenant.organizationId) =>
  makeMember(signpost.app.url, signpost.call, organizationId, role, environmentRoles);
const accept = (token: string, browser = openBrowser(signpost.app.url), extra = {}) =>
  browser.call('POST', '/api/v1/auth/invitations/accept', { token, ...extra });

describe('an invitation', () => {
  it('without a mail server is a link that the administrator passes on, good once and for a week', async () => {
    const admin = await member('admin');
    const invited = await admin.browser.call('POST', `${path}/invitations`, {
      email: 'Grace@xyzbank.com',
      role: 'developer',
      environmentRoles: { PRODUCTION: 'viewer' },
    });
    expect(invited.status).toBe(201);
    expect(invited.body).toMatchObject({ sent: false, mailProblem: null, invitedBy: { id: admin.id } });
    const token = tokenOf(invited.body.link);
    const open = (await admin.browser.call('GET', `${path}/invitations`)).body.data;
    expect(open).toHaveLength(1);
    expect(open[0]).not.toHaveProperty('link');
    const browser = openBrowser(signpost.app.url);
    expect((await browser.call('POST', '/api/v1/auth/links', { token })).body).toEqual({
      kind: 'invitation',
      email: 'Grace@xyzbank.com',
      organization: { id: tenant.organizationId, name: 'XYZ Bank' },
      role: 'developer',
      hasAccount: false,
      expiresAt: open[0].expiresAt,
    });
    const missing = refusal(await accept(token), 'missing_field');
    expect(missing.problems.map((problem: { path: string }) => problem.path)).toEqual(['name', 'password']);
    const accepted = await accept(token, browser, { name: 'Grace', password: goodPassword });
    expect(accepted.body.me).toMatchObject({
      person: { email: 'Grace@xyzbank.com', superAdmin: false },
      organizations: [
        {
          id: tenant.organizationId,
          name: 'XYZ Bank',
          role: 'developer',
          environmentRoles: { PRODUCTION: 'viewer' },
          applications: [{ id: tenant.appId, name: 'Contracts' }],
        },
      ],
    });
    refusal(await accept(token, browser, { name: 'Grace', password: goodPassword }), 'link_invalid');
    expect((await admin.browser.call('GET', `${path}/invitations`)).body.data).toEqual([]);
  });

  it('of somebody with an account is accepted signed in, and by nobody else', async () => {
    const viewer = await member('viewer');
    const other = await signpost.tenant();
    const invited = await signpost.call('POST', `/api/v1/organizations/${other.organizationId}/invitations`, {
      email: viewer.email,
      role: 'admin',
    });
    const token = tokenOf(invited.body.link);
    expect(refusal(await accept(token), 'sign_in_first').email).toBe(viewer.email);
    refusal(await accept(token, operator.browser), 'invitation_of_another');
    const accepted = await accept(token, viewer.browser);
    const roles = accepted.body.me.organizations.map(({ role }: { role: string }) => role).sort();
    expect(roles).toEqual(['admin', 'viewer']);
    // An API that takes a name and a password here would let whoever has the link set them.
    refusal(
      await accept(token, openBrowser(signpost.app.url), { name: 'Eve', password: goodPassword }),
      'link_invalid',
    );
  });

  it('sent again ends the earlier link; withdrawn ends all', async () => {
    const invite = () =>
      signpost.call('POST', `${path}/invitations`, { email: 'x@xyzbank.com', role: 'viewer' });
    const first = await invite();
    const second = await invite();
    expect(second.body.id).not.toBe(first.body.id);
    const third = await signpost.call('POST', `${path}/invitations/${second.body.id}/resend`);
    const who = { name: 'X', password: goodPassword };
    refusal(await accept(tokenOf(first.body.link), undefined, who), 'link_invalid');
    refusal(await accept(tokenOf(second.body.link), undefined, who), 'link_invalid');
    expect((await signpost.call('DELETE', `${path}/invitations/${second.body.id}`)).status).toBe(204);
    refusal(await accept(tokenOf(third.body.link), undefined, who), 'link_invalid');
    refusal(await signpost.call('DELETE', `${path}/invitations/${second.body.id}`), 'not_found');
    refusal(await signpost.call('POST', `${path}/invitations/${second.body.id}/resend`), 'not_found');
  });

  it('of a member is refused, and so is whatever is no address or role', async () => {
    const viewer = await member('viewer');
    const invite = (body: object) => signpost.call('POST', `${path}/invitations`, body);
    refusal(await invite({ email: viewer.email.toUpperCase(), role: 'viewer' }), 'already_exists');
    for (const email of ['', 'x', 'x@', '@x', 'a b@c', 'a@b,c@d', 'a@b\r\nBcc: c@d', '"a"@b', 'a<b@c>'])
      expect(refusal(await invite({ email, role: 'viewer' }), 'invalid_field').path).toBe('email');
    expect(refusal(await invite({ email: 'a@b.c', role: 'owner' }), 'invalid_field').path).toBe('role');
    expect(
      refusal(
        await invite({ email: 'a@b.c', role: 'viewer', environmentRoles: { LIVE: 'viewer' } }),
        'unknown_field',
      ).path,
    ).toBe('environmentRoles.LIVE');
  });
});

describe('invitations by mail', () => {
  let mail: MailServer;
  let mailing: TestSignpost;
  let base: string;
  beforeAll(async () => {
    mail = await startMailServer({ user: 'signpost', password: 'p:a/s@s' });
    mailing = await startSignpost({ config: { smtpUrl: mail.url } });
    base = `/api/v1/organizations/${(await mailing.tenant()).organizationId}/invitations`;
  });
  afterAll(async () => {
    await mailing.stop();
    await mail.stop();
  });

  it('are mailed, and the link is shown to nobody else', async () => {
    const operatorThere = await setUp(mailing, 'ada@xyzbank.com');
    const invited = await operatorThere.browser.call('POST', base, {
      email: 'Grace@xyzbank.com',
      role: 'admin',
    });
    expect(invited.body).toMatchObject({ sent: true, link: null, mailProblem: null });
    const { subject, text, link } = await mail.next('Grace@xyzbank.com');
    expect(subject).toBe('Invitation to XYZ Bank on Signpost');
    expect(text).toContain('Root invites you to XYZ Bank');
    expect(link).toMatch(new RegExp(`^${mailing.app.url}/invitation#\\w{43}$`));
  });

  it('that the mail server does not take are handed to the administrator with its answer', async () => {
    mail.refuse({ at: 'recipient', code: 550, text: 'No such mailbox here' });
    const invited = await mailing.call('POST', base, { email: 'gone@xyzbank.com', role: 'viewer' });
    mail.refuse(null);
    expect(invited.status).toBe(201);
    expect(invited.body.sent).toBe(false);
    expect(invited.body.mailProblem).toContain('No such mailbox here');
    expect(invited.body.link).toContain('/invitation#');
  });
});

describe('members', () => {
  it('are listed with their roles, changed and removed by administrators', async () => {
    const admin = await member('admin');
    const viewer = await member('viewer');
    const listed = (await admin.browser.call('GET', `${path}/members?limit=2`)).body;
    expect(listed.nextCursor).toEqual(expect.any(String));
    expect(listed.data[0]).toEqual({
      id: viewer.id,
      email: viewer.email,
      name: 'The viewer',
      role: 'viewer',
      environmentRoles: {},
      twoFactor: false,
      status: 'active',
      lastSignInAt: expect.any(String),
      createdAt: expect.any(String),
    });
    const change = { role: 'developer', environmentRoles: { PRODUCTION: 'none' } };
    expect((await admin.browser.call('PATCH', `${path}/members/${viewer.id}`, change)).body).toMatchObject(
      change,
    );
    const production = `/api/v1/applications/${tenant.appId}/envs/PRODUCTION/webhooks`;
    refusal(await viewer.browser.call('GET', production), 'role_missing');
    expect((await viewer.browser.call('GET', production.replace('PRODUCTION', 'TEST'))).status).toBe(200);
    expect((await admin.browser.call('DELETE', `${path}/members/${viewer.id}`)).status).toBe(204);
    // At once, in the session that there is: the organization does not exist any more.
    refusal(await viewer.browser.call('GET', production), 'not_found');
    expect((await viewer.browser.call('GET', '/api/v1/me')).body.organizations).toEqual([]);
    refusal(await admin.browser.call('PATCH', `${path}/members/${viewer.id}`, change), 'not_found');
  });

  it('are made super admins by super admins only, and one stays', async () => {
    const other = await signpost.tenant();
    const members = `/api/v1/organizations/${other.organizationId}/members`;
    const admin = await member('admin', {}, other.organizationId);
    const chief = await member('super_admin', {}, other.organizationId);
    const promote = { role: 'super_admin' };
    refusal(await admin.browser.call('PATCH', `${members}/${admin.id}`, promote), 'role_missing');
    refusal(await admin.browser.call('PATCH', `${members}/${chief.id}`, { role: 'viewer' }), 'role_missing');
    refusal(await admin.browser.call('DELETE', `${members}/${chief.id}`), 'role_missing');
    refusal(
      await admin.browser.call('PATCH', `${members}/${admin.id}`, {
        environmentRoles: { TEST: 'super_admin' },
      }),
      'role_missing',
    );
    refusal(
      await admin.browser.call('POST', `/api/v1/organizations/${other.organizationId}/invitations`, {
        email: 'eve@xyzbank.com',
        role: 'super_admin',
      }),
      'role_missing',
    );
    refusal(
      await chief.browser.call('PATCH', `${members}/${chief.id}`, { role: 'admin' }),
      'last_super_admin',
    );
    refusal(await chief.browser.call('DELETE', `${members}/${chief.id}`), 'last_super_admin');
    expect((await chief.browser.call('PATCH', `${members}/${admin.id}`, promote)).status).toBe(200);
    // Both at once: one of them stays.
    const answers = await Promise.all([
      chief.browser.call('PATCH', `${members}/${chief.id}`, { role: 'admin' }),
      admin.browser.call('PATCH', `${members}/${admin.id}`, { role: 'admin' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('who cannot get in are helped by their administrator, unless they belong to others too', async () => {
    const admin = await member('admin');
    const viewer = await member('viewer');
    const reset = (id: string) => admin.browser.call('POST', `${path}/members/${id}/password-reset`);
    const handed = (await reset(viewer.id)).body;
    expect(handed).toEqual({ sent: false, link: expect.stringContaining('/reset#'), mailProblem: null });
    expect((await admin.browser.call('POST', `${path}/members/${viewer.id}/reset-two-factor`)).status).toBe(
      204,
    );
    const other = await signpost.tenant();
    const invited = await signpost.call('POST', `/api/v1/organizations/${other.organizationId}/invitations`, {
      email: viewer.email,
      role: 'viewer',
    });
    await accept(tokenOf(invited.body.link), viewer.browser);
    // The link would open the other organization too.
    refusal(await reset(viewer.id), 'mail_not_configured');
    refusal(
      await admin.browser.call('POST', `${path}/members/${viewer.id}/reset-two-factor`),
      'person_of_others',
    );
    refusal(await reset(operator.id), 'not_found');
  });
});

describe('the super admin of the server', () => {
  it('reaches every organization and makes new ones, unlike administrators', async () => {
    const admin = await member('admin');
    const created = await operator.browser.call('POST', '/api/v1/organizations', { name: 'ABC Bank' });
    expect(created.status).toBe(201);
    refusal(await admin.browser.call('POST', '/api/v1/organizations', { name: 'Eve Bank' }), 'role_missing');
    const all = (await operator.browser.call('GET', '/api/v1/organizations')).body.data;
    expect(all.length).toBeGreaterThan(1);
    const own = (await admin.browser.call('GET', '/api/v1/organizations')).body.data;
    expect(own.map(({ id }: { id: string }) => id)).toEqual([tenant.organizationId]);
    expect((await operator.browser.call('GET', `${path}/members`)).status).toBe(200);
    refusal(await admin.browser.call('GET', `/api/v1/organizations/${created.body.id}`), 'not_found');
    const me = (await operator.browser.call('GET', '/api/v1/me')).body;
    expect(me.organizations.every(({ role }: { role: string }) => role === 'super_admin')).toBe(true);
    const lone = await makeMember(signpost.app.url, signpost.call, created.body.id, 'viewer');
    await operator.browser.call('DELETE', `/api/v1/organizations/${created.body.id}/members/${lone.id}`);
    expect((await lone.browser.call('GET', '/api/v1/organizations')).body).toEqual({
      data: [],
      nextCursor: null,
    });
  });

  it('finds people, disables and helps them, and cannot be the last to go', async () => {
    const viewer = await member('viewer');
    const find = (q: string) => operator.browser.call('GET', `/api/v1/people?q=${encodeURIComponent(q)}`);
    expect((await find(viewer.email.toUpperCase())).body.data).toEqual([
      expect.objectContaining({
        id: viewer.id,
        status: 'active',
        hasPassword: true,
        organizations: [{ id: tenant.organizationId, name: 'XYZ Bank', role: 'viewer' }],
      }),
    ]);
    expect(JSON.stringify((await find('')).body)).not.toContain('argon2');
    expect((await find('%')).body.data).toEqual([]);
    const person = `/api/v1/people/${viewer.id}`;
    expect((await operator.browser.call('PATCH', person, { disabled: true })).body.status).toBe('disabled');
    refusal(await viewer.browser.call('GET', '/api/v1/me'), 'unauthenticated');
    const signIn = () =>
      viewer.browser.call('POST', '/api/v1/auth/sign-in', { email: viewer.email, password: goodPassword });
    for (let at = 0; at < 5; at += 1) refusal(await signIn(), 'sign_in_refused');
    await operator.browser.call('PATCH', person, { disabled: false });
    refusal(await signIn(), 'sign_in_locked');
    expect((await operator.browser.call('POST', `${person}/unlock`)).status).toBe(204);
    expect((await signIn()).status).toBe(200);
    expect((await operator.browser.call('POST', `${person}/end-sessions`)).status).toBe(204);
    refusal(await viewer.browser.call('GET', '/api/v1/me'), 'unauthenticated');
    expect((await operator.browser.call('POST', `${person}/password-reset`)).body.link).toContain('/reset#');
    refusal(await viewer.browser.call('GET', '/api/v1/people'), 'unauthenticated');
    const own = `/api/v1/people/${operator.id}`;
    refusal(await operator.browser.call('PATCH', own, { superAdmin: false }), 'last_super_admin');
    refusal(await operator.browser.call('PATCH', own, { disabled: true }), 'last_super_admin');
    expect((await signpost.call('PATCH', person, { superAdmin: true })).body.superAdmin).toBe(true);
    expect((await signpost.call('PATCH', person, { superAdmin: false })).body.superAdmin).toBe(false);
  });
});
