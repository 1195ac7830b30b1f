// A webhook's life in the console, from adding to deleting, as an administrator would go through it.
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

describe.skipIf(browser === null)('a webhook', () => {
  const at = (path: string) => on.watched.page.goto(`/${tenant.appId}/production${path}`);
  const dialog = () => on.watched.page.getByRole('dialog');
  const menu = async (name: string, item: RegExp) => {
    await on.watched.page.getByRole('button', { name: `Actions for ${name}` }).click();
    await on.watched.page.getByRole('menuitem', { name: item }).click();
  };

  it('is reached from the settings by the tile "Webhook", and listed under its name (E10, E11, G15)', async () => {
    await tenant.webhook('https://lms.example.com/hooks', { name: 'Loan updates' });
    await at('/settings');
    await on.watched.page
      .getByRole('link', { name: /^Webhook/ })
      .and(on.watched.page.locator('main a'))
      .click();
    await on.watched.page.getByRole('heading', { name: 'List of Configured Webhooks' }).waitFor();
    await on.watched.page.getByRole('link', { name: 'Loan updates' }).click();
    await on.watched.page.getByRole('heading', { name: 'Loan updates', level: 1 }).waitFor();
    await on.watched.page.getByRole('link', { name: 'Send a test' }).click();
    await on.watched.page.waitForURL('**?tab=test');
    await on.watched.page.getByRole('tabpanel', { name: 'Test' }).waitFor();
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is added with name, URL, topics and routing; its secret key is shown once and nowhere after (I2, L11, L12, L15, G9, E6)', async () => {
    const { page } = on.watched;
    await tenant.knows('departments', 'Loans');
    await at('/webhooks');
    await page.getByRole('link', { name: 'Add webhook' }).click();
    await page.getByLabel('Name', { exact: false }).first().fill('Loan updates');
    await page.getByLabel('URL', { exact: false }).first().fill(on.receiver.url('/loans'));
    await page.getByRole('radio', { name: 'Chosen events' }).check();
    await page.getByRole('checkbox', { name: /^Signers signer/ }).check();
    await page.getByRole('combobox', { name: 'Department' }).click();
    await page.getByRole('option', { name: 'Loans' }).click();
    await page.getByText('"department"').or(page.getByText('"type"')).first().waitFor();
    await page.getByRole('button', { name: 'Add webhook in Production' }).click();
    await dialog().waitFor();
    expect(await violations(page)).toEqual([]);
    const secret = await dialog().getByLabel('Secret key').inputValue();
    expect(secret).toMatch(/^whsec_/);
    const close = dialog().getByRole('button', { name: 'Close' });
    expect(await close.isDisabled()).toBe(true);
    await dialog().getByLabel('I have stored it').check();
    await close.click();
    await page.getByRole('heading', { name: 'Loan updates', level: 1 }).waitFor();
    expect(await page.content()).not.toContain(secret);
    const { body } = await tenant.call('GET', '/webhooks');
    expect(JSON.stringify(body)).not.toContain(secret);
    expect(body.data).toMatchObject([
      {
        name: 'Loan updates',
        status: 'enabled',
        events: { mode: 'only', types: ['signer.*'] },
        routing: { departments: ['Loans'] },
      },
    ]);
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is refused with every wrong field named at its place, and a line above that leads there (E12, G8)', async () => {
    const { page } = on.watched;
    await at('/webhooks/new');
    await page.getByLabel('Name', { exact: false }).first().fill('Wrong');
    await page.getByLabel('URL', { exact: false }).first().fill('ftp://nowhere');
    await page.getByRole('radio', { name: 'Chosen events' }).check();
    await page.getByRole('button', { name: 'Add webhook in Production' }).click();
    const summary = page.getByRole('alert').filter({ hasText: 'Some fields need another look' });
    await summary.waitFor();
    expect(await summary.innerText()).toMatch(
      /URL cannot be used[\s\S]*events\.types must name at least one/,
    );
    expect(await violations(page)).toEqual([]);
    await summary.getByRole('button', { name: /URL cannot be used/ }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-path'))).toBe('url');
    expect((await tenant.call('GET', '/webhooks')).body.data).toEqual([]);
  });

  it('shows what it would send, and sends a test, before it is saved (L23, L24, L25, L27)', async () => {
    const { page } = on.watched;
    await at('/webhooks/new');
    await page.getByLabel('Name', { exact: false }).first().fill('Trial');
    await page.getByLabel('URL', { exact: false }).first().fill(on.receiver.url('/trial'));
    const preview = page.getByRole('region', { name: 'Request preview' });
    await preview.getByText('"type"').waitFor();
    await preview.getByRole('tab', { name: 'cURL' }).click();
    await preview.getByText('curl -X POST').waitFor();
    await preview.getByRole('button', { name: 'Test with these settings' }).click();
    await on.receiver.next('/trial');
    await page.getByRole('status').filter({ hasText: 'Passed' }).waitFor();
    expect((await tenant.call('GET', '/webhooks')).body.data).toEqual([]);
    // Nothing was saved, so leaving asks first.
    await page.getByRole('link', { name: 'Event history' }).first().click();
    await page
      .getByRole('dialog', { name: 'Leave without saving?' })
      .getByRole('button', { name: 'Leave' })
      .click();
    await page.waitForURL('**/events');
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is changed, and a change that somebody else made meanwhile is not overwritten (I31)', async () => {
    const { page } = on.watched;
    const { id } = await tenant.webhook(on.receiver.url('/edit'), { name: 'Before' });
    await at(`/webhooks/${id}/edit`);
    const name = page.getByLabel('Name', { exact: false }).first();
    await name.fill('After');
    await tenant.call('PATCH', `/webhooks/${id}`, { description: 'by somebody else' });
    await page.getByRole('button', { name: 'Save in Production' }).click();
    await page.getByText('Somebody else changed this webhook meanwhile').waitFor();
    await page.getByRole('button', { name: 'Load the present settings' }).click();
    await page.getByText('by somebody else').waitFor();
    await name.fill('After');
    await page.getByRole('button', { name: 'Save in Production' }).click();
    await page.getByRole('heading', { name: 'After', level: 1 }).waitFor();
    expect((await tenant.call('GET', `/webhooks/${id}`)).body).toMatchObject({
      name: 'After',
      description: 'by somebody else',
    });
  });

  it('is disabled with the waiting deliveries skipped, and enabled again (G13, I30, N7)', async () => {
    const { page } = on.watched;
    on.receiver.answer('/failing', { status: 500 });
    const { id } = await tenant.webhook(on.receiver.url('/failing'), { name: 'Failing' });
    const recorded = on.signpost.recorded();
    await tenant.send();
    await recorded;
    await at(`/webhooks/${id}`);
    await page.getByRole('button', { name: 'Disable', exact: true }).click();
    await dialog().getByLabel('Skip them').check();
    expect(await violations(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Disable in Production' }).click();
    await page.getByRole('button', { name: 'Enable in Production' }).waitFor();
    expect(await tenant.deliveries()).toMatchObject([{ status: 'cancelled' }]);
    await page.getByRole('button', { name: 'Enable in Production' }).click();
    await page.getByRole('button', { name: 'Disable', exact: true }).waitFor();
    expect((await tenant.call('GET', `/webhooks/${id}`)).body.status).toBe('enabled');
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('gets a new secret key with an overlap that can be ended (G14, N2)', async () => {
    const { page } = on.watched;
    const { id, secret: before } = await tenant.webhook(on.receiver.url('/rotate'), { name: 'Rotating' });
    await at(`/webhooks/${id}`);
    await page.getByRole('button', { name: 'Reset secret key' }).click();
    await dialog().getByLabel('One week').check();
    await dialog().getByRole('button', { name: 'Reset secret key in Production' }).click();
    await dialog().getByLabel('Secret key').waitFor();
    expect(await dialog().getByLabel('Secret key').inputValue()).not.toBe(before);
    await dialog().getByLabel('I have stored it').check();
    await dialog().getByRole('button', { name: 'Close' }).click();
    await page.getByText('in 7 days').waitFor();
    await page.getByRole('button', { name: 'End now' }).click();
    await page.getByText('Earlier keys sign until').waitFor({ state: 'detached' });
    expect((await tenant.call('GET', `/webhooks/${id}`)).body.signing.overlapEndsAt).toBeNull();
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is deleted in two steps, the second by typing its name (G12, L26)', async () => {
    const { page } = on.watched;
    await tenant.webhook(on.receiver.url('/delete'), { name: 'To be deleted' });
    await at('/webhooks');
    await menu('To be deleted', /^Delete/);
    await dialog().getByText('This cannot be taken back.').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Continue' }).click();
    const remove = dialog().getByRole('button', { name: 'Delete for good in Production' });
    await dialog().getByRole('textbox').fill('To be');
    expect(await remove.isDisabled()).toBe(true);
    await dialog().getByRole('textbox').fill('To be deleted');
    await remove.click();
    await page.getByText('No webhooks in Production yet').waitFor();
    expect((await tenant.call('GET', '/webhooks')).body.data).toEqual([]);
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is copied into another environment, disabled and with a key of its own', async () => {
    const { page } = on.watched;
    const { secret } = await tenant.webhook(on.receiver.url('/copy'), { name: 'Original' });
    await at('/webhooks');
    await menu('Original', /^Duplicate/);
    await dialog().getByRole('combobox', { name: 'Environment of the copy' }).click();
    await page.getByRole('option', { name: 'Test' }).click();
    await dialog().getByRole('button', { name: 'Duplicate' }).click();
    expect(await dialog().getByLabel('Secret key').inputValue()).not.toBe(secret);
    await dialog().getByLabel('I have stored it').check();
    await dialog().getByRole('button', { name: 'Close' }).click();
    await page.waitForURL(`**/${tenant.appId}/test/webhooks/*`);
    await page.getByRole('button', { name: 'Enable', exact: true }).waitFor();
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('begins an empty environment as a copy of those of Production: chosen, disabled, their new keys shown once', async () => {
    const { page } = on.watched;
    const auth = { type: 'bearer', token: 'not-shown-again' };
    const { secret } = await tenant.webhook(on.receiver.url('/a'), { name: 'Loan system', auth });
    await tenant.webhook(on.receiver.url('/b'), { name: 'HR portal' });
    await tenant.webhook(on.receiver.url('/c'), { name: 'Archive' });
    await page.goto(`/${tenant.appId}/test/webhooks`);
    await page.getByRole('button', { name: 'Copy from Production' }).click();
    await dialog().getByRole('checkbox', { name: 'Archive' }).uncheck();
    expect(await violations(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Copy 2 webhooks' }).click();
    await dialog().getByText('Each copy has a secret key of its own.', { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
    const shown = await dialog().getByRole('listitem').allInnerTexts();
    expect(shown.map((text) => text.split('\n')[0]).toSorted()).toEqual(['HR portal', 'Loan system']);
    expect(shown.every((text) => text.includes('whsec_') && !text.includes(secret))).toBe(true);
    expect(shown.filter((text) => text.includes('Its credentials were not copied'))).toHaveLength(1);
    await dialog().getByLabel('I have stored them').check();
    await dialog().getByRole('button', { name: 'Close' }).click();
    await expect
      .poll(() =>
        page
          .getByRole('rowheader')
          .getByRole('link')
          .allInnerTexts()
          .then((names) => names.toSorted()),
      )
      .toEqual(['HR portal', 'Loan system']);
    expect(await page.locator('tbody').getByText('Disabled').count()).toBe(2);
    expect(await page.content()).not.toContain('whsec_');
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is found by text and filters, which stand in the address', async () => {
    const { page } = on.watched;
    await tenant.knows('departments', 'Loans', 'HR');
    await tenant.webhook(on.receiver.url('/a'), { name: 'Loan system', routing: { departments: ['Loans'] } });
    await tenant.webhook(on.receiver.url('/b'), {
      name: 'HR portal',
      routing: { departments: ['HR'] },
      status: 'disabled',
    });
    await at('/webhooks');
    const rows = () => page.getByRole('rowheader').getByRole('link').allInnerTexts();
    await page.getByRole('rowheader').nth(1).waitFor();
    await page.getByRole('searchbox').fill('portal');
    await page.waitForURL('**/webhooks?q=portal');
    await expect.poll(rows).toEqual(['HR portal']);
    await at('/webhooks?department=Loans&sort=name');
    await expect.poll(rows).toEqual(['Loan system']);
    await at('/webhooks?status=enabled&q=portal');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(rows).toEqual(['HR portal', 'Loan system']);
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is found by topic and trigger source, sorted by success, and shows that its certificate is not checked', async () => {
    const { page } = on.watched;
    await tenant.webhook('https://a.example.com/', {
      name: 'Signers',
      events: { mode: 'only', types: ['signer.signed'] },
      routing: { triggers: ['page'] },
    });
    await tenant.webhook('https://b.example.com/', {
      name: 'Envelopes',
      events: { mode: 'only', types: ['envelope.*'] },
      delivery: { verifyTls: false },
    });
    await at('/webhooks?sort=success');
    const rows = () => page.getByRole('rowheader').getByRole('link').allInnerTexts();
    await expect.poll(rows).toEqual(['Envelopes', 'Signers']);
    await page.getByRole('row', { name: 'Envelopes' }).getByText('TLS not checked').waitFor();
    expect(await page.getByText('TLS not checked').count()).toBe(1);
    await page.getByRole('combobox', { name: 'Topic' }).click();
    await page.getByRole('option', { name: 'Signers' }).click();
    await page.waitForURL('**topic=signer**');
    await expect.poll(rows).toEqual(['Signers']);
    await page.getByRole('combobox', { name: 'Trigger source' }).click();
    await page.getByRole('option', { name: 'Through an integration' }).click();
    await page.getByText('No webhook matches the filters').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is tested from its row; where only disabled ones are changed, its menu says why not, and disables on the way to editing (G11, G12)', async () => {
    const { page } = on.watched;
    tenant = await on.signpost.tenant({ organization: { policies: { changeOnlyWhileDisabled: true } } });
    const { id } = await tenant.webhook(on.receiver.url('/locked'), { name: 'Locked' });
    await at('/webhooks');
    await page.getByRole('button', { name: 'Actions for Locked' }).click();
    for (const [name, reason] of [
      [/^Edit/, 'Disable this webhook to edit it'],
      [/^Delete in Production…/, 'Disable this webhook to delete it'],
    ] as const) {
      const item = page.getByRole('menuitem', { name });
      await item.getByText(reason).waitFor();
      expect(await item.getAttribute('aria-disabled')).toBe('true');
      await item.click({ force: true });
    }
    expect(new URL(page.url()).pathname).toMatch(/\/webhooks$/);
    await page.getByRole('menuitem', { name: 'Disable and edit in Production…' }).click();
    await dialog().getByRole('button', { name: 'Disable in Production' }).click();
    await page.getByRole('button', { name: 'Save in Production' }).waitFor();
    expect((await tenant.call('GET', `/webhooks/${id}`)).body.status).toBe('disabled');
    await at('/webhooks');
    await menu('Locked', /^Send a test$/);
    await page.getByRole('button', { name: 'Send test' }).click();
    await on.receiver.next('/locked');
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is re-enabled by a test that passes (N9)', async () => {
    const { page } = on.watched;
    const { id } = await tenant.webhook(on.receiver.url('/again'), { name: 'Sleeping', status: 'disabled' });
    await at(`/webhooks/${id}?tab=test`);
    await page.getByRole('button', { name: 'Send test' }).click();
    await on.receiver.next('/again');
    await page.getByRole('button', { name: 'Disable', exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect((await tenant.call('GET', `/webhooks/${id}`)).body.status).toBe('enabled');
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is tested with other content, which begins as what would be sent (L23, L25)', async () => {
    const { page } = on.watched;
    const { id } = await tenant.webhook(on.receiver.url('/other'), { name: 'Other' });
    await at(`/webhooks/${id}?tab=test`);
    await page.getByRole('combobox', { name: 'Event type' }).fill('signer.declined');
    await page.getByRole('option', { name: /signer\.declined/ }).click();
    await page.getByRole('button', { name: 'Change the content…' }).click();
    const editor = page.getByRole('textbox', { name: 'Other content' });
    await editor.getByText('"').first().waitFor();
    expect(await violations(page)).toEqual([]);
    const send = page.getByRole('button', { name: 'Send test' });
    await editor.fill('{"amount": 1.50');
    await page.getByText('This is not JSON').first().waitFor();
    expect(await send.isDisabled()).toBe(true);
    await editor.fill('{"amount": 1.50}');
    await send.click();
    expect((await on.receiver.next('/other')).body.toString()).toContain('{"amount": 1.50}');
    await page.getByRole('button', { name: 'As it is' }).click();
    await page.getByRole('button', { name: 'Change the content…' }).waitFor();
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('says how long a test takes, which need not be waited for; its result is listed when it ends', async () => {
    const { page } = on.watched;
    const { id } = await tenant.webhook(on.receiver.url('/slow'), {
      name: 'Slow',
      delivery: { timeoutSeconds: 60 },
    });
    const held = on.receiver.hold('/slow');
    await at(`/webhooks/${id}?tab=test`);
    await page.getByRole('button', { name: 'Send test' }).click();
    await on.receiver.next('/slow');
    await page.getByRole('timer').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop waiting' }).click();
    await page.getByText('The receiver may have got the request all the same').waitFor();
    held.release();
    await until(
      async () => (await tenant.call('GET', '/tests')).body.data.length === 1,
      'the test that nobody waited for',
    );
    await page.reload();
    await page.getByRole('table', { name: 'Last tests' }).waitFor();
    expect(await on.watched.complaints()).toEqual([]);
  });
});
