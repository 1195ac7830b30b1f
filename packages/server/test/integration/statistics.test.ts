// Figures for charts: exactly what was attempted, by hour and day, whoever adds them up and whatever is interrupted (N18).
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../src/observe/log.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createStatisticsStore } from '../../src/store/statistics.ts';
import { withClient } from '../harness/global-setup.ts';
import { refusal } from '../harness/http.ts';
import { createManualClock, type ManualClock } from '../harness/manual-clock.ts';
import { made, unended } from '../harness/places.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

const noon = Date.parse('2026-03-05T12:10:00Z');
const hourMs = 3_600_000;

let clock: ManualClock;
let signpost: TestSignpost;
let receiver: Receiver;

beforeAll(async () => {
  clock = createManualClock(noon);
  [signpost, receiver] = await Promise.all([startSignpost({ clock, sqlNow: clock.sqlNow }), startReceiver()]);
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
});

const ask = (url: string, sql: string) =>
  withClient(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);

/** The leader adds up what there is: its clock is moved until nothing is left. */
const addedUp = () =>
  until(async () => {
    clock.advance(5_000);
    return (await ask(signpost.databaseUrl, 'SELECT FROM attempt_tallies LIMIT 1')).length === 0;
  }, 'the statistics');

async function attempted(tenant: Tenant, attempts: number): Promise<void> {
  const made = async () => (await tenant.deliveries()).reduce((sum, delivery) => sum + delivery.attempts, 0);
  await until(async () => (await made()) === attempts, `${attempts} attempts`);
}

const figures = (attempts: [number, number], deliveries: [number, number], failures: object) => ({
  attempts: { succeeded: attempts[0], failed: attempts[1] },
  deliveries: { succeeded: deliveries[0], failed: deliveries[1] },
  latencyMs: expect.objectContaining({
    p50: expect.any(Number),
    p95: expect.any(Number),
    mean: expect.any(Number),
  }),
  failures,
});
const none = {
  attempts: { succeeded: 0, failed: 0 },
  deliveries: { succeeded: 0, failed: 0 },
  latencyMs: { mean: null, p50: null, p95: null, p99: null },
  failures: {},
};

