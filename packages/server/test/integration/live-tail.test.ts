// The live tail: deliveries as they come and change, from whatever node, for as long as somebody may look and takes what is
// told (I32, N16, N19).
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limit } from '../../src/domain/limits.ts';
import { refusal } from '../harness/http.ts';
import { makeMember } from '../harness/people.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { caller, startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { openTail, type TailClient, type TailedEvent } from '../harness/tail.ts';
import { until } from '../harness/until.ts';

let signpost: TestSignpost;
let receiver: Receiver;
const clients: TailClient[] = [];

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
});
afterAll(async () => {
  for (const client of clients) client.close();
  await signpost.stop();
  await receiver.stop();
});

const pathOf = ({ appId }: Tenant, query = '') =>
  `/api/v1/applications/${appId}/envs/PRODUCTION/deliveries/tail${query}`;

async function follow(tenant: Tenant, query = '', more: Record<string, string> = {}, at = signpost) {
  const headers = { authorization: `Bearer ${tenant.key}`, ...more };
  const client = await openTail(at.app.url, pathOf(tenant, query), headers);
  clients.push(client);
  await client.find(({ event }) => event === 'ready', 'that it is ready');
  return client;
}

const ofEvent = (id: string, status?: string) => (told: TailedEvent) =>
  told.event === 'delivery' &&
  told.data.eventId === id &&
  (status === undefined || told.data.status === status);

