// Administering an organization: its people, how they sign in, its policies and plan, and what was done by whom.
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { type IdentityServer, startIdentityServer } from '../../server/test/harness/identity-server.ts';
import { goodPassword, makeMember, type TestPerson } from '../../server/test/harness/people.ts';
import type { Tenant } from '../../server/test/harness/signpost.ts';
import { overflowing, violations } from './harness/audit.ts';
import { openBrowser, openPage, signInAs, type Watched } from './harness/browser.ts';
import { startConsole } from './harness/console.ts';

const browser = await openBrowser();
const started = startConsole(browser);
let tenant: Tenant;
let developer: TestPerson;

const page = () => started.watched.page;
const dialog = () => page().getByRole('dialog');
const at = (path: string) => page().goto(`/organizations/${tenant.organizationId}${path}`);
const api = (path: string) => `/api/v1/organizations/${tenant.organizationId}${path}`;
const read = async (path: string) => (await started.signpost.call('GET', api(path))).body;

async function choose(label: string, option: string): Promise<void> {
  await page().getByRole('combobox', { name: label, exact: true }).click();
  await page().getByRole('option', { name: option, exact: true }).click();
}
async function menu(name: string, item: RegExp): Promise<void> {
  await page()
    .getByRole('button', { name: `Actions for ${name}` })
    .click();
  await page().getByRole('menuitem', { name: item }).click();
}
async function isClean({ page: shown, complaints }: Watched = started.watched): Promise<void> {
  expect(await violations(shown)).toEqual([]);
  expect(await overflowing(shown)).toEqual([]);
  expect(await complaints()).toEqual([]);
}

beforeAll(async () => {
  tenant = await started.signpost.tenant();
  const { app, call } = started.signpost;
  developer = await makeMember(app.url, call, tenant.organizationId, 'developer');
});

describe.skipIf(browser === null)('members (N16, E19)', () => {
  it('are invited with a role that differs in single environments; the link is shown once where no mail is sent', async () => {
    await at('/members');
    await page().getByRole('button', { name: 'Invite' }).click();
    await dialog().getByRole('textbox', { name: 'E-mail address' }).fill('not an address');
    await dialog().getByRole('button', { name: 'Send the invitation' }).click();
    await dialog().getByText('must be an e-mail address').waitFor();
    await isClean();
    await dialog().getByRole('textbox', { name: 'E-mail address' }).fill('dana@xyzbank.com');
    await choose('Role', 'Viewer');
    await choose('Test', 'Developer');
    await choose('Production', 'No access');
    await dialog().getByRole('button', { name: 'Send the invitation' }).click();
    const link = await dialog().getByLabel('Link', { exact: true }).inputValue();
    expect(link).toContain('/invitation#');
    await isClean();
    await dialog().getByLabel('I have stored it').check();
    await dialog().getByRole('button', { name: 'Close' }).click();
    expect((await read('/invitations')).data).toMatchObject([
      { role: 'viewer', environmentRoles: { TEST: 'developer', PRODUCTION: 'none' } },
    ]);
    expect(await page().content()).not.toContain(link);
  });

  it('that have not accepted are reminded with a new link, or their invitation is taken back', async () => {
    await at('/members');
    await page().getByRole('button', { name: 'Send the invitation to dana@xyzbank.com again?' }).click();
    await dialog().getByRole('button', { name: 'Send again' }).click();
    await dialog().getByLabel('I have stored it').check();
    await dialog().getByRole('button', { name: 'Close' }).click();
    await page().getByRole('button', { name: 'Take the invitation to dana@xyzbank.com back?' }).click();
    await dialog().getByRole('button', { name: 'Take back' }).click();
    await page().getByText('No invitation is open.').waitFor();
    expect((await read('/invitations')).data).toEqual([]);
    await isClean();
  });

  it('get another role, a link for a new password, and are removed', async () => {
    await at('/members');
    await menu('The developer', /^Change role/);
    await choose('Role', 'Administrator');
    await isClean();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page().getByRole('cell', { name: 'Administrator' }).waitFor();
    expect((await read('/members')).data).toMatchObject([{ email: developer.email, role: 'admin' }]);
    await menu('The developer', /^Link for a new password/);
    await dialog().getByRole('button', { name: 'Link for a new password' }).click();
    expect(await dialog().getByLabel('Link', { exact: true }).inputValue()).toContain('/reset#');
    await dialog().getByLabel('I have stored it').check();
    await dialog().getByRole('button', { name: 'Close' }).click();
    await menu('The developer', /^Remove/);
    await dialog().getByRole('button', { name: 'Remove' }).click();
    await page().getByText('No members yet').waitFor();
    await isClean();
  });
});

