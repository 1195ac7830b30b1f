// A scriptable receiver: a real HTTP(S) server on 127.0.0.1 that records exactly what arrived and answers by a script,
// well or badly. Tests wait for arrivals by promise (`next`, `count`), never by sleeping.
// Must be stopped: it cuts every connection that is still open, also those that hang on purpose.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

export type Certificate = 'valid' | 'expired' | 'self-signed' | 'wrong-host';

export interface ReceivedRequest {
  readonly method: string;
  /** As on the request line, with the query. */
  readonly url: string;
  /** Names and values in turn, in the order and case of the wire. */
  readonly rawHeaders: readonly string[];
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
  /** Milliseconds since the epoch, with fractions. */
  readonly arrivedAt: number;
  /** Which connection of this receiver it came over: 1 for the first accepted. */
  readonly connection: number;
  /** Resolves when the answer is out or the connection is gone. */
  readonly answered: Promise<{ readonly complete: boolean; readonly bytesSent: number }>;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: http.OutgoingHttpHeaders;
  /** Bytes; or that many filler bytes, streamed; or one byte each `everyMs` until the sender gives up. */
  readonly body?: string | Buffer | { readonly bytes: number } | { readonly dripEveryMs: number };
  /** Holds the answer back until it resolves. */
  readonly after?: Promise<unknown>;
  /** Sends `103 Early Hints` first. */
  readonly earlyHints?: boolean;
  /** Closes the keep-alive connection after this answer, saying so or not. */
  readonly close?: 'announced' | 'silently';
  /** Valid for so many requests, then the next answer of the script; without it for all that follow. */
  readonly times?: number;
}

export interface Fault {
  readonly fault: 'hang' | 'hang_up' | 'reset' | 'reset_mid_headers' | 'reset_mid_body';
  readonly times?: number;
}

/** Exactly these bytes on the wire, then the connection stays or closes. */
export interface RawAnswer {
  readonly raw: string;
  readonly close?: boolean;
  readonly times?: number;
}

export type Answer = Reply | Fault | RawAnswer;
export type Script = Answer | ((request: ReceivedRequest) => Answer | Promise<Answer>);

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

const fixture = (file: string) => readFileSync(new URL(`./tls/${file}`, import.meta.url), 'utf8');
const pathOf = (url: string) => url.split('?', 1)[0] ?? url;
const chunkOf64Kib = Buffer.alloc(65_536, 'x');
const defaultDeadlineMs = 5_000;

/** The answers of one path, in order; the last one may stand for ever. */
class Scripted {
  #steps: { script: Script; left: number }[] = [];

  add(script: Script): void {
    this.#steps = this.#steps.filter(({ left }) => left !== Number.POSITIVE_INFINITY);
    const times = typeof script === 'function' ? undefined : script.times;
    this.#steps.push({ script, left: times ?? Number.POSITIVE_INFINITY });
  }

  next(): Script {
    const step = this.#steps.find(({ left }) => left > 0);
    if (step === undefined) return { status: 200 };
    step.left -= 1;
    return step.script;
  }
}

/** What arrived, and who waits for more. */
class Recorded {
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

async function readBody(request: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** RST where TCP allows it; under TLS the bare end of the connection. */
function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

async function streamFiller(response: http.ServerResponse, bytes: number): Promise<void> {
  for (let left = bytes; left > 0 && !response.destroyed; left -= chunkOf64Kib.length) {
    const flowing = response.write(chunkOf64Kib.subarray(0, Math.min(left, chunkOf64Kib.length)));
    if (!flowing) await Promise.race([once(response, 'drain'), once(response, 'close')]);
  }
  response.end();
}

function drip(response: http.ServerResponse, everyMs: number): void {
  response.write('.');
  const timer = setInterval(() => response.write('.'), everyMs);
  response.once('close', () => clearInterval(timer));
}

function fail(response: http.ServerResponse, socket: Socket, { fault }: Fault): void {
  switch (fault) {
    case 'hang':
      return;
    case 'hang_up':
      socket.end();
      return;
    case 'reset':
      reset(socket);
      return;
    case 'reset_mid_headers':
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/pl', () => reset(socket));
      return;
    case 'reset_mid_body':
      response.writeHead(200, { 'content-length': '1000' });
      response.write('only the beginning', () => reset(socket));
      return;
  }
}

async function reply(response: http.ServerResponse, socket: Socket, answer: Reply): Promise<void> {
  await answer.after;
  if (response.destroyed) return;
  if (answer.earlyHints === true) response.writeEarlyHints({ link: '</style.css>; rel=preload' });
  if (answer.close === 'announced') response.setHeader('connection', 'close');
  if (answer.close === 'silently') response.once('finish', () => socket.end());
  response.writeHead(answer.status ?? 200, answer.headers);
  const { body } = answer;
  if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) response.end(body ?? '');
  else if ('bytes' in body) await streamFiller(response, body.bytes);
  else drip(response, body.dripEveryMs);
}

async function give(response: http.ServerResponse, socket: Socket, answer: Answer): Promise<void> {
  if ('fault' in answer) fail(response, socket, answer);
  else if ('raw' in answer) socket.write(answer.raw, 'latin1', () => answer.close === true && socket.end());
  else await reply(response, socket, answer);
}

/** Resolves whether the answer left whole, and how many bytes of it (with headers) were written to the connection. */
function watchAnswer(response: http.ServerResponse, socket: Socket): ReceivedRequest['answered'] {
  const before = socket.bytesWritten;
  return new Promise((resolve) => {
    const done = () =>
      resolve({ complete: response.writableFinished, bytesSent: socket.bytesWritten - before });
    response.once('close', done);
    socket.once('close', done);
  });
}

class ScriptedReceiver implements Receiver {
  readonly authority = fixture('ca.crt');
  readonly #server: http.Server | https.Server;
  readonly #scheme: string;
  readonly #scripts = new Map<string, Scripted>();
  readonly #recorded = new Recorded();
  /** By the sender's port: under TLS the request's socket is not the accepted one. */
  readonly #numbers = new Map<number | undefined, number>();
  readonly #open = new Set<Socket>();
  #accepted = 0;

  constructor(certificate: Certificate | null) {
    this.#scheme = certificate === null ? 'http' : 'https';
    this.#server =
      certificate === null
        ? http.createServer()
        : https.createServer({ key: fixture('server.key'), cert: fixture(`${certificate}.crt`) });
    this.#server.on('connection', (socket: Socket) => this.#accept(socket));
    // A sender that hangs up in the middle is part of the game.
    this.#server.on('clientError', (_error, socket) => socket.destroy());
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
      connection: this.#numbers.get(socket.remotePort) ?? 0,
      answered: watchAnswer(response, socket),
    };
    const script = this.#scripts.get(pathOf(url))?.next() ?? { status: 200 };
    this.#recorded.add(received);
    await give(response, socket, typeof script === 'function' ? await script(received) : script);
  }
}

/** Starts a receiver; with a `certificate` it speaks HTTPS. */
export function startReceiver(options: { readonly certificate?: Certificate } = {}): Promise<Receiver> {
  return new ScriptedReceiver(options.certificate ?? null).listen();
}
