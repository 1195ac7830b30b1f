// Another e-mail address of one's own: asked for with the password, confirmed by a link to the new address, told to the old one
// (issue 6: people).
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../harness/browser.ts';
import { refusal } from '../harness/http.ts';
import { type MailServer, startMailServer } from '../harness/mail-server.ts';
import { createManualClock, type ManualClock } from '../harness/manual-clock.ts';
import { goodPassword, setUp, type TestPerson, tokenOf } from '../harness/people.ts';
import { startSignpost, type TestSignpost } from '../harness/signpost.ts';

const hour = 3_600_000;
let signpost: TestSignpost;
let mail: MailServer;
let clock: ManualClock;
let ada: TestPerson;

beforeAll(async () => {
  clock = createManualClock(Date.parse('2026-03-01T10:00:00Z'));
  mail = await startMailServer();
  signpost = await startSignpost({ clock, config: { smtpUrl: mail.url } });
  ada = await setUp(signpost, 'ada@xyzbank.com');
});
afterAll(async () => {
  await signpost.stop();
  await mail.stop();
});
// Sessions last long enough, and what was asked too often is forgotten.
afterEach(() => clock.advance(hour));

const fresh = async (email = 'ada@xyzbank.com', password = goodPassword) => {
  const browser = openBrowser(signpost.app.url);
  const answer = await browser.call('POST', '/api/v1/auth/sign-in', { email, password });
  return { browser, status: answer.status };
};
const ask = async (email: string, password = goodPassword, as = 'ada@xyzbank.com') =>
  (await fresh(as)).browser.call('POST', '/api/v1/me/email', { email, password });
const confirm = (token: string) =>
  openBrowser(signpost.app.url).call('POST', '/api/v1/auth/email-change/confirm', { token });

it('changes once the link to the new address is used, and tells the old one', async () => {
  const { browser } = await fresh();
  const asked = { email: 'Ada.Lovelace@xyzbank.com', password: goodPassword };
  expect((await browser.call('POST', '/api/v1/me/email', asked)).status).toBe(202);
  const letter = await mail.next('Ada.Lovelace@xyzbank.com');
  expect(letter.link).toMatch(new RegExp(`^${signpost.app.url}/email#\\w{43}$`));
  const token = tokenOf(letter.link);
  // Until then nothing has changed.
  expect((await fresh()).status).toBe(200);
  const link = await browser.call('POST', '/api/v1/auth/links', { token });
  expect(link.body).toMatchObject({ kind: 'email_change', email: 'Ada.Lovelace@xyzbank.com' });

  const done = await confirm(token);
  expect([done.status, done.body]).toEqual([200, { email: 'Ada.Lovelace@xyzbank.com' }]);
  const told = await mail.next('ada@xyzbank.com');
  expect(told.text).toContain('Your e-mail address was changed to Ada.Lovelace@xyzbank.com');
  refusal(await confirm(token), 'link_invalid');
  expect((await fresh()).status).toBe(401);
  expect((await fresh('ada.lovelace@XYZbank.com')).status).toBe(200);
  // Who is signed in stays so.
  expect((await browser.call('GET', '/api/v1/me')).body.person.email).toBe('Ada.Lovelace@xyzbank.com');

  const { body } = await signpost.call('GET', `/api/v1/audit?objectId=${ada.id}`);
  const changes = body.data.filter(({ action }: { action: string }) =>
    /person\.(updated|email)/.test(action),
  );
  expect(changes.slice(0, 2)).toMatchObject([
    { action: 'person.updated', actor: { kind: 'person', id: ada.id }, before: { email: 'ada@xyzbank.com' } },
    { action: 'person.email_change_asked', after: { email: 'Ada.Lovelace@xyzbank.com' } },
  ]);
  await ask('ada@xyzbank.com', goodPassword, 'ada.lovelace@xyzbank.com');
  await confirm(tokenOf((await mail.next('ada@xyzbank.com')).link));
  await mail.next('Ada.Lovelace@xyzbank.com');
});

it('asks for the password, another address than the present one, and one that is an address', async () => {
  refusal(await ask('new@xyzbank.com', 'a wrong password'), 'password_refused');
  expect(refusal(await ask('ADA@xyzbank.com'), 'invalid_field').path).toBe('email');
  for (const email of ['', 'ada', 'a@b\r\nBcc: eve@evil.example', 'a@b, c@d'])
    expect(refusal(await ask(email), 'invalid_field').path).toBe('email');
  refusal(await confirm('guessed'), 'link_invalid');
});

