// Requests that are made to do harm: too deep, too many, too large, of another kind than they say; and names that
// mean something to JavaScript (issue 6: hostile input).
import { once } from 'node:events';
import { analyse } from 'scslre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limit } from '../../src/domain/limits.ts';
import { exampleOf, type Schema } from '../harness/examples.ts';
import { type RawAnswer, rawRequest, refusal } from '../harness/http.ts';
import { filledPath, makeObjects, type Objects } from '../harness/objects.ts';
import { goodPassword, setUp } from '../harness/people.ts';
import { document, routes } from '../harness/routes.ts';
import { rootKey, startSignpost, type Tenant, type TestSignpost } from '../harness/signpost.ts';
import { openSocket } from '../harness/socket.ts';

let signpost: TestSignpost;
let tenant: Tenant;
let objects: Objects;
let inbound: string;
/** A super admin of the server, who may ask every route. */
let asPerson: Readonly<Record<string, string>>;

beforeAll(async () => {
  signpost = await startSignpost();
  const { browser } = await setUp(signpost);
  const cookie = `signpost_session=${browser.cookies.get('signpost_session')}`;
  asPerson = { cookie, 'x-signpost-csrf': '1', 'content-type': 'application/json' };
  tenant = await signpost.tenant();
  objects = await makeObjects(signpost, tenant);
  const source = await tenant.call('POST', '/sources', { platform: 'documenso', name: 'in', secret: 's' });
  inbound = new URL(source.body.url).pathname;
});
afterAll(() => signpost.stop());

const asRoot = { authorization: `Bearer ${rootKey}` };
const json = { ...asRoot, 'content-type': 'application/json' };
const events = () => `/api/v1/applications/${tenant.appId}/envs/PRODUCTION/events`;
const post = (path: string, body: string | Buffer, headers: Record<string, string> = json) =>
  rawRequest(signpost.app.url, { method: 'POST', path, body, headers });
const isServed = async () => (await rawRequest(signpost.app.url, { path: '/healthz' })).status === 200;
const event = (content: string) => `{"type":"signer.signed","content":${content}}`;

describe('JSON', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

  it('may be as deep as the limit says, and is refused with it when it is deeper', async () => {
    const max = limit('json_levels_max');
    expect((await post(events(), event(nested(max - 1)))).status).toBe(202);
    for (const body of [event(nested(max)), nested(3_000_000), '{"a":'.repeat(1_000_000)])
      expect(refusal(await post(events(), body), 'json_too_deep').limit).toBe(max);
    expect(refusal(await post(inbound, nested(100_000)), 'json_too_deep').limit).toBe(max);
    // In the words of that vendor.
    expect((await post('/v4/auth/app-api', nested(max + 1))).text).toContain(`more than ${max} objects`);
    expect(await isServed()).toBe(true);
  });

  it('with hundreds of thousands of members or elements is answered like any other', async () => {
    const members = Array.from({ length: 100_000 }, (_, at) => `"m${at}":1`).join();
    for (const body of [
      `{${members}}`,
      `[${'{},'.repeat(200_000)}{}]`,
      `{"type":${'1'.repeat(1_000_000)}}`,
    ]) {
      const answer = await post(events(), body);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      // What is wrong is told of so many fields, and no more.
      expect(answer.text.length).toBeLessThan(100_000);
    }
    expect(await isServed()).toBe(true);
  });
});

