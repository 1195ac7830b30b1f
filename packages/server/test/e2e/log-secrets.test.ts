// A full run of a server that logs all it can, in which every kind of secret is used, well and badly; then its whole output is
// searched for each of them, in every form in which they are written (issue 6: redaction in logs).
import { randomBytes } from 'node:crypto';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../harness/browser.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { withClient } from '../harness/global-setup.ts';
import { rawRequest } from '../harness/http.ts';
import { type IdentityServer, startIdentityServer } from '../harness/identity-server.ts';
import { type MailServer, startMailServer } from '../harness/mail-server.ts';
import { tokenOf } from '../harness/people.ts';
import { killAll, type ServerProcess, start } from '../harness/process.ts';
import { type DatabaseProxy, startProxy, targetOf } from '../harness/proxy.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { caller, makeTenant } from '../harness/signpost.ts';
import { clientIdentity, pem } from '../harness/tls/index.ts';
import { until } from '../harness/until.ts';

/** Long enough that it is nowhere by chance, with what URLs and base64 write differently. */
const made = (what: string) => `${what}/${randomBytes(9).toString('hex')}+=%`;
const plain = (what: string) => `${what}${randomBytes(12).toString('hex')}`;

const secrets = new Map<string, string>();
/** Something that may stand nowhere in the output. */
function secret<T extends string>(what: string, value: T): T {
  if (value.length < 12) throw new Error(`There is no ${what}: ${value}`);
  secrets.set(what, value);
  return value;
}

const masterKey = secret('master key', randomBytes(32).toString('base64'));
const otherMasterKey = secret('other master key', randomBytes(32).toString('base64'));
const rootKey = secret('root key', made('root'));
const databasePassword = secret('password of the database', plain('db'));
const mailPassword = secret('password of the mail server', made('smtp'));
const role = `log_test_${randomBytes(4).toString('hex')}`;

let database: TestDatabase;
let proxy: DatabaseProxy;
let mail: MailServer;
let identity: IdentityServer;
let receiver: Receiver;
let tlsReceiver: Receiver;
let server: ServerProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  await withClient(database.url, async (client) => {
    await client.query(`CREATE ROLE ${role} SUPERUSER LOGIN PASSWORD '${databasePassword}'`);
  });
  [proxy, mail, receiver, tlsReceiver] = await Promise.all([
    startProxy(targetOf(database.url)),
    startMailServer({ user: 'signpost', password: mailPassword }),
    startReceiver(),
    startReceiver({ certificate: 'valid', asksForClient: true }),
  ]);
  const { pathname } = new URL(database.url);
  server = await start({
    env: {
      DATABASE_URL: `postgresql://${role}:${databasePassword}@127.0.0.1:${proxy.port}${pathname}`,
      SIGNPOST_MASTER_KEY: masterKey,
      SIGNPOST_OTHER_MASTER_KEYS: otherMasterKey,
      SIGNPOST_ROOT_KEY: rootKey,
      SMTP_URL: mail.url,
      SIGNPOST_LOG: 'debug',
    },
  });
  identity = await startIdentityServer(`${server.url}/api/v1/auth/callback`);
});
afterAll(async () => {
  await killAll();
  await Promise.all([receiver.stop(), tlsReceiver.stop(), mail.stop(), identity.stop(), proxy.stop()]);
  await database.drop();
  await withClient(database.url.replace(/\/signpost_test_[^?]*/, '/postgres'), (client) =>
    client.query(`DROP ROLE IF EXISTS ${role}`),
  );
});

it('of a full run has no secret in it, however it is written (E19)', { timeout: 120_000 }, async () => {
  const root = caller(server.url, rootKey);
  await people(root);
  await deliveries(root);
  await hostileRequests();
  await outage();
  server.signal('SIGTERM');
  const { stdout, stderr, code } = await server.ended;
  expect(code).toBe(0);

  // It was a run with something to tell. How many lines depends on how long the database is away.
  for (const told of [
    'a mail was not sent',
    '"identityProviderId"',
    'cannot be reached',
    '"level":20',
    '"level":40',
  ])
    expect(stderr, told).toContain(told);
  // The link for the first super admin is printed because nobody could come in otherwise. It was used up above.
  const output = (stdout + stderr).replace(/^Make the first super admin.*$/m, '');
  expect(secrets.size).toBeGreaterThan(25);
  const found = [...secrets].flatMap(([what, value]) =>
    formsOf(value)
      .filter((form) => output.includes(form))
      .map((form) => `${what} as ${form}: ${output.split('\n').find((line) => line.includes(form))}`),
  );
  expect(found).toEqual([]);
});

type Root = ReturnType<typeof caller>;

