// No redirect is ever followed, whoever is asked: by one a public address could lead to a forbidden one, and take along what
// was meant for the first (issue 6: address guard). Token URLs of OAuth are in oauth2.test.ts, deliveries in delivery.test.ts.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../harness/browser.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let receiver: Receiver;
let tenant: Tenant;

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
  tenant = await signpost.tenant();
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
});

const statuses = [301, 302, 303, 307, 308];
const json = (body: object) => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An identity provider of which one address redirects to `/stolen`; answers where signing in there ended. */
async function signIn(
  place: string,
  redirecting: 'discovery' | 'token' | 'userinfo' | 'nothing',
  status: number,
) {
  const issuer = receiver.url(place);
  const stolen = { status, headers: { location: receiver.url(`${place}/stolen`) } };
  const discovery = json({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    id_token_signing_alg_values_supported: ['RS256'],
  });
  receiver.answer(
    `${place}/.well-known/openid-configuration`,
    redirecting === 'discovery' ? stolen : discovery,
  );
  // What it leads to would do.
  receiver.answer(`${place}/stolen`, discovery);
  receiver.answer(
    `${place}/userinfo`,
    redirecting === 'userinfo' ? stolen : json({ sub: 's', email: 'a@xyzbank.com', email_verified: true }),
  );
  const { body: provider } = await signpost.call(
    'POST',
    `/api/v1/organizations/${tenant.organizationId}/identity-providers`,
    {
      name: 'p',
      issuer,
      clientId: `signpost ${place}`,
      clientSecret: 'the client secret',
      defaultRole: 'viewer',
    },
  );
  const browser = openBrowser(signpost.app.url);
  const started = await browser.visit(
    `${signpost.app.url}/api/v1/auth/identity-providers/${provider.id}/start`,
  );
  const { searchParams } = new URL(started.location, signpost.app.url);
  const nowSeconds = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer,
    sub: 's',
    aud: `signpost ${place}`,
    iat: nowSeconds,
    exp: nowSeconds + 60,
    nonce: searchParams.get('nonce'),
  };
  const idToken = `${base64url({ alg: 'RS256' })}.${base64url(claims)}.${base64url({ signed: 'by TLS' })}`;
  receiver.answer(
    `${place}/token`,
    redirecting === 'token' ? stolen : json({ access_token: 'at', token_type: 'Bearer', id_token: idToken }),
  );
  if (redirecting === 'discovery') return started.location;
  const back = `${signpost.app.url}/api/v1/auth/callback?code=c&state=${searchParams.get('state')}`;
  return (await browser.visit(back)).location;
}

it('leads nowhere that an identity provider redirects to', async () => {
  expect(await signIn('/good', 'nothing', 302), 'without a redirect it works').toBe('/');
  for (const redirecting of ['discovery', 'token', 'userinfo'] as const)
    for (const status of statuses) {
      const place = `/${redirecting}-${status}`;
      expect(await signIn(place, redirecting, status), place).toMatch(
        /^\/login\?error=sso_(refused|unavailable)/,
      );
      expect(receiver.requests(`${place}/stolen`), place).toEqual([]);
    }
});

it('leads nowhere that a receiver redirects to, by a delivery or by a test', async () => {
  for (const status of [...statuses, 300, 304, 305]) {
    const path = `/hook-${status}`;
    receiver.answer(path, { status, headers: { location: receiver.url('/stolen') } });
    const { id } = await tenant.webhook(receiver.url(path));
    const recorded = signpost.recorded(({ webhookId }) => webhookId === id);
    await tenant.send();
    const { decision } = await recorded;
    expect(decision.kind, path).not.toBe('succeeded');
    expect((await tenant.call('POST', `/webhooks/${id}/test`)).body.outcome, path).toBe('failed');
  }
  expect(receiver.requests('/stolen')).toEqual([]);
});
