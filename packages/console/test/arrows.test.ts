// The import arrows are a check of their own; here it is made sure that the check sees the console at all.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

it('really cruised the modules of the console when it checked the import arrows', () => {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'packages/console/src'];
  const report = execFileSync(process.execPath, [cruiser, ...options], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
  const { modules, summary } = JSON.parse(report.toString()) as {
    modules: { source: string; dependencies: { resolved: string }[] }[];
    summary: { error: number };
  };
  const own = modules.filter(({ source }) => source.startsWith('packages/console/src/'));
  expect(own.length).toBeGreaterThan(100);
  const pages = own.find(({ source }) => source.endsWith('/app/pages.tsx'));
  const reached = pages?.dependencies.filter(({ resolved }) => resolved.includes('/features/')) ?? [];
  expect(reached.length).toBeGreaterThan(10);
  expect(summary.error).toBe(0);
});
