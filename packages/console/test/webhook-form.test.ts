// All that can be set of a webhook, through its form, as an administrator would: each part reaches the server as it was meant.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Tenant, TenantOptions } from '../../server/test/harness/signpost.ts';
import { overflowing, violations } from './harness/audit.ts';
import { openBrowser } from './harness/browser.ts';
import { startConsole } from './harness/console.ts';

const browser = await openBrowser();
const started = startConsole(browser);
let tenant: Tenant;

async function be(organization?: TenantOptions['organization']): Promise<void> {
  tenant = await started.signpost.tenant(organization ? { organization } : {});
}

describe.skipIf(browser === null)('the form of a webhook', () => {
  beforeEach(() => be());

  const page = () => started.watched.page;
  const at = (path: string) => page().goto(`/${tenant.appId}/production/webhooks${path}`);
  const part = (name: string) => page().getByRole('region', { name, exact: true });
  const box = (name: string) => page().getByRole('textbox', { name, exact: true });
  const summary = () => page().getByRole('alert').filter({ hasText: 'Some fields need another look' });
  const stored = async (id: string) => (await tenant.call('GET', `/webhooks/${id}`)).body;
  const isFocused = (path: string) =>
    expect.poll(() => page().evaluate(() => document.activeElement?.getAttribute('data-path'))).toBe(path);

  async function choose(label: string, option: string): Promise<void> {
    await page().getByRole('combobox', { name: label, exact: true }).click();
    await page().getByRole('option', { name: option, exact: true }).click();
  }
  async function begin(name: string): Promise<void> {
    await at('/new');
    await box('Name').fill(name);
    await box('URL').fill(started.receiver.url(`/${name}`));
    await part('Alerts').waitFor();
  }
  /** @returns what the server has after saving */
  async function add() {
    await page().getByRole('button', { name: 'Add webhook in Production' }).click();
    await page().getByRole('dialog').getByRole('checkbox').check();
    await page().getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page().waitForURL(/webhooks\/[0-9a-f-]{36}$/);
    return stored(page().url().split('/').at(-1) ?? '');
  }
  async function save(id: string) {
    await page().getByRole('button', { name: 'Save in Production' }).click();
    await page().waitForURL(new RegExp(`webhooks/${id}$`));
    return stored(id);
  }
  async function isClean(): Promise<void> {
    expect(await violations(page())).toEqual([]);
    expect(await overflowing(page())).toEqual([]);
    expect(await started.watched.complaints()).toEqual([]);
  }

  it('chooses events from the catalogue: searched, single ones, all that were found, a whole topic (E6, I31)', async () => {
    await begin('tree');
    await page().getByRole('radio', { name: 'Chosen events' }).check();
    const events = part('Events');
    await events.getByRole('searchbox', { name: 'Find an event type' }).fill('declined');
    await events.getByRole('button', { name: 'Select what was found' }).click();
    await events.getByRole('searchbox').fill('');
    await events.getByRole('checkbox', { name: /^Signers signer/ }).check();
    await events.getByRole('button', { name: 'Types of Envelopes' }).click();
    await events.getByRole('checkbox', { name: /^envelope\.completed/ }).check();
    await isClean();
    const { types } = (await add()).events;
    expect(types).toEqual(expect.arrayContaining(['signer.*', 'envelope.completed']));
    expect(types).not.toContain('signer.declined');
  });

  it('leaves single types out of all (I5)', async () => {
    await begin('opt-out');
    await part('Events').getByRole('button', { name: 'Leave some out' }).click();
    await part('Events').getByRole('searchbox').fill('viewed');
    await part('Events')
      .getByRole('checkbox', { name: /^signer\.viewed/ })
      .check();
    expect((await add()).events).toEqual({ mode: 'all', except: ['signer.viewed'] });
  });

  it('gets a token by OAuth 2.0, whose secrets are told as set and replaced only when asked for (L21, N11)', async () => {
    await begin('oauth');
    const auth = part('Authentication');
    await auth.getByRole('radio', { name: 'OAuth 2.0' }).click();
    await box('Token URL').fill('https://login.example.com/token');
    await box('Client id').fill('signpost');
    await auth.getByLabel(/^Client secret/).fill('first secret');
    await box('Scope').fill('events');
    await choose('Client id and secret are sent', 'in the body');
    await isClean();
    const { id, auth: made } = await add();
    expect(made).toMatchObject({ grant: 'client_credentials', clientAuth: 'body', scope: 'events' });
    await at(`/${id}/edit`);
    await auth.getByText('•••• set').waitFor();
    expect(await auth.getByLabel(/^Client secret/).count()).toBe(0);
    await choose('Grant', 'Password of a user');
    await box('User name').fill('robot');
    await auth.getByLabel(/^Password/).fill('a password');
    await isClean();
    expect((await save(id)).auth).toMatchObject({
      grant: 'password',
      username: 'robot',
      clientSecretSet: true,
    });
  });

  it('asks for the credentials again, at their field, when the URL leads elsewhere', async () => {
    const { id } = await tenant.webhook('https://one.example.com/hooks', {
      auth: { type: 'basic', username: 'lms', password: 'secret' },
    });
    await at(`/${id}/edit`);
    await part('Authentication').getByRole('button', { name: 'Replace' }).waitFor();
    await box('URL').fill('https://two.example.com/hooks');
    await page().getByRole('button', { name: 'Save in Production' }).click();
    await summary()
      .getByRole('button', { name: /auth\.password must be given again/ })
      .click();
    await isFocused('auth.password');
    await isClean();
    await part('Authentication')
      .getByLabel(/^Password/)
      .fill('given again');
    expect((await save(id)).url).toBe('https://two.example.com/hooks');
  });

  it('maps fields in a table or as JSON, which is checked while it is written (C15, C16, C17)', async () => {
    await begin('mapping');
    await choose('Format', 'One-CP');
    await part('Payload').getByText('Form', { exact: true }).click();
    await page().getByRole('combobox', { name: 'Extra fields' }).fill('costCenter');
    await page().keyboard.press('Enter');
    await part('Payload').getByRole('button', { name: 'Add field' }).click();
    await box('Source path 1').fill('total');
    await part('Payload').getByText('JSON', { exact: true }).last().click();
    const json = box('Field mapping as JSON');
    expect(JSON.parse(await json.inputValue())).toEqual(['total']);
    await json.fill('["total:amount", {"from": "customer.email"}]');
    await page().getByText('Entry 2 has to be a text').waitFor();
    await page().getByRole('button', { name: 'Add webhook in Production' }).click();
    await isFocused('payload.fieldMapping');
    await json.fill('["total:amount", {"from": "customer.email", "to": "client.mail"}]');
    await part('Payload').getByText('Table', { exact: true }).click();
    expect(await box('Target name 2').inputValue()).toBe('client.mail');
    await isClean();
    const { payload } = await add();
    // Its own page says the same in words.
    await page().getByText('total → amount').waitFor();
    await page().getByText('One-CP', { exact: true }).waitFor();
    await isClean();
    expect(payload).toMatchObject({
      dialect: 'one-cp',
      contentType: 'application/x-www-form-urlencoded',
      extraFields: ['costCenter'],
      fieldMapping: ['total:amount', { from: 'customer.email', to: 'client.mail' }],
    });
  });

  it('says what counts as success, and when to alert by the share of failures', async () => {
    await begin('rules');
    await choose('What counts as success', 'Any answer 2xx');
    await page().getByRole('checkbox', { name: 'And a value in the body of the answer' }).check();
    await box('Path in the answer').fill('code');
    await box('Has to be').fill('200');
    await page().getByRole('radio', { name: 'By rules of its own' }).check();
    await page().getByRole('switch', { name: 'Also alert by the share of failures' }).check();
    await box('Percent that fail').fill('many');
    await page().getByRole('button', { name: 'Add webhook in Production' }).click();
    await summary()
      .getByRole('button', { name: /failureRate\.percent/ })
      .click();
    await isFocused('alerts.failureRate.percent');
    await isClean();
    await box('Percent that fail').fill('30');
    const { delivery, alerts } = await add();
    expect(delivery.success).toEqual({ status: '2xx', body: { path: 'code', equals: '200' } });
    expect(alerts.failureRate).toEqual({ percent: 30, hours: 1, attemptsMin: 20 });
  });

  it('turns the check of certificates off only when that is understood (L17, C13)', async () => {
    await begin('tls');
    await box('URL').fill('https://tls.example.com/hooks');
    await page().getByRole('switch', { name: 'Check the certificate of the receiver' }).uncheck();
    await page().getByRole('button', { name: 'Add webhook in Production' }).click();
    await isFocused('delivery.tlsUnderstood');
    await page().getByText('Confirm that you understand it').waitFor();
    await isClean();
    await page()
      .getByRole('checkbox', { name: /^I understand/ })
      .check();
    expect((await add()).delivery.verifyTls).toBe(false);
    await page().getByText('The certificate of the receiver is not checked').waitFor();
  });

  it('shows the example of another event type, and names headers that cannot be chosen (L18, L23)', async () => {
    await begin('preview');
    const preview = part('Request preview');
    await preview.getByRole('combobox', { name: 'Event type of the example' }).fill('signer.declined');
    await page().getByRole('option', { name: 'signer.declined', exact: true }).click();
    await preview.locator('pre').getByText('signer.declined').first().waitFor();
    await part('Delivery').getByRole('button', { name: 'Add header' }).click();
    await box('Name of header 1').fill('Content-Length');
    await page().getByText('HTTP or Signpost sets it.').waitFor();
    await isClean();
  });

  it('follows the organization: what has to be chosen, and who the default webhook is (E12, E13, E14, E17)', async () => {
    await be({ profile: 'emsigner' });
    await tenant.knows('departments', 'Loans');
    await begin('default');
    expect(await part('Authentication').getByRole('radio').count()).toBe(2);
    await page().getByText('this is the default webhook of the environment').waitFor();
    await page().getByRole('button', { name: 'Add webhook in Production' }).click();
    await summary().waitFor();
    expect(await summary().innerText()).toMatch(/events\.types[\s\S]*auth/);
    await isClean();
    await part('Events').getByRole('button', { name: 'Select all' }).click();
    await part('Authentication').getByRole('radio', { name: 'None' }).click();
    const made = await add();
    expect(made).toMatchObject({ payload: { dialect: 'emsigner' }, routing: { receives: 'unrouted' } });
    await begin('second');
    await page().getByText('“default” already is the default webhook').waitFor();
    await choose('Department', 'Loans');
    await page().getByText('“default” already is the default webhook').waitFor({ state: 'detached' });
    await part('Events').getByRole('button', { name: 'Select all' }).click();
    await part('Authentication').getByRole('radio', { name: 'None' }).click();
    expect((await add()).routing).toMatchObject({ departments: ['Loans'], receives: 'matching' });
  });

  it('is coupled with the templates whose processes it fires for, before it exists and after (L30)', async () => {
    const templates = `/api/v1/organizations/${tenant.organizationId}/templates`;
    const make = async (body: object) => (await started.signpost.call('POST', templates, body)).body;
    const other = await tenant.webhook('https://other.example.com/', { firing: 'explicit' });
    await make({ name: 'Loan contract', webhooks: [other.id] });
    await make({ name: 'Lease' });
    const coupled = async () => {
      const { data } = (await started.signpost.call('GET', templates)).body;
      return Object.fromEntries(data.map(({ name, webhooks }: never) => [name, webhooks]));
    };
    await begin('templates');
    await page().getByRole('radio', { name: 'When told' }).check();
    await choose('Templates coupled with it', 'Loan contract');
    await page().keyboard.press('Escape');
    await isClean();
    const { id } = await add();
    expect(await coupled()).toEqual({ 'Loan contract': [other.id, id], Lease: [] });
    await at(`/${id}/edit`);
    await part('Events').getByText('Loan contract').waitFor();
    await choose('Templates coupled with it', 'Lease');
    await page().keyboard.press('Escape');
    await page().getByRole('combobox', { name: 'Templates coupled with it', exact: true }).focus();
    await save(id);
    expect(await coupled()).toEqual({ 'Loan contract': [other.id, id], Lease: [id] });
    await at(`/${id}/edit`);
    await part('Events').getByText('Lease').waitFor();
    await page().getByRole('combobox', { name: 'Templates coupled with it', exact: true }).press('Backspace');
    await save(id);
    expect(
      Object.values(await coupled())
        .flat()
        .filter((one) => one === id),
    ).toHaveLength(1);
  });

  it('opens an enabled webhook only after disabling it, where the organization wants that (G11)', async () => {
    await be({ profile: 'esignglobal' });
    const { id } = await tenant.webhook(started.receiver.url('/locked'), {
      name: 'Locked',
      events: { mode: 'only', types: ['signer.*'] },
      routing: { triggers: ['page'] },
    });
    await at(`/${id}/edit`);
    await page().getByText('Disable this webhook to edit it').waitFor();
    await isClean();
    await page().getByRole('button', { name: 'Disable and edit in Production' }).click();
    await page()
      .getByRole('dialog')
      .getByRole('button', { name: /^Disable/ })
      .click();
    await box('Name').fill('Unlocked');
    expect(await save(id)).toMatchObject({ name: 'Unlocked', status: 'disabled' });
  });
});
