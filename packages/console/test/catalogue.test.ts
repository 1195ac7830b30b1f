// The event catalogue in the browser: found by words, reached by address, shown in every format.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignpost, type Tenant, type TestSignpost } from '../../server/test/harness/signpost.ts';
import { violations } from './harness/audit.ts';
import { openBrowser, openPage, signIn, type Watched } from './harness/browser.ts';

const browser = await openBrowser();
let signpost: TestSignpost;
let tenant: Tenant;
let watched: Watched;

beforeAll(async () => {
  signpost = await startSignpost();
  tenant = await signpost.tenant();
  if (browser) {
    watched = await openPage(browser, signpost.app.url);
    await signIn(watched, tenant.key);
  }
});
afterAll(async () => {
  await browser?.close();
  await signpost.stop();
});

describe.skipIf(browser === null)('the event catalogue', () => {
  const at = (path: string) => watched.page.goto(`/${tenant.appId}/production/catalog${path}`);

  it('tells every type of the API by topic (G16)', async () => {
    const { page } = watched;
    const { body } = await tenant.call('GET', '/../../../../event-types');
    const types = (body.data as { type: string }[]).map(({ type }) => type);
    await at('');
    await page
      .getByRole('status')
      .filter({ hasText: `${types.length} event types` })
      .waitFor();
    const shown = await page.locator('main li a').allInnerTexts();
    expect(shown.toSorted()).toEqual(types.toSorted());
    expect(await watched.complaints()).toEqual([]);
  });

  it('is searched by words that stay in the address, and leads to the type (G16)', async () => {
    const { page } = watched;
    await at('');
    await page.getByRole('textbox', { name: 'Type, title or meaning' }).fill('signer signed');
    await page.waitForURL('**/catalog?q=signer+signed');
    await page.getByRole('link', { name: 'signer.signed', exact: true }).click();
    await page.waitForURL('**/catalog/signer.signed');
    await page.getByRole('heading', { name: 'signer.signed', level: 1 }).waitFor();
    await page.getByRole('region', { name: 'What a sender gives' }).first().waitFor();
    await page.goBack();
    await page.waitForURL('**/catalog?q=signer+signed');
    expect(await watched.complaints()).toEqual([]);
  });

  it('says in every format what a receiver gets, by address alone (G16)', async () => {
    const { page } = watched;
    const request = page.getByRole('group', { name: 'Request', exact: true });
    await at('/signer.signed?content=xml');
    await expect.poll(() => request.innerText()).toContain('<?xml');
    await at('/signer.signed');
    await page.getByRole('combobox', { name: 'Format' }).click();
    await page.getByRole('option', { name: 'DocuSign Connect' }).click();
    await page.waitForURL('**?dialect=docusign-connect');
    await expect.poll(() => request.innerText()).toContain('recipient-completed');
    expect(await violations(page)).toEqual([]);
    expect(await watched.complaints()).toEqual([]);
  });

  it('says in words when a format cannot express a type, and names types close to a mistyped one', async () => {
    const { page } = watched;
    await at('/signer.created?dialect=adobe-sign');
    await page.getByRole('region', { name: 'What a receiver gets' }).getByRole('group').first().waitFor();
    await at('/signer.sined');
    await page.getByText('signer.signed').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
