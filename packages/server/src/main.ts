// The server as a process: reads the settings, starts, says where it listens, and stops cleanly when told to.
import { startApp } from './app.ts';
import { ConfigError, loadConfig } from './config.ts';
import { createLog } from './observe/log.ts';

async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLog(config.log);
  const app = await startApp(config, log);
  process.stdout.write(`Signpost is ready at ${app.url}\n`);
  if (app.rootKeyFile !== null) process.stderr.write(`The root key is in ${app.rootKeyFile}\n`);
  let stopping = false;
  const stop = () => {
    // The second signal is of somebody who will not wait.
    if (stopping) process.exit(1);
    stopping = true;
    app.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function fail(error: unknown): never {
  const known = error instanceof ConfigError || (error instanceof Error && error.constructor !== Error);
  process.stderr.write(`${known && error instanceof Error ? error.message : describe(error)}\n`);
  process.exit(1);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch(fail);
