// Failures in the form of Ignisign's API: an HTTP status with `{code, message}`, its codes.
import type { FastifyError, FastifyInstance } from 'fastify';
import { type ErrorCode, Refusal } from '../../domain/errors.ts';
import { isUnavailable, isUnstorable } from '../../store/database.ts';

export type IgnisignCode =
  | 'WEBHOOK_NOT_FOUND'
  | 'WEBHOOK_EVENT_NOT_FOUND'
  | 'WEBHOOK_EVENT_NOT_RESENDABLE'
  | 'APP_NOT_FOUND'
  | 'BODY_VALIDATION_FAILED'
  | 'AUTH_HEADER_NOT_FOUND'
  | 'AUTH_HEADER_NOT_BEARER'
  | 'INVALID_AUTH_JWT_TOKEN'
  | 'OUTDATED_AUTH_JWT_TOKEN'
  | 'BAD_CREDENTIALS'
  | 'INSUFFICIENT_SCOPE'
  | 'WEBHOOKS_NOT_IN_PLAN'
  | 'RATE_LIMITED'
  | 'SERVICE_UNAVAILABLE'
  | 'INTERNAL_ERROR';

const statuses: Readonly<Record<IgnisignCode, number>> = {
  WEBHOOK_NOT_FOUND: 404,
  WEBHOOK_EVENT_NOT_FOUND: 404,
  WEBHOOK_EVENT_NOT_RESENDABLE: 409,
  APP_NOT_FOUND: 404,
  BODY_VALIDATION_FAILED: 400,
  AUTH_HEADER_NOT_FOUND: 401,
  AUTH_HEADER_NOT_BEARER: 401,
  INVALID_AUTH_JWT_TOKEN: 401,
  OUTDATED_AUTH_JWT_TOKEN: 401,
  BAD_CREDENTIALS: 401,
  INSUFFICIENT_SCOPE: 403,
  WEBHOOKS_NOT_IN_PLAN: 403,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
  INTERNAL_ERROR: 500,
};

export class IgnisignError extends Error {
  readonly code: IgnisignCode;

  constructor(code: IgnisignCode, message: string) {
    super(message);
    this.name = 'IgnisignError';
    this.code = code;
  }

  get statusCode(): number {
    return statuses[this.code];
  }
}

/** @param logFailure told of what was not foreseen */
export function handleIgnisignErrors(app: FastifyInstance, logFailure: (error: unknown) => void): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const shown = toIgnisign(error);
    if (shown.code === 'INTERNAL_ERROR') logFailure(error);
    if (shown.code === 'SERVICE_UNAVAILABLE') reply.header('retry-after', '2');
    if (shown.code === 'RATE_LIMITED') reply.header('retry-after', '1');
    const { statusCode, code, message } = shown;
    return reply
      .status(statusCode)
      .serializer(JSON.stringify)
      .type('application/json; charset=utf-8')
      .send({ code, message, requestId: request.id });
  });
}

const codes: Partial<Record<ErrorCode, IgnisignCode>> = {
  plan_excludes_webhooks: 'WEBHOOKS_NOT_IN_PLAN',
  rate_limited: 'RATE_LIMITED',
  overloaded: 'SERVICE_UNAVAILABLE',
  store_unavailable: 'SERVICE_UNAVAILABLE',
  internal: 'INTERNAL_ERROR',
};

function toIgnisign(error: FastifyError): IgnisignError {
  if (error instanceof IgnisignError) return error;
  if (isUnavailable(error))
    return new IgnisignError('SERVICE_UNAVAILABLE', 'The database cannot be reached.');
  if (isUnstorable(error)) return toIgnisign(new Refusal('unstorable_text') as unknown as FastifyError);
  if (error instanceof Refusal) {
    return new IgnisignError(codes[error.code] ?? 'BODY_VALIDATION_FAILED', error.message);
  }
  if (error.validation || (error.statusCode !== undefined && error.statusCode < 500)) {
    return new IgnisignError('BODY_VALIDATION_FAILED', error.message);
  }
  return new IgnisignError('INTERNAL_ERROR', 'Something failed inside the server.');
}
