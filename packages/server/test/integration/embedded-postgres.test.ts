// The embedded PostgreSQL under what really happens to it: kill -9 in every place, two starts at once, directories
// that only root may enter. Real processes throughout; whatever a test leaves running is ended by its pid.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { silentLog } from '../../src/observe/log.ts';
import { chooseSocketDir } from '../../src/store/embedded/layout.ts';
import { inspectProcess, listProcesses } from '../../src/store/embedded/processes.ts';
import {
  DataDirectoryInUse,
  type EmbeddedConnection,
  type EmbeddedServer,
  startEmbedded,
} from '../../src/store/embedded/server.ts';

const asRoot = process.geteuid?.() === 0;
const asLinuxRoot = asRoot && process.platform === 'linux';
const serverModule = new URL('../../src/store/embedded/server.ts', import.meta.url).href;
const logModule = new URL('../../src/observe/log.ts', import.meta.url).href;

/** A Signpost reduced to its embedded server: says how its start went, stops on SIGTERM. */
const signpostSource = `
  const { startEmbedded } = await import(${JSON.stringify(serverModule)});
  const { silentLog } = await import(${JSON.stringify(logModule)});
  const say = (what) => process.stdout.write(JSON.stringify(what) + '\\n');
  try {
    const server = await startEmbedded({ dataDir: process.argv[1], log: silentLog });
    process.once('SIGTERM', () => server.stop().then(() => say({ stopped: true })));
    say({ adopted: server.adopted, connection: server.connection });
  } catch (error) {
    say({ error: error.name, message: error.message });
  }`;

interface Answer {
  adopted?: boolean;
  connection?: EmbeddedConnection;
  error?: string;
  message?: string;
  stopped?: boolean;
}

/** A stopped store to copy: making one takes longer than most tests. */
let template: string;
let home: string;
let dataDir: string;
let children: ChildProcess[];
let servers: EmbeddedServer[];

beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), 'embedded-template-'));
  await (await startEmbedded({ dataDir: template, log: silentLog })).stop();
});

afterAll(() => rm(template, { recursive: true, force: true }));

beforeEach(async () => {
  home = realpathSync(await mkdtemp(join(tmpdir(), 'embedded-')));
  dataDir = join(home, 'data');
  children = [];
  servers = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.allSettled(servers.map((server) => server.stop()));
  await endPostmasters();
  await rm(home, { recursive: true, force: true });
});

describe('a new data directory', () => {
  test('gets a durable store with a password and no network port', async () => {
    const server = await start();
    expect(server.adopted).toBe(false);
    const settings = await ask(
      server.connection,
      `select current_setting('data_checksums') checksums, current_setting('fsync') fsync, current_setting('jit') jit,
        current_setting('listen_addresses') addresses, current_setting('server_encoding') encoding,
        (select datlocale from pg_database where datname = 'signpost') locale, 'Ä' = upper('ä') upper`,
    );
    expect(settings).toEqual([
      {
        checksums: 'on',
        fsync: 'on',
        jit: 'off',
        addresses: '',
        encoding: 'UTF8',
        locale: 'C.UTF-8',
        upper: true,
      },
    ]);
    expect((await stat(join(dataDir, 'postgres.password'))).mode & 0o777).toBe(0o600);
    await expect(ask({ ...server.connection, password: 'wrong' }, 'select 1')).rejects.toThrow(
      /authentication/,
    );
    await server.stop();
    expect(await readdir(dataDir)).not.toContainEqual(expect.stringContaining('.new-'));
  });

  test('may lie deeper than a socket path may be long', async () => {
    dataDir = join(home, 'a'.repeat(60), 'b'.repeat(60));
    const server = await start();
    expect(server.connection.host).toMatch(new RegExp(`^${tmpdir()}/signpost-[0-9a-f]{16}$`));
    expect(await ask(server.connection, 'select 1 one')).toEqual([{ one: 1 }]);
    await server.stop();
    await rm(server.connection.host, { recursive: true });
  });

  test('two starts at once: one wins, the other is told by whom it is held', async () => {
    const signposts = [signpost(), signpost(), signpost()];
    const answers = await Promise.all(signposts.map((each) => each.answer()));
    const winner = answers.findIndex(({ error }) => error === undefined);
    const losers = answers.filter((_, index) => index !== winner);
    expect(losers).toHaveLength(2);
    for (const loser of losers) {
      expect(loser).toMatchObject({ error: 'DataDirectoryInUse' });
      expect(loser.message).toContain(`process id ${signposts[winner]?.child.pid}`);
    }
    expect(await ask(connectionOf(answers[winner]), 'select 1 one')).toEqual([{ one: 1 }]);
  });

  test('a start killed while it makes the store leaves nothing that disturbs the next', async () => {
    const first = signpost();
    await until(
      async () => existsSync(dataDir) && (await readdir(dataDir)).some((name) => name.includes('.new-')),
    );
    await first.kill();
    const server = await start();
    expect(await readdir(dataDir)).not.toContainEqual(expect.stringContaining('.new-'));
    expect(await ask(server.connection, 'select 1 one')).toEqual([{ one: 1 }]);
  });
});