/** Signing in and being refused, a second factor, links by mail and by hand, single sign-on. */
async function people(root: Root): Promise<void> {
  const browser = openBrowser(server.url);
  const auth = '/api/v1/auth';
  const password = secret('password', made('password'));
  const email = 'ada@xyzbank.com';
  const link = await until(() => /within a day: (\S+)\n/.exec(server.stderr())?.[1], 'the set-up link');
  const setUp = { token: tokenOf(link), email, name: 'Ada', password };
  expect((await browser.call('POST', `${auth}/set-up`, setUp)).status).toBe(201);
  secret('session', browser.cookies.get('signpost_session') ?? '');

  const wrong = secret('wrong password', made('wrong'));
  for (let at = 0; at < 7; at++)
    await openBrowser(server.url).call('POST', `${auth}/sign-in`, {
      email: 'eve@xyzbank.com',
      password: wrong,
    });
  const { secret: totp } = (await browser.call('POST', '/api/v1/me/two-factor', { password })).body;
  const code = generateSync({ secret: secret('secret of the authenticator', totp) });
  const confirmed = await browser.call('POST', '/api/v1/me/two-factor/confirm', { code });
  for (const recovery of confirmed.body.recoveryCodes) secret(`recovery code ${recovery}`, recovery);
  const half = openBrowser(server.url);
  await half.call('POST', `${auth}/sign-in`, { email, password });
  secret('pending session', half.cookies.get('signpost_session') ?? '');
  await half.call('POST', `${auth}/second-factor`, { code: '000000' });

  await browser.call('POST', `${auth}/password-reset`, { email });
  const reset = secret('link to a new password', tokenOf((await resetMail(email)).link));
  await browser.call('GET', `/reset?token=${reset}`);
  await browser.call('POST', `${auth}/links`, { token: reset });
  await browser.call('POST', `${auth}/links`, { token: secret('guessed link', plain('guess')) });

  const { body: organization } = await root('POST', '/api/v1/organizations', { name: 'XYZ Bank' });
  mail.refuse({ at: 'data', code: 450, text: `try later ${mailPassword}` });
  const invited = await root('POST', `/api/v1/organizations/${organization.id}/invitations`, {
    email: 'bob@xyzbank.com',
    role: 'viewer',
  });
  const invitation = secret('invitation', tokenOf(invited.body.link));
  await browser.call('POST', `${auth}/password-reset`, { email: 'nobody@xyzbank.com' });
  await browser.call('POST', `${auth}/password-reset`, { email });
  await until(() => server.stderr().includes('a mail was not sent'), 'the mail that was not sent');
  mail.refuse(null);
  await browser.call('POST', `${auth}/invitations/accept`, {
    token: invitation,
    name: 'B',
    password: 'short',
  });
  await browser.call('POST', `${auth}/invitations/accept`, {
    token: invitation,
    name: 'Bob',
    password: secret('password of Bob', made('bob')),
  });
  await singleSignOn(root, `/api/v1/organizations/${organization.id}/identity-providers`);
}

/** A person who asked for a link gets other mails too. */
async function resetMail(email: string) {
  for (;;) {
    const next = await mail.next(email);
    if (next.link.includes('/reset#')) return next;
  }
}

async function singleSignOn(root: Root, providers: string): Promise<void> {
  const { issuer, clientId } = identity;
  const right = secret('client secret', identity.clientSecret);
  const wrong = secret('wrong client secret', made('client'));
  const settings = { name: 'Login', issuer, clientId, clientSecret: right, defaultRole: 'viewer' };
  const { body } = await root('POST', providers, settings);
  identity.be({ sub: 's-1', email: 'carol@xyzbank.com', email_verified: true, name: 'Carol' });
  for (const clientSecret of [right, wrong]) {
    expect((await root('PATCH', `${providers}/${body.id}`, { clientSecret })).status).toBe(200);
    const browser = openBrowser(server.url);
    let url = `${server.url}/api/v1/auth/identity-providers/${body.id}/start`;
    for (let hops = 0; hops < 8; hops++) {
      const { location } = await browser.visit(url);
      const ticket = browser.cookies.get('signpost_sso');
      if (ticket) secret(`ticket ${ticket}`, ticket);
      const next = URL.parse(location, url);
      const came = next?.searchParams.get('code');
      if (came) secret(`code of the provider ${came}`, came);
      if (!next || location === '/' || location.startsWith('/login')) break;
      url = next.href;
    }
    const session = browser.cookies.get('signpost_session');
    if (session) secret('session by the provider', session);
  }
  await until(
    () => server.stderr().includes('"identityProviderId"'),
    'the refusal by the provider to be logged',
  );
}

