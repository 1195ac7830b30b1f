// Signing in, from the set-up link of a new server to two-factor and a new password by mail (N16).
import { generateSync } from 'otplib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../harness/browser.ts';
import { refusal } from '../harness/http.ts';
import { type MailServer, startMailServer } from '../harness/mail-server.ts';
import { createManualClock, type ManualClock } from '../harness/manual-clock.ts';
import { goodPassword, setUp, type TestPerson, tokenOf } from '../harness/people.ts';
import { caller, rootKey, startSignpost, type TestSignpost } from '../harness/signpost.ts';

const minute = 60_000;
const hour = 60 * minute;
const auth = '/api/v1/auth';

describe('a new server', () => {
  let signpost: TestSignpost;
  beforeAll(async () => {
    signpost = await startSignpost();
  });
  afterAll(() => signpost.stop());

  it('has nobody, no default password, and a link that makes the first super admin once', async () => {
    const browser = openBrowser(signpost.app.url);
    expect((await browser.call('GET', auth)).body).toEqual({
      setUpNeeded: true,
      mail: false,
      passwordCharactersMin: 12,
      identityProviders: [],
    });
    const token = tokenOf(signpost.app.setUpLink ?? '');
    expect(signpost.app.setUpLink).toBe(`${signpost.app.url}/setup#${token}`);
    expect((await browser.call('POST', `${auth}/links`, { token })).body).toEqual({
      kind: 'set_up',
      email: null,
      organization: null,
      role: null,
      hasAccount: false,
      expiresAt: expect.any(String),
    });
    const who = { email: 'Ada@XYZbank.com', name: 'Ada', password: goodPassword };
    refusal(await browser.call('POST', `${auth}/set-up`, { ...who, token: 'guessed' }), 'link_invalid');
    const weak = await browser.call('POST', `${auth}/set-up`, { ...who, token, password: 'ada@xyzbank.com' });
    expect(refusal(weak, 'invalid_field').path).toBe('password');
    const made = await browser.call('POST', `${auth}/set-up`, { ...who, token });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      status: 'signed_in',
      me: {
        person: {
          id: expect.any(String),
          email: 'Ada@XYZbank.com',
          name: 'Ada',
          superAdmin: true,
          twoFactor: false,
          recoveryCodesLeft: 0,
          hasPassword: true,
          dismissed: [],
          createdAt: expect.any(String),
        },
        session: expect.objectContaining({ via: 'password', organizationId: null }),
        organizations: [],
        moreOrganizations: false,
      },
    });
    refusal(await browser.call('POST', `${auth}/set-up`, { ...who, token }), 'already_set_up');
    refusal(await browser.call('POST', `${auth}/links`, { token }), 'link_invalid');
    expect((await browser.call('GET', auth)).body.setUpNeeded).toBe(false);
    expect((await browser.call('GET', '/api/v1/me')).body.person.email).toBe('Ada@XYZbank.com');
  });

  it('makes a fresh link at each start while there is nobody, and none afterwards', async () => {
    const again = await startSignpost({ databaseUrl: signpost.databaseUrl });
    expect(again.app.setUpLink).toBeNull();
    await again.stop();
    const empty = await startSignpost();
    const other = await startSignpost({ databaseUrl: empty.databaseUrl });
    expect(other.app.setUpLink).toMatch(/\/setup#\w{43}$/);
    expect(tokenOf(other.app.setUpLink ?? '')).not.toBe(tokenOf(empty.app.setUpLink ?? ''));
    const first = await Promise.all(
      [setUp(empty, 'a@xyzbank.com'), setUp(other, 'b@xyzbank.com').catch(() => null)].map((one) =>
        (one as Promise<TestPerson | null>).catch(() => null),
      ),
    );
    // Two at the same moment: one was first.
    expect(first.filter(Boolean)).toHaveLength(1);
    await other.stop();
    await empty.stop();
  });

  it('lets a set-up link end after a day', async () => {
    const clock = createManualClock(Date.parse('2026-03-01T10:00:00Z'));
    const late = await startSignpost({ clock });
    clock.advance(24 * hour);
    await expect(setUp(late)).rejects.toThrow('link_invalid');
    await late.stop();
  });
});

