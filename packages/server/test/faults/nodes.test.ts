// Several nodes on one database: they share the work, and when one dies or freezes the others take its leases over. What it
// records late is refused. One death in every run; one every few seconds for a minute with FAULTS=full.
// Silence counts after 4 s here instead of 15, so that a run need not wait for it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { full, makeApplication, type TestApplication, tell } from '../harness/faults.ts';
import { withClient } from '../harness/global-setup.ts';
import { type Load, startLoad } from '../harness/load.ts';
import { miscounted, unended } from '../harness/places.ts';
import { kill, killAll, type ServerProcess, start } from '../harness/process.ts';
import { startProxy, targetOf, throughProxy } from '../harness/proxy.ts';
import { startTally, type Tally } from '../harness/tally.ts';
import { until } from '../harness/until.ts';

const silenceMs = 4_000;
/** A silence, the look for silent nodes, locks of a frozen transaction (10 s at most), and slack for a busy machine. */
const takenOverMsMax = 30_000;
const deaths = full ? 12 : 1;
/** How long a node cannot reach the database; in a short run, until it is declared dead. */
const blackHoleMs = full ? 20_000 : 0;
const program = new URL('../harness/node-program.ts', import.meta.url);

let database: TestDatabase;
let receiver: Tally;
let nodes: ServerProcess[] = [];
let application: TestApplication;
let load: Load | null = null;

beforeEach(async () => {
  database = await createTestDatabase();
  receiver = await startTally(50);
});
afterEach(async () => {
  await killAll();
  await load?.stop();
  load = null;
  await receiver.stop();
  await database.drop();
});

const serve = (url = database.url) =>
  start({ program, args: [String(silenceMs)], env: { DATABASE_URL: url } });

async function serveNodes(count: number): Promise<void> {
  nodes = await Promise.all(Array.from({ length: count }, () => serve()));
  application = await makeApplication(nodes[0]?.url ?? '', receiver);
}

/** To the nodes in turn. */
function beginLoad(): Load {
  let turn = 0;
  const events = () => (nodes[turn++ % nodes.length]?.url ?? '') + application.path;
  load = startLoad({ events, key: application.key, senders: 12 });
  return load;
}

