// JSON read so that every number keeps the text it was written in: `1.50` and twenty digits come out as they went in.
// A number whose text JavaScript would change is held as JSON.rawJSON, which JSON.stringify writes back unchanged.

/** Any JSON value; an object may also stand for a number that is kept as text: see `scalarText`. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

interface ExactNumber {
  readonly rawJSON: string;
}

// Node has them; TypeScript's library does not know them yet.
const { rawJSON, isRawJSON } = JSON as unknown as {
  rawJSON(text: string): JsonObject;
  isRawJSON(value: unknown): value is ExactNumber;
};

/**
 * Where a number might change: sixteen digits or more, zeros at the end of a fraction or six at its beginning, an exponent,
 * minus nothing. It also finds text within strings that only looks like one, which costs time and nothing else.
 */
const mayChange =
  /(?:^|[:,[\s])(?:-?(?:[\d.]{16}|\d+\.(?:\d*0(?=[,\]}\s]|$)|0{6})|\d[\d.]*[eE][-+\d])|-0(?![.\d]))/;

/** Levels; nothing that walks through a value that was parsed here can run out of stack. */
export const nestingMax = 64;
const nestedDeeper = `(nested deeper than ${nestingMax} levels)`;

/** Throws on anything that is not JSON, as JSON.parse does. What is nested deeper than `nestingMax` is left out. */
export function parseExact(text: string): JsonValue {
  if (nestsDeeply(text)) return cut(JSON.parse(text) as JsonValue, nestingMax);
  return (mayChange.test(text) ? JSON.parse(text, keepNumber) : JSON.parse(text)) as JsonValue;
}

/** Brackets in strings count too: it may say yes where it should not, never no. */
function nestsDeeply(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    // `[` and `{`, `]` and `}` differ in one bit.
    const code = text.charCodeAt(at) | 0x20;
    if (code === 0x7b) {
      if (++depth > nestingMax) return true;
    } else if (code === 0x7d && depth > 0) depth -= 1;
  }
  return false;
}

function cut(value: JsonValue, levels: number): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) return nestedDeeper;
  if (Array.isArray(value)) return value.map((item: JsonValue) => cut(item, levels - 1));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cut(inner, levels - 1)]));
}

function keepNumber(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value;
  return String(value) === context.source ? value : rawJSON(context.source);
}

/** The text of a value that has no parts, null for one that has; null itself is the empty text. */
export function scalarText(value: JsonValue): string | null {
  if (typeof value !== 'object') return String(value);
  if (value === null) return '';
  return isRawJSON(value) ? value.rawJSON : null;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isRawJSON(value);
}