describe('an existing store', () => {
  beforeEach(copyTemplate);

  test('keeps its rows over stop and start; stop may be called twice', async () => {
    const first = await start();
    await commitRow(first.connection);
    await Promise.all([first.stop(), first.stop()]);
    const startedAt = performance.now();
    const second = await start({ settings: { work_mem: '5MB', cluster_name: 'ignored' } });
    expect(performance.now() - startedAt).toBeLessThan(1500);
    expect(await rows(second.connection)).toBe(1);
    expect(await ask(second.connection, 'show work_mem')).toEqual([{ work_mem: '5MB' }]);
  });

  test('of another major version is refused', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow(/made by PostgreSQL 17.*brings PostgreSQL 18/);
  });

  test('a server that cannot start says why', async () => {
    await (await start()).stop();
    await expect(start({ settings: { shared_buffers: 'nonsense' } })).rejects.toThrow(
      /did not start.*invalid value for parameter "shared_buffers"/s,
    );
  });
});

describe('one Signpost at a time', () => {
  beforeEach(copyTemplate);

  test('a second one is refused with the process id of the first', async () => {
    const server = await start();
    const refusal = start();
    await expect(refusal).rejects.toBeInstanceOf(DataDirectoryInUse);
    await expect(refusal).rejects.toThrow(`process id ${process.pid}`);
    expect(await ask(server.connection, 'select 1 one')).toEqual([{ one: 1 }]);
  });

  test('a start during a stop either takes over or is refused', async () => {
    const outcomes: string[] = [];
    for (const delayMs of [0, 5, 40, 80]) {
      const first = await start();
      await commitRow(first.connection);
      const stopped = first.stop();
      await sleep(delayMs);
      const second = await start().catch((error: unknown) => error);
      await stopped;
      if (second instanceof Error) expect(second).toBeInstanceOf(DataDirectoryInUse);
      const owner = second instanceof Error ? await start() : (second as EmbeddedServer);
      outcomes.push(second instanceof Error ? 'refused' : 'took over');
      expect(await rows(owner.connection)).toBe(outcomes.length);
      await owner.stop();
    }
    expect(outcomes).toContain('took over');
  });

  test('a cut session takes the lock again', async () => {
    const server = await start();
    const cut =
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'signpost:%'";
    expect(await ask(server.connection, cut)).toHaveLength(1);
    await until(() => isHeld(server));
    await expect(start()).rejects.toThrow(`process id ${process.pid}`);
  });
});

describe('kill -9', () => {
  beforeEach(copyTemplate);

  test('of Signpost: the next start adopts the server', async () => {
    const first = signpost();
    const connection = connectionOf(await first.answer());
    const pid = await postmasterPid();
    await commitRow(connection);
    await first.kill();
    const second = await start();
    expect(second.adopted).toBe(true);
    expect(await postmasterPid()).toBe(pid);
    expect(await rows(second.connection)).toBe(1);
    await second.stop();
    expect(await isServer(pid)).toBe(false);
  });

  test('of everything: nothing committed is lost, though another process has the number now', async () => {
    const first = signpost();
    await commitRow(connectionOf(await first.answer()));
    const stranger = await strangerOfSameUser();
    process.kill(await postmasterPid(), 'SIGKILL');
    await first.kill();
    await misdirect(join(dataDir, 'postgres', 'postmaster.pid'), stranger);
    await misdirect(join(dataDir, 'run', '.s.PGSQL.5432.lock'), stranger);
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await rows(second.connection)).toBe(1);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  });

  test('of the server: it comes back by itself, though a busy orphan still holds its memory', async () => {
    const server = await start();
    await commitRow(server.connection);
    const busy = ask(
      server.connection,
      'select count(*) from generate_series(1, 1000000000000) where random() < 0',
    );
    const orphaned = expect(busy).rejects.toThrow();
    await until(async () => {
      const active =
        "select from pg_stat_activity where query like '%1000000000000%' and pid <> pg_backend_pid()";
      return (await ask(server.connection, active)).length === 1;
    });
    process.kill(await postmasterPid(), 'SIGKILL');
    await until(async () => (await rows(server.connection).catch(() => 0)) === 1);
    await orphaned;
    await until(() => isHeld(server));
    await expect(start()).rejects.toBeInstanceOf(DataDirectoryInUse);
  });

  test('of the server twice: a stop in the midst of coming back is safe', async () => {
    const server = await start();
    await commitRow(server.connection);
    process.kill(await postmasterPid(), 'SIGKILL');
    await until(async () => (await rows(server.connection).catch(() => 0)) === 1);
    const pid = await postmasterPid();
    process.kill(pid, 'SIGKILL');
    await until(async () => !(await isServer(pid)));
    await server.stop();
    await expect(ask(server.connection, 'select 1')).rejects.toThrow();
    const next = await start();
    expect(await rows(next.connection)).toBe(1);
  });
});

