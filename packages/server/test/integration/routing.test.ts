// Routing by the directory, from the envelope to the receiver, and why: as it was decided and as it would be decided now.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let other: TestSignpost;
let receiver: Receiver;

beforeAll(async () => {
  receiver = await startReceiver();
  signpost = await startSignpost();
  other = await startSignpost({ databaseUrl: signpost.databaseUrl });
});
afterAll(async () => {
  await other.stop();
  await signpost.stop();
  await receiver.stop();
});

/** A bank with three departments and three source systems. */
async function bank(): Promise<Tenant> {
  const tenant = await signpost.tenant();
  await tenant.knows('departments', 'Loans', 'HR', 'Compliance');
  await tenant.knows('source-systems', 'LoanManagement', 'HRPortal', 'ComplianceAudit');
  return tenant;
}

async function add(tenant: Tenant, segment: string, body: object): Promise<string> {
  const answer = await signpost.call(
    'POST',
    `/api/v1/organizations/${tenant.organizationId}/${segment}`,
    body,
  );
  expect(answer).toMatchObject({ status: 201 });
  return answer.body.id;
}

const reasons = (
  webhooks: readonly { id: string; matched: boolean; reasons: readonly { rule: string }[] }[],
) => Object.fromEntries(webhooks.map(({ id, reasons: given }) => [id, given.map(({ rule }) => rule)]));

it('sends what happens in an envelope to the webhooks of its source system and department (E3, E4, E7, E16)', async () => {
  const tenant = await bank();
  await tenant.webhook(receiver.url('/loans'), { routing: { requestFrom: ['LoanManagement'] } });
  await tenant.webhook(receiver.url('/hr'), { routing: { departments: ['HR'] } });
  await tenant.webhook(receiver.url('/rest'), { routing: { receives: 'unrouted' } });
  const put = await tenant.call('PUT', '/envelopes/loan-1', {
    title: 'Home loan',
    requestFrom: ['LoanManagement'],
  });
  expect(put).toMatchObject({
    status: 200,
    body: { id: 'loan-1', status: 'registered', requestFrom: ['LoanManagement'] },
  });

  expect((await tenant.send({ envelopeId: 'loan-1' })).deliveries).toBe(1);
  const request = await receiver.next('/loans');
  expect(JSON.parse(request.body.toString())).toMatchObject({
    envelope: { id: 'loan-1', title: 'Home loan' },
    routing: { requestFrom: ['LoanManagement'] },
  });
  expect((await tenant.send({ routing: { department: 'HR' } })).deliveries).toBe(1);
  await receiver.next('/hr');
  expect((await tenant.send({})).deliveries).toBe(1);
  await receiver.next('/rest');
});

it('lets one envelope concern several systems, and an event override what it inherits (E21)', async () => {
  const tenant = await bank();
  await tenant.webhook(receiver.url('/several'), { routing: { requestFrom: ['LoanManagement'] } });
  await tenant.webhook(receiver.url('/several'), {
    routing: { requestFrom: ['HRPortal', 'ComplianceAudit'] },
  });
  await tenant.call('PUT', '/envelopes/both', { requestFrom: ['LoanManagement', 'HRPortal'] });
  expect((await tenant.send({ envelopeId: 'both' })).deliveries).toBe(2);
  const override = { envelopeId: 'both', routing: { requestFrom: ['ComplianceAudit'] } };
  expect((await tenant.send(override)).deliveries).toBe(1);
});

it('refuses names that the directory does not have, with those that come close (E15)', async () => {
  const tenant = await bank();
  const webhook = await tenant.call('POST', '/webhooks', {
    name: 'x',
    url: receiver.url('/x'),
    routing: { departments: ['Loan'], requestFrom: ['HRPortal', 'HrPortl'] },
  });
  expect(webhook).toMatchObject({ status: 400, body: { error: { code: 'unknown_directory_name' } } });
  const { problems } = webhook.body.error.details;
  expect(problems.map(({ path }: { path: string }) => path)).toEqual([
    'routing.requestFrom[1]',
    'routing.departments[0]',
  ]);
  expect(JSON.stringify(problems)).toContain('Loans');

  const events = [
    { type: 'signer.signed', content: 1 },
    { type: 'signer.signed', content: 1, routing: { department: 'Lons' } },
  ];
  const refused = await tenant.call('POST', '/events', events);
  expect(refused).toMatchObject({
    status: 400,
    body: {
      error: {
        code: 'unknown_directory_name',
        details: { path: '[1].routing.department', nearest: ['Loans'], indexes: [1] },
      },
    },
  });
  expect((await tenant.call('GET', '/events')).body.data).toEqual([]);
  const envelope = await tenant.call('PUT', '/envelopes/e', {
    department: 'Lons',
    integrations: [{ uuid: tenant.organizationId }],
  });
  expect(envelope.body.error.details.problems.map(({ path }: { path: string }) => path)).toEqual([
    'department',
    'integrations[0].uuid',
  ]);
});