it('says the same of an address that has an account, and tells only whoever reads its mail', async () => {
  const { body } = await signpost.call('POST', '/api/v1/organizations', { name: 'XYZ Bank' });
  await signpost.call('POST', `/api/v1/organizations/${body.id}/invitations`, {
    email: 'bob@xyzbank.com',
    role: 'viewer',
  });
  const token = tokenOf((await mail.next('bob@xyzbank.com')).link);
  const invited = await openBrowser(signpost.app.url).call('POST', '/api/v1/auth/invitations/accept', {
    token,
    name: 'Bob',
    password: goodPassword,
  });
  expect(invited.status).toBe(200);
  expect((await ask('Bob@xyzbank.com')).status).toBe(202);
  const letter = await mail.next('Bob@xyzbank.com');
  expect(letter.subject).toBe('This address has a Signpost account');
  expect(letter.text).not.toContain('/email#');
});

it('is not given to two: whoever confirms first has it', async () => {
  await ask('shared@xyzbank.com');
  const adas = tokenOf((await mail.next('shared@xyzbank.com')).link);
  await ask('shared@xyzbank.com', goodPassword, 'bob@xyzbank.com');
  const bobs = tokenOf((await mail.next('shared@xyzbank.com')).link);
  const answers = await Promise.all([confirm(bobs), confirm(adas)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404]);
  const back = answers[0]?.status === 200 ? 'bob@xyzbank.com' : 'ada@xyzbank.com';
  await mail.next(back);
  await ask(back, goodPassword, 'shared@xyzbank.com');
  await confirm(tokenOf((await mail.next(back)).link));
  await mail.next('shared@xyzbank.com');
});

it('ends with a newer one, with a new password, and after a day', async () => {
  await ask('one@xyzbank.com');
  const one = tokenOf((await mail.next('one@xyzbank.com')).link);
  await ask('two@xyzbank.com');
  const two = tokenOf((await mail.next('two@xyzbank.com')).link);
  refusal(await confirm(one), 'link_invalid');
  const { browser } = await fresh();
  const change = { current: goodPassword, password: 'another good one' };
  expect((await browser.call('POST', '/api/v1/me/password', change)).status).toBe(204);
  await mail.next('ada@xyzbank.com');
  refusal(await confirm(two), 'link_invalid');
  const back = { current: 'another good one', password: goodPassword };
  expect((await browser.call('POST', '/api/v1/me/password', back)).status).toBe(204);
  await mail.next('ada@xyzbank.com');
  clock.advance(hour);
  await ask('three@xyzbank.com');
  const three = tokenOf((await mail.next('three@xyzbank.com')).link);
  clock.advance(24 * hour);
  refusal(await confirm(three), 'link_invalid');
});

it('takes the links with it that went to the old address, and is neither of them', async () => {
  await openBrowser(signpost.app.url).call('POST', '/api/v1/auth/password-reset', {
    email: 'ada@xyzbank.com',
  });
  const reset = tokenOf((await mail.next('ada@xyzbank.com')).link);
  await ask('next@xyzbank.com');
  const token = tokenOf((await mail.next('next@xyzbank.com')).link);
  const complete = (by: string) =>
    openBrowser(signpost.app.url).call('POST', '/api/v1/auth/password-reset/complete', {
      token: by,
      password: 'another good one',
    });
  refusal(await complete(token), 'link_invalid');
  refusal(await confirm(reset), 'link_invalid');
  expect((await confirm(token)).status).toBe(200);
  refusal(await complete(reset), 'link_invalid');
  await mail.next('ada@xyzbank.com');
});

it('cannot be asked for again and again, nor where no mail is sent', async () => {
  const { browser } = await fresh('next@xyzbank.com');
  const again = (at: number) =>
    browser.call('POST', '/api/v1/me/email', { email: `spam-${at}@xyzbank.com`, password: goodPassword });
  for (let at = 0; at < 5; at++) expect((await again(at)).status).toBe(202);
  refusal(await again(5), 'too_many_attempts');
  const silent = await startSignpost();
  const { browser: other } = await setUp(silent);
  const asked = { email: 'new@xyzbank.com', password: goodPassword };
  refusal(await other.call('POST', '/api/v1/me/email', asked), 'mail_not_configured');
  await silent.stop();
});
