// What a test receiver got, exactly as it came, and those who wait for more of it, each with a deadline.
import type { IncomingHttpHeaders } from 'node:http';

export interface ReceivedRequest {
  readonly method: string;
  /** As on the request line, with the query. */
  readonly url: string;
  /** Names and values in turn, in the order and case of the wire. */
  readonly rawHeaders: readonly string[];
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Milliseconds since the epoch, with fractions. */
  readonly arrivedAt: number;
  /** The common name of the client's certificate. */
  readonly client: string | null;
  /** Which connection of this receiver it came over: 1 for the first accepted. */
  readonly connection: number;
  /** Resolves when the answer is out or the connection is gone. */
  readonly answered: Promise<{ readonly complete: boolean; readonly bytesSent: number }>;
}

export const pathOf = (url: string) => url.split('?', 1)[0] ?? url;

/** What arrived, and who waits for more. */
export class Recorded {
  readonly all: ReceivedRequest[] = [];
  readonly #given = new Map<string, number>();
  readonly #waiting = new Set<() => void>();

  add(request: ReceivedRequest): void {
    this.all.push(request);
    for (const look of [...this.#waiting]) look();
  }

  of(path: string): readonly ReceivedRequest[] {
    return this.all.filter(({ url }) => pathOf(url) === pathOf(path));
  }

  next(path: string, deadlineMs: number): Promise<ReceivedRequest> {
    const index = this.#given.get(path) ?? 0;
    this.#given.set(path, index + 1);
    return this.#until(() => this.of(path)[index], `request ${index + 1} to ${path}`, deadlineMs);
  }

  count(path: string, wanted: number, deadlineMs: number): Promise<readonly ReceivedRequest[]> {
    const enough = () => (this.of(path).length >= wanted ? this.of(path) : undefined);
    return this.#until(enough, `${wanted} requests to ${path}`, deadlineMs);
  }

  #until<T>(find: () => T | undefined, what: string, deadlineMs: number): Promise<T> {
    return new Promise((resolve, reject) => {
      const finish = () => {
        clearTimeout(deadline);
        this.#waiting.delete(look);
      };
      const look = () => {
        const found = find();
        if (found === undefined) return;
        finish();
        resolve(found);
      };
      const deadline = setTimeout(() => {
        finish();
        reject(new Error(`The receiver waited ${deadlineMs} ms for ${what}. ${this.#summary()}`));
      }, deadlineMs);
      this.#waiting.add(look);
      look();
    });
  }

  #summary(): string {
    if (this.all.length === 0) return 'Nothing arrived at all.';
    const paths = Map.groupBy(this.all, ({ url }) => pathOf(url));
    return `Arrived: ${[...paths].map(([path, requests]) => `${requests.length} × ${path}`).join(', ')}.`;
  }
}