describe('the statistics', () => {
  it('tell attempts and deliveries of a webhook and of all, by the hour and the day in which attempts began', async () => {
    const tenant = await signpost.tenant();
    receiver.answer('/stats/bad', { status: 503, times: 1 });
    receiver.answer('/stats/bad', { status: 404 });
    const good = await tenant.webhook(receiver.url('/stats/good'));
    const bad = await tenant.webhook(receiver.url('/stats/bad'), { delivery: { retrySchedule: ['1h'] } });
    const dead = await tenant.webhook('http://127.0.0.1:9/', { delivery: { retrySchedule: [] } });
    const at = clock.now();
    await tenant.send();
    await attempted(tenant, 3);
    clock.advance(1.5 * hourMs);
    await attempted(tenant, 4);
    await addedUp();

    const first = new Date(Math.floor(at / hourMs) * hourMs);
    const range = `?from=${first.toISOString()}&to=${new Date(first.getTime() + 4 * hourMs).toISOString()}`;
    const stats = async (path: string) => (await tenant.call('GET', `${path}/stats${range}`)).body;
    const ofBad = await stats(`/webhooks/${bad.id}`);
    expect(ofBad).toMatchObject({ bucket: 'hour', from: first.toISOString() });
    expect(ofBad.data.map(({ from }: { from: string }) => from)).toEqual(
      [0, 1, 2, 3].map((hour) => new Date(first.getTime() + hour * hourMs).toISOString()),
    );
    const hours = ofBad.data.map(({ from: _, ...hour }: { from: string }) => hour);
    expect(hours[0]).toEqual(figures([0, 1], [0, 0], { '5xx': 1 }));
    expect(hours.slice(1).filter((hour: object) => JSON.stringify(hour) !== JSON.stringify(none))).toEqual([
      figures([0, 1], [0, 1], { '4xx': 1 }),
    ]);
    expect(ofBad.total).toEqual(figures([0, 2], [0, 1], { '5xx': 1, '4xx': 1 }));
    expect((await stats(`/webhooks/${good.id}`)).total).toEqual(figures([1, 0], [1, 0], {}));
    expect((await stats(`/webhooks/${dead.id}`)).total).toEqual(figures([0, 1], [0, 1], { connect: 1 }));
    const all = figures([1, 3], [1, 2], { '5xx': 1, '4xx': 1, connect: 1 });
    expect((await stats('')).total).toEqual(all);
    const day = (await tenant.call('GET', `/stats${range}&bucket=day`)).body;
    expect(day).toMatchObject({
      bucket: 'day',
      from: '2026-03-05T00:00:00.000Z',
      to: '2026-03-06T00:00:00.000Z',
    });
    expect(day.data).toEqual([{ from: '2026-03-05T00:00:00.000Z', ...all }]);
  });

  it('count a delivery that is sent again as ended again', async () => {
    const tenant = await signpost.tenant();
    receiver.answer('/stats/again', { status: 500, times: 1 });
    receiver.answer('/stats/again', { status: 200 });
    await tenant.webhook(receiver.url('/stats/again'), { delivery: { retrySchedule: [] } });
    await tenant.send();
    await attempted(tenant, 1);
    await tenant.call('POST', `/deliveries/${(await tenant.deliveries())[0]?.id}/resend`);
    await attempted(tenant, 2);
    await addedUp();
    expect((await tenant.call('GET', '/stats')).body.total).toEqual(figures([1, 1], [1, 1], { '5xx': 1 }));
  });

  it('of nothing are zeros for the last 24 hours or 30 days, the present one included', async () => {
    const tenant = await signpost.tenant();
    const hours = (await tenant.call('GET', '/stats')).body;
    expect(hours.data).toHaveLength(25);
    expect(Date.parse(hours.to)).toBeGreaterThan(clock.now());
    expect(
      hours.data.every(
        (hour: object) => JSON.stringify({ from: '', ...none }) === JSON.stringify({ ...hour, from: '' }),
      ),
    ).toBe(true);
    expect((await tenant.call('GET', '/stats?bucket=day')).body.data).toHaveLength(31);
    expect(
      (await tenant.call('GET', '/stats?from=2026-03-01T00:00:00Z&to=2026-03-01T01:00:00Z')).body.data,
    ).toHaveLength(1);
  });

  it.each([
    ['bucket=week', 'bucket', 'invalid_field'],
    ['from=yesterday', 'from', 'invalid_field'],
    ['from=2026-03-05T00:00:00Z&to=2026-03-05T00:00:00Z', 'from', 'invalid_field'],
    ['from=2026-03-05T00:00:00Z&to=2026-03-04T00:00:00Z', 'from', 'invalid_field'],
    ['from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z', 'from', 'invalid_field'],
    ['from=0001-01-01T00:00:00Z&bucket=day', 'from', 'invalid_field'],
    ['replayId=1', 'replayId', 'unknown_field'],
    ['groupBy=topic', 'groupBy', 'invalid_field'],
    ['groupBy=type&webhookId=01900000-0000-7000-8000-000000000000', 'webhookId', 'invalid_field'],
    ['type=signer.sined', 'type', 'unknown_event_type'],
    ['type=singer.*', 'type', 'unknown_event_type'],
    ['type=', 'type', 'invalid_field'],
    ['groupBy=webhook&webhookId=1', 'webhookId[0]', 'invalid_field'],
    ['groupBy=webhook&limit=0', 'limit', 'invalid_field'],
    ['webhookId=01900000-0000-7000-8000-000000000000', 'webhookId', 'invalid_field'],
  ] as const)('are refused for ?%s, naming the parameter', async (query, path, code) => {
    const tenant = await signpost.tenant();
    expect(refusal(await tenant.call('GET', `/stats?${query}`), code).path).toBe(path);
  });

  it('tell webhook by webhook, those with most to tell first, and what the others amount to', async () => {
    const tenant = await signpost.tenant();
    receiver.answer('/groups/bad', { status: 500 });
    const only = (types: readonly string[]) => ({ events: { mode: 'only', types } });
    const retried = { delivery: { retrySchedule: ['1h'] } };
    const good = await tenant.webhook(receiver.url('/groups/good'));
    const bad = await tenant.webhook(receiver.url('/groups/bad'), { ...only(['signer.viewed']), ...retried });
    const idle = await tenant.webhook(receiver.url('/groups/idle'), only(['template.created']));
    await tenant.send();
    await tenant.send({ type: 'signer.viewed' });
    await attempted(tenant, 3);
    await addedUp();
    const grouped = async (query = '') => (await tenant.call('GET', `/stats?groupBy=webhook${query}`)).body;
    const ids = ({ groups }: { groups: readonly { webhookId: string }[] }) =>
      groups.map(({ webhookId }) => webhookId);

    const all = await grouped();
    expect(ids(all)).toEqual([good.id, bad.id]);
    expect(all.total).toEqual(figures([2, 1], [2, 0], { '5xx': 1 }));
    expect(all.groups[0]).toMatchObject({ name: 'Receiver', total: figures([2, 0], [2, 0], {}) });
    const { total, attempts, waiting } = all.groups[1];
    expect(total).toEqual(figures([0, 1], [0, 0], { '5xx': 1 }));
    expect(attempts).toEqual({
      succeeded: Array.from({ length: 25 }, () => 0),
      failed: [...Array.from({ length: 24 }, () => 0), 1],
    });
    expect(waiting).toEqual({
      pending: 1,
      retrying: 1,
      held: 0,
      isAtLeast: false,
      oldestAt: expect.any(String),
    });
    const nothing = { succeeded: 0, failed: 0 };
    expect(all.rest).toEqual({ webhooks: 0, attempts: nothing, deliveries: nothing });

    expect(all.waiting).toEqual(waiting);
    await tenant.call('POST', `/webhooks/${bad.id}/disable`);
    expect((await grouped(`&from=2026-03-01T00:00:00Z&to=2026-03-01T01:00:00Z`)).waiting).toEqual({
      ...waiting,
      pending: 0,
      retrying: 0,
      held: 1,
    });
    await tenant.call('POST', `/webhooks/${bad.id}/enable`);

    const worst = await grouped('&sort=failed&limit=1');
    expect(ids(worst)).toEqual([bad.id]);
    const two = { succeeded: 2, failed: 0 };
    expect(worst.rest).toEqual({ webhooks: 1, attempts: two, deliveries: two });

    const asked = await grouped(`&webhookId=${idle.id}&webhookId=${bad.id}`);
    expect(ids(asked)).toEqual([bad.id, idle.id]);
    expect(asked.groups[1]).toMatchObject({ total: none, waiting: { pending: 0, oldestAt: null } });
    const stranger = await signpost.tenant();
    const theirs = (await stranger.call('GET', `/stats?groupBy=webhook&webhookId=${bad.id}`)).body;
    expect(theirs.groups).toEqual([]);
    expect((await tenant.call('GET', '/stats')).body).not.toHaveProperty('groups');
  });

  it('tell an event type, a whole topic, and type by type, of a webhook and of all', async () => {
    const tenant = await signpost.tenant();
    const delivery = { retrySchedule: [] };
    const good = await tenant.webhook(receiver.url('/types/good'));
    receiver.answer('/types/half', { status: 500, times: 2 });
    receiver.answer('/types/half', { status: 200 });
    const half = await tenant.webhook(receiver.url('/types/half'), {
      events: { mode: 'only', types: ['signer.*'] },
      delivery,
    });
    await tenant.send({ type: 'signer.viewed' });
    await attempted(tenant, 2);
    await tenant.send({ type: 'signer.viewed' });
    await attempted(tenant, 4);
    await tenant.send({ type: 'signer.signed' });
    await tenant.send({ type: 'envelope.completed' });
    await attempted(tenant, 7);
    await addedUp();
    const stats = async (query: string, path = '') =>
      (await tenant.call('GET', `${path}/stats?${query}`)).body;

    expect((await stats('type=signer.viewed')).total).toEqual(figures([2, 2], [2, 2], { '5xx': 2 }));
    expect((await stats('type=signer.*')).total).toEqual(figures([4, 2], [4, 2], { '5xx': 2 }));
    expect((await stats('type=document.*')).total).toEqual(none);
    const topic = await stats('type=signer.*&bucket=day', `/webhooks/${half.id}`);
    expect(topic).toMatchObject({
      bucket: 'day',
      total: figures([1, 2], [1, 2], { '5xx': 2 }),
      typesCountedSince: null,
    });
    expect(topic.data.at(-1)).toMatchObject({ attempts: { succeeded: 1, failed: 2 } });
    expect(await stats('')).not.toHaveProperty('typesCountedSince');

    const whole = await stats('groupBy=type');
    expect(whole.total).toEqual(figures([5, 2], [5, 2], { '5xx': 2 }));
    expect(whole.types.map(({ type, total }: { type: string; total: object }) => [type, total])).toEqual([
      ['signer.viewed', figures([2, 2], [2, 2], { '5xx': 2 })],
      ['signer.signed', figures([2, 0], [2, 0], {})],
      ['envelope.completed', figures([1, 0], [1, 0], {})],
    ]);
    expect(whole.types[0].attempts.failed).toEqual([...Array.from({ length: 24 }, () => 0), 2]);
    const nothing = { succeeded: 0, failed: 0 };
    expect(whole).toMatchObject({
      rest: { types: 0, attempts: nothing, deliveries: nothing },
      typesCountedSince: null,
    });
    const first = await stats('groupBy=type&type=signer.*&limit=1&sort=failed', `/webhooks/${half.id}`);
    expect(first.types).toMatchObject([
      { type: 'signer.viewed', total: { attempts: { succeeded: 0, failed: 2 } } },
    ]);
    const one = { succeeded: 1, failed: 0 };
    expect(first.rest).toEqual({ types: 1, attempts: one, deliveries: one });

    const byWebhook = await stats('groupBy=webhook&type=signer.viewed');
    expect(
      byWebhook.groups.map(({ webhookId, total }: { webhookId: string; total: object }) => [
        webhookId,
        total,
      ]),
    ).toEqual([
      [good.id, figures([2, 0], [2, 0], {})],
      [half.id, figures([0, 2], [0, 2], { '5xx': 2 })],
    ]);
    expect((await stats(`groupBy=webhook&type=envelope.*&webhookId=${half.id}`)).groups).toMatchObject([
      { webhookId: half.id, total: none },
    ]);
    const stranger = await signpost.tenant();
    expect((await stranger.call('GET', '/stats?groupBy=type')).body.types).toEqual([]);
  });

  it('say since when types are counted, where there were attempts before, and what is counted for none', async () => {
    const tenant = await signpost.tenant();
    const webhook = await tenant.webhook(receiver.url('/types/before'));
    await tenant.send();
    await attempted(tenant, 1);
    await addedUp();
    const since = new Date(clock.now());
    // As the migration leaves what a version before had counted.
    await ask(
      signpost.databaseUrl,
      `DELETE FROM statistics_by_type WHERE webhook_id = '${webhook.id}';
       DELETE FROM statistics_by_type b USING statistics s WHERE s.webhook_id = '${webhook.id}' AND b.environment_id = s.environment_id;
       UPDATE environments SET types_counted_since = '${since.toISOString()}'
       WHERE id = (SELECT environment_id FROM webhooks WHERE id = '${webhook.id}')`,
    );
    clock.advance(2 * hourMs);
    await tenant.send();
    await attempted(tenant, 2);
    await addedUp();
    const stats = async (query: string) => (await tenant.call('GET', `/stats?${query}`)).body;
    const two = await stats('groupBy=type');
    expect(two).toMatchObject({
      total: { attempts: { succeeded: 2 } },
      types: [{ type: 'signer.signed', total: { attempts: { succeeded: 1 } } }],
      rest: { types: 0, attempts: { succeeded: 1, failed: 0 } },
      typesCountedSince: since.toISOString(),
    });
    expect(await stats('type=signer.*')).toMatchObject({
      total: { attempts: { succeeded: 1 } },
      typesCountedSince: since.toISOString(),
    });
    const later = new Date(since.getTime() + hourMs).toISOString();
    expect((await stats(`groupBy=type&from=${later}`)).typesCountedSince).toBeNull();
  });

  it('count what a node of the version before tallies, which knows no types, for no type', async () => {
    const tenant = await signpost.tenant();
    const webhook = await tenant.webhook(receiver.url('/types/old-node'));
    await ask(
      signpost.databaseUrl,
      `INSERT INTO attempt_tallies (environment_id, webhook_id, hour, state, latency, reason, attempts, duration_ms)
       SELECT environment_id, id, ${Math.floor(clock.now() / hourMs)}, 'succeeded', 4, NULL, 3, 18 FROM webhooks WHERE id = '${webhook.id}'`,
    );
    await addedUp();
    expect((await tenant.call('GET', `/webhooks/${webhook.id}/stats?groupBy=type`)).body).toMatchObject({
      total: { attempts: { succeeded: 3 } },
      types: [],
      rest: { types: 0, attempts: { succeeded: 3, failed: 0 } },
    });
  });

  it('keep hours for three months, and days for good', async () => {
    const tenant = await signpost.tenant();
    await tenant.webhook(receiver.url('/stats/old'));
    await tenant.send();
    await attempted(tenant, 1);
    await addedUp();
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    const range = `?from=${day}T00:00:00Z&to=${day}T23:59:59Z`;
    const succeeded = async (bucket: string) => {
      const counted = async (query: string) =>
        (await tenant.call('GET', `/stats${range}&bucket=${bucket}${query}`)).body.total.deliveries.succeeded;
      return [await counted(''), await counted('&type=signer.signed')];
    };
    expect([await succeeded('hour'), await succeeded('day')]).toEqual([
      [1, 1],
      [1, 1],
    ]);
    clock.advance(91 * 24 * hourMs);
    await addedUp();
    expect(await succeeded('hour')).toEqual([1, 1]);
    clock.advance(2 * 24 * hourMs);
    await until(async () => {
      clock.advance(hourMs);
      return (await succeeded('hour')).every((count) => count === 0);
    }, 'the end of the hours');
    expect(await succeeded('day')).toEqual([1, 1]);
  });
});

