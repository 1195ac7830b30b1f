// Alert rules in the browser: of the organization and of a webhook that follows them or not, and the test alert.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MailServer, startMailServer } from '../../server/test/harness/mail-server.ts';
import {
  rootKey,
  startSignpost,
  type Tenant,
  type TestSignpost,
} from '../../server/test/harness/signpost.ts';
import { overflowing, violations } from './harness/audit.ts';
import { openBrowser, openPage, signIn, type Watched } from './harness/browser.ts';

const browser = await openBrowser();
let mail: MailServer;
let signpost: TestSignpost;
let watched: Watched;
let tenant: Tenant;

beforeAll(async () => {
  mail = await startMailServer();
  signpost = await startSignpost({ config: { smtpUrl: mail.url } });
  if (browser === null) return;
  watched = await openPage(browser, signpost.app.url);
  await signIn(watched, rootKey);
});
beforeEach(async () => {
  tenant = await signpost.tenant();
});
afterAll(async () => {
  await browser?.close();
  await signpost.stop();
  await mail.stop();
});

const api = (more = '') => `/api/v1/organizations/${tenant.organizationId}/alert-rules${more}`;
const open = () => watched.page.goto(`/organizations/${tenant.organizationId}/alert-rules`);
const field = (name: string) => watched.page.getByRole('textbox', { name, exact: true });
async function isClean(): Promise<void> {
  const { page, complaints } = watched;
  expect(await violations(page)).toEqual([]);
  expect(await overflowing(page)).toEqual([]);
  expect(await complaints()).toEqual([]);
}

describe.skipIf(browser === null)('the alert rules of an organization (E9)', () => {
  it('are changed in one form, which says what is wrong at its place', async () => {
    await open();
    await field('Disable after failing for').fill('5m');
    await field('Alert after failures in a row').fill('3');
    await watched.page.getByRole('button', { name: 'Save' }).click();
    await watched.page.getByText('must be from 1 hour to 30 days').waitFor();
    await isClean();
    await field('Disable after failing for').fill('2d');
    await watched.page.getByRole('combobox', { name: 'Also tell' }).fill('desk@xyzbank.example');
    await watched.page.getByRole('button', { name: 'Save' }).click();
    await watched.page.getByRole('region', { name: 'News' }).getByText('Saved').waitFor();
    expect((await signpost.call('GET', api())).body).toMatchObject({
      afterConsecutiveFailures: 3,
      disableAfter: '2d',
      emails: ['desk@xyzbank.example'],
    });
    await isClean();
  });

  it('are tried with a test alert: who got it, and what the mail server says, word for word', async () => {
    const rules = { administrators: false, emails: ['desk@xyzbank.example'] };
    await signpost.call('PATCH', api(), rules);
    await open();
    const { page } = watched;
    await page.getByRole('button', { name: 'Send test alert' }).click();
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
    await row.filter({ hasText: 'desk@xyzbank.example' }).getByText('Sent', { exact: true }).waitFor();
    expect(await row.innerText()).toMatch(/250 /);
    await mail.next('desk@xyzbank.example');
    mail.refuse({ at: 'recipient', code: 550, text: 'no such user here' });
    await field('To one address only').fill('nobody@xyzbank.example');
    await page.getByRole('button', { name: 'Send test alert' }).click();
    await row.filter({ hasText: 'nobody@xyzbank.example' }).getByText('no such user here').waitFor();
    mail.refuse(null);
    await isClean();
  });

  it('are followed by a webhook that is saved in the console, until it is given rules of its own', async () => {
    const { page } = watched;
    await signpost.call('PATCH', api(), { afterConsecutiveFailures: 3 });
    const webhook = await tenant.webhook('https://lms.xyzbank.example/hook', { name: 'Loan system' });
    const alerts = async () => (await tenant.call('GET', `/webhooks/${webhook.id}`)).body.alerts;
    const edit = async () => {
      await page.goto(`/${tenant.appId}/production/webhooks/${webhook.id}/edit`);
      await page.getByText('People are told after 3 failures in a row.').waitFor();
    };
    const save = async () => {
      await page.getByRole('button', { name: 'Save' }).click();
      await page.waitForURL(`**/webhooks/${webhook.id}`);
    };
    await edit();
    await page.getByRole('textbox', { name: 'Description' }).fill('Changed beside its alerts');
    await save();
    await page.getByText('Those of the organization').waitFor();
    expect(await alerts()).toMatchObject({ rules: 'organization', afterConsecutiveFailures: 3 });
    await edit();
    await page.getByRole('radio', { name: 'By rules of its own' }).check();
    await field('Alert after failures in a row').fill('7');
    await isClean();
    await save();
    expect(await alerts()).toMatchObject({ rules: 'own', afterConsecutiveFailures: 7 });
  });

  it('lead to a webhook that posts alerts into a chat', async () => {
    const { page } = watched;
    await open();
    await page.getByRole('link', { name: 'Add a chat channel' }).click();
    await page.waitForURL('**/webhooks/new?*');
    const format = page.getByRole('combobox', { name: 'Format' });
    await expect.poll(() => format.inputValue()).toMatch(/Slack/);
    expect(await watched.complaints()).toEqual([]);
  });
});
