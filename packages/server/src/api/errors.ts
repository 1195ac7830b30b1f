// Every failure of a request in the one error form, with a code of the registry. What is not foreseen becomes `internal`:
// logged with its request id, shown without a word about the server's insides.

import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorObject } from 'ajv';
import type { ConnectionError, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, errorRegistry, Refusal } from '../domain/errors.ts';
import { limit } from '../domain/limits.ts';
import { refuse } from '../domain/problems.ts';
import type { Log } from '../observe/log.ts';
import { isUnavailable, isUnstorable } from '../store/database.ts';
import { toProblems } from './validation.ts';

/** Seconds after which a client should come back, for codes that pass. */
const retryAfterSeconds: Partial<Record<ErrorCode, number>> = {
  store_unavailable: 2,
  overloaded: 1,
};

export function handleErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = toRefusal(error, request);
    if (refusal.code === 'internal') {
      log.error(
        {
          requestId: request.id,
          method: request.method,
          route: request.routeOptions.url,
          stack: error.stack,
        },
        'a request failed',
      );
    }
    return send(reply, request, refusal);
  });
  app.setNotFoundHandler((request, reply) => send(reply, request, routeNotFound(request)));
}

/** For a URL that cannot be decoded, or is too long for any route: what Fastify refuses before it looks for a handler. */
export function refuseUrl(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  send(reply, request, routeNotFound(request));
}

function routeNotFound({ method, url }: FastifyRequest): Refusal {
  return new Refusal('route_not_found', { method, path: withoutSecrets(url) });
}

/** The URL of a source or of a test inbox carries a secret in its path, and a query may carry anything. */
function withoutSecrets(url: string): string {
  return (url.split('?')[0] ?? '').replace(/^\/(in|inbox)\/.*/, '/$1/…').slice(0, 200);
}

function send(reply: FastifyReply, request: FastifyRequest, refusal: Refusal): FastifyReply {
  const seconds = refusal.details['retryAfterSeconds'] ?? retryAfterSeconds[refusal.code];
  if (seconds !== undefined) reply.header('retry-after', String(seconds));
  if (refusal.code === 'unauthenticated') reply.header('www-authenticate', 'Bearer');
  return reply
    .status(refusal.status)
    .header('x-request-id', request.id)
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(errorForm(refusal, request.id));
}

function errorForm({ code, message, details }: Refusal, requestId: string) {
  return { error: { code, message, details: { ...details, remedy: errorRegistry[code].remedy }, requestId } };
}

/** What is no HTTP request, or never becomes one, has no reply object yet: the answer is written to the socket. */
export function refuseUnreadable(error: ConnectionError, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const refusal = unreadable(error);
  const requestId = randomUUID();
  const body = JSON.stringify(errorForm(refusal, requestId));
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function unreadable({ code }: ConnectionError): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new Refusal('headers_too_large', { limit: limit('request_headers_bytes_max') });
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new Refusal('request_timeout', {
      limit: limit('request_seconds_max'),
      headersLimit: limit('request_headers_seconds_max'),
    });
  return new Refusal('malformed_request');
}

function toRefusal(error: FastifyError, request: FastifyRequest): Refusal {
  // Before anything else can be wrong with it, also with its body.
  if (request.is404) return routeNotFound(request);
  if (error instanceof Refusal) return error;
  if (error.validation) return fromValidation(error);
  if (isUnavailable(error)) return new Refusal('store_unavailable');
  if (isUnstorable(error)) return new Refusal('unstorable_text');
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Refusal('body_too_large', { limit: request.routeOptions.bodyLimit });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Refusal('unsupported_media_type', { contentType: request.headers['content-type'] ?? '' });
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Refusal('invalid_json', { reason: 'its length is not the one that Content-Length says' });
    default:
      return new Refusal('internal');
  }
}

function fromValidation(error: FastifyError): Refusal {
  const problems = toProblems(error.validation as unknown as readonly ErrorObject[]);
  return problems.length > 0 ? refuse(problems) : new Refusal('internal');
}
