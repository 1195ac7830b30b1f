// What webhooks that want to know hear of others that fail, and that it comes to an end.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Alerting, startAlerting } from '../harness/alerting.ts';
import { withClient } from '../harness/global-setup.ts';
import type { ReceivedRequest } from '../harness/recorded.ts';
import { until } from '../harness/until.ts';

let w: Alerting;

beforeAll(async () => {
  w = await startAlerting();
});
beforeEach(() => w.newTenant());
afterAll(() => w.stop());

describe('events about webhooks', () => {
  it('go to webhooks that want them, never to the one that they are about, and explain says so (N4)', async () => {
    const hears = { events: { mode: 'only', types: ['webhook.*'] }, name: 'Alarm' };
    const { id: alarm } = await w.tenant.webhook(w.receiver.url('/alarm'), hears);
    const { id, path, name } = await w.failing({ events: { mode: 'all', except: [] } });
    await w.send(3, { type: 'envelope.completed' });
    await w.look();
    const { type, severity, data } = JSON.parse((await w.receiver.next('/alarm')).body.toString());
    const { health, url } = await w.webhook(id);
    expect({ type, severity, data }).toMatchObject({
      type: 'webhook.failing',
      severity: 'warning',
      data: {
        webhookId: id,
        webhookName: name,
        url: url.split('?')[0],
        since: health.failingSince,
        consecutiveFailures: 3,
        pendingDeliveries: 0,
        advice: expect.stringMatching(/./),
        lastResponse: { status: 500, statusText: 'Internal Server Error', body: '{"error":"maintenance"}' },
        disableAt: expect.stringMatching(/Z$/),
      },
    });
    const [event, ...others] = await w.eventsOf('webhook.failing');
    expect(others).toEqual([]);
    const { body } = await w.tenant.call('GET', `/events/${event.id}/explain`);
    for (const { webhooks } of [body.decided, body.now]) {
      const byId = new Map(webhooks.map((verdict: { id: string }) => [verdict.id, verdict]));
      expect(byId.get(alarm)).toMatchObject({ matched: true });
      expect(byId.get(id)).toMatchObject({ matched: false, reasons: [{ rule: 'itself' }] });
    }
    expect((await w.tenant.call('POST', `/events/${event.id}/route`)).body.webhooks).toEqual([]);

    w.receiver.answer(path, { status: 200 });
    await w.send(1);
    await w.look();
    expect(JSON.parse((await w.receiver.next('/alarm')).body.toString())).toMatchObject({
      type: 'webhook.recovered',
      data: { webhookId: id, failedAttempts: 3, failedDeliveries: 3, recoveredBy: 'delivery' },
    });
    w.receiver.answer(path, { status: 410 });
    await w.send(1);
    await until(async () => (await w.webhook(id)).status === 'disabled', 'the webhook to be disabled');
    await w.look();
    expect(JSON.parse((await w.receiver.next('/alarm')).body.toString())).toMatchObject({
      type: 'webhook.disabled',
      severity: 'error',
      data: { webhookId: id, reason: 'gone', lastResponse: { status: 410 } },
    });
  });

  it('carry the department and the systems of the webhook, so that those who look after these are told', async () => {
    await w.tenant.knows('departments', 'Loans', 'HR');
    await w.tenant.knows('source-systems', 'LoanManagement');
    await w.tenant.webhook(w.receiver.url('/loans-alarm'), {
      events: { mode: 'only', types: ['webhook.failing'] },
      routing: { departments: ['Loans'] },
    });
    await w.tenant.webhook(w.receiver.url('/hr-alarm'), {
      events: { mode: 'only', types: ['webhook.failing'] },
      routing: { departments: ['HR'] },
    });
    const routing = { departments: ['Loans'], requestFrom: ['LoanManagement'] };
    await w.failing({ routing });
    await w.send(3, { routing: { department: 'Loans', requestFrom: ['LoanManagement'] } });
    await w.look();
    expect(JSON.parse((await w.receiver.next('/loans-alarm')).body.toString()).routing).toMatchObject({
      department: 'Loans',
      requestFrom: ['LoanManagement'],
    });
    expect(w.receiver.requests('/hr-alarm')).toHaveLength(0);
  });

  it('that nobody takes raise alerts, but no events about these: two that refuse them cannot stir each other for ever', async () => {
    const refuseNews = (request: ReceivedRequest) => ({
      status: /"type":"webhook\./.test(request.body.toString()) ? 400 : 200,
    });
    const settings = { alerts: { afterConsecutiveFailures: 1 }, delivery: { retrySchedule: [] } };
    for (const path of ['/stubborn-a', '/stubborn-b']) {
      w.receiver.answer(path, refuseNews);
      await w.tenant.webhook(w.receiver.url(path), settings);
    }
    w.receiver.answer('/stubborn-c', { status: 500 });
    await w.tenant.webhook(w.receiver.url('/stubborn-c'), settings);
    for (let round = 0; round < 5; round++) {
      await w.send(1);
      await w.look();
      await w.settled();
      await w.look();
      await w.settled();
    }
    const about = await Promise.all(
      [...(await w.eventsOf('webhook.failing')), ...(await w.eventsOf('webhook.recovered'))].map(
        async ({ id }) => (await w.tenant.call('GET', `/events/${id}`)).body.content.url,
      ),
    );
    expect(about).toEqual([w.receiver.url('/stubborn-c')]);
    expect(new Set((await w.alerts()).map(({ webhookId }: { webhookId: string }) => webhookId)).size).toBe(3);
  });

  it('are limited in an hour: a network that broke down is not told of a thousand times a thousand times', async () => {
    const { id } = await w.failing();
    await withClient(w.databaseUrl, (client) =>
      client.query(
        `INSERT INTO alerts (environment_id, id, webhook_id, latest, kind, stage, state, since, first_seen_at, last_seen_at,
                             failed_attempts, announced_at, created_at)
         SELECT environment_id, gen_random_uuid(), id, false, 'failing', 'recovered', 'resolved', $2, $2, $2, 5, $2, $2
         FROM webhooks, generate_series(1, 100) WHERE id = $1`,
        [id, w.clock.sqlNow()],
      ),
    );
    await w.send(3);
    await w.look();
    expect(await w.alerts('?state=open')).toHaveLength(1);
    expect(await w.eventsOf('webhook.failing')).toEqual([]);
  });
});
