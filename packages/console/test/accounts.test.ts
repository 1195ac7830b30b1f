// People in the browser: from the printed set-up link of a new server to second factor, new password, invitation and provider.
import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IdentityServer, startIdentityServer } from '../../server/test/harness/identity-server.ts';
import { type MailServer, startMailServer } from '../../server/test/harness/mail-server.ts';
import { goodPassword } from '../../server/test/harness/people.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../../server/test/harness/signpost.ts';
import { overflowing, violations } from './harness/audit.ts';
import { entered, openBrowser, openPage, signInAs, type Watched } from './harness/browser.ts';

const browser = await openBrowser();
const email = 'ada@xyzbank.com';
let signpost: TestSignpost;
let mail: MailServer;
let tenant: Tenant;
let watched: Watched;
let secret: string;
let recoveryCode: string;

beforeAll(async () => {
  mail = await startMailServer();
  signpost = await startSignpost({ config: { smtpUrl: mail.url } });
  if (browser) watched = await openPage(browser, signpost.app.url);
});
afterAll(async () => {
  await browser?.close();
  await signpost.stop();
  await mail.stop();
});

const dialog = () => watched.page.getByRole('dialog');
const button = (name: string) => watched.page.getByRole('button', { name, exact: true });
const field = (label: string) => watched.page.getByLabel(label, { exact: true });

async function signOut(): Promise<void> {
  await button('Your menu').click();
  await watched.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await watched.page.waitForURL('**/login');
}

/** The link to a page in the next mail that has one: others tell of changes to the account. */
async function linkTo(page: string, to: string): Promise<string> {
  for (;;) {
    const { link } = await mail.next(to);
    if (link?.includes(`/${page}#`)) return link;
  }
}

/** Readable in both colour schemes and both directions, with nothing to scroll sideways on a phone. */
async function fits(): Promise<void> {
  const { page } = watched;
  for (const dir of ['rtl', 'ltr']) {
    await page.evaluate((value) => {
      document.documentElement.dir = value;
    }, dir);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(() => overflowing(page), { message: `${dir} ${width}` }).toEqual([]);
    }
    expect(await violations(page), dir).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    expect(await violations(page), colorScheme).toEqual([]);
  }
}

