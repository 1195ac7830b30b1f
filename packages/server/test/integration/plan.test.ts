// The plan gate: without webhooks in the plan their routes are closed to everybody, and nothing that happens is lost.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planNames } from '../../src/domain/plan.ts';
import { refusal } from '../harness/http.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { caller, startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

let signpost: TestSignpost;
let other: TestSignpost;
let receiver: Receiver;

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
  other = await startSignpost({ databaseUrl: signpost.databaseUrl });
});
afterAll(async () => {
  await other.stop();
  await signpost.stop();
  await receiver.stop();
});

async function plan({ organizationId }: Tenant, name: string) {
  const answer = await signpost.call('PATCH', `/api/v1/organizations/${organizationId}`, { plan: name });
  expect(answer).toMatchObject({ status: 200, body: { plan: name } });
}

/** Every route of webhooks, as the API describes itself. */
async function webhookRoutes(): Promise<readonly (readonly [method: string, path: string])[]> {
  const { body } = await signpost.call('GET', '/api/v1/reference/json');
  const base = '/api/v1/applications/{appId}/envs/{env}';
  return Object.entries(body.paths as Record<string, object>)
    .filter(([path]) => path.startsWith(`${base}/webhooks`))
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method.toUpperCase(), path.replace(base, '')] as const),
    );
}

describe.each(planNames.filter((name) => name !== 'professional'))('the plan %s (G1)', (name) => {
  it('closes every webhook route, for keys and the root key alike, whatever is sent', async () => {
    const tenant = await signpost.tenant({ organization: { plan: name } });
    const root = `/api/v1/applications/${tenant.appId}/envs/PRODUCTION`;
    const routes = await webhookRoutes();
    expect(routes.length).toBeGreaterThan(8);
    for (const [method, path] of routes) {
      const at = path.replace('{id}', tenant.organizationId);
      expect(refusal(await tenant.call(method, at), 'plan_excludes_webhooks').plan).toBe(name);
      refusal(await signpost.call(method, root + at), 'plan_excludes_webhooks');
    }
  });

  it('takes events, envelopes and the directory all the same', async () => {
    const tenant = await signpost.tenant({ organization: { plan: name } });
    await tenant.knows('departments', 'Loans');
    expect(await tenant.call('PUT', '/envelopes/e', { department: 'Loans' })).toMatchObject({ status: 200 });
    expect(await tenant.send({ envelopeId: 'e' })).toMatchObject({ deliveries: 0 });
    expect((await tenant.call('GET', '/events?status=unmatched')).body.data).toHaveLength(1);
  });

  it('still keeps strangers and keys without the scope out', async () => {
    const tenant = await signpost.tenant({ organization: { plan: name }, scopes: ['events:read'] });
    refusal(await tenant.call('GET', '/webhooks'), 'scope_missing');
    const stranger = await signpost.tenant();
    const call = caller(signpost.app.url, stranger.key);
    refusal(await call('GET', `/api/v1/applications/${tenant.appId}/envs/PRODUCTION/webhooks`), 'not_found');
  });
});

it('professional works (G1)', async () => {
  const tenant = await signpost.tenant({ organization: { plan: 'professional' } });
  await tenant.webhook(receiver.url('/professional'));
  expect((await tenant.call('GET', '/webhooks')).body.data).toHaveLength(1);
});

