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

/** Whoever did it, as far as the content names them. */
export function actorOf(members: JsonObject): JsonObject {
  const name = actors.find((member) => isObject(memberOf(members, member)));
  return name === undefined ? {} : objectOf(members, name);
}

const actors = [
  'declinedBy',
  'voidedBy',
  'updatedBy',
  'deletedBy',
  'resentBy',
  'createdBy',
  'sender',
] as const;

/** The workflow status of the envelope after this event: as the content tells it, or as the type says. */
export function statusOf(event: StoredEvent, content: JsonObject): string | null {
  return toldStatus(event, content) ?? (hasStatus.has(event.type) ? envelopeStatus(event.type) : null);
}

/**
 * The same for vendors with a fixed list of words: as the type says, and as the content tells it only where the type says
 * nothing. The content may speak in the words of any platform.
 */
export function ownStatusOf(event: StoredEvent, content: JsonObject): string | null {
  if (hasStatus.has(event.type)) return envelopeStatus(event.type);
  return toldStatus(event, content)?.toLowerCase() ?? null;
}

function toldStatus({ type }: StoredEvent, content: JsonObject): string | null {
  return textOf(content, type.startsWith('envelope.') ? 'status' : 'envelopeStatus');
}

const hasStatus: ReadonlySet<string> = new Set(statusTypes);