/** What the attempts themselves say, beside what the statistics say of the same hours. */
const differences = `
  SELECT * FROM (
    SELECT environment_id, date_trunc('hour', started_at) AS since, count(*) AS attempts,
           count(*) FILTER (WHERE outcome = 'succeeded') AS succeeded, sum(duration_ms) AS duration_ms
    FROM ${made} GROUP BY 1, 2
  ) AS attempted FULL JOIN (
    SELECT environment_id, since, attempts, succeeded, duration_ms, latency, failures FROM statistics
    WHERE span = 'hour' AND webhook_id = '00000000-0000-0000-0000-000000000000'
  ) AS told USING (environment_id, since)
  WHERE attempted.attempts IS DISTINCT FROM told.attempts OR attempted.succeeded IS DISTINCT FROM told.succeeded
     OR attempted.duration_ms IS DISTINCT FROM told.duration_ms
     OR told.attempts <> (SELECT sum(c) FROM unnest(told.latency) AS c)
     OR told.attempts - told.succeeded <> (SELECT coalesce(sum(value::int), 0) FROM json_each_text(told.failures))`;

/** What the attempts of each type say, beside what the statistics say of it. */
const differencesByType = `
  SELECT * FROM (
    SELECT m.environment_id, e.type, date_trunc('hour', m.started_at) AS since, count(*) AS attempts,
           count(*) FILTER (WHERE m.outcome = 'succeeded') AS succeeded, sum(m.duration_ms) AS duration_ms
    FROM (SELECT * FROM ${made}) AS m JOIN deliveries d ON d.id = m.delivery_id JOIN events e ON e.id = d.event_id
    GROUP BY 1, 2, 3
  ) AS attempted FULL JOIN (
    SELECT environment_id, type, since, attempts, succeeded, duration_ms, latency, failures FROM statistics_by_type
    WHERE span = 'hour' AND webhook_id = '00000000-0000-0000-0000-000000000000'
  ) AS told USING (environment_id, type, since)
  WHERE attempted.attempts IS DISTINCT FROM told.attempts OR attempted.succeeded IS DISTINCT FROM told.succeeded
     OR attempted.duration_ms IS DISTINCT FROM told.duration_ms
     OR told.attempts <> (SELECT sum(c) FROM unnest(told.latency) AS c)
     OR told.attempts - told.succeeded <> (SELECT coalesce(sum(value::int), 0) FROM json_each_text(told.failures))`;

