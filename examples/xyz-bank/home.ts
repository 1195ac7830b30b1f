// Where the demo's server lives: port, data folder, root key. One run that only tests leaves nothing behind; one that stays
// up keeps its data, so that the next one finds it.
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isTaken } from './server.ts';

export interface Home {
  readonly port: number;
  /** The port that was wanted and is not free. */
  readonly takenPort: number | null;
  readonly dataDir: string;
  /** null: the server makes one and keeps it in its data folder. */
  readonly rootKey: string | null;
  readonly rootKeyFile: string;
  leave(): Promise<void>;
}

const portWanted = 8080;

export async function moveIn(root: string, once: boolean): Promise<Home> {
  const dataDir = once ? await mkdtemp(join(tmpdir(), 'signpost-demo-')) : join(root, 'data', 'demo');
  const rootKeyFile = join(dataDir, 'root.key');
  if (once) {
    const leave = () => rm(dataDir, { recursive: true, force: true });
    return {
      port: 0,
      takenPort: null,
      dataDir,
      rootKey: randomBytes(32).toString('hex'),
      rootKeyFile,
      leave,
    };
  }
  const taken = await isTaken(portWanted);
  return {
    port: taken ? 0 : portWanted,
    takenPort: taken ? portWanted : null,
    dataDir,
    rootKey: null,
    rootKeyFile,
    leave: async () => {},
  };
}

/** To be asked once the server is ready: it makes the key at its first start. */
export async function readRootKey({ rootKey, rootKeyFile }: Home): Promise<string> {
  return rootKey ?? (await readFile(rootKeyFile, 'utf8')).trim();
}
