// Sending again as jobs, in the browser: chosen, looked at, begun, steered, and followed to what became of it.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Tenant } from '../../server/test/harness/signpost.ts';
import { until } from '../../server/test/harness/until.ts';
import { violations } from './harness/audit.ts';
import { openBrowser } from './harness/browser.ts';
import { startConsole } from './harness/console.ts';

const browser = await openBrowser();
const on = startConsole(browser);
let tenant: Tenant;

beforeEach(async () => {
  tenant = await on.signpost.tenant();
});

describe.skipIf(browser === null)('replays', () => {
  const at = (path: string) => on.watched.page.goto(`/${tenant.appId}/production${path}`);

  /** A webhook for which so many deliveries failed for good, though its receiver works now. */
  const failed = async (count: number, path: string) => {
    on.receiver.answer(path, { status: 503, times: count });
    on.receiver.answer(path, { status: 200 });
    const webhook = await tenant.webhook(on.receiver.url(path), {
      name: 'Loans',
      delivery: { retrySchedule: [] },
    });
    for (let number = 0; number < count; number += 1) await tenant.send({ id: `evt-${number}` });
    await until(
      async () => (await tenant.deliveries('?status=failed&limit=200')).length === count,
      'the failures',
    );
    return webhook;
  };

  it('are chosen, looked at, begun and followed; what they sent is found in the history (N8)', async () => {
    const { page } = on.watched;
    await failed(3, '/chosen');
    await at('/replays');
    await page.getByText('Nothing was sent again yet').waitFor();
    await page.getByRole('link', { name: 'New replay' }).click();
    const preview = page.getByRole('region', { name: 'What that is' });
    await preview.getByText('3', { exact: true }).waitFor();
    expect(await preview.getByRole('row').count()).toBe(4);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Name', { exact: true }).fill('After the outage');
    await page.getByRole('button', { name: 'Send again in Production' }).click();
    await page.getByRole('heading', { level: 1, name: 'After the outage' }).waitFor();
    await page.getByText('Done', { exact: true }).waitFor();
    await expect
      .poll(() => page.getByRole('region', { name: 'What became of them' }).innerText())
      .toMatch(/Passed\s+3\s+Failed\s+0/);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Show them in the event history' }).click();
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(3);
    expect(page.url()).toMatch(/replay=/);
    await at('/replays');
    await page.getByRole('rowheader').getByText('After the outage').waitFor();
    expect(await page.getByRole('rowheader').innerText()).toContain('Failed');
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('keep their choices in the address, and say before what passed is sent twice', async () => {
    const { page } = on.watched;
    const { id } = await failed(1, '/address');
    await at(`/replays/new?what=all&webhooks=${id}&when=3d`);
    await page.getByText('Receivers get some of these twice').waitFor();
    await page.getByRole('radio', { name: 'Passed' }).check();
    await page.getByText('No delivery matches.', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: 'Send again in Production' }).isDisabled()).toBe(true);
    expect(new URL(page.url()).searchParams.get('what')).toBe('succeeded');
    await page.getByRole('radio', { name: 'Another time' }).check();
    await page.getByLabel('From', { exact: true }).fill('2026-11-20T10:30');
    await page.getByLabel('Until').fill('2026-11-20T09:00');
    await page.getByText('the end has to be after the beginning', { exact: false }).first().waitFor();
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('send what a webhook missed while it was disabled, which has to be named (N7)', async () => {
    const { page } = on.watched;
    const { id } = await tenant.webhook(on.receiver.url('/missed'), { name: 'Archive' });
    expect((await tenant.call('POST', `/webhooks/${id}/disable`, { pending: 'skip' })).status).toBe(200);
    await tenant.send({ id: 'missed-1' });
    expect((await tenant.call('POST', `/webhooks/${id}/enable`)).status).toBe(200);
    await at('/replays/new?what=missed');
    await page.getByText('Choose the webhook that missed events.').first().waitFor();
    expect(await page.getByRole('button', { name: 'Send again in Production' }).isDisabled()).toBe(true);
    await page.getByRole('combobox', { name: 'Webhooks' }).click();
    await page.getByRole('option', { name: 'Archive' }).click();
    await page.keyboard.press('Escape');
    const preview = page.getByRole('region', { name: 'What that is' });
    await preview.getByText('1', { exact: true }).waitFor();
    await preview.getByText('event that it would get by its settings of now', { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send again in Production' }).click();
    expect(await on.receiver.next('/missed', 15_000)).toMatchObject({ method: 'POST' });
    await page.getByText('Done', { exact: true }).waitFor();
    await at(`/replays/new?what=missed&webhooks=${id}`);
    await preview.getByText('It missed no event in this time.').waitFor();
    expect(await page.getByRole('button', { name: 'Send again in Production' }).isDisabled()).toBe(true);
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('are paused, paced, let go on and cancelled', async () => {
    const { page } = on.watched;
    await failed(30, '/steered');
    const { body } = await tenant.call('POST', '/deliveries/resend', {
      filter: { status: ['failed'] },
      name: 'Slowly',
      perSecond: 1,
    });
    await at(`/replays/${body.id}`);
    await page.getByRole('button', { name: 'Pause in Production' }).click();
    await page.getByText('Somebody paused it.', { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Change the pace…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('At most in a second').fill('2');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save in Production' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await tenant.call('GET', `/replays/${body.id}`)).body).toMatchObject({
      state: 'paused',
      perSecond: 2,
    });
    await page.getByRole('button', { name: 'Go on in Production' }).click();
    await page.getByText('Running', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Cancel the replay…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the replay in Production' }).click();
    await page.getByText('Cancelled', { exact: true }).waitFor();
    expect((await tenant.call('GET', `/replays/${body.id}`)).body).toMatchObject({ state: 'cancelled' });
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('are followed by another one of what failed again', async () => {
    const { page } = on.watched;
    on.receiver.answer('/again', { status: 500, times: 2 });
    on.receiver.answer('/again', { status: 200 });
    await tenant.webhook(on.receiver.url('/again'), { name: 'Again', delivery: { retrySchedule: [] } });
    await tenant.send({ id: 'again' });
    await until(async () => (await tenant.deliveries('?status=failed')).length === 1, 'the failure');
    const { body } = await tenant.call('POST', '/deliveries/resend', { filter: { status: ['failed'] } });
    await at(`/replays/${body.id}`);
    await page.getByRole('button', { name: 'Retry the failure…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send again in Production' }).click();
    await page.waitForURL((url) => url.pathname.includes('/replays/') && !url.pathname.endsWith(body.id));
    await until(async () => (await tenant.deliveries('?status=succeeded')).length === 1, 'the success');
    expect(await on.watched.complaints()).toEqual([]);
  });
});
