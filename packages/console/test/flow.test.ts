// The way of an administrator from end to end, in one go: a webhook, its secret, a test, events, a receiver that breaks, the
// alert that somebody takes on, and everything that failed sent again. And that none of it is seen from another environment.
import { expect, it } from 'vitest';
import { until } from '../../server/test/harness/until.ts';
import { openBrowser } from './harness/browser.ts';
import { startConsole } from './harness/console.ts';

const browser = await openBrowser();
const on = startConsole(browser);

it.skipIf(browser === null)(
  'a receiver that breaks and comes back is followed from its webhook to the replay, and its secret is in no answer (G9, I23, N8, N9)',
  async () => {
    const { page } = on.watched;
    const tenant = await on.signpost.tenant();
    const at = (path: string, environment = 'production') =>
      page.goto(`/${tenant.appId}/${environment}${path}`);
    const answers: Promise<string>[] = [];

    await at('/webhooks/new');
    await page.getByLabel('Name', { exact: false }).first().fill('Loan system');
    await page.getByLabel('URL', { exact: false }).first().fill(on.receiver.url('/loans'));
    await page.getByRole('button', { name: 'Add webhook in Production' }).click();
    const dialog = page.getByRole('dialog');
    const secret = await dialog.getByLabel('Secret key').inputValue();
    page.on('response', (response) => {
      if (response.url().includes('/api/')) answers.push(response.text().catch(() => ''));
    });
    await dialog.getByLabel('I have stored it').check();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('heading', { name: 'Loan system', level: 1 }).waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1) as string;

    await page.getByRole('tab', { name: 'Test' }).click();
    await page.getByRole('button', { name: /^Send/ }).click();
    expect(await on.receiver.next('/loans', 15_000)).toMatchObject({ method: 'POST' });
    await page.getByText('HTTP 200').first().waitFor();

    on.receiver.answer('/loans', { status: 503 });
    await tenant.call('PATCH', `/webhooks/${id}`, {
      delivery: { retrySchedule: [] },
      alerts: { afterConsecutiveFailures: 2 },
    });
    for (const number of [1, 2, 3]) await tenant.send({ id: `broken-${number}` });
    await until(async () => (await tenant.deliveries('?status=failed')).length === 3, 'the failures');
    await at('/events?status=failed');
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(3);
    await at('/events/broken-2');
    await page.getByRole('button', { name: 'Resend in Production' }).click();
    await page.getByText('Attempt 2').first().waitFor();
    await until(async () => {
      const failed = (await tenant.deliveries('?status=failed')) as readonly { attempts: number }[];
      return failed.some(({ attempts }) => attempts === 2);
    }, 'the second failure');

    await on.signpost.app.look();
    await at('/alerts');
    await page.getByRole('button', { name: 'Actions for the alert about Loan system' }).click();
    await page.getByRole('menuitem', { name: 'Take on' }).click();
    await page.getByText('No open alerts').waitFor();
    on.receiver.answer('/loans', { status: 200 });
    await at('/alerts?state=acknowledged');
    await page.getByRole('button', { name: 'Actions for the alert about Loan system' }).click();
    await page.getByRole('menuitem', { name: 'Replay failed deliveries' }).click();
    await page.locator('#preview').getByText('3', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Send again in Production' }).click();
    await page.getByText('Done', { exact: true }).waitFor();
    await until(async () => (await tenant.deliveries('?status=succeeded')).length === 3, 'the successes');
    await on.signpost.app.look();
    await at('/alerts?state=resolved');
    await page.getByRole('rowheader').getByText('Recovered').waitFor();

    for (const environment of ['test', 'development']) {
      await at('/webhooks', environment);
      await page.getByText(/^No webhooks in/).waitFor();
      await at('/events', environment);
      await page.locator('main h2').first().waitFor();
      expect(await page.getByRole('rowheader').count()).toBe(0);
      await at('/alerts?state=all', environment);
      await page.getByText('No alert here').waitFor();
    }
    const texts = await Promise.all(answers);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => text.includes(secret.slice('whsec_'.length)))).toEqual([]);
    expect(await on.watched.complaints()).toEqual([]);
  },
);
