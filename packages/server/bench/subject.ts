// A Signpost as it is shipped, in processes of its own with its embedded database, reached over HTTP alone. Its data outlive
// it: it can be stopped, given other data, and started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Belongings } from './belongings.ts';
import { ended } from './child.ts';
import { endPostmaster, readPostmasterPid } from './contestants/postmaster.ts';

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url));
/** What `npm start` gives Node: the server is measured as it is shipped. */
const shippedArgs = readShippedArgs();
export const environment = 'DEVELOPMENT';

export interface SubjectOptions {
  readonly dir: string;
  readonly belongings: Belongings;
  /** For the server's process, not for the database. */
  readonly nodeArgs: readonly string[];
  readonly workers: number;
}

/** The server while it runs. */
export interface Live {
  readonly pid: number;
  readonly postmasterPid: number | null;
  /** Calls the API as root, below its base; throws unless that is answered well. */
  post(path: string, body: object): Promise<Record<string, unknown>>;
  readonly origin: string;
  stop(): Promise<void>;
}

/** An application to which events can be posted. */
export interface Application {
  readonly id: string;
  /** Below the base of the API, like that of its organization. */
  readonly path: string;
  readonly organizationPath: string;
  readonly authorization: string;
}

export interface Subject {
  readonly dir: string;
  readonly masterKey: Buffer;
  start(): Promise<Live>;
}

function readShippedArgs(): readonly string[] {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  const { scripts } = JSON.parse(text) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

export function createSubject({ dir, belongings, nodeArgs, workers }: SubjectOptions): Subject {
  const rootKey = randomBytes(24).toString('base64url');
  const masterKey = randomBytes(32);
  return {
    dir,
    masterKey,
    async start() {
      const { PATH, HOME, TMPDIR } = process.env;
      belongings.refuseIfClosed();
      const server = spawn(
        process.execPath,
        [...shippedArgs, ...nodeArgs, program, '--workers', String(workers)],
        {
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { PATH, HOME, TMPDIR, ...settings(dir, rootKey, masterKey) },
        },
      );
      passOnLog(server);
      const stop = ownServer(server, dir, belongings);
      const origin = await readAddress(server);
      const postmasterPid = await readPostmasterPid(dir);
      const call = (path: string, body: object) => post(`${origin}/api/v1${path}`, rootKey, body);
      return { pid: server.pid ?? 0, postmasterPid, origin, post: call, stop };
    },
  };
}

/** An organization with an application and a key for it. */
export async function makeApplication({ post: create }: Live): Promise<Application> {
  const organization = await create('/organizations', { name: 'Bench' });
  const organizationPath = `/organizations/${organization['id']}`;
  const { id } = await create(`${organizationPath}/applications`, { name: 'Bench' });
  const path = `/applications/${id}/envs/${environment}`;
  const { key } = await create(`${path}/keys`, { name: 'bench', scopes: ['events:write', 'events:read'] });
  return { id: String(id), path, organizationPath, authorization: `Bearer ${key}` };
}

function settings(dataDir: string, rootKey: string, masterKey: Buffer): Record<string, string> {
  return {
    SIGNPOST_PORT: '0',
    SIGNPOST_DATA_DIR: dataDir,
    SIGNPOST_ROOT_KEY: rootKey,
    SIGNPOST_MASTER_KEY: masterKey.toString('base64'),
    SIGNPOST_LOG: 'warn',
    SIGNPOST_ALLOW_CIDRS: '127.0.0.0/8',
  };
}

/** What it logs, but not its words to an operator who would make the first account. */
function passOnLog({ stderr }: ChildProcess): void {
  if (stderr === null) return;
  createInterface({ input: stderr }).on('line', (line) => {
    if (!line.startsWith('Make the first super admin')) process.stderr.write(`${line}\n`);
  });
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

async function post(url: string, key: string, body: object): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`POST ${url} answered ${answer.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as Record<string, unknown>;
}
