// The types of the API, made from openapi.json. `npm run generate` writes them; a test compares them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapi, { astToString } from 'openapi-typescript';

const path = join(import.meta.dirname, '../src/api/schema.gen.ts');

export async function renderApiTypes(): Promise<string> {
  const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../../openapi.json'), 'utf8'));
  return `// Made from openapi.json by \`npm run generate\`.\n${astToString(await openapi(document))}`;
}

if (import.meta.main) {
  writeFileSync(path, await renderApiTypes());
  process.stdout.write('packages/console/src/api/schema.gen.ts\n');
}
