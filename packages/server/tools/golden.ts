// The golden files of the dialects: for each dialect and each type it expresses, the exact request that the catalogue's
// example becomes. `npm run generate` writes them; the conformance test compares them byte for byte.
import { eventTypes } from '../src/catalogue/index.ts';
import type { Dialect } from '../src/dialects/dialect.ts';
import { exampleOf } from '../src/dialects/example.ts';
import { dialects } from '../src/dialects/index.ts';
import { type PayloadInput, toPayload } from '../src/domain/payload.ts';

const folder = 'packages/server/test/conformance/golden';

const additions: PayloadInput = {
  extraFields: ['costCenter'],
  fieldMapping: ['total', 'total:amount', { from: 'customer.email', to: 'client.mail' }],
};

/** Settings besides the usual ones, by dialect and the name of the file. */
const variants: Readonly<Record<string, Readonly<Record<string, PayloadInput>>>> = {
  signpost: {
    form: { contentType: 'application/x-www-form-urlencoded' },
    xml: { contentType: 'application/xml' },
    status: { data: 'status', ...additions },
  },
  ignisign: { 'sdk-4': { options: { names: 'sdk-4' } }, status: { data: 'status' } },
  esignglobal: { additions },
};

/** Golden files by their path from the root of the repository. */
export function renderGolden(): ReadonlyMap<string, string> {
  return new Map(
    dialects.flatMap((dialect) => [
      [`${folder}/${dialect.name}.http`, goldenFile(dialect, {})] as const,
      ...Object.entries(variants[dialect.name] ?? {}).map(
        ([name, input]) => [`${folder}/${dialect.name}.${name}.http`, goldenFile(dialect, input)] as const,
      ),
    ]),
  );
}

function goldenFile(dialect: Dialect, input: PayloadInput): string {
  const payload = toPayload({ dialect: dialect.name, ...input });
  return eventTypes
    .flatMap(({ type }) => {
      const example = exampleOf(dialect, type, payload);
      if (example === null) return [];
      const { headers, body } = example.request;
      const lines = headers.map(([name, value]) => `${name}: ${value}\n`);
      return [`### ${type}\nPOST https://receiver.example.com/hook HTTP/1.1\n${lines.join('')}\n${body}\n`];
    })
    .join('\n');
}
