// Sending an event by hand from its page: to another webhook, and as a copy with other content.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Tenant } from '../../server/test/harness/signpost.ts';
import { violations } from './harness/audit.ts';
import { openBrowser } from './harness/browser.ts';
import { startConsole } from './harness/console.ts';

const browser = await openBrowser();
const on = startConsole(browser);
let tenant: Tenant;

/** Wants nothing that the tests send. */
const other = { events: { mode: 'only', types: ['form.submitted'] } };

describe.skipIf(browser === null)('an event is sent by hand', () => {
  const page = () => on.watched.page;
  const more = () => page().getByRole('button', { name: 'More ways to send again' });
  const dialog = () => page().getByRole('dialog');
  const hasFocus = (name: string) =>
    expect.poll(() => page().evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(name);
  const open = async (environment: string, path = '/events/evt-1') => {
    await page().goto(`/${tenant.appId}/${environment}${path}`);
    await more().waitFor();
  };
  /** An event that passed at /first. */
  const passed = async (environment: string) => {
    tenant = await on.signpost.tenant({ environment });
    const first = await tenant.webhook(on.receiver.url('/first'), { name: 'First' });
    const recorded = on.signpost.recorded();
    const content = '{"amount":250000.00,"big":12345678901234567890}';
    await tenant.call('POST', '/events', `{"id":"evt-1","type":"signer.signed","content":${content}}`);
    await recorded;
    return first;
  };
  const clean = async () => expect(await violations(page())).toEqual([]);

  describe('to another webhook', () => {
    beforeEach(() => passed('PRODUCTION'));

    it('by keyboard, with the environment on the button; the new delivery is shown, and who made it (I23)', async () => {
      const second = await tenant.webhook(on.receiver.url('/second'), { name: 'Second', ...other });
      await open('production');
      await more().focus();
      await page().keyboard.press('Enter');
      await page().getByRole('menuitem', { name: 'Send to another webhook in Production' }).waitFor();
      await clean();
      await page().keyboard.press('Enter');
      const choice = dialog().getByRole('combobox', { name: 'Webhook' });
      await choice.click();
      await page()
        .getByRole('option', { name: /Second/ })
        .waitFor();
      await clean();
      await page().keyboard.type('seco');
      await page().keyboard.press('ArrowDown');
      await page().keyboard.press('Enter');
      const recorded = on.signpost.recorded();
      await dialog().getByRole('button', { name: 'Send in Production' }).focus();
      await page().keyboard.press('Enter');
      expect((await on.receiver.next('/second')).headers['webhook-id']).toBe('evt-1');
      await recorded;
      await page().getByRole('region', { name: 'News' }).getByText('It is being sent to Second').waitFor();
      await dialog().waitFor({ state: 'detached' });
      await hasFocus('More ways to send again');
      const [made] = await tenant.deliveries(`?webhookId=${second.id}`);
      await page().waitForURL(`**delivery=${made?.id}*`);
      await page().getByText('Sent to this webhook with the root key').waitFor();
      await page().getByText('by hand').waitFor();
      await clean();
      await page().getByRole('tab', { name: 'Why' }).click();
      const sent = page().getByRole('region', { name: 'Sent by hand' });
      await sent.getByRole('link', { name: 'Second' }).waitFor();
      await clean();
      expect(await on.watched.complaints()).toEqual([]);
    });

    it('says of one that has the event already that this delivery is sent again', async () => {
      const twin = await tenant.webhook(on.receiver.url('/twin'), { name: 'Twin' });
      const routed = on.signpost.recorded();
      await tenant.call('POST', '/events/evt-1/route');
      await routed;
      await open('production');
      await more().click();
      await page()
        .getByRole('menuitem', { name: /another webhook/ })
        .click();
      await dialog().getByRole('combobox').click();
      await page().getByRole('option', { name: /Twin/ }).click();
      await dialog().getByText('That delivery is sent again').waitFor();
      await clean();
      const again = on.signpost.recorded();
      await dialog().getByRole('button', { name: 'Send in Production' }).click();
      await again;
      expect(await tenant.deliveries(`?webhookId=${twin.id}`)).toMatchObject([{ attempts: 2 }]);
    });

    it('where its own was deleted; one that is disabled, and a callout, say why they cannot be chosen', async () => {
      const [{ webhookId } = { webhookId: '' }] = (await tenant.call('GET', '/deliveries')).body.data;
      await tenant.call('POST', `/webhooks/${webhookId}/disable`);
      await tenant.call('DELETE', `/webhooks/${webhookId}?confirm=First`);
      const off = await tenant.webhook(on.receiver.url('/off'), { name: 'Off' });
      await tenant.call('POST', `/webhooks/${off.id}/disable`);
      await tenant.webhook(on.receiver.url('/asked'), { name: 'Asked', kind: 'callout' });
      await tenant.webhook(on.receiver.url('/left'), { name: 'Left', ...other });
      await open('production');
      const resend = page().getByRole('button', { name: 'Resend in Production' });
      expect(await resend.getAttribute('aria-disabled')).toBe('true');
      await more().click();
      await page()
        .getByRole('menuitem', { name: /another webhook/ })
        .click();
      await dialog().getByRole('combobox').click();
      const options = page().getByRole('option');
      await expect
        .poll(() => options.allInnerTexts())
        .toEqual([
          expect.stringContaining('Left'),
          expect.stringContaining('A callout: no events go to it'),
          expect.stringContaining('Disabled: enable it first'),
        ]);
      await clean();
      await options.first().click();
      await dialog().getByRole('button', { name: 'Send in Production' }).click();
      await on.receiver.next('/left');
      await dialog().waitFor({ state: 'detached' });
      expect(await on.watched.complaints()).toEqual([]);
    });

    it('from the drawer of the history as well, whose keys are quiet meanwhile', async () => {
      await tenant.webhook(on.receiver.url('/drawn'), { name: 'Drawn', ...other });
      await open('production', '/events?event=evt-1');
      await more().click();
      await page()
        .getByRole('menuitem', { name: /another webhook/ })
        .click();
      const window = page().getByRole('dialog', { name: 'Send to another webhook' });
      await window.getByRole('button', { name: 'Cancel' }).focus();
      await page().keyboard.press('o');
      await window.getByRole('combobox').click();
      await page().getByRole('option', { name: /Drawn/ }).click();
      await clean();
      await window.getByRole('button', { name: 'Send in Production' }).click();
      await on.receiver.next('/drawn');
      await window.waitFor({ state: 'detached' });
      await hasFocus('More ways to send again');
      expect(page().url()).toContain('/events?');
      expect(await on.watched.complaints()).toEqual([]);
    });

    it('but with other content never in production: the menu says why, and the test of a webhook too', async () => {
      await open('production');
      await more().click();
      const item = page().getByRole('menuitem', { name: /other content/ });
      expect(await item.getAttribute('aria-disabled')).toBe('true');
      await item.getByText('Not in Production').waitFor();
      await item.click({ force: true });
      expect(await dialog().count()).toBe(0);
      const [{ webhookId } = { webhookId: '' }] = (await tenant.call('GET', '/deliveries')).body.data;
      await page().goto(`/${tenant.appId}/production/webhooks/${webhookId}?tab=test`);
      await page().getByRole('button', { name: 'Change the content…' }).click();
      const content = page().getByRole('textbox', { name: 'Other content' });
      await content.fill('{"amount": 7}');
      await page().getByText('A copy of a real event').click();
      await page().getByText('In Production it is sent with the content that it had').waitFor();
      expect(await content.count()).toBe(0);
      await page().getByRole('textbox', { name: 'Event id' }).fill('evt-1');
      await page().getByRole('button', { name: 'Send test' }).click();
      await page().getByRole('status').getByText('Succeeded').waitFor();
      expect((await tenant.call('GET', '/tests')).body.data).toMatchObject([
        { copyOf: 'evt-1', isEdited: false },
      ]);
      expect(await on.watched.complaints()).toEqual([]);
    });
  });

  describe('as a copy with other content', () => {
    beforeEach(() => passed('TEST'));

    const edit = async () => {
      await more().click();
      await page()
        .getByRole('menuitem', { name: /other content/ })
        .click();
      const editor = dialog().getByRole('textbox', { name: 'Content' });
      await editor.waitFor();
      return editor;
    };

    it('which is laid out with every value as it was written, checked while it is typed, and sent byte for byte', async () => {
      await open('test');
      const editor = await edit();
      expect((await editor.innerText()).split('\n')).toEqual([
        '{',
        '  "amount": 250000.00,',
        '  "big": 12345678901234567890',
        '}',
      ]);
      await clean();
      // What is typed over a bracket that is marked would be given its ground as a style, which the policy refuses.
      await editor.press('Control+Home');
      const ground = await page()
        .locator('.cm-matchingBracket')
        .first()
        .evaluate((bracket) => getComputedStyle(bracket).backgroundColor);
      expect(ground).toBe('rgba(0, 0, 0, 0)');
      await editor.fill('{\n  "amount": oops\n}');
      await dialog().getByText('This is not JSON').waitFor();
      await page().locator('.cm-lint-marker-error').waitFor();
      const marked = await page().locator('.cm-lintRange-error').innerText();
      expect(marked).toBe('o');
      const send = dialog().getByRole('button', { name: 'Send copy' });
      expect(await send.isDisabled()).toBe(true);
      await clean();
      // What was typed is not lost by a key.
      await page().keyboard.press('Escape');
      expect(await editor.innerText()).toContain('oops');
      await editor.fill('{"amount": 250000.10,"big":12345678901234567891}');
      await send.click();
      await dialog().getByRole('status').getByText('Succeeded: the receiver answered 200').waitFor();
      const request = on.receiver.requests('/first').at(-1);
      expect(request?.headers['signpost-test']).toBe('true');
      expect(request?.body.toString()).toContain('"data":{"amount": 250000.10,"big":12345678901234567891}');
      await dialog().getByRole('region', { name: 'Request: Copy with other content' }).waitFor();
      await clean();
      await page().keyboard.press('Escape');
      await dialog().waitFor({ state: 'detached' });
      await hasFocus('More ways to send again');
      const copies = page().getByRole('table', { name: 'Copies sent as tests' });
      await copies.getByText('Edited').waitFor();
      await clean();
      expect(await tenant.deliveries()).toMatchObject([{ attempts: 1 }]);
      expect(await on.watched.complaints()).toEqual([]);
    });

    it.each([
      ['dark', 'light', 1280],
      ['right to left', 'he', 390],
      ['narrow', 'zh-CN', 320],
    ] as const)('%s it is held to the same', async (_, how, width) => {
      await open('test');
      if (how === 'light') await page().emulateMedia({ colorScheme: 'dark' });
      else {
        await page().evaluate((language) => localStorage.setItem('signpost.language', language), how);
      }
      await page().setViewportSize({ width, height: 800 });
      await page().reload();
      await page().locator('#main pre').first().waitFor();
      await page().locator('#main [aria-haspopup=menu]').last().click();
      await page().getByRole('menuitem').nth(1).click();
      await page().locator('.cm-content').waitFor();
      await clean();
      const overflows = await page().evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(overflows).toBe(false);
      await page().keyboard.press('Escape');
      await page().evaluate(() => localStorage.removeItem('signpost.language'));
      await page().emulateMedia({ colorScheme: 'light' });
      await page().setViewportSize({ width: 1280, height: 900 });
      expect(await on.watched.complaints()).toEqual([]);
    });
  });
});
