// A bank with everything that the console can show: webhooks that fare well and badly, events in every state, a directory,
// sources and keys. Made through the API, as its users would.
import { setTimeout as wait } from 'node:timers/promises';
import { makeMember } from '../../../server/test/harness/people.ts';
import type { Receiver } from '../../../server/test/harness/receiver.ts';
import { type Answer, type Call, caller } from '../../../server/test/harness/signpost.ts';

export interface Bank {
  readonly orgId: string;
  readonly appId: string;
  readonly key: string;
  readonly webhooks: { readonly loans: string; readonly hr: string; readonly archive: string };
  /** An event whose delivery to the HR portal failed for good. */
  readonly failedEvent: string;
  readonly unmatchedEvent: string;
  /** About the HR portal. */
  readonly alert: string;
  /** In TEST, with what a webhook sent and what did not verify. */
  readonly inbox: string;
  readonly inboxWaiting: string;
  /** A replay that is over. */
  readonly replay: string;
  /** Calls a route below the bank's application and its PRODUCTION environment. */
  readonly call: Call;
}

const must = ({ status, body }: Answer) => {
  if (status >= 300) throw new Error(`The bank was refused: ${status} ${JSON.stringify(body)}`);
  return body;
};

export async function openBank(url: string, root: Call, receiver: Receiver): Promise<Bank> {
  const orgId = must(await root('POST', '/api/v1/organizations', { name: 'XYZ Bank' })).id as string;
  const org = `/api/v1/organizations/${orgId}`;
  const appId = must(await root('POST', `${org}/applications`, { name: 'Contracts' })).id as string;
  must(await root('POST', `${org}/applications`, { name: 'Human resources' }));
  for (const name of ['Loans', 'HR', 'Compliance']) must(await root('POST', `${org}/departments`, { name }));
  for (const name of ['LoanManagement', 'HRPortal'])
    must(await root('POST', `${org}/source-systems`, { name }));
  const companies = [{ name: 'XYZ Leasing', fields: { costCenter: '42' } }];
  must(await root('POST', `${org}/business-units`, { name: 'Retail', companies }));
  const environmentRoles = { PRODUCTION: 'viewer', STAGING: 'none' };
  must(
    await root('POST', `${org}/invitations`, {
      email: 'dana@xyzbank.com',
      role: 'developer',
      environmentRoles,
    }),
  );
  await makeMember(url, root, orgId, 'admin');
  const issuer = 'https://login.xyzbank.example.com';
  must(
    await root('POST', `${org}/identity-providers`, { name: 'XYZ Bank login', issuer, clientId: 'signpost' }),
  );
  const base = `/api/v1/applications/${appId}/envs/PRODUCTION`;
  const scopes = [
    'events:write',
    'events:read',
    'webhooks:write',
    'webhooks:read',
    'sources:write',
    'sources:read',
  ];
  const { key } = must(await root('POST', `${base}/keys`, { name: 'Loan system', scopes }));
  const keyed = caller(url, key);
  const call: Call = (method, path, ...rest) => keyed(method, `${base}${path}`, ...rest);
  const webhooks = await addWebhooks(call, receiver);
  must(await root('POST', `${org}/templates`, { name: 'Loan contract', webhooks: [webhooks.archive] }));
  must(
    await call('POST', '/sources', { platform: 'documenso', name: 'Contracts', secret: 'a secret of ours' }),
  );
  const events = await sendEvents(call);
  const alert = await raisedAlert(call);
  const inboxes = await fillInbox(root, `/api/v1/applications/${appId}/envs/TEST`);
  return { orgId, appId, key, webhooks, call, ...events, alert, ...inboxes, replay: await replayed(call) };
}

async function addWebhooks(call: Call, receiver: Receiver): Promise<Bank['webhooks']> {
  receiver.answer('/hr', {
    status: 503,
    headers: { 'content-type': 'text/plain' },
    body: 'The portal is being updated.',
  });
  receiver.answer('/loans', {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"received":true}',
  });
  const add = async (body: object): Promise<string> => must(await call('POST', '/webhooks', body)).id;
  const loans = await add({
    name: 'Loan updates',
    description: 'Tells the loan management system about every step of a loan contract.',
    url: receiver.url('/loans'),
    events: { mode: 'only', types: ['envelope.completed', 'signer.*'] },
    routing: { departments: ['Loans'], requestFrom: ['LoanManagement'] },
    delivery: { headers: { 'X-Team': 'loans' } },
    auth: { type: 'basic', username: 'signpost', password: 'not shown again' },
  });
  const hr = await add({
    name: 'HR portal',
    url: receiver.url('/hr'),
    routing: { departments: ['HR'] },
    delivery: { retrySchedule: [] },
    alerts: { afterConsecutiveFailures: 2 },
  });
  const archive = await add({
    name: 'Archive of signed documents',
    description: 'Fires only for contracts that say so.',
    url: 'https://archive.example.com/hooks/a-rather-long-path/that-does-not-fit/into-a-column-of-a-table',
    firing: 'explicit',
    status: 'disabled',
  });
  const compliance = {
    name: 'Compliance log',
    url: receiver.url('/compliance'),
    routing: { departments: ['Compliance'] },
  };
  await add({ ...compliance, delivery: { retrySchedule: ['1h'] } });
  return { loans, hr, archive };
}

