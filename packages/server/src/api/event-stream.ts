// Server-sent events over one connection that stays open. Takes no more than the client does, tells proxies and the client that
// it is alive, and lets go of a client that takes nothing for too long.
import type { FastifyReply } from 'fastify';
import type { Clock } from '../lib/clock.ts';

export interface StreamEvent {
  readonly event: string;
  readonly data: unknown;
  readonly id?: string;
}

export interface EventStream {
  /** Resolves when the client can take more. */
  send(events: readonly StreamEvent[]): Promise<void>;
  end(last: StreamEvent): void;
  /** Called once, however it ended. */
  onClose(listener: () => void): void;
}

export interface StreamOptions {
  readonly clock: Clock;
  readonly heartbeatMs: number;
  readonly stalledMs: number;
}

export function openEventStream(
  reply: FastifyReply,
  { clock, heartbeatMs, stalledMs }: StreamOptions,
): EventStream {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Proxies that collect answers would keep events to themselves.
    'x-accel-buffering': 'no',
  });
  let cancelBeat = () => {};
  const beat = () => {
    if (!raw.writableNeedDrain) raw.write(': alive\n\n');
    cancelBeat = clock.after(heartbeatMs, beat);
  };
  raw.once('close', () => cancelBeat());
  raw.on('error', () => {});
  // What the client should wait before it comes back.
  raw.write('retry: 2000\n\n');
  beat();

  return {
    async send(events) {
      if (raw.destroyed || raw.write(events.map(format).join(''))) return;
      await drained();
    },
    end(last) {
      if (raw.destroyed) return;
      raw.end(format(last));
      // One that takes nothing would not take the end either.
      clock.after(stalledMs, () => raw.destroy());
    },
    onClose: (listener) => void raw.once('close', listener),
  };

  function drained(): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.after(stalledMs, () => raw.destroy());
      const done = () => {
        cancel();
        raw.off('drain', done);
        raw.off('close', done);
        resolve();
      };
      raw.on('drain', done);
      raw.on('close', done);
    });
  }
}

function format({ event, data, id }: StreamEvent): string {
  return `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;
}
