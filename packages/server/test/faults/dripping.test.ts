// Slow-loris: clients that send a byte now and then, so as never to end. Each has its time, and takes nobody else's (issue 6).
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { limit } from '../../src/domain/limits.ts';
import { full, tell } from '../harness/faults.ts';
import { rootKey, startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { type OpenSocket, openSocket } from '../harness/socket.ts';

const drippers = 100;
/** Timers of a busy machine are late, and the server looks once a second. */
const slackMs = 10_000;
const usualMsMax = 500;

let signpost: TestSignpost;
let tenant: Tenant;

beforeAll(async () => {
  signpost = await startSignpost();
  tenant = await signpost.tenant();
});
afterAll(() => signpost.stop());

const headOf = () =>
  `POST /api/v1/applications/${tenant.appId}/envs/PRODUCTION/events HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${rootKey}\r\n`;
const body = 'content-type: application/json\r\ncontent-length: 1000\r\n\r\n';

it.each([
  ['headers', limit('request_headers_seconds_max'), () => headOf()] as const,
  ...(full ? [['a body', limit('request_seconds_max'), () => headOf() + body] as const] : []),
])(
  'who drips %s is ended by the time limit, while others are served',
  { timeout: 120_000 },
  async (_what, seconds, begin) => {
    const opened = await Promise.all(Array.from({ length: drippers }, () => openSocket(signpost.app.url)));
    const drips = opened.map((one) => drip(one, begin()));
    const all = Promise.all(opened.map(({ ended }) => ended));
    let isOver = false;
    void all.then(() => {
      isOver = true;
    });
    const times: number[] = [];
    while (!isOver) {
      const startedAt = performance.now();
      await tenant.send();
      times.push(performance.now() - startedAt);
    }
    const median = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
    const longest = Math.max(...(await all));
    tell('dripping', { requests: times.length, medianMs: Math.round(median), endedMs: Math.round(longest) });
    expect(longest).toBeLessThan(seconds * 1000 + slackMs);
    expect(median).toBeLessThan(usualMsMax);
    for (const { answer } of opened) {
      expect(answer()).toMatch(/^HTTP\/1\.1 408 /);
      expect(answer()).toContain('"request_timeout"');
    }
    await Promise.all(drips);
  },
);

async function drip({ socket }: OpenSocket, begin: string): Promise<void> {
  socket.write(begin);
  while (!socket.destroyed) {
    socket.write('x');
    await pause(500);
  }
}
