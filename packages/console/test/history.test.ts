// Working through the event history: an event beside the list, keys, all that the filter finds, files, rows and columns.
import { readFile } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Tenant } from '../../server/test/harness/signpost.ts';
import { until } from '../../server/test/harness/until.ts';
import { overflowing, violations } from './harness/audit.ts';
import { openBrowser } from './harness/browser.ts';
import { startConsole } from './harness/console.ts';

const browser = await openBrowser();
const on = startConsole(browser);
let tenant: Tenant;

beforeAll(() => on.watched?.context.grantPermissions(['clipboard-read', 'clipboard-write']));
beforeEach(async () => {
  tenant = await on.signpost.tenant();
});

describe.skipIf(browser === null)('the event history', () => {
  const at = (path: string) => on.watched.page.goto(`/${tenant.appId}/production${path}`);
  const press = (key: string) => on.watched.page.keyboard.press(key);

  const focused = (event: string) =>
    expect
      .poll(() => on.watched.page.evaluate(() => document.activeElement?.closest('tr')?.textContent))
      .toContain(event);

  /** So many events, named by number, each delivered to a webhook that takes them, or refuses them. */
  const events = async (count: number, status = 200) => {
    on.receiver.answer(`/${status}`, { status });
    await tenant.webhook(on.receiver.url(`/${status}`), { name: 'Loans', delivery: { retrySchedule: [] } });
    const all = Array.from({ length: count }, (_, number) => ({
      id: `evt-${number}-with-an-id-that-is-as-long-as-ids-of-senders-are`,
      type: 'signer.signed',
      envelopeId: '0197f3a0-0000-7000-8000-000000000001',
      content: { number },
    }));
    await tenant.call('POST', '/events', all);
    await until(async () => {
      const { body } = await tenant.call('GET', '/deliveries/counts');
      return body.all.count === count && body.pending.count === 0;
    }, 'the deliveries');
  };

  it('opens an event beside the list; keys lead on, and closing it leads back to its row', async () => {
    const { page } = on.watched;
    await events(3);
    await at('/events');
    await page.getByRole('rowheader').nth(2).waitFor();
    await press('j');
    await press('j');
    await press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.getByText('evt-1-with', { exact: false }).first().waitFor();
    expect(new URL(page.url()).searchParams.get('event')).toMatch(/^evt-1-/);
    await drawer.locator('pre').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await press('j');
    await drawer.getByText('evt-0-with', { exact: false }).first().waitFor();
    expect(await drawer.getByRole('button', { name: 'Next in the list' }).isDisabled()).toBe(true);
    await drawer.getByRole('tab', { name: 'Content' }).click();
    await page.waitForURL('**tab=content**');
    await press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await focused('evt-0-with');
    await press('k');
    await press('Enter');
    await drawer.waitFor();
    await page.goBack();
    await drawer.waitFor({ state: 'detached' });
    await focused('evt-1-with');
    await press('k');
    await press('o');
    await page.waitForURL('**/events/evt-2-*');
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is opened by a link with its event beside it, on a phone too', async () => {
    const { page } = on.watched;
    await events(1);
    const [delivery] = await tenant.deliveries();
    await at(`/events?event=${delivery?.eventId}`);
    await page.getByRole('dialog').locator('pre').first().waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    await expect.poll(() => overflowing(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('sends all that the filter finds again, not only the page that is shown (N8)', async () => {
    const { page } = on.watched;
    await events(60, 404);
    on.receiver.answer('/404', { status: 200 });
    await at('/events?status=failed');
    await page.getByRole('checkbox', { name: 'Select all rows of this page' }).check();
    const bar = page.getByRole('region', { name: 'Chosen deliveries' });
    await bar.getByText('50 chosen').waitFor();
    await bar.getByRole('button', { name: 'Choose all 60 that match the filter' }).click();
    await bar.getByText('All 60 chosen').waitFor();
    expect(await violations(page)).toEqual([]);
    await bar.getByRole('button', { name: 'Resend in Production…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('60', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel('At most in a second').fill('1000');
    await dialog.getByRole('button', { name: 'Send again in Production' }).click();
    await page.waitForURL('**/replays/*');
    await page.getByText('Done', { exact: true }).waitFor();
    await until(
      async () => (await tenant.call('GET', '/deliveries/counts')).body.succeeded.count === 60,
      'the successes',
    );
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('is taken away as a file and as ids, of single rows and of all that match', async () => {
    const { page } = on.watched;
    await events(52);
    await at('/events');
    await page.getByRole('rowheader').nth(40).waitFor();
    await page.getByRole('checkbox', { name: /^Choose the delivery of event evt-51-/ }).check();
    const bar = page.getByRole('region', { name: 'Chosen deliveries' });
    await bar.getByRole('button', { name: 'Copy event ids' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^evt-51-[a-z-]+$/);
    await page.getByRole('checkbox', { name: 'Select all rows of this page' }).check();
    await bar.getByRole('button', { name: /^Choose all 52/ }).click();
    const saved = async (format: string) => {
      await bar.getByRole('button', { name: 'Export' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: format, exact: true }).click(),
      ]);
      return (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/);
    };
    const csv = await saved('CSV');
    expect(csv).toHaveLength(53);
    expect(csv[0]).toMatch(/^id,eventId,type,/);
    const lines = await saved('NDJSON');
    expect(lines).toHaveLength(52);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ type: 'signer.signed', status: 'succeeded' });
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('fits into a window of 1280, and keeps its columns and how close its rows are', async () => {
    const { page } = on.watched;
    await events(2, 404);
    await at('/events');
    await page.getByRole('rowheader').nth(1).waitFor();
    const frame = page.getByRole('region', { name: 'Event history' });
    const fits = () => frame.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth);
    await expect.poll(fits).toBe(true);
    const height = () => frame.evaluate(({ clientHeight }) => clientHeight);
    const before = await height();
    await page.getByRole('button', { name: 'View' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Compact rows' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Created' }).click();
    await expect.poll(height).toBeLessThan(before);
    await page.reload();
    await page.getByRole('rowheader').nth(1).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Created' }).count()).toBe(0);
    expect(await height()).toBeLessThan(before);
    await page.evaluate(() => localStorage.clear());
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('looks at a time of one’s own choice, which is said, can be changed and taken away', async () => {
    const { page } = on.watched;
    await events(1);
    await at('/events?range=24h');
    await page.getByRole('rowheader').first().waitFor();
    await page.getByText(/^Since \w+ \d+, \d{4}/).waitFor();
    await page.getByRole('combobox', { name: 'Any time' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('option', { name: 'Custom time…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('From').fill('2026-01-02T10:00');
    await dialog.getByLabel('To').fill('2026-01-01T10:00');
    await dialog.getByText('Has to be after the beginning').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await dialog.getByRole('button', { name: 'Show' }).isDisabled()).toBe(true);
    await dialog.getByLabel('To').fill('2026-01-03T10:00');
    await dialog.getByRole('button', { name: 'Show' }).click();
    // Berlin is an hour ahead of UTC in winter.
    await page.waitForURL('**from=2026-01-02T09%3A00**');
    await page.getByText('No delivery matches the filters').waitFor();
    await page.getByRole('button', { name: /^Jan 2, 2026.* to Jan 3, 2026/ }).waitFor();
    await page.getByRole('button', { name: 'Any time again' }).click();
    await page.getByRole('rowheader').first().waitFor();
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('finds by department, Request From and trigger source, and by what stands in contents (E10)', async () => {
    const { page } = on.watched;
    await tenant.knows('departments', 'Loans');
    await tenant.knows('source-systems', 'HRPortal');
    await tenant.webhook(on.receiver.url('/all'), { name: 'All' });
    const sent = { type: 'signer.signed', content: { signer: { email: 'maya@example.com' } } };
    await tenant.send({ ...sent, id: 'of-loans', routing: { department: 'Loans', trigger: 'page' } });
    await tenant.send({
      ...sent,
      id: 'of-hr',
      routing: { requestFrom: ['HRPortal'], trigger: 'integration' },
      content: {},
    });
    await at('/events?department=Loans');
    const rows = page.getByRole('rowheader');
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.first().innerText()).toContain('of-loans');
    await page.getByLabel('Department', { exact: true }).fill('');
    await page.getByLabel('Request From', { exact: true }).fill('HRPortal');
    await page.getByLabel('Request From', { exact: true }).press('Enter');
    await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining('of-hr')]);
    await at('/events?trigger=page');
    await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining('of-loans')]);
    await at('/events');
    const search = page.getByLabel('Any id, or body.path=value');
    await search.fill('body.signer.email=maya@example.com');
    await search.press('Enter');
    await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining('of-loans')]);
    expect(new URL(page.url()).searchParams.get('q')).toBe('body.signer.email=maya@example.com');
    expect(await violations(page)).toEqual([]);
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('finds by a single HTTP status, and says which filter to loosen where it finds nothing', async () => {
    const { page } = on.watched;
    await events(1, 404);
    await at('/events');
    await page.getByRole('combobox', { name: 'Result' }).fill('404');
    await page.getByRole('option', { name: 'HTTP 404' }).click();
    await page.waitForURL('**result=404');
    await page.getByRole('rowheader').first().waitFor();
    await at('/events?result=503&status=failed');
    await page.getByText('No delivery matches the filters').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Without “Result”' }).click();
    await page.getByRole('rowheader').first().waitFor();
    expect(new URL(page.url()).search).toBe('?status=failed');
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('has 25, 50 or 100 rows on a page, and remembers how many', async () => {
    const { page } = on.watched;
    await events(60);
    await at('/events');
    await page.getByRole('rowheader').nth(49).waitFor();
    await page.getByRole('button', { name: 'View' }).click();
    await page.getByRole('menuitemradio', { name: '100' }).click();
    await page.getByRole('rowheader').nth(59).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('menuitemradio', { name: '25' }).click();
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(25);
    await page.reload();
    await page.getByRole('rowheader').nth(24).waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(25);
    await page.evaluate(() => localStorage.clear());
    expect(await on.watched.complaints()).toEqual([]);
  });

  /**
   * The server's own answers, as those of a history that is far longer: each looks at so many deliveries, and of these finds the
   * wanted ones.
   */
  const inShortAnswers = async (looked: number, isWanted: (eventId: string) => boolean) => {
    let gate: Promise<unknown> | null = null;
    let asked = 0;
    await on.watched.page.route('**/deliveries?*', async (route) => {
      asked++;
      await gate;
      const url = new URL(route.request().url());
      const wanted = Number(url.searchParams.get('limit'));
      url.searchParams.set('limit', String(Math.min(looked, wanted)));
      const answer = await route.fetch({ url: url.href });
      const body = await answer.json();
      const data = body.data.filter(({ eventId }: { eventId: string }) => isWanted(eventId));
      const isShort = body.nextCursor !== null && data.length < wanted;
      const searchedTo = isShort ? body.data.at(-1).createdAt : null;
      await route.fulfill({ response: answer, json: { ...body, data, searchedTo } });
    });
    return {
      hold: () => {
        const { promise, resolve } = Promise.withResolvers<void>();
        gate = promise;
        return () => {
          gate = null;
          resolve();
        };
      },
      asked: () => asked,
      end: () => on.watched.page.unroute('**/deliveries?*'),
    };
  };

  it('goes on by itself where answers of a long search hold too few, until the page is full', async () => {
    const { page } = on.watched;
    await events(60);
    const answers = await inShortAnswers(3, () => true);
    await at('/events');
    await page.getByRole('rowheader').nth(49).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Older' }).isEnabled()).toBe(true);
    expect(await page.getByRole('rowheader').count()).toBe(50);
    expect(await page.getByRole('button', { name: 'Look further back' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Older' }).click();
    await page.getByRole('rowheader').nth(9).waitFor();
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(10);
    await page.getByRole('rowheader').getByText('evt-0-with', { exact: false }).waitFor();
    await answers.end();
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('says how far a long search has looked, ends it after twenty answers, and goes on when asked', async () => {
    const { page } = on.watched;
    await events(60);
    const answers = await inShortAnswers(2, (id) => id.startsWith('evt-0-'));
    await at('/events');
    await page.getByRole('heading', { name: 'Nothing found so far' }).waitFor();
    expect(answers.asked()).toBe(21);
    await page.getByText('Looked back to').locator('time').waitFor();
    expect(await violations(page)).toEqual([]);
    const letGo = answers.hold();
    await page.getByRole('button', { name: 'Look further back' }).click();
    await page.getByRole('heading', { name: 'Looking further back…' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('heading', { name: 'Nothing found so far' }).waitFor();
    letGo();
    await page.getByRole('button', { name: 'Look further back' }).click();
    await page.getByRole('rowheader').getByText('evt-0-with', { exact: false }).waitFor();
    await page.getByText('1 more found.').waitFor({ state: 'attached' });
    expect(await page.getByRole('button', { name: 'Look further back' }).count()).toBe(0);
    await answers.end();
    expect(await on.watched.complaints()).toEqual([]);
  });

  it('chooses and sends again by key, after asking; keys stay out of fields', async () => {
    const { page } = on.watched;
    await events(1);
    await at('/events');
    await page.getByRole('rowheader').first().waitFor();
    await press('/');
    await page.keyboard.type('jxr');
    expect(await page.getByRole('textbox', { name: 'Any id' }).inputValue()).toBe('jxr');
    await page.getByRole('textbox', { name: 'Any id' }).fill('');
    await page.getByRole('heading', { level: 1 }).click();
    await press('j');
    await press('x');
    await page.getByText('1 chosen').waitFor();
    const again = on.signpost.recorded(({ trigger }) => trigger === 'manual');
    await press('r');
    await page.getByRole('dialog').getByRole('button', { name: 'Resend in Production' }).click();
    await again;
    expect(await on.watched.complaints()).toEqual([]);
  });
});
