// One object of every kind in a tenant, and the paths of routes with their ids: what tests that walk every route need. A route
// for a new kind of object asks for one here.
import { makeMember } from './people.ts';
import type { Route } from './routes.ts';
import type { Tenant, TestSignpost } from './signpost.ts';
import { until } from './until.ts';

/** Ids of real objects, by the part of the path that they stand behind. */
export type Objects = Readonly<Record<string, string>>;

/** The most guarded of those that have everything. */
export const environment = 'STAGING';

export async function makeObjects(signpost: TestSignpost, tenant: Tenant): Promise<Objects> {
  const organization = `/api/v1/organizations/${tenant.organizationId}`;
  const application = `/api/v1/applications/${tenant.appId}/envs/${environment}`;
  const made = async (path: string, body: object): Promise<string> => {
    const answer = await signpost.call('POST', path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  };
  const webhooks = await made(`${application}/webhooks`, {
    name: 'w',
    url: 'https://receiver.invalid/',
    alerts: { afterConsecutiveFailures: 1 },
  });
  const events = await made(`${application}/events`, { id: 'evt-1', type: 'signer.signed', content: {} });
  const deliveries = (await signpost.call('GET', `${application}/deliveries`)).body.data[0].id;
  await signpost.call('PUT', `${application}/envelopes/envelope-1`, { title: 't' });
  // There is no such receiver: its first attempt fails, which is enough.
  const alerts: string = await until(async () => {
    await signpost.app.look();
    return (await signpost.call('GET', `${application}/alerts`)).body.data[0]?.id;
  }, 'the alert');
  const { body: replay } = await signpost.call('POST', `${application}/deliveries/resend`, {
    ids: [deliveries],
  });
  const { body: inbox } = await signpost.call('POST', `${application}/inboxes`);
  await signpost.call('POST', new URL(inbox.url).pathname, {});
  const inboxRequests = (await signpost.call('GET', `${application}/inboxes/${inbox.id}/requests`)).body;
  const member = await makeMember(signpost.app.url, signpost.call, tenant.organizationId, 'viewer');
  const issuer = { name: 'p', issuer: 'https://login.invalid/', clientId: 'c' };
  return {
    webhooks,
    events,
    deliveries,
    alerts,
    replays: replay.id,
    inboxes: inbox.id,
    requests: inboxRequests.data[0].id,
    envelopes: 'envelope-1',
    sources: await made(`${application}/sources`, { platform: 'documenso', name: 's', secret: 'secret' }),
    keys: await made(`${application}/keys`, { name: 'k', scopes: ['events:read'] }),
    departments: await made(`${organization}/departments`, { name: 'd' }),
    'source-systems': await made(`${organization}/source-systems`, { name: 'd' }),
    'business-units': await made(`${organization}/business-units`, { name: 'd' }),
    templates: await made(`${organization}/templates`, { name: 'd' }),
    members: member.id,
    people: member.id,
    invitations: await made(`${organization}/invitations`, { email: 'x@xyzbank.com', role: 'viewer' }),
    'identity-providers': await made(`${organization}/identity-providers`, issuer),
  };
}

/** The path of a route, in a tenant, with ids of objects. */
export function filledPath(
  { path }: Pick<Route, 'path'>,
  place: Pick<Tenant, 'organizationId' | 'appId'>,
  ids: Objects,
): string {
  return path
    .replace('{orgId}', place.organizationId)
    .replace('{appId}', place.appId)
    .replace('{env}', environment)
    .replace(/([\w-]+)\/\{(\w+)\}/g, (_, kind: string, name: string) => {
      const id = ids[kind];
      if (id === undefined) throw new Error(`Make an object for {${name}} behind ${kind} in makeObjects.`);
      return `${kind}/${encodeURIComponent(id)}`;
    });
}
