// The console's files as the server gives them out: what may be kept, what may run, and what is no page.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApiDeps } from '../../src/api/route.ts';
import { type Api, createApi } from '../../src/api/server.ts';
import { silentLog } from '../../src/observe/log.ts';

const folder = mkdtempSync(join(tmpdir(), 'signpost-console-files-'));
const script = `console.log(${JSON.stringify('x'.repeat(4000))});`;
let api: Api;

// None of these routes asks anything of the rest.
const serve = (consoleFolder: string) =>
  createApi({
    consoleFolder,
    rootKey: 'none',
    log: silentLog,
    tails: { stop: async () => {} },
  } as unknown as ApiDeps);

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  writeFileSync(join(folder, 'assets/app-1a2b.js'), script);
  writeFileSync(join(folder, 'boot.js'), 'boot();');
  api = await serve(folder);
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

const page = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

it('answers every address of the console with its document, with a nonce of its own each time', async () => {
  const answers = await Promise.all(
    ['/', '/login', '/appId_loans/production/webhooks?q=a', '/deep/er/than/that'].map((url) =>
      api.inject({ url, headers: page }),
    ),
  );
  const nonces = answers.map(({ statusCode, headers, body }) => {
    const nonce = /content="([A-Za-z0-9+/=]{24})"/.exec(body)?.[1] ?? 'none';
    expect({ statusCode, ...headers }).toMatchObject({
      statusCode: 200,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    );
    return nonce;
  });
  expect(new Set(nonces).size).toBe(answers.length);
});

it('lets browsers keep what carries a hash in its name, and asks again for the rest', async () => {
  const hashed = await api.inject({ url: '/assets/app-1a2b.js' });
  expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(hashed.body).toBe(script);
  const boot = await api.inject({ url: '/boot.js' });
  expect(boot.headers).toMatchObject({
    'cache-control': 'no-cache',
    'content-type': 'text/javascript; charset=utf-8',
  });
  const again = await api.inject({
    url: '/boot.js',
    headers: { 'if-none-match': String(boot.headers['etag']) },
  });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

it('compresses for those who take it', async () => {
  const zipped = await api.inject({ url: '/assets/app-1a2b.js', headers: { 'accept-encoding': 'br, gzip' } });
  expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(gunzipSync(zipped.rawPayload).toString()).toBe(script);
});

it.each([
  ['/api/v1/nothing', page],
  ['/in/nothing', page],
  ['/v4/nothing', page],
  ['/assets/gone-0000.js', page],
  ['/nothing', { accept: 'application/json' }],
  ['/../../package.json', {}],
  ['/assets/..%2f..%2fpackage.json', {}],
])('answers %s in the error form, not with a page', async (url, headers) => {
  const answer = await api.inject({ url, headers });
  expect([answer.statusCode, answer.json().error.code]).toEqual([404, 'route_not_found']);
});

it('says what to do when the console was not built, and serves the API all the same', async () => {
  const bare = await serve(join(folder, 'not-built'));
  const answer = await bare.inject({ url: '/', headers: page });
  expect([answer.statusCode, answer.body]).toEqual([503, expect.stringContaining('npm run build')]);
  expect((await bare.inject({ url: '/healthz' })).statusCode).toBe(200);
  await bare.close();
});
