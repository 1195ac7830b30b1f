// Setting things up: organizations, applications, keys, sources, the directory.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  caller,
  rootKey,
  startSignpost,
  type Tenant,
  type TestSignpost,
} from '../../server/test/harness/signpost.ts';
import { violations } from './harness/audit.ts';
import { openBrowser, openPage, signIn, type Watched } from './harness/browser.ts';

const browser = await openBrowser();
let signpost: TestSignpost;
let tenant: Tenant;
let watched: Watched;

beforeAll(async () => {
  signpost = await startSignpost();
  if (!browser) return;
  watched = await openPage(browser, signpost.app.url);
  await signIn(watched, rootKey);
});
afterAll(async () => {
  await browser?.close();
  await signpost.stop();
});

describe.skipIf(browser === null)('setting up', () => {
  const dialog = () => watched.page.getByRole('dialog');
  const env = (path: string) => watched.page.goto(`/${tenant.appId}/production${path}`);
  const org = (path: string) => watched.page.goto(`/organizations/${tenant.organizationId}${path}`);

  it('begins with an organization and its first application, and leads to its environments', async () => {
    const { page } = watched;
    await page.getByText('No organization yet').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Add an organization' }).click();
    await page.getByRole('button', { name: 'Add organization' }).click();
    await dialog().getByRole('textbox').fill('XYZ Bank');
    await dialog().getByRole('button', { name: 'Add organization' }).click();
    await page.getByText('No application yet').waitFor();
    await page.getByRole('button', { name: 'Add an application' }).click();
    await dialog().getByLabel('Name').fill('Loans');
    await dialog().getByLabel('Id').fill('not an id');
    await dialog().getByRole('button', { name: 'Add an application' }).click();
    await dialog()
      .getByText(/must be "appId_"/)
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog().getByLabel('Id').fill('appId_loans');
    await dialog().getByRole('button', { name: 'Add an application' }).click();
    await page.getByRole('link', { name: 'Loans: Test' }).click();
    await page.waitForURL('**/appId_loans/test');
    await page.getByRole('heading', { name: 'Getting started' }).waitFor();
    tenant = await signpost.tenant();
    expect(await watched.complaints()).toEqual([]);
  });

  it('makes a key with chosen scopes and an end, shows it once, and revokes it (N16)', async () => {
    const { page } = watched;
    await env('/keys');
    await page.getByRole('button', { name: 'Make key' }).click();
    await dialog().getByLabel('Name').fill('Loan system');
    await dialog().getByLabel('Read webhooks').check();
    await dialog().getByRole('combobox', { name: 'Expires' }).click();
    await page.getByRole('option', { name: 'In 90 days' }).click();
    expect(await violations(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Make key' }).click();
    const key = await dialog().getByLabel('Key', { exact: true }).inputValue();
    await dialog().getByLabel('I have stored it').check();
    await dialog().getByRole('button', { name: 'Close' }).click();
    const path = `/api/v1/applications/${tenant.appId}/envs/PRODUCTION/webhooks`;
    expect((await caller(signpost.app.url, key)('GET', path)).status).toBe(200);
    await page.getByRole('cell', { name: /in 90 days|in 3 months/ }).waitFor();
    await page.getByRole('button', { name: 'Revoke the key Loan system' }).click();
    await dialog().getByRole('button', { name: 'Revoke in Production' }).click();
    await page.getByRole('rowheader', { name: 'Loan system' }).waitFor({ state: 'detached' });
    expect((await caller(signpost.app.url, key)('GET', path)).status).toBe(401);
    expect(await watched.complaints()).toEqual([]);
  });

  it('connects Documenso: the inbound URL is shown once with where to enter it, and works', async () => {
    const { page } = watched;
    await env('/sources');
    await page.getByRole('button', { name: 'Add source' }).click();
    await dialog().getByLabel('Name').fill('Contracts');
    await dialog().getByLabel('Secret', { exact: true }).fill('a secret of ours');
    expect(await violations(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Add source' }).click();
    await dialog().getByText('In Documenso, under Settings › Webhooks').waitFor();
    const url = await dialog().getByLabel('Inbound URL').inputValue();
    await dialog().getByLabel('I have stored it').check();
    await dialog().getByRole('button', { name: 'Close' }).click();
    await page.getByRole('rowheader', { name: 'Contracts' }).waitFor();
    expect(await page.content()).not.toContain(url);
    await page.getByRole('cell', { name: 'None yet' }).waitFor();
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(401);
    await page.getByText('Refused, its secret was wrong:').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await page.getByRole('button', { name: 'Actions for Contracts' }).click();
    await page.getByRole('menuitem', { name: /^Delete/ }).click();
    await dialog().getByRole('button', { name: 'Delete in Production' }).click();
    await page.getByText('No source yet').waitFor();
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(404);
    expect(await watched.complaints()).toEqual([]);
  });

  it('keeps the directory: business units with companies and their fields, and what is used is not deleted (C15)', async () => {
    const { page } = watched;
    await org('/directory/business-units');
    await page.getByRole('button', { name: 'Add business unit' }).click();
    await dialog().getByRole('textbox', { name: 'Name' }).first().fill('Retail');
    await dialog().getByRole('button', { name: 'Add company' }).click();
    await dialog().getByLabel('Name of company 1').fill('XYZ Leasing');
    await dialog().getByRole('button', { name: 'Add field' }).click();
    await dialog().getByLabel('Name of field 1').fill('costCenter');
    await dialog().getByLabel('Value of field 1').fill('42');
    expect(await violations(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByText('1 company').waitFor();
    const units = await signpost.call('GET', `/api/v1/organizations/${tenant.organizationId}/business-units`);
    expect(units.body.data).toMatchObject([
      { companies: [{ name: 'XYZ Leasing', fields: { costCenter: '42' } }] },
    ]);
    await tenant.webhook('https://lms.example.com/', {
      name: 'Filters',
      routing: { businessUnits: ['Retail'] },
    });
    await page.getByRole('button', { name: 'Delete Retail' }).click();
    await dialog().getByRole('button', { name: 'Delete', exact: true }).click();
    await dialog().getByText('is used by webhooks: Filters').waitFor();
    expect(await watched.complaints()).toEqual([]);
  });

  it('renames an entry that exists twice only once, in words', async () => {
    const { page } = watched;
    await tenant.knows('departments', 'Loans', 'HR');
    await org('/directory/departments');
    await page.getByRole('button', { name: 'Edit HR' }).click();
    await dialog().getByRole('textbox', { name: 'Name' }).first().fill('loans');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog()
      .getByText(/already is a department with this name/)
      .waitFor();
    await dialog().getByRole('textbox', { name: 'Name' }).first().fill('Human resources');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByRole('rowheader', { name: 'Human resources' }).waitFor();
    expect(await watched.complaints()).toEqual([]);
  });

  it('couples a template with webhooks that fire only when told (L30)', async () => {
    const { page } = watched;
    const { id } = await tenant.webhook('https://archive.example.com/', {
      name: 'Archive',
      firing: 'explicit',
    });
    await org('/directory/templates');
    await page.getByRole('button', { name: 'Add template' }).click();
    await dialog().getByRole('textbox', { name: 'Name' }).first().fill('Loan contract');
    await dialog().getByRole('combobox', { name: 'Coupled webhooks' }).click();
    await page.getByRole('option', { name: 'Archive' }).click();
    await page.keyboard.press('Tab');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByText('1 webhook', { exact: true }).waitFor();
    const templates = await signpost.call('GET', `/api/v1/organizations/${tenant.organizationId}/templates`);
    expect(templates.body.data).toMatchObject([{ name: 'Loan contract', webhooks: [id] }]);
    expect(await watched.complaints()).toEqual([]);
  });

  it('names the organization', async () => {
    const { page } = watched;
    await org('');
    await page.getByRole('textbox', { name: 'Name' }).fill('XYZ Bank AG');
    await page.getByRole('region', { name: 'Name' }).getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved').first().waitFor();
    const { body } = await signpost.call('GET', `/api/v1/organizations/${tenant.organizationId}`);
    expect(body.name).toBe('XYZ Bank AG');
    expect(await watched.complaints()).toEqual([]);
  });
});
