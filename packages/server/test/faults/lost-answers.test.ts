// What was committed in the database while its answer got lost: a lease that nobody knows of must not keep its delivery back.
import { describe, expect } from 'vitest';
import { type BehindProxy, test as base, noticedMsMax } from '../harness/behind-proxy.ts';
import { tell } from '../harness/faults.ts';
import { until } from '../harness/until.ts';

const test = base.extend<{ warm: BehindProxy }>({
  /** After a first event, so that what is asked next is the statement in question, and not the webhooks' settings. */
  warm: async ({ setting }, use) => {
    expect(await setting.post('first')).toMatchObject({ status: 202 });
    await setting.allRecorded();
    await use(setting);
  },
});

const arrivals = ({ receiver }: BehindProxy, wanted: number) =>
  until(() => receiver.counts.size === wanted, `${wanted} events at the receiver`);

describe.concurrent('a lost answer', { timeout: 90_000 }, () => {
  test('of an accept that was committed: the event is delivered all the same', async ({ warm }) => {
    const { proxy, post, unendedCount, allRecorded } = warm;
    await proxy.become('deaf');
    expect(await post(null)).toMatchObject({ status: 503 });
    expect(await unendedCount('owner IS NOT NULL')).toBe(1);
    await proxy.become('pass');
    const healedAt = performance.now();
    await arrivals(warm, 2);
    tell('accept with a lost answer', { deliveredAfterMs: Math.round(performance.now() - healedAt) });
    await allRecorded();
  });

  test('of a claim that was committed: the delivery is claimed again', async ({ warm }) => {
    const { proxy, receiver, post, unendedCount, change } = warm;
    receiver.answer(500);
    expect(await post('to-claim')).toMatchObject({ status: 202 });
    await until(async () => (await unendedCount('attempt = 2')) === 1, 'the record of the first attempt');
    await change(`UPDATE queue SET due_at = now() + interval '1 hour'`);
    receiver.answer(200);
    await proxy.become('deaf');
    // Due from now on, it is leased by a claim that this node never hears of.
    await change('UPDATE queue SET due_at = now()');
    await until(async () => (await unendedCount('owner IS NOT NULL')) === 1, 'the claim');
    await warm.outageNoticed();
    await proxy.become('pass');
    await until(() => receiver.counts.get('to-claim') === 2, 'the second attempt');
    await warm.allRecorded();
  });

  test('of an accept that commits only after it was given up: its lease is void', async ({ warm }) => {
    const { proxy, post, server } = warm;
    await proxy.become('silent');
    expect(await post(null)).toMatchObject({ status: 503 });
    await proxy.become('pass');
    await until(() => /leases were compared/.test(server.stderr()), 'the comparison of leases');
    // A probe of before may still find the silence, and say so for a moment.
    await until(
      async () => (await post('in-between')).status === 202,
      'an event to be accepted',
      noticedMsMax,
    );
    await arrivals(warm, 2);
    // Only now what was said before the silence reaches the database.
    proxy.release();
    await arrivals(warm, 3);
    await warm.allRecorded();
  });

  test('of a record that was committed: nothing is sent again', async ({ warm }) => {
    const { proxy, receiver, post, unendedCount } = warm;
    receiver.delay(300);
    expect(await post('recorded-once')).toMatchObject({ status: 202 });
    await until(() => receiver.counts.has('recorded-once'), 'the attempt');
    await proxy.become('deaf');
    await until(async () => (await unendedCount()) === 0, 'its record');
    await warm.outageNoticed();
    await proxy.become('pass');
    await until(async () => (await warm.readiness()) === 200, 'readiness');
    expect(await post('afterwards')).toMatchObject({ status: 202 });
    await arrivals(warm, 3);
    await warm.allRecorded();
    expect(receiver.duplicates()).toBe(0);
  });
});
