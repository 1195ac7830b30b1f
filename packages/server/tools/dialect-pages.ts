// The generated parts of the pages in docs/dialects, and of that on content types: requests, types, facts, answers and code to verify with. The rest of a
// page is written by hand; a part stands between `<!-- generated: name -->` and `<!-- end -->`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventTypes } from '../src/catalogue/index.ts';
import type { Dialect, ExampleAnswer } from '../src/dialects/dialect.ts';
import { dialects } from '../src/dialects/index.ts';
import type { SuccessRule } from '../src/domain/success-rule.ts';
import { toForm } from '../src/lib/form.ts';
import { parseExact } from '../src/lib/json-exact.ts';
import { toXml } from '../src/lib/xml.ts';
import { goldenPath, goldenPayload, renderGolden } from './golden.ts';
import { table } from './table.ts';

const root = join(import.meta.dirname, '../../..');
const folder = 'docs/dialects';

/** The type whose request stands on the page: a short one. */
const shown: Readonly<Record<string, string>> = {
  signpost: 'signer.started',
  emsigner: 'envelope.voided',
  esignglobal: 'envelope.voided',
  ignisign: 'signer.signed',
  'one-cp': 'envelope.expired',
  cellosign: 'signer.authenticated',
  'docusign-connect': 'signer.declined',
  'dropbox-sign': 'signer.signed',
  'adobe-sign': 'signer.signed',
  slack: 'webhook.failing',
};

/** Whose receivers check something of their own; all others check Standard Webhooks. */
const ownChecks: readonly string[] = ['ignisign', 'docusign-connect', 'dropbox-sign', 'adobe-sign'];

const codeLanguages = [
  ['JavaScript', 'mjs', 'js'],
  ['Python', 'py', 'python'],
  ['Java', 'java', 'java'],
  ['PHP', 'php', 'php'],
  ['Go', 'go', 'go'],
  ['C#', 'cs', 'csharp'],
] as const;

type Parts = Readonly<Record<string, () => string>>;

/** Pages by their path from the root of the repository. */
export function renderDialectPages(): ReadonlyMap<string, string> {
  const golden = renderGolden();
  const pages = dialects.map((dialect) => {
    const path = `${folder}/${dialect.name}.md`;
    return [path, filled(path, partsOf(dialect, golden))] as const;
  });
  const index = `${folder}/README.md`;
  const types = 'docs/content-types.md';
  return new Map([
    [index, filled(index, { index: indexTable })],
    [types, filled(types, { example: contentTypesExample })],
    ...pages,
  ]);
}

/** The page as it stands, with every part made anew. */
function filled(path: string, parts: Parts): string {
  const page = readFileSync(join(root, path), 'utf8');
  const left = new Set(Object.keys(parts));
  const made = page.replace(
    /(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_whole, start: string, name: string, end: string) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`${path} has a part that nothing makes: ${name}.`);
      left.delete(name);
      return `${start}\n${part()}\n\n${end}`;
    },
  );
  if (left.size > 0) throw new Error(`${path} lacks the parts ${[...left].join(', ')}.`);
  return made;
}

function indexTable(): string {
  const rows = dialects.map((dialect) => [
    `[\`${dialect.name}\`](${dialect.name}.md)`,
    dialect.meaning,
    dialect.contentTypes.length === 1 ? wireType(dialect) : dialect.contentTypes.join(', '),
    String(typesOf(dialect).length),
  ]);
  return table(['dialect', 'for', 'sends', 'types'], rows);
}

/** With everything in it that the conversions have a rule for. */
const sample = `{
  "total": 1.50,
  "customer": { "name": "Ngozi Okafor & Co.", "email": null },
  "signers": [{ "name": "Chidi" }, { "name": "Katarzyna" }],
  "tags": [],
  "page 1": true
}`;

function contentTypesExample(): string {
  const value = parseExact(sample);
  const form = toForm(value);
  const decoded = [...new URLSearchParams(form)].map(([name, text]) => `${name} = ${text}`).join('\n');
  return [
    fenced('json', sample),
    'As a form, and what stands in it:',
    fenced('', form),
    fenced('', decoded),
    'As XML:',
    fenced('xml', toXml('event', value)),
  ].join('\n\n');
}

function wireType(dialect: Dialect): string {
  return dialect.name === 'dropbox-sign' ? 'multipart/form-data' : (dialect.contentTypes[0] ?? '');
}

