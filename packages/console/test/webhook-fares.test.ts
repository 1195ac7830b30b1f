// How a webhook fares, in the list, on its page and beside the others; and the way back of one that was disabled by itself.
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

describe.skipIf(browser === null)('how a webhook fares', () => {
  const open = (path: string) => at.watched.page.goto(`/${tenant.appId}/production${path}`);
  const tallied = (ended: number) =>
    until(async () => {
      const { succeeded, failed } = (await tenant.call('GET', '/stats')).body.total.deliveries;
      return succeeded + failed === ended;
    }, 'the figures');

  it('is told in the list by the hour, by tabs with counts and in charts on its page, and beside others (I32)', async () => {
    const { page } = at.watched;
    at.receiver.answer('/fares-bad', { status: 500 });
    const retrySchedule: string[] = [];
    const { id } = await tenant.webhook(at.receiver.url('/fares-bad'), {
      name: 'Bad',
      delivery: { retrySchedule },
    });
    await tenant.webhook(at.receiver.url('/fares-good'), { name: 'Good' });
    await tenant.send({ id: 'one' });
    await tallied(2);
    await open('/webhooks');
    await page
      .getByRole('img', { name: 'Attempts of the last day by the hour: 0 passed, 1 failed' })
      .waitFor();
    await page
      .getByRole('img', { name: 'Attempts of the last day by the hour: 1 passed, 0 failed' })
      .waitFor();
    const frame = page.getByRole('region', { name: 'List of Configured Webhooks' });
    await expect
      .poll(() => frame.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth))
      .toBe(true);
    await open(`/webhooks/${id}?range=7d`);
    await page.getByRole('radio', { name: 'Last 7 days' }).waitFor({ state: 'attached' });
    await page.getByRole('group', { name: 'Why attempts failed' }).getByText('HTTP 5xx').waitFor();
    await page.getByRole('tab', { name: 'Events' }).click();
    const tabs = page.getByRole('radiogroup', { name: 'Status' });
    await tabs.getByText('Failed 1', { exact: true }).click();
    await page.waitForURL('**status=failed**');
    await page.getByRole('rowheader').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await open('/health');
    const table = page.getByRole('table', { name: 'By webhook' });
    await expect.poll(() => table.getByRole('rowheader').count()).toBe(2);
    await page.getByRole('region', { name: 'What waits' }).getByText('Held', { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
    await table.getByRole('button', { name: 'More figures: Bad' }).click();
    await page.waitForURL(`**webhook=${id}`);
    expect(await at.watched.complaints()).toEqual([]);
  });

  it('says before it is deleted how many deliveries are cancelled with it (G12)', async () => {
    const { page } = at.watched;
    at.receiver.answer('/fares-later', { status: 503 });
    const { id } = await tenant.webhook(at.receiver.url('/fares-later'), {
      name: 'Later',
      delivery: { retrySchedule: ['5h'] },
    });
    await tenant.send();
    await until(
      async () => (await tenant.deliveries('?retrying=true&status=pending')).length === 1,
      'the retry',
    );
    await open(`/webhooks/${id}`);
    await page.getByRole('button', { name: 'Actions for Later' }).click();
    await page.getByRole('menuitem', { name: 'Delete in Production…' }).click();
    await page.getByRole('dialog').getByText('What waits is cancelled: 1 pending, 0 held.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await at.watched.complaints()).toEqual([]);
  });

  it('leads back from being disabled by itself: by a test that passes, and to what was missed (N9)', async () => {
    const { page } = at.watched;
    at.receiver.answer('/fares-gone', { status: 410, times: 2 });
    at.receiver.answer('/fares-gone', { status: 200 });
    const { id } = await tenant.webhook(at.receiver.url('/fares-gone'), { name: 'Gone' });
    await tenant.send();
    await until(
      async () => (await tenant.call('GET', `/webhooks/${id}`)).body.status === 'disabled',
      'that it is disabled',
    );
    await open(`/webhooks/${id}`);
    const button = page.getByRole('button', { name: 'Test and enable again in Production' });
    await button.click();
    await page.getByText('It stays disabled. The test failed:', { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByText('No event missed since then').waitFor();
    await tenant.send();
    await page.reload();
    await page.getByText('1 event missed since then').waitFor();
    const missed = page.getByRole('link', { name: 'Send what it missed…' });
    expect(await missed.getAttribute('href')).toContain(`what=missed&webhooks=${id}`);
    await button.click();
    await button.waitFor({ state: 'detached' });
    expect((await tenant.call('GET', `/webhooks/${id}`)).body.status).toBe('enabled');
    expect(await at.watched.complaints()).toEqual([]);
  });
});