describe.skipIf(browser === null)('an identity provider (N16)', () => {
  let identity: IdentityServer;
  beforeAll(async () => {
    identity = await startIdentityServer(`${started.signpost.app.url}/api/v1/auth/callback`);
    return () => identity.stop();
  });

  it('is added, tested, changed without giving its secret again, and deleted', async () => {
    const { issuer, clientId, clientSecret } = identity;
    await at('/sign-on');
    await page().getByRole('button', { name: 'Add identity provider' }).click();
    await dialog().getByRole('textbox', { name: 'Name' }).fill('XYZ Bank login');
    await dialog().getByRole('textbox', { name: 'Issuer' }).fill('nowhere');
    await dialog().getByRole('textbox', { name: 'Client id' }).fill(clientId);
    await dialog().getByLabel('Client secret', { exact: true }).fill(clientSecret);
    await dialog().getByRole('button', { name: 'Add identity provider' }).click();
    await dialog().getByText('must be the URL of an OpenID Connect issuer').waitFor();
    await isClean();
    await dialog().getByRole('textbox', { name: 'Issuer' }).fill(issuer);
    await dialog().getByRole('button', { name: 'Add identity provider' }).click();
    await menu('XYZ Bank login', /^Test the connection/);
    await page().getByText('XYZ Bank login answers').first().waitFor();
    await menu('XYZ Bank login', /^Edit/);
    await choose('Role of whoever comes uninvited', 'Viewer');
    await dialog().getByRole('switch', { name: 'A button on the sign-in page' }).check();
    await isClean();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page()
      .getByRole('cell', { name: /Viewer/ })
      .waitFor();
    expect((await read('/identity-providers')).data).toMatchObject([
      { defaultRole: 'viewer', onSignInPage: true, hasClientSecret: true },
    ]);
    await menu('XYZ Bank login', /^Delete/);
    await dialog().getByRole('button', { name: 'Delete' }).click();
    await page().getByText('No identity provider yet').waitFor();
    await isClean();
  });
});

describe.skipIf(browser === null)('an organization', () => {
  const policies = () => page().getByRole('region', { name: 'Profile and policies' });

  it('gets the profile of a vendor, and policies of its own beside it (E14, E17)', async () => {
    await at('');
    await choose('Profile', 'emSigner');
    await page().getByText('Saving sets all policies anew').waitFor();
    await policies().getByRole('switch', { name: 'Webhooks use https in Production' }).check();
    await isClean();
    await policies().getByRole('button', { name: 'Save' }).click();
    await page().getByText('Saved').first().waitFor();
    expect(await read('')).toMatchObject({
      profile: 'emsigner',
      policies: { routing: 'one-default', authTypes: ['none', 'basic'], requireHttps: true },
    });
  });

  it('is told which policy cannot be, at its place', async () => {
    await at('');
    await policies().getByRole('combobox', { name: 'Retries of a new webhook' }).fill('soon');
    await page().keyboard.press('Enter');
    await policies().getByRole('button', { name: 'Save' }).click();
    await policies()
      .getByText(/must be a duration/)
      .waitFor();
    await isClean();
  });

  it('without webhooks in its plan says so on every page about them, and has them again with another plan (G1)', async () => {
    await at('');
    await choose('Change the plan', 'Basic');
    await page().getByRole('region', { name: 'Plan' }).getByRole('button', { name: 'Save' }).click();
    await dialog().getByText('All of its webhooks are disabled').waitFor();
    await isClean();
    await dialog().getByRole('button', { name: 'Change the plan' }).click();
    await page().getByText('Basic — without webhooks').waitFor();
    for (const path of ['webhooks', 'webhooks/new', 'alerts', 'replays']) {
      await page().goto(`/${tenant.appId}/production/${path}`);
      await page().getByRole('heading', { name: 'has the plan "basic", which has no webhooks' }).waitFor();
    }
    await isClean();
    await started.signpost.call('PATCH', api(''), { plan: 'professional' });
    await page().goto(`/${tenant.appId}/production/webhooks`);
    await page().getByText('No webhooks in Production yet').waitFor();
  });
});

