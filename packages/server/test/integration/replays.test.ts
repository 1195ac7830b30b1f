// Deliveries are sent again as durable jobs: a selection, all that a filter finds, what a webhook missed; with progress, pace,
// pause and cancel (N7, N8).

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limit } from '../../src/domain/limits.ts';
import { startReceiver } from '../harness/receiver.ts';
import { startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { until } from '../harness/until.ts';

let signpost: TestSignpost;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let tenant: Tenant;
const longAgo = '2020-01-01T00:00:00Z';

beforeAll(async () => {
  signpost = await startSignpost();
  receiver = await startReceiver();
});
afterAll(async () => {
  await signpost.stop();
  await receiver.stop();
});

/** A tenant of its own with a webhook for which so many deliveries failed. */
async function failed(count: number, path = '/'): Promise<string> {
  tenant = await signpost.tenant();
  receiver.answer(path, { status: 404 });
  const { id } = await tenant.webhook(receiver.url(path), { delivery: { retrySchedule: [] } });
  const event = { type: 'signer.signed', content: {} };
  await tenant.call(
    'POST',
    '/events',
    Array.from({ length: count }, () => event),
  );
  await until(async () => (await countOf('failed')) === count, 'the failures');
  receiver.answer(path, { status: 200 });
  return id;
}

const countOf = async (status: string, query = ''): Promise<number> =>
  (await tenant.call('GET', `/deliveries/counts?${query}`)).body[status].count;

const replay = async (id: string) => (await tenant.call('GET', `/replays/${id}`)).body;

const ended = (id: string) =>
  until(async () => {
    const shown = await replay(id);
    return shown.state === 'done' && shown;
  }, 'the end of the replay');

describe('a replay', () => {
  it('of a filter sends again all that is found, each once, and tells what became of it', async () => {
    await failed(120);
    const body = {
      filter: { status: ['failed'], httpStatus: ['4xx'] },
      name: 'After the outage',
      perSecond: 500,
    };
    const begun = await tenant.call('POST', '/deliveries/resend', body);
    expect(begun.status).toBe(202);
    expect(begun.body).toMatchObject({
      kind: 'resend',
      name: 'After the outage',
      total: 120,
      perSecond: 500,
    });
    const done = await ended(begun.body.id);
    expect(done).toMatchObject({ done: 120, skipped: 0, progress: 1, endedAt: expect.any(String) });
    await until(async () => (await countOf('succeeded')) === 120, 'the successes');
    expect(await countOf('succeeded', `replayId=${done.id}`)).toBe(120);
    expect(await countOf('succeeded', 'minAttempts=3')).toBe(0);
    expect((await tenant.deliveries(`?replayId=${done.id}&limit=3`)).length).toBe(3);
  });

  it('of some deliveries sends those, also what succeeded, and says why others were left out', async () => {
    await failed(3);
    const [first, second] = await tenant.deliveries();
    const other = '0197f3a0-0000-7000-8000-000000000000';
    const send = (ids: unknown[]) => tenant.call('POST', '/deliveries/resend', { ids });
    await ended((await send([first?.id])).body.id);
    await until(async () => (await countOf('succeeded')) === 1, 'the success');
    const done = await ended((await send([first?.id, second?.id, other])).body.id);
    expect(done).toMatchObject({
      done: 2,
      skipped: 1,
      skippedBecause: { not_found: 1 },
      selection: { ids: 3 },
    });
    await until(async () => (await countOf('succeeded')) === 2, 'both successes');
    expect(await countOf('all', 'minAttempts=3')).toBe(1);
  });

  it('never runs beside an attempt of the same delivery', async () => {
    tenant = await signpost.tenant();
    const { release } = receiver.hold('/slow');
    await tenant.webhook(receiver.url('/slow'));
    await tenant.send();
    const [delivery] = await until(async () => {
      const list = await tenant.deliveries();
      return receiver.requests('/slow').length === 1 && list;
    }, 'the attempt');
    const { body } = await tenant.call('POST', '/deliveries/resend', { ids: [delivery?.id] });
    expect(await ended(body.id)).toMatchObject({ done: 0, skippedBecause: { in_progress: 1 } });
    const single = await tenant.call('POST', `/deliveries/${delivery?.id}/resend`);
    expect(single.body.error.code).toBe('delivery_in_progress');
    release();
    await until(async () => (await countOf('succeeded')) === 1, 'the success');
    expect(receiver.requests('/slow')).toHaveLength(1);
  });

  it('is paused, goes on at another pace, and is cancelled: what it has not sent yet is not sent', async () => {
    await failed(40);
    const begun = await tenant.call('POST', '/deliveries/resend', {
      filter: { status: ['failed'] },
      perSecond: 1,
    });
    const { id } = begun.body;
    const step = async (name: string) => (await tenant.call('POST', `/replays/${id}/${name}`)).body;
    expect(await step('pause')).toMatchObject({ state: 'paused', pausedBecause: 'person' });
    const changed = await tenant.call('PATCH', `/replays/${id}`, { perSecond: 2, name: 'Slowly' });
    expect(changed.body).toMatchObject({ perSecond: 2, name: 'Slowly', state: 'paused' });
    expect(await step('resume')).toMatchObject({ state: 'running', pausedBecause: null });
    await until(async () => (await replay(id)).done > 0, 'the first delivery');
    const cancelled = await step('cancel');
    expect(cancelled).toMatchObject({ state: 'cancelled', endedAt: expect.any(String) });
    expect(cancelled.done).toBeLessThan(40);
    expect((await step('resume')).error.code).toBe('replay_ended');
    expect((await tenant.call('GET', '/replays?state=cancelled')).body.data).toHaveLength(1);
    await until(async () => (await countOf('succeeded')) === cancelled.done, 'what was sent');
    expect(await countOf('failed')).toBe(40 - cancelled.done);
  });

  it('goes on where it was after the server that ran it has gone', async () => {
    await failed(60);
    const filter = { status: ['failed'] };
    const { body } = await tenant.call('POST', '/deliveries/resend', { filter, perSecond: 20 });
    await until(async () => (await replay(body.id)).done > 0, 'the first chunk');
    await signpost.app.stop();
    const next = await startSignpost({ databaseUrl: signpost.databaseUrl });
    const path = `/api/v1/applications/${tenant.appId}/envs/PRODUCTION`;
    const get = async (route: string) => (await next.call('GET', `${path}${route}`)).body;
    const done = await until(
      async () => {
        const shown = await get(`/replays/${body.id}`);
        return shown.state === 'done' && shown;
      },
      'the end of the replay',
      30_000,
    );
    expect(done).toMatchObject({ done: 60, skipped: 0 });
    await until(async () => (await get('/deliveries/counts')).succeeded.count === 60, 'the successes');
    expect((await get('/deliveries/counts?minAttempts=3')).all.count).toBe(0);
    await next.stop();
    signpost = await startSignpost();
  }, 60_000);
});

describe('a webhook is recovered', () => {
  it('from a range of time, by status', async () => {
    const webhook = await failed(5);
    const recover = (body: object) => tenant.call('POST', `/webhooks/${webhook}/recover`, body);
    const { status, body } = await recover({ from: longAgo, status: 'failed' });
    expect([status, body.kind, body.webhookId, body.total]).toEqual([202, 'recover', webhook, 5]);
    expect(await ended(body.id)).toMatchObject({ done: 5, selection: { status: ['failed'] } });
    const reversed = await recover({ from: '2030-01-01T00:00:00Z', to: longAgo, status: 'failed' });
    expect(reversed.body.error.details.path).toBe('from');
    await tenant.call('POST', `/webhooks/${webhook}/disable`);
    expect((await recover({ from: longAgo, status: 'failed' })).body.error.code).toBe(
      'delivery_not_sendable',
    );
  });

  it('from what it missed before it existed, and only that which it would get', async () => {
    tenant = await signpost.tenant();
    for (const type of ['signer.signed', 'signer.declined', 'signer.signed']) await tenant.send({ type });
    const { id } = await tenant.webhook(receiver.url('/late'), {
      events: { mode: 'only', types: ['signer.signed'] },
    });
    await tenant.send();
    await until(async () => (await countOf('succeeded')) === 1, 'the first success');
    const begin = () => tenant.call('POST', `/webhooks/${id}/recover`, { from: longAgo, status: ['missed'] });
    const { body } = await begin();
    expect(body.total).toBeNull();
    expect(await ended(body.id)).toMatchObject({ done: 2, skipped: 0 });
    await until(async () => (await countOf('succeeded')) === 3, 'all successes');
    expect(await countOf('all', `replayId=${body.id}`)).toBe(2);
    // Nothing is missed any more.
    expect(await ended((await begin()).body.id)).toMatchObject({ done: 0 });
  });

  it('which is counted before, also while it is disabled: only what it would get, and the least where there is more', async () => {
    tenant = await signpost.tenant();
    await tenant.knows('departments', 'Loans');
    const { id } = await tenant.webhook(receiver.url('/missing'), {
      events: { mode: 'only', types: ['signer.signed'] },
      routing: { departments: ['Loans'] },
    });
    await tenant.call('PUT', '/envelopes/loan', { department: 'Loans' });
    const missed = async (query = '') => (await tenant.call('GET', `/webhooks/${id}/missed${query}`)).body;
    const signed = { type: 'signer.signed', envelopeId: 'loan' };
    await tenant.send(signed);
    const { disabledAt } = (await tenant.call('POST', `/webhooks/${id}/disable`)).body;
    expect(await missed()).toMatchObject({ from: disabledAt, count: 0, isAtLeast: false });
    await tenant.send(signed);
    await tenant.send({ type: 'signer.signed', routing: { department: 'Loans' } });
    await tenant.send({ ...signed, type: 'signer.declined' });
    await tenant.send({ type: 'signer.signed' });
    expect(await missed()).toMatchObject({ count: 2, isAtLeast: false });
    expect(await missed(`?from=${longAgo}`)).toMatchObject({ count: 2, isAtLeast: false });
    expect(await missed(`?from=${longAgo}&to=${disabledAt}`)).toMatchObject({ count: 0 });
    const reversed = await missed(`?from=2030-01-01T00:00:00Z&to=${longAgo}`);
    expect(reversed.error.details.path).toBe('from');
    const many = limit('missed_events_looked_through_max') - 3;
    const others = Array.from({ length: many }, () => ({ type: 'signer.declined', content: {} }));
    await tenant.call('POST', '/events', others);
    expect(await missed()).toMatchObject({ count: 1, isAtLeast: true });
    await tenant.call('POST', `/webhooks/${id}/enable`);
    expect(await missed()).toMatchObject({ count: 1, isAtLeast: true });
  });

  it('only while it is enabled: a running recovery waits for it', async () => {
    const webhook = await failed(30);
    const { body } = await tenant.call('POST', `/webhooks/${webhook}/recover`, {
      from: longAgo,
      status: 'failed',
      perSecond: 2,
    });
    await tenant.call('POST', `/webhooks/${webhook}/disable`);
    await until(async () => (await replay(body.id)).pausedBecause === 'webhook_disabled', 'the pause');
  });
});

describe('what a replay is asked for', () => {
  it('is shown before', async () => {
    await failed(7);
    const { body } = await tenant.call('POST', '/replays/preview', { filter: { status: ['failed'] } });
    expect(body.total).toEqual({ count: 7, isEstimate: false });
    expect(body.samples).toHaveLength(5);
    expect(body.oldestAt <= body.newestAt).toBe(true);
    expect(await countOf('failed')).toBe(7);
  });

  it('is refused where it is not clear', async () => {
    tenant = await signpost.tenant();
    const refused = async (body: object) => {
      const answer = await tenant.call('POST', '/deliveries/resend', body);
      return [answer.status, answer.body.error?.details?.path ?? answer.body.error?.code];
    };
    expect(await refused({})).toEqual([400, 'filter']);
    expect(await refused({ filter: { colour: 'red' } })).toEqual([400, 'filter.colour']);
    expect(await refused({ filter: { eventId: 'nobody' } })).toEqual([404, 'filter.eventId']);
    expect(await refused({ ids: [], perSecond: 5 })).toEqual([400, 'ids']);
  });

  it('says who asked, and is frozen at that moment', async () => {
    await failed(1);
    const { body } = await tenant.call('POST', '/deliveries/resend', { filter: {} });
    expect(body.createdBy).toEqual({ kind: 'key', id: expect.any(String), name: expect.any(String) });
    expect(body.selection.filter.to).toEqual(expect.any(String));
  });
});