describe.skipIf(browser === null)('people', () => {
  it('begin a new server: every address leads to the set-up, and its printed link to a place to work in (N16)', async () => {
    const { page } = watched;
    await page.goto('/organizations');
    await page.waitForURL('**/setup');
    await page.getByText('printed a link').waitFor();
    await page.goto(signpost.app.setUpLink ?? '');
    await page.reload();
    await field('Your name').fill('Ada');
    await field('E-mail address').fill(email);
    await field('New password').fill('short');
    await button('Make the account').click();
    await page.getByText('must have 12').waitFor();
    await fits();
    await field('New password').fill(goodPassword);
    await button('Make the account').click();
    await field('Name of the organization').fill('XYZ Bank');
    await field('Name of the application').fill('Contracts');
    await fits();
    await button('Begin').click();
    await page.waitForURL(/\/appId_[^/]+\/development$/);
    await page.getByRole('heading', { name: 'Getting started' }).waitFor();
    tenant = await signpost.tenant();
    expect(await watched.complaints()).toEqual([]);
  });

  it('find the link used up, and sign in with e-mail address and password, back to where they wanted to go', async () => {
    const { page } = watched;
    await signOut();
    await page.goto(signpost.app.setUpLink ?? '');
    await page.reload();
    await page.getByText('This link does not work').waitFor();
    await page.goto(`/${tenant.appId}/test/events?status=failed`);
    await page.waitForURL('**/login?next=*');
    await signInAs(watched, email, 'a wrong password', page.url());
    await page.getByRole('alert').getByText('The e-mail address or the password is wrong').waitFor();
    await fits();
    await field('Password').fill(goodPassword);
    await button('Sign in').click();
    await page.waitForURL(`**/${tenant.appId}/test/events?status=failed`);
    expect(await watched.complaints()).toEqual([]);
  });

  it('switch two-factor sign-in on by a QR code or its secret, and keep recovery codes', async () => {
    const { page } = watched;
    await button('Your menu').click();
    await page.getByRole('menuitem', { name: 'Your account' }).click();
    await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
    await page.getByText('This one').waitFor();
    await fits();
    await button('Switch two-factor sign-in on').click();
    await dialog().getByLabel('Present password').fill(goodPassword);
    await dialog().getByRole('button', { name: 'Continue' }).click();
    await dialog().getByRole('img', { name: 'QR code' }).waitFor();
    await fits();
    secret = (await dialog().locator('bdi').first().innerText()).replace(/\s/g, '');
    await dialog().getByLabel('Six-digit code').fill(generateSync({ secret }));
    await dialog().getByRole('button', { name: 'Confirm' }).click();
    await dialog().getByRole('heading', { name: 'Your recovery codes' }).waitFor();
    const codes = await dialog().getByRole('listitem').allInnerTexts();
    expect(codes.length).toBeGreaterThanOrEqual(8);
    recoveryCode = codes[0] ?? '';
    await fits();
    expect(await dialog().getByRole('button', { name: 'Close' }).isDisabled()).toBe(true);
    await dialog().getByLabel('I have stored them').check();
    await dialog().getByRole('button', { name: 'Close' }).click();
    await page.getByText(`${codes.length} recovery codes are left.`).waitFor();
    expect(await watched.complaints()).toEqual([]);
  });

  it('are asked for the second factor, and get in by a recovery code once', async () => {
    const { page } = watched;
    await signOut();
    await signInAs(watched, email, goodPassword);
    await field('Six-digit code').fill('not a code');
    await button('Sign in').click();
    await page.getByRole('alert').getByText('The code is wrong').waitFor();
    await fits();
    await button('Use a recovery code').click();
    await field('Recovery code').fill(recoveryCode);
    await button('Sign in').click();
    await entered(page);
    await page.goto('/account');
    await button('Switch two-factor sign-in off').click();
    await dialog().getByLabel('Present password').fill(goodPassword);
    await dialog().getByRole('button', { name: 'Switch two-factor sign-in off' }).click();
    await button('Switch two-factor sign-in on').waitFor();
    expect(await watched.complaints()).toEqual([]);
  });

  it('see where they are signed in, and end the other sessions', async () => {
    const { page } = watched;
    const other = await openPage(browser as NonNullable<typeof browser>, signpost.app.url);
    await signInAs(other, email, goodPassword);
    await entered(other.page);
    await page.reload();
    await button('End all other sessions').click();
    await button('End all other sessions').waitFor({ state: 'detached' });
    await other.page.reload();
    await other.page.waitForURL(/\/login/);
    await other.close();
    expect(await watched.complaints()).toEqual([]);
  });

  it('keep what they typed when the session ends meanwhile: they sign in on top of it', async () => {
    const { page, context } = watched;
    await page.goto(`/${tenant.appId}/production/webhooks/new`);
    await page.getByRole('textbox', { name: 'Name' }).fill('Loan updates');
    await context.clearCookies();
    await page.getByRole('textbox', { name: 'URL' }).fill('https://lms.example.com/hooks');
    await dialog().getByText('Your session ended').waitFor();
    await fits();
    expect(await dialog().getByLabel('E-mail address').inputValue()).toBe(email);
    await dialog().getByLabel('Password', { exact: true }).fill(goodPassword);
    await dialog().getByRole('button', { name: 'Sign in' }).click();
    await dialog().waitFor({ state: 'detached' });
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Loan updates');
    page.once('dialog', (leaving) => void leaving.accept());
    await page.goto('/account');
    await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
    expect(await watched.complaints()).toEqual([]);
  });

  it('choose another password by the link of a mail when they forgot theirs', async () => {
    const { page } = watched;
    await signOut();
    await page.getByRole('link', { name: 'Forgotten your password?' }).click();
    // The page before has a field of the same name.
    await page.getByRole('heading', { name: 'A new password' }).waitFor();
    await field('E-mail address').fill(email);
    await fits();
    await button('Send the link').click();
    await page.getByText('Look into your mail').waitFor();
    await page.goto(await linkTo('reset', email));
    await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
    await fits();
    await field('New password').fill('another good password');
    await button('Set the password and sign in').click();
    await entered(page);
    expect(await watched.complaints()).toEqual([]);
  });

  it('change their e-mail address by a link that is mailed to it', async () => {
    const { page } = watched;
    await page.goto('/account');
    await page.locator('#email').getByLabel('New e-mail address').fill('new.address@xyzbank.com');
    await page.locator('#email').getByLabel('Present password').fill('another good password');
    await fits();
    await button('Send a link to it').click();
    await page.getByText('A link is on its way to new.address@xyzbank.com').waitFor();
    await page.goto(await linkTo('email', 'new.address@xyzbank.com'));
    await page.getByRole('heading', { name: 'Confirm your e-mail address' }).waitFor();
    await fits();
    await button('Confirm this address').click();
    await page.getByText('From now on you sign in with new.address@xyzbank.com.').waitFor();
    await page.getByRole('link', { name: 'Go on to Signpost' }).click();
    await page.goto('/account');
    await page.getByText('You sign in with new.address@xyzbank.com').waitFor();
    expect(await watched.complaints()).toEqual([]);
  });

  it('accept an invitation, and are shown only what their role may do (E19, G7)', async () => {
    const { page } = watched;
    await signOut();
    const path = `/api/v1/organizations/${tenant.organizationId}/invitations`;
    await signpost.call('POST', path, { email: 'viewer@xyzbank.com', role: 'viewer' });
    await page.goto(await linkTo('invitation', 'viewer@xyzbank.com'));
    await page.getByRole('heading', { name: 'Join XYZ Bank' }).waitFor();
    await fits();
    await field('Your name').fill('Vera');
    await field('New password').fill(goodPassword);
    await button('Accept the invitation').click();
    await page.waitForURL(/\/appId_/);
    const links = page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link');
    await links.first().waitFor();
    const names = await links.allInnerTexts();
    expect(names).toContain('Webhooks');
    expect(names).not.toContain('API keys');
    expect(names).not.toContain('Organizations');
    await page.goto(`/${tenant.appId}/production/webhooks`);
    await page.getByText('No webhooks in Production yet').waitFor();
    expect(await page.getByRole('link', { name: 'Add webhook' }).count()).toBe(0);
    expect(await watched.complaints()).toEqual([]);
  });

  it('who guess wrong too often are told until when to wait', async () => {
    const { page } = watched;
    await signOut();
    for (let guess = 0; guess < 6; guess += 1) {
      await signInAs(watched, 'nobody@xyzbank.com', `guess ${guess}`);
      await page.getByRole('alert').waitFor();
    }
    await page.getByText('Too many wrong guesses').waitFor();
    await page.getByText(/Try again at \d/).waitFor();
    expect(await button('Sign in').isDisabled()).toBe(true);
    await fits();
    expect(await watched.complaints()).toEqual([]);
  });
});

