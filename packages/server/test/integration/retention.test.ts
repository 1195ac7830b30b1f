// History ends by whole weeks: with everything that belongs to it, without a word lost, and in nobody's way (N18).
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withClient } from '../harness/global-setup.ts';
import { refusal } from '../harness/http.ts';
import { createManualClock, type ManualClock } from '../harness/manual-clock.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

const dayMs = 24 * 3_600_000;
/** A Thursday: its week ends four days later, and is over on the 23rd. */
const start = Date.parse('2026-03-05T12:00:00Z');
const retentionDays = 14;
const theWeek = 'w20260302';

let receiver: Receiver;
let clock: ManualClock;
let signpost: TestSignpost;
let tenant: Tenant;

beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());

beforeEach(async () => {
  clock = createManualClock(start);
  signpost = await startSignpost({ clock, sqlNow: clock.sqlNow, config: { retentionDays } });
  tenant = await signpost.tenant();
});
afterEach(() => signpost.stop());

const ask = (sql: string) =>
  withClient(signpost.databaseUrl, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);

const tablesOf = async (week: string) =>
  (
    await ask(
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE '%_${week}' ORDER BY relname`,
    )
  ).map(({ relname }) => relname);

/** Until so many days after the start, day by day, with a look at the house on each of them. */
async function day(number: number): Promise<void> {
  while (clock.now() < start + number * dayMs) {
    clock.advance(Math.min(dayMs, start + number * dayMs - clock.now()));
    // New weeks must be there before events of theirs can come.
    await until(
      async () => (await ask(`SELECT to_regclass('events_w' || '${mondayIn(21)}') AS made`))[0]?.['made'],
      'weeks ahead',
    );
  }
}

const mondayIn = (days: number) => {
  const at = new Date(clock.now() + days * dayMs);
  const monday = new Date(at.getTime() - ((at.getUTCDay() + 6) % 7) * dayMs);
  return monday.toISOString().slice(0, 10).replaceAll('-', '');
};

/** The hourly look of the leading node, again and again until something is so. */
const atLast = <T>(look: () => Promise<T>, what: string) =>
  until(async () => {
    clock.advance(3_600_000);
    return look();
  }, what);

const isDropped = (week = theWeek) =>
  atLast(async () => (await tablesOf(week)).length === 0, `the end of ${week}`);

async function delivery(state: object, of: string) {
  return until(
    async () => {
      const found = (await tenant.deliveries(`?webhookId=${of}`))[0];
      const same =
        found && Object.entries(state).every(([name, value]) => Reflect.get(found, name) === value);
      return same ? found : null;
    },
    `a delivery that is ${JSON.stringify(state)}`,
  );
}

describe('history', () => {
  it('ends by weeks, with events, deliveries, attempts and the ids of senders; what is younger stays', async () => {
    const { id } = await tenant.webhook(receiver.url('/kept'));
    await tenant.call('POST', '/events', {
      id: 'old',
      type: 'signer.signed',
      envelopeId: 'E',
      content: { n: 1 },
    });
    const old = await delivery({ status: 'succeeded' }, id);
    await day(6);
    await tenant.call('POST', '/events', {
      id: 'young',
      type: 'signer.signed',
      envelopeId: 'E',
      content: { n: 2 },
    });
    await until(async () => (await tenant.deliveries('?status=succeeded')).length === 2, 'both');

    await day(17);
    expect(await tablesOf(theWeek)).toEqual([
      `attempts_${theWeek}`,
      `deliveries_${theWeek}`,
      `events_${theWeek}`,
    ]);
    expect((await tenant.call('GET', '/events/old')).status).toBe(200);

    await isDropped();
    refusal(await tenant.call('GET', '/events/old'), 'not_found');
    refusal(await tenant.call('GET', `/deliveries/${old.id}`), 'not_found');
    expect((await tenant.call('GET', '/events')).body.data.map((event: { id: string }) => event.id)).toEqual([
      'young',
    ]);
    expect((await tenant.deliveries()).map(({ eventId }) => eventId)).toEqual(['young']);
    // The ids of both are in the same table: one is forgotten, the other still recognised.
    const again = (sent: string, n: number) =>
      tenant.call('POST', '/events', { id: sent, type: 'signer.signed', envelopeId: 'E', content: { n } });
    await until(
      async () => (await ask(`SELECT FROM event_keys WHERE key = 'id:old'`)).length === 0,
      'the key',
    );
    refusal(await again('young', 3), 'event_conflict');
    expect((await again('old', 3)).status).toBe(202);
    await until(async () => (await tenant.deliveries('?status=succeeded')).length === 2, 'the new one');
  });

  it('is kept for a retry that is still to come, content and all, and goes when that has ended', async () => {
    receiver.answer('/patient', { status: 500, times: 2 });
    receiver.answer('/patient', { status: 200 });
    const { id } = await tenant.webhook(receiver.url('/patient'), {
      delivery: { retrySchedule: ['12d', '17d'] },
    });
    await tenant.send({ id: 'patient', content: { kept: true } });
    await delivery({ attempts: 1 }, id);
    // Retries come within a fifth of their time.
    await day(15);
    await delivery({ attempts: 2, status: 'pending' }, id);
    await day(24);
    await atLast(async () => true, 'a look');
    expect(await tablesOf(theWeek)).toHaveLength(3);
    await day(35);
    await receiver.count('/patient', 3);
    const { body } = receiver.requests().filter(({ url }) => url === '/patient')[2] ?? { body: '' };
    expect(JSON.parse(String(body))).toMatchObject({ id: 'patient', data: { kept: true } });
    await isDropped();
    refusal(await tenant.call('GET', '/events/patient'), 'not_found');
  });

  it('ends what is held: cancelled when it is as old as the setting says, and to be seen for a week before it goes', async () => {
    receiver.answer('/held', { status: 500, times: 1 });
    receiver.answer('/held', { status: 200 });
    const { id } = await tenant.webhook(receiver.url('/held'), { delivery: { retrySchedule: ['1h'] } });
    await tenant.send();
    await delivery({ attempts: 1 }, id);
    await tenant.call('POST', `/webhooks/${id}/disable`);
    await day(13.9);
    await atLast(async () => true, 'a look');
    expect(await delivery({ status: 'held' }, id)).toMatchObject({ lastError: null });
    await day(14);
    await atLast(
      async () => (await tenant.deliveries('?status=cancelled')).length === 1,
      'the end of holding',
    );
    expect(await delivery({ status: 'cancelled' }, id)).toMatchObject({
      attempts: 1,
      lastError: 'retention',
      nextAttemptAt: null,
      finishedAt: expect.stringMatching(/^2026-03-(19|20)/),
    });
    expect((await tenant.call('GET', `/webhooks/${id}`)).status).toBe(200);
    await day(19);
    await atLast(async () => true, 'a look');
    expect(await tablesOf(theWeek)).toHaveLength(3);
    expect((await tenant.deliveries('?status=cancelled'))[0]?.lastError).toBe('retention');
    await day(22);
    await isDropped();
    expect(await ask('SELECT FROM retained_weeks')).toEqual([]);
    // Enabled again, nothing of it comes back.
    await tenant.call('POST', `/webhooks/${id}/enable`);
    await tenant.send({ id: 'after' });
    await until(async () => (await tenant.deliveries('?status=succeeded')).length > 0, 'the next');
    expect(await tenant.deliveries('?status=cancelled')).toEqual([]);
  });

  it('takes deliveries of a later week along, where an event was routed again', async () => {
    await tenant.send({ id: 'late' });
    await day(8);
    const { id } = await tenant.webhook(receiver.url('/late'));
    await tenant.call('POST', '/events/late/route');
    const { id: deliveryId } = await delivery({ status: 'succeeded' }, id);
    await day(18);
    await isDropped();
    refusal(await tenant.call('GET', `/deliveries/${deliveryId}`), 'not_found');
    expect(await ask(`SELECT FROM attempts WHERE delivery_id = '${deliveryId}'`)).toEqual([]);
    expect(await tablesOf('w20260309')).toHaveLength(3);
  });

  it('leaves no delivery in the queue whose event is gone', async () => {
    const anyId = '01600000-0000-7000-8000-000000000000';
    await ask(`INSERT INTO queue (delivery_id, environment_id, event_id, webhook_id, due_at)
               SELECT '${anyId}', id, '${anyId}', '${anyId}', now() FROM environments LIMIT 1`);
    await atLast(async () => (await ask('SELECT FROM queue')).length === 0, 'an empty queue');
  });

  it('ends without holding up anything, also while somebody reads it, and takes up what was interrupted', async () => {
    const { id } = await tenant.webhook(receiver.url('/meanwhile'));
    await tenant.send();
    await delivery({ status: 'succeeded' }, id);
    const reader = new pg.Client(signpost.databaseUrl);
    await reader.connect();
    await reader.query('BEGIN');
    await reader.query('SELECT count(*) FROM attempts');
    const waits = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%DETACH%' AND state = 'active' AND pid <> pg_backend_pid()`;
    await day(18);
    const [waiting] = await atLast(async () => {
      const found = await ask(waits);
      return found.length > 0 && found;
    }, 'the wait for the reader');
    // The week is being let go of, and cannot be yet: everything else goes on.
    const before = performance.now();
    await tenant.send({ id: 'meanwhile' });
    await until(
      async () => (await tenant.deliveries('?eventId=meanwhile'))[0]?.status === 'succeeded',
      'a delivery',
    );
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(await ask(waits)).toHaveLength(1);
    // Interrupted in the middle, it leaves a table that is half let go of.
    await ask(`SELECT pg_terminate_backend(${String(waiting?.['pid'])})`);
    await reader.query('COMMIT');
    await reader.end();
    expect(await ask('SELECT FROM pg_inherits WHERE inhdetachpending')).toHaveLength(1);
    await isDropped();
    expect(await ask('SELECT FROM pg_inherits WHERE inhdetachpending')).toEqual([]);
    expect((await tenant.deliveries()).map(({ eventId }) => eventId)).toEqual(['meanwhile']);
  });
});

it('without the setting nothing ends', async () => {
  const own = createManualClock(start);
  const keeping = await startSignpost({ clock: own, sqlNow: own.sqlNow });
  const { send, call } = await keeping.tenant();
  await send({ id: 'kept' });
  const weeks = `SELECT FROM pg_class WHERE relkind = 'r' AND relname LIKE 'events_w%'`;
  const weeksThere = async () =>
    (await withClient(keeping.databaseUrl, (client) => client.query(weeks))).rowCount ?? 0;
  const atFirst = await weeksThere();
  for (let passed = 1; passed <= 10; passed++) {
    own.set(start + passed * 7 * dayMs);
    await until(async () => {
      own.advance(3_600_000);
      return (await weeksThere()) >= atFirst + passed;
    }, 'weeks ahead');
  }
  expect((await call('GET', '/events/kept')).status).toBe(200);
  await keeping.stop();
});
