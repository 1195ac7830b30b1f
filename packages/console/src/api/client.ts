// The one way to the server: its public API, typed by openapi.json. Every failure is an ApiProblem.
import createClient, { type Middleware } from 'openapi-fetch';
import { credential } from './credential.ts';
import { toProblem, unreachable } from './problem.ts';
import type { paths } from './schema.gen.ts';

const authorize: Middleware = {
  onRequest({ request }) {
    const key = credential.get();
    if (key !== null) request.headers.set('authorization', `Bearer ${key}`);
    return request;
  },
};

export const http = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });
http.use(authorize);

interface Fetched<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** @throws ApiProblem unless the server did what was asked */
export async function answered<T>(call: Promise<Fetched<T>>): Promise<T> {
  const { data, error, response } = await call.catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw toProblem(response.status, error, response.headers.get('x-request-id'));
  return data as T;
}
