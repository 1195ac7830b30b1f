// Looking for what happened: history with its filters, one event with every attempt, why it went where, and what nobody wanted.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Tenant } from '../../server/test/harness/signpost.ts';
import { violations } from './harness/audit.ts';
import { openBrowser } from './harness/browser.ts';
import { startConsole } from './harness/console.ts';

const browser = await openBrowser();
const on = startConsole(browser);
let tenant: Tenant;

beforeAll(() => on.watched?.context.grantPermissions(['clipboard-read', 'clipboard-write']));
beforeEach(async () => {
  tenant = await on.signpost.tenant();
});

describe.skipIf(browser === null)('what happened', () => {
  const at = (path: string) => on.watched.page.goto(`/${tenant.appId}/production${path}`);
  const copied = () => on.watched.page.evaluate(() => navigator.clipboard.readText());

  /** One event that passed at /good and failed for good at /bad. */
  const oneOfEach = async () => {
    on.receiver.answer('/bad', { status: 500, body: 'broken on purpose' });
    const good = await tenant.webhook(on.receiver.url('/good'), { name: 'Good' });
    const bad = await tenant.webhook(on.receiver.url('/bad'), {
      name: 'Bad',
      delivery: { retrySchedule: [] },
    });
    const both = [good.id, bad.id].map(() => on.signpost.recorded());
    await tenant.send({ id: 'evt-1', type: 'signer.signed', content: { amount: 1 } });
    await Promise.all(both);
    await expect
      .poll(async () => (await tenant.deliveries()).map(({ status }) => status).sort())
      .toEqual(['failed', 'succeeded']);
    return { good, bad };
  };

  it('is listed with all, passed and failed, and every filter is in the address (I32)', async () => {
    const { page } = on.watched;
    const { bad } = await oneOfEach();
    await at('/events');
    const states = () =>
      page
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader') })
        .count();
    await page.getByRole('rowheader').nth(1).waitFor();
    // The counts stand in the tabs, whichever is chosen.
    const tabs = page.getByRole('radiogroup', { name: 'Status' });
    await tabs.getByText('All 2', { exact: true }).waitFor();
    await tabs.getByText('Passed 1', { exact: true }).waitFor();
    await tabs.getByText('Failed 1', { exact: true }).click();
    await page.waitForURL('**/events?status=failed');
    await expect.poll(states).toBe(1);
    await page.getByText('HTTP 500').waitFor();
    await at(`/events?webhook=${bad.id}&status=succeeded`);
    await page.getByText('No delivery matches the filters').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).last().click();
    await page.waitForURL('**/events');
    await expect.poll(states).toBe(2);
    await page.goBack();
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is found by any id, by how the last attempt ended and by its envelope; all of it is in the address (I32)', async () => {
    const { page } = on.watched;
    const { good } = await oneOfEach();
    await tenant.send({ id: 'evt-2', type: 'envelope.completed', envelopeId: 'loan-4711' });
    await expect.poll(async () => (await tenant.deliveries('?status=pending')).length).toBe(0);
    const rows = () => page.getByRole('rowheader').count();
    await at('/events');
    await expect.poll(rows).toBe(4);
    await page.getByRole('textbox', { name: 'Any id' }).fill('evt-2');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/events?q=evt-2');
    await expect.poll(rows).toBe(2);
    await page.getByText('loan-4711').first().waitFor();
    await page.getByRole('combobox', { name: 'Result' }).click();
    await page.getByRole('option', { name: 'HTTP 5xx' }).click();
    await page.waitForURL('**/events?*result=5xx*');
    await expect.poll(rows).toBe(1);
    expect(await violations(page)).toEqual([]);
    await at(`/events?webhook=${good.id}&envelope=loan-4711`);
    await expect.poll(rows).toBe(1);
    await at('/events?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z');
    await page.getByText('No delivery matches the filters').waitFor();
    await page.getByRole('button', { name: 'Any time again' }).click();
    await page.waitForURL(/\/events$/);
    await expect.poll(rows).toBe(4);
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is shown with the exact request and response of each attempt, and copied as cURL (I32)', async () => {
    const { page } = on.watched;
    const { bad } = await oneOfEach();
    await at('/events?status=failed');
    await page.getByRole('rowheader').getByRole('link', { name: 'signer.signed' }).click();
    await page.getByRole('region', { name: 'Response' }).getByText('broken on purpose').waitFor();
    const [request] = on.receiver.requests('/bad').slice(-1);
    const body = page.getByRole('region', { name: 'Request' }).locator('pre');
    await page.getByRole('region', { name: 'Request' }).getByRole('button', { name: 'Lay out' }).click();
    expect(await body.innerText()).toBe(request?.body.toString());
    await page.getByRole('button', { name: 'Copy as cURL' }).click();
    await expect.poll(copied).toContain(`curl -X POST '${String(bad['url'])}'`);
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('compares the answers to two attempts, searches a body and shows it as a tree; what is compared is in the address (I32)', async () => {
    const { page } = on.watched;
    const long = Array.from({ length: 60 }, (_, number) => `"field${number}":${number}`).join(',');
    on.receiver.answer('/changing', { status: 500, body: `{"code":"E1",${long}}` });
    await tenant.webhook(on.receiver.url('/changing'), { delivery: { retrySchedule: [] } });
    const first = on.signpost.recorded();
    await tenant.send({ id: 'evt-changing' });
    await first;
    on.receiver.answer('/changing', { status: 503, body: `{"code":"E2",${long}}` });
    const id = (await tenant.deliveries())[0]?.id;
    const second = on.signpost.recorded();
    await tenant.call('POST', `/deliveries/${id}/resend`);
    await second;
    await at('/events/evt-changing');
    await page.getByRole('combobox', { name: 'Compare with' }).click();
    await page.getByRole('option', { name: 'Attempt 1' }).click();
    await page.waitForURL('**compare=1*');
    const lines = page.getByRole('group', { name: 'From attempt 1 to attempt 2' });
    expect(await lines.innerText()).toMatch(/- HTTP 500\n\+ HTTP 503/);
    expect(await lines.innerText()).toMatch(/- {3}"code": "E1",\n\+ {3}"code": "E2",/);
    expect(await violations(page)).toEqual([]);
    const response = page.getByRole('region', { name: 'Response' });
    await response.getByRole('button', { name: 'Search' }).click();
    await response.getByRole('textbox', { name: 'Search' }).fill('FIELD1');
    await response.getByText('1 of 11').waitFor();
    await response.getByRole('button', { name: 'Next place' }).click();
    await response.getByText('2 of 11').waitFor();
    expect(await violations(page)).toEqual([]);
    await response.getByRole('button', { name: 'Tree' }).click();
    await response.getByText('"field59"', { exact: true }).waitFor();
    await page.mouse.move(0, 0);
    await page.getByRole('tooltip').waitFor({ state: 'detached' });
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Replay since this event' }).click();
    await page.waitForURL('**/replays/new?*from=*');
    await page.locator('#preview').getByRole('row').nth(1).waitFor();
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('says by the second when it is tried next', async () => {
    const { page } = on.watched;
    on.receiver.answer('/later', { status: 500 });
    await tenant.webhook(on.receiver.url('/later'), { delivery: { retrySchedule: ['10m'] } });
    const recorded = on.signpost.recorded();
    await tenant.send({ id: 'evt-later' });
    await recorded;
    await at('/events/evt-later');
    const left = page.getByText(/^(8|9|10|11):\d\d$/);
    const before = await left.innerText();
    await expect.poll(() => left.innerText()).not.toBe(before);
  });

  it('keeps the content byte for byte', async () => {
    const { page } = on.watched;
    const content = '{"amount":250000.00,"big":12345678901234567890,"name":"\\u00e9"}';
    await tenant.call('POST', '/events', `{"id":"exact","type":"signer.signed","content":${content}}`);
    await at('/events/exact?tab=content');
    await page.getByRole('button', { name: 'Lay out' }).first().click();
    expect(await page.locator('main pre').first().innerText()).toBe(content);
  });

  it('is sent again, also what had passed; nothing is sent to a disabled webhook, and the button says why (I23, I24)', async () => {
    const { page } = on.watched;
    const { good, bad } = await oneOfEach();
    await at('/events?status=succeeded');
    const recorded = on.signpost.recorded(({ trigger }) => trigger === 'manual');
    await page.getByRole('button', { name: 'Resend in Production: signer.signed' }).click();
    await recorded;
    expect(on.receiver.requests('/good').length).toBeGreaterThan(1);
    await tenant.call('POST', `/webhooks/${bad.id}/disable`);
    await at('/events?status=failed');
    const button = page.getByRole('button', { name: /cannot be sent again while its webhook is disabled/ });
    await button.waitFor();
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await button.dispatchEvent('click');
    expect((await tenant.deliveries(`?webhookId=${bad.id}`))[0]).toMatchObject({ attempts: 1 });
    expect(await tenant.deliveries(`?webhookId=${good.id}`)).toMatchObject([{ attempts: 2 }]);
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('shows the line of attempts with the next one, and sends it at once when asked', async () => {
    const { page } = on.watched;
    on.receiver.answer('/later', { status: 503, times: 1 });
    on.receiver.answer('/later', { status: 200 });
    await tenant.webhook(on.receiver.url('/later'), { name: 'Later', delivery: { retrySchedule: ['2h'] } });
    const first = on.signpost.recorded();
    await tenant.send({ id: 'later' });
    await first;
    await at('/events/later');
    const line = page.getByLabel('Attempts, newest first');
    await line.getByText('Next attempt').waitFor();
    await page.getByText('Retrying').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send now in Production' }).click();
    await line.getByRole('button', { name: 'Attempt 2' }).waitFor();
    await line.getByText('by hand', { exact: false }).waitFor();
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is cancelled while it waits, and can be sent again afterwards', async () => {
    const { page } = on.watched;
    on.receiver.answer('/waits', { status: 503, times: 1 });
    on.receiver.answer('/waits', { status: 200 });
    await tenant.webhook(on.receiver.url('/waits'), { name: 'Waits', delivery: { retrySchedule: ['2h'] } });
    const first = on.signpost.recorded();
    await tenant.send({ id: 'waits' });
    await first;
    await at('/events?status=retrying');
    await page.getByRole('radiogroup', { name: 'Status' }).getByText('Retrying 1', { exact: true }).waitFor();
    await page.getByRole('rowheader').getByRole('link').click();
    await page.getByRole('button', { name: 'Cancel in Production' }).click();
    await page.getByText('Cancelled', { exact: true }).first().waitFor();
    expect(await tenant.deliveries()).toMatchObject([{ status: 'cancelled', nextAttemptAt: null }]);
    expect(await page.getByRole('button', { name: 'Cancel in Production' }).count()).toBe(0);
    const again = on.signpost.recorded(({ trigger }) => trigger === 'manual');
    await page.getByRole('button', { name: 'Resend in Production' }).click();
    await again;
    await expect.poll(async () => (await tenant.deliveries())[0]?.status).toBe('succeeded');
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('explains for every webhook why it did not get an event, which is listed as unmatched and can be routed again (N4)', async () => {
    const { page } = on.watched;
    await tenant.knows('departments', 'HR');
    await tenant.webhook(on.receiver.url('/hr'), { name: 'HR portal', routing: { departments: ['HR'] } });
    await tenant.send({ id: 'nobody' });
    await at('/unmatched');
    await page.getByRole('rowheader').getByRole('link').click();
    await page.getByText('It wants events of the department HR; this one names none.').first().waitFor();
    await tenant.webhook(on.receiver.url('/everything'), { name: 'Everything' });
    await page.reload();
    await page.getByText('One webhook would get this event now and has not got it.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Route again in Production' }).click();
    expect(await on.receiver.next('/everything')).toMatchObject({ method: 'POST' });
    await at('/unmatched');
    await page.getByText('Every event found a webhook').waitFor();
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('opens a body of 1 MiB', async () => {
    const { page } = on.watched;
    await tenant.webhook(on.receiver.url('/large'), { name: 'Large' });
    const recorded = on.signpost.recorded();
    await tenant.send({ id: 'large', content: { text: 'x'.repeat(1024 * 1024 - 100) } });
    await recorded;
    await at('/events/large');
    await page.getByRole('region', { name: 'Request' }).locator('pre').waitFor();
    expect((await page.locator('main pre').first().innerText()).length).toBeGreaterThan(1024 * 1024);
    expect(await on.watched.complaints()).toEqual([]);
  });
});