describe.skipIf(browser === null)('an identity provider', () => {
  let identity: IdentityServer;
  beforeAll(async () => {
    identity = await startIdentityServer(`${signpost.app.url}/api/v1/auth/callback`);
  });
  afterAll(() => identity.stop());

  it('has a button on the sign-in page, and leads back to the page that was asked for (N16)', async () => {
    const { issuer, clientId, clientSecret } = identity;
    const path = `/api/v1/organizations/${tenant.organizationId}/identity-providers`;
    const settings = { name: 'XYZ Bank login', issuer, clientId, clientSecret, onSignInPage: true };
    const made = await signpost.call('POST', path, { ...settings, defaultRole: 'developer' });
    expect(made.status).toBe(201);
    identity.be({ sub: 'grace', email: 'grace@xyzbank.com', email_verified: true, name: 'Grace' });
    const { page } = watched;
    await page.goto(`/${tenant.appId}/production/events`);
    await page.getByRole('link', { name: 'Sign in with XYZ Bank login' }).click();
    await page.waitForURL(`**/${tenant.appId}/production/events`);
    await page.goto('/account');
    await page.getByText('You signed in at an identity provider').waitFor();
    const seen = await watched.complaints();
    expect(seen.filter((complaint) => !complaint.includes(issuer))).toEqual([]);
    await signOut();
    await page.goto('/login?error=sso_not_a_member');
    await page.getByText('You are not a member').waitFor();
    await fits();
  });
});
