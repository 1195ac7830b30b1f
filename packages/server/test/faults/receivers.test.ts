// Receivers in every bad mood at once, under load: each has a webhook of its own for the same events. What concerns one must not
// harm the others nor the server; once they behave, everything that was accepted arrives, without a restart.
// Twenty events in every run, two hundred with FAULTS=full.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { strikesToPause } from '../../src/store/lanes.ts';
import type { Script } from '../harness/answers.ts';
import { askEmbedded } from '../harness/embedded-client.ts';
import { type DataFolder, full, makeApplication, makeDataFolder, tell } from '../harness/faults.ts';
import { miscounted, unended } from '../harness/places.ts';
import { killAll, memoryOf, start } from '../harness/process.ts';
import { type Certificate, type Receiver, startReceiver } from '../harness/receiver.ts';
import { startTally, type Tally } from '../harness/tally.ts';
import { until } from '../harness/until.ts';

const events = full ? 200 : 20;
const gigabyte = 1024 ** 3;
/** Beyond what it took at its start: a part of one of the gigabytes that it is sent again and again. */
const grownBytesMax = 300 * 1024 * 1024;
/** What is well gets its events while all others fail. */
const wellMsMax = 20_000;

/** Fail until they are mended. */
const bad: Readonly<Record<string, Script>> = {
  reset: { fault: 'reset' },
  'reset-mid-headers': { fault: 'reset_mid_headers' },
  'reset-mid-body': { fault: 'reset_mid_body' },
  'hang-up': { fault: 'hang_up' },
  hang: { fault: 'hang' },
  drip: { status: 200, body: { dripEveryMs: 100 } },
  redirect: { status: 302, headers: { location: '/elsewhere' } },
  nonsense: { raw: 'Once upon a time\r\n\r\n' },
  unavailable: { status: 503 },
};
/** Succeed, though they make it hard. */
const odd: Readonly<Record<string, Script>> = {
  gigabyte: { status: 200, body: { bytes: gigabyte } },
  'closes-silently': { status: 200, close: 'silently' },
  'closes-announced': { status: 200, close: 'announced' },
};
const certificates: readonly Certificate[] = ['expired', 'self-signed', 'wrong-host'];

let folder: DataFolder;
let well: Tally;
let receiver: Receiver;
let secure: readonly Receiver[] = [];

beforeEach(async () => {
  folder = makeDataFolder();
  well = await startTally();
  receiver = await startReceiver();
  secure = await Promise.all(certificates.map((certificate) => startReceiver({ certificate })));
});
afterEach(async () => {
  await killAll();
  await Promise.all([well, receiver, ...secure].map((one) => one.stop()));
  await folder.remove();
});

it('bears receivers of every kind, and delivers to each once it is mended (N1, N9, N10, N11)', {
  timeout: 240_000,
}, async () => {
  const server = await start({ env: { SIGNPOST_DATA_DIR: folder.path } });
  const memoryAtStart = memoryOf(server.pid);
  const { tenant } = await makeApplication(server.url, well);
  const delivery = { timeoutSeconds: 1, retrySchedule: Array.from({ length: 20 }, () => '2s') };
  for (const [name, script] of Object.entries({ ...bad, ...odd })) {
    receiver.answer(`/${name}`, script);
    await tenant.webhook(receiver.url(`/${name}`), { name, delivery });
  }
  const insecure = await Promise.all(
    secure.map((one, index) => tenant.webhook(one.url('/tls'), { name: certificates[index], delivery })),
  );

  const accepted: string[] = [];
  const startedAt = performance.now();
  for (let number = 0; number < events; number++) accepted.push((await tenant.send()).id);
  await until(() => well.missing(accepted).length === 0, 'what is well to have all', wellMsMax);
  const wellMs = Math.round(performance.now() - startedAt);
  // Every webhook that can fail has failed, and not only once: also those that are left alone after ten failures were tried again.
  const failed = `
    SELECT webhook_id FROM attempts a JOIN queue q USING (environment_id, delivery_id)
    WHERE a.outcome = 'failed' GROUP BY webhook_id HAVING count(*) > ${strikesToPause}`;
  const failing = Object.keys(bad).length + certificates.length;
  await until(async () => (await rows(failed)).length === failing, 'failures everywhere', 60_000);
  // Those that answer are never left alone for long: each delivery goes on by its own schedule.
  const again = `SELECT FROM queue JOIN webhooks w ON w.id = webhook_id WHERE attempt > 2 AND w.name = 'redirect' LIMIT 1`;
  await until(async () => (await rows(again)).length === 1, 'second failures where an answer comes', 60_000);
  expect(memoryOf(server.pid) - memoryAtStart).toBeLessThan(grownBytesMax);
  for (const one of secure) expect(one.requests()).toEqual([]);
  expect(receiver.requests('/elsewhere')).toEqual([]);

  for (const name of Object.keys(bad)) receiver.answer(`/${name}`, { status: 200 });
  for (const { id } of insecure) {
    const mended = { delivery: { verifyTls: false } };
    expect((await tenant.call('PATCH', `/webhooks/${id}`, mended)).status).toBe(200);
  }
  await until(async () => (await rows(`SELECT FROM ${unended} LIMIT 1`)).length === 0, 'every end', 90_000);

  const arrivedAt = (requests: Receiver, path: string) =>
    new Set(requests.requests(path).map(({ headers }) => String(headers['webhook-id'])));
  for (const name of Object.keys({ ...bad, ...odd }))
    expect(
      accepted.filter((id) => !arrivedAt(receiver, `/${name}`).has(id)),
      name,
    ).toEqual([]);
  for (const one of secure) expect(accepted.filter((id) => !arrivedAt(one, '/tls').has(id))).toEqual([]);
  expect(await rows(`SELECT state FROM deliveries WHERE state <> 'succeeded'`)).toEqual([]);
  expect(await rows(miscounted)).toEqual([]);
  expect(well.duplicates()).toBe(0);
  tell('bad receivers', {
    accepted: accepted.length,
    wellMs,
    megabytes: Math.round(memoryOf(server.pid) / 1024 ** 2),
  });
  expect(server.stderr()).not.toMatch(/unhandled|uncaught/i);
  server.signal('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0 });
});

const rows = (sql: string) => askEmbedded(folder.path, sql);
