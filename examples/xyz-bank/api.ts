// A tiny client of the HTTP API: JSON in, JSON out, and an error that says what the server said.

export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(request: string, status: number, body: unknown) {
    const {
      code = 'no_code',
      message = 'no message',
      requestId = '?',
    } = (body as Partial<ErrorAnswer> | null)?.error ?? {};
    super(`${request} was answered ${status} ${code}: ${message} (request ${requestId})`);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
  }
}

interface ErrorAnswer {
  readonly error: { readonly code?: string; readonly message?: string; readonly requestId?: string };
}

interface Page<T> {
  readonly data: readonly T[];
  readonly nextCursor: string | null;
}

export type Api = ReturnType<typeof createApi>;

const timeoutMs = 10_000;

/** @param base absolute address that every path is appended to */
export function createApi(base: string, key: string) {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(base + path, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      signal: AbortSignal.timeout(timeoutMs),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer = await readJson(response);
    if (!response.ok) throw new ApiError(`${method} ${base}${path}`, response.status, answer);
    return answer as T;
  }

  /** Every entry of a list, page by page, newest first. */
  async function all<T>(path: string, filter: Readonly<Record<string, string>> = {}): Promise<readonly T[]> {
    const entries: T[] = [];
    let cursor: string | null = null;
    do {
      const query = new URLSearchParams({ ...filter, limit: '200', ...(cursor !== null && { cursor }) });
      const page: Page<T> = await call('GET', `${path}?${query}`);
      entries.push(...page.data);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return entries;
  }

  return {
    all,
    get: <T>(path: string) => call<T>('GET', path),
    put: <T>(path: string, body: unknown) => call<T>('PUT', path, body),
    patch: <T>(path: string, body: unknown) => call<T>('PATCH', path, body),
    post: <T>(path: string, body?: unknown) => call<T>('POST', path, body),
    delete: (path: string) => call<null>('DELETE', path),
  };
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
