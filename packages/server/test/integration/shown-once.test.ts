// What is secret is shown once, to whoever causes it, and the audit log says to whom; after that nothing shows it again, also
// not what was sent and recorded (issue 6: reveal is audited; decision 0020).
import { generateSync } from 'otplib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goodPassword, makeMember, setUp, type TestPerson, tokenOf } from '../harness/people.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { routes } from '../harness/routes.ts';
import { type Answer, startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let receiver: Receiver;
let tenant: Tenant;
let operator: TestPerson;
/** Who may do everything within the organization. */
let owner: TestPerson;
const shown: string[] = [];

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
  operator = await setUp(signpost);
  tenant = await signpost.tenant();
  owner = await makeMember(signpost.app.url, signpost.call, tenant.organizationId, 'super_admin');
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
});

const organization = () => `/api/v1/organizations/${tenant.organizationId}`;
const base = () => `/api/v1/applications/${tenant.appId}/envs/PRODUCTION`;
const secretsIn = ({ body }: Answer): readonly string[] =>
  [body.secret, body.key, body.link && tokenOf(body.link), body.otpauthUrl, ...(body.recoveryCodes ?? [])]
    .concat(typeof body.url === 'string' && body.url.includes('/in/') ? [body.url.split('/in/')[1]] : [])
    .filter((value) => typeof value === 'string');

let webhookId = '';
let sourceId = '';
let invitationId = '';
let totp = '';
const as = () => owner.browser;

/** Routes whose answer shows something secret, in an order in which each finds what it needs, with what the log says of it. */
const showing: readonly (readonly [name: string, ask: () => Promise<Answer>, action: string])[] = [
  [
    'POST /api/v1/applications/{appId}/envs/{env}/webhooks',
    async () => {
      const auth = { type: 'bearer', token: 'a-token-of-the-receiver' };
      const body = { name: 'w', url: receiver.url('/in'), auth };
      const answer = await as().call('POST', `${base()}/webhooks`, body);
      webhookId = answer.body.id;
      return answer;
    },
    'webhook_secret.created',
  ],
  [
    'POST /api/v1/applications/{appId}/envs/{env}/webhooks/{id}/rotate-secret',
    () => as().call('POST', `${base()}/webhooks/${webhookId}/rotate-secret`, {}),
    'webhook_secret.created',
  ],
  [
    'POST /api/v1/applications/{appId}/envs/{env}/webhooks/{id}/duplicate',
    () => as().call('POST', `${base()}/webhooks/${webhookId}/duplicate`, { name: 'copy' }),
    'webhook_secret.created',
  ],
  [
    'POST /api/v1/applications/{appId}/envs/{env}/keys',
    () => as().call('POST', `${base()}/keys`, { name: 'k', scopes: ['events:read'] }),
    'key.created',
  ],
  [
    'POST /api/v1/applications/{appId}/envs/{env}/sources',
    async () => {
      const body = { platform: 'documenso', name: 's', secret: 'a-secret-of-documenso' };
      const answer = await as().call('POST', `${base()}/sources`, body);
      sourceId = answer.body.id;
      return answer;
    },
    'source.created',
  ],
  [
    'POST /api/v1/applications/{appId}/envs/{env}/sources/{id}/rotate-token',
    () => as().call('POST', `${base()}/sources/${sourceId}/rotate-token`),
    'source.updated',
  ],
  [
    'POST /api/v1/organizations/{orgId}/invitations',
    async () => {
      const answer = await as().call('POST', `${organization()}/invitations`, {
        email: 'new@xyzbank.com',
        role: 'viewer',
      });
      invitationId = answer.body.id ?? answer.body.invitation?.id;
      return answer;
    },
    'invitation.created',
  ],
  [
    'POST /api/v1/organizations/{orgId}/invitations/{id}/resend',
    () => as().call('POST', `${organization()}/invitations/${invitationId}/resend`),
    'invitation.updated',
  ],
  [
    'POST /api/v1/people/{id}/password-reset',
    () => operator.browser.call('POST', `/api/v1/people/${owner.id}/password-reset`),
    'person.reset_link_made',
  ],
  [
    'POST /api/v1/me/two-factor',
    async () => {
      const answer = await as().call('POST', '/api/v1/me/two-factor', { password: goodPassword });
      totp = answer.body.secret;
      return answer;
    },
    'person.updated',
  ],
  [
    'POST /api/v1/me/two-factor/confirm',
    () => as().call('POST', '/api/v1/me/two-factor/confirm', { code: generateSync({ secret: totp }) }),
    'person.updated',
  ],
  [
    'POST /api/v1/me/two-factor/recovery-codes',
    () => as().call('POST', '/api/v1/me/two-factor/recovery-codes', { password: goodPassword }),
    'person.updated',
  ],
];

