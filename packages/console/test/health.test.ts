// Figures and charts in the browser: what they say, as a picture and as a table, and the way to the deliveries behind a bar.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../../server/test/harness/receiver.ts';
import {
  rootKey,
  startSignpost,
  type Tenant,
  type TestSignpost,
} from '../../server/test/harness/signpost.ts';
import { until } from '../../server/test/harness/until.ts';
import { violations } from './harness/audit.ts';
import { openBrowser, openPage, signIn, type Watched } from './harness/browser.ts';

const browser = await openBrowser();
let signpost: TestSignpost;
let receiver: Receiver;
let tenant: Tenant;
let watched: Watched;
let good: string;

beforeAll(async () => {
  receiver = await startReceiver();
  signpost = await startSignpost();
  tenant = await signpost.tenant();
  if (!browser) return;
  receiver.answer('/bad', { status: 500 });
  good = (await tenant.webhook(receiver.url('/good'), { name: 'Good' })).id;
  await tenant.webhook(receiver.url('/bad'), { name: 'Bad', delivery: { retrySchedule: [] } });
  for (const id of ['one', 'two']) await tenant.send({ id, type: 'signer.signed' });
  await tenant.send({ id: 'three', type: 'signer.viewed' });
  // Figures come a few seconds after what they count.
  await until(async () => {
    const { succeeded, failed } = (await tenant.call('GET', '/stats')).body.total.deliveries;
    return succeeded === 3 && failed === 3;
  }, 'the figures of six deliveries');
  watched = await openPage(browser, signpost.app.url);
  await watched.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(watched, rootKey);
});
afterAll(async () => {
  await browser?.close();
  await signpost.stop();
  await receiver.stop();
});

