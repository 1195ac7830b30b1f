// What people do about alerts: take them on, mute them, resolve them.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Alerting, day, hour, minute, startAlerting, subjectOf } from '../harness/alerting.ts';
import { withClient } from '../harness/global-setup.ts';
import { refusal } from '../harness/http.ts';
import { makeMember } from '../harness/people.ts';

let w: Alerting;

beforeAll(async () => {
  w = await startAlerting();
});
beforeEach(() => w.newTenant());
afterAll(() => w.stop());

describe('the inbox', () => {
  const act = (id: string, action: string, body?: object) =>
    w.tenant.call('POST', `/alerts/${id}/${action}`, body);
  const inHours = (hours: number) => new Date(w.clock.now() + hours * hour).toISOString();

  async function raised() {
    const made = await w.failing();
    await w.send(3);
    await w.look();
    await w.mailServer.next(made.email);
    const [alert] = await w.alerts();
    return { ...made, alertId: alert.id as string };
  }

  it('takes that somebody has taken a problem on, also while it grows', async () => {
    const { alertId } = await raised();
    const { status, body } = await act(alertId, 'acknowledge');
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: alertId, state: 'acknowledged', acknowledgedBy: { kind: 'key' } });
    expect(await w.alerts('?state=open')).toEqual([]);
    w.clock.advance(4 * day + minute);
    await w.send(3);
    await w.look();
    expect((await w.alerts('?state=acknowledged'))[0]).toMatchObject({ id: alertId, stage: 'warned' });
    expect((await w.tenant.call('GET', '/alerts/counts')).body).toEqual({
      open: 0,
      acknowledged: 1,
      muted: 0,
    });
  });

  it('knows who, and so does the audit log; who may only read may not', async () => {
    const { alertId, name } = await raised();
    const { organizationId, appId } = w.tenant;
    const noMail = await w.startNode({ smtpUrl: null });
    const make = (role: string) => makeMember(noMail.app.url, noMail.call, organizationId, role);
    const path = `/api/v1/applications/${appId}/envs/PRODUCTION/alerts/${alertId}/acknowledge`;
    const viewer = await make('viewer');
    expect(refusal(await viewer.browser.call('POST', path), 'role_missing').needs).toBe('developer');
    const developer = await make('developer');
    expect((await developer.browser.call('POST', path)).body.acknowledgedBy).toEqual({
      kind: 'person',
      id: developer.id,
      name: 'The developer',
    });
    await noMail.stop();
    const { rows } = await withClient(w.databaseUrl, (client) =>
      client.query(`SELECT * FROM audit_log WHERE object_kind = 'alert' AND object_id = $1`, [alertId]),
    );
    expect(rows).toMatchObject([
      {
        actor_kind: 'person',
        actor_id: developer.id,
        organization_id: organizationId,
        action: 'alert.updated',
        object_name: name,
        before: { state: 'open' },
        after: { state: 'acknowledged' },
      },
    ]);
  });

  it('mutes a problem: no mails until then, also if it goes and comes back; then people are reminded', async () => {
    const { alertId, path, email } = await raised();
    const mutedUntil = inHours(3);
    expect((await act(alertId, 'mute', { until: mutedUntil })).body).toMatchObject({
      state: 'muted',
      mutedUntil,
    });
    for (const status of [200, 500]) {
      w.clock.advance(hour);
      w.receiver.answer(path, { status });
      await w.send(3);
      await w.look();
    }
    const [alert, ...earlier] = await w.alerts();
    expect(earlier).toHaveLength(1);
    expect(alert).toMatchObject({ state: 'muted', mutedUntil, stage: 'failing' });
    expect(w.mailsTo(email)).toHaveLength(1);
    w.clock.advance(hour);
    await w.look();
    expect((await w.alerts())[0]).toMatchObject({ id: alert.id, state: 'open', mutedUntil: null });
    expect(subjectOf(await w.mailServer.next(email))).toMatch(/still has a problem$/);
    expect((await act(alert.id, 'mute', { until: inHours(1) })).body.state).toBe('muted');
    expect((await act(alert.id, 'unmute')).body).toMatchObject({ state: 'open', mutedUntil: null });
  });

  it('resolves what a person has seen to: it is not raised again for the same failures, but when it is about to end badly', async () => {
    const { alertId, email } = await raised();
    expect((await act(alertId, 'resolve')).body).toMatchObject({ state: 'resolved', resolvedBy: 'person' });
    expect((await act(alertId, 'resolve')).status).toBe(200);
    await w.send(3);
    await w.look();
    expect(await w.alerts('?state=open')).toEqual([]);
    w.clock.advance(4 * day + minute);
    await w.send(1);
    await w.look();
    expect((await w.alerts())[0]).toMatchObject({
      id: alertId,
      state: 'open',
      stage: 'warned',
      resolvedBy: null,
    });
    expect(subjectOf(await w.mailServer.next(email))).toMatch(/will be disabled/);
  });

  it('refuses what makes no sense, in the one form', async () => {
    const { alertId } = await raised();
    for (const until of [inHours(-1), inHours(24 * 91), '9999-12-31T23:59:59Z']) {
      expect(refusal(await act(alertId, 'mute', { until }), 'invalid_field').path).toBe('until');
    }
    refusal(await act(alertId, 'mute', {}), 'missing_field');
    await act(alertId, 'resolve');
    refusal(await act(alertId, 'acknowledge'), 'alert_resolved');
    refusal(await act(alertId, 'mute', { until: inHours(1) }), 'alert_resolved');
    refusal(await act(alertId, 'unmute'), 'alert_resolved');
    refusal(await act('nonsense', 'resolve'), 'not_found');
    refusal(await w.tenant.call('GET', '/alerts?state=closed'), 'invalid_field');
  });

  it('is read in pages, by state and by webhook', async () => {
    const made = [await w.failing(), await w.failing(), await w.failing()];
    await w.send(3);
    await w.look();
    const first = (await w.tenant.call('GET', '/alerts?limit=2')).body;
    const rest = (await w.tenant.call('GET', `/alerts?limit=2&cursor=${first.nextCursor}`)).body;
    const ids = [...first.data, ...rest.data].map(({ webhookId }: { webhookId: string }) => webhookId);
    expect(ids.sort()).toEqual(made.map(({ id }) => id).sort());
    expect(rest.nextCursor).toBeNull();
    expect(await w.alerts(`?webhookId=${made[1]?.id}`)).toHaveLength(1);
  });
});
