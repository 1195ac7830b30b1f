// The server as a process: reads the settings, starts, says where it listens, and stops cleanly when told to.
import { type App, startApp } from './app.ts';
import { ConfigError, loadConfig } from './config.ts';
import { createLog, type Log } from './observe/log.ts';

/** Below the 30 s that service managers usually wait before they kill. */
const stopMsMax = 25_000;

async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLog(config.log);
  const stopping = new AbortController();
  let app: App | null = null;
  const stop = () => {
    // The second signal is of somebody who will not wait.
    if (stopping.signal.aborted) process.exit(1);
    stopping.abort();
    limitStop(log);
    app?.stop().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  try {
    app = await startApp(config, log, { signal: stopping.signal });
  } catch (error) {
    // Told to stop while it started: everything that had been started is stopped.
    if (stopping.signal.aborted) process.exit(0);
    throw error;
  }
  process.stdout.write(`Signpost is ready at ${app.url}\n`);
  if (app.setUpLink !== null)
    process.stderr.write(`Make the first super admin, within a day: ${app.setUpLink}\n`);
  if (app.rootKeyFile !== null) process.stderr.write(`The root key is in ${app.rootKeyFile}\n`);
}

function limitStop(log: Log): void {
  const giveUp = () => {
    log.error({ afterMs: stopMsMax }, 'the stop takes too long and is cut short; nothing accepted is lost');
    process.exit(1);
  };
  setTimeout(giveUp, stopMsMax).unref();
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
