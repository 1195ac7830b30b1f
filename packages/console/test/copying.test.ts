// Copying where the page came by plain http, and times, which are exact when one asks.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Tenant } from '../../server/test/harness/signpost.ts';
import { violations } from './harness/audit.ts';
import { openBrowser } from './harness/browser.ts';
import { startConsole } from './harness/console.ts';

const browser = await openBrowser();
const on = startConsole(browser);
let tenant: Tenant;

beforeAll(async () => {
  tenant = await on.signpost.tenant();
});

describe.skipIf(browser === null)('on a page that came by plain http', () => {
  /** As a browser has it there: no clipboard for the page. */
  beforeAll(() =>
    on.watched?.context.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    }),
  );

  /** What a person would paste, into a field that is there for that. */
  const pasted = async () => {
    const { page } = on.watched;
    await page.goto(`/${tenant.appId}/production/webhooks`);
    await page.getByRole('searchbox').press('Control+V');
    const text = await page.getByRole('searchbox').inputValue();
    return text;
  };

  it('an id is copied all the same, and that it was is said', async () => {
    const { page } = on.watched;
    const { id } = await tenant.webhook('https://lms.example.com/', { name: 'Copied' });
    await page.goto(`/${tenant.appId}/production/webhooks/${id}`);
    await page.getByRole('button', { name: 'Copy the id' }).first().click();
    await page.getByRole('status').getByText('Copied', { exact: true }).waitFor({ state: 'attached' });
    expect(await pasted()).toBe(id);
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('a key that is shown once is copied out of its dialog, which keeps the focus', async () => {
    const { page } = on.watched;
    await page.goto(`/${tenant.appId}/production/keys`);
    await page.getByRole('button', { name: 'Make key' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Loan system');
    await dialog.getByRole('checkbox').first().check();
    await dialog.getByRole('button', { name: 'Make key' }).click();
    const key = await dialog.getByLabel('Key', { exact: true }).inputValue();
    const copy = dialog.getByRole('button', { name: 'Copy', exact: true });
    await copy.click();
    await dialog.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
    await dialog.getByLabel('I have stored it').check();
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect(await pasted()).toBe(key);
    await page.goto(`/${tenant.appId}/production/keys`);
    await page.getByRole('rowheader').first().waitFor();
    expect((await page.content()).includes(key)).toBe(false);
  });

  it('a moment says itself exactly in both zones, by mouse and by keyboard, and is copied as ISO 8601', async () => {
    const { page } = on.watched;
    const { id, createdAt } = await tenant.webhook('https://lms.example.com/', { name: 'Timed' });
    await page.goto(`/${tenant.appId}/production/webhooks/${id}`);
    const time = page.locator(`button:has(time[datetime="${createdAt}"])`).first();
    await time.focus();
    const tooltip = page.getByRole('tooltip').filter({ hasText: `Copy: ${createdAt}` });
    await tooltip.waitFor();
    expect(await tooltip.innerText()).toMatch(/GMT\+1[\s\S]*UTC/);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('tooltip').getByText('Copied').waitFor();
    expect(await pasted()).toBe(createdAt);
    expect(await on.watched.complaints()).toEqual([]);
  });
});
