// What the overview says of things that will happen.
import { expect, it } from 'vitest';
import { createManualClock } from '../../server/test/harness/manual-clock.ts';
import { pem } from '../../server/test/harness/tls/index.ts';
import { violations } from './harness/audit.ts';
import { openBrowser } from './harness/browser.ts';
import { startConsole } from './harness/console.ts';

const browser = await openBrowser();
/** Two weeks before the test certificates expire, those of people and of authorities. */
const clock = createManualClock(Date.parse('2074-12-18T00:00:00Z'));
/** Nothing is sent there. */
const https = (path: string) => `https://127.0.0.1:9${path}`;
const at = startConsole(browser, { clock });

it.skipIf(browser === null)(
  'a client certificate that is about to expire needs attention, of a webhook that is enabled',
  async () => {
    const tenant = await at.signpost.tenant();
    const { page } = at.watched;
    const auth = { type: 'mtls', certificate: pem('client.crt'), key: pem('client.key') };
    await tenant.webhook(https('/proved'), { name: 'Proved', auth });
    await tenant.webhook(https('/off'), { name: 'Off', auth, status: 'disabled' });
    await tenant.webhook(https('/plain'), { name: 'Plain' });
    await page.goto(`/${tenant.appId}/production`);
    const attention = page.getByRole('region', { name: 'Needs attention' });
    await attention.getByText('Its client certificate expires:').waitFor();
    expect(await attention.getByRole('link').allInnerTexts()).toEqual(['Proved']);
    expect(await violations(page)).toEqual([]);
    expect(await at.watched.complaints()).toEqual([]);
  },
);

it.skipIf(browser === null)(
  'an authority that is about to expire needs attention too, and stands on the page of its webhook',
  async () => {
    const tenant = await at.signpost.tenant();
    const { page } = at.watched;
    const delivery = { ca: pem('ca.crt') };
    await tenant.webhook(https('/trusting'), { name: 'Trusting', delivery });
    await tenant.webhook(https('/blind'), { name: 'Blind', delivery: { ...delivery, verifyTls: false } });
    await tenant.webhook(https('/plain'), { name: 'Plain' });
    await page.goto(`/${tenant.appId}/production`);
    const attention = page.getByRole('region', { name: 'Needs attention' });
    await attention.getByText('An authority that it trusts expires:').waitFor();
    expect(await attention.getByRole('link').allInnerTexts()).toEqual(['Trusting']);
    await attention.getByText('CN=Signpost test authority').waitFor();
    expect(await violations(page)).toEqual([]);
    await attention.getByRole('link', { name: 'Trusting' }).click();
    await page.getByText('Further authorities').waitFor();
    await page.getByText('It expires soon.').waitFor();
    expect(await at.watched.complaints()).toEqual([]);
  },
);
