// Builds the console if what it is made of has changed since the last build. Called by `npm ci`, `npm start` and the tests,
// so that nobody has to think of it; when nothing has changed it costs some milliseconds.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const folder = join(import.meta.dirname, '..');
/** The lock file stands for the libraries. */
const inputs = [
  'tools/build.ts',
  'index.html',
  'vite.config.ts',
  'package.json',
  '../../package-lock.json',
  'public/**',
  'src/**',
  '../../docs/dialects/verify/standard-webhooks.*',
];
const stamp = join(folder, '.built');

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of inputs
    .flatMap((pattern) => globSync(pattern, { cwd: folder, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()) {
    hash.update(path.slice(folder.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

export async function buildIfChanged(): Promise<'built' | 'unchanged'> {
  const present = fingerprint();
  const built =
    existsSync(stamp) && existsSync(join(folder, 'dist/index.html')) ? readFileSync(stamp, 'utf8') : '';
  if (built === present) return 'unchanged';
  const given = process.env['NODE_ENV'];
  // Whoever calls may be a test: React would then be built with all its checks, at twice the size.
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ root: folder, configFile: join(folder, 'vite.config.ts'), logLevel: 'warn' });
  } finally {
    if (given === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = given;
  }
  writeFileSync(stamp, present);
  return 'built';
}

if (import.meta.main) await buildIfChanged();
