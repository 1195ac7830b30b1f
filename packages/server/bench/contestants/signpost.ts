// Contestant "signpost": the product as it is shipped, in a process of its own with its embedded database, reached over HTTP
// alone. It gets one organization, one application, one key and one webhook, all made by its API.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Belongings } from '../belongings.ts';
import { ended } from '../child.ts';
import type { Running, Setting } from './contestant.ts';
import { endPostmaster, readPostmasterPid } from './postmaster.ts';

const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const environment = 'DEVELOPMENT';

export async function startSignpost({
  dir,
  receiverUrl,
  loader,
  belongings,
  nodeArgs,
}: Setting): Promise<Running> {
  const rootKey = randomBytes(24).toString('base64url');
  const { PATH, HOME, TMPDIR } = process.env;
  belongings.refuseIfClosed();
  const server = spawn(process.execPath, [...nodeArgs, program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH, HOME, TMPDIR, ...settings(dir, rootKey) },
  });
  const stop = ownServer(server, dir, belongings);
  const origin = await readAddress(server);
  const { url, key } = await setUp(origin, rootKey, receiverUrl);
  return {
    loader,
    url,
    authorization: `Bearer ${key}`,
    pid: server.pid ?? 0,
    postmasterPid: await readPostmasterPid(dir),
    stop,
  };
}

function settings(dataDir: string, rootKey: string): Record<string, string> {
  return {
    SIGNPOST_PORT: '0',
    SIGNPOST_DATA_DIR: dataDir,
    SIGNPOST_ROOT_KEY: rootKey,
    SIGNPOST_LOG: 'warn',
    SIGNPOST_ALLOW_CIDRS: '127.0.0.0/8',
  };
}

function ownServer(server: ChildProcess, dir: string, belongings: Belongings): () => Promise<void> {
  return belongings.own(async () => {
    server.kill('SIGTERM');
    await ended(server);
    await endPostmaster(dir);
  });
}

/** From the one line that it prints when it is ready. */
function readAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code, signal) => reject(new Error(`Signpost did not start (${signal ?? code})`)));
    if (server.stdout === null) return reject(new Error('Signpost has no standard output'));
    createInterface({ input: server.stdout }).on('line', (line) => {
      const address = /https?:\/\/[^\s"]+/.exec(line)?.[0];
      if (address !== undefined) resolve(new URL(address).origin);
    });
  });
}

async function setUp(
  origin: string,
  rootKey: string,
  receiverUrl: string,
): Promise<{ url: string; key: string }> {
  const create = (path: string, body: object) => post(`${origin}/api/v1${path}`, rootKey, body);
  const organization = await create('/organizations', { name: 'Bench' });
  const application = await create(`/organizations/${organization['id']}/applications`, { name: 'Bench' });
  const base = `/applications/${application['id']}/envs/${environment}`;
  const { key } = await create(`${base}/keys`, { name: 'bench', scopes: ['events:write'] });
  await create(`${base}/webhooks`, { name: 'bench', url: receiverUrl });
  return { url: `${origin}/api/v1${base}/events`, key: String(key) };
}

async function post(url: string, key: string, body: object): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`POST ${url} answered ${answer.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as Record<string, unknown>;
}
