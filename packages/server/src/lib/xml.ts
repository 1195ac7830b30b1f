// The simple conversion between JSON and XML: an object's members are elements, an array repeats its element, everything
// else is text. No attributes, no namespaces, no document type: a DTD is refused before anything parses it.
// Names that XML cannot carry are written `_xHHHH_`, as .NET's XmlConvert does, and read back.
import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';
import { type JsonObject, type JsonValue, scalarText } from './json-exact.ts';

// It gets texts that are escaped already: in one step, where it would take five for each.
const builder = new XMLBuilder({
  ignoreAttributes: true,
  suppressEmptyNode: true,
  processEntities: false,
});
const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
/** What the elements of an array within an array are called. */
const itemName = 'item';

/** @param root the name of the outermost element */
export function toXml(root: string, value: JsonValue): string {
  return declaration + builder.build({ [root]: element(value) });
}

type Element = string | ElementList | { readonly [name: string]: Element };
interface ElementList extends ReadonlyArray<Element> {}

/** What the builder makes the right thing of: only texts, lists of elements, and own members with names that XML has. */
function element(value: JsonValue): Element {
  const text = scalarText(value);
  if (text !== null) return printable(text);
  const members: Record<string, Element> = {};
  if (Array.isArray(value)) members[itemName] = value.map(element);
  else for (const [name, inner] of Object.entries(value as JsonObject)) add(members, encodeName(name), inner);
  return members;
}

function add(members: Record<string, Element>, name: string, inner: JsonValue): void {
  const value = Array.isArray(inner) ? inner.map(element) : element(inner);
  // Assigned, this one name would be no member.
  if (name === '__proto__') Object.defineProperty(members, name, { value, enumerable: true });
  else members[name] = value;
}

/** What cannot stand in a text as it is: markup, and characters that XML 1.0 cannot carry, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const special = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const markup = /[&<>"']/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function printable(text: string): string {
  if (!special.test(text)) return text;
  return text
    .toWellFormed()
    .replace(unprintable, '\ufffd')
    .replace(markup, (character) => entities[character] ?? '');
}

const plainName = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
const nameStart = /^[A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u3001-\ud7ff]/;
const namePart = /[^A-Za-z0-9_.\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u3001-\ud7ff-]/g;
const escaped = /_x([0-9A-F]{4})_/g;

function encodeName(name: string): string {
  if (plainName.test(name) && !name.includes('_x')) return name;
  if (name === '') return '_x_';
  const inner = name.replace(/_(?=x[0-9A-F]{4}_)/g, hex).replace(namePart, hex);
  return nameStart.test(inner) ? inner : hex(inner.charAt(0)) + inner.slice(1);
}

const hex = (character: string) =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

function decodeName(name: string): string {
  if (name === '_x_') return '';
  return name.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

export type ReadXml =
  | { readonly kind: 'read'; readonly root: string; readonly value: JsonValue }
  | { readonly kind: 'unreadable'; readonly reason: string };

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: true,
  // Without a DTD there are only those of XML and HTML, and characters by number: none stands for more than a character.
  processEntities: true,
  htmlEntities: true,
  // Names such as `toString` are names like any other here: only own members are read.
  onDangerousProperty: (name) => name,
});

/** Never throws. Every text stays a text: XML has no numbers. */
export function fromXml(text: string): ReadXml {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return unreadable('it has a document type, which is not read');
  const valid = XMLValidator.validate(text);
  if (valid !== true) return unreadable(`line ${valid.err.line}: ${valid.err.msg}`);
  try {
    const entries = Object.entries(parser.parse(text) as Record<string, unknown>);
    const [first] = entries;
    if (first === undefined || entries.length > 1) return unreadable('it has no single outermost element');
    return { kind: 'read', root: decodeName(first[0]), value: plain(first[1]) };
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error));
  }
}

const unreadable = (reason: string): ReadXml => ({ kind: 'unreadable', reason });

function plain(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [decodeName(name), plain(inner)] as const),
  );
}
