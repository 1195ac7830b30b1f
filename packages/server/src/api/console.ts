// The console's files, as they were built: read once, kept in memory, served with a policy that lets nothing else in.
// Every page of the console is the same document, with a nonce of its own for the styles that are made while it runs.
import { createHash, randomBytes } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
  readonly etag: string;
  /** Made at the first request that takes it; the same for all that follow. */
  zipped: Promise<Buffer> | null;
}

const zip = promisify(gzip);
/** In index.html, where the nonce of a request is put in. */
const noncePlace = '__CSP_NONCE__';
/** What is smaller than a packet gains nothing. */
const zipBytesMin = 1024;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const policyOf = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Addresses that belong to programs: a wrong one is answered in the error form, never with a page. */
const notPages = /^\/(api|in|assets|v\d+)(\/|$)/;

/** Serves the console of `folder`, and its document for every other address that a browser asks for as a page. */
export function serveConsole(app: FastifyInstance, folder: string): void {
  const assets = readAssets(folder);
  const page = assets.get('/index.html');
  const document = page?.bytes.toString().split(noncePlace) ?? null;
  for (const [path, asset] of assets) {
    if (path === '/index.html') continue;
    app.get(path, { schema: { hide: true } }, (request, reply) => sendAsset(request, reply, path, asset));
  }
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    if (!asksForPage(request)) return reply.callNotFound();
    return document === null ? sendMissing(reply) : sendPage(reply, document);
  });
}

function readAssets(folder: string): ReadonlyMap<string, Asset> {
  return new Map(
    filesOf(folder).map((file) => {
      const bytes = readFileSync(file);
      const path = `/${relative(folder, file).split(sep).join('/')}`;
      const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
      return [path, { type: types[extname(file)] ?? 'application/octet-stream', bytes, etag, zipped: null }];
    }),
  );
}

function filesOf(folder: string): readonly string[] {
  const files = (entry: Dirent) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []);
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap(files);
  } catch (error) {
    // Not built, as with `npm ci --ignore-scripts`: the API works all the same, and the page says what to do.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function asksForPage({ url, headers }: FastifyRequest): boolean {
  return !notPages.test(url) && (headers.accept ?? '').includes('text/html');
}

function sendPage(reply: FastifyReply, document: readonly string[]): FastifyReply {
  const nonce = randomBytes(18).toString('base64');
  return reply
    .headers({
      ...always,
      'content-type': types['.html'],
      'content-security-policy': policyOf(nonce),
      'cross-origin-opener-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
    })
    .send(document.join(nonce));
}

function sendMissing(reply: FastifyReply): FastifyReply {
  return reply
    .status(503)
    .headers({ ...always, 'content-type': types['.txt'], 'cache-control': 'no-store' })
    .send(
      'The console has not been built. Run `npm run build` and start the server again. The API works without it.\n',
    );
}

async function sendAsset(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  path: string,
  asset: Asset,
): Promise<FastifyReply> {
  // Names under /assets/ carry a hash of their content; the others may change with the next version.
  const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  reply.headers({ ...always, 'content-type': asset.type, 'cache-control': cache, etag: asset.etag });
  if (headers['if-none-match'] === asset.etag) return reply.status(304).send();
  if (asset.bytes.length < zipBytesMin) return reply.send(asset.bytes);
  reply.header('vary', 'accept-encoding');
  if (!/\bgzip\b/.test(String(headers['accept-encoding'] ?? ''))) return reply.send(asset.bytes);
  asset.zipped ??= zip(asset.bytes, { level: 9 });
  return reply.header('content-encoding', 'gzip').send(await asset.zipped);
}