describe('names that mean something to JavaScript', () => {
  const poisons = ['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}'];
  const isClean = () =>
    (({}) as Record<string, unknown>)['polluted'] === undefined &&
    Object.keys(Object.prototype).length === 0 &&
    JSON.stringify({}) === '{}';

  const withBody = routes.filter(({ body }) => body !== null);
  it.each(withBody.map((route) => [route.name, route] as const))(
    '%s: change nothing, in any place of the body or the query',
    async (_name, route) => {
      const path = filledPath(route, tenant, objects);
      const good = exampleOf(route.body as Schema);
      for (const poison of poisons)
        for (const body of placesOf(good, JSON.parse(poison)).map((value) => written(value)))
          for (const query of ['', '?__proto__[polluted]=1&constructor[prototype][polluted]=1&__proto__=1']) {
            const request = { method: route.method, path: path + query, body, headers: asPerson };
            expect((await rawRequest(signpost.app.url, request)).status).toBeLessThan(500);
          }
      expect(isClean()).toBe(true);
    },
  );

  it('in what an event carries, what a mapping writes and how a receiver is judged do no harm either', async () => {
    const webhook = { name: 'w', url: 'http://127.0.0.1:1/' };
    for (const to of ['__proto__.polluted', 'constructor.prototype.polluted', 'a.__proto__.polluted'])
      for (const payload of [{ fieldMapping: [{ from: 'a', to }] }, { fieldMapping: [`a:${to}`] }])
        refusal(await tenant.call('POST', '/webhooks', { ...webhook, payload }), 'invalid_field');
    const path = { status: '2xx', body: { path: '__proto__.polluted', equals: '1' } };
    const judged = await tenant.call('POST', '/webhooks', { ...webhook, delivery: { success: path } });
    expect(judged.status).toBe(400);
    const { id } = await tenant.webhook('http://127.0.0.1:1/', {
      payload: { fieldMapping: [{ from: 'a.b', to: 'x.y' }] },
    });
    for (const dialect of ['signpost', 'one-cp', 'docusign-connect', 'emsigner']) {
      await tenant.call('PATCH', `/webhooks/${id}`, { payload: { dialect } });
      const recorded = signpost.recorded(({ webhookId }) => webhookId === id);
      const content =
        '{"__proto__":{"polluted":1},"a":{"__proto__":{"polluted":1},"b":{"constructor":{"prototype":{"polluted":1}}}}}';
      expect((await post(events(), event(content))).status).toBe(202);
      await recorded;
    }
    expect(isClean()).toBe(true);
  });

  /** The value with the poison put into each object of it, and in the place of each of its values. */
  function placesOf(value: unknown, poison: object): unknown[] {
    if (typeof value !== 'object' || value === null) return [poison];
    const own = Array.isArray(value) ? [[...value, poison]] : [new Merged(value, poison)];
    const inner = Object.entries(value).flatMap(([key, member]) =>
      placesOf(member, poison).map((changed) =>
        Array.isArray(value)
          ? value.map((element, at) => (String(at) === key ? changed : element))
          : { ...value, [key]: changed },
      ),
    );
    return [...own, ...inner];
  }
});

/** An object to which members are added in writing: a spread would lose `__proto__`. */
class Merged {
  readonly value: object;
  readonly poison: object;
  constructor(value: object, poison: object) {
    this.value = value;
    this.poison = poison;
  }
}

function written(value: unknown): string {
  if (value instanceof Merged) {
    const parts = [written(value.value), JSON.stringify(value.poison)].map((text) => text.slice(1, -1));
    return `{${parts.filter(Boolean).join()}}`;
  }
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${written(member)}`)}}`;
  return JSON.stringify(value);
}

