// The one way to the server: its public API, typed by openapi.json. Every failure is an ApiProblem.
import createClient, { type Middleware } from 'openapi-fetch';
import { credential } from './credential.ts';
import { toProblem, unreachable } from './problem.ts';
import type { paths } from './schema.gen.ts';

const identify: Middleware = {
  onRequest({ request }) {
    const key = credential.get();
    if (key !== null) request.headers.set('authorization', `Bearer ${key}`);
    // Says that it comes from this page and not from one of another site, which could make a browser send the cookie too.
    request.headers.set('x-signpost-csrf', '1');
    return request;
  },
};

export const http = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });
http.use(identify);

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
