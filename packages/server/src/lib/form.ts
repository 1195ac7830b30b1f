// JSON as an HTML form: nested names in brackets, as PHP, Rails and qs read them (`customer[email]=…`,
// `documents[0][name]=…`). Null is an empty value; an empty object or array leaves no trace.
import { type JsonValue, scalarText } from './json-exact.ts';

export function toForm(value: JsonValue): string {
  const pairs: string[] = [];
  if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value as object))
      append(pairs, encode(name), inner as JsonValue);
  }
  return pairs.join('&');
}

function append(pairs: string[], name: string, value: JsonValue): void {
  const text = scalarText(value);
  if (text !== null) {
    pairs.push(`${name}=${encode(text)}`);
    return;
  }
  for (const [inner, member] of Object.entries(value as object)) {
    append(pairs, `${name}%5B${encode(inner)}%5D`, member as JsonValue);
  }
}

/** As browsers do: a space is a plus. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}