describe.skipIf(browser === null)('delivery health', () => {
  const at = (path: string) => watched.page.goto(`/${tenant.appId}/production${path}`);
  const figure = (text: string) => watched.page.locator('main dl').getByText(text, { exact: true });
  const card = (name: string) => watched.page.getByRole('group', { name, exact: true }).first();

  it('is told in figures, as a chart, as a table with the same figures, and as CSV', async () => {
    const { page } = watched;
    await at('/health');
    await figure('50%').waitFor();
    const deliveries = card('Deliveries that ended');
    await deliveries.locator('svg.recharts-surface').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await deliveries.getByRole('button', { name: 'Show as table' }).click();
    const newest = deliveries.getByRole('row').nth(1);
    expect(await newest.innerText()).toMatch(/3\s+3$/);
    expect(await deliveries.getByRole('row').count()).toBe(25);
    expect(await violations(page)).toEqual([]);
    await deliveries.getByRole('button', { name: 'Copy as CSV' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^From,Passed,Failed\r\n[\s\S]*Z,3,3\r\n$/);
    await card('Why attempts failed').getByText('HTTP 5xx').waitFor();
    expect(await watched.complaints()).toEqual([]);
  });

  it('is told of the hours that are dragged over in the picture, or of a time that is entered', async () => {
    const { page } = watched;
    await at('/health');
    const deliveries = card('Deliveries that ended');
    const plot = deliveries.locator('.recharts-cartesian-grid').first();
    await plot.waitFor();
    const box = await plot.boundingBox();
    if (!box) throw new Error('There is no picture.');
    const [left, right, middle] = [box.x + box.width * 0.8, box.x + box.width - 2, box.y + box.height / 2];
    await page.mouse.move(left, middle);
    await page.mouse.down();
    await page.mouse.move((left + right) / 2, middle);
    await page.mouse.move(right, middle);
    await deliveries.locator('.recharts-reference-area').waitFor();
    await page.mouse.up();
    await page.waitForURL(/from=.*to=/);
    await deliveries.getByRole('button', { name: 'Show as table' }).click();
    await expect.poll(() => deliveries.getByRole('row').count()).toBeLessThan(8);
    expect(await deliveries.getByRole('row').nth(1).innerText()).toMatch(/3\s+3$/);
    await page.getByRole('button', { name: / to / }).first().waitFor();
    await page.getByText('Last 24 hours').click();
    await page.waitForURL((url) => !url.searchParams.has('from'));
    await page.getByRole('button', { name: 'Custom time…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('From').fill('2026-01-01T10:00');
    expect(await dialog.getByRole('button', { name: 'Show' }).isDisabled()).toBe(true);
    await dialog.getByLabel('To', { exact: true }).fill('2026-01-01T12:00');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('heading', { name: 'Nothing was delivered in this time' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await watched.complaints()).toEqual([]);
  });

  it('is told of one webhook and of other times, which stand in the address', async () => {
    const { page } = watched;
    await at(`/health?webhook=${good}`);
    await figure('100%').waitFor();
    await page.getByText('No attempt failed.').waitFor();
    await page.getByText('Last 30 days').click();
    await page.waitForURL('**/health?*range=30d*');
    await page.getByText('Days begin at midnight UTC.').waitFor();
    await at('/health?range=nonsense');
    await figure('50%').waitFor();
    expect(await watched.complaints()).toEqual([]);
  });

  it('is told by event type, leads to the deliveries of one, and narrows to a type or a topic in the address', async () => {
    const { page } = watched;
    await at('/health');
    const table = page.getByRole('region', { name: 'By event type' });
    const row = table.getByRole('row').filter({ hasText: 'signer.viewed' });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/signer\.viewed\s+2\s+50%\s+1\s/);
    await page.getByRole('button', { name: 'Copy as CSV' }).last().click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^type,attempts,passed,failed,p95Ms\r\nsigner\.signed,4,0\.5,2,/);
    await row.getByRole('link', { name: 'Failed deliveries: signer.viewed, 1' }).click();
    await page.waitForURL('**/events?*');
    const { searchParams } = new URL(page.url());
    expect(['type', 'range', 'status'].map((name) => searchParams.get(name))).toEqual([
      'signer.viewed',
      '24h',
      'failed',
    ]);
    await page.getByRole('rowheader').first().waitFor();
    await page.goBack();
    await row.getByRole('button', { name: 'More figures: signer.viewed' }).click();
    await page.waitForURL('**/health?type=signer.viewed');
    await page.getByText('of 2 deliveries').waitFor();
    await page.getByRole('region', { name: 'By webhook' }).getByRole('row').nth(2).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Event type' }).click();
    await page.getByRole('option', { name: 'signer.declined' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Event type' }).fill('all of signer');
    await page.getByRole('option', { name: 'All of signer', exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get('type') === 'signer.*');
    await page.getByText('of 6 deliveries').waitFor();
    await at('/health?type=document.*');
    await page.getByRole('heading', { name: 'Nothing was delivered in this time' }).waitFor();
    await page
      .getByRole('combobox', { name: 'Event type' })
      .locator('xpath=ancestor::*[contains(@class, "mantine-Select-root")]')
      .locator('button')
      .click();
    await page.getByText('of 6 deliveries').waitFor();
    expect(await watched.complaints()).toEqual([]);
  });

  it('says what waits, since when, and who works at it, though nothing was sent in the time that is shown', async () => {
    const { page } = watched;
    await at('/health?from=2026-01-01T00:00:00Z&to=2026-01-01T01:00:00Z');
    const queue = page.getByRole('region', { name: 'What waits' });
    await queue.getByText('Pending: 0').waitFor();
    await queue.getByText('Processes at work: 1').waitFor();
    receiver.answer('/later', { status: 500 });
    const later = await tenant.webhook(receiver.url('/later'), {
      name: 'Later',
      events: { mode: 'only', types: ['document.archived'] },
      delivery: { retrySchedule: ['1h'] },
    });
    await tenant.send({ id: 'later', type: 'document.archived' });
    await until(
      async () => (await tenant.call('GET', '/deliveries/counts')).body.retrying.count === 1,
      'a retry',
    );
    await page.reload();
    await queue.getByText('Retrying: 1').waitFor();
    await queue.locator('time').waitFor();
    expect(await violations(page)).toEqual([]);
    await at(`/health?webhook=${later.id}`);
    await queue.getByRole('link', { name: 'Retrying' }).click();
    await page.waitForURL(`**/events?*webhook=${later.id}*`);
    await page.getByRole('rowheader').first().waitFor();
    await tenant.call('POST', `/webhooks/${later.id}/disable`);
    expect(await watched.complaints()).toEqual([]);
  });

  it('leads from a bar to the deliveries of its hour', async () => {
    const { page } = watched;
    await at('/health');
    const bar = card('Deliveries that ended').locator('.recharts-bar-rectangle path').last();
    await bar.click();
    await page.waitForURL(/\/events\?.*from=/);
    const { searchParams } = new URL(page.url());
    const hours = ['from', 'to'].map((name) => Date.parse(searchParams.get(name) ?? '') / 3_600_000);
    expect((hours[1] ?? 0) - (hours[0] ?? 0)).toBe(1);
    await page.getByRole('rowheader').nth(5).waitFor();
    expect(await watched.complaints()).toEqual([]);
  });

  it('is told on the overview and on the page of a webhook', async () => {
    const { page } = watched;
    await at('');
    await page.getByRole('heading', { name: 'Last 24 hours' }).waitFor();
    await page.locator('main svg.recharts-surface').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await at(`/webhooks/${good}`);
    await figure('100%').waitFor();
    await page.getByRole('link', { name: 'More figures' }).click();
    await page.waitForURL(`**/health?webhook=${good}`);
    expect(await watched.complaints()).toEqual([]);
  });
});