describe('a live tail', () => {
  it('tells a delivery when it comes, and each time it changes, as the list shows it', async () => {
    const tenant = await signpost.tenant();
    receiver.answer('/tail/again', { status: 500, times: 1 });
    receiver.answer('/tail/again', { status: 200 });
    await tenant.webhook(receiver.url('/tail/again'), { delivery: { retrySchedule: ['1h'] } });
    const tail = await follow(tenant);
    expect(tail.status).toBe(200);
    await tenant.send({ id: 'first' });
    const failed = await tail.find(
      (told) => ofEvent('first', 'pending')(told) && told.data.attempts === 1,
      'the failed attempt',
    );
    expect(failed.data).toEqual((await tenant.deliveries())[0]);
    await tenant.call('POST', `/deliveries/${failed.data.id}/resend`);
    const sent = await tail.find(ofEvent('first', 'succeeded'), 'the success');
    expect(sent.data).toEqual((await tenant.deliveries())[0]);
    expect(sent.id).toBe(sent.data.id);
  });

  it('tells what waits without an attempt, and what becomes of it without one', async () => {
    const tenant = await signpost.tenant();
    const { release } = receiver.hold('/tail/slow');
    const webhook = await tenant.webhook(receiver.url('/tail/slow'), { delivery: { maxConcurrent: 1 } });
    const tail = await follow(tenant);
    await tenant.send({ id: 'runs' });
    await receiver.next('/tail/slow');
    await tenant.send({ id: 'waits' });
    await tail.find(ofEvent('runs', 'pending'), 'the one that is being sent');
    await tail.find(ofEvent('waits', 'pending'), 'the one that waits');
    await tenant.call('POST', `/webhooks/${webhook.id}/disable`, { pending: 'hold' });
    await tail.find(ofEvent('waits', 'held'), 'that it is held');
    release();
    await tail.find(ofEvent('runs', 'succeeded'), 'the success');
  });

  it('keeps to the filter, says what leaves it, and knows no other tenant', async () => {
    const [tenant, other] = await Promise.all([signpost.tenant(), signpost.tenant()]);
    receiver.answer('/tail/filter', { status: 500, times: 1 });
    receiver.answer('/tail/filter', { status: 200 });
    for (const { webhook } of [tenant, other])
      await webhook(receiver.url('/tail/filter'), { delivery: { retrySchedule: ['1h'] } });
    const retried = await follow(tenant, '?retrying=true');
    const theirs = await follow(other);
    const typed = await follow(tenant, '?type=signer.viewed');
    await tenant.send({ id: 'fails' });
    const { data } = await retried.find(ofEvent('fails'), 'the retried one');
    await tenant.send({ id: 'viewed', type: 'signer.viewed' });
    await typed.find(ofEvent('viewed'), 'the one of the type');
    await tenant.call('POST', `/deliveries/${data.id}/resend`);
    await retried.find(({ event, data: told }) => event === 'left' && told.id === data.id, 'that it left');
    expect(retried.events.some(ofEvent('viewed'))).toBe(false);
    expect(typed.events.some(ofEvent('fails'))).toBe(false);
    expect(theirs.events.map(({ event }) => event)).toEqual(['ready']);
  });

  it('tells what another node delivers', async () => {
    const other = await startSignpost({ databaseUrl: signpost.databaseUrl });
    const tenant = await signpost.tenant();
    await tenant.webhook(receiver.url('/tail/node'));
    const tail = await follow(tenant, '', {}, other);
    const again = async () => {
      await tenant.send({});
      return tail.events.find(({ event, data }) => event === 'delivery' && data.status === 'succeeded');
    };
    // The first may be recorded before that node knows of the tail.
    expect(await until(again, 'what the other node delivered')).toBeDefined();
    await other.stop();
    await tail.ended;
    expect(tail.events.at(-1)).toMatchObject({ event: 'end', data: { reason: 'stop' } });
  });

  it('goes on where it ended, with the newest of what came since', async () => {
    const tenant = await signpost.tenant();
    await tenant.webhook(receiver.url('/tail/resume'));
    const before = await follow(tenant);
    await tenant.send({ id: 'told' });
    const { id } = await before.find(ofEvent('told', 'succeeded'), 'the first');
    before.close();
    const many = limit('page_items_max') + 3;
    const events = Array.from({ length: many }, (_, n) => ({
      id: `missed-${n}`,
      type: 'signer.signed',
      content: {},
    }));
    await tenant.call('POST', '/events', events);
    await until(
      async () => (await tenant.call('GET', '/deliveries/counts')).body.succeeded.count === many + 1,
      'all deliveries',
    );
    const after = await follow(tenant, '', { 'last-event-id': id ?? '' });
    await after.find(ofEvent(`missed-${many - 1}`), 'the last that was missed');
    expect(after.events.find(({ event }) => event === 'gap')?.data).toEqual({ count: 3 });
    expect(after.events.filter(({ event }) => event === 'delivery')).toHaveLength(many - 3);
    expect(after.events.some(ofEvent('told'))).toBe(false);
  });

  it('is refused for what is no filter, for a stranger, and above the number that a key may have', async () => {
    const [tenant, other] = await Promise.all([signpost.tenant(), signpost.tenant()]);
    refusal(await tenant.call('GET', '/deliveries/tail?status=lost'), 'invalid_field');
    refusal(await caller(signpost.app.url, other.key)('GET', pathOf(tenant)), 'not_found');
    const open = [];
    for (let n = 0; n < limit('tails_per_caller_max'); n += 1) open.push(await follow(tenant));
    const { limit: told } = refusal(await tenant.call('GET', '/deliveries/tail'), 'too_many_tails');
    expect(told).toBe(limit('tails_per_caller_max'));
    open[0]?.close();
    // What the server hears of a connection's end, it hears a moment later.
    const last = await until(() => follow(tenant).catch(() => undefined), 'a place for another');
    expect(last.status).toBe(200);
    await follow(other);
  });
});

