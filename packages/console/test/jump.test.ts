// The quick ways: Ctrl-K to pages, webhooks and ids; single keys, which can be turned off; and the first steps of an empty
// environment.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Tenant } from '../../server/test/harness/signpost.ts';
import { until } from '../../server/test/harness/until.ts';
import { violations } from './harness/audit.ts';
import { openBrowser } from './harness/browser.ts';
import { startConsole } from './harness/console.ts';

const browser = await openBrowser();
const at = startConsole(browser);
let tenant: Tenant;

beforeEach(async () => {
  tenant = await at.signpost.tenant();
});

describe.skipIf(browser === null)('the quick way', () => {
  const open = (path: string) => at.watched.page.goto(`/${tenant.appId}/production${path}`);
  const press = (key: string) => at.watched.page.keyboard.press(key);
  const jump = async (text: string) => {
    const { page } = at.watched;
    await page.getByRole('button', { name: 'Search and jump' }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press('Control+k');
    const field = page.getByRole('combobox', { name: 'A page, a webhook, or any id' });
    await field.fill(text);
    return field;
  };

  it('leads to pages and to webhooks by their names, also right out of a field', async () => {
    const { page } = at.watched;
    const { id } = await tenant.webhook(at.receiver.url('/jump'), { name: 'Loan updates' });
    await open('/webhooks');
    await page.getByRole('searchbox').focus();
    await (await jump('loan')).press('Enter');
    await page.waitForURL(`**/webhooks/${id}`);
    const field = await jump('');
    await page.getByRole('option').nth(5).waitFor();
    expect(await violations(page)).toEqual([]);
    await field.fill('replay');
    await field.press('Enter');
    await page.waitForURL('**/replays');
    await jump('nothing like this');
    await page.getByRole('dialog').getByText('Nothing found').waitFor();
    await press('Escape');
    expect(await at.watched.complaints()).toEqual([]);
  });

  it('leads from an id to what it belongs to: event, delivery, replay, webhook; else it is looked for', async () => {
    const { page } = at.watched;
    const { id: webhook } = await tenant.webhook(at.receiver.url('/ids'), { name: 'Ids' });
    await tenant.send({ id: 'evt-of-the-sender', envelopeId: 'loan-4711' });
    await until(async () => (await tenant.deliveries('?status=succeeded')).length === 1, 'the delivery');
    const [delivery] = await tenant.deliveries();
    const { body: replay } = await tenant.call('POST', '/deliveries/resend', { ids: [delivery?.id] });
    await open('/alerts');
    for (const [id, path] of [
      ['evt-of-the-sender', '/events/evt-of-the-sender'],
      [delivery?.id, `/events/evt-of-the-sender?delivery=${delivery?.id}`],
      [replay.id, `/replays/${replay.id}`],
      [webhook, `/webhooks/${webhook}`],
      ['loan-4711', '/events?q=loan-4711'],
    ] as const) {
      await (await jump(id ?? '')).press('Enter');
      await page.waitForURL((url) => `${url.pathname}${url.search}`.endsWith(path));
    }
    expect(await at.watched.complaints()).toEqual([]);
  });

  it('goes by two keys, shows all keys by ?, and lets single keys be turned off', async () => {
    const { page } = at.watched;
    await open('');
    await page.getByRole('button', { name: 'Search and jump' }).waitFor();
    await press('g');
    await press('r');
    await page.waitForURL('**/replays');
    await press('g');
    await press('h');
    await page.waitForURL('**/health');
    await press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await sheet.getByText('Send it again, after asking').waitFor();
    expect(await violations(page)).toEqual([]);
    await sheet.getByRole('switch', { name: 'Single keys' }).click();
    await press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await press('g');
    await press('w');
    await press('?');
    await (await jump('webhooks')).waitFor();
    expect(page.url()).toMatch(/\/health$/);
    expect(await sheet.count()).toBe(0);
    await press('Escape');
    await page.evaluate(() => localStorage.clear());
    expect(await at.watched.complaints()).toEqual([]);
  });
});

describe.skipIf(browser === null)('the first steps', () => {
  const open = () => at.watched.page.goto(`/${tenant.appId}/production`);

  it('tick themselves from what there is, hold a command that works, and are put away for good', async () => {
    const { page } = at.watched;
    await page.goto('/');
    await page.evaluate((key) => sessionStorage.setItem('signpost.key', key), tenant.key);
    await open();
    const steps = page.getByRole('region', { name: 'Getting started' });
    await expect
      .poll(() => steps.getByRole('img', { name: 'To do' }).or(steps.getByLabel('To do')).count())
      .toBe(4);
    await steps.getByRole('button', { name: 'Show the code' }).click();
    await steps.getByText('timingSafeEqual', { exact: false }).first().waitFor();
    await steps.getByText('PHP').click();
    await steps.getByText('hash_hmac', { exact: false }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    const command = await steps.locator('pre').first().innerText();
    expect(command).toContain(`Authorization: Bearer ${tenant.key}`);
    at.receiver.answer('/first', { status: 500 });
    await tenant.webhook(at.receiver.url('/first'), { name: 'First', delivery: { retrySchedule: [] } });
    await tenant.send();
    await page.reload();
    await expect.poll(() => steps.getByLabel('Done').count()).toBe(2);
    await steps.getByRole('button', { name: 'Put the first steps away' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Show the first steps' }).waitFor();
    expect(await steps.count()).toBe(0);
    await page.evaluate(() => localStorage.clear());
    expect(await at.watched.complaints()).toEqual([]);
  });
});
