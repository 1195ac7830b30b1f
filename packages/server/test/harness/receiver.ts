// A scriptable receiver: a real HTTP(S) server on 127.0.0.1 that records exactly what arrived and answers by a script,
// well or badly. Tests wait for arrivals by promise (`next`, `count`), never by sleeping.
// Must be stopped: it cuts every connection that is still open, also those that hang on purpose.
import { once } from 'node:events';
import * as http from 'node:http';
import * as https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { give, type Reply, type Script, Scripted } from './answers.ts';
import { pathOf, type ReceivedRequest, Recorded } from './recorded.ts';
import { pem } from './tls/index.ts';

export type Certificate = 'valid' | 'expired' | 'self-signed' | 'wrong-host' | 'by-intermediate';

export interface Receiver extends AsyncDisposable {
  readonly origin: string;
  /** What a sender must trust for the certificate `valid`. */
  readonly authority: string;
  /** Connections accepted so far, and how many of them are still open. */
  connections(): { readonly accepted: number; readonly open: number };
  url(path: string): string;
  /** Appends to the path's script; an answer without `times` stays the last one and replaces the last one before. */
  answer(path: string, script: Script): void;
  /** Holds the answers of a path back until `release`. */
  hold(path: string, reply?: Omit<Reply, 'after'>): { release(): void };
  /** What arrived so far, whole; for all paths without one. */
  requests(path?: string): readonly ReceivedRequest[];
  /** The first request to the path that `next` has not given out yet, now or when it arrives. */
  next(path: string, deadlineMs?: number): Promise<ReceivedRequest>;
  /** All requests to the path, as soon as there are `wanted`. */
  count(path: string, wanted: number, deadlineMs?: number): Promise<readonly ReceivedRequest[]>;
  /** Cuts the keep-alive connections that wait for a request. */
  closeIdle(): void;
  stop(): Promise<void>;
}

const defaultDeadlineMs = 5_000;

async function readBody(request: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function clientOf(socket: Socket): string | null {
  const name = socket instanceof TLSSocket ? socket.getPeerCertificate().subject?.CN : undefined;
  return name === undefined ? null : String(name);
}

/** Resolves whether the answer left whole, and how many bytes of it (with headers) were written to the connection. */
function watchAnswer(response: http.ServerResponse, socket: Socket): ReceivedRequest['answered'] {
  const before = socket.bytesWritten;
  return new Promise((resolve) => {
    response.once('close', () =>
      resolve({ complete: response.writableFinished, bytesSent: socket.bytesWritten - before }),
    );
  });
}

class ScriptedReceiver implements Receiver {
  readonly authority = pem('ca.crt');
  readonly #server: http.Server | https.Server;
  readonly #scheme: string;
  readonly #scripts = new Map<string, Scripted>();
  readonly #recorded = new Recorded();
  /** By the sender's port: under TLS the request's socket is not the accepted one. */
  readonly #numbers = new Map<number | undefined, number>();
  readonly #open = new Set<Socket>();
  #accepted = 0;

  constructor({ certificate, asksForClient = false }: ReceiverOptions) {
    this.#scheme = certificate === undefined ? 'http' : 'https';
    this.#server =
      certificate === undefined
        ? http.createServer()
        : https.createServer({
            key: pem('server.key'),
            cert: pem(`${certificate}.crt`),
            ...(asksForClient ? { ca: this.authority, requestCert: true, rejectUnauthorized: true } : {}),
          });
    this.#server.on('connection', (socket: Socket) => this.#accept(socket));
    // A sender that hangs up in the middle, or does not speak HTTP, is part of the game.
    this.#server.on('clientError', (_error, socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    this.#server.on('request', (request, response) => {
      this.#handle(request, response).catch(() => request.socket.destroy());
    });
  }

  async listen(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get origin(): string {
    return `${this.#scheme}://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  url(path: string): string {
    return this.origin + path;
  }

  connections() {
    return { accepted: this.#accepted, open: this.#open.size };
  }

  answer(path: string, script: Script): void {
    const scripted = this.#scripts.get(path) ?? new Scripted();
    this.#scripts.set(path, scripted);
    scripted.add(script);
  }

  hold(path: string, answer: Omit<Reply, 'after'> = {}): { release(): void } {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.answer(path, { ...answer, after: promise });
    return { release: resolve };
  }

  requests(path?: string): readonly ReceivedRequest[] {
    return path === undefined ? [...this.#recorded.all] : this.#recorded.of(path);
  }

  next(path: string, deadlineMs = defaultDeadlineMs): Promise<ReceivedRequest> {
    return this.#recorded.next(path, deadlineMs);
  }

  count(path: string, wanted: number, deadlineMs = defaultDeadlineMs): Promise<readonly ReceivedRequest[]> {
    return this.#recorded.count(path, wanted, deadlineMs);
  }

  closeIdle(): void {
    this.#server.closeIdleConnections();
  }

  async stop(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, 'close');
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  #accept(socket: Socket): void {
    this.#accepted += 1;
    this.#numbers.set(socket.remotePort, this.#accepted);
    this.#open.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => this.#open.delete(socket));
  }

  async #handle(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const { socket } = request;
    const arrivedAt = performance.timeOrigin + performance.now();
    const url = request.url ?? '/';
    const received: ReceivedRequest = {
      method: request.method ?? '',
      url,
      rawHeaders: request.rawHeaders,
      headers: request.headers,
      body: await readBody(request),
      arrivedAt,
      client: clientOf(socket),
      connection: this.#numbers.get(socket.remotePort) ?? 0,
      answered: watchAnswer(response, socket),
    };
    const script = this.#scripts.get(pathOf(url))?.next() ?? { status: 200 };
    this.#recorded.add(received);
    await give(response, socket, typeof script === 'function' ? await script(received) : script);
  }
}

export interface ReceiverOptions {
  /** With one it speaks HTTPS. */
  readonly certificate?: Certificate;
  /** Lets in only clients that show a certificate of the test authority. */
  readonly asksForClient?: boolean;
}

export function startReceiver(options: ReceiverOptions = {}): Promise<Receiver> {
  return new ScriptedReceiver(options).listen();
}