/** All types together make the row without types, whichever of them it is. */
const unequalTypes = `
  SELECT * FROM statistics s FULL JOIN (
    SELECT environment_id, webhook_id, span, since, sum(attempts) AS attempts, sum(succeeded) AS succeeded, sum(failed) AS failed
    FROM statistics_by_type GROUP BY 1, 2, 3, 4
  ) AS t USING (environment_id, webhook_id, span, since)
  WHERE (s.attempts, s.succeeded, s.failed) IS DISTINCT FROM (t.attempts, t.succeeded, t.failed)`;

/** Every webhook's rows together make the row of all; hours together make the day. */
const unequalSums = `
  SELECT environment_id FROM statistics GROUP BY environment_id
  HAVING sum(attempts) FILTER (WHERE webhook_id <> '00000000-0000-0000-0000-000000000000') * 2 <> sum(attempts)
      OR sum(attempts) FILTER (WHERE span = 'hour') * 2 <> sum(attempts)`;

it('are exact when several add up at once, some of them cut off in the middle, while two nodes deliver', async () => {
  const one = await startSignpost();
  const two = await startSignpost({ databaseUrl: one.databaseUrl });
  const tenant = await one.tenant();
  const delivery = { retrySchedule: ['1s'] };
  receiver.answer('/stats/half', ({ body }) => ({ status: body.length % 2 ? 200 : 500 }));
  await tenant.webhook(receiver.url('/stats/whole'), { delivery });
  await tenant.webhook(receiver.url('/stats/half'), { delivery });
  const database = openDatabase({ connection: one.databaseUrl, connectionsMax: 3, log: silentLog });
  const store = createStatisticsStore(database);
  const killer = new pg.Client(one.databaseUrl);
  await killer.connect();
  // Two adders of few tallies at a time beside the leader's, and one that ends whoever is just adding.
  const end = performance.now() + 3_000;
  const keepAdding = async () => {
    while (performance.now() < end) await store.rollUp(3).catch(() => 0);
  };
  let cut = 0;
  const keepCutting = async () => {
    while (performance.now() < end) {
      const { rowCount } = await killer.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()
         AND pid <> pg_backend_pid() AND state = 'active' AND query LIKE '%DELETE FROM attempt_tallies%' LIMIT 1`,
      );
      cut += rowCount ?? 0;
    }
  };
  const keepSending = async () => {
    for (let number = 0; performance.now() < end; number++) {
      const events = ['signer.signed', 'signer.viewed', 'envelope.sent', 'signer.signed'];
      await tenant.call(
        'POST',
        '/events',
        Array.from({ length: 20 }, (_, index) => ({
          type: events[index % events.length],
          content: { number },
        })),
      );
    }
  };
  await Promise.all([keepAdding(), keepAdding(), keepCutting(), keepSending()]);
  await killer.end();
  await until(
    async () => (await ask(one.databaseUrl, `SELECT FROM ${unended} LIMIT 1`)).length === 0,
    'all deliveries',
    60_000,
  );
  await until(async () => (await store.rollUp(1_000)) === 0, 'the last tallies');
  await until(
    async () => (await ask(one.databaseUrl, 'SELECT FROM attempt_tallies LIMIT 1')).length === 0,
    'none left',
  );
  expect(cut).toBeGreaterThan(0);
  expect(
    (await ask(one.databaseUrl, `SELECT count(*)::int AS count FROM ${made}`))[0]?.['count'],
  ).toBeGreaterThan(100);
  expect(await ask(one.databaseUrl, differences)).toEqual([]);
  expect(await ask(one.databaseUrl, unequalSums)).toEqual([]);
  expect(await ask(one.databaseUrl, differencesByType)).toEqual([]);
  expect(await ask(one.databaseUrl, unequalTypes)).toEqual([]);
  await database.close();
  await two.stop();
  await one.stop();
}, 120_000);

it('go on when the node that added them up is gone', async () => {
  const own = createManualClock(noon);
  const silenceMs = 1_500;
  const one = await startSignpost({ clock: own, sqlNow: own.sqlNow, silenceMs });
  const two = await startSignpost({
    databaseUrl: one.databaseUrl,
    clock: own,
    sqlNow: own.sqlNow,
    silenceMs,
  });
  const tenant = await two.tenant();
  await tenant.webhook(receiver.url('/stats/later'));
  await one.app.stop();
  await tenant.send();
  await attempted(tenant, 1);
  await until(async () => {
    own.advance(5_000);
    return (await ask(two.databaseUrl, 'SELECT FROM statistics LIMIT 1')).length > 0;
  }, 'statistics by the other node');
  expect(await ask(two.databaseUrl, differences)).toEqual([]);
  await two.stop();
  await one.stop();
});