describe('a body of another kind', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "${'x'.repeat(1000)}">${Array.from(
    { length: 9 },
    (_, at) => `<!ENTITY ${'abcdefghij'[at + 1]} "${`&${'abcdefghij'[at]};`.repeat(10)}">`,
  ).join('')}]><a>&j;</a>`;
  const kinds = [
    'application/xml',
    'text/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/octet-stream',
  ];

  it('is refused by every route before it is read: XML bombs have no parser to go off in', async () => {
    for (const { method, path } of routes.filter(({ body }) => body !== null))
      for (const kind of kinds) {
        const request = { method, path: filledPath({ path }, tenant, objects), body: bomb };
        const headers = { ...asPerson, 'content-type': kind };
        refusal(await rawRequest(signpost.app.url, { ...request, headers }), 'unsupported_media_type');
      }
  });

  it('goes off at no source either, whatever the post says that it is', async () => {
    for (const kind of kinds) {
      const answer = await post(inbound, bomb, { 'content-type': kind, 'x-documenso-secret': 's' });
      refusal(answer, 'source_unreadable');
    }
  });

  it('compressed is refused, however small it is', async () => {
    for (const encoding of ['gzip', 'deflate', 'br', 'zstd', 'gzip, gzip']) {
      const answer = await post(events(), 'x', { ...json, 'content-encoding': encoding });
      refusal(answer, 'unsupported_encoding');
    }
  });
});

describe('a text with U+0000, which PostgreSQL has no place for', () => {
  it('names nothing and nobody', async () => {
    for (const route of ['explain', 'route']) {
      const method = route === 'route' ? 'POST' : 'GET';
      const path = `${events()}/%00/${route}`;
      refusal(await rawRequest(signpost.app.url, { method, path, headers: asRoot }), 'not_found');
    }
    const guess = JSON.stringify({ email: 'a\0b', password: goodPassword });
    refusal(await post('/api/v1/auth/sign-in', guess), 'sign_in_refused');
  });

  it('is refused wherever it would be kept, and nothing fails', async () => {
    for (const { method, path, body } of routes.filter(({ body }) => body !== null)) {
      const evil = everyText(exampleOf(body as Schema), 'a\0b');
      const request = { method, path: filledPath({ path }, tenant, objects), body: JSON.stringify(evil) };
      const answer = await rawRequest(signpost.app.url, { ...request, headers: asPerson });
      expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(500);
    }
    const orNone = new Proxy(objects, { get: (known, kind) => known[String(kind)] ?? 'none' });
    for (const { method, path, query } of routes.filter(({ method }) => method === 'GET')) {
      const asked = query.map(({ name }) => `${name}=%00`).join('&');
      for (const one of [path.replaceAll(/\{(?!orgId|appId|env)\w+\}/g, '%00'), `${path}?${asked}`]) {
        const filled = filledPath({ path: one }, tenant, orNone);
        const answer = await rawRequest(signpost.app.url, { method, path: filled, headers: asPerson });
        expect(answer.status, `${method} ${filled}: ${answer.text}`).toBeLessThan(500);
      }
    }
  });
});

describe('headers', () => {
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`x-${at}`, 'v']));

  it('are counted, and refused with the limit', async () => {
    const max = limit('request_headers_max');
    // Beside the host's and the connection's.
    expect((await rawRequest(signpost.app.url, { path: '/healthz', headers: many(max - 2) })).status).toBe(
      200,
    );
    const answer = await rawRequest(signpost.app.url, { path: '/healthz', headers: many(max) });
    expect(refusal(answer, 'too_many_headers')).toMatchObject({ limit: max, count: max + 2 });
  });

  it('are refused with the limit when they are too large', async () => {
    const headers = { 'x-large': 'v'.repeat(limit('request_headers_bytes_max')) };
    const answer = await rawRequest(signpost.app.url, { path: '/healthz', headers });
    expect(refusal(answer, 'headers_too_large').limit).toBe(limit('request_headers_bytes_max'));
  });
});

describe('an upload that is too large', () => {
  const max = limit('request_body_bytes_max');

  it('by its own word is refused before a byte of it is read', async () => {
    const { socket, answer, ended } = await openSocket(signpost.app.url);
    socket.write(
      `POST ${events()} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${rootKey}\r\ncontent-type: application/json\r\ncontent-length: ${1024 ** 4}\r\n\r\n`,
    );
    await ended;
    expect(answer()).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer()).toContain('"body_too_large"');
    expect(answer()).toContain(`"limit":${max}`);
  });

  it.each(['/in', 'events'])('is cut while it is read when it does not say so (%s)', async (which) => {
    const { socket, answer, ended } = await openSocket(signpost.app.url);
    const path = which === 'events' ? events() : inbound;
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${rootKey}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
    );
    const chunk = Buffer.alloc(64 * 1024, ' ');
    const framed = Buffer.concat([Buffer.from('10000\r\n'), chunk, Buffer.from('\r\n')]);
    let sent = 0;
    while (!socket.destroyed && answer() === '' && sent < 20 * max) {
      sent += chunk.length;
      if (!socket.write(framed)) await Promise.race([once(socket, 'drain').catch(() => {}), ended]);
    }
    await ended;
    expect(answer()).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer()).toContain(`"limit":${max}`);
    // What the sockets on both sides hold may be on its way.
    expect(sent).toBeLessThan(3 * max);
  });
});

describe('patterns', () => {
  it('of the API take time that grows with the length of what they read alone', () => {
    const found = [...patternsIn(document)];
    expect(found.length).toBeGreaterThan(3);
    for (const pattern of found) {
      const { reports } = analyse(new RegExp(pattern, 'u'), { reportTypes: { Move: false } });
      expect(reports, pattern).toEqual([]);
    }
  });

  function patternsIn(value: unknown, into = new Set<string>()): Set<string> {
    if (typeof value !== 'object' || value === null) return into;
    for (const [key, member] of Object.entries(value))
      if (key === 'pattern' && typeof member === 'string') into.add(member);
      else patternsIn(member, into);
    return into;
  }

  it.each([
    ['a'.repeat(100_000)],
    [' '.repeat(100_000)],
    ['='.repeat(100_000)],
    ['a@'.repeat(50_000)],
    [`${'a.'.repeat(50_000)}!`],
    [`${'0'.repeat(100_000)}x`],
    ['<'.repeat(100_000)],
    ['/'.repeat(100_000)],
    [`https://${'a-'.repeat(50_000)}`],
    ['-----BEGIN CERTIFICATE-----'.repeat(4_000)],
    ['2026-01-01T'.repeat(9_000)],
  ])('answer at once where a text is made against them: %.20s', async (text) => {
    const started = performance.now();
    const answers: RawAnswer[] = [];
    for (const { method, path, body } of routes.filter(({ body }) => body !== null)) {
      const filled = filledPath({ path }, tenant, objects);
      const evil = everyText(exampleOf(body as Schema), text);
      answers.push(
        await rawRequest(signpost.app.url, {
          method,
          path: filled,
          body: JSON.stringify(evil),
          headers: asPerson,
        }),
      );
    }
    for (const { status, text: answered } of answers) expect(status, answered).toBeLessThan(500);
    expect((performance.now() - started) / answers.length).toBeLessThan(250);
  });
});

function everyText(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((element) => everyText(element, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, everyText(member, text)]));
}
