// kill -9 of one worker of several under load, again and again: the others go on, what it had leased is delivered at once
// and not when its silence is noticed, and another takes its place.
// Two kills in every run, ten with FAULTS=full.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { askEmbedded } from '../harness/embedded-client.ts';
import { type DataFolder, full, makeApplication, makeDataFolder, tell } from '../harness/faults.ts';
import { type Load, startLoad } from '../harness/load.ts';
import { unended } from '../harness/places.ts';
import { isRunning, killAll, type ServerProcess, start, workersOf } from '../harness/process.ts';
import { startTally, type Tally } from '../harness/tally.ts';
import { until } from '../harness/until.ts';

const kills = full ? 10 : 2;
const workers = 3;
/** Well below the 15 s after which a silent node's leases are taken over. */
const freedMsMax = 8_000;

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

it(`loses nothing in ${kills} kills of a worker, and repeats only what that one had leased (N1, N9)`, {
  timeout: 240_000,
}, async () => {
  const server = await start({
    env: { SIGNPOST_DATA_DIR: folder.path },
    args: ['--workers', String(workers)],
  });
  const { key, path } = await makeApplication(server.url, receiver);
  load = startLoad({ events: () => server.url + path, key, senders: 16 });
  const leased: number[] = [];
  const freedMs: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    await load.acceptedMore(100 + Math.random() * 400);
    const acceptedBefore = await countAccepted(server);
    const killed = await killOne(server);
    // What the dead one had counted still counts.
    expect(await countAccepted(server)).toBeGreaterThanOrEqual(acceptedBefore);
    leased.push(killed.leased);
    freedMs.push(killed.freedMs);
    await until(() => workersOf(server).length === workers, 'another worker', 30_000);
    await until(async () => (await rows('SELECT id FROM nodes')).length === workers, 'its node', 30_000);
  }
  await load.acceptedMore(100);
  await load.stop();
  const { accepted, refused, unanswered } = load;
  await until(() => receiver.missing(accepted).length === 0, 'every accepted event', 30_000);
  await until(async () => (await rows(`SELECT FROM ${unended} LIMIT 1`)).length === 0, 'records', 30_000);
  const duplicates = receiver.duplicates();
  tell(`${kills} × kill -9 of a worker`, {
    accepted: accepted.size,
    unanswered,
    duplicates,
    leased,
    freedMs,
  });
  expect(duplicates).toBeLessThanOrEqual(leased.reduce((sum, count) => sum + count, 0));
  // What others had leased meanwhile was none of the dead one's business: no request was refused for it.
  expect([...refused.keys()]).toEqual([]);
  expect(Math.max(...freedMs)).toBeLessThan(freedMsMax);
  server.signal('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0 });
});

/** Answers how many deliveries it had leased, and how long it took until they were nobody's or others'. */
async function killOne(server: ServerProcess): Promise<{ leased: number; freedMs: number }> {
  const all = workersOf(server);
  const victim = all[Math.floor(Math.random() * all.length)] ?? 0;
  // Frozen it leases no more, once what it last asked for was done.
  process.kill(victim, 'SIGSTOP');
  const before = await steadyLeases();
  const told = server.stderr().length;
  process.kill(victim, 'SIGKILL');
  const killedAt = performance.now();
  const nodeId = await until(() => departed(server.stderr().slice(told), victim), 'its departure');
  await until(async () => !(await leases()).has(nodeId), 'its leases to be freed', 30_000);
  expect(isRunning(victim)).toBe(false);
  return { leased: before.get(nodeId) ?? 0, freedMs: Math.round(performance.now() - killedAt) };
}

async function countAccepted({ url }: ServerProcess): Promise<number> {
  const text = await until(
    () =>
      fetch(`${url}/metrics`).then(
        (answer) => answer.text(),
        () => null,
      ),
    'metrics',
  );
  return Number(/^signpost_events_accepted_total (\d+)$/m.exec(text)?.[1]);
}

/** The most that each node had leased, until no frozen node's can have grown any more. */
async function steadyLeases(): Promise<ReadonlyMap<number, number>> {
  const most = new Map<number, number>();
  let looks = 0;
  await until(async () => {
    for (const [node, count] of await leases()) most.set(node, Math.max(count, most.get(node) ?? 0));
    looks += 1;
    return looks === 10;
  }, 'several looks');
  return most;
}

async function leases(): Promise<ReadonlyMap<number, number>> {
  const sql = `SELECT owner, count(*)::int AS count FROM ${unended} WHERE owner IS NOT NULL GROUP BY owner`;
  return new Map((await rows(sql)).map((row) => [Number(row['owner']), Number(row['count'])]));
}

function departed(log: string, pid: number): number | null {
  const entries = log.split('\n').filter((line) => line.includes('a worker ended'));
  const entry = entries.find((line) => line.includes(`"pid":${pid},`));
  return entry === undefined ? null : Number((JSON.parse(entry) as { nodeId: number }).nodeId);
}

const rows = (sql: string) => askEmbedded(folder.path, sql);
