// Handing mails to a real mail server: what arrives, and what the administrator hears when it does not.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMailer } from '../../src/mail/mailer.ts';
import { type MailServer, startMailServer } from '../harness/mail-server.ts';

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer({ user: 'signpost', password: 'p:a/s@s' });
});
afterAll(() => server.stop());

const mailer = (smtpUrl = server.url, timeoutMs = 5_000) =>
  createMailer({ smtpUrl, from: 'Signpost <signpost@xyzbank.com>', timeoutMs });
const mail = { to: 'ada@xyzbank.com', subject: 'Grüße', text: 'שלום\n.\nend' };

it('hands a mail over whole, in any script', async () => {
  expect(await mailer().send({ ...mail, html: '<p>שלום</p>' })).toEqual({
    kind: 'sent',
    answer: expect.stringMatching(/^250 /),
  });
  const received = await server.next('ada@xyzbank.com');
  expect(received).toMatchObject({ from: 'signpost@xyzbank.com', to: ['ada@xyzbank.com'] });
  expect(received.text.replaceAll('\r\n', '\n').trim()).toBe('שלום\n.\nend');
  expect(received.html).toContain('<p>שלום</p>');
  expect(received.source).toContain('From: Signpost <signpost@xyzbank.com>');
});

it('goes to several at once', async () => {
  await mailer().send({ ...mail, to: ['b@xyzbank.com', 'c@xyzbank.com'] });
  expect((await server.next('c@xyzbank.com')).to).toEqual(['b@xyzbank.com', 'c@xyzbank.com']);
});

it.each(['x\r\nBcc: eve@evil.example', 'x\nTo: eve@evil.example'])(
  'takes the subject %j for one line',
  async (subject) => {
    await mailer().send({ ...mail, subject });
    const received = await server.next('ada@xyzbank.com');
    expect(received.to).toEqual(['ada@xyzbank.com']);
    expect(received.source).not.toMatch(/^(Bcc|To): eve/m);
  },
);

it('takes an address for one address', async () => {
  const sending = await mailer().send({ ...mail, to: 'x@xyzbank.com, eve@evil.example' });
  expect(server.mails.filter(({ to }) => to.includes('eve@evil.example'))).toEqual([]);
  expect(sending.kind).toBe('failed');
});

it("tells the mail server's own answer, and whether it may pass", async () => {
  server.refuse({ at: 'data', code: 452, text: 'Mailbox full, try later' });
  expect(await mailer().send(mail)).toEqual({
    kind: 'failed',
    problem: expect.stringContaining('Mailbox full, try later'),
    passing: true,
  });
  server.refuse({ at: 'recipient', code: 550, text: 'No such mailbox' });
  expect(await mailer().send(mail)).toEqual({
    kind: 'failed',
    problem: expect.stringContaining('No such mailbox'),
    passing: false,
  });
  server.refuse(null);
  const wrong = await mailer(server.url.replace('p%3Aa', 'wrong')).send(mail);
  expect(wrong).toMatchObject({ kind: 'failed', problem: expect.stringMatching(/user name or password/) });
  expect(JSON.stringify(wrong)).not.toContain('wrong');
});

it('ends when nobody answers, in its time', async () => {
  const silent = createServer(() => {});
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const failed = await mailer(`smtp://127.0.0.1:${port}`, 300).send(mail);
  expect(failed).toMatchObject({ kind: 'failed', passing: true });
  silent.close();
  const refused = await mailer(`smtp://127.0.0.1:${port}`).send(mail);
  expect(refused).toMatchObject({
    kind: 'failed',
    problem: expect.stringContaining('cannot be reached'),
    passing: true,
  });
});
