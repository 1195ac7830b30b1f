// Every failure of a request in the one error form, with a code of the registry. What is not foreseen becomes `internal`:
// logged with its request id, shown without a word about the server's insides.

import type { ErrorObject } from 'ajv';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, errorRegistry, Refusal } from '../domain/errors.ts';
import { refuse } from '../domain/problems.ts';
import type { Log } from '../observe/log.ts';
import { isUnavailable } from '../store/database.ts';
import { toProblems } from './validation.ts';

/** Seconds after which a client should come back, for codes that pass. */
const retryAfterSeconds: Partial<Record<ErrorCode, number>> = {
  store_unavailable: 2,
  overloaded: 1,
  shutting_down: 5,
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

/** An inbound URL carries a secret in its path, and a query may carry anything. */
function withoutSecrets(url: string): string {
  return (url.split('?')[0] ?? '').replace(/^\/in\/.*/, '/in/…').slice(0, 200);
}

function send(reply: FastifyReply, request: FastifyRequest, refusal: Refusal): FastifyReply {
  const seconds = retryAfterSeconds[refusal.code];
  if (seconds !== undefined) reply.header('retry-after', String(seconds));
  if (refusal.code === 'unauthenticated') reply.header('www-authenticate', 'Bearer');
  const { code, message, details } = refusal;
  return reply
    .status(refusal.status)
    .header('x-request-id', request.id)
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({
      error: {
        code,
        message,
        details: { ...details, remedy: errorRegistry[code].remedy },
        requestId: request.id,
      },
    });
}

function toRefusal(error: FastifyError, request: FastifyRequest): Refusal {
  // Before anything else can be wrong with it, also with its body.
  if (request.is404) return routeNotFound(request);
  if (error instanceof Refusal) return error;
  if (error.validation) return fromValidation(error);
  if (isUnavailable(error)) return new Refusal('store_unavailable');
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
