// JSON laid out for reading without parsing it into values: numbers, escapes and the order of members stay as they were
// written. null for what is no JSON object or array.

const indent = '  ';
/** Strings, signs, and whatever else stands between them. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

export function layOutJson(text: string): string | null {
  const trimmed = text.trim();
  if (!isStructure(trimmed)) return null;
  let depth = 0;
  let before = '';
  let out = '';
  for (const token of jsonTokens(trimmed)) {
    if (isClosing(token)) depth -= 1;
    out += spaceBetween(before, token, depth) + token;
    if (isOpening(token)) depth += 1;
    before = token;
  }
  return out;
}

const isOpening = (token: string) => token === '{' || token === '[';
const isClosing = (token: string) => token === '}' || token === ']';

function spaceBetween(before: string, token: string, depth: number): string {
  const line = `\n${indent.repeat(depth)}`;
  if (before === ':') return ' ';
  if (before === ',') return line;
  if (isOpening(before)) return isClosing(token) ? '' : line;
  return isClosing(token) ? line : '';
}

/** One after the other, each as written. */
export function jsonTokens(json: string): readonly string[] {
  return [...json.matchAll(tokens)].map(([token]) => token);
}

/** Whether it is a JSON object or array. */
export function isStructure(text: string): boolean {
  if (!/^[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
