// A receiver that counts by id and nothing else: fast enough for tests under load. What it answers can be changed while it runs.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface Tally {
  readonly url: string;
  /** How often each id (`webhook-id`) arrived whole. */
  readonly counts: ReadonlyMap<string, number>;
  /** Requests that arrived more often than once. */
  duplicates(): number;
  /** Which of these ids did not arrive. */
  missing(ids: Iterable<string>): readonly string[];
  /** From now on each answer takes so long. */
  delay(ms: number): void;
  /** From now on each answer has this status. */
  answer(status: number): void;
  /** Requests that were not answered yet. */
  readonly open: number;
  stop(): Promise<void>;
}

export async function startTally(delayMs = 0): Promise<Tally> {
  const counts = new Map<string, number>();
  let wait = delayMs;
  let status = 200;
  let open = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      const id = String(request.headers['webhook-id']);
      counts.set(id, (counts.get(id) ?? 0) + 1);
      open += 1;
      response.once('close', () => {
        open -= 1;
      });
      const reply = () => response.writeHead(status).end();
      if (wait === 0) reply();
      else void pause(wait).then(reply);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    counts,
    duplicates: () => [...counts.values()].reduce((sum, count) => sum + count - 1, 0),
    missing: (ids) => [...ids].filter((id) => !counts.has(id)),
    delay: (ms) => {
      wait = ms;
    },
    answer: (code) => {
      status = code;
    },
    get open() {
      return open;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