describe('a person', () => {
  let signpost: TestSignpost;
  let mail: MailServer;
  let clock: ManualClock;
  let ada: TestPerson;
  let browser: Browser;
  const open = () => openBrowser(signpost.app.url);
  const signIn = (by: Browser, password = goodPassword, extra = {}) =>
    by.call('POST', `${auth}/sign-in`, { email: 'ada@xyzbank.com', password, ...extra });

  beforeAll(async () => {
    clock = createManualClock(Date.parse('2026-03-01T10:00:00Z'));
    mail = await startMailServer();
    signpost = await startSignpost({ clock, config: { smtpUrl: mail.url } });
    ada = await setUp(signpost, 'Ada@xyzbank.com');
    browser = ada.browser;
  });
  afterAll(async () => {
    await signpost.stop();
    await mail.stop();
  });
  afterEach(() => clock.advance(24 * hour));

  it('signs in with the address in any case, by a cookie that no script reads', async () => {
    const other = open();
    const answer = await other.call('POST', `${auth}/sign-in`, {
      email: ' ADA@XyzBank.com ',
      password: goodPassword,
    });
    expect(answer.status).toBe(200);
    expect(answer.body.me.person.id).toBe(ada.id);
    expect(other.setCookies.get('signpost_session')).toMatch(
      /^signpost_session=\w{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(JSON.stringify(answer.body)).not.toContain(other.cookies.get('signpost_session'));
  });

  it('hears the same of a wrong address and a wrong password', async () => {
    const wrong = await open().call('POST', `${auth}/sign-in`, {
      email: 'x@xyzbank.com',
      password: goodPassword,
    });
    const { requestId: _, ...first } = wrong.body.error;
    const { requestId: __, ...second } = (await signIn(open(), 'wrong password')).body.error;
    expect(first).toEqual(second);
    refusal(wrong, 'sign_in_refused');
    expect(wrong.headers.get('set-cookie')).toBeNull();
  });

  it.each(['ada@xyzbank.com', 'nobody@xyzbank.com'])(
    'is locked out of %s after five wrong guesses, each time longer',
    async (email) => {
      const guess = (password = 'wrong password') =>
        open().call('POST', `${auth}/sign-in`, { email, password });
      for (let at = 0; at < 5; at += 1) refusal(await guess(), 'sign_in_refused');
      const locked = await guess(goodPassword);
      expect(refusal(locked, 'sign_in_locked').retryAfterSeconds).toBe(30);
      expect(locked.headers.get('retry-after')).toBe('30');
      clock.advance(31_000);
      refusal(await guess(), 'sign_in_refused');
      expect(refusal(await guess(), 'sign_in_locked').retryAfterSeconds).toBe(60);
      clock.advance(hour);
      for (let at = 0; at < 10; at += 1) {
        await guess();
        clock.advance(16 * minute);
      }
      await guess();
      // Nobody is kept out for longer than a quarter of an hour.
      expect(refusal(await guess(), 'sign_in_locked').retryAfterSeconds).toBe(900);
    },
  );

  it('counts guesses that come all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(open(), 'wrong password')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it('is forgiven wrong guesses by a right one', async () => {
    for (let at = 0; at < 4; at += 1) refusal(await signIn(open(), 'wrong password'), 'sign_in_refused');
    expect((await signIn(open())).status).toBe(200);
    for (let at = 0; at < 5; at += 1) refusal(await signIn(open(), 'wrong password'), 'sign_in_refused');
  });

  it('stays signed in for as long as was asked for, and not while away', async () => {
    const [short, kept] = [open(), open()];
    await signIn(short);
    await signIn(kept, goodPassword, { remember: true });
    expect(kept.setCookies.get('signpost_session')).toContain('Max-Age=2592000');
    const me = async (by: Browser) => (await by.call('GET', '/api/v1/me')).status;
    for (let hours = 0; hours < 11; hours += 1) {
      clock.advance(hour);
      expect(await me(short), `${hours}`).toBe(200);
    }
    clock.advance(hour);
    expect(await me(short)).toBe(401);
    await signIn(short);
    clock.advance(2 * hour);
    expect(await me(short)).toBe(401);
    for (let days = 0; days < 29; days += 10) {
      clock.advance(9 * 24 * hour);
      expect(await me(kept)).toBe(200);
    }
    clock.advance(4 * 24 * hour);
    expect(await me(kept)).toBe(401);
  });

  it('signs out, and the token is worth nothing from then on', async () => {
    const other = open();
    await signIn(other);
    const cookie = `signpost_session=${other.cookies.get('signpost_session')}`;
    expect((await other.call('POST', `${auth}/sign-out`)).status).toBe(204);
    expect(other.cookies.has('signpost_session')).toBe(false);
    refusal(
      await caller(signpost.app.url, null)('GET', '/api/v1/me', undefined, { cookie }),
      'unauthenticated',
    );
    expect((await other.call('POST', `${auth}/sign-out`)).status).toBe(204);
  });

  it('gets a new token with every sign-in, so that none can be planted', async () => {
    const other = open();
    await signIn(other);
    const planted = other.cookies.get('signpost_session');
    await signIn(other);
    const cookie = `signpost_session=${planted}`;
    refusal(
      await caller(signpost.app.url, null)('GET', '/api/v1/me', undefined, { cookie }),
      'unauthenticated',
    );
  });

  it('changes nothing by a request that another site could make (CSRF)', async () => {
    await signIn(browser);
    const patch = (headers: Record<string, string>) =>
      browser.call('PATCH', '/api/v1/me', { name: 'Eve' }, headers);
    refusal(await patch({}), 'csrf_refused');
    refusal(await patch({ 'x-signpost-csrf': '1', origin: 'https://evil.example' }), 'csrf_refused');
    refusal(await patch({ 'x-signpost-csrf': '1', origin: 'null' }), 'csrf_refused');
    expect((await patch({ 'x-signpost-csrf': '1', origin: signpost.app.url })).status).toBe(200);
    // A page of another site is never given leave to send the header.
    const preflight = await fetch(`${signpost.app.url}/api/v1/me`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-headers': 'x-signpost-csrf' },
    });
    expect(preflight.headers.get('access-control-allow-headers')).toBeNull();
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('finds what was put away in the console put away in every browser, and the audit log does not tell of it', async () => {
    await signIn(browser);
    const audited = async () => (await signpost.call('GET', '/api/v1/audit?limit=200')).body.data.length;
    const before = await audited();
    const dismissed = ['start:appId_a/TEST'];
    const patched = await browser.call('PATCH', '/api/v1/me', { dismissed });
    expect(patched.body.person.dismissed).toEqual(dismissed);
    const other = open();
    await signIn(other);
    expect((await other.call('GET', '/api/v1/me')).body.person).toMatchObject({ dismissed });
    expect(await audited()).toBe(before + 1);
    const tooMany = Array.from({ length: 201 }, (_, n) => `n${n}`);
    const refused = await browser.call('PATCH', '/api/v1/me', { dismissed: tooMany });
    expect(refused).toMatchObject({ status: 400, body: { error: { details: { path: 'dismissed' } } } });
  });

  it('sees the own sessions and ends them', async () => {
    await signIn(browser);
    const other = open();
    await signIn(other);
    const { data } = (await browser.call('GET', '/api/v1/me/sessions')).body;
    expect(data).toHaveLength(2);
    expect(data.filter((session: { current: boolean }) => session.current)).toHaveLength(1);
    const theirs = data.find((session: { current: boolean }) => !session.current);
    expect(theirs).toMatchObject({ via: 'password', address: '127.0.0.1' });
    expect((await browser.call('DELETE', `/api/v1/me/sessions/${theirs.id}`)).status).toBe(204);
    refusal(await browser.call('DELETE', `/api/v1/me/sessions/${theirs.id}`), 'not_found');
    refusal(await other.call('GET', '/api/v1/me'), 'unauthenticated');
    await signIn(other);
    expect((await browser.call('POST', '/api/v1/me/sessions/end-others')).status).toBe(204);
    refusal(await other.call('GET', '/api/v1/me'), 'unauthenticated');
    expect((await browser.call('GET', '/api/v1/me')).status).toBe(200);
  });

  it('changes the password by the present one, which ends all other sessions and is told by mail', async () => {
    await signIn(browser);
    const other = open();
    await signIn(other);
    const change = (current: string, password: string) =>
      browser.call('POST', '/api/v1/me/password', { current, password });
    expect(refusal(await change('wrong password', 'a much better one'), 'password_refused').path).toBe(
      'current',
    );
    expect(refusal(await change(goodPassword, 'short'), 'invalid_field').path).toBe('password');
    expect((await change(goodPassword, 'a much better one')).status).toBe(204);
    expect((await mail.next('Ada@xyzbank.com')).text).toMatch(/^Your password was changed on /);
    refusal(await other.call('GET', '/api/v1/me'), 'unauthenticated');
    refusal(await signIn(other), 'sign_in_refused');
    expect((await change('a much better one', goodPassword)).status).toBe(204);
    await mail.next('Ada@xyzbank.com');
  });

  it('gets a link to a new password by mail, good once and for an hour', async () => {
    await signIn(browser);
    const ask = (email: string) => open().call('POST', `${auth}/password-reset`, { email });
    const complete = (token: string, password: string) =>
      open().call('POST', `${auth}/password-reset/complete`, { token, password });
    expect((await ask('nobody@xyzbank.com')).status).toBe(202);
    expect((await ask('ada@xyzbank.com')).status).toBe(202);
    const first = await mail.next('Ada@xyzbank.com');
    expect(first.from).toBe('signpost@signpost.example');
    expect(first.link).toMatch(new RegExp(`^${signpost.app.url}/reset#\\w{43}$`));
    expect(first.html).toContain(first.link);
    clock.advance(hour);
    refusal(await complete(tokenOf(first.link), 'a much better one'), 'link_invalid');
    await ask('ada@xyzbank.com');
    const token = tokenOf((await mail.next('Ada@xyzbank.com')).link);
    expect((await open().call('POST', `${auth}/links`, { token })).body).toMatchObject({
      kind: 'password_reset',
      email: 'Ada@xyzbank.com',
    });
    expect(refusal(await complete(token, 'short'), 'invalid_field').path).toBe('password');
    expect((await complete(token, 'a much better one')).body.status).toBe('signed_in');
    refusal(await complete(token, goodPassword), 'link_invalid');
    refusal(await browser.call('GET', '/api/v1/me'), 'unauthenticated');
    await mail.next('Ada@xyzbank.com');
    expect(mail.mails.filter(({ to }) => to.includes('nobody@xyzbank.com'))).toEqual([]);
    await signIn(browser, 'a much better one');
    await browser.call('POST', '/api/v1/me/password', {
      current: 'a much better one',
      password: goodPassword,
    });
    await mail.next('Ada@xyzbank.com');
  });

  it("cannot fill another's mailbox with links", async () => {
    const before = mail.mails.length;
    for (let at = 0; at < 8; at += 1)
      await open().call('POST', `${auth}/password-reset`, { email: ada.email });
    for (let at = 0; at < 5; at += 1) await mail.next('Ada@xyzbank.com');
    // Whatever comes after the fifth would have been asked for before this one, which is told of by mail too.
    await signIn(browser);
    await browser.call('POST', '/api/v1/me/password', {
      current: goodPassword,
      password: 'a much better one',
    });
    await mail.next('Ada@xyzbank.com');
    expect(mail.mails.length - before).toBe(6);
    await browser.call('POST', '/api/v1/me/password', {
      current: 'a much better one',
      password: goodPassword,
    });
    await mail.next('Ada@xyzbank.com');
  });

  describe('with an authenticator', () => {
    let secret: string;
    let recoveryCodes: readonly string[];
    const code = () => generateSync({ secret, epoch: Math.floor(clock.now() / 1000) });
    const second = (by: Browser, text: string) => by.call('POST', `${auth}/second-factor`, { code: text });

    it('has it confirmed by a code, and gets recovery codes once', async () => {
      await signIn(browser);
      const begin = (password: string) => browser.call('POST', '/api/v1/me/two-factor', { password });
      refusal(await begin('wrong password'), 'password_refused');
      const begun = (await begin(goodPassword)).body;
      secret = begun.secret;
      expect(begun.otpauthUrl).toContain(`secret=${secret}`);
      // Not asked for before it is confirmed.
      expect((await signIn(open())).body.status).toBe('signed_in');
      refusal(
        await browser.call('POST', '/api/v1/me/two-factor/confirm', { code: '000000' }),
        'code_refused',
      );
      const confirmed = await browser.call('POST', '/api/v1/me/two-factor/confirm', { code: code() });
      recoveryCodes = confirmed.body.recoveryCodes;
      expect(recoveryCodes).toHaveLength(10);
      expect((await browser.call('GET', '/api/v1/me')).body.person).toMatchObject({
        twoFactor: true,
        recoveryCodesLeft: 10,
      });
      refusal(await begin(goodPassword), 'already_exists');
      await mail.next('Ada@xyzbank.com');
    });

    it('is signed in only by the second factor, and each code is good once', async () => {
      const [other, third] = [open(), open()];
      const half = await signIn(other);
      expect(half.body).toEqual({ status: 'second_factor' });
      refusal(await other.call('GET', '/api/v1/me'), 'unauthenticated');
      const pending = other.cookies.get('signpost_session');
      refusal(await second(other, '000000'), 'code_refused');
      const right = code();
      expect((await second(other, right)).body.status).toBe('signed_in');
      expect(other.cookies.get('signpost_session')).not.toBe(pending);
      expect((await other.call('GET', '/api/v1/me')).status).toBe(200);
      await signIn(third);
      refusal(await second(third, right), 'code_refused');
      clock.advance(30_000);
      expect((await second(third, code())).body.status).toBe('signed_in');
    });

    it('has ten minutes for it, and five guesses', async () => {
      const other = open();
      await signIn(other);
      clock.advance(10 * minute);
      refusal(await second(other, code()), 'unauthenticated');
      await signIn(other);
      for (let at = 0; at < 5; at += 1) refusal(await second(other, '000000'), 'code_refused');
      refusal(await second(other, code()), 'sign_in_locked');
      // A new sign-in does not bring new guesses.
      await signIn(other);
      refusal(await second(other, code()), 'sign_in_locked');
    });

    it('gets in by a recovery code when the authenticator is lost, by each once', async () => {
      const other = open();
      const [first = ''] = recoveryCodes;
      await signIn(other);
      expect((await second(other, first.toUpperCase().replaceAll('-', ''))).body.me.person).toMatchObject({
        recoveryCodesLeft: 9,
      });
      await signIn(other);
      refusal(await second(other, first), 'code_refused');
    });

    it('is asked for it after a new password as well', async () => {
      await open().call('POST', `${auth}/password-reset`, { email: ada.email });
      const token = tokenOf((await mail.next('Ada@xyzbank.com')).link);
      const other = open();
      const done = await other.call('POST', `${auth}/password-reset/complete`, {
        token,
        password: goodPassword,
      });
      expect(done.body).toEqual({ status: 'second_factor' });
      expect((await second(other, code())).body.status).toBe('signed_in');
      await mail.next('Ada@xyzbank.com');
    });

    it('renews recovery codes and ends it by the password', async () => {
      await signIn(browser);
      await second(browser, code());
      const renewed = await browser.call('POST', '/api/v1/me/two-factor/recovery-codes', {
        password: goodPassword,
      });
      expect(renewed.body.recoveryCodes).toHaveLength(10);
      expect(renewed.body.recoveryCodes).not.toContain(recoveryCodes[1]);
      refusal(
        await browser.call('POST', '/api/v1/me/two-factor/disable', { password: 'wrong' }),
        'password_refused',
      );
      expect(
        (await browser.call('POST', '/api/v1/me/two-factor/disable', { password: goodPassword })).status,
      ).toBe(204);
      expect((await signIn(open())).body.status).toBe('signed_in');
    });
  });

  it('is nothing that the root key can be', async () => {
    refusal(await signpost.call('GET', '/api/v1/me'), 'session_required');
    // A key that is sent counts, whoever is signed in.
    await signIn(browser);
    refusal(
      await browser.call('GET', '/api/v1/me', undefined, { authorization: `Bearer ${rootKey}` }),
      'session_required',
    );
    refusal(
      await browser.call('GET', '/api/v1/me', undefined, { authorization: 'Bearer wrong' }),
      'unauthenticated',
    );
  });
});
