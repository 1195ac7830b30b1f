// A delivery waits in the queue, runs in a lease, ends in history. Lists show all of them alike, wherever they stand, and in
// one order (I32, N4).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

let signpost: TestSignpost;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let tenant: Tenant;
let release: () => void;
/** Of webhook and event by the state that the delivery ends up in. */
const made = new Map<string, { webhook: string; event: string }>();

type Shown = Awaited<ReturnType<Tenant['deliveries']>>[number] & Record<string, unknown>;

beforeAll(async () => {
  signpost = await startSignpost();
  receiver = await startReceiver();
  tenant = await signpost.tenant();
  release = receiver.hold('/running').release;
  receiver.answer('/fails', { status: 500 });
  const waits = { retrySchedule: ['1h'] };
  await make('succeeded', '/', {});
  await make('waiting', '/fails', waits);
  await make('held', '/fails', waits);
  await make('failed', '/fails', { retrySchedule: [] });
  await make('running', '/running', {});
  await make('cancelled', '/fails', waits);
  await until(async () => (await list('?status=succeeded')).length === 1, 'the success');
  await until(async () => (await list('?status=failed')).length === 1, 'the failure');
  await until(
    async () => (await list()).filter(({ attempts }) => attempts === 1).length === 5,
    'the attempts',
  );
  await tenant.call('POST', `/webhooks/${made.get('held')?.webhook}/disable`);
  await tenant.call('DELETE', `/webhooks/${made.get('cancelled')?.webhook}?confirm=Receiver`);
});
afterAll(async () => {
  release();
  await signpost.stop();
  await receiver.stop();
});

/** An event for one webhook alone. */
async function make(state: string, path: string, delivery: object): Promise<void> {
  const appId = `only-${state}`;
  const { id } = await tenant.webhook(receiver.url(path), { delivery, routing: { appIds: [appId] } });
  const { id: event, deliveries } = await tenant.send({ routing: { appId } });
  expect(deliveries).toBe(1);
  made.set(state, { webhook: id, event });
}

const list = async (query = '') => (await tenant.deliveries(query)) as readonly Shown[];
const states = [...['succeeded', 'waiting', 'held', 'failed', 'running', 'cancelled']] as const;
const statusOf = (state: (typeof states)[number]) =>
  state === 'waiting' || state === 'running' ? 'pending' : state;
const newestFirst = states.toReversed();

describe('deliveries', () => {
  it('are listed newest first, wherever they stand', async () => {
    expect((await list()).map(({ status }) => status)).toEqual(newestFirst.map(statusOf));
    expect((await list()).map(({ webhookId }) => webhookId)).toEqual(
      newestFirst.map((state) => made.get(state)?.webhook),
    );
  });

  it('are the same in pages of one, none twice and none left out', async () => {
    const whole = await list();
    const paged: Shown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await tenant.call('GET', `/deliveries?limit=1${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.body.data);
      cursor = page.body.nextCursor;
    }
    expect(paged).toEqual(whole);
  });

  it.each(['pending', 'succeeded', 'failed', 'held', 'cancelled'])(
    'are found by the status %s',
    async (status) => {
      const expected = newestFirst.filter((state) => statusOf(state) === status);
      expect((await list(`?status=${status}`)).map(({ webhookId }) => webhookId)).toEqual(
        expected.map((state) => made.get(state)?.webhook),
      );
    },
  );

  it.each(states)(
    'are found by webhook, event, type and time, and shown the same by id: %s',
    async (state) => {
      const { webhook, event } = made.get(state) ?? {};
      const [shown] = await list(`?webhookId=${webhook}`);
      expect(await list(`?eventId=${event}`)).toEqual([shown]);
      expect((await list('?type=signer.signed')).map(({ id }) => id)).toContain(shown?.id);
      expect(await list(`?webhookId=${webhook}&type=signer.declined`)).toEqual([]);
      const from = String(shown?.['createdAt']);
      expect(await list(`?webhookId=${webhook}&from=${from}`)).toEqual([shown]);
      expect(await list(`?webhookId=${webhook}&to=${from}`)).toEqual([]);
      const { attemptLog, byHand, ...alone } = (await tenant.call('GET', `/deliveries/${shown?.id}`)).body;
      expect(alone).toEqual(shown);
      expect(byHand).toBeNull();
      expect(attemptLog).toHaveLength(Number(shown?.attempts));
      expect((await tenant.call('GET', `/events/${event}`)).body.deliveries).toEqual([shown]);
    },
  );

  it('say what became of their last attempt, and when the next one is due', async () => {
    const failed = { attempts: 1, lastStatus: 500, lastError: null };
    const [cancelled, running, failedAtLast, held, waiting, succeeded] = await list();
    const moment = expect.any(String);
    expect(cancelled).toMatchObject({ ...failed, nextAttemptAt: null, finishedAt: moment });
    expect(running).toMatchObject({ attempts: 0, lastStatus: null, nextAttemptAt: moment, finishedAt: null });
    expect(failedAtLast).toMatchObject({ ...failed, nextAttemptAt: null, finishedAt: moment });
    expect(held).toMatchObject({ ...failed, nextAttemptAt: null, finishedAt: null });
    expect(waiting).toMatchObject({ ...failed, nextAttemptAt: moment, finishedAt: null });
    expect(succeeded).toMatchObject({
      attempts: 1,
      lastStatus: 200,
      nextAttemptAt: null,
      finishedAt: moment,
    });
  });
});

describe('events', () => {
  it.each(['pending', 'succeeded', 'failed', 'held', 'cancelled'])(
    'are found by a delivery of the status %s, with and without its webhook',
    async (status) => {
      const expected = newestFirst.filter((state) => statusOf(state) === status);
      const eventsOf = async (query: string): Promise<string[]> =>
        (await tenant.call('GET', `/events?${query}`)).body.data.map(({ id }: { id: string }) => id);
      expect(await eventsOf(`status=${status}`)).toEqual(expected.map((state) => made.get(state)?.event));
      for (const state of expected) {
        const { webhook, event } = made.get(state) ?? {};
        expect(await eventsOf(`status=${status}&webhookId=${webhook}`)).toEqual([event]);
        expect(await eventsOf(`webhookId=${webhook}`)).toEqual([event]);
      }
    },
  );
});

it('a delivery that is sent again after its end keeps its whole log, and its attempts go on counting', async () => {
  const { webhook } = made.get('failed') ?? {};
  const [{ id } = { id: '' }] = await list(`?webhookId=${webhook}`);
  const again = signpost.recorded(({ deliveryId }) => deliveryId === id);
  await tenant.call('POST', `/deliveries/${id}/resend`);
  await again;
  const { body } = await tenant.call('GET', `/deliveries/${id}`);
  expect(body).toMatchObject({ status: 'failed', attempts: 2 });
  expect(body.attemptLog).toMatchObject([
    { number: 2, trigger: 'manual', outcome: 'failed', response: { status: 500 } },
    { number: 1, trigger: 'auto', outcome: 'failed', response: { status: 500 } },
  ]);
  const [second, first] = body.attemptLog;
  expect(JSON.parse(first.request.body)).toEqual(JSON.parse(second.request.body));
});
