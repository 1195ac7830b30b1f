// What opens on a page is held to the same as the page itself (N21).
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
  await tenant.webhook(on.receiver.url('/menus'), { name: 'Loans' });
});

describe.skipIf(browser === null)('menus and lists that open', () => {
  it.each(['/webhooks', '/events', '/replays/new', '/catalog', '/health'])(
    'of the page %s have nothing that axe finds, and give the focus back',
    async (path) => {
      const { page } = on.watched;
      await page.goto(`/${tenant.appId}/production${path}`);
      await page.locator('#main h1').waitFor();
      await page.waitForLoadState('networkidle');
      const openers = page.locator('header, #main').locator('[aria-haspopup=menu], [aria-haspopup=listbox]');
      const count = await openers.count();
      expect(count).toBeGreaterThan(2);
      for (let n = 0; n < count; n += 1) {
        const opener = openers.nth(n);
        if (!(await opener.isVisible()) || !(await opener.isEnabled())) continue;
        await opener.click();
        await page.locator('[role=menu], [role=listbox]').filter({ visible: true }).first().waitFor();
        expect(await violations(page), await opener.innerText()).toEqual([]);
        await page.keyboard.press('Escape');
        await expect
          .poll(() => page.locator('[role=menu], [role=listbox]').filter({ visible: true }).count())
          .toBe(0);
        await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
      }
      expect(await on.watched.complaints()).toEqual([]);
    },
    120_000,
  );
});
