// Requests that `fetch` would tidy up, answered with the text as it came, and the check that an error has the one form.
import { request } from 'node:http';
import { expect } from 'vitest';
import { type ErrorCode, errorRegistry } from '../../src/domain/errors.ts';
import type { Answer } from './signpost.ts';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface RawRequest {
  readonly method?: string;
  /** Sent as it is, also when it is no valid path. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** A stream of events: that it began is its whole answer here. */
const isEndless = (contentType: string | null | undefined) =>
  contentType?.startsWith('text/event-stream') ?? false;

/** Each request has a connection of its own. */
export function rawRequest(origin: string, { method = 'GET', path, headers = {}, body }: RawRequest) {
  const { hostname, port } = new URL(origin);
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise<RawAnswer>((resolve, reject) => {
    const options = { hostname, port, method, path, headers: { ...length, ...headers }, agent: false };
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      const answer = () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        });
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', answer);
      if (isEndless(response.headers['content-type'])) {
        answer();
        sent.destroy();
      }
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

interface ErrorShown {
  readonly code: ErrorCode;
  readonly message: string;
  // biome-ignore lint/suspicious/noExplicitAny: details are of every shape
  readonly details: any;
  readonly requestId: string;
}

/** Fails unless the answer is this error in the one form; answers its details. */
export function refusal(answer: Answer | RawAnswer, code: ErrorCode): ErrorShown['details'] {
  const body = 'text' in answer ? JSON.parse(answer.text) : answer.body;
  const requestId =
    answer.headers instanceof Headers
      ? answer.headers.get('x-request-id')
      : (answer.headers as RawAnswer['headers'])['x-request-id'];
  const { status, remedy } = errorRegistry[code];
  expect({ status: answer.status, body }).toEqual({
    status,
    body: {
      error: {
        code,
        message: expect.stringMatching(/^(?!.*\{\w+\}).{10,}$/s),
        details: expect.objectContaining({ remedy }),
        requestId,
      },
    },
  });
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  return body.error.details;
}
