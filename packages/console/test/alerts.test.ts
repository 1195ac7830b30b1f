// Alerts in the browser: told in the frame, listed, taken on, muted, resolved, and the way from one to what failed.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Tenant } from '../../server/test/harness/signpost.ts';
import { violations } from './harness/audit.ts';
import { openBrowser } from './harness/browser.ts';
import { startConsole } from './harness/console.ts';

const browser = await openBrowser();
const on = startConsole(browser);
let tenant: Tenant;

beforeEach(async () => {
  tenant = await on.signpost.tenant();
});

describe.skipIf(browser === null)('an alert', () => {
  const at = (path: string) => on.watched.page.goto(`/${tenant.appId}/production${path}`);
  const states = async () =>
    ((await tenant.call('GET', '/alerts')).body.data as { state: string }[]).map(({ state }) => state);

  /** A webhook whose receiver answers 503, and the alert about it. */
  const raised = async () => {
    on.receiver.answer('/down', { status: 503, body: 'being updated' });
    const webhook = await tenant.webhook(on.receiver.url('/down'), {
      name: 'Loan system',
      delivery: { retrySchedule: [] },
      alerts: { afterConsecutiveFailures: 1 },
    });
    const recorded = on.signpost.recorded();
    await tenant.send({ id: 'lost' });
    await recorded;
    await on.signpost.app.look();
    const { body } = await tenant.call('GET', '/alerts');
    return { webhook, alertId: body.data[0].id as string };
  };

  it('is counted in the frame and listed with its webhook; with none the inbox says so', async () => {
    const { page } = on.watched;
    await at('/alerts');
    await page.getByRole('heading', { name: 'No open alerts' }).waitFor();
    await raised();
    await at('/alerts');
    const navigation = page.getByRole('navigation', { name: 'Main navigation' });
    await navigation.getByText('1 open alert').waitFor({ state: 'attached' });
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
    expect(await row.innerText()).toMatch(/Open[\s\S]*Deliveries fail: HTTP 503[\s\S]*Loan system/);
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('says what to do, and leads to the attempt, the test and the failed deliveries', async () => {
    const { page } = on.watched;
    const { webhook } = await raised();
    await at('/alerts');
    await page.getByRole('rowheader').getByRole('link').click();
    await page.getByText('The receiver fails inside.').waitFor();
    await page.getByText('being updated').waitFor();
    expect(await violations(page)).toEqual([]);
    const url = page.url();
    await page.getByRole('link', { name: 'Show the attempt' }).click();
    await page.getByRole('region', { name: 'Response' }).getByText('being updated').waitFor();
    await page.goto(url);
    await page.getByRole('link', { name: 'Failed deliveries', exact: true }).click();
    await page.waitForURL(`**/events?*webhook=${webhook.id}*`);
    expect(page.url()).toMatch(/status=failed.*from=/);
    await page.getByRole('row').getByText('HTTP 503').waitFor();
    await page.goto(url);
    await page.getByRole('link', { name: 'Replay failed deliveries' }).click();
    await page.waitForURL(`**/replays/new?*webhooks=${webhook.id}*`);
    await page.locator('#preview').getByRole('row').nth(1).waitFor();
    await page.goto(url);
    await page.getByRole('link', { name: 'Test the webhook' }).click();
    await page.waitForURL('**?tab=test');
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is taken on, muted, unmuted and resolved', async () => {
    const { page } = on.watched;
    const { alertId } = await raised();
    await at(`/alerts/${alertId}`);
    await page.getByRole('button', { name: 'Take on' }).click();
    await expect.poll(states).toEqual(['acknowledged']);
    await page.getByRole('button', { name: 'Mute' }).click();
    await page.getByRole('menuitem', { name: 'For a day' }).click();
    await expect.poll(states).toEqual(['muted']);
    await page.getByText('Muted until').waitFor();
    await page.getByRole('button', { name: 'Unmute' }).click();
    await expect.poll(states).not.toEqual(['muted']);
    await page.getByRole('button', { name: 'Resolve' }).click();
    await expect.poll(states).toEqual(['resolved']);
    await page.getByRole('button', { name: 'Resolve' }).waitFor({ state: 'detached' });
    await at('/alerts?state=resolved');
    await page.getByRole('rowheader').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is seen to from its row as well, which says whose it is', async () => {
    const { page } = on.watched;
    const { webhook } = await raised();
    await at('/alerts?state=all');
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
    const choose = async (item: string) => {
      await row.getByRole('button', { name: 'Actions for the alert about Loan system' }).click();
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    };
    await row.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'For a week' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await choose('Take on');
    await row.getByText('Taken on', { exact: true }).waitFor();
    await expect.poll(() => row.getByRole('cell').allInnerTexts()).toContain('somebody with a key');
    await choose('For an hour');
    await row.getByText('Muted', { exact: true }).waitFor();
    await choose('Unmute');
    await row.getByText('Muted', { exact: true }).waitFor({ state: 'detached' });
    await choose('Resolve');
    await expect.poll(states).toEqual(['resolved']);
    await choose('Failed deliveries');
    await page.waitForURL(`**/events?*webhook=${webhook.id}*`);
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is told on the page of its webhook, with its health', async () => {
    const { page } = on.watched;
    const { webhook, alertId } = await raised();
    await at(`/webhooks/${webhook.id}`);
    await page.getByText('The last delivery failed').waitFor();
    await page.getByText('Failing since').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Alert about it' }).first().click();
    await page.waitForURL(`**/alerts/${alertId}`);
    expect(await on.watched.complaints()).toEqual([]);
  });
});