describe('several nodes on one database', { timeout: 240_000 }, () => {
  it('share the work, and each event is delivered once', async () => {
    await serveNodes(2);
    const underLoad = beginLoad();
    await underLoad.acceptedMore(500);
    await underLoad.stop();
    await allDelivered(underLoad);
    expect(receiver.duplicates()).toBe(0);
    expect(await ask('SELECT count(*)::int AS count FROM nodes')).toBe(2);
  });

  it(`take over what ${deaths} killed nodes had leased`, async () => {
    await serveNodes(3);
    await steady();
    const underLoad = beginLoad();
    let leased = 0;
    const takenOverMs: number[] = [];
    for (let death = 0; death < deaths; death++) {
      await underLoad.acceptedMore(100 + Math.random() * 300);
      const before = await nodeIds();
      const victim = nodes.splice(Math.floor(Math.random() * nodes.length), 1)[0];
      if (!victim) throw new Error('No node is left.');
      await kill(victim);
      const killedAt = performance.now();
      const owners = await leasesByNode();
      const dead = await until(() => missingOf(before), 'the take-over', takenOverMsMax);
      takenOverMs.push(Math.round(performance.now() - killedAt));
      leased += owners.get(dead) ?? 0;
      nodes.push(await serve());
    }
    await underLoad.stop();
    await allDelivered(underLoad);
    const duplicates = receiver.duplicates();
    tell(`${deaths} dead nodes`, { accepted: underLoad.accepted.size, leased, duplicates, takenOverMs });
    expect(duplicates).toBeLessThanOrEqual(leased);
  });

  it('refuse what a node records that was frozen for too long; it goes on under a new id', async () => {
    await serveNodes(2);
    await steady();
    receiver.delay(300);
    const underLoad = beginLoad();
    await underLoad.acceptedMore(100);
    const [frozen, other] = nodes;
    if (!frozen || !other) throw new Error('There are two nodes.');
    const before = await nodeIds();
    frozen.signal('SIGSTOP');
    nodes = [other];
    // What the frozen node had leased: a statement of its that was under way may still add to it.
    const leasedBy = new Map<number, number>();
    const lostId = await until(() => takenOver(before, leasedBy), 'the take-over', takenOverMsMax);
    await underLoad.acceptedMore(50);
    frozen.signal('SIGCONT');
    await until(() => /it has a new id/.test(frozen.stderr()), 'a new id', takenOverMsMax);
    nodes = [frozen];
    await underLoad.acceptedMore(100);
    await underLoad.stop();
    await allDelivered(underLoad);
    // It finds out by its heartbeat, and forfeits what it held, or by a record that is refused: whichever comes first.
    const late = frozen.stderr().match(/its lease was lost/g)?.length ?? 0;
    const duplicates = receiver.duplicates();
    const leased = leasedBy.get(lostId) ?? 0;
    tell('a frozen node', { accepted: underLoad.accepted.size, leased, duplicates, refusedRecords: late });
    // Every recorded attempt is the only one of its number, and the log shows as many as were counted.
    expect(await rows(miscounted)).toEqual([]);
    expect(await ask("SELECT count(*)::int AS count FROM deliveries WHERE state <> 'succeeded'")).toBe(0);
    expect(duplicates).toBeLessThanOrEqual(leased);
  });

  it('go on without one that the network cut off from the database; what it had leased is theirs, and it comes back under a new id', async () => {
    const proxy = await startProxy(targetOf(database.url));
    const cutOff = await serve(throughProxy(database.url, proxy));
    const other = await serve();
    nodes = [cutOff, other];
    application = await makeApplication(other.url, receiver);
    await steady();
    receiver.delay(300);
    const underLoad = beginLoad();
    await underLoad.acceptedMore(100);
    const before = await nodeIds();
    await proxy.become('silent');
    nodes = [other];
    const silentSince = performance.now();
    const leasedBy = new Map<number, number>();
    const lostId = await until(() => takenOver(before, leasedBy), 'the take-over', takenOverMsMax);
    await underLoad.acceptedMore(50);
    await until(
      () => performance.now() - silentSince > blackHoleMs,
      'the end of the silence',
      2 * blackHoleMs,
    );
    await proxy.become('pass');
    // What was said into the silence arrives late, as after a network that had only stalled: it must change nothing any more.
    proxy.release();
    await until(() => /it has a new id/.test(cutOff.stderr()), 'a new id', takenOverMsMax);
    nodes = [cutOff];
    await underLoad.acceptedMore(100);
    await underLoad.stop();
    await allDelivered(underLoad);
    const duplicates = receiver.duplicates();
    const leased = leasedBy.get(lostId) ?? 0;
    tell('a node cut off', { accepted: underLoad.accepted.size, leased, duplicates });
    expect(await rows(miscounted)).toEqual([]);
    expect(duplicates).toBeLessThanOrEqual(leased);
    expect(cutOff.stderr()).not.toMatch(/unhandled|uncaught/i);
    await proxy.stop();
  });
});

/** Only who could reach the database for a whole silence may say that another is silent. */
async function steady(): Promise<void> {
  const young = `SELECT count(*)::int AS count FROM nodes WHERE heartbeat_at - started_at < interval '${silenceMs} ms'`;
  await until(async () => (await ask(young)) === 0, 'nodes that have been up for a while');
}

async function nodeIds(): Promise<readonly number[]> {
  return (await rows('SELECT id FROM nodes')).map((row) => Number(row['id']));
}

/** The same, noting the most that each node had leased until then. */
async function takenOver(
  before: readonly number[],
  leasedBy: Map<number, number>,
): Promise<number | undefined> {
  for (const [id, count] of await leasesByNode()) leasedBy.set(id, Math.max(count, leasedBy.get(id) ?? 0));
  return missingOf(before);
}

/** The node that was declared dead since. */
async function missingOf(before: readonly number[]): Promise<number | undefined> {
  const present = await nodeIds();
  return before.find((id) => !present.includes(id));
}

async function leasesByNode(): Promise<ReadonlyMap<number, number>> {
  const leases = await rows(`SELECT owner, count(*) FROM ${unended} WHERE owner IS NOT NULL GROUP BY owner`);
  return new Map(leases.map((row) => [Number(row['owner']), Number(row['count'])]));
}

async function allDelivered({ accepted }: Load): Promise<void> {
  await until(() => receiver.missing(accepted).length === 0, 'every accepted event', 60_000);
  await until(
    async () => (await ask(`SELECT count(*)::int AS count FROM ${unended}`)) === 0,
    'records',
    60_000,
  );
}

async function ask(sql: string): Promise<number> {
  return Number((await rows(sql))[0]?.['count']);
}

function rows(sql: string): Promise<readonly Record<string, unknown>[]> {
  return withClient(database.url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
}
