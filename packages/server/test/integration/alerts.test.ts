// A webhook that fails: from the first failures to being disabled, and how it recovers; by the clock, on two nodes that look at
// the same moment, with real mails.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Alerting, day, hour, minute, operator, startAlerting, subjectOf } from '../harness/alerting.ts';
import { until } from '../harness/until.ts';

let w: Alerting;

beforeAll(async () => {
  w = await startAlerting();
});
beforeEach(() => w.newTenant());
afterAll(() => w.stop());

describe('a webhook that keeps failing', () => {
  it('raises one alert after the configured number of failures, not one for each delivery (E9, I33)', async () => {
    const { id } = await w.failing();
    await w.send(2);
    await w.look();
    expect(await w.alerts()).toEqual([]);
    expect((await w.webhook(id)).health).toMatchObject({
      state: 'failing',
      consecutiveFailures: 2,
      alertId: null,
    });
    await w.send(4);
    await w.look();
    await w.send(3);
    await w.look();

    const [alert, ...others] = await w.alerts('?state=open');
    expect(others).toEqual([]);
    const { health } = await w.webhook(id);
    expect(alert).toMatchObject({
      webhookId: id,
      kind: 'failing',
      stage: 'failing',
      state: 'open',
      severity: 'warning',
      failingSince: health.failingSince,
      firstSeenAt: health.failingSince,
      lastSeenAt: health.lastFailureAt,
      failedAttempts: 9,
      problem: 'Deliveries fail: the receiver answered 500 Internal Server Error',
      advice: expect.stringMatching(/Look into its log/),
      lastFailure: { status: 500, body: '{"error":"maintenance"}', error: null },
    });
    expect(health.alertId).toBe(alert.id);
    const { body } = await w.tenant.call('GET', `/alerts/${alert.id}`);
    expect(body).toMatchObject({ failedDeliveries: 9, waitingDeliveries: 0 });
    expect((await w.tenant.call('GET', '/alerts/counts')).body).toEqual({
      open: 1,
      acknowledged: 0,
      muted: 0,
    });
  });

  it('is told of by mail, once to each address: what failed, since when, the last response, what to do, a link (E9)', async () => {
    const { id, name, email } = await w.failing();
    await w.send(3);
    await w.look();
    const mail = await w.mailServer.next(email);
    expect(subjectOf(mail)).toBe(`The webhook "${name}" (PRODUCTION) is failing`);
    const since = (await w.webhook(id)).health.failingSince.slice(0, 16).replace('T', ' ');
    expect(mail.text).toContain(`have failed since ${since} UTC: 3 attempts in a row failed`);
    expect(mail.text).toContain('the receiver answered 500 Internal Server Error');
    expect(mail.text).toContain('{"error":"maintenance"}');
    expect(mail.text).toContain('What to do: The receiver fails inside.');
    expect(mail.text).toContain('will be disabled on');
    expect(mail.text).not.toContain('hidden');
    expect(mail.link).toBe(`https://signpost.example/${w.tenant.appId}/production/webhooks/${id}`);
    await w.mailServer.next(operator);
    await w.look();
    const [alert] = await w.alerts();
    const told = async () => (await w.tenant.call('GET', `/alerts/${alert.id}`)).body.steps[0].mails;
    await until(
      async () => (await told()).every(({ sentAt }: { sentAt: string | null }) => sentAt),
      'both mails',
    );
    // Addresses of administrators are not shown to everybody who may read alerts.
    expect((await told()).map(({ to }: { to: string | null }) => to)).toEqual([null, email]);
    expect(w.mailsTo(email)).toHaveLength(1);
  });

  it('is warned of a day before it is disabled, then disabled with what waits held, by one node alone (N7, N9)', async () => {
    const { id, email } = await w.failing({ delivery: { retrySchedule: ['10d'] } });
    await w.send(3);
    await w.look();
    w.clock.advance(4 * day + minute);
    await w.send(1);
    await w.look();
    const { health } = await w.webhook(id);
    expect(health).toMatchObject({ state: 'warned', consecutiveFailures: 4 });
    expect(Date.parse(health.disableAt)).toBeGreaterThanOrEqual(w.clock.now() + day - 2 * minute);
    await w.mailServer.next(email);
    const warning = await w.mailServer.next(email);
    expect(subjectOf(warning)).toMatch(/will be disabled on /);
    expect(warning.text).toContain('4 deliveries are waiting to be sent');
    expect(warning.text).toContain('the receiver answered 500 Internal Server Error');

    w.clock.advance(day - 3 * minute);
    await w.look();
    expect((await w.webhook(id)).status).toBe('enabled');
    w.clock.advance(4 * minute);
    await w.look();
    const disabled = await w.webhook(id);
    expect(disabled).toMatchObject({
      status: 'disabled',
      disabledReason: 'failing',
      health: { state: 'disabled' },
    });
    expect(Date.parse(disabled.disabledAt)).toBe(w.clock.now());
    expect((await w.tenant.deliveries()).map(({ status }) => status)).toEqual([
      'held',
      'held',
      'held',
      'held',
    ]);
    expect((await w.tenant.send()).deliveries).toBe(0);
    expect((await w.mailServer.next(email)).text).toContain(
      'It was disabled after 4 attempts in a row failed',
    );

    const [alert, ...others] = await w.alerts();
    expect(others).toEqual([]);
    expect(alert).toMatchObject({ stage: 'disabled', state: 'open', severity: 'error', disableAt: null });
    const { steps } = (await w.tenant.call('GET', `/alerts/${alert.id}`)).body;
    expect(steps.map(({ step }: { step: string }) => step)).toEqual(['failing', 'warned', 'disabled']);
    await w.look();
    expect(w.mailsTo(email)).toHaveLength(3);
  });

  it('that has failed no more in days is not disabled for one bad minute', async () => {
    const { id } = await w.failing();
    await w.send(5);
    w.clock.advance(9 * day);
    await w.look();
    expect(await w.webhook(id)).toMatchObject({ status: 'enabled', health: { state: 'failing' } });
  });

  it('whose receiver answers 410 Gone is told of at once (N6)', async () => {
    const { id, path, email } = await w.failing();
    w.receiver.answer(path, { status: 410 });
    await w.send(1);
    await until(async () => (await w.webhook(id)).status === 'disabled', 'the webhook to be disabled');
    await w.look();
    const [alert] = await w.alerts();
    expect(alert).toMatchObject({
      kind: 'gone',
      stage: 'disabled',
      problem: 'Disabled: the receiver answered 410 Gone',
      lastFailure: { status: 410 },
    });
    expect((await w.webhook(id)).health).toMatchObject({ state: 'disabled', alertId: alert.id });
    expect((await w.mailServer.next(email)).text).toContain('answered 410 Gone: it wants no more events');
    await w.look();
    expect(w.mailsTo(email)).toHaveLength(1);
  });
});

