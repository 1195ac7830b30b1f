// A person's browser, as far as sessions are concerned: keeps cookies and sends them back, says that it is the console.
import { type Answer, caller } from './signpost.ts';

export interface Browser {
  /** Calls a route with the cookies that it has. Without `headers` it sends what the console sends. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Goes to a page and stays there: redirects are told, not followed. */
  visit(url: string): Promise<{ readonly status: number; readonly location: string; readonly text: string }>;
  readonly cookies: ReadonlyMap<string, string>;
  /** The last `Set-Cookie` of a cookie, whole. */
  readonly setCookies: ReadonlyMap<string, string>;
  forget(): void;
}

export function openBrowser(origin: string): Browser {
  const jars = new Map<string, Map<string, string>>();
  const setCookies = new Map<string, string>();
  const jarOf = (url: string) => {
    const { host } = new URL(url);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };

  function keep(url: string, headers: Headers): void {
    for (const text of headers.getSetCookie()) {
      const [pair = ''] = text.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(name.length + 1);
      if (url.startsWith(origin)) setCookies.set(name, text);
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(text)) jarOf(url).delete(name);
      else jarOf(url).set(name, value);
    }
  }
  const cookieHeader = (url: string) => [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join('; ');

  return {
    cookies: jarOf(origin),
    setCookies,
    forget: () => jars.clear(),
    async call(method, path, body, headers = { 'x-signpost-csrf': '1' }) {
      const answer = await caller(origin, null)(method, path, body, {
        cookie: cookieHeader(origin),
        ...headers,
      });
      keep(origin, answer.headers);
      return answer;
    },
    async visit(url) {
      const response = await fetch(url, { headers: { cookie: cookieHeader(url) }, redirect: 'manual' });
      keep(url, response.headers);
      return {
        status: response.status,
        location: response.headers.get('location') ?? '',
        text: await response.text(),
      };
    },
  };
}
