// The field mapping of a webhook: which fields of an event are reported under which names, beside what the dialect sends
// anyway. Paths read the event's content; those that begin with `event.` and are not in the content read the event itself.
// A field that an event has not got is reported as null, so that receivers can rely on the names.
import { isObject, type JsonValue } from '../lib/json-exact.ts';
import { type ParsedPath, type PathSegments, parsePath, readPath } from '../lib/json-path.ts';
import { limit } from './limits.ts';
import { invalid, type Problem } from './problems.ts';
import type { StoredEvent } from './stored-event.ts';

/** `"total"`, `"total:amount"`, or the same in two fields. */
export type FieldMapping = string | { readonly from: string; readonly to: string };

/** A mapping that was checked and split. */
export interface MappedField {
  readonly from: PathSegments;
  readonly to: PathSegments;
}

/** A mapping as its author sees it at work. */
export interface MappedExample {
  readonly from: string;
  readonly to: string;
  /** False where the event has no such field: null is sent. */
  readonly found: boolean;
  readonly value: JsonValue;
}

interface Written {
  readonly from: string;
  readonly to: string;
}

function written(mapping: FieldMapping): Written {
  if (typeof mapping !== 'string') return mapping;
  const colon = mapping.indexOf(':');
  if (colon < 0) return { from: mapping, to: mapping };
  return { from: mapping.slice(0, colon).trim(), to: mapping.slice(colon + 1).trim() };
}

/** @param taken names that the dialect itself uses where mapped fields go */
export function mappingProblems(
  mappings: readonly FieldMapping[],
  taken: readonly string[],
  at: string,
): readonly Problem[] {
  const max = limit('field_mappings_max');
  if (mappings.length > max) return [invalid(at, `must have at most ${max} entries`)];
  const targets = new Targets(taken);
  return mappings.flatMap((mapping, position) => {
    const path = `${at}[${position}]`;
    const { from, to } = written(mapping);
    const problems = [
      ...pathProblems(parsePath(from), typeof mapping === 'string' ? path : `${path}.from`),
      ...pathProblems(parseTarget(to), typeof mapping === 'string' ? path : `${path}.to`),
    ];
    const conflict = problems.length === 0 ? targets.add(to, path) : null;
    return conflict === null ? problems : [conflict];
  });
}

function pathProblems(parsed: ParsedPath, at: string): readonly Problem[] {
  return parsed.kind === 'path' ? [] : [invalid(at, parsed.reason)];
}

/** A target makes objects, never arrays. */
function parseTarget(text: string): ParsedPath {
  const parsed = parsePath(text);
  if (parsed.kind === 'refused' || !parsed.segments.some((segment) => /^\d+$/.test(segment))) return parsed;
  return { kind: 'refused', reason: 'must be made of names: a number would be a place in an array' };
}

/** Which targets there are already, to find two that cannot both be. */
class Targets {
  readonly #taken: readonly string[];
  readonly #paths = new Map<string, string>();

  constructor(taken: readonly string[]) {
    this.#taken = taken;
  }

  /** The problem, or null when the target goes with all before it. */
  add(to: string, path: string): Problem | null {
    const [first = ''] = to.split('.');
    if (this.#taken.includes(first)) {
      return invalid(path, `must not write to "${first}", which the dialect itself sends`);
    }
    const other = [...this.#paths.keys()].find(
      (known) => known === to || known.startsWith(`${to}.`) || to.startsWith(`${known}.`),
    );
    if (other === undefined) {
      this.#paths.set(to, path);
      return null;
    }
    return invalid(path, `writes to "${to}", and ${this.#paths.get(other)} to "${other}"`);
  }
}

/** @param mappings without problems */
export function compileMapping(mappings: readonly FieldMapping[]): readonly MappedField[] {
  return mappings.flatMap((mapping) => {
    const { from, to } = written(mapping);
    const [source, target] = [parsePath(from), parsePath(to)];
    if (source.kind === 'refused' || target.kind === 'refused') return [];
    return [{ from: source.segments, to: target.segments }];
  });
}

/** The reported fields as one object; each has its value or null. */
export function mapFields(
  fields: readonly MappedField[],
  event: StoredEvent,
  content: JsonValue,
): Readonly<Record<string, JsonValue>> {
  const mapped: MutableObject = {};
  for (const { from, to } of fields) put(mapped, to, readField(event, content, from) ?? null);
  return mapped;
}

/** What each entry makes of an event: the preview. Entries with problems are left out. */
export function previewMapping(
  mappings: readonly FieldMapping[],
  event: StoredEvent,
  content: JsonValue,
): readonly MappedExample[] {
  return compileMapping(mappings).map(({ from, to }) => {
    const value = readField(event, content, from);
    return {
      from: from.join('.'),
      to: to.join('.'),
      found: value !== undefined,
      value: value ?? null,
    };
  });
}

function readField(event: StoredEvent, content: JsonValue, from: PathSegments): JsonValue | undefined {
  const inContent = readPath(content, from);
  if (inContent !== undefined || from[0] !== 'event') return inContent;
  return readPath(factsOf(event), from.slice(1));
}

function factsOf({
  id,
  type,
  severity,
  occurredAt,
  envelope,
  signer,
  routing,
  platform,
}: StoredEvent): JsonValue {
  return {
    id,
    type,
    severity,
    occurredAt: new Date(occurredAt).toISOString(),
    envelope: envelope && { ...envelope },
    signer: signer && { ...signer },
    routing: { ...routing },
    platform: platform && { ...platform },
  };
}

interface MutableObject {
  [name: string]: JsonValue | MutableObject;
}

function put(into: MutableObject, path: PathSegments, value: JsonValue): void {
  let here = into;
  for (const segment of path.slice(0, -1)) {
    const inner = here[segment];
    const next: MutableObject = isObject(inner as JsonValue) ? (inner as MutableObject) : {};
    here[segment] = next;
    here = next;
  }
  here[path.at(-1) ?? ''] = value;
}
