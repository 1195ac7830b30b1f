// The same event sent twice is stored once and delivered once, however it comes again (N3).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RawAnswer, rawRequest, refusal } from '../harness/http.ts';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let signpost: TestSignpost;
/** Another node on the same database. */
let second: TestSignpost;
let receiver: Receiver;

beforeAll(async () => {
  [signpost, receiver] = await Promise.all([startSignpost(), startReceiver()]);
  second = await startSignpost({ databaseUrl: signpost.databaseUrl });
});
afterAll(async () => {
  await second.stop();
  await signpost.stop();
  await receiver.stop();
});

const event = { type: 'signer.signed', content: { n: 1 } };
const other = { ...event, content: { n: 2 } };

let paths = 0;

/** A tenant with one webhook, and what arrives at it. */
async function tenantWithReceiver() {
  const tenant = await signpost.tenant();
  const path = `/idempotency/${paths++}`;
  const webhook = await tenant.webhook(receiver.url(path));
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    tenant.call('POST', '/events', body, headers);
  /** The ids that arrived, after a last event that comes behind all others. */
  const arrived = async (): Promise<string[]> => {
    const stored: readonly { id: string }[] = (await tenant.call('GET', '/events?limit=200')).body.data;
    const requests = await receiver.count(path, stored.length);
    await tenant.send({ id: 'last' });
    const all = await receiver.count(path, stored.length + 1);
    expect(all.length).toBeGreaterThan(requests.length - 1);
    return all
      .map(({ headers }) => String(headers['webhook-id']))
      .filter((id) => id !== 'last')
      .sort();
  };
  return { tenant, webhook, path, post, arrived };
}

