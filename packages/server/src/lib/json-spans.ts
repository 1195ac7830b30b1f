// Finds where values stand in JSON text, so that a part of a body can be taken or replaced while every other byte stays
// as it was received. Only for text that JSON.parse has already accepted: of other text the answer means nothing.
// Promises: one pass, no recursion (nesting costs no call stack), a repeated name counts as in JSON.parse (the last one),
// names are compared decoded (`"cont\u0065nt"` is `content`). Must not parse or write values itself.

/** Names and indexes from the root to a value. The same array is reused between calls: read it, don't keep it. */
export type JsonPath = readonly (string | number)[];

const quote = 34;
const comma = 44;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** The exact text of the member `name` of a JSON object; undefined if the text is no object or has no such member. */
export function memberText(text: string, name: string): string | undefined {
  return memberTexts(text, name)[0];
}

/**
 * For a JSON array: of each element the exact text of its member `name`, in order. Any other text is taken as a single
 * element. Undefined stands for an element that is no object or has no such member.
 */
export function memberTexts(text: string, name: string): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  const take = (value: string | undefined) => found.push(value);
  let at = afterSpace(text, 0);
  if (text.charCodeAt(at) !== openBracket) {
    scanElement(text, at, name, take);
    return found;
  }
  at = afterSpace(text, at + 1);
  while (at < text.length && text.charCodeAt(at) !== closeBracket) {
    at = afterSpace(text, scanElement(text, at, name, take));
    if (text.charCodeAt(at) !== comma) break;
    at = afterSpace(text, at + 1);
  }
  return found;
}

/** The text with every value whose path matches replaced by `replacement`; nothing inside a replaced value is visited. */
export function replaceValues(
  text: string,
  isMatch: (path: JsonPath) => boolean,
  replacement: string,
): string {
  let replaced = '';
  let copied = 0;
  walk(text, (path, start) => {
    if (!isMatch(path)) return null;
    const end = afterValue(text, start);
    replaced += text.slice(copied, start) + replacement;
    copied = end;
    return end;
  });
  return copied === 0 ? text : replaced + text.slice(copied);
}

/** Hands over the member's text and returns the place behind the element. */
function scanElement(
  text: string,
  start: number,
  name: string,
  take: (value: string | undefined) => void,
): number {
  let value: string | undefined;
  let at = start;
  if (text.charCodeAt(start) === openBrace) {
    at = afterSpace(text, start + 1);
    while (at < text.length && text.charCodeAt(at) !== closeBrace) {
      const keyEnd = afterString(text, at);
      const from = valueAfterKey(text, keyEnd);
      const to = afterValue(text, from);
      if (isKey(text, at, keyEnd, name)) value = text.slice(from, to);
      at = afterSpace(text, to);
      if (text.charCodeAt(at) === comma) at = afterSpace(text, at + 1);
    }
    at += 1;
  } else {
    at = afterValue(text, start);
  }
  take(value);
  return at;
}

/** Calls `visit` at the start of each value, parents first; it answers where to go on to skip the value, or null to enter it. */
function walk(text: string, visit: (path: JsonPath, start: number) => number | null): void {
  const path: (string | number)[] = [];
  let at = afterSpace(text, 0);
  while (at < text.length) {
    const end = visit(path, at) ?? enter(text, at, path);
    // A negative answer is the place, inverted, of the first value inside: nothing has ended yet.
    at = end < 0 ? ~end : nextValue(text, end, path);
  }
}

/** The place behind a value without inner values, or the inverted place of the first inner value. */
function enter(text: string, start: number, path: (string | number)[]): number {
  const code = text.charCodeAt(start);
  if (code !== openBrace && code !== openBracket) return afterValue(text, start);
  const first = afterSpace(text, start + 1);
  const firstCode = text.charCodeAt(first);
  if (firstCode === closeBrace || firstCode === closeBracket) return first + 1;
  path.push(0);
  return ~(code === openBracket ? first : readKey(text, first, path));
}

/** From the end of a value to the start of the next one in the text, leaving the containers that end between them. */
function nextValue(text: string, end: number, path: (string | number)[]): number {
  let at = afterSpace(text, end);
  let code = text.charCodeAt(at);
  while (code === closeBrace || code === closeBracket) {
    path.pop();
    at = afterSpace(text, at + 1);
    code = text.charCodeAt(at);
  }
  const here = path.at(-1);
  if (code !== comma || here === undefined) return text.length;
  const next = afterSpace(text, at + 1);
  if (typeof here === 'string') return readKey(text, next, path);
  path[path.length - 1] = here + 1;
  return next;
}

/** Puts the name that stands here at the end of the path; the answer is where its value starts. */
function readKey(text: string, start: number, path: (string | number)[]): number {
  const end = afterString(text, start);
  const raw = text.slice(start + 1, end - 1);
  path[path.length - 1] = raw.includes('\\') ? decoded(text, start, end) : raw;
  return valueAfterKey(text, end);
}

function isKey(text: string, start: number, end: number, name: string): boolean {
  // An escape is always longer than what it stands for, so the length alone settles most names.
  const length = end - start - 2;
  if (length < name.length) return false;
  if (length === name.length) return text.startsWith(name, start + 1) && !name.includes('\\');
  return text.slice(start + 1, end - 1).includes('\\') && decoded(text, start, end) === name;
}

function decoded(text: string, start: number, end: number): string {
  return String(JSON.parse(text.slice(start, end)));
}

function valueAfterKey(text: string, keyEnd: number): number {
  return afterSpace(text, afterSpace(text, keyEnd) + 1);
}

function afterValue(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (code === quote) return afterString(text, start);
  if (code === openBrace || code === openBracket) return afterContainer(text, start);
  let at = start;
  while (at < text.length && !endsPlainValue(text.charCodeAt(at))) at += 1;
  return at;
}

function endsPlainValue(code: number): boolean {
  return code <= 32 || code === comma || code === closeBrace || code === closeBracket;
}

function afterContainer(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = afterString(text, at);
      continue;
    }
    at += 1;
    // Measured: a bracket and the brace of the same kind differ in this one bit, and two comparisons less are a tenth.
    if ((code | 32) === openBrace) depth += 1;
    else if ((code | 32) === closeBrace && --depth === 0) return at;
  }
  return at;
}

function afterString(text: string, start: number): number {
  let close = text.indexOf('"', start + 1);
  while (close > 0 && isEscaped(text, close)) close = text.indexOf('"', close + 1);
  return close < 0 ? text.length : close + 1;
}

/** A quote is part of the string when an odd number of backslashes stands before it. */
function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === backslash) before -= 1;
  return (at - before) % 2 === 0;
}

function afterSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  return at;
}