describe.skipIf(browser === null)('the audit log (N16)', () => {
  it('tells who did what, is filtered by the address, and shows what changed', async () => {
    await started.signpost.call('PATCH', api(''), { name: 'XYZ Bank AG' });
    await at('/audit?kind=organization&action=organization.updated');
    await page().getByRole('button', { name: 'changes of XYZ Bank AG' }).first().click();
    await page().locator('ins').getByText('XYZ Bank AG').waitFor();
    await isClean();
    await choose('What', 'Invitation');
    await page().waitForURL('**/audit?kind=invitation');
    await page().getByText('Invitation: created').first().waitFor();
    await page().getByLabel('To', { exact: true }).fill('2020-01-01');
    await page().waitForURL('**to=2020-01-01');
    await page().getByText('There is no entry').waitFor();
    await isClean();
    await page().getByRole('button', { name: 'Clear filters' }).click();
    await page().waitForURL('**/audit');
  });

  it.each([
    ['CSV, for spreadsheets', 'audit.csv', /^at,action,actorKind,/],
    ['NDJSON, for programs', 'audit.ndjson', /^\{"id":/],
  ])('is saved as %s', async (item, name, begin) => {
    await at('/audit?kind=invitation');
    await page().getByRole('button', { name: 'Export' }).click();
    const saving = page().waitForEvent('download');
    await page().getByRole('menuitem', { name: item }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe(name);
    const text = await readFile(await file.path(), 'utf8');
    expect(text).toMatch(begin);
    expect(text).not.toContain('organization.updated');
  });

  it('of the whole server is there for whoever runs it', async () => {
    await page().goto('/server');
    await page().getByText('SIGNPOST_PUBLIC_URL').waitFor();
    await isClean();
    await page().getByRole('link', { name: 'Audit log' }).and(page().locator('main a')).click();
    await page().getByText('Organization: created').first().waitFor();
    await isClean();
  });
});

describe.skipIf(browser === null)('the people of the server (N16)', () => {
  const people = async (q: string) =>
    (await started.signpost.call('GET', `/api/v1/people?q=${q}`)).body.data[0];
  const done = async (action: string, said: string) => {
    await isClean();
    await dialog().getByRole('button', { name: action, exact: true }).click();
    await page().getByText(said).first().waitFor();
  };

  it('are found by name or address, with the organizations that they belong to', async () => {
    await page().goto('/server');
    await page().getByRole('link', { name: 'People' }).click();
    await page().getByRole('rowheader').first().waitFor();
    await isClean();
    await page().getByRole('searchbox').fill('nobody-like-this');
    await page().getByRole('heading', { name: 'Nobody has such a name or address' }).waitFor();
    await isClean();
    const { app, call } = started.signpost;
    const { email } = await makeMember(app.url, call, tenant.organizationId, 'developer');
    await page().goto(`/server/people?q=${email}`);
    const row = page().getByRole('row').filter({ hasText: email });
    await row.getByText('Developer', { exact: true }).waitFor();
    expect(await row.getByRole('link').getAttribute('href')).toBe(
      `/organizations/${tenant.organizationId}/members`,
    );
  });

  it('become super admins and are it no more, and are disabled and enabled, after being asked', async () => {
    const { app, call } = started.signpost;
    const { email } = await makeMember(app.url, call, tenant.organizationId, 'admin');
    await page().goto(`/server/people?q=${email}`);
    await menu('The admin', /^Make super admin/);
    await done('Make super admin', 'The admin is a super admin now');
    expect(await people(email)).toMatchObject({ superAdmin: true });
    await menu('The admin', /^No super admin/);
    await dialog().getByRole('button', { name: 'No super admin any more' }).click();
    // Nobody else is one: who is the last stays it.
    await dialog().getByText('last_super_admin').waitFor();
    await isClean();
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    const other = await makeMember(app.url, call, tenant.organizationId, 'viewer');
    await page().goto(`/server/people?q=${other.email}`);
    await menu('The viewer', /^Disable/);
    await done('Disable the account', 'The account of The viewer is disabled');
    await page().getByText('Disabled', { exact: true }).waitFor();
    expect(await people(other.email)).toMatchObject({ status: 'disabled' });
    await menu('The viewer', /^Enable/);
    await done('Enable the account', 'The account of The viewer is enabled');
    expect(await people(other.email)).toMatchObject({ status: 'active' });
  });

  it('are helped with signing in, and signed out everywhere', async () => {
    const { app, call } = started.signpost;
    const { email, browser: theirs } = await makeMember(app.url, call, tenant.organizationId, 'viewer');
    await page().goto(`/server/people?q=${email}`);
    await menu('The viewer', /^Link for a new password/);
    await dialog().getByRole('button', { name: 'Link for a new password' }).click();
    expect(await dialog().getByLabel('Link', { exact: true }).inputValue()).toContain('/reset#');
    await dialog().getByLabel('I have stored it').check();
    await dialog().getByRole('button', { name: 'Close' }).click();
    await menu('The viewer', /^Let try again/);
    await done('Let try again', 'The viewer may try again');
    expect((await theirs.call('GET', '/api/v1/me')).status).toBe(200);
    await menu('The viewer', /^Sign out everywhere/);
    await done('Sign out everywhere', 'The viewer is signed out everywhere');
    expect((await theirs.call('GET', '/api/v1/me')).status).toBe(401);
  });
});

describe.skipIf(browser === null)('a viewer', () => {
  let viewer: Watched;
  beforeAll(async () => {
    const { app, call } = started.signpost;
    tenant = await started.signpost.tenant();
    const person = await makeMember(app.url, call, tenant.organizationId, 'viewer');
    await tenant.webhook(started.receiver.url('/seen'), { name: 'Seen' });
    if (browser === null) return;
    viewer = await openPage(browser, app.url);
    await signInAs(viewer, person.email, goodPassword);
    await viewer.page.waitForURL('**/appId_**');
    return () => viewer.close();
  });

  it.each([
    ['webhooks/new', 'You may read here, but not change'],
    ['keys', 'Your role does not open this page'],
  ])('who opens %s by its address is told who may', async (path, title) => {
    await viewer.page.goto(`/${tenant.appId}/production/${path}`);
    await viewer.page.getByRole('heading', { name: title }).waitFor();
    expect(await viewer.page.locator('main form').count()).toBe(0);
    await isClean(viewer);
  });

  it('cannot open the form of a webhook by its address', async () => {
    const { data } = (await tenant.call('GET', '/webhooks')).body;
    await viewer.page.goto(`/${tenant.appId}/production/webhooks/${data[0].id}/edit`);
    await viewer.page.getByRole('heading', { name: 'You may read here, but not change' }).waitFor();
    await isClean(viewer);
  });

  it.each(['members', 'sign-on', 'audit'])('is shown nothing of %s', async (path) => {
    await viewer.page.goto(`/organizations/${tenant.organizationId}/${path}`);
    await viewer.page.getByRole('heading', { name: 'Your role does not open this page' }).waitFor();
    await isClean(viewer);
  });

  it.each(['', '/people', '/sign-on', '/audit'])('is shown nothing of the server: %s', async (path) => {
    await viewer.page.goto(`/server${path}`);
    await viewer.page.getByRole('heading', { name: 'Your role does not open this page' }).waitFor();
    await isClean(viewer);
  });

  it('sees the policies of the organization, and cannot change them', async () => {
    await viewer.page.goto(`/organizations/${tenant.organizationId}`);
    const policies = viewer.page.getByRole('region', { name: 'Profile and policies' });
    expect(await policies.getByRole('combobox', { name: 'Profile' }).isDisabled()).toBe(true);
    expect(await viewer.page.locator('main').getByRole('button', { name: 'Save' }).count()).toBe(0);
    await isClean(viewer);
  });

  const changing =
    /^(add|edit|delete|enable|disable|invite|save|send|resend|revoke|rotate|reset|make key|replay|duplicate|acknowledge|resolve|mute|cancel)/i;

  it.each([
    'webhooks',
    'events',
    'unmatched',
    'alerts',
    'sources',
    'replays',
    'settings',
    'health',
    'catalog',
    '',
  ])('finds no button that changes anything on the page %s', async (path) => {
    await viewer.page.goto(`/${tenant.appId}/production/${path}`);
    await viewer.page.locator('#main h1').waitFor();
    await viewer.page.waitForLoadState('networkidle');
    const main = viewer.page.locator('#main');
    const buttons = await main.getByRole('button').or(main.getByRole('link')).allInnerTexts();
    expect(buttons.filter((text) => changing.test(text))).toEqual([]);
  });
});
