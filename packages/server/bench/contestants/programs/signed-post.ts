// A signed POST at its cheapest: HMAC-SHA256 as Standard Webhooks wants it, undici's pool of keep-alive connections, a
// handler that keeps nothing. Shared by the raw loop and the bare pipeline.
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { type Dispatcher, Pool } from 'undici';

export interface Poster {
  /** Answers the status; rejects when no answer came. */
  post(id: string, body: Buffer): Promise<number>;
  close(): Promise<void>;
}

export function createPoster(url: string, secret: Buffer, connections: number): Poster {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const key = createSecretKey(secret);
  return {
    post: (id, body) =>
      new Promise((resolve, reject) => {
        const headers = signedHeaders(key, id, body);
        pool.dispatch({ path: pathname, method: 'POST', headers, body }, new StatusOnly(resolve, reject));
      }),
    close: () => pool.close(),
  };
}

function signedHeaders(key: KeyObject, id: string, body: Buffer): string[] {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return [
    ...['content-type', 'application/json', 'webhook-id', id],
    ...['webhook-timestamp', timestamp, 'webhook-signature', `v1,${signature}`],
  ];
}

class StatusOnly implements Dispatcher.DispatchHandler {
  readonly #resolve: (status: number) => void;
  readonly #reject: (error: Error) => void;
  #status = 0;

  constructor(resolve: (status: number) => void, reject: (error: Error) => void) {
    this.#resolve = resolve;
    this.#reject = reject;
  }

  onRequestStart(): void {}

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(): void {}

  onResponseEnd(): void {
    this.#resolve(this.#status);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#reject(error);
  }
}
