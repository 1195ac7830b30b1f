// Test inboxes in the console: the whole loop from the first step to the request that arrived, with no other server.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Tenant } from '../../server/test/harness/signpost.ts';
import { violations } from './harness/audit.ts';
import { openBrowser } from './harness/browser.ts';
import { startConsole } from './harness/console.ts';

const browser = await openBrowser();
const on = startConsole(browser);
let tenant: Tenant;

beforeEach(async () => {
  tenant = await on.signpost.tenant({ environment: 'TEST' });
});

describe.skipIf(browser === null)('a test inbox', () => {
  const at = (path: string) => on.watched.page.goto(`/${tenant.appId}/test${path}`);
  const dialog = () => on.watched.page.getByRole('dialog');
  const main = () => on.watched.page.getByRole('main');
  const answer = async (status: string) => {
    await main().getByRole('button', { name: 'Change the answer' }).click();
    await dialog().getByRole('combobox', { name: 'Answer' }).click();
    await on.watched.page.getByRole('option', { name: status }).click();
    expect(await violations(on.watched.page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().waitFor({ state: 'detached' });
  };

  it('leads from the first step to a webhook, a test and an event, seen as they arrive with their signature', async () => {
    const { page } = on.watched;
    await at('');
    await page.getByRole('button', { name: 'With a test inbox' }).click();
    await page.waitForURL('**/webhooks/new?inbox=*');
    const url = page.getByRole('textbox', { name: /^URL/ });
    expect(await url.inputValue()).toMatch(new RegExp(`^${on.signpost.app.url}/inbox/[A-Za-z0-9]{32}$`));
    await page.getByText('Requests go to a test inbox of this server:').waitFor();
    expect(await page.getByText('Without https').count()).toBe(0);
    await page.getByRole('textbox', { name: /^Name/ }).fill('First try');
    await page.getByRole('button', { name: 'Add webhook' }).click();
    await dialog().getByLabel('I have stored it').check();
    await dialog().getByRole('button', { name: 'Close' }).click();
    await page.getByRole('tab', { name: 'Test' }).click();
    await page.getByRole('button', { name: 'Send test' }).click();
    await page.getByText('Passed').first().waitFor();
    await page.getByRole('link', { name: 'See what arrives in its test inbox' }).click();
    await page.waitForURL('**/inboxes/*');
    await at('');
    await main().getByRole('link', { name: 'Test inbox' }).click();
    await main().getByText('1 request', { exact: true }).waitFor();
    await main().getByText('It verifies by a live secret of the webhook.').waitFor();
    await tenant.send({ id: 'ours', content: { amount: 250000 } });
    await main().getByText('2 requests', { exact: true }).waitFor();
    await main().getByText('250000').first().waitFor();
    await main().getByRole('link', { name: 'ours' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('answers what it is told, so that a delivery fails, is tried again and gets through', async () => {
    const inbox = (await tenant.call('POST', '/inboxes')).body;
    await tenant.webhook(inbox.url, { delivery: { retrySchedule: ['1s', '1s', '1s', '1s'] } });
    await at(`/inboxes/${inbox.id}`);
    await answer('500: the receiver is down');
    await main().getByText('500 at once').waitFor();
    await tenant.send({ id: 'again' });
    await main()
      .getByRole('button', { name: /POST.*500/ })
      .first()
      .waitFor();
    await answer('200: taken');
    await main()
      .getByRole('button', { name: /POST.*200/ })
      .first()
      .waitFor();
    expect((await tenant.deliveries())[0]).toMatchObject({ status: 'succeeded' });
    // A chosen request stays while others arrive.
    await main()
      .getByRole('button', { name: /POST.*500/ })
      .last()
      .click();
    await main().getByText('Answered').waitFor();
    await tenant.send({ id: 'later' });
    await main().getByRole('button', { name: /later/ }).waitFor();
    await main().getByRole('link', { name: 'again' }).waitFor();
    await main().getByRole('button', { name: 'Follow the newest' }).click();
    await main().getByRole('link', { name: 'later' }).waitFor();
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is made and chosen in the form of a webhook, also of several, and the field that it fills has the focus', async () => {
    const { page } = on.watched;
    const url = () => page.getByRole('textbox', { name: /^URL/ });
    await at('/webhooks/new');
    await page.getByRole('button', { name: 'Use a test inbox' }).click();
    await page.getByText('Requests go to a test inbox of this server:').waitFor();
    const [first] = (await tenant.call('GET', '/inboxes')).body.data;
    expect(await url().inputValue()).toBe(first.url);
    expect(await url().evaluate((field) => field === document.activeElement)).toBe(true);
    const loans = (await tenant.call('POST', '/inboxes', { name: 'Loans' })).body;
    await at('/webhooks/new');
    await page.getByRole('button', { name: 'Use a test inbox' }).click();
    await page.getByRole('menuitem', { name: 'Loans' }).click();
    await page.getByText('Requests go to a test inbox of this server:').waitFor();
    expect(await url().inputValue()).toBe(loans.url);
    await url().fill('http://lms.example.com/');
    await page.getByText('Without https').waitFor();
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is listed with who sends to it, renamed, emptied and deleted after saying what fails then', async () => {
    const { page } = on.watched;
    await at('/inboxes');
    await main().getByRole('button', { name: 'Make a test inbox' }).click();
    await main().getByText('Waiting for the first request').waitFor();
    const [inbox] = (await tenant.call('GET', '/inboxes')).body.data;
    await fetch(inbox.url, { method: 'POST', body: '{}' });
    await main().getByText('1 request', { exact: true }).waitFor();
    const menu = async (name: string, item: RegExp) => {
      await main()
        .getByRole('button', { name: `Actions for ${name}` })
        .click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await menu('Test inbox', /^Rename/);
    await dialog().getByLabel('Name').fill('Loans');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Loans', level: 1 }).waitFor();
    await menu('Loans', /^Empty/);
    await dialog().getByRole('button', { name: 'Empty' }).click();
    await main().getByText('Waiting for the first request').waitFor();
    await tenant.webhook(inbox.url, { name: 'LMS' });
    await at('/inboxes');
    await main().getByRole('link', { name: 'LMS' }).waitFor();
    await menu('Loans', /^Delete/);
    await dialog().getByText('1 webhook sends to it: its deliveries will fail.').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Delete' }).click();
    await main().getByText('No test inbox yet').waitFor();
    expect(await on.watched.complaints()).toEqual([]);
  });
});
