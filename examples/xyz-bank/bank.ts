// Sets up XYZ Bank in Signpost by its API: organization, directory, application, key, one webhook per system, and the source
// that Documenso posts to. The bank is used to emSigner, so it gets that profile: webhooks name a department or a source
// system, all but one; envelopes say for whom they are (Request From). On data of an earlier run it uses what is there and replaces what pointed to that run's receivers.
import { randomBytes } from 'node:crypto';
import { type Api, ApiError, createApi } from './api.ts';
import type { Receiver } from './receivers.ts';
import { directory, type System, type SystemId } from './systems.ts';

export interface Bank {
  /** Where its environment lives, below the base of the API. */
  readonly path: string;
  /** Speaks with the bank's own key; paths are relative to its environment. */
  readonly api: Api;
  readonly webhookIds: ReadonlyMap<SystemId, string>;
  readonly inboundUrl: string;
  readonly inboundSecret: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const organizationName = 'XYZ Bank';
const profile = 'emsigner';
const applicationId = 'appId_xyzbank';
const environmentPath = `/applications/${applicationId}/envs/DEVELOPMENT`;

/** Short, so that an outage of seconds is overcome within seconds. */
const retrySchedule = ['1s', '1s', '2s', '2s', '5s', '5s', '10s'];

const scopes = [
  'events:write',
  'events:read',
  'webhooks:write',
  'webhooks:read',
  'sources:write',
  'sources:read',
];

export async function openBank(url: string, rootKey: string, receivers: readonly Receiver[]): Promise<Bank> {
  const base = `${url}/api/v1`;
  const root = createApi(base, rootKey);
  await findOrCreateOrganization(root);
  await removeEarlierRun(root);
  const { key } = await root.post<{ key: string }>(`${environmentPath}/keys`, {
    name: 'XYZ Bank demo',
    scopes,
  });
  const api = createApi(base + environmentPath, key);
  const webhookIds = new Map<SystemId, string>();
  for (const receiver of receivers) webhookIds.set(receiver.system.id, await connect(api, receiver));
  const inboundSecret = randomBytes(18).toString('base64url');
  const source = await api.post<{ url: string }>('/sources', {
    platform: 'documenso',
    name: 'Documenso of XYZ Bank',
    secret: inboundSecret,
  });
  return { path: `/api/v1${environmentPath}`, api, webhookIds, inboundUrl: source.url, inboundSecret };
}

async function findOrCreateOrganization(root: Api): Promise<void> {
  const organizations = await root.all<Named>('/organizations');
  const known = organizations.find(({ name }) => name === organizationName);
  const { id } = known
    ? await root.patch<Named>(`/organizations/${known.id}`, { profile })
    : await root.post<Named>('/organizations', { name: organizationName, profile });
  await unlessThere(root.post(`/organizations/${id}/applications`, { id: applicationId, name: 'Signing' }));
  for (const [kind, names] of Object.entries(directory)) {
    for (const name of names) await unlessThere(root.post(`/organizations/${id}/${kind}`, { name }));
  }
}

/** From an earlier run. */
async function unlessThere(creating: Promise<unknown>): Promise<void> {
  try {
    await creating;
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'already_exists')) throw error;
  }
}

/** Its receivers are gone, its secrets were shown only once. The history of events and deliveries stays. */
async function removeEarlierRun(root: Api): Promise<void> {
  for (const kind of ['webhooks', 'sources', 'keys']) {
    const path = `${environmentPath}/${kind}`;
    for (const { id, name } of await root.all<Named>(path)) {
      // A webhook is deleted only by somebody who names it.
      const confirmation = kind === 'webhooks' ? `?confirm=${encodeURIComponent(name)}` : '';
      await root.delete(`${path}/${id}${confirmation}`);
    }
  }
}

async function connect(api: Api, receiver: Receiver): Promise<string> {
  const { system, url } = receiver;
  const { id, secret } = await api.post<{ id: string; secret: string }>(
    '/webhooks',
    describeWebhook(system, url),
  );
  if (system.id === 'compliance') receiver.trust(secret);
  if (system.id === 'loans') receiver.expect(loansLogin);
  return id;
}

const loansLogin = { username: 'signpost', password: randomBytes(18).toString('base64url') };

function describeWebhook({ id, name, purpose, events, routing }: System, url: string) {
  return {
    name,
    description: purpose,
    url,
    events,
    routing,
    auth: id === 'loans' ? { type: 'basic', ...loansLogin } : { type: 'none' },
    payload: { dialect: 'signpost' },
    // The outage of the story is short: nobody has to be told of it.
    alerts: { afterConsecutiveFailures: null },
    delivery: { timeoutSeconds: 5, headers: { 'X-System': id }, retrySchedule },
  };
}