/** Nothing of anybody's: what is in them. */
const harmless = [
  // A link to a new password goes by mail alone.
  'POST /api/v1/organizations/{orgId}/members/{id}/password-reset',
  // A secret that was made for this test, signs nothing else, and is thrown away.
  'POST /api/v1/applications/{appId}/envs/{env}/webhooks/test',
  // The same form of answer, without a secret.
  'POST /api/v1/applications/{appId}/envs/{env}/webhooks/{id}/test',
];

it('knows every route whose answer has a field for something secret', () => {
  const fields = /^(secret|key|link|otpauthUrl|recoveryCodes|token|password|credentials?)$/;
  const found = routes.filter(({ answerFields }) => answerFields.some((name) => fields.test(name)));
  const named = [...showing.map(([name]) => name), ...harmless].filter((name) => !name.includes('/sources'));
  expect(found.map(({ name }) => name).toSorted()).toEqual(named.toSorted());
});

it.each(showing)('%s: the audit log has who was shown it', async (_name, ask, action) => {
  const answer = await ask();
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  const secrets = secretsIn(answer);
  expect(secrets.length).toBeGreaterThan(0);
  shown.push(...secrets);
  const log = await signpost.call('GET', '/api/v1/audit?limit=3');
  const entry = log.body.data.find((one: { action: string }) => one.action === action);
  expect(entry, JSON.stringify(log.body.data)).toMatchObject({
    actor: { kind: 'person', id: action === 'person.reset_link_made' ? operator.id : owner.id },
    address: '127.0.0.1',
    requestId: answer.headers.get('x-request-id'),
  });
});

it('is shown by nothing that reads, and what was sent shows no credentials', async () => {
  const recorded = signpost.recorded(({ webhookId: id }) => id === webhookId);
  const sent = await as().call('POST', `${base()}/events`, { type: 'signer.signed', content: {} });
  await recorded;
  const delivery = (await as().call('GET', `${base()}/deliveries?webhookId=${webhookId}`)).body.data[0].id;
  const ids: Record<string, string> = {
    webhooks: webhookId,
    sources: sourceId,
    deliveries: delivery,
    events: sent.body.id,
    invitations: invitationId,
    members: owner.id,
    people: owner.id,
  };
  const reads = routes.filter(({ method, path }) => method === 'GET' && !path.includes('/auth'));
  const texts: string[] = [];
  for (const { path } of reads) {
    const filled = path
      .replace('{orgId}', tenant.organizationId)
      .replace('{appId}', tenant.appId)
      .replace('{env}', 'PRODUCTION')
      .replace(/([\w-]+)\/\{\w+\}/g, (_, kind: string) => `${kind}/${ids[kind] ?? 'none'}`);
    for (const call of [signpost.call, as().call, operator.browser.call])
      texts.push(JSON.stringify((await call('GET', filled)).body));
  }
  const whole = texts.join('\n');
  expect(whole).toContain('"authorization","[redacted]"');
  expect(texts.length).toBeGreaterThan(100);
  for (const secret of [...shown, 'a-token-of-the-receiver', 'a-secret-of-documenso'])
    expect(whole.includes(secret), secret).toBe(false);
});
