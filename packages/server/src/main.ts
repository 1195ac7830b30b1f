// The server as a process: reads the settings, starts, says where it listens, and stops cleanly when told to. With several
// workers it is this program too that each of them runs.
import cluster from 'node:cluster';
import { type App, startApp } from './app.ts';
import { type Config, ConfigError, loadConfig, secretsOf } from './config.ts';
import { createLog, type Log } from './observe/log.ts';
import { createRedactor } from './observe/redact.ts';
import { startPrimary } from './workers/primary.ts';
import { runWorker } from './workers/worker.ts';

/** Below the 30 s that service managers usually wait before they kill. */
const stopMsMax = 25_000;

/** Of the settings, once they are known. */
let redact = createRedactor();

type Server = Pick<App, 'url' | 'setUpLink' | 'rootKeyFile' | 'stop'>;

async function main(): Promise<void> {
  const config = loadConfig(undefined, process.argv.slice(2));
  const secrets = secretsOf(config);
  redact = createRedactor(secrets);
  if (cluster.isWorker) {
    const base = { worker: cluster.worker?.id };
    runWorker(share(config), createLog(config.log, { base, secrets }), fail);
  } else await serve(config, createLog(config.log, { secrets }));
}

async function serve(config: Config, log: Log): Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let server: Server | null = null;
  const stop = () => {
    // The second signal is of somebody who will not wait.
    if (signal.aborted) process.exit(1);
    stopping.abort();
    limitStop(log);
    server?.stop().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  try {
    server = await (config.workers > 1
      ? startPrimary(config, log, signal)
      : startApp(config, log, { signal }));
  } catch (error) {
    // Told to stop while it started: everything that had been started is stopped.
    if (signal.aborted) process.exit(0);
    throw error;
  }
  process.stdout.write(`Signpost is ready at ${server.url}\n`);
  if (server.setUpLink !== null)
    process.stderr.write(`Make the first super admin, within a day: ${server.setUpLink}\n`);
  if (server.rootKeyFile !== null) process.stderr.write(`The root key is in ${server.rootKeyFile}\n`);
}

/** What is set for the whole server, as one of its workers has it. */
function share(config: Config): Config {
  return { ...config, concurrency: Math.ceil(config.concurrency / config.workers) };
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
  process.stderr.write(`${redact(known && error instanceof Error ? error.message : describe(error))}\n`);
  process.exit(1);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch(fail);
