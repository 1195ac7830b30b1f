// An event is never stored by a configuration that was replaced before it came: of two nodes on one database, each learns
// of the other's changes at the latest when it stores.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../harness/receiver.ts';
import { caller, startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';

let one: TestSignpost;
let two: TestSignpost;
let receiver: Receiver;

beforeAll(async () => {
  [one, receiver] = await Promise.all([startSignpost(), startReceiver()]);
  two = await startSignpost({ databaseUrl: one.databaseUrl });
});
afterAll(async () => {
  await two.stop();
  await one.stop();
  await receiver.stop();
});

/** The tenant's routes, called on the second node. */
const onTwo = (tenant: Tenant) => {
  const call = caller(two.app.url, tenant.key);
  const base = `/api/v1/applications/${tenant.appId}/envs/PRODUCTION`;
  return (method: string, path: string, body?: unknown) => call(method, base + path, body);
};
const event = { type: 'signer.signed', content: {} };

it('an event posted to one node right after a webhook was created on another goes to that webhook, 20 times in a row', async () => {
  const tenant = await one.tenant();
  const there = onTwo(tenant);
  for (let at = 1; at <= 20; at++) {
    await tenant.webhook(receiver.url(`/new/${at}`));
    const answer = await there('POST', '/events', { ...event, ...(at % 2 ? { id: `event-${at}` } : {}) });
    expect(answer).toMatchObject({ status: 202, body: { deliveries: at } });
  }
  for (let at = 1; at <= 20; at++) await receiver.count(`/new/${at}`, 21 - at);
});

it('an event posted right after a webhook was disabled, changed or deleted on another node follows the change', async () => {
  const tenant = await one.tenant();
  const there = onTwo(tenant);
  const { id } = await tenant.webhook(receiver.url('/changed'));
  const deliveries = async () => (await there('POST', '/events', event)).body.deliveries;
  for (let round = 0; round < 5; round++) {
    await tenant.call('POST', `/webhooks/${id}/disable`);
    expect(await deliveries()).toBe(0);
    await tenant.call('POST', `/webhooks/${id}/enable`);
    expect(await deliveries()).toBe(1);
    await tenant.call('PATCH', `/webhooks/${id}`, { events: { mode: 'only', types: ['envelope.*'] } });
    expect(await deliveries()).toBe(0);
    await tenant.call('PATCH', `/webhooks/${id}`, { events: { mode: 'all' } });
    expect(await deliveries()).toBe(1);
  }
  await tenant.call('DELETE', `/webhooks/${id}?confirm=Receiver`);
  expect(await deliveries()).toBe(0);
});

it('many changes and many events at once lose nothing: what each answer counts is what arrives', async () => {
  const tenant = await one.tenant();
  const there = onTwo(tenant);
  const changes = Array.from({ length: 10 }, (_, at) => tenant.webhook(receiver.url(`/storm/${at}`)));
  const posts = Array.from({ length: 40 }, (_, at) =>
    (at % 2 ? there : tenant.call)('POST', '/events', { ...event, id: `storm-${at}` }),
  );
  const [, answers] = await Promise.all([Promise.all(changes), Promise.all(posts)]);
  expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(202));
  const promised = answers.reduce((sum, { body }) => sum + body.deliveries, 0);
  await expect
    .poll(() => receiver.requests().filter(({ url }) => url.startsWith('/storm/')).length)
    .toBe(promised);
});
