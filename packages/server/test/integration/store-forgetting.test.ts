// What history leaves behind is forgotten when nothing refers to it any more, and not before.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../src/observe/log.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createForgetting, type Forgetting, type Forgotten, type Place } from '../../src/store/forgetting.ts';
import { withClient } from '../harness/global-setup.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
let database: Database;
let forgetting: Forgetting;
let tenant: Tenant;
let environmentId: number;

beforeAll(async () => {
  signpost = await startSignpost();
  database = openDatabase({ connection: signpost.databaseUrl, connectionsMax: 1, log: silentLog });
  forgetting = createForgetting(database);
});
afterAll(async () => {
  await database.close();
  await signpost.stop();
});
beforeEach(async () => {
  tenant = await signpost.tenant();
  const sql = `SELECT id FROM environments WHERE application_id = '${tenant.appId}' AND name = 'PRODUCTION'`;
  environmentId = Number((await ask(sql))[0]?.['id']);
});

const ask = (sql: string) =>
  withClient(signpost.databaseUrl, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);

const tomorrow = () => new Date(Date.now() + 86_400_000);

/** The whole table, two rows at a time, so that what belongs together falls on different pages. */
async function through(page: (after: Place | null) => Promise<Forgotten>): Promise<number> {
  let sum = 0;
  for (let after: Place | null | undefined; after !== null; ) {
    const { removed, next } = await page(after ?? null);
    sum += removed;
    after = next;
  }
  return sum;
}

describe('keys of events', () => {
  it('go when they are older than the bound, whosever they are; the others stay', async () => {
    const stranger = await signpost.tenant();
    for (const id of ['a', 'b', 'c']) await tenant.send({ id });
    await stranger.send({ id: 'a' });
    await tenant.send({ id: 'd' });
    const bound = String((await ask(`SELECT event_id FROM event_keys WHERE key = 'id:d'`))[0]?.['event_id']);
    expect(await through((after) => forgetting.eventKeys(after, bound, 2))).toBe(4);
    expect(await ask('SELECT key FROM event_keys')).toEqual([{ key: 'id:d' }]);
    expect(await through((after) => forgetting.eventKeys(after, bound, 2))).toBe(0);
  });
});

describe('envelopes', () => {
  it('go when they were registered before the bound and have no event; the others stay', async () => {
    for (const id of ['with-event', 'young', 'old-1', 'old-2', 'zz-with-event']) {
      await tenant.call('PUT', `/envelopes/${id}`, { title: 'Contract' });
    }
    for (const envelopeId of ['with-event', 'zz-with-event']) await tenant.send({ envelopeId });
    await ask(
      `UPDATE envelopes SET updated_at = '2020-01-01' WHERE id <> 'young' AND environment_id = ${environmentId}`,
    );
    expect(await through((after) => forgetting.envelopes(after, new Date('2021-01-01'), 2))).toBe(2);
    expect(
      (await ask(`SELECT id FROM envelopes WHERE environment_id = ${environmentId} ORDER BY id`)).map(
        ({ id }) => id,
      ),
    ).toEqual(['with-event', 'young', 'zz-with-event']);
    expect((await tenant.call('GET', '/envelopes/old-1')).status).toBe(404);
  });
});

describe('states of webhooks', () => {
  const states = async () =>
    (
      await ask(
        `SELECT version, state->>'name' AS name FROM webhook_states WHERE environment_id = ${environmentId} ORDER BY version`,
      )
    ).map(({ name }) => name);

  it('go when another followed them before the bound; what decided since can still be explained', async () => {
    const { id } = await tenant.webhook('http://127.0.0.1:9/', { name: 'first' });
    for (const name of ['second', 'third']) await tenant.call('PATCH', `/webhooks/${id}`, { name });
    await ask(`UPDATE webhook_states SET since = '2020-01-01' WHERE environment_id = ${environmentId}`);
    const event = await tenant.send();
    await tenant.call('PATCH', `/webhooks/${id}`, {
      name: 'fourth',
      events: { mode: 'only', types: ['proof.*'] },
    });
    const decided = async () =>
      (await tenant.call('GET', `/events/${event.id}/explain`)).body.decided.webhooks;
    const before = await decided();
    expect(before).toMatchObject([{ name: 'third', matched: true }]);

    expect(await through((after) => forgetting.webhookStates(after, new Date('2021-01-01'), 2))).toBe(2);
    expect(await states()).toEqual(['third', 'fourth']);
    expect(await decided()).toEqual(before);
  });

  it('of a deleted webhook go altogether, and nothing is left of it in explanations', async () => {
    const { id } = await tenant.webhook('http://127.0.0.1:9/', { name: 'gone' });
    const kept = await tenant.webhook('http://127.0.0.1:9/', { name: 'kept' });
    await tenant.call('PATCH', `/webhooks/${id}`, { name: 'gone soon' });
    await tenant.call('POST', `/webhooks/${id}/disable`);
    expect((await tenant.call('DELETE', `/webhooks/${id}?confirm=gone%20soon`)).status).toBe(204);
    expect(await states()).toHaveLength(5);
    const event = await tenant.send();
    await through((after) => forgetting.webhookStates(after, tomorrow(), 2));
    expect(await states()).toEqual(['kept']);
    const { decided } = (await tenant.call('GET', `/events/${event.id}/explain`)).body;
    expect(decided.webhooks).toMatchObject([{ id: kept.id, matched: true }]);
  });
});

it('how far everything was forgotten is remembered, and never taken back', async () => {
  await forgetting.markDone('01900000-0000-0000-0000-000000000000');
  await forgetting.markDone('01800000-0000-0000-0000-000000000000');
  expect(await forgetting.doneBefore()).toBe('01900000-0000-0000-0000-000000000000');
});

describe('replays', () => {
  const replayAt = async (id: string, endedAt: string | null, delivery: string) => {
    const state = endedAt === null ? 'running' : 'done';
    await ask(`INSERT INTO replays (environment_id, id, kind, selection, phase, per_second, next_at, total_is_estimate, created_by,
                                    created_at, state, ended_at)
               VALUES (${environmentId}, '${id}', 'resend', '{}', 'deliveries', 1, '2100-01-01', false, '{}', '2020-01-01', '${state}',
                       ${endedAt === null ? 'NULL' : `'${endedAt}'`})`);
    await ask(`INSERT INTO replay_deliveries VALUES ('${id}', '${delivery}', true)`);
  };
  const idOf = (digit: number) => `0000000${digit}-0000-7000-8000-000000000000`;

  it('go when they ended before the bound and nothing that they sent is kept; the others stay', async () => {
    const [old, sentLater, running, recent] = [idOf(1), idOf(2), idOf(3), idOf(4)];
    await replayAt(old, '2020-06-01', idOf(5));
    await replayAt(sentLater, '2020-06-01', idOf(7));
    await replayAt(running, null, idOf(5));
    await replayAt(recent, '2021-06-01', idOf(5));
    expect(await through((after) => forgetting.replayDeliveries(after, idOf(6), 2))).toBe(3);
    expect(await through((after) => forgetting.replays(after, new Date('2021-01-01'), 2))).toBe(1);
    expect(await ask('SELECT id FROM replays ORDER BY id')).toEqual(
      [sentLater, running, recent].map((id) => ({ id })),
    );
    expect(await ask('SELECT replay_id FROM replay_deliveries')).toEqual([{ replay_id: sentLater }]);
  });
});