describe('users and directories', () => {
  test.runIf(asLinuxRoot)('root with everything in reach: plainly another user', async () => {
    await chmod(home, 0o755);
    const server = await start();
    const pid = await postmasterPid();
    expect(await statusOf(pid, 'Uid')).not.toMatch(/\b0\b/);
    expect(await statusOf(pid, 'CapEff')).toMatch(/^0+$/);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o710);
    expect(await ask(server.connection, 'select 1 one')).toEqual([{ one: 1 }]);
  });

  test.runIf(asLinuxRoot)('root with a directory that no other user may enter', async () => {
    await chmod(home, 0o700);
    const server = await start();
    expect(await statusOf(await postmasterPid(), 'Uid')).not.toMatch(/\b0\b/);
    await server.stop();
    expect((await stat(home)).mode & 0o777).toBe(0o700);
    // Moved to where everybody may enter, the same store opens as well.
    await chmod(home, 0o755);
    await chmod(dataDir, 0o755);
    const second = await start();
    expect(await ask(second.connection, 'select 1 one')).toEqual([{ one: 1 }]);
  });

  test.runIf(asLinuxRoot)('an ordinary user', async (context) => {
    await mkdir(dataDir, { mode: 0o700 });
    await chown(dataDir, 65_534, 65_534);
    await chmod(home, 0o755);
    if (!(await mayRead(65_534))) context.skip('the checkout is out of reach for other users');
    const other = signpost({ uid: 65_534, gid: 65_534 });
    expect(await other.answer()).toMatchObject({ adopted: false });
    expect(await statusOf(await postmasterPid(), 'Uid')).toMatch(/^65534/);
    other.child.kill('SIGTERM');
    expect(await other.answer()).toEqual({ stopped: true });
    // Root serves the same store as its owner.
    const server = await start();
    expect(await statusOf(await postmasterPid(), 'Uid')).toMatch(/^65534/);
    await server.stop();
  });

  test('the socket lies beside the data while its path is short enough', () => {
    expect(chooseSocketDir('/data', '/tmp', 'abc')).toBe('/data/run');
    expect(chooseSocketDir('/d'.repeat(50), '/tmp', 'abc')).toBe('/tmp/signpost-abc');
    expect(chooseSocketDir('/d'.repeat(50), '/t'.repeat(50), 'abc')).toBe('/tmp/signpost-abc');
  });
});

async function copyTemplate(): Promise<void> {
  // Node's own cp takes two seconds for these thousand files.
  await promisify(execFile)('cp', ['-Rp', template, dataDir]);
}

async function start(more: { settings?: Record<string, string> } = {}): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, log: silentLog, ...more });
  servers.push(server);
  return server;
}

function signpost(identity: { uid?: number; gid?: number } = {}) {
  const args = ['--input-type=module', '--eval', signpostSource, dataDir];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: '/',
    ...identity,
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    child,
    answer: async () => JSON.parse((await lines.next()).value ?? '{}') as Answer,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function connectionOf(answer: Answer | undefined): EmbeddedConnection {
  if (answer?.connection === undefined) throw new Error(`no connection: ${JSON.stringify(answer)}`);
  return answer.connection;
}

async function ask(connection: EmbeddedConnection, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ ...connection });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

async function commitRow(connection: EmbeddedConnection): Promise<void> {
  await ask(connection, 'create table if not exists kept (at timestamptz default now())');
  await ask(connection, 'insert into kept default values');
}

async function rows(connection: EmbeddedConnection): Promise<number> {
  const [row] = await ask(connection, 'select count(*)::int as count from kept');
  return Number(row?.['count']);
}

async function isHeld(server: EmbeddedServer): Promise<boolean> {
  const locks = "select from pg_locks where locktype = 'advisory' and granted";
  return (await ask(server.connection, locks).catch(() => [])).length === 1;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 15_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('waited in vain');
    await sleep(10);
  }
}

async function postmasterPid(): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

async function isServer(pid: number): Promise<boolean> {
  return ((await inspectProcess(pid))?.command ?? '').includes(`-D ${home}`);
}

/** Whatever still runs from this test's directory, in case the test has failed. */
async function endPostmasters(): Promise<void> {
  for (const { pid, command } of await listProcesses()) {
    if (command.includes(`-D ${home}`)) process.kill(pid, 'SIGKILL');
  }
}

async function statusOf(pid: number, field: string): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return new RegExp(`^${field}:\\s*(.*)$`, 'm').exec(status)?.[1] ?? '';
}

/** PostgreSQL respects only numbers of processes of its own user. */
async function strangerOfSameUser(): Promise<ChildProcess> {
  const { uid, gid } = await stat(join(dataDir, 'postgres'));
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore', cwd: '/', ...(asRoot ? { uid, gid } : {}) });
  children.push(stranger);
  return stranger;
}

async function misdirect(path: string, to: ChildProcess): Promise<void> {
  const content = await readFile(path, 'utf8');
  await writeFile(path, content.replace(/^\d+/, String(to.pid)));
}

async function mayRead(uid: number): Promise<boolean> {
  const source = `await import(${JSON.stringify(serverModule)})`;
  const args = ['--input-type=module', '--eval', source];
  const child = spawn(process.execPath, args, { uid, gid: uid, cwd: '/', stdio: 'ignore' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
