// Hears what other nodes change: one connection of its own with LISTEN, watched by a heartbeat and opened again when it breaks.
// After every break everything is assumed to have changed, so a missed notification costs time, never correctness.
import type { Client } from 'pg';
import type { Cancel, Clock } from '../lib/clock.ts';
import type { Service } from '../lib/service.ts';
import type { Log } from '../observe/log.ts';
import type { Database } from './database.ts';

export interface ListenerOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** null: something may have been missed. */
  readonly onEnvironment: (environmentId: number | null) => void;
  readonly onQueue: () => void;
}

const heartbeatMs = 5_000;
const reopenMs = 1_000;

export function createListener({ database, clock, log, onEnvironment, onQueue }: ListenerOptions): Service {
  let client: Client | null = null;
  let cancelTimer: Cancel = () => {};
  let stopped = false;

  async function open(): Promise<void> {
    const opened = await database.openClient();
    client = opened;
    opened.on('error', () => lose(opened));
    opened.on('end', () => lose(opened));
    opened.on('notification', ({ channel, payload }) => {
      if (channel === 'signpost_environment') onEnvironment(Number(payload));
      else onQueue();
    });
    await opened.query('LISTEN signpost_environment');
    await opened.query('LISTEN signpost_queue');
    onEnvironment(null);
    onQueue();
    cancelTimer = clock.after(heartbeatMs, () => void beat(opened));
  }

  async function beat(watched: Client): Promise<void> {
    try {
      await watched.query('SELECT 1');
      if (client === watched) cancelTimer = clock.after(heartbeatMs, () => void beat(watched));
    } catch {
      lose(watched);
    }
  }

  function lose(lost: Client): void {
    if (client !== lost) return;
    client = null;
    cancelTimer();
    lost.end().catch(() => {});
    if (stopped) return;
    log.warn({}, 'the connection for notifications was lost; opening it again');
    cancelTimer = clock.after(reopenMs, () => void reopen());
  }

  async function reopen(): Promise<void> {
    if (stopped) return;
    try {
      await open();
    } catch {
      client = null;
      cancelTimer = clock.after(reopenMs, () => void reopen());
    }
  }

  return {
    start: open,
    async stop() {
      stopped = true;
      cancelTimer();
      const closing = client;
      client = null;
      await closing?.end().catch(() => {});
    },
  };
}
