// What comes along with Signpost when it is installed without the tools of its development: read from the lock file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from './table.ts';

const root = join(import.meta.dirname, '../../..');

export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** As its package says it (SPDX); empty where it says nothing. */
  readonly license: string;
  /** Needed only for development and tests. */
  readonly dev: boolean;
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { version?: string; license?: string; dev?: boolean; link?: boolean }>
  >;
}

const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** Everything that `npm ci` may install, on whatever platform. */
export function lockedPackages(): readonly LockedPackage[] {
  const { packages } = read('package-lock.json') as Lock;
  return Object.entries(packages).flatMap(([path, { version, license, dev, link }]) => {
    const at = path.lastIndexOf('node_modules/');
    if (at < 0 || link === true) return [];
    const name = path.slice(at + 'node_modules/'.length);
    return [{ name, version: version ?? '', license: license ?? '', dev: dev === true }];
  });
}

/** What the workspaces name themselves, of each kind. */
export function namedDependencies(): readonly string[] {
  const workspaces = ['.', 'packages/server', 'packages/console', 'examples/xyz-bank'];
  const names = workspaces.flatMap((folder) => {
    const { dependencies, devDependencies } = read(join(folder, 'package.json')) as Partial<
      Record<'dependencies' | 'devDependencies', Record<string, string>>
    >;
    return [...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})];
  });
  return [...new Set(names)].sort();
}

/** Licences that allow what the Apache License allows; the last ones bind only changes of the files that are under them. */
export const allowedLicenses: ReadonlySet<string> = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'Python-2.0',
  'CC0-1.0',
  'MPL-2.0',
]);

/** Whether each part of an SPDX expression without parentheses inside may be used. */
export function isAllowed(license: string): boolean {
  const parts = license.replace(/^\((.*)\)$/, '$1');
  if (parts.includes(' OR ')) return parts.split(' OR ').some((part) => allowedLicenses.has(part));
  return parts.split(' AND ').every((part) => allowedLicenses.has(part));
}

export function licensesPage(): string {
  const shipped = lockedPackages().filter(({ dev }) => !dev);
  const byLicense = new Map<string, Set<string>>();
  for (const { name, version, license } of shipped) {
    const names = byLicense.get(license) ?? new Set();
    byLicense.set(license, names.add(`${name} ${version}`));
  }
  const rows = [...byLicense]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([license, names]) => [license, [...names].sort().join(', ')]);
  const intro =
    'What is installed with Signpost, without the tools of its development, by licence. From `package-lock.json`; a test holds that each may be used.';
  return `# Licences\n\n${intro}\n\n${table(['licence', 'packages'], rows)}\n`;
}
