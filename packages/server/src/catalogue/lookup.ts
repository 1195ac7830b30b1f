// Comparing names with the catalogue: subscriptions that end in `.*`, and what somebody may have meant to write.
import type { EventType } from './event-type.ts';

const wildcard = '.*';
/** Longer input is nobody's typing error; the limit keeps the comparison cheap. */
const comparedCharactersMax = 64;

/** Whether a subscription, an exact type or a topic such as `signer.*`, takes in a type. */
export function matchesPattern(pattern: string, type: string): boolean {
  return pattern.endsWith(wildcard) ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}

/** Up to `n` names close enough to what was written to be suggested, the closest first: types, or patterns for a pattern. */
export function nearestNames(types: readonly EventType[], text: string, n: number): string[] {
  const written = text.trim().toLowerCase().slice(0, comparedCharactersMax);
  const names = written.endsWith(wildcard)
    ? new Set(types.map((type) => type.topic + wildcard))
    : types.map((type) => type.type);
  return [...names]
    .map((name) => ({ name, distance: editDistance(written, name) }))
    .filter(({ name, distance }) => distance <= name.length / 2)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, n)
    .map(({ name }) => name);
}

/** Levenshtein's: how many letters must be put in, taken out or exchanged to get from one text to the other. */
function editDistance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1];
    for (let at = 1; at <= to.length; at += 1) {
      const exchanged = (above[at - 1] ?? 0) + (letter === to[at - 1] ? 0 : 1);
      current.push(Math.min(exchanged, (above[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[to.length] ?? 0;
}
