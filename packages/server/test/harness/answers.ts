// How a test receiver answers: well, late, slowly, endlessly, or not at all.
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { TLSSocket } from 'node:tls';
import type { ReceivedRequest } from './recorded.ts';

export interface Reply {
  readonly status?: number;
  readonly headers?: OutgoingHttpHeaders;
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

interface Fault {
  readonly fault: 'hang' | 'hang_up' | 'reset' | 'reset_mid_headers' | 'reset_mid_body';
  readonly times?: number;
}

/** Exactly these bytes (latin1) on the wire, then the end of the connection. */
interface RawAnswer {
  readonly raw: string;
  /** Leaves the connection open; a further request over it is recorded, but cannot be answered. */
  readonly keepOpen?: boolean;
  readonly times?: number;
}

export type Answer = Reply | Fault | RawAnswer;
export type Script = Answer | ((request: ReceivedRequest) => Answer | Promise<Answer>);

const chunkOf64Kib = Buffer.alloc(65_536, 'x');

/** The answers of one path, in order; the last one may stand for ever. */
export class Scripted {
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

/** RST where TCP allows it; under TLS the bare end of the connection. */
function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

function* filler(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= chunkOf64Kib.length) yield chunkOf64Kib.subarray(0, left);
}

function drip(response: ServerResponse, everyMs: number): void {
  response.write('.');
  const timer = setInterval(() => response.write('.'), everyMs);
  response.once('close', () => clearInterval(timer));
}

function fail(response: ServerResponse, socket: Socket, { fault }: Fault): void {
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

async function reply(response: ServerResponse, socket: Socket, answer: Reply): Promise<void> {
  await answer.after;
  if (response.destroyed) return;
  if (answer.earlyHints === true) response.writeEarlyHints({ link: '</style.css>; rel=preload' });
  if (answer.close === 'announced') response.setHeader('connection', 'close');
  if (answer.close === 'silently') response.once('finish', () => socket.end());
  response.writeHead(answer.status ?? 200, answer.headers);
  const { body } = answer;
  if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) response.end(body ?? '');
  else if ('bytes' in body) await pipeline(filler(body.bytes), response);
  else drip(response, body.dripEveryMs);
}

export async function give(response: ServerResponse, socket: Socket, answer: Answer): Promise<void> {
  if ('fault' in answer) fail(response, socket, answer);
  else if ('raw' in answer)
    socket.write(answer.raw, 'latin1', () => answer.keepOpen === true || socket.end());
  else await reply(response, socket, answer);
}
