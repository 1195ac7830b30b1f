// Rules of alerts for a whole organization: webhooks follow them until they have their own, and a test shows whom they reach.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Alerting, operator, startAlerting, subjectOf } from '../harness/alerting.ts';
import { refusal } from '../harness/http.ts';
import { makeMember } from '../harness/people.ts';
import type { TestSignpost } from '../harness/signpost.ts';

let w: Alerting;

beforeAll(async () => {
  w = await startAlerting();
});
beforeEach(() => w.newTenant());
afterAll(() => w.stop());

const root = (method: string, path: string, body?: object) =>
  (w.nodes.at(-1) as TestSignpost).call(method, path, body);
const organization = (more: string) => `/api/v1/organizations/${w.tenant.organizationId}${more}`;
const path = (more = '') => organization(`/alert-rules${more}`);
const change = (rules: object) => root('PATCH', path(), rules);
const failing = { afterConsecutiveFailures: 5, disableAfter: '5d', failureRate: null };

describe('the alert rules of an organization', () => {
  it('begin as usual, and what is left out of a change stays as it is', async () => {
    const usual = { ...failing, administrators: true, emails: [], webhooksWithOwnRules: 0 };
    expect((await root('GET', path())).body).toEqual(usual);
    const changed = await change({ failureRate: { percent: 20 }, emails: ['it@xyzbank.example'] });
    const rules = {
      ...usual,
      failureRate: { percent: 20, hours: 1, attemptsMin: 20 },
      emails: ['it@xyzbank.example'],
    };
    expect(changed).toMatchObject({ status: 200, body: rules });
    expect((await change({ disableAfter: null })).body).toEqual({ ...rules, disableAfter: null });
  });

  it('are those of every webhook that has none of its own, at once, and again when it gives its own up (E9)', async () => {
    const url = w.receiver.url('/any');
    const follower = await w.tenant.webhook(url, { alerts: { emails: ['team@xyzbank.example'] } });
    const own = await w.tenant.webhook(url, { alerts: { disableAfter: '2d' } });
    expect(follower.alerts).toEqual({
      rules: 'organization',
      ...failing,
      emails: ['team@xyzbank.example'],
    });
    expect(own.alerts).toMatchObject({ rules: 'own', ...failing, disableAfter: '2d' });

    const { body } = await change({ afterConsecutiveFailures: 2, disableAfter: '3d' });
    expect(body.webhooksWithOwnRules).toBe(1);
    const followed = { rules: 'organization', afterConsecutiveFailures: 2, disableAfter: '3d' };
    expect(await w.webhook(follower.id)).toMatchObject({ alerts: followed, revision: follower.revision });
    expect((await w.webhook(own.id)).alerts).toEqual(own.alerts);
    expect((await w.tenant.webhook(url)).alerts).toMatchObject(followed);
    expect((await w.tenant.call('GET', '/webhook-defaults')).body.webhook.alerts).toMatchObject(followed);

    const set = (alerts: object) => w.tenant.call('PATCH', `/webhooks/${own.id}`, { alerts });
    expect((await set({ rules: 'organization' })).body.alerts).toMatchObject(followed);
    expect((await set({ rules: 'own' })).body.alerts).toMatchObject({ ...followed, rules: 'own' });
    expect((await set(followed)).body.alerts).toMatchObject(followed);
    expect((await root('GET', path())).body.webhooksWithOwnRules).toBe(0);
  });

  it('raise alerts by the number that holds now, also of failures that were there before', async () => {
    const { id } = await w.failing({ alerts: { emails: [] } });
    await w.send(2);
    await w.look();
    expect(await w.alerts()).toEqual([]);
    await change({ afterConsecutiveFailures: 2 });
    await w.look();
    expect(await w.alerts()).toMatchObject([{ webhookId: id, failedAttempts: 2 }]);
  });

  it('say who is mailed: administrators or not, and addresses of the organization beside those of the webhook', async () => {
    const noMail = await w.startNode({ smtpUrl: null });
    const make = (role: string) => makeMember(noMail.app.url, noMail.call, w.tenant.organizationId, role);
    const admin = await make('admin');
    await noMail.stop();
    await change({ administrators: false, emails: ['desk@xyzbank.example', 'Desk@xyzbank.example'] });
    const { email } = await w.failing();
    await w.send(3);
    await w.look();
    const told = [await w.mailServer.next(email), await w.mailServer.next(operator)];
    expect(told.map(subjectOf)).toEqual([expect.stringMatching(/is failing$/), expect.anything()]);
    const [alert] = await w.alerts();
    const { steps } = (await w.tenant.call('GET', `/alerts/${alert.id}`)).body;
    const addresses = steps[0].mails.map(({ to }: { to: string | null }) => to);
    expect(addresses).toEqual([null, 'Desk@xyzbank.example', email]);
    expect(w.mailsTo(admin.email)).toHaveLength(0);
  });

  it('are followed also by a webhook that is made or changed at the same moment', async () => {
    const url = w.receiver.url('/any');
    const made = await w.tenant.webhook(url, { alerts: { afterConsecutiveFailures: 9 } });
    for (let round = 1; round <= 10; round++) {
      const after = 10 + round;
      const rules = round % 2 === 0 ? 'own' : 'organization';
      await Promise.all([
        change({ afterConsecutiveFailures: after }),
        w.tenant.webhook(url, { name: `Made in round ${round}` }),
        w.tenant.call('PATCH', `/webhooks/${made.id}`, { alerts: { rules } }),
      ]);
      const { data } = (await w.tenant.call('GET', '/webhooks?limit=100')).body;
      const alerts: { rules: string; afterConsecutiveFailures: number }[] = data.map(
        (webhook: { alerts: never }) => webhook.alerts,
      );
      const followed = alerts.filter(({ rules }) => rules === 'organization');
      expect(followed.length).toBeGreaterThanOrEqual(round);
      expect(new Set(followed.map(({ afterConsecutiveFailures }) => afterConsecutiveFailures))).toEqual(
        new Set([after]),
      );
    }
  });

  it('stand in the audit log once, with what changed, and not again for each webhook', async () => {
    const follower = await w.tenant.webhook(w.receiver.url('/any'));
    await change({ disableAfter: '2d' });
    const entries = (query: string) =>
      root('GET', organization(`/audit?${query}`)).then(({ body }) => body.data);
    expect(await entries('objectKind=organization&action=organization.updated')).toMatchObject([
      {
        actor: { kind: 'root' },
        before: { alertRules: { disableAfter: '5d' } },
        after: { alertRules: { disableAfter: '2d' } },
      },
    ]);
    expect(await entries(`objectId=${follower.id}&action=webhook.updated`)).toEqual([]);
    await w.tenant.call('PATCH', `/webhooks/${follower.id}`, { alerts: { rules: 'own' } });
    expect(await entries(`objectId=${follower.id}&action=webhook.updated`)).toMatchObject([
      { before: { alerts: { rules: 'organization' } }, after: { alerts: { rules: 'own' } } },
    ]);
  });

  it('that cannot be are refused whole, with the field', async () => {
    const refused = async (rules: object, code: Parameters<typeof refusal>[1] = 'invalid_field') =>
      refusal(await change(rules), code).path;
    expect(await refused({ disableAfter: '5m' })).toBe('disableAfter');
    expect(await refused({ emails: ['a@b.example', 'nobody'] })).toBe('emails[1]');
    expect(await refused({ administrators: false })).toBe('emails');
    expect(await refused({ afterConsecutiveFailures: 0 })).toBe('afterConsecutiveFailures');
    expect(await refused({ failureRate: { percent: 20, minutes: 5 } }, 'unknown_field')).toBe(
      'failureRate.minutes',
    );
    expect((await root('GET', path())).body).toMatchObject(failing);
    const webhook = { url: w.receiver.url('/any'), name: 'Both' };
    const both = { rules: 'organization', afterConsecutiveFailures: 5, disableAfter: '2d' };
    const created = await w.tenant.call('POST', '/webhooks', { ...webhook, alerts: both });
    expect(refusal(created, 'invalid_field').path).toBe('alerts.disableAfter');
  });
});

