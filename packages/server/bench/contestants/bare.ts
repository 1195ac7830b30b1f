// Contestant "bare": the bare pipeline (programs/bare-pipeline.ts) on a PostgreSQL of the same kind and with the same
// settings as Signpost's own.
import { silentLog } from '../../src/observe/log.ts';
import { startEmbedded } from '../../src/store/embedded/server.ts';
import { Child } from '../child.ts';
import type { FromBare, ToBare } from '../messages.ts';
import type { Running, Setting } from './contestant.ts';
import { readPostmasterPid } from './postmaster.ts';

export async function startBare({
  dir,
  receiverUrl,
  loader,
  belongings,
  nodeArgs,
}: Setting): Promise<Running> {
  belongings.refuseIfClosed();
  const starting = startEmbedded({ dataDir: dir, log: silentLog });
  const stopDatabase = belongings.own(async () => {
    const server = await starting.catch(() => null);
    await server?.stop();
  });
  const { connection } = await starting;
  const program = new URL('./programs/bare-pipeline.ts', import.meta.url);
  const pipeline = new Child<ToBare, FromBare>({ program, belongings, nodeArgs });
  const { url } = await pipeline.ask({ kind: 'start', connection, receiverUrl }, 'ready');
  return {
    loader,
    url,
    authorization: null,
    pid: pipeline.pid,
    postmasterPid: await readPostmasterPid(dir),
    stop: async () => {
      await pipeline.stop();
      await stopDatabase();
    },
  };
}
