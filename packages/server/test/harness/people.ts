// People of a Signpost under test: made the way people are made, by the set-up link and by invitations.
import { type Browser, openBrowser } from './browser.ts';
import type { Call, TestSignpost } from './signpost.ts';

export const goodPassword = 'correct horse battery';

export interface TestPerson {
  readonly id: string;
  readonly email: string;
  readonly browser: Browser;
}

export const tokenOf = (link: string) => new URL(link).hash.slice(1);

/** The first super admin of the server, signed in. */
export async function setUp(signpost: TestSignpost, email = 'root@xyzbank.com'): Promise<TestPerson> {
  const browser = openBrowser(signpost.app.url);
  const answer = await browser.call('POST', '/api/v1/auth/set-up', {
    token: tokenOf(signpost.app.setUpLink ?? ''),
    email,
    name: 'Root',
    password: goodPassword,
  });
  if (answer.status !== 201) throw new Error(`Not set up: ${JSON.stringify(answer.body)}`);
  return { id: answer.body.me.person.id, email, browser };
}

let made = 0;

/** A member of an organization, invited by the root key, signed in. The Signpost must have no mail server. */
export async function makeMember(
  url: string,
  root: Call,
  organizationId: string,
  role: string,
  environmentRoles: object = {},
): Promise<TestPerson> {
  made += 1;
  const email = `${role}-${made}@xyzbank.com`;
  const invited = await root('POST', `/api/v1/organizations/${organizationId}/invitations`, {
    email,
    role,
    environmentRoles,
  });
  if (invited.status !== 201) throw new Error(`Not invited: ${JSON.stringify(invited.body)}`);
  const browser = openBrowser(url);
  const answer = await browser.call('POST', '/api/v1/auth/invitations/accept', {
    token: tokenOf(invited.body.link),
    name: `The ${role}`,
    password: goodPassword,
  });
  if (answer.status !== 200) throw new Error(`Not accepted: ${JSON.stringify(answer.body)}`);
  return { id: answer.body.me.person.id, email, browser };
}