describe('a test alert', () => {
  it('mails whom the rules name, and answers the words of the mail server', async () => {
    await change({ administrators: false, emails: ['one@xyzbank.example', 'two@xyzbank.example'] });
    const { status, body } = await root('POST', path('/test'));
    expect(status).toBe(200);
    expect(body.recipients).toBe(2);
    expect(body.data).toMatchObject([
      { to: 'one@xyzbank.example', sent: true, answer: expect.stringMatching(/^250 /) },
      { to: 'two@xyzbank.example', sent: true, answer: expect.stringMatching(/^250 /) },
    ]);
    const mail = await w.mailServer.next('two@xyzbank.example');
    expect(subjectOf(mail)).toMatch(/^Test alert of /);
    expect(mail.text).toContain('No webhook has failed.');
    expect(mail.to).toEqual(['two@xyzbank.example']);
    expect(await w.alerts()).toEqual([]);
  });

  it('tells that the mail server refuses, in its own words, and can be to one address alone', async () => {
    w.mailServer.refuse({ at: 'recipient', code: 550, text: 'no such user here' });
    const { body } = await root('POST', path('/test'), { to: 'nobody@xyzbank.example' });
    w.mailServer.refuse(null);
    expect(body).toMatchObject({
      recipients: 1,
      data: [
        { to: 'nobody@xyzbank.example', sent: false, answer: expect.stringContaining('no such user here') },
      ],
    });
    expect(refusal(await root('POST', path('/test'), { to: 'nobody' }), 'invalid_field').path).toBe('to');
  });

  it('goes to the administrators of the organization, and stands in the audit log', async () => {
    const noMail = await w.startNode({ smtpUrl: null });
    const make = (role: string) => makeMember(noMail.app.url, noMail.call, w.tenant.organizationId, role);
    const [admin, viewer] = [await make('admin'), await make('viewer')];
    refusal(await noMail.call('POST', path('/test')), 'mail_not_configured');
    await noMail.stop();
    const { body } = await root('POST', path('/test'), {});
    expect(body.data).toMatchObject([{ to: admin.email, sent: true }]);
    expect(w.mailsTo(viewer.email)).toHaveLength(0);
    const audit = await root('GET', organization('/audit?action=alert_rules.tested'));
    expect(audit.body.data).toMatchObject([{ after: { recipients: 1, sent: 1 } }]);
  });
});
