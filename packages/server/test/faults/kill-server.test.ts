// kill -9 of the server under load, again and again, on one embedded store: whatever was answered 202 arrives.
// Three kills in every run, twenty with FAULTS=full.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { askEmbedded } from '../harness/embedded-client.ts';
import { type DataFolder, full, makeApplication, makeDataFolder, tell } from '../harness/faults.ts';
import { type Load, startLoad } from '../harness/load.ts';
import { miscounted, unended } from '../harness/places.ts';
import { isRunning, killAll, postmasterOf, type ServerProcess, start } from '../harness/process.ts';
import { startTally, type Tally } from '../harness/tally.ts';
import { until } from '../harness/until.ts';

const kills = full ? 20 : 3;
/** One of the kills takes PostgreSQL along. */
const killWithPostmaster = Math.floor(kills / 2);
const senders = 16;
const moreBeforeKill = { min: 50, max: full ? 1_500 : 800 };

let folder: DataFolder;
let receiver: Tally;
let load: Load | null = null;

beforeEach(async () => {
  folder = makeDataFolder();
  receiver = await startTally(5);
});
afterEach(async () => {
  await killAll();
  await load?.stop();
  await receiver.stop();
  await folder.remove();
});

const serve = () => start({ env: { SIGNPOST_DATA_DIR: folder.path } });

it(`loses nothing that was accepted in ${kills} kills of the server, and repeats only what was leased (N1)`, {
  timeout: full ? 600_000 : 180_000,
}, async () => {
  let server = await serve();
  const { key, path } = await makeApplication(server.url, receiver);
  load = startLoad({ events: () => server.url + path, key, senders });
  const inFlight: number[] = [];
  const startsMs: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    await load.acceptedMore(moreBeforeKill.min + Math.random() * (moreBeforeKill.max - moreBeforeKill.min));
    inFlight.push(await killServer(server, kill === killWithPostmaster));
    server = await serve();
    startsMs.push(Math.round(server.startedInMs));
  }
  await load.acceptedMore(100);
  await load.stop();
  const { accepted } = load;
  await until(() => receiver.missing(accepted).length === 0, 'every accepted event', 30_000);
  await until(() => allEnded(folder.path), 'an empty queue', 30_000);
  // Nothing was written for a server that was dead: every attempt is the only one of its number.
  expect(await askEmbedded(folder.path, miscounted)).toEqual([]);
  server.signal('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0 });

  const duplicates = receiver.duplicates();
  const leased = inFlight.reduce((sum, count) => sum + count, 0);
  tell(`${kills} × kill -9`, { accepted: accepted.size, duplicates, leased: inFlight, startsMs });
  expect(duplicates).toBeLessThanOrEqual(leased);
});

/** Answers how many deliveries were leased when the server died: the most that can be sent twice because of it. */
async function killServer(server: ServerProcess, alsoPostmaster: boolean): Promise<number> {
  const postmaster = postmasterOf(folder.path) ?? 0;
  expect(isRunning(postmaster)).toBe(true);
  server.signal('SIGKILL');
  expect(await server.ended).toMatchObject({ signal: 'SIGKILL' });
  // The orphan goes on, for the next start to adopt, unless it dies too.
  expect(postmasterOf(folder.path)).toBe(postmaster);
  const leased = await countLeased(folder.path);
  if (alsoPostmaster) process.kill(postmaster, 'SIGKILL');
  return leased;
}

async function countLeased(dataDir: string): Promise<number> {
  const leased = `SELECT count(*)::int AS count FROM ${unended} WHERE owner IS NOT NULL`;
  return Number((await askEmbedded(dataDir, leased))[0]?.['count']);
}

async function allEnded(dataDir: string): Promise<boolean> {
  return (await askEmbedded(dataDir, `SELECT FROM ${unended} LIMIT 1`)).length === 0;
}
