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

/** Where a number might change. It also finds text that only looks like one, which costs time and nothing else. */
const mayChange = /\d{16}|\.\d*0(?!\d)|\d[eE][-+\d]|-0/;

/** Throws on anything that is not JSON, as JSON.parse does. */
export function parseExact(text: string): JsonValue {
  return (mayChange.test(text) ? JSON.parse(text, keepNumber) : JSON.parse(text)) as JsonValue;
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
