// JSON as an HTML form: nested names in brackets, as PHP, Rails and qs read them (`customer[email]=…`,
// `documents[0][name]=…`). Null is an empty value; an empty object or array leaves no trace.
import { type JsonObject, type JsonValue, scalarText } from './json-exact.ts';

export function toForm(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return '';
  let form = '';
  for (const [name, inner] of Object.entries(value as JsonObject)) form += pairs(encode(name), inner);
  return form.slice(1);
}

/** Each with an ampersand before it. */
function pairs(name: string, value: JsonValue): string {
  const text = scalarText(value);
  if (text !== null) return `&${name}=${encode(text)}`;
  let form = '';
  for (const [inner, member] of Object.entries(value as JsonObject)) {
    form += pairs(`${name}%5B${encode(inner)}%5D`, member);
  }
  return form;
}

/** Most names and many values need nothing. */
const plain = /^[\w.*-]*$/;
const leftByUri = /[!'()~]|%20/g;

/** As browsers do: a space is a plus. */
function encode(text: string): string {
  if (plain.test(text)) return text;
  return encodeURIComponent(text.toWellFormed()).replace(leftByUri, byForm);
}

function byForm(left: string): string {
  return left === '%20' ? '+' : `%${left.charCodeAt(0).toString(16).toUpperCase()}`;
}