describe('a webhook that fails often, though never in a row', () => {
  it('raises an alert by the rate of its failures, which is over when the rate is', async () => {
    const { id, path, email } = await w.failing({}, { failureRate: { percent: 40, attemptsMin: 6 } });
    expect((await w.webhook(id)).alerts.failureRate).toEqual({ percent: 40, hours: 1, attemptsMin: 6 });
    const fewer = await w.failing({}, { failureRate: { percent: 50, attemptsMin: 6 } });
    for (const one of [path, fewer.path]) {
      for (let turn = 0; turn < 3; turn++) {
        w.receiver.answer(one, { status: 500, times: 1 });
        w.receiver.answer(one, { status: 200, times: 1 });
      }
      w.receiver.answer(one, { status: 200 });
    }
    await w.send(7);
    await until(async () => {
      w.clock.advance(5_000);
      const { attempts } = (await w.tenant.call('GET', `/webhooks/${fewer.id}/stats`)).body.total;
      return attempts.succeeded + attempts.failed === 7;
    }, 'the statistics');
    w.clock.advance(minute);
    await w.look();
    const [alert, ...others] = await w.alerts('?state=open');
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      webhookId: id,
      kind: 'failure_rate',
      failedAttempts: 3,
      attempts: 7,
      problem: 'Many deliveries fail: the receiver answered 500 Internal Server Error',
    });
    expect((await w.webhook(id)).health).toMatchObject({ state: 'failing', consecutiveFailures: 0 });
    const mail = await w.mailServer.next(email);
    expect(subjectOf(mail)).toMatch(/fails often$/);
    expect(mail.text).toContain('3 of 7 attempts');
    w.clock.advance(3 * hour);
    await w.look();
    expect((await w.alerts())[0]).toMatchObject({ state: 'resolved', recoveredBy: 'delivery' });
    expect((await w.mailServer.next(email)).text).toContain('Fewer deliveries');
  });
});

