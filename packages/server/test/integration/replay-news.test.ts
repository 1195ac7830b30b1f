// Whoever began a replay is mailed when it is done, if it took its time (N8).
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../harness/browser.ts';
import { type MailServer, startMailServer } from '../harness/mail-server.ts';
import { createManualClock, type ManualClock } from '../harness/manual-clock.ts';
import { goodPassword, setUp, type TestPerson, tokenOf } from '../harness/people.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

let clock: ManualClock;
let signpost: TestSignpost;
let receiver: Receiver;
let mail: MailServer;
let tenant: Tenant;
let root: TestPerson;
let base: string;

beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());

// A server of its own for each: time that jumps by minutes makes a node look silent.
beforeEach(async () => {
  clock = createManualClock();
  mail = await startMailServer();
  signpost = await startSignpost({ clock, config: { smtpUrl: mail.url } });
  root = await setUp(signpost);
  tenant = await signpost.tenant();
  base = `/api/v1/applications/${tenant.appId}/envs/PRODUCTION`;
  const path = `/again/${tenant.appId}`;
  receiver.answer(path, { status: 404 });
  await tenant.webhook(receiver.url(path), { delivery: { retrySchedule: [] } });
  await tenant.send({ id: 'lost' });
  await until(async () => (await tenant.deliveries('?status=failed')).length === 1, 'the failure');
  // A replay finds what was there before it.
  clock.advance(1_000);
  receiver.answer(path, { status: 200 });
});
afterEach(async () => {
  await signpost.stop();
  await mail.stop();
});

type Call = TestPerson['browser']['call'];

/** Begun by somebody, paused for so long, and let go on to its end. */
async function replay(call: Call | Tenant['call'], pausedMs: number, path = base): Promise<string> {
  const body = { filter: { status: ['failed'] }, name: 'After the outage' };
  // Paused before anything of it is made: steps are made when the clock moves.
  const { id } = (await call('POST', `${path}/deliveries/resend`, body)).body;
  expect((await call('POST', `${path}/replays/${id}/pause`)).status).toBe(200);
  clock.advance(pausedMs);
  expect((await call('POST', `${path}/replays/${id}/resume`)).status).toBe(200);
  await ended(id);
  return id;
}

const ended = (id: string) =>
  until(async () => {
    clock.advance(250);
    return (await tenant.call('GET', `/replays/${id}`)).body.state === 'done';
  }, 'the end of the replay');

describe('the end of a replay', () => {
  it('is mailed to whoever began it, with how many it sent and the way to its page', async () => {
    const id = await replay(root.browser.call, 120_000);
    const { subject, text, link } = await mail.next(root.email);
    expect(subject).toBe('Replay done: After the outage');
    expect(text).toContain('has sent 1 delivery again.');
    expect(new URL(link).pathname).toBe(`/${tenant.appId}/production/replays/${id}`);
  });

  it('is not mailed of a short one, nor of one that a program began', async () => {
    const before = mail.mails.length;
    await replay(root.browser.call, 0);
    await replay(tenant.call, 120_000, '');
    // The next one of its own is: what is mailed at all comes in order.
    await replay(root.browser.call, 120_000);
    await mail.next(root.email);
    expect(mail.mails.length).toBe(before + 1);
  });

  it('is told to nobody who has left the organization meanwhile', async () => {
    const before = mail.mails.length;
    const member = await joined('leaving@xyzbank.com');
    const begun = await member.call('POST', `${base}/deliveries/resend`, { filter: { status: ['failed'] } });
    expect(begun.status).toBe(202);
    await member.call('POST', `${base}/replays/${begun.body.id}/pause`);
    await signpost.call('DELETE', `${organization()}/members/${member.id}`);
    clock.advance(120_000);
    await tenant.call('POST', `/replays/${begun.body.id}/resume`);
    await ended(begun.body.id);
    await replay(root.browser.call, 120_000);
    await mail.next(root.email);
    const told = mail.mails.slice(before).filter(({ subject }) => subject.startsWith('Replay'));
    expect(told.flatMap(({ to }) => to)).toEqual([root.email]);
  });
});

const organization = () => `/api/v1/organizations/${tenant.organizationId}`;

async function joined(email: string) {
  await signpost.call('POST', `${organization()}/invitations`, { email, role: 'developer' });
  const token = tokenOf((await mail.next(email)).link);
  const browser = openBrowser(signpost.app.url);
  const body = { token, name: 'Leaving', password: goodPassword };
  const answer = await browser.call('POST', '/api/v1/auth/invitations/accept', body);
  expect(answer.status).toBe(200);
  return { id: answer.body.me.person.id as string, call: browser.call };
}
