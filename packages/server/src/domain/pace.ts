// How a receiver that is in trouble is gone easy on: what an attempt says about it, and the time that it asks for. Pure.
// The webhook's lane counts these signs over all nodes, pauses, and then opens step by step (store/lanes.ts).

/** What an attempt says about how the receiver bears what it gets. */
export type Sign =
  /** It answered, whatever: it is there. */
  | { readonly kind: 'fine' }
  /** It says itself that it is overloaded: 429, 502, 503, 504. */
  | { readonly kind: 'overloaded'; readonly askedMs: number | null }
  /** No whole answer came. */
  | { readonly kind: 'unreachable' };

/** Answers that say of the receiver, not of the event, that it cannot take any now. */
const overloaded: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** A receiver that asks for longer than this is tried again sooner. */
export const retryAfterMsMax = 24 * 3600 * 1000;
/** For so long at most one answer may stop everything that goes to a webhook. */
export const pauseAskedMsMax = 3600 * 1000;

type HeaderList = readonly (readonly [name: string, value: string])[];

export type Reaction =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: HeaderList }
  | { readonly kind: 'failed' };

/** @param askedMs what `retryAfterMs` made of the answer */
export function signOf(reaction: Reaction, askedMs: number | null): Sign {
  if (reaction.kind === 'failed') return { kind: 'unreachable' };
  return overloaded.has(reaction.status) ? { kind: 'overloaded', askedMs } : { kind: 'fine' };
}

/**
 * Milliseconds from `now` for which the answer asks to be left alone (RFC 9110 `Retry-After`: seconds, here also with
 * decimals, or a date); 0 for a time that is past, null where it asks for nothing that can be understood.
 */
export function retryAfterMs(headers: HeaderList, now: number): number | null {
  const text = headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1].trim();
  if (text === undefined || text === '') return null;
  const asked = /^\d{1,12}(\.\d{1,9})?$/.test(text) ? Number(text) * 1000 : untilDate(text, now);
  return asked === null ? null : Math.min(Math.max(0, Math.round(asked)), retryAfterMsMax);
}

/** The date forms that HTTP knows name the month by its letters; what else `Date` would take is not one of them. */
const httpDate = /^[A-Z][a-z]{2,8},? .*(\d{4}|\d\d-[A-Z][a-z]{2}-\d\d\b.*)/;

function untilDate(text: string, now: number): number | null {
  if (!httpDate.test(text)) return null;
  // The oldest of the three forms names no zone; all of them are in GMT.
  const at = Date.parse(/GMT|UTC|[+-]\d{4}$/.test(text) ? text : `${text} GMT`);
  return Number.isNaN(at) ? null : at - now;
}
