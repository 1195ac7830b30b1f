// kill -9 of the embedded PostgreSQL under load, while Signpost runs on: it comes back by itself, nothing is lost or repeated.
// Two kills in every run, six with FAULTS=full.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { askEmbedded } from '../harness/embedded-client.ts';
import { type DataFolder, full, makeApplication, makeDataFolder, tell } from '../harness/faults.ts';
import { type Load, startLoad } from '../harness/load.ts';
import { unended } from '../harness/places.ts';
import { killAll, postmasterOf, start } from '../harness/process.ts';
import { startTally, type Tally } from '../harness/tally.ts';
import { until } from '../harness/until.ts';

const kills = full ? 6 : 2;
const senders = 16;
const recoveredMsMax = 30_000;

let folder: DataFolder;
let receiver: Tally;
let load: Load | null = null;

beforeEach(async () => {
  folder = makeDataFolder();
  receiver = await startTally(20);
});
afterEach(async () => {
  await killAll();
  await load?.stop();
  await receiver.stop();
  await folder.remove();
});

it(`survives ${kills} kills of its database without a restart`, { timeout: 180_000 }, async () => {
  const server = await start({ env: { SIGNPOST_DATA_DIR: folder.path } });
  const { key, path } = await makeApplication(server.url, receiver);
  load = startLoad({ events: () => server.url + path, key, senders });
  const recoveredMs: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    await load.acceptedMore(100 + Math.random() * 400);
    const killedAt = performance.now();
    process.kill(postmasterOf(folder.path) ?? 0, 'SIGKILL');
    // More than could have been on their way when it died.
    await load.acceptedMore(2 * senders, recoveredMsMax);
    recoveredMs.push(Math.round(performance.now() - killedAt));
  }
  await load.stop();
  const { accepted, refused, unanswered } = load;
  await until(() => receiver.missing(accepted).length === 0, 'every accepted event', 30_000);
  await until(() => allEnded(), 'a record of every attempt', 30_000);
  tell(`${kills} × kill -9 of the postmaster`, {
    accepted: accepted.size,
    refused: refused.get(503) ?? 0,
    recoveredMs,
    duplicates: receiver.duplicates(),
  });
  expect(receiver.duplicates()).toBe(0);
  expect([...refused.keys()].filter((status) => status !== 503)).toEqual([]);
  expect(unanswered).toBe(0);
  expect(server.stderr()).not.toMatch(/unhandled|uncaught/i);
  server.signal('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0 });
});

async function allEnded(): Promise<boolean> {
  return (await askEmbedded(folder.path, `SELECT FROM ${unended} LIMIT 1`)).length === 0;
}