describe('a live tail ends', () => {
  const endedBy = async (tail: TailClient) => {
    await tail.ended;
    return tail.events.at(-1);
  };
  const lost = { event: 'end', id: null, data: { reason: 'access' } };

  it('when its key is revoked', async () => {
    const tenant = await signpost.tenant();
    const base = `/api/v1/applications/${tenant.appId}/envs/PRODUCTION/keys`;
    const { body } = await signpost.call('POST', base, { name: 'k', scopes: ['events:read'] });
    const tail = await follow({ ...tenant, key: body.key });
    await signpost.call('DELETE', `${base}/${body.id}`);
    expect(await endedBy(tail)).toEqual(lost);
  }, 15_000);

  it('when its person signs out, or may look no more', async () => {
    const tenant = await signpost.tenant();
    const organization = tenant.organizationId;
    const people = await Promise.all(
      ['first', 'second'].map(() => makeMember(signpost.app.url, signpost.call, organization, 'viewer')),
    );
    const tails = await Promise.all(
      people.map(({ browser }) =>
        openTail(signpost.app.url, pathOf(tenant), {
          cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        }),
      ),
    );
    expect(tails.map(({ status }) => status)).toEqual([200, 200]);
    await people[0]?.browser.call('POST', '/api/v1/auth/sign-out');
    await signpost.call('DELETE', `/api/v1/organizations/${organization}/members/${people[1]?.id}`);
    for (const tail of tails) expect(await endedBy(tail)).toEqual(lost);
  }, 15_000);

  it('when the server stops, which does not wait for it', async () => {
    const own = await startSignpost();
    const tail = await follow(await own.tenant(), '', {}, own);
    const begun = performance.now();
    await own.stop();
    await tail.ended;
    expect(tail.events.at(-1)?.data).toEqual({ reason: 'stop' });
    expect(performance.now() - begun).toBeLessThan(4_000);
  });
});

it('nothing is told between nodes while nobody looks', async () => {
  const own = await startSignpost();
  const client = new pg.Client(own.databaseUrl);
  await client.connect();
  const heard: string[] = [];
  client.on('notification', ({ payload }) => heard.push(payload?.split(' ')[0] ?? ''));
  await client.query('LISTEN signpost_tail');
  const tenant = await own.tenant();
  await tenant.webhook(receiver.url('/tail/nobody'));
  const sent = own.recorded();
  await tenant.send();
  await sent;
  await client.query('SELECT 1');
  expect(heard).toEqual([]);
  const tail = await follow(tenant, '', {}, own);
  await until(async () => {
    await tenant.send();
    await client.query('SELECT 1');
    return heard.includes('changed') || undefined;
  }, 'what changed');
  expect(heard[0]).toBe('watched');
  tail.close();
  await client.end();
  await own.stop();
});

describe('500 events a second', () => {
  const perSecond = 500;
  const seconds = 4;
  const total = perSecond * seconds;

  /** In batches of fifty, ten a second. */
  async function pour(tenant: Tenant): Promise<void> {
    const begun = performance.now();
    for (let at = 0; at < total; at += 50) {
      const events = Array.from({ length: 50 }, () => ({ type: 'signer.signed', content: {} }));
      await tenant.call('POST', '/events', events);
      await until(
        async () => performance.now() - begun >= (at / perSecond) * 1000 || undefined,
        'the next tenth of a second',
      );
    }
  }
  const distinct = ({ events }: TailClient) =>
    new Set(events.filter(({ event }) => event === 'delivery').map(({ data }) => data.id)).size;
  const missed = ({ events }: TailClient) =>
    events.filter(({ event }) => event === 'gap').reduce((sum, { data }) => sum + data.count, 0);

  it('are all told to a client that takes them', async () => {
    const tenant = await signpost.tenant();
    await tenant.webhook(receiver.url('/tail/fast'));
    const tail = await follow(tenant);
    await pour(tenant);
    await until(async () => distinct(tail) + missed(tail) >= total || undefined, 'every delivery', 20_000);
    expect(distinct(tail)).toBe(total);
  }, 60_000);

  it('hold nothing up for a client that takes nothing for a while: it is told all, or how many it missed', async () => {
    const tenant = await signpost.tenant();
    await tenant.webhook(receiver.url('/tail/stuck'));
    const stuck = await follow(tenant);
    const other = await follow(tenant);
    stuck.pause();
    for (let round = 0; round < 3; round += 1) await pour(tenant);
    await until(
      async () => distinct(other) >= 3 * total || undefined,
      'every delivery, told to another',
      20_000,
    );
    expect(distinct(stuck)).toBeLessThan(3 * total);
    stuck.resume();
    await until(
      async () => distinct(stuck) + missed(stuck) >= 3 * total || undefined,
      'what was missed',
      20_000,
    );
  }, 90_000);
});