describe('an organization whose plan loses its webhooks', () => {
  it('keeps what waits, and gets it delivered when they come back', async () => {
    const tenant = await signpost.tenant();
    receiver.answer('/back', { status: 503, times: 1 });
    const { id } = await tenant.webhook(receiver.url('/back'), { delivery: { retrySchedule: ['1h'] } });
    const recorded = signpost.recorded();
    await tenant.send({ id: 'waits' });
    await recorded;
    await plan(tenant, 'trial');
    expect(await tenant.deliveries()).toMatchObject([{ eventId: 'waits', status: 'held', attempts: 1 }]);
    expect(await tenant.send({ id: 'meanwhile' })).toMatchObject({ deliveries: 0 });

    const { decided } = (await tenant.call('GET', '/events/meanwhile/explain')).body;
    expect(decided.webhooks).toMatchObject([{ id, matched: false, reasons: [{ rule: 'disabled' }] }]);
    const [held] = await tenant.deliveries();
    refusal(await tenant.call('POST', `/deliveries/${held?.id}/resend`), 'delivery_not_sendable');

    await plan(tenant, 'professional');
    expect((await tenant.call('GET', `/webhooks/${id}`)).body).toMatchObject({
      status: 'enabled',
      disabledReason: null,
    });
    // Its retry is not due yet; nothing else keeps it any more.
    expect(await tenant.deliveries()).toMatchObject([{ eventId: 'waits', status: 'pending' }]);
    await tenant.call('POST', `/deliveries/${held?.id}/resend`);
    expect((await tenant.call('POST', '/events/meanwhile/route')).body.webhooks).toEqual([id]);
    const arrived = (await receiver.count('/back', 3)).map(({ headers }) => headers['webhook-id']);
    expect(arrived.sort()).toEqual(['meanwhile', 'waits', 'waits']);
    const { body } = await tenant.call('GET', '/events/meanwhile/explain');
    expect(body.decided.webhooks).toMatchObject([{ matched: false }]);
    expect(body.now.webhooks).toMatchObject([{ matched: true }]);
  });

  it('finds disabled what was disabled by hand, and keeps that a pause skips', async () => {
    const tenant = await signpost.tenant();
    const { id } = await tenant.webhook(receiver.url('/paused'));
    await tenant.call('POST', `/webhooks/${id}/disable`, { pending: 'skip' });
    const before = (await tenant.call('GET', `/webhooks/${id}`)).body;
    await plan(tenant, 'basic');
    await plan(tenant, 'trial');
    await plan(tenant, 'professional');
    expect((await tenant.call('GET', `/webhooks/${id}`)).body).toEqual(before);
  });

  it('in all its applications and environments, and no other organization does', async () => {
    const [tenant, neighbour] = [await signpost.tenant(), await signpost.tenant()];
    const base = `/api/v1/applications/${tenant.appId}/envs/TEST`;
    const body = { name: 'x', url: receiver.url('/test') };
    const { id } = (await signpost.call('POST', `${base}/webhooks`, body)).body;
    await neighbour.webhook(receiver.url('/neighbour'));
    await plan(tenant, 'basic');
    const event = { type: 'signer.signed', content: 1 };
    expect((await signpost.call('POST', `${base}/events`, event)).body.deliveries).toBe(0);
    expect((await neighbour.send()).deliveries).toBe(1);
    await plan(tenant, 'professional');
    expect((await signpost.call('GET', `${base}/webhooks/${id}`)).body.status).toBe('enabled');
    expect((await signpost.call('POST', `${base}/events`, event)).body.deliveries).toBe(1);
  });

  it('has no webhook that works, also none that was created or enabled at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const tenant = await signpost.tenant();
      const paused = await tenant.webhook(receiver.url('/race'), { status: 'disabled' });
      const create = { name: 'x', url: receiver.url('/race') };
      await Promise.all([
        ...Array.from({ length: 4 }, () => tenant.call('POST', '/webhooks', create)),
        tenant.call('POST', `/webhooks/${paused.id}/enable`),
        plan(tenant, 'trial'),
      ]);
      expect((await tenant.send()).deliveries).toBe(0);
    }
  });

  it('finds them closed on every node within a second, and open again', async () => {
    const tenant = await signpost.tenant();
    const there = caller(other.app.url, tenant.key);
    const status = async () =>
      (await there('GET', `/api/v1/applications/${tenant.appId}/envs/PRODUCTION/webhooks`)).status;
    expect(await status()).toBe(200);
    await plan(tenant, 'trial');
    await until(async () => (await status()) === 403, 'the gate to close', 1_000);
    await plan(tenant, 'professional');
    await until(async () => (await status()) === 200, 'the gate to open', 1_000);
  });
});
