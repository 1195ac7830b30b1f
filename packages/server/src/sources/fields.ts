// Reading what a platform sent without trusting its shape: each reader answers a usable value or null, and never throws.
// The limits keep what ends up in table columns and indexes small; the delivered content is not touched by them.
import { isUtf8 } from 'node:buffer';
import type { Translation } from './source.ts';

export type Fields = Readonly<Record<string, unknown>>;

const idCharactersMax = 200;
const textCharactersMax = 500;
/** A platform's clock may run ahead of ours; further in the future is no time at which something happened. */
const aheadMsMax = 5 * 60 * 1000;
/** With its zone: without one the answer would depend on where Signpost runs. */
const isoMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*(Z|[+-]\d\d:\d\d)$/;

type Read = { readonly kind: 'read'; readonly text: string; readonly fields: Fields };
type Unreadable = Extract<Translation, { kind: 'unreadable' }>;

/** The body as text and as the JSON object that it holds. */
export function readObject(body: Buffer): Read | Unreadable {
  // Decoding anyway would replace the broken bytes, and what is delivered has to be what was received.
  if (!isUtf8(body)) return unreadable('the body is not UTF-8', null);
  const text = body.toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unreadable('the body is not JSON', null);
  }
  const fields = asFields(value);
  return fields === null ? unreadable('the body is not a JSON object', null) : { kind: 'read', text, fields };
}

export function unreadable(reason: string, path: string | null): Unreadable {
  return { kind: 'unreadable', reason, path };
}

export function asFields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** Text for people: without characters that PostgreSQL refuses, cut when it is too long, null when it is empty. */
export function asText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.slice(0, textCharactersMax).replaceAll('\0', '').toWellFormed();
  return text === '' ? null : text;
}

/** An id. One that is too long is none: when cut, it could be the id of something else. */
export function asId(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  if (typeof value !== 'string' || value.length > idCharactersMax) return null;
  return asText(value) === value ? value : null;
}

/** An ISO 8601 date and time as milliseconds since the epoch, if it can have been by `receivedAt`. */
export function asMoment(value: unknown, receivedAt: number): number | null {
  if (typeof value !== 'string' || value.length > 40 || !isoMoment.test(value)) return null;
  const moment = Date.parse(value);
  return moment > 0 && moment <= receivedAt + aheadMsMax ? moment : null;
}
