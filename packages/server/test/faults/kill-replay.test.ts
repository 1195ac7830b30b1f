// kill -9 of the server while it sends a large selection again: the replay goes on where it was, counts each delivery once, and
// what it said was sent arrives.
// Two kills of a replay of 1,000 in every run; six of one of 20,000 with FAULTS=full.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { askEmbedded } from '../harness/embedded-client.ts';
import { type DataFolder, full, makeDataFolder, tell } from '../harness/faults.ts';
import { miscounted, unended } from '../harness/places.ts';
import { killAll, rootKey, type ServerProcess, start } from '../harness/process.ts';
import { caller, makeTenant } from '../harness/signpost.ts';
import { startTally, type Tally } from '../harness/tally.ts';
import { until } from '../harness/until.ts';

const size = full ? 20_000 : 1_000;
const kills = full ? 6 : 2;
const perSecond = full ? 1_000 : 300;
const eventsAtOnce = 100;

let folder: DataFolder;
let receiver: Tally;
let server: ServerProcess;

beforeEach(async () => {
  folder = makeDataFolder();
  receiver = await startTally();
  server = await serve();
});
afterEach(async () => {
  await killAll();
  await receiver.stop();
  await folder.remove();
});

const serve = () => start({ env: { SIGNPOST_DATA_DIR: folder.path } });
const rows = (sql: string) => askEmbedded(folder.path, sql);

it(`a replay of ${size} survives ${kills} kills of the server and sends each delivery again (N1, N7)`, {
  timeout: full ? 600_000 : 180_000,
}, async () => {
  const { key, appId } = await makeTenant(server.url, caller(server.url, rootKey));
  const path = `/api/v1/applications/${appId}/envs/PRODUCTION`;
  const call = (method: string, below: string, body?: unknown) =>
    caller(server.url, key)(method, path + below, body);
  receiver.answer(404);
  await call('POST', '/webhooks', { name: 'w', url: receiver.url, delivery: { retrySchedule: [] } });
  const events = Array.from({ length: eventsAtOnce }, () => ({ type: 'signer.signed', content: {} }));
  for (let sent = 0; sent < size; sent += eventsAtOnce) {
    expect((await call('POST', '/events', events)).status).toBe(202);
  }
  await until(async () => (await stateCount('failed')) === size, 'all to fail', 120_000);
  receiver.answer(200);

  const begun = await call('POST', '/deliveries/resend', { filter: { status: ['failed'] }, perSecond });
  expect(begun.status).toBe(202);
  const replay = async () => (await call('GET', `/replays/${begun.body.id}`)).body;
  const doneAtKill: number[] = [];
  const leased: number[] = [];
  for (let kill = 1; kill <= kills; kill++) {
    const from = Math.floor((size * kill) / (kills + 1));
    await until(async () => (await replay()).done >= from, `${from} to be sent`, 120_000);
    server.signal('SIGKILL');
    await server.ended;
    leased.push(await countLeased());
    server = await serve();
    doneAtKill.push((await replay()).done);
  }
  const ended = await until(
    async () => {
      const shown = await replay();
      return shown.state === 'done' && shown;
    },
    'the end of the replay',
    120_000,
  );
  await until(async () => (await stateCount('succeeded')) === size, 'all to succeed', 60_000);
  expect(await rows(`SELECT FROM ${unended} LIMIT 1`)).toEqual([]);
  expect(ended).toMatchObject({ total: size, done: size, skipped: 0, progress: 1 });
  // Each was attempted once before and once again, whatever was sent twice because its record was lost.
  expect(await rows('SELECT attempts, count(*)::int AS count FROM deliveries GROUP BY attempts')).toEqual([
    { attempts: 2, count: size },
  ]);
  expect(await rows(miscounted)).toEqual([]);
  const duplicates = receiver.duplicates() - size;
  tell(`${kills} × kill -9 of a replay`, { deliveries: size, doneAtKill, duplicates, leased });
  expect(duplicates).toBeLessThanOrEqual(leased.reduce((sum, count) => sum + count, 0));
});

const stateCount = async (state: string): Promise<number> =>
  Number(
    (await rows(`SELECT count(*)::int AS count FROM deliveries WHERE state = '${state}'`))[0]?.['count'],
  );

async function countLeased(): Promise<number> {
  const [row] = await rows(`SELECT count(*)::int AS count FROM ${unended} WHERE owner IS NOT NULL`);
  return Number(row?.['count']);
}
