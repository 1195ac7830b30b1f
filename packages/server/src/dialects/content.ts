// The content of an event as dialects read it: parsed once, in the words of the catalogue. Content may come in a platform's
// own shape, so every reading may find nothing, and none trusts a type.
import { envelopeStatus, statusTypes } from '../domain/envelope.ts';
import type { StoredEvent } from '../domain/stored-event.ts';
import { isObject, type JsonObject, type JsonValue, parseExact, scalarText } from '../lib/json-exact.ts';

export function parseContent(event: StoredEvent): JsonValue {
  return parseExact(event.content.toString());
}

/** The content's members; none where it is not an object. */
export function membersOf(content: JsonValue): JsonObject {
  return isObject(content) ? content : {};
}

export function memberOf(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A text or number, as text; null for everything else, and for the empty text. */
export function textOf(object: JsonObject, name: string): string | null {
  const value = memberOf(object, name);
  if (value === undefined || value === null || typeof value === 'boolean') return null;
  const text = scalarText(value);
  return text === '' ? null : text;
}

export function objectOf(object: JsonObject, name: string): JsonObject {
  const value = memberOf(object, name);
  return isObject(value) ? value : {};
}

/** The objects of an array. */
export function listOf(object: JsonObject, name: string): readonly JsonObject[] {
  const value = memberOf(object, name);
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Without the members that are null or undefined. */
export function present(object: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(
      (entry): entry is [string, JsonValue] => entry[1] !== undefined && entry[1] !== null,
    ),
  );
}

/** ISO 8601, from text that may be any date; null where it is none. */
export function timeOf(object: JsonObject, name: string): Date | null {
  const text = textOf(object, name);
  if (text === null) return null;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? null : time;
}

/** The workflow status of the envelope after this event: as the content tells it, or as the type says. */
export function statusOf(event: StoredEvent, content: JsonObject): string | null {
  const told = textOf(content, event.type.startsWith('envelope.') ? 'status' : 'envelopeStatus');
  return told ?? (hasStatus.has(event.type) ? envelopeStatus(event.type) : null);
}

const hasStatus: ReadonlySet<string> = new Set(statusTypes);
