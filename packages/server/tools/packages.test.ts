import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAllowed, lockedPackages, namedDependencies } from './packages.ts';

const root = join(import.meta.dirname, '../../..');

describe('what Signpost is made from', () => {
  it('has a licence that may be used, whatever it is needed for', () => {
    const packages = lockedPackages();
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(({ license }) => !isAllowed(license))).toEqual([]);
  });

  it('judges licences by each of their parts', () => {
    expect(isAllowed('(MIT OR GPL-3.0)')).toBe(true);
    expect(isAllowed('MIT AND GPL-3.0')).toBe(false);
    expect(isAllowed('AGPL-3.0')).toBe(false);
    expect(isAllowed('')).toBe(false);
  });

  it('is named with its reason in docs/dependencies.md', () => {
    const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
    const unnamed = namedDependencies().filter((name) => !isNamed(page, name));
    expect(unnamed).toEqual([]);
  });
});

/** A scope is named once for several of its packages: "`@mantine/core`, `hooks`". */
function isNamed(page: string, name: string): boolean {
  if (page.includes(`\`${name}\``)) return true;
  const [scope, rest] = name.split('/');
  return (
    rest !== undefined &&
    page.split('\n').some((line) => line.includes(`\`${scope}/`) && line.includes(`\`${rest}\``))
  );
}
