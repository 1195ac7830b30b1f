// Comparing names with the catalogue: subscriptions that end in `.*`, and what somebody may have meant to write.
import { nearest } from '../lib/nearest.ts';
import type { EventType } from './event-type.ts';

const wildcard = '.*';

/** Whether a subscription, an exact type or a topic such as `signer.*`, takes in a type. */
export function matchesPattern(pattern: string, type: string): boolean {
  return pattern.endsWith(wildcard) ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}

/** @param word in small letters */
export function speaksOf({ type, title, meaning }: EventType, word: string): boolean {
  return [type, title, meaning].some((text) => text.toLowerCase().includes(word));
}

/** Up to `n` names close enough to what was written to be suggested, the closest first: types, or patterns for a pattern. */
export function nearestNames(types: readonly EventType[], text: string, n: number): string[] {
  const names = text.trim().endsWith(wildcard)
    ? new Set(types.map((type) => type.topic + wildcard))
    : types.map((type) => type.type);
  return nearest(names, text, n);
}
