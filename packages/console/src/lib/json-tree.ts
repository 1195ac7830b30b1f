// JSON as a tree for reading, with every value as it was written: numbers and escapes are not parsed. null for what is no JSON
// object or array.
import { isStructure, jsonTokens } from './lay-out-json.ts';

export type JsonNode = { readonly kind: 'leaf'; readonly text: string } | JsonBranch;

interface JsonBranch {
  readonly kind: 'object' | 'array';
  readonly members: readonly JsonMember[];
}

export interface JsonMember {
  /** As written, with its quotes; of an array its place. */
  readonly name: string;
  readonly node: JsonNode;
}

/** A branch whose end has not come yet. */
interface Open {
  readonly kind: JsonBranch['kind'];
  readonly members: JsonMember[];
  /** Of the member that comes. */
  name: string | null;
}

export function toJsonTree(text: string): JsonNode | null {
  const trimmed = text.trim();
  if (!isStructure(trimmed)) return null;
  const root: Open = { kind: 'array', members: [], name: null };
  // With a stack of its own: what is nested a megabyte deep is shown too.
  const open: Open[] = [root];
  for (const token of jsonTokens(trimmed)) take(token, open);
  return root.members[0]?.node ?? null;
}

function take(token: string, open: Open[]): void {
  const inner = open.at(-1) as Open;
  switch (token) {
    case '{':
      begin('object', inner, open);
      return;
    case '[':
      begin('array', inner, open);
      return;
    case '}':
    case ']':
      open.pop();
      return;
    case ':':
    case ',':
      return;
    default:
      if (inner.kind === 'object' && inner.name === null) inner.name = token;
      else add(inner, { kind: 'leaf', text: token });
  }
}

function begin(kind: JsonBranch['kind'], inner: Open, open: Open[]): void {
  const members: JsonMember[] = [];
  add(inner, { kind, members });
  open.push({ kind, members, name: null });
}

function add(to: Open, node: JsonNode): void {
  to.members.push({ name: to.name ?? String(to.members.length), node });
  to.name = null;
}
