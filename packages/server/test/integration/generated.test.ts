// Holds the repository's generated texts to the code, and the import arrows to having been looked at.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { renderReference } from '../../tools/reference.ts';
import { createTestDatabase } from '../harness/database.ts';

const root = join(import.meta.dirname, '../../../..');

it('has the OpenAPI document, the reference pages and the table types of this very code (run `npm run generate`)', async () => {
  const database = await createTestDatabase();
  const files = await renderReference(database.url);
  await database.drop();
  for (const [path, text] of files) expect(readFileSync(join(root, path), 'utf8'), path).toBe(text);
});

it('really cruised the modules when it checked the import arrows', () => {
  const report = execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      'packages/server/src',
    ],
    { cwd: root, maxBuffer: 64 * 1024 * 1024 },
  );
  const { modules, summary } = JSON.parse(report.toString()) as {
    modules: { source: string; dependencies: unknown[] }[];
    summary: { error: number };
  };
  const own = modules.filter(({ source }) => source.startsWith('packages/server/src/'));
  expect(own.length).toBeGreaterThan(80);
  // The composition root imports nearly everything: if its arrows are not seen, none are.
  const composing = own.filter(({ source }) => /\/(app\.ts|compose\/.*)$/.test(source));
  expect(composing.flatMap(({ dependencies }) => dependencies).length).toBeGreaterThan(80);
  expect(summary.error).toBe(0);
});
