// How deep JSON is, told from its bytes before anything parses it: what comes after the parser may be recursive, and
// a few bytes for each level would exhaust its stack.

const quote = 34;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;
/** Space, tab, line feed, carriage return, and the three bytes of a byte order mark. */
const before: readonly number[] = [32, 9, 10, 13, 0xef, 0xbb, 0xbf];

/**
 * Whether more than `levels` objects and arrays stand within each other. Bytes that do not begin with one are none of ours;
 * of what is no JSON the answer may be either.
 */
export function isDeeperThan(levels: number, bytes: Uint8Array): boolean {
  const from = startOf(bytes);
  if (from === null) return false;
  let depth = 0;
  for (let at = from; at < bytes.length && depth <= levels; at += 1) {
    const byte = bytes[at];
    if (byte === quote) at = endOfString(bytes, at + 1);
    else if (byte === openBrace || byte === openBracket) depth += 1;
    else if (byte === closeBrace || byte === closeBracket) depth -= 1;
  }
  return depth > levels;
}

/** Where the object or array begins; null when it is something else. */
function startOf(bytes: Uint8Array): number | null {
  let at = 0;
  while (before.includes(bytes[at] ?? 0)) at += 1;
  return bytes[at] === openBrace || bytes[at] === openBracket ? at : null;
}

/** Where the quote stands that ends a string; the end of the bytes when none does. */
function endOfString(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at;
}