const postFresh = (node: TestSignpost, tenant: Tenant, body: unknown, headers: Record<string, string> = {}) =>
  rawRequest(node.app.url, {
    method: 'POST',
    path: `/api/v1/applications/${tenant.appId}/envs/PRODUCTION/events`,
    headers: { authorization: `Bearer ${tenant.key}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('the same id with the same body', () => {
  it('gets the first answer again, says so, and is delivered once', async () => {
    const { post, arrived } = await tenantWithReceiver();
    const first = await post({ ...event, id: 'same' });
    expect(first.headers.has('idempotent-replayed')).toBe(false);
    const again = await post({ ...event, id: 'same' });
    expect(again).toMatchObject({ status: 202, body: first.body });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await arrived()).toEqual(['same']);
  });

  it('is the same when its fields stand in another order, at every depth', async () => {
    const { tenant, post } = await tenantWithReceiver();
    await tenant.knows('departments', 'Loans');
    await tenant.knows('source-systems', 'a', 'b');
    const envelope = { externalId: 'x', title: 'y' };
    const routing = { trigger: 'page', department: 'Loans', requestFrom: ['a', 'b'] };
    await post({ ...event, id: 'order', envelope, routing });
    const turned = {
      routing: { requestFrom: ['a', 'b'], department: 'Loans', trigger: 'page' },
      envelope: { title: 'y', externalId: 'x' },
      ...event,
      id: 'order',
    };
    expect((await post(` ${JSON.stringify(turned)} `)).status).toBe(202);
    const lists = { ...turned, routing: { ...routing, requestFrom: ['b', 'a'] } };
    refusal(await post(lists), 'event_conflict');
  });

  it('gets the first answer also when webhooks were added since', async () => {
    const { tenant, post, path, arrived } = await tenantWithReceiver();
    await post({ ...event, id: 'before' });
    await tenant.webhook(receiver.url(`${path}/second`));
    expect((await post({ ...event, id: 'before' })).body).toEqual({ id: 'before', deliveries: 1 });
    expect(await arrived()).toEqual(['before']);
    expect(receiver.requests(`${path}/second`).map(({ headers }) => headers['webhook-id'])).not.toContain(
      'before',
    );
  });

  it('sent 50 times at once over 50 connections to two nodes is stored once and delivered once', async () => {
    const { tenant, arrived } = await tenantWithReceiver();
    await second.call('GET', `/api/v1/applications/${tenant.appId}/envs/PRODUCTION/webhooks`);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        postFresh(at % 2 ? signpost : second, tenant, { ...event, id: 'fifty' }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(202));
    expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(['{"id":"fifty","deliveries":1}']));
    expect(answers.filter(({ headers }) => headers['idempotent-replayed'] !== 'true')).toHaveLength(1);
    expect((await tenant.call('GET', '/events')).body.data).toHaveLength(1);
    expect(await arrived()).toEqual(['fifty']);
    expect(await tenant.deliveries()).toHaveLength(2);
  });
});

describe('the same id with another body', () => {
  it('is a conflict that names it, stores nothing and delivers nothing', async () => {
    const { tenant, post, arrived } = await tenantWithReceiver();
    await post({ ...event, id: 'taken' });
    const details = refusal(await post({ ...other, id: 'taken' }), 'event_conflict');
    expect(details).toMatchObject({ id: 'taken', indexes: [0] });
    for (const change of [{ type: 'signer.viewed' }, { severity: 'error' }, { envelopeId: 'E' }]) {
      refusal(await post({ ...event, ...change, id: 'taken' }), 'event_conflict');
    }
    expect((await tenant.call('GET', '/events/taken')).body.content).toEqual({ n: 1 });
    expect(await arrived()).toEqual(['taken']);
  });

  it('refuses a whole array and names its indexes; nothing of it is stored, and its new ids stay free', async () => {
    const { post, arrived } = await tenantWithReceiver();
    await post([
      { ...event, id: 'a' },
      { ...event, id: 'b' },
    ]);
    const mixed = [{ ...event, id: 'new' }, { ...other, id: 'a' }, event, { ...other, id: 'b' }];
    expect(refusal(await post(mixed), 'event_conflict').indexes).toEqual([1, 3]);
    expect((await post({ ...other, id: 'new' })).status).toBe(202);
    expect(await arrived()).toEqual(['a', 'b', 'new']);
  });

  it('sent at once leaves exactly one of the bodies, for which every answer is right', async () => {
    const { tenant, arrived } = await tenantWithReceiver();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        postFresh(at % 2 ? signpost : second, tenant, { ...event, id: 'race', content: at % 4 }),
      ),
    );
    const { content } = (await tenant.call('GET', '/events/race')).body;
    answers.forEach(({ status }, at) => {
      expect(status).toBe(at % 4 === content ? 202 : 409);
    });
    expect(await arrived()).toEqual(['race']);
  });
});

describe('within one array', () => {
  it('the same id with the same body is stored once and answered twice', async () => {
    const { post, arrived } = await tenantWithReceiver();
    const { body } = await post([
      { ...event, id: 'twin' },
      { ...other, id: 'single' },
      { ...event, id: 'twin' },
    ]);
    const [first, , third] = body.data;
    expect(first).toEqual({ id: 'twin', deliveries: 1 });
    expect(third).toEqual(first);
    expect(await arrived()).toEqual(['single', 'twin']);
  });

  it('the same id with two bodies refuses the array, naming the later one', async () => {
    const { tenant, post } = await tenantWithReceiver();
    const answer = await post([{ ...event, id: 'double' }, event, { ...other, id: 'double' }]);
    expect(refusal(answer, 'event_conflict').indexes).toEqual([2]);
    expect((await tenant.call('GET', '/events')).body.data).toEqual([]);
  });

  it('repeated and new events go together, and only the new ones are delivered', async () => {
    const { post, arrived } = await tenantWithReceiver();
    await post({ ...event, id: 'old' });
    const answer = await post([{ ...event, id: 'old' }, { ...event, id: 'fresh' }, event]);
    expect(answer.status).toBe(202);
    expect(answer.body.data.slice(0, 2)).toEqual([
      { id: 'old', deliveries: 1 },
      { id: 'fresh', deliveries: 1 },
    ]);
    expect(answer.headers.has('idempotent-replayed')).toBe(false);
    expect(await arrived()).toHaveLength(3);
  });

  it('arrays that share their ids in opposite orders do not wait for each other for ever', async () => {
    const { tenant, arrived } = await tenantWithReceiver();
    const ids = Array.from({ length: 20 }, (_, at) => ({ ...event, id: `shared-${at}` }));
    const answers: RawAnswer[] = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        postFresh(at % 2 ? signpost : second, tenant, at % 4 < 2 ? ids : ids.toReversed()),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(202));
    expect(await arrived()).toEqual(ids.map(({ id }) => id).sort());
  });
});

describe('an Idempotency-Key', () => {
  const key = { 'idempotency-key': 'K-1' };

  it('does for an event without an id what an id does', async () => {
    const { post, arrived } = await tenantWithReceiver();
    const first = await post(event, key);
    const again = await post(event, key);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(refusal(await post(other, key), 'event_conflict')).toMatchObject({ id: 'K-1', indexes: [0] });
    expect(await arrived()).toEqual([first.body.id]);
  });

  it('stands for a whole array, which must stay the same', async () => {
    const { post, arrived } = await tenantWithReceiver();
    const first = await post([event, other], key);
    expect((await post([event, other], key)).body).toEqual(first.body);
    expect(refusal(await post([event, other, event], key), 'event_conflict').indexes).toEqual([0, 1]);
    expect(refusal(await post([event], key), 'event_conflict').indexes).toEqual([0]);
    expect(refusal(await post([other, event], key), 'event_conflict').indexes).toEqual([0, 1]);
    expect(await arrived()).toHaveLength(2);
  });

  it('is something else than an id of the same text', async () => {
    const { post, arrived } = await tenantWithReceiver();
    await post({ ...event, id: 'K-1' });
    expect((await post(other, key)).status).toBe(202);
    expect(await arrived()).toHaveLength(2);
  });

  it.each(['', ' ', 'a b', 'a.b', 'x'.repeat(129), 'é'])('that is %j is refused', async (text) => {
    const { post } = await tenantWithReceiver();
    const details = refusal(await post(event, { 'idempotency-key': text }), 'invalid_field');
    expect(details.path).toBe('idempotency-key');
  });
});

it('the ids of one application and environment mean nothing in another (I1)', async () => {
  const { tenant, post, arrived } = await tenantWithReceiver();
  const neighbour = await tenantWithReceiver();
  await post({ ...event, id: 'mine' });
  expect((await neighbour.post({ ...other, id: 'mine' })).body).toEqual({ id: 'mine', deliveries: 1 });
  const test = `/api/v1/applications/${tenant.appId}/envs/TEST/events`;
  const elsewhere = await signpost.call('POST', test, { ...other, id: 'mine' });
  expect(elsewhere).toMatchObject({ status: 202, body: { id: 'mine', deliveries: 0 } });
  expect((await tenant.call('GET', '/events/mine')).body.content).toEqual({ n: 1 });
  expect((await neighbour.tenant.call('GET', '/events/mine')).body.content).toEqual({ n: 2 });
  expect(await arrived()).toEqual(['mine']);
  expect(await neighbour.arrived()).toEqual(['mine']);
});
