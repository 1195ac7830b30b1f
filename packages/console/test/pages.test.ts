// Every page of the console in a real browser, against the real server: readable by screen readers, in both colour schemes and
// right to left, on a phone, without an error or a request to anywhere else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../../server/test/harness/receiver.ts';
import { rootKey, startSignpost, type TestSignpost } from '../../server/test/harness/signpost.ts';
import { overflowing, violations } from './harness/audit.ts';
import { type Bank, openBank } from './harness/bank.ts';
import { openBrowser, openPage, signIn, type Watched } from './harness/browser.ts';
import { pagesOf } from './harness/pages.ts';

const browser = await openBrowser();
let signpost: TestSignpost;
let receiver: Receiver;
let bank: Bank;

beforeAll(async () => {
  receiver = await startReceiver();
  signpost = await startSignpost();
  bank = await openBank(signpost.app.url, signpost.call, receiver);
});
afterAll(async () => {
  await browser?.close();
  await signpost.stop();
  await receiver.stop();
});

const names = pagesOf({ webhooks: {} } as Bank).map(({ name, isOpen }) => [name, isOpen ?? false] as const);

describe.skipIf(browser === null)('each page', () => {
  let desk: Watched;
  let phone: Watched;

  beforeAll(async () => {
    if (browser === null) return;
    desk = await openPage(browser, signpost.app.url);
    phone = await openPage(browser, signpost.app.url, { width: 390, height: 844, language: 'he-IL' });
    await Promise.all([signIn(desk, rootKey), signIn(phone, rootKey)]);
  });
  afterAll(() => Promise.all([desk.close(), phone.close()]));

  const show = async ({ page }: Watched, name: string) => {
    const found = pagesOf(bank).find((candidate) => candidate.name === name);
    if (!found) throw new Error(`There is no page ${name}.`);
    await page.goto(found.path);
    await page.locator(found.ready).first().waitFor();
  };

  it.each(names)(
    '%s: nothing that axe finds, light and dark, no error, nothing foreign (N21)',
    async (name) => {
      await desk.page.emulateMedia({ colorScheme: 'light' });
      await show(desk, name);
      expect(await violations(desk.page), 'light').toEqual([]);
      await expect.poll(() => overflowing(desk.page)).toEqual([]);
      await desk.page.emulateMedia({ colorScheme: 'dark' });
      await desk.page.locator('html[data-mantine-color-scheme=dark]').waitFor();
      expect(await violations(desk.page), 'dark').toEqual([]);
      expect(await desk.page.title()).toMatch(/ · Signpost$/);
      expect(await desk.complaints()).toEqual([]);
    },
  );

  it.each(names)(
    '%s: right to left on a phone, nothing to scroll sideways, nothing hidden by the navigation',
    async (name) => {
      await show(phone, name);
      await phone.page.setViewportSize({ width: 390, height: 844 });
      expect(await phone.page.getAttribute('html', 'dir')).toBe('rtl');
      expect(await violations(phone.page)).toEqual([]);
      await expect.poll(() => overflowing(phone.page), { message: '390' }).toEqual([]);
      await phone.page.setViewportSize({ width: 320, height: 640 });
      await expect.poll(() => overflowing(phone.page), { message: '320' }).toEqual([]);
      expect(await isUncovered(phone), 'the heading can be seen').toBe(true);
      expect(await phone.complaints()).toEqual([]);
    },
  );

  /** axe does not notice when the navigation lies over the page. */
  const isUncovered = ({ page }: Watched) =>
    page.evaluate(() => {
      const heading = document.querySelector('main h1, main [role=group]');
      if (!heading) return false;
      const { left, top, width, height } = heading.getBoundingClientRect();
      const above = document.elementFromPoint(left + width / 2, top + height / 2);
      return above !== null && heading.contains(above);
    });
});
