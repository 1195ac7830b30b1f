// The database goes out of reach under load, in each way in which networks fail, and comes back: meanwhile requests are
// refused at once, and afterwards nothing is lost, nothing repeated, and nothing has to be started again.
// The silence lasts until it is noticed in every run, and 20 s longer with FAULTS=full.
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { type BehindProxy, noticedMsMax, test } from '../harness/behind-proxy.ts';
import { full, tell } from '../harness/faults.ts';
import { type Load, startLoad } from '../harness/load.ts';
import { memoryOf } from '../harness/process.ts';
import { until } from '../harness/until.ts';

const senders = 16;
const silenceMs = full ? 20_000 : 0;
const noticedAnswerMsMax = 2_000;
const recoveredMsMax = 20_000;
const memoryBytesMax = 400 * 1024 * 1024;
const cuts = full ? 30 : 10;

describe('the database out of reach, under load', { timeout: 150_000 }, () => {
  test('refuses connections', async ({ setting }) => {
    await underLoad(setting, 'refused connections', async () => {
      await setting.proxy.become('refuse');
      setting.proxy.cut();
      await outage(setting);
      await setting.proxy.become('pass');
    });
  });

  test('cuts connections again and again', async ({ setting }) => {
    await underLoad(setting, `${cuts} cuts`, async (load) => {
      for (let cut = 0; cut < cuts; cut++) {
        await load.acceptedMore(30);
        setting.proxy.cut();
      }
    });
  });

  test('falls silent, and connections of before never speak again', async ({ setting }) => {
    await underLoad(setting, 'silence', async () => {
      await setting.proxy.become('silent');
      await outage(setting);
      await pause(silenceMs);
      await setting.proxy.become('pass');
    });
  });
});

/** What holds while the database is away. */
async function outage({ post, outageNoticed, server }: BehindProxy): Promise<void> {
  const refusal = { status: 503, code: 'store_unavailable', retryAfter: '2' };
  const startedAt = performance.now();
  expect(await post('refused')).toEqual(refusal);
  const firstMs = Math.round(performance.now() - startedAt);
  expect(firstMs).toBeLessThan(noticedMsMax);
  await outageNoticed();
  const noticedAt = performance.now();
  expect(await post('refused')).toEqual(refusal);
  const laterMs = Math.round(performance.now() - noticedAt);
  expect(laterMs).toBeLessThan(noticedAnswerMsMax);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  tell('outage', { firstAnswerMs: firstMs, laterAnswerMs: laterMs });
}

/** Lets the fault happen under load, and tells what holds afterwards. */
async function underLoad(
  setting: BehindProxy,
  what: string,
  fault: (load: Load) => Promise<void>,
): Promise<void> {
  const { server, receiver, application } = setting;
  const load = startLoad({ events: () => server.url + application.path, key: application.key, senders });
  try {
    await load.acceptedMore(200);
    await fault(load);
    const healedAt = performance.now();
    await load.acceptedMore(200, recoveredMsMax);
    tell(what, { recoveredMs: Math.round(performance.now() - healedAt) });
  } finally {
    await load.stop();
  }
  await until(() => receiver.missing(load.accepted).length === 0, 'every accepted event', 30_000);
  await setting.allRecorded();
  expect(receiver.duplicates()).toBe(0);
  expectRefusals(load, what);
  expect(memoryOf(server.pid)).toBeLessThan(memoryBytesMax);
  expect(server.stderr()).not.toMatch(/unhandled|uncaught/i);
  server.signal('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0 });
}

function expectRefusals({ accepted, refused, unanswered, slowestMs }: Load, what: string): void {
  expect([...refused.keys()].filter((status) => status !== 503)).toEqual([]);
  expect(unanswered).toBe(0);
  expect(slowestMs).toBeLessThan(noticedMsMax);
  tell(what, {
    accepted: accepted.size,
    refused: refused.get(503) ?? 0,
    slowestAnswerMs: Math.round(slowestMs),
  });
}