const typesOf = (dialect: Dialect) =>
  eventTypes.filter(({ type }) => dialect.namesOf(type, goldenPayload(dialect).options).length > 0);

function partsOf(dialect: Dialect, golden: ReadonlyMap<string, string>): Parts {
  const request = goldenRequest(dialect, golden);
  return {
    request: () => requestPart(request),
    types: () => typesPart(dialect),
    facts: () => factsPart(dialect),
    answers: () => answersPart(dialect),
    // A chat verifies nothing: who knows its URL may post.
    ...(dialect.name === 'slack' ? {} : { verify: () => verifyPart(dialect) }),
  };
}

/** The request of the golden file, from its request line on. */
function goldenRequest(dialect: Dialect, golden: ReadonlyMap<string, string>): string {
  const file = golden.get(goldenPath(dialect)) ?? '';
  const section = file.split(/^### /m).find((candidate) => candidate.startsWith(`${shown[dialect.name]}\n`));
  if (section === undefined) throw new Error(`${goldenPath(dialect)} lacks the type of the page.`);
  return section.slice(section.indexOf('\n') + 1).trim();
}

const fenced = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\``;

/** As it goes over the wire; and what it says, for reading. */
function requestPart(request: string): string {
  const json = request.split('\n').find((line) => line.startsWith('{')) ?? '{}';
  const laidOut = JSON.stringify(JSON.parse(json), null, 2);
  return [fenced('http', request.replaceAll('\r', '')), 'The same, laid out:', fenced('json', laidOut)].join(
    '\n\n',
  );
}

function typesPart(dialect: Dialect): string {
  const { options } = goldenPayload(dialect);
  const rows = typesOf(dialect).map(({ type, title }) => [
    `\`${type}\``,
    dialect
      .namesOf(type, options)
      .map((name) => `\`${name}\``)
      .join(' or '),
    title,
  ]);
  return table(['type', 'its receivers know it as', 'what it is'], rows);
}

function factsPart(dialect: Dialect): string {
  const list = (facts: readonly string[]) => facts.map((fact) => `- ${fact}`).join('\n');
  const parts = [
    ...(dialect.published.length > 0 ? ['**Published by the vendor**', list(dialect.published)] : []),
    ...(dialect.chosen.length > 0 ? ['**Our choice**', list(dialect.chosen)] : []),
    '**Settings**',
    list([
      `\`payload.contentType\`: ${dialect.contentTypes.map((type) => `\`${type}\``).join(', ')}${dialect.name === 'dropbox-sign' ? ' (it sends `multipart/form-data` whatever is set)' : ''}`,
      `\`signing.scheme\`: ${dialect.schemes.map((scheme) => `\`${scheme}\``).join(' or ')}`,
      ...dialect.options.map(
        ({ name, meaning, required, values }) =>
          `\`payload.options.${name}\`${required ? ' (required)' : ''}: ${meaning}${values ? ` (${values.map((value) => `\`${value}\``).join(', ')})` : ''}`,
      ),
    ]),
  ];
  return parts.join('\n\n');
}

function answersPart(dialect: Dialect): string {
  const { success, error } = dialect.answers(shown[dialect.name] ?? '', goldenPayload(dialect));
  const rule = `Success is ${successWords(dialect.success)}.${dialect.successNote ? ` ${dialect.successNote}` : ''} 410 disables the webhook.`;
  return [rule, 'Success:', fenced('http', wire(success)), 'Failure:', fenced('http', wire(error))].join(
    '\n\n',
  );
}

function successWords(rule: SuccessRule): string {
  if (rule === '200') return 'the status 200 alone';
  if (rule === '2xx') return 'any status 2xx';
  return `${successWords(rule.status)}, with \`${rule.body.path}\` = \`${String(rule.body.equals)}\` in the body`;
}

function wire({ status, headers, body }: ExampleAnswer): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status}`, ...lines, ...(body === '' ? [] : ['', body])].join('\n');
}

function verifyPart(dialect: Dialect): string {
  const kind = ownChecks.includes(dialect.name) ? dialect.name : 'standard-webhooks';
  return codeLanguages
    .filter(([, extension]) => existsSync(join(root, folder, 'verify', `${kind}.${extension}`)))
    .map(([title, extension, language]) => {
      const code = readFileSync(join(root, folder, 'verify', `${kind}.${extension}`), 'utf8').trim();
      return `**${title}** ([${kind}.${extension}](verify/${kind}.${extension}))\n\n${fenced(language, code)}`;
    })
    .join('\n\n');
}