it('keeps its references when a department is renamed', async () => {
  const tenant = await signpost.tenant();
  const id = await add(tenant, 'departments', { name: 'Loans' });
  const { id: webhookId } = await tenant.webhook(receiver.url('/renamed'), {
    routing: { departments: ['loans'] },
  });
  await tenant.call('PUT', '/envelopes/renamed', { department: 'Loans' });
  const path = `/api/v1/organizations/${tenant.organizationId}/departments/${id}`;
  expect((await signpost.call('PATCH', path, { name: 'Credit' })).status).toBe(200);
  expect((await tenant.call('GET', `/webhooks/${webhookId}`)).body.routing.departments).toEqual(['Credit']);
  expect((await tenant.call('GET', '/envelopes/renamed')).body.department).toBe('Credit');
  expect((await tenant.send({ envelopeId: 'renamed' })).deliveries).toBe(1);
  expect((await tenant.send({ routing: { department: 'Credit' } })).deliveries).toBe(1);
  expect(await signpost.call('DELETE', path)).toMatchObject({
    status: 409,
    body: { error: { code: 'in_use' } },
  });
});

it("fires an explicit webhook by template and by the envelope's own word (L29, L30, L31)", async () => {
  const tenant = await signpost.tenant();
  const { id } = await tenant.webhook(receiver.url('/explicit'), { firing: 'explicit' });
  await add(tenant, 'templates', { name: 'Mortgage', webhooks: [id] });
  expect((await tenant.send({})).deliveries).toBe(0);
  expect((await tenant.send({ routing: { template: 'Mortgage' } })).deliveries).toBe(1);
  await tenant.call('PUT', '/envelopes/adhoc', { integrations: [{ uuid: id }] });
  expect((await tenant.send({ envelopeId: 'adhoc' })).deliveries).toBe(1);
});

it('explains as it was decided and as it would be decided now, and routes again what matched nothing (N4)', async () => {
  const tenant = await bank();
  const loans = await tenant.webhook(receiver.url('/explained'), { routing: { departments: ['Loans'] } });
  await tenant.send({ id: 'unmatched', routing: { department: 'HR' } });
  expect((await tenant.call('GET', '/events?status=unmatched')).body.data).toMatchObject([
    { id: 'unmatched' },
  ]);

  const late = await tenant.webhook(receiver.url('/late-hr'), { routing: { departments: ['HR'] } });
  await tenant.call('PATCH', `/webhooks/${loans.id}`, {
    routing: { departments: [] },
    events: { mode: 'only', types: ['form.*'] },
  });
  const { body } = await tenant.call('GET', '/events/unmatched/explain');
  expect(reasons(body.decided.webhooks)).toEqual({ [loans.id]: ['department'] });
  expect(body.decided.webhooks[0].reasons[0].message).toContain('Loans');
  expect(reasons(body.now.webhooks)).toEqual({ [loans.id]: ['type'], [late.id]: [] });

  const again = await tenant.call('POST', '/events/unmatched/route');
  expect(again).toMatchObject({ status: 202, body: { id: 'unmatched', webhooks: [late.id] } });
  await receiver.next('/late-hr');
  expect((await tenant.call('POST', '/events/unmatched/route')).body.webhooks).toEqual([]);
  expect((await tenant.call('GET', '/events?status=unmatched')).body.data).toEqual([]);
});

it('explains a decision by webhooks that are gone', async () => {
  const tenant = await signpost.tenant();
  const gone = await tenant.webhook(receiver.url('/gone-later'));
  await tenant.send({ id: 'before' });
  await receiver.next('/gone-later');
  await tenant.call('DELETE', `/webhooks/${gone.id}?confirm=Receiver`);
  const { body } = await tenant.call('GET', '/events/before/explain');
  expect(body.decided.webhooks).toMatchObject([{ id: gone.id, name: 'Receiver', matched: true }]);
  expect(body.now.webhooks).toEqual([]);
});

it('tells the state of an envelope by its events, by when they happened', async () => {
  const tenant = await signpost.tenant();
  await tenant.call('PUT', '/envelopes/told', { externalId: 'X-1' });
  const status = async () => (await tenant.call('GET', '/envelopes/told')).body.status;
  await tenant.send({ type: 'envelope.sent', envelopeId: 'told', occurredAt: '2026-01-01T10:00:00Z' });
  expect(await status()).toBe('sent');
  await tenant.send({ type: 'envelope.completed', envelopeId: 'told', occurredAt: '2026-01-02T10:00:00Z' });
  await tenant.send({ type: 'signer.signed', envelopeId: 'told', occurredAt: '2026-01-01T20:00:00Z' });
  expect(await status()).toBe('completed');
  expect((await tenant.call('GET', '/envelopes/nobody')).status).toBe(404);
});

it('routes by a directory and envelopes that another node changed a moment ago', async () => {
  const tenant = await signpost.tenant();
  const base = `/api/v1/applications/${tenant.appId}/envs/PRODUCTION`;
  await other.call('GET', `${base}/webhooks`);
  await add(tenant, 'departments', { name: 'New' });
  await tenant.webhook(receiver.url('/other-node'), { routing: { departments: ['New'] } });
  await tenant.call('PUT', '/envelopes/other', { department: 'New' });
  const send = (event: object) =>
    other.call('POST', `${base}/events`, { type: 'signer.signed', content: 1, ...event });
  expect((await send({ routing: { department: 'New' } })).body).toMatchObject({ deliveries: 1 });
  expect((await send({ envelopeId: 'other' })).body).toMatchObject({ deliveries: 1 });
});
