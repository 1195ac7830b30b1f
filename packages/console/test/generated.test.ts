import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { renderApiTypes } from '../tools/generate.ts';

it('has the types of this very API (run `npm run generate`)', async () => {
  const path = join(import.meta.dirname, '../src/api/schema.gen.ts');
  expect(readFileSync(path, 'utf8')).toBe(await renderApiTypes());
});
