// Hears what other nodes change: one connection of its own with LISTEN, watched by a heartbeat and opened again when it breaks.
// After every break everything is assumed to have changed, so a missed notification costs time, never correctness.
import type { Client, QueryConfig } from 'pg';
import type { Cancel, Clock } from '../lib/clock.ts';
import type { Service } from '../lib/service.ts';
import type { Log } from '../observe/log.ts';
import type { Database } from './database.ts';
import { tailChannel } from './tail-channel.ts';

export interface ListenerOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** null: something may have been missed. */
  readonly onEnvironment: (environmentId: number | null) => void;
  readonly onQueue: () => void;
  /** null: something may have been missed. */
  readonly onTail: (message: string | null) => void;
}

const heartbeatMs = 5_000;
const answerMs = 3_000;
const reopenMs = 1_000;

export function createListener(options: ListenerOptions): Service {
  const { database, clock, log, onEnvironment, onQueue, onTail } = options;
  /** The connection that counts; what happens on any other is of no interest. */
  let client: Client | null = null;
  let cancelTimer: Cancel = () => {};
  let stopped = false;

  async function open(): Promise<void> {
    const opened = await database.openClient();
    if (stopped) return close(opened);
    client = opened;
    opened.on('error', () => lose(opened));
    opened.on('end', () => lose(opened));
    opened.on('notification', ({ channel, payload }) => {
      if (channel === 'signpost_environment') onEnvironment(Number(payload));
      else if (channel === tailChannel) onTail(payload ?? '');
      else onQueue();
    });
    await ask(opened, 'LISTEN signpost_environment');
    await ask(opened, 'LISTEN signpost_queue');
    await ask(opened, `LISTEN ${tailChannel}`);
    onEnvironment(null);
    onQueue();
    onTail(null);
    if (client === opened) cancelTimer = clock.after(heartbeatMs, () => void beat(opened));
  }

  async function beat(watched: Client): Promise<void> {
    try {
      await ask(watched, 'SELECT 1');
      if (client === watched) cancelTimer = clock.after(heartbeatMs, () => void beat(watched));
    } catch {
      lose(watched);
    }
  }

  function lose(lost: Client): void {
    close(lost);
    if (client !== lost) return;
    client = null;
    if (stopped) return;
    log.debug({}, 'the connection for notifications was lost; opening it again');
    reopenLater();
  }

  function reopenLater(): void {
    cancelTimer();
    cancelTimer = clock.after(reopenMs, () => void reopen());
  }

  async function reopen(): Promise<void> {
    try {
      await open();
    } catch {
      // Broken in the midst of opening, it was noticed before as the loss of the connection; or there never was one.
      const broken = client;
      if (broken !== null) lose(broken);
      else if (!stopped) reopenLater();
    }
  }

  return {
    start: open,
    async stop() {
      stopped = true;
      cancelTimer();
      const closing = client;
      client = null;
      if (closing !== null) close(closing);
    },
  };
}

/** The answer must come soon: on a connection that fell silent it never would. */
function ask(client: Client, text: string): Promise<unknown> {
  // The types of pg know the limit of a client only, though each query may have its own.
  return client.query({ text, query_timeout: answerMs } as QueryConfig);
}

/** Not waited for: a silent network would never confirm it. */
function close(client: Client): void {
  client.end().catch(() => {});
}
