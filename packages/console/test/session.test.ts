// Signing in and out, and where one lands.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setUp } from '../../server/test/harness/people.ts';
import {
  rootKey,
  startSignpost,
  type Tenant,
  type TestSignpost,
} from '../../server/test/harness/signpost.ts';
import { openBrowser, openPage, signIn, type Watched } from './harness/browser.ts';

const browser = await openBrowser();
let signpost: TestSignpost;
let tenant: Tenant;
let watched: Watched;

beforeAll(async () => {
  signpost = await startSignpost();
  await setUp(signpost);
  tenant = await signpost.tenant();
});
beforeEach(async () => {
  if (browser) watched = await openPage(browser, signpost.app.url);
  return () => watched?.close();
});
afterAll(async () => {
  await browser?.close();
  await signpost.stop();
});

describe.skipIf(browser === null)('signing in', () => {
  it('leads back to the address that was asked for, and keeps it over a reload', async () => {
    const { page } = watched;
    const path = `/${tenant.appId}/test/events?status=failed`;
    await page.goto(path);
    await page.waitForURL('**/login?next=*');
    await signIn(watched, rootKey, page.url());
    await page.waitForURL(`**${path}`);
    await page.reload();
    await page.getByRole('heading', { name: 'Event history' }).waitFor();
    expect(await watched.complaints()).toEqual([]);
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'goes nowhere else, whatever the address says: %s',
    async (next) => {
      await signIn(watched, rootKey, `/login?next=${encodeURIComponent(next)}`);
      expect(watched.page.url()).toMatch(new RegExp(`^${signpost.app.url}/appId_`));
      expect(await watched.complaints()).toEqual([]);
    },
  );

  it('refuses a wrong key in words, with the code and what to do', async () => {
    const { page } = watched;
    await page.goto('/login');
    await page.getByRole('link', { name: 'Sign in with a key' }).click();
    await page.getByLabel('Key', { exact: true }).fill('not a key');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(
      /no valid key[\s\S]*Authorization[\s\S]*unauthenticated[\s\S]*[0-9a-f-]{36}/,
    );
  });

  it('with a key of an application opens its environment and shows nothing of the organization', async () => {
    await signIn(watched, tenant.key);
    await watched.page.waitForURL(`**/${tenant.appId}/production`);
    const navigation = watched.page.getByRole('navigation', { name: 'Main navigation' });
    expect(await navigation.getByRole('link').allInnerTexts()).toEqual(
      expect.not.arrayContaining(['Directory', 'API keys', 'Organizations']),
    );
    expect(await watched.complaints()).toEqual([]);
  });

  it('ends with the key: who is signed out lands on the sign-in page, and comes back from there', async () => {
    const { page } = watched;
    const revoked = await signpost.tenant();
    await signIn(watched, revoked.key);
    // A page that still reads would find the key ended before the address that is asked for does.
    await page.waitForLoadState('networkidle');
    const base = `/api/v1/applications/${revoked.appId}/envs/PRODUCTION/keys`;
    const keys = await signpost.call('GET', base);
    await signpost.call('DELETE', `${base}/${keys.body.data[0].id}`);
    await page.goto(`/${revoked.appId}/production/webhooks`);
    await page.waitForURL(/\/login\?.*ended=yes/);
    await page.getByText('You were signed out').waitFor();
  });

  it('signs out and leaves nothing of the key behind', async () => {
    const { page } = watched;
    await signIn(watched, rootKey);
    await page.getByRole('button', { name: 'Your menu' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL('**/login?with=key');
    expect(
      await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }])),
    ).not.toContain(rootKey);
  });
});

describe.skipIf(browser === null)('the frame', () => {
  it('switches language, direction and colours at once, and remembers them (N21)', async () => {
    const { page } = watched;
    await page.goto('/login');
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitem', { name: 'עברית' }).click();
    await page.getByRole('heading', { name: 'כניסה' }).waitFor();
    expect(await page.getAttribute('html', 'dir')).toBe('rtl');
    expect(await page.getAttribute('html', 'lang')).toBe('he');
    await page.getByRole('button', { name: 'צבעים' }).click();
    await page.getByRole('menuitem', { name: 'כהה' }).click();
    await page.reload();
    await page.getByRole('heading', { name: 'כניסה' }).waitFor();
    expect(await page.getAttribute('html', 'data-mantine-color-scheme')).toBe('dark');
    await page.getByRole('button', { name: 'שפה' }).click();
    await page.getByRole('menuitem', { name: '简体中文' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
    expect(await page.getAttribute('html', 'dir')).toBe('ltr');
    expect(await watched.complaints()).toEqual([]);
  });

  it('keeps the list when the environment is switched, and leaves a single thing for its list', async () => {
    const { page } = watched;
    const { id } = await tenant.webhook('https://lms.example.com/');
    await signIn(watched, rootKey, `/${tenant.appId}/production/events?status=failed`);
    const choose = async (present: string, wanted: string) => {
      await page.getByRole('button', { name: `Environment ${present}. Switch` }).click();
      await page.getByRole('menuitem', { name: wanted }).click();
    };
    await choose('Production', 'Test');
    await page.waitForURL(`**/${tenant.appId}/test/events`);
    await page.goto(`/${tenant.appId}/production/webhooks/${id}`);
    await page.locator('main dl').first().waitFor();
    await choose('Production', 'Development');
    await page.waitForURL(`**/${tenant.appId}/development/webhooks`);
  });

  it('is reached by keyboard: first a way to skip it', async () => {
    const { page } = watched;
    await signIn(watched, rootKey, `/${tenant.appId}/production/webhooks`);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  it('opens on a phone as a drawer that closes behind whoever chose', async () => {
    const { page } = watched;
    await page.setViewportSize({ width: 390, height: 800 });
    await signIn(watched, rootKey, `/${tenant.appId}/production`);
    const navigation = page.locator('#navigation');
    const link = navigation.getByRole('link', { name: 'Event history' });
    expect(await link.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Open the navigation' }).click();
    await link.click();
    await page.waitForURL('**/events');
    await page.getByRole('button', { name: 'Open the navigation' }).waitFor();
    expect(await link.isVisible()).toBe(false);
  });
});