/** Every way to prove oneself to a receiver, to receivers that take it and that do not. */
async function deliveries(root: Root): Promise<void> {
  const tenant = await makeTenant(server.url, root);
  secret('API key', tenant.key);
  secret('secret part of the API key', tenant.key.split('_').at(-1) ?? '');
  receiver.answer('/token', () => ({
    body: JSON.stringify({ access_token: secret('access token', plain('at')), expires_in: 3600 }),
  }));
  receiver.answer('/token-refused', { status: 401, body: '{"error":"invalid_client"}' });
  receiver.answer('/echo', (request) => ({ status: 500, body: JSON.stringify(request.headers) }));
  receiver.answer('/redirect', { status: 302, headers: { location: '/elsewhere' } });
  const oauth2 = { type: 'oauth2', grant: 'client_credentials', clientId: 'signpost' };
  const { key, ...certificate } = clientIdentity();
  secret('private key', key.split('\n')[1] ?? '');
  const ways = [
    { type: 'basic', username: 'signpost', password: secret('basic password', made('basic')) },
    { type: 'bearer', token: secret('bearer token', plain('bearer')) },
    { type: 'custom', name: 'X-Api-Key', value: secret('custom header', plain('custom')) },
    {
      ...oauth2,
      tokenUrl: receiver.url('/token'),
      clientSecret: secret('client secret of OAuth', made('cs')),
    },
    {
      ...oauth2,
      tokenUrl: receiver.url('/token-refused'),
      clientSecret: secret('refused client secret', made('cs')),
    },
  ];
  const given = {
    scheme: 'hmac',
    secret: `whsec_${secret('given secret', randomBytes(32).toString('base64'))}`,
  };
  const made_ = [];
  for (const path of ['/ok', '/echo', '/redirect'])
    for (const auth of ways) made_.push(await tenant.webhook(receiver.url(path), { auth }));
  made_.push(await tenant.webhook('http://127.0.0.1:1/closed', { auth: ways[0] }));
  made_.push(
    await tenant.webhook(tlsReceiver.url('/in'), {
      auth: { ...certificate, key },
      delivery: { ca: pem('ca.crt') },
    }),
  );
  made_.push(await tenant.webhook(tlsReceiver.url('/untrusted'), { auth: { ...certificate, key } }));
  await tenant.call('POST', '/webhooks', { name: 'given', url: receiver.url('/ok'), signing: given });
  for (const { id, secret: signing } of made_)
    secret(`signing secret of ${id}`, signing.replace('whsec_', ''));
  const [first] = made_;
  const rotated = await tenant.call('POST', `/webhooks/${first?.id}/rotate-secret`, {});
  secret('rotated secret', rotated.body.secret.replace('whsec_', ''));
  await tenant.call('POST', `/webhooks/${first?.id}/test`);
  await tenant.send();
  await until(async () => {
    const all = await tenant.deliveries('?limit=100');
    return all.length >= made_.length && all.every(({ attempts }) => attempts > 0);
  }, 'an attempt of each');

  const shared = secret('secret of a source', plain('documenso'));
  const source = await tenant.call('POST', '/sources', { platform: 'documenso', name: 'In', secret: shared });
  const { pathname } = new URL(source.body.url);
  secret('token of a source', pathname.replace('/in/', ''));
  for (const header of [shared, secret('wrong secret of a source', plain('wrong'))])
    await rawRequest(server.url, {
      method: 'POST',
      path: pathname,
      body: '{"event":"x"}',
      headers: { 'content-type': 'application/json', 'x-documenso-secret': header },
    });
}

/** What is refused before anybody knows who sent it. */
async function hostileRequests(): Promise<void> {
  const key = secret('unknown key', `skv2_production_abc_${plain('x')}`);
  const bearer = { authorization: `Bearer ${key}` };
  await caller(server.url, key)('GET', '/api/v1/organizations');
  await caller(server.url, null)(
    'GET',
    `/api/v1/organizations?key=${secret('key in a query', plain('query'))}`,
  );
  await caller(server.url, null)('GET', `/in/${secret('guessed source', plain('source'))}`);
  const bodies = ['{', `{"password":"${secret('password in bad JSON', plain('json'))}"`, '\u0000', '[]'];
  for (const body of bodies)
    await rawRequest(server.url, {
      method: 'POST',
      path: '/api/v1/auth/sign-in',
      body,
      headers: { ...bearer, 'content-type': 'application/json' },
    });
  await rawRequest(server.url, { path: '/%', headers: bearer });
  const long = secret('long header', plain('long').repeat(2_000));
  await rawRequest(server.url, { path: '/', headers: { 'x-long': long } }).catch(() => {});
}

async function outage(): Promise<void> {
  await proxy.become('refuse');
  proxy.cut();
  const guess = { email: 'ada@xyzbank.com', password: secret('password in an outage', made('outage')) };
  const answer = await caller(server.url, null)('POST', '/api/v1/auth/sign-in', guess, {
    'x-signpost-csrf': '1',
  });
  expect(answer.status).toBe(503);
  await until(() => server.stderr().includes('cannot be reached'), 'the outage to be told of', 30_000);
  await proxy.become('pass');
  await until(async () => (await fetch(`${server.url}/readyz`)).status === 200, 'the database', 30_000);
}

/** Also as a part of something longer that is written in base64, wherever in it it stands. */
function formsOf(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  const inside = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .slice(offset === 0 ? 0 : 4, -4),
  );
  const escaped = JSON.stringify(value).slice(1, -1);
  const forms = [value, escaped, encodeURIComponent(value), bytes.toString('hex'), ...inside];
  return [...new Set([...forms, ...inside.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))])];
}