describe('a webhook that works again', () => {
  it('resolves its alert at the first success, and people are told', async () => {
    const { id, path, email } = await w.failing();
    await w.send(4);
    await w.look();
    const since = (await w.webhook(id)).health.failingSince;
    w.receiver.answer(path, { status: 200 });
    await w.send(1);
    expect((await w.webhook(id)).health).toMatchObject({ state: 'healthy', failingSince: null });
    await w.look();
    expect((await w.webhook(id)).health.alertId).toBeNull();
    const [alert] = await w.alerts('?state=resolved');
    expect(alert).toMatchObject({
      stage: 'recovered',
      recoveredBy: 'delivery',
      resolvedBy: 'recovery',
      failedAttempts: 4,
      failingSince: since,
      recoveredAt: (await w.webhook(id)).health.lastSuccessAt,
    });
    await w.mailServer.next(email);
    const mail = await w.mailServer.next(email);
    expect(subjectOf(mail)).toMatch(/works again$/);
    expect(mail.text).toContain('in 4 attempts');
    expect(mail.text).toContain('4 deliveries are given up');
  });

  it('by a test that passes, or by a person who enables it, is as good as new (N9)', async () => {
    const { id, path, email } = await w.failing();
    for (const again of ['test', 'enable']) {
      w.clock.advance(minute);
      w.receiver.answer(path, { status: 410 });
      await w.send(1);
      await until(async () => (await w.webhook(id)).status === 'disabled', 'the webhook to be disabled');
      await w.look();
      expect(subjectOf(await w.mailServer.next(email))).toMatch(/was disabled$/);
      w.receiver.answer(path, { status: 200 });
      await w.tenant.call(
        'POST',
        `/webhooks/${id}/${again}`,
        again === 'test' ? { enableOnSuccess: true } : undefined,
      );
      expect(await w.webhook(id)).toMatchObject({
        status: 'enabled',
        disabledAt: null,
        health: { state: 'healthy', consecutiveFailures: 0, failingSince: null },
      });
      await w.look();
      expect(subjectOf(await w.mailServer.next(email))).toMatch(/was enabled again$/);
    }
    const resolved = await w.alerts('?state=resolved');
    expect(resolved.map(({ recoveredBy }: { recoveredBy: string }) => recoveredBy)).toEqual([
      'enabled',
      'enabled',
    ]);
  });

  it('and fails again within minutes goes on in the same alert, and is mailed about once an hour', async () => {
    const { path, email } = await w.failing();
    await w.send(3);
    await w.look();
    await w.mailServer.next(email);
    const answers = async (status: number, count: number) => {
      w.receiver.answer(path, { status });
      await w.send(count);
      await w.look();
    };
    for (let time = 0; time < 3; time++) {
      w.clock.advance(2 * minute);
      await answers(200, 1);
      w.clock.advance(2 * minute);
      await answers(500, 3);
    }
    const [alert, ...others] = await w.alerts();
    expect(others).toEqual([]);
    expect(alert).toMatchObject({ state: 'open', stage: 'failing', occurrences: 4 });
    // One that it works again, after the first mail; since then nothing new.
    expect(subjectOf(await w.mailServer.next(email))).toMatch(/works again$/);
    expect(w.mailsTo(email)).toHaveLength(2);
    w.clock.advance(hour);
    await w.look();
    expect(subjectOf(await w.mailServer.next(email))).toMatch(/is failing$/);
    await answers(200, 1);
    expect(subjectOf(await w.mailServer.next(email))).toMatch(/works again$/);

    w.clock.advance(16 * minute);
    await answers(500, 3);
    expect(await w.alerts()).toHaveLength(2);
  });

  it('is deleted: its alert is resolved and nobody is told', async () => {
    const { id, name, email } = await w.failing();
    await w.send(3);
    await w.look();
    await w.mailServer.next(email);
    await w.tenant.call('DELETE', `/webhooks/${id}?confirm=${encodeURIComponent(name)}`);
    await w.look();
    expect((await w.alerts())[0]).toMatchObject({
      state: 'resolved',
      recoveredBy: 'deleted',
      webhookDeleted: true,
    });
    expect(w.mailsTo(email)).toHaveLength(1);
  });
});
