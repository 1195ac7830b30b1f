// A program that waits beside a test run, and stops its PostgreSQL when the run ended without doing so: cut off by a closed
// terminal, killed, out of memory. Its standard input is a pipe of the run's, which closes with it however it ends.
import { existsSync, rmSync } from 'node:fs';
import { silentLog } from '../../src/observe/log.ts';
import { startEmbedded } from '../../src/store/embedded/server.ts';

const [dataDir = ''] = process.argv.slice(2);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.stdin.resume().once('close', () => void stop());

async function stop(): Promise<void> {
  // A run that came to its end has removed it.
  if (!existsSync(dataDir)) return;
  const embedded = await startEmbedded({ dataDir, log: silentLog });
  await embedded.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
