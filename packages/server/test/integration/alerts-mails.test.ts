// Mails about alerts: durable, once to each address, never in anybody's way.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../src/observe/log.ts';
import { createAlertMailStore } from '../../src/store/alert-mails.ts';
import { openDatabase } from '../../src/store/database.ts';
import { type Alerting, day, hour, minute, startAlerting, subjectOf } from '../harness/alerting.ts';
import { makeMember, setUp, type TestPerson } from '../harness/people.ts';
import type { TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

let w: Alerting;

beforeAll(async () => {
  w = await startAlerting();
});
beforeEach(() => w.newTenant());
afterAll(() => w.stop());

/** How the mail about the newest alert's first step fares. */
async function toldTo(address: string) {
  const [alert] = await w.alerts();
  return async () =>
    (await w.tenant.call('GET', `/alerts/${alert.id}`)).body.steps[0].mails.find(
      ({ to }: { to: string }) => to === address,
    );
}

describe('mails about alerts', () => {
  it('survive a mail server that refuses for a while, and the end of the node that took them, and come once', async () => {
    const { email } = await w.failing();
    w.mailServer.refuse({ at: 'data', code: 451, text: 'try later' });
    await w.send(3);
    const [first, second] = w.nodes as [TestSignpost, TestSignpost];
    await first.app.look();
    const told = await toldTo(email);
    // After a failure the others wait for the next look.
    await until(() => first.app.look().then(async () => (await told()).problem), 'the refusal');
    expect(await told()).toMatchObject({ sentAt: null, problem: 'the mail server answered: 451 try later' });
    w.nodes.splice(0, 1);
    await first.stop();
    w.mailServer.refuse(null);
    await second.app.look();
    expect(w.mailsTo(email)).toHaveLength(0);
    w.clock.advance(minute);
    await second.app.look();
    expect(subjectOf(await w.mailServer.next(email))).toMatch(/is failing$/);
    await until(async () => (await told()).sentAt, 'that it was sent');
    w.nodes.unshift(await w.startNode());
    w.clock.advance(hour);
    await w.look();
    expect(w.mailsTo(email)).toHaveLength(1);
  });

  it('wait for a mail server that cannot be reached, and hold nothing up', async () => {
    const { id, path, email } = await w.failing();
    const cut = await w.startNode({ smtpUrl: 'smtp://127.0.0.1:9' });
    await w.send(3);
    await cut.app.look();
    const told = await toldTo(email);
    await until(() => cut.app.look().then(async () => (await told()).problem), 'the failure');
    expect((await told()).problem).toContain('cannot be reached');
    w.receiver.answer(path, { status: 200 });
    await w.send(1);
    await cut.app.look();
    expect((await w.webhook(id)).health.state).toBe('healthy');
    expect(await w.alerts('?state=resolved')).toHaveLength(1);
    await cut.stop();
    w.clock.advance(minute);
    await w.look();
    const mail = await w.mailServer.next(email);
    expect(mail.text).toMatch(/is failing[\s\S]*works again/);
  });

  it('that cannot be sent are tried ever more seldom, and given up after some days', async () => {
    const { email } = await w.failing();
    const cut = await w.startNode({ smtpUrl: 'smtp://127.0.0.1:9' });
    await w.send(3);
    await cut.app.look();
    await cut.stop();
    const database = openDatabase({ connection: w.databaseUrl, connectionsMax: 1, log: silentLog });
    const store = createAlertMailStore(database);
    const startedAt = w.clock.now();
    let at = startedAt;
    let givenUp = 0;
    const tries: number[] = [];
    for (; givenUp === 0 && at - startedAt < 30 * day; at += 10 * minute) {
      for (let due = await store.take(new Date(at)); due; due = await store.take(new Date(at))) {
        const ids = due.mails.map(({ id }) => id);
        const dropped = await store.failed(ids, 'no', true, new Date(at));
        if (due.recipient !== email) continue;
        tries.push(at - startedAt);
        givenUp += dropped;
      }
    }
    expect(await store.take(new Date(at + 30 * day))).toBeNull();
    await database.close();
    // One try was the node's.
    expect(tries.length).toBeGreaterThanOrEqual(8);
    const pauses = tries.slice(1).map((time, index) => time - (tries[index] ?? 0));
    expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
    expect(at - startedAt).toBeGreaterThan(2 * day);
    expect(at - startedAt).toBeLessThan(5 * day);
    const [alert] = await w.alerts();
    const { steps } = (await w.tenant.call('GET', `/alerts/${alert.id}`)).body;
    expect(steps[0].mails).toMatchObject([{ problem: 'no', sentAt: null }, { sentAt: null }]);
    expect(steps[0].mails.map(({ givenUpAt }: { givenUpAt: unknown }) => givenUpAt)).not.toContain(null);
  });

  it('of one address are taken together by whoever comes first of many nodes that look at once', async () => {
    const shared = 'together@xyzbank.example';
    for (let made = 0; made < 4; made++)
      await w.failing({}, { emails: [shared], afterConsecutiveFailures: 1 });
    const cut = await w.startNode({ smtpUrl: 'smtp://127.0.0.1:9' });
    await w.send(1);
    await cut.app.look();
    await cut.stop();
    const database = openDatabase({ connection: w.databaseUrl, connectionsMax: 8, log: silentLog });
    const store = createAlertMailStore(database);
    for (let daysLater = 1; daysLater <= 20; daysLater++) {
      const at = new Date(w.clock.now() + daysLater * day);
      const takes = await Promise.all(Array.from({ length: 8 }, () => store.take(at)));
      const taken = takes.filter((due) => due?.recipient === shared);
      expect(taken.map((due) => due?.mails.length)).toEqual([4]);
    }
    await database.close();
  });

  it('go to the administrators of the organization in that environment, and only where it has none to those of the server (E9, E19)', async () => {
    const noMail = await w.startNode({ smtpUrl: null });
    await setUp(noMail, 'server@signpost.example');
    await w.failing({}, { emails: [] });
    await w.send(3);
    await w.look();
    await w.mailServer.next('server@signpost.example');
    await w.newTenant();
    const make = (role: string, roles = {}) =>
      makeMember(noMail.app.url, noMail.call, w.tenant.organizationId, role, roles);
    const told = [
      await make('super_admin'),
      await make('admin'),
      await make('viewer', { PRODUCTION: 'admin' }),
    ];
    const others = [
      await make('developer'),
      await make('viewer'),
      await make('admin', { PRODUCTION: 'viewer' }),
    ];
    await noMail.stop();
    const shouted = (told[1]?.email ?? '').replace('admin', 'ADMIN');
    await w.failing({}, { emails: [shouted] });
    await w.send(3);
    await w.look();
    for (const { email } of [told[0], told[2]] as TestPerson[]) await w.mailServer.next(email);
    await w.mailServer.next(shouted);
    for (const { email } of others) expect(w.mailsTo(email)).toHaveLength(0);
    expect(w.mailsTo(told[1]?.email ?? '')).toHaveLength(0);
    expect(w.mailsTo('server@signpost.example')).toHaveLength(1);
  });

  it('are none where there is no mail server', async () => {
    const mute = await w.startNode({ smtpUrl: null });
    const { email } = await w.failing();
    await w.send(3);
    await mute.app.look();
    await mute.stop();
    const [alert] = await w.alerts();
    expect((await w.tenant.call('GET', `/alerts/${alert.id}`)).body.steps).toMatchObject([
      { step: 'failing', mails: [] },
    ]);
    await w.look();
    expect(w.mailsTo(email)).toHaveLength(0);
  });

  it('about many problems at once come in one', async () => {
    const shared = 'shared@xyzbank.example';
    for (let made = 0; made < 6; made++)
      await w.failing({}, { emails: [shared], afterConsecutiveFailures: 1 });
    await w.send(1);
    await w.look();
    const mail = await w.mailServer.next(shared);
    expect(subjectOf(mail)).toMatch(
      /^News of 6 webhooks: The webhook "Loans \d+" \(PRODUCTION\) is failing$/,
    );
    expect(mail.text.match(/^What to do: /gm)).toHaveLength(6);
    expect(w.mailsTo(shared)).toHaveLength(1);
  });
});
