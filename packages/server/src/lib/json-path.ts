// Paths into JSON values as people write them: `customer.email`, `documents[0].name`, `documents.0.name`.
// Reading follows own members only, so that no path leads into what JavaScript adds to every object.
import { isObject, type JsonValue } from './json-exact.ts';

export type PathSegments = readonly string[];

const charactersMax = 200;
const segmentsMax = 10;
/** No spaces, quotes, brackets, colons or control characters within a name. */
const name = /^[^\s.:[\]{}"'`\\\p{C}]+$/u;
const index = /\[(\d{1,6})\]/g;
/** Names that mean something to JavaScript: a receiver that copies them carelessly would be changed by them. */
const refusedNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export type ParsedPath =
  | { readonly kind: 'path'; readonly segments: PathSegments }
  /** Why it is none, to be read after the place where it stands. */
  | { readonly kind: 'refused'; readonly reason: string };

export function parsePath(text: string): ParsedPath {
  if (text === '') return refused('must not be empty');
  if (text.length > charactersMax) return refused(`must have at most ${charactersMax} characters`);
  const segments = text.replace(index, '.$1').split('.');
  if (segments.length > segmentsMax) return refused(`must have at most ${segmentsMax} names`);
  if (segments.some((segment) => segment === ''))
    return refused('has an empty name: write names with one dot between them');
  const bad = segments.find((segment) => !name.test(segment));
  if (bad !== undefined) return refused(`has a name that cannot be used: ${JSON.stringify(bad)}`);
  const reserved = segments.find((segment) => refusedNames.has(segment));
  if (reserved !== undefined) return refused(`must not contain the name ${reserved}`);
  return { kind: 'path', segments };
}

const refused = (reason: string): ParsedPath => ({ kind: 'refused', reason });

/** Undefined where there is nothing. */
export function readPath(value: JsonValue, segments: PathSegments): JsonValue | undefined {
  let here: JsonValue | undefined = value;
  for (const segment of segments) {
    if (Array.isArray(here)) here = /^\d+$/.test(segment) ? here[Number(segment)] : undefined;
    else if (isObject(here) && Object.hasOwn(here, segment)) here = here[segment];
    else return undefined;
  }
  return here;
}