async function fillInbox(root: Call, base: string): Promise<Pick<Bank, 'inbox' | 'inboxWaiting'>> {
  const make = async (name: string) => must(await root('POST', `${base}/inboxes`, { name }));
  const [{ id: inbox, url }, waiting] = [await make('Loans before go-live'), await make('For later')];
  const { id } = must(
    await root('POST', `${base}/webhooks`, { name: 'Loan updates', url, delivery: { retrySchedule: [] } }),
  );
  must(await root('POST', `${base}/webhooks/${id}/test`, { type: 'envelope.completed' }));
  must(await root('PATCH', `${base}/inboxes/${inbox}`, { answer: { status: 500, delaySeconds: 2 } }));
  must(await root('POST', `${base}/events`, { type: 'signer.signed', content: { amount: 250000 } }));
  await arrived(root, `${base}/inboxes/${inbox}`);
  const forged = { 'webhook-id': 'msg_1', 'webhook-timestamp': '1', 'webhook-signature': 'v1,AAAA' };
  must(await root('PATCH', `${base}/inboxes/${inbox}`, { answer: { delaySeconds: 0 } }));
  await fetch(url, { method: 'POST', body: '{"from":"elsewhere"}', headers: forged });
  return { inbox, inboxWaiting: waiting.id };
}

/** Until the inbox has the test and the event. */
async function arrived(root: Call, path: string): Promise<void> {
  const deadline = performance.now() + 15_000;
  for (;;) {
    const { requests } = must(await root('GET', path)) as { requests: number };
    if (requests === 2) return;
    if (performance.now() > deadline) throw new Error('The event did not come to the inbox in time.');
    await wait(25);
  }
}

async function sendEvents(call: Call): Promise<Pick<Bank, 'failedEvent' | 'unmatchedEvent'>> {
  const send = async (body: object) => must(await call('POST', '/events', body));
  const loan = { envelopeId: 'loan-4711', routing: { department: 'Loans', requestFrom: ['LoanManagement'] } };
  const content = {
    amount: 250000,
    currency: 'EUR',
    customer: { name: 'Erika Mustermann', email: 'erika@example.com' },
  };
  for (const type of ['signer.viewed', 'signer.signed', 'envelope.completed'])
    await send({ id: `loan-${type.replace('.', '-')}`, type, ...loan, content });
  const failedEvent = 'employment-contract-declined';
  await send({
    id: failedEvent,
    type: 'signer.declined',
    envelopeId: 'hr-17',
    routing: { department: 'HR' },
    content,
  });
  await send({
    id: 'hr-completed',
    type: 'envelope.completed',
    envelopeId: 'hr-18',
    routing: { department: 'HR' },
    content,
  });
  const unmatchedEvent = 'nobody-wanted-this';
  await send({ id: unmatchedEvent, type: 'envelope.created', envelopeId: 'misc-1', content });
  await settled(call);
  await tallied(call);
  return { failedEvent, unmatchedEvent };
}

/** Until no delivery waits for its first attempt. */
async function settled(call: Call): Promise<void> {
  const deadline = performance.now() + 15_000;
  for (;;) {
    const { data } = must(await call('GET', '/deliveries?status=pending')) as {
      data: { attempts: number }[];
    };
    if (data.every(({ attempts }) => attempts > 0)) return;
    if (performance.now() > deadline)
      throw new Error('The deliveries of the bank were not attempted in time.');
    await wait(25);
  }
}

/** The server looks at the health of webhooks every two seconds. */
async function raisedAlert(call: Call): Promise<string> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const { data } = must(await call('GET', '/alerts')) as { data: { id: string }[] };
    if (data[0]) return data[0].id;
    if (performance.now() > deadline) throw new Error('No alert was raised about the HR portal in time.');
    await wait(100);
  }
}

/** Sends again what the HR portal refused, which it does once more. */
async function replayed(call: Call): Promise<string> {
  const body = { filter: { status: ['failed'] }, name: 'After the update of the portal' };
  const { id } = must(await call('POST', '/deliveries/resend', body)) as { id: string };
  const deadline = performance.now() + 30_000;
  for (;;) {
    const { state } = must(await call('GET', `/replays/${id}`)) as { state: string };
    if (state === 'done') break;
    if (performance.now() > deadline) throw new Error('The replay of the bank did not end in time.');
    await wait(100);
  }
  await settled(call);
  return id;
}

/** Figures come a few seconds after what they count. */
async function tallied(call: Call): Promise<void> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const { total } = must(await call('GET', '/stats')) as { total: { deliveries: { failed: number } } };
    if (total.deliveries.failed > 0) return;
    if (performance.now() > deadline) throw new Error('The statistics of the bank were not made in time.');
    await wait(100);
  }
}
