// The golden files of the dialects: for each dialect and each type it expresses, the exact request that the catalogue's
// example becomes. `npm run generate` writes them; the conformance test compares them byte for byte.
import { eventTypes } from '../src/catalogue/index.ts';
import type { Dialect } from '../src/dialects/dialect.ts';
import { exampleOf } from '../src/dialects/example.ts';
import { dialects } from '../src/dialects/index.ts';
import { type PayloadInput, type PayloadSettings, toPayload } from '../src/domain/payload.ts';

const folder = 'packages/server/test/conformance/golden';

const additions: PayloadInput = {
  extraFields: ['costCenter'],
  fieldMapping: ['total', 'total:amount', { from: 'customer.email', to: 'client.mail' }],
};

/** What a webhook of a dialect cannot do without. */
const required: Readonly<Record<string, PayloadInput>> = {
  'adobe-sign': { options: { clientId: 'UB7E5BXCXY' } },
};

/** Settings besides the usual ones, by dialect and the name of the file. */
const variants: Readonly<Record<string, Readonly<Record<string, PayloadInput>>>> = {
  signpost: {
    form: { contentType: 'application/x-www-form-urlencoded' },
    xml: { contentType: 'application/xml' },
    status: { data: 'status', ...additions },
  },
  ignisign: { 'sdk-4': { options: { names: 'sdk-4' } }, status: { data: 'status' } },
  emsigner: { status: { data: 'status', ...additions } },
  esignglobal: { additions },
  'one-cp': {
    form: { contentType: 'application/x-www-form-urlencoded', ...additions },
    status: { data: 'status', ...additions },
  },
  cellosign: { xml: { contentType: 'application/xml' }, status: { data: 'status', ...additions } },
  'docusign-connect': {
    additions: { ...additions, options: { accountId: '10ffce91-0000', userId: 'u-1', configurationId: '2' } },
    status: { data: 'status' },
  },
  'dropbox-sign': {
    additions: { ...additions, options: { accountId: '63522885', clientId: '98891a1b' } },
    status: { data: 'status' },
  },
  'adobe-sign': { additions, status: { data: 'status' } },
  slack: { status: { data: 'status', ...additions } },
};

/** Golden files by their path from the root of the repository. */
export function renderGolden(): ReadonlyMap<string, string> {
  return new Map(
    dialects.flatMap((dialect) => [
      [goldenPath(dialect), goldenFile(dialect, {})] as const,
      ...Object.entries(variants[dialect.name] ?? {}).map(
        ([name, input]) => [`${folder}/${dialect.name}.${name}.http`, goldenFile(dialect, input)] as const,
      ),
    ]),
  );
}

/** Of the usual settings. */
export function goldenPath({ name }: Dialect): string {
  return `${folder}/${name}.http`;
}

export function goldenPayload({ name }: Dialect, input: PayloadInput = {}): PayloadSettings {
  return toPayload({ dialect: name, ...required[name], ...input });
}

function goldenFile(dialect: Dialect, input: PayloadInput): string {
  const payload = goldenPayload(dialect, input);
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
